### Words of the session, today, the clients and their documents.

## Everywhere
failure-page = This page failed. What you typed is still here. Press the button again.
people-back = Back
people-beside = Client beside me
people-beside-hidden = Other clients are hidden while a client is beside you.
people-find = Find a client or command
people-find-hint = Find a client or command
people-found =
    { $n ->
        [0] No client found
        [one] 1 client found
       *[other] { $n } clients found
    }
people-last-visit = Last visit
people-new-called = New client { $words }
people-new-client = New client
people-no-answer = No answer
people-no-match = No client matches “{ $words }”.
people-try-again = Try again
people-window = { $title } · Needlepoint

## First run, lock, recovery, PIN
session-choose = Choose
session-clinic-address = Address
session-clinic-name = Name of the clinic
session-clinic-out-of-hours = Telephone when the clinic is closed
session-clinic-phone = Telephone
session-country = Country
session-country-au = Australia
session-country-eu = European Union
session-country-gb = United Kingdom
session-country-hint = Decides whose law and labels the rules follow.
session-country-other = Elsewhere
session-country-us = United States
session-create = Create the clinic
session-depth = Deepest needling you are trained for
session-depth-hint = No plan of yours goes deeper. Each zone has its own limit as well.
session-first-run = Set up Needlepoint
session-first-run-lead = Four short steps. Everything can be changed later except the recovery key.
session-key = Recovery key
session-key-advice = Write it on paper and keep it where no client comes. It is shown here and never again.
session-key-group = Group { $n }
session-key-hint = All groups in order, with or without gaps.
session-key-show = Show the key again
session-key-type-back = Type these groups from your paper.
session-key-what = If the password is lost, only this key opens the records.
session-key-written = I have written it down
session-locked = Locked
session-mm = { $mm } mm
session-name = Your name
session-name-hint = As it is printed on consents and sheets.
session-need-address = Write the address of the clinic.
session-need-clinic-name = Write the name of the clinic.
session-need-country = Choose the country.
session-need-depth = Choose the deepest needling you are trained for.
session-need-group = Group { $n } is not the one that was shown. Look at your paper and type it again.
session-need-name = Write your name.
session-need-out-of-hours = Write the number a client calls when the clinic is closed. It is printed on every sheet.
session-need-paper = Choose the paper.
session-need-password = Use at least { $least } characters. Several words are easy to remember.
session-need-phone = Write a telephone number. It is printed on every sheet.
session-need-prescribes = Say whether you prescribe.
session-need-samples = Say whether you want sample clients.
session-need-time-zone = Choose the time zone.
session-need-user = Choose whose password is set.
session-new-password = New password
session-next = Next: { $step }
session-paper = Paper
session-paper-a4 = A4
session-paper-letter = Letter
session-password = Password
session-password-count =
    { $n ->
        [one] 1 character
       *[other] { $n } characters
    }
session-password-hint = At least { $least } characters. Several words are easy to remember, such as four that do not belong together.
session-pin = PIN
session-pin-hint = 4 to 8 digits, then Enter.
session-pin-lead = It signs, and unlocks again after a lock, until the program is closed.
session-pin-skip = Go on without a PIN
session-pin-title = A PIN to sign and unlock
session-prescribes = Do you prescribe?
session-prescribes-hint = Only a prescriber may sign off what needs it.
session-recover = Set the password and unlock
session-recovery = Recovery
session-recovery-lead = Opens the records with the recovery key and sets a new password.
session-registration = Register and number
session-registration-hint = If you have one. It is printed under your name.
session-samples = Add sample clients?
session-samples-hint = A few made-up people to try with.
session-step-clinic = Clinic
session-step-key = Recovery key
session-step-practitioner = You
session-step-samples = Samples
session-steps = Steps of the set-up
session-time-zone = Time zone
session-unlock = Unlock
session-unlock-password = Password
session-unlock-pin = PIN
session-use-key = Use the recovery key
session-use-password = Use the password
session-use-pin = Use the PIN
session-wait =
    { $n ->
        [one] Wait 1 second, then type it again.
       *[other] Wait { $n } seconds, then type it again.
    }
session-who = Who unlocks
session-whose-password = Whose password

## Backups
backup-choose = Choose the folder…
backup-folder = Folder of the backups
backup-no-folder = None chosen
backup-now = Back up now
backup-title = Backups
backup-title-failed = The last backup failed
backup-title-none = No backup yet
backup-title-old = The last backup is old

## Today
people-beside-show = Show the other clients
today-add = Add to today
today-cancel = Cancel appointment
today-cancelled = { $at } { $name } was taken out of today.
today-client = Client
today-clock = The clock of this computer went back
today-clock-why = It is earlier than the newest entry. Set the clock before you sign anything.
today-discard = Discard
today-done = Done { $n }
today-empty = Nobody is expected today. Find a client, or write down who comes.
today-need-client = Choose the client from the list.
today-needs-you = Needs you
today-new-appointment = New appointment
today-next = Next
today-no-pin = No PIN is set: signatures ask for the password.
today-nobody-next = Nobody else is expected today.
today-nothing = Nothing waits for you.
today-now = Now
today-owed =
    { $n ->
        [one] 1 consent copy is owed
       *[other] { $n } consent copies are owed
    }
today-owed-why = The client has a right to a copy. Print it from the client’s documents.
today-protocol = Rules to be approved by the clinic
today-protocol-why = Protocol { $version } is as shipped. A prescriber of the clinic has not approved it yet.
today-purpose = What for
today-purpose-hint = May stay empty.
today-start = Start visit
today-time = Time
today-time-hint = For example, 14:30
today-write-down = Write an appointment down

