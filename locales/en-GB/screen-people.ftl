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
session-need-clinic-name = Write the name of the clinic.
session-need-country = Choose the country.
session-need-depth = Choose the deepest needling you are trained for.
session-need-group = Group { $n } is not the one that was shown. Look at your paper and type it again.
session-need-name = Write your name.
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
session-pin = PIN for signatures
session-pin-hint = 4 to 8 digits, then Enter.
session-pin-lead = Set a PIN for signatures until the program is closed.
session-pin-skip = Go on without a PIN
session-pin-title = A PIN for signatures
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
session-use-key = Use the recovery key
session-wait =
    { $n ->
        [one] Wait 1 second, then type it again.
       *[other] Wait { $n } seconds, then type it again.
    }
session-who = Who unlocks
session-whose-password = Whose password
