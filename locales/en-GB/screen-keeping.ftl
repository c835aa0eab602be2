# Keeping the records: back from a backup, proof of the backups, who looked, requests for a copy, retention.

restore-aside = Keep the damaged vault aside
restore-aside-hint = Nothing of it is changed or removed. It is kept as { $folder }.
restore-by-key = Recovery key
restore-by-password = Password
restore-check = Check the backup
restore-choose = Choose the folder…
restore-choose-other = Choose another…
restore-choose-why = Choose the folder your backups go into, or one backup in it. The newest is taken. Nothing is changed by looking.
restore-counts =
    { $clients ->
        [one] one client
       *[other] { $clients } clients
    }, { $visits ->
        [one] one visit
       *[other] { $visits } visits
    }, { $media ->
        [one] one document or photo
       *[other] { $media } documents and photos
    }
restore-damaged = Get the records back from a backup
restore-damaged-why = A backup can take the place of this vault. The damaged one is kept aside.
restore-folder = Where
restore-found = The backup
restore-have = I have a backup
restore-holds = Holds
restore-key = Recovery key of the backup’s day
restore-lead = Gets the clinic’s records back. The backup itself is only read.
restore-made = Made
restore-no-day = Day not known
restore-now = Restore and go on
restore-of = Backup of { $clinic }
restore-open-why = It opens with a password or the recovery key as they were on that day.
restore-opener = Open it with
restore-password = Password on that day
restore-title = Restore from a backup
restore-unknown = a clinic whose name cannot be read
restore-whose = Whose password

access-answer = Answer…
access-answer-now = Write the answer down
access-answered = Answered
access-by = Who asks
access-by-hint = The client, or who asks with the client’s leave, and how you know.
access-discard = Do not
access-entry = entry { $n } of the journal
access-extend = Put off…
access-extend-now = Put the day off
access-how = How it was answered
access-how-export = By an export
access-how-paper = On paper
access-how-refused = Refused
access-how-taken-back = Taken back
access-new = A request for a copy
access-new-day = Last day now
access-none = Nobody has asked for a copy of this record.
access-note = What was given or said
access-note-hint = And to whom. A refusal needs its reason.
access-open = Open
access-over = Over
access-put-off = Put off: { $reason }
access-reason = Why
access-reason-hint = The person who asked is told this.
access-received = Received
access-rule = The last day follows from: { $rule }
access-soon = Due soon
access-take = Take it down
access-title = Requests for a copy
access-until = to be answered by
access-wanted = What for
access-wanted-hint = The whole record, photos, one visit; on paper or as a file.

client-access = Who looked

drill-title-failed = A backup could not be opened
drill-what = Proof of the backups

erase-early = The law lets this record be erased before its time
erase-early-hint = Its retention is not over yet. Say so only if somebody who knows has decided it.
erase-enter = Enter erases the record. It cannot be undone.
erase-number = Type the client’s number again
erase-number-hint = As it stands above.
erase-what = Erases everything of { $number } for good
erase-where = Visits, consents, photos, papers, search and drafts are gone. The journal keeps that something was done, not what. Backups made before still hold the record until they leave the folder; what was handed out is not reached.
erase-why = Why
erase-why-hint = 10 characters or more, without a word of the record. It is kept.

journal-client-hint = For example A-000217.
journal-client-number = Client’s number
journal-head = Number at the foot of a printed document
journal-head-hint = If you have one, for example 217-0123456789abcdef.

retention-done = Done
retention-erase = Erase…
retention-erased =
    { $n ->
        [0] No record was erased so far.
        [one] One record was erased so far.
       *[other] { $n } records were erased so far.
    }
retention-find = Look
retention-hold = Hold…
retention-hold-now = Hold it
retention-hold-why = Why it is held
retention-last = last entry
retention-look = See whose retention is over
retention-none = Nobody’s retention is over.
retention-number = Another client’s number
retention-number-hint = To hold or erase a record that is not in the list.
retention-over =
    { $n ->
        [one] One record has been kept long enough. It goes only if you erase it.
       *[other] { $n } records have been kept long enough. Each goes only if you erase it.
    }
retention-reason-hint = 10 characters or more: a dispute, an authority, an open complaint.
retention-release = Release…
retention-release-now = Release it
retention-release-why = Why it is released
retention-title = Retention
retention-until = kept until
retention-was-until = was to be kept until
retention-what = Records are kept as long as the longest of these rules says. Needlepoint proposes and never removes anything by itself.

today-access =
    { $n ->
        [one] A request for a copy is due
       *[other] { $n } requests for a copy are due
    }
today-access-over = { $name }: the last day was { $day }
today-access-until = { $name }: until { $day }

who-save = Save as a file…
who-saved =
    { $n ->
        [one] Saved as { $file }: one entry.
       *[other] Saved as { $file }: { $n } entries.
    }
who-title = Who opened this file
who-told = Everybody who opened, changed, printed or handed out this record, newest first. The file is a table the client can take along.