## Client, new and details
client-address = Address
client-reads = Language for papers
client-reads-hint = Papers come in this language where they are written in it. A consent in another asks for an interpreter.
reads-clinic = The clinic’s language
reads-en-gb = English (United Kingdom)
reads-en-us = English (United States)
reads-es = Spanish
reads-de = German
reads-ar = Arabic
reads-other = Another language
client-alerts = Standing alerts
client-alerts-hint = One to a line. They stand in the strip over every screen.
client-allergies = Allergies
client-allergies-known = Known
client-allergies-none = None known
client-allergies-to = Allergic to
client-allergies-unasked = Not asked yet
client-allergies-unavailable = Could not say
client-another = This is another person
client-another-said = You said that this is another person.
client-answer-first = Not saved yet. Open the record you already have, or say that this is another person.
client-born = Date of birth
client-discard = Discard changes
client-duplicates =
    { $n ->
        [one] This may be a client you already have
       *[other] This may be one of { $n } clients you already have
    }
client-edit = Client details
client-email = Email
client-emergency = Emergency contact
client-family = Family name
client-given = Given names
client-guardian = Guardian
client-health = Health
client-one-a-line = One to a line.
client-open = Open
client-others = Other people
client-person = Person
client-person-name = { $who }, name
client-person-phone = { $who }, telephone
client-person-relation = { $who }, relation
client-phone = Telephone
client-phototype = Fitzpatrick phototype
client-phototype-unassessed = Not assessed
client-preferred = Preferred name
client-save = Save details
client-save-new = Save client
client-take-theirs = Show the new version
client-title = Title

## Client, record
client-continue = Continue visit
client-details = Details
client-documents = Documents
client-edit-details = Edit details
client-export = Hand the record out
client-export-begin = Export record
client-export-discard = Discard export
client-export-enter = Then Enter.
client-export-review = The whole record leaves this computer as one file: details, answers, plans, consents, charts, sheets, photos and scanned papers. It is not encrypted. The export is written into the journal.
client-export-what = One ZIP file with the whole record, for the client or the next clinic.
client-exported = Record saved as { $file }
client-exported-fingerprint = Fingerprint (SHA-256)
client-exported-size =
    { $files ->
        [one] 1 file, { $kilobytes } kB
       *[other] { $files } files, { $kilobytes } kB
    }
client-last-visit = Last signed visit
client-no-role = A practitioner begins the visit.
client-no-visit = None yet
client-ready = On record
client-record = Client record
client-start = Start visit
client-timeline = Timeline
client-timeline-empty = Nothing has happened yet. Start the first visit.
client-visit = Visit { $number }
client-visit-not-today = Not today
client-visit-open = Visit open
client-visit-signed = Signed
clients-found = Found
clients-recent = Seen last
clients-search = Search all clients
clients-search-hint = Part of a name, a birth date, a telephone or a number.
people-your-password = Your password
people-your-pin = Your PIN

## Documents
document-copies = Copies
document-fewer = One copy fewer
document-filed = Filed
document-filed-at = Filed on
document-fingerprint = Fingerprint (SHA-256)
document-frame = { $title }, { $number }
document-length = Length
document-more = One copy more
document-none = No documents yet. A signed consent and a printed sheet are filed here.
document-not-printed = Not printed. Look at the printer, then print again.
document-pages =
    { $n ->
        [one] 1 page
       *[other] { $n } pages
    }
document-print =
    { $n ->
        [one] Print 1 copy
       *[other] Print { $n } copies
    }
document-print-again = Print again
document-printed =
    { $n ->
        [one] 1 copy went to the printer
       *[other] { $n } copies went to the printer
    }
document-printer = Printer
document-printer-own = The computer’s own choice
document-title = Document

## Settings
settings-admin-only = Only an administrator changes these.
settings-clinic = Clinic
settings-computer = This computer
settings-folder = Folder of the vault
settings-later = One minute later
settings-lock = Lock
settings-lock-after = Locks after
settings-lock-why = The screen locks when nobody has touched the computer for this long.
settings-minutes =
    { $n ->
        [one] 1 minute
       *[other] { $n } minutes
    }
settings-no-printer = No printer is set up on this computer.
settings-own-printer = The computer’s own choice
settings-printers = Printers
settings-protocol = Rules
settings-protocol-open = To be approved by the clinic
settings-save = Save settings
settings-saved = Settings saved
settings-second = Second folder
settings-second-folder = Folder on another disk
settings-second-hint = Leave it empty for { $folder }
settings-second-missed = The journal’s newest number could not be written to { $folder }. Put the disk back, or name another folder.
settings-second-why = The journal’s newest number is written down here as well. If somebody cuts off its end, this shows it.
settings-sooner = One minute sooner
settings-version = Needlepoint

banner-restricted = Restricted: opened with a reason

restrict-begin = Restrict this record
restrict-is = This record is restricted. Lists show its number only, and everybody says why before they open it.
restrict-lift = Open to everybody again
restrict-reason = Reason for this decision
restrict-title = Who may open this record
restrict-what = A restricted record shows its number only, until somebody says why they need it. Every reason is kept and reviewed.
restricted-hint = 10 characters or more
restricted-open = Open this record
restricted-reason = Why do you need to see it now?
restricted-title = Restricted client
restricted-why = This record opens for this sitting once you have said why. Your name and your reason are kept, and the administrator reads them.
