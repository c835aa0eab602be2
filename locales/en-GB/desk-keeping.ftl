# Keeping and giving, as the program says it: proof of the backups, requests for a copy, retention and erasure.

act-backup = Backed up
act-denied = Was refused
act-drill = Proved a backup
act-erase = Erased
act-hold = Put a hold on
act-release = Took a hold off
act-restore = Restored
act-verify = Checked

entity-access_request = Request for a copy
entity-backup_run = Backup
entity-erasure = Record
entity-restore_drill = Backup
entity-retention_hold = Retention

drill-none = No backup has been opened again yet to prove that it can be restored from. This is done once a week, by itself.
drill-good = Proved { $at }: the backup of { $made } was opened where it lies and is whole, with { $clients ->
    [one] one client
   *[other] { $clients } clients
 } and { $entries ->
    [one] one entry
   *[other] { $entries } entries
 } of the journal.
drill-failed = { $at }, the newest backup in { $folder } could not be opened to be restored from. { $why }

journal-shredded = { $count ->
    [one] The contents of one entry
   *[other] The contents of { $count } entries
 } went with records that were erased; the entries themselves are there.

look-requests = Requests for a copy
look-retention = Retention

role-admin = Administrator
role-assistant = Assistant
role-automation = Automation
role-practitioner = Practitioner
role-prescriber = Prescriber

who-when = When
who-by = Who
who-role = Role
who-done = What was done
who-what = With what
who-entry = Entry

erased = The record of { $number } is erased: the contents of { $entries ->
    [one] one entry
   *[other] { $entries } entries
 } of the journal and { $files ->
    [one] one file
   *[other] { $files } files
 } are gone for good, and the number is never given again. Backups made before still hold the record; the last of them leaves the folder after the twelfth month in which backups are made. Exports and papers that were handed out are not reached.
erased-not-cleared = Some files could not be removed from the disk. Close Needlepoint and open it again: that removes them.

hold-clinic = The clinic holds it: { $reason }
hold-visit = A visit is not signed yet.
hold-request = A request for a copy is not answered yet.
hold-other-client = What was done to { $number } was recorded in this file by mistake. It is that client’s record: erase that one first, when its time is over.
