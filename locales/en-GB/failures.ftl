# Why something was refused: what, why, what to do. Never a word of a record.

failure-locked = Needlepoint is locked. Unlock it with your password to go on.
failure-vault-exists = There is a vault in this folder already. Nothing was overwritten. Start Needlepoint again to open it.
failure-not-empty = There is something in this folder already. Nothing was overwritten. Choose an empty folder.
failure-other-vault = This backup is of another clinic than the vault that is here. Nothing was restored or moved. Choose a backup of this clinic.
failure-wrong-role = Your role does not allow this. Ask a colleague who may do it.
failure-restricted = This client’s record is restricted. Open the record from the clients and say why you need it, then go on.
failure-shape = The program and its page do not fit together. Close Needlepoint and start it again.
failure-fields = { $count ->
    [one] One field needs a look.
   *[other] { $count } fields need a look.
 }
failure-fields-one = One field needs a look.
failure-wrong-pin = The PIN is not right. { $left ->
    [0] It is forgotten now: use your password.
    [one] One more try, then only the password works.
   *[other] { $left } more tries, then only the password works.
 }
failure-pin-void = This PIN unlocks nothing any more. Type your password.
failure-needs-code = This asks for a code of your authenticator. Type the code, then go on.
failure-wrong-code = The code is not right, or was used already. Wait for the next one and type that.
failure-wrong-password = The password is not right. Nothing was opened or changed. Check Caps Lock and type it again.
failure-device-secret = This password opens only together with a secret in the keyring of the computer where that was turned on, and the secret is not in the keyring here. Nothing was tried. Use that computer, the recovery key, or somebody whose password opens alone.
failure-no-recovery-key = No recovery key is in force, so this would be the only way in. Nothing was changed. Make a recovery key, then try again.
failure-no-keyring = This computer has no keyring. Nothing was changed.
failure-keyring-refused = The keyring of this computer is locked or does not answer. Nothing was changed. Unlock it, then try again, or use the recovery key.
failure-keyring-forgot = The keyring of this computer did not give back what it was given. Nothing was changed, and the password opens alone as before.
failure-no-pen = There is no key to sign with at this desk. Lock, unlock with the password, then sign.
failure-locked-out = This account was locked after 100 wrong passwords. Ask an administrator for a password for one use, or use the recovery key.
failure-old-keys = Not everybody has keys of their own yet. Let each person unlock once and renew the recovery key, then try again.
failure-throttled = Too many wrong passwords. Wait { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
 }, then type it again.
failure-already-open = Another Needlepoint window has this vault open. Go to that window, or close it and try again.
failure-busy = Another program is writing to this vault. Nothing was changed. Try again in a moment.
failure-vault-is-newer = This vault was written by a newer Needlepoint. Nothing was changed. Install the newer program to open it.
failure-no-vault = There is no vault in this folder.
failure-damaged = A part of the vault cannot be read. Nothing was changed. Restore the newest backup, or ask for help with this message.
failure-backup-list = This backup is damaged: its list (manifest.json) is not what was written. Nothing was restored. Use another backup.
failure-backup-keys = This backup is damaged: its key file (vault.keys) is not what was written. Nothing was restored. Use another backup.
failure-backup-database = This backup is damaged: its records (vault.db) are not what was written. Nothing was restored. Use another backup.
failure-backup-journal = This backup is damaged: its journal does not end where the list says. Nothing was restored. Use another backup.
failure-backup-media = This backup is damaged: a document or photo is missing or altered. Nothing was restored. Use another backup, or make a new one.
failure-no-backup = There is no backup in this folder, or backups of several clinics. Name the folder of one backup.
failure-no-backup-folder = The folder for backups is not there. Plug in its disk, or choose another folder in Settings.
failure-backup-inside-vault = Backups cannot be put inside the vault, because both would be lost together. Choose a folder on another disk.
failure-disk-full = Not saved: the disk is full. What you typed is still on the screen. Free some space, then save again.
failure-conflict = Somebody changed this record after you opened it. Your text is kept. Read the new version, then save again.
failure-not-found = This record is not there.
failure-read-only = Not saved: the vault's folder cannot be written to. Check the disk and its permissions, then save again.
failure-store = Not saved: the disk answered with an error. What you typed is still on the screen. Try again, and check the disk if it happens twice.
failure-no-glyph = The text has a character that cannot be printed (U+{ $character }). Take it out, then print again.
failure-paper = The document could not be laid out. Nothing was filed. Try again, and ask for help if it happens twice.
failure-no-text = There is no approved text in this language ({ $language }). Choose another language for the document.
failure-case = An answer or a part of the plan is written in a way the rules cannot read. Correct it, then look again.
failure-no-printer = Not printed: no printer is set up. The document is filed. Switch the printer on or choose another, then print again.
failure-no-printing = Not printed: this computer has no printing system. The document is filed. Install CUPS, then print again.
failure-print-refused = Not printed: the printing system did not take it. The document is filed. Check the printer, then print again.
failure-file = The file could not be written there. Choose another folder, then try again.
failure-cancelled = Nothing was saved, because the dialog was closed.
failure-panicked = The program failed inside. Nothing was saved by this step. Try again, and ask for help if it happens twice.

field-empty = Write something here.
field-too-long = This is too long. Use at most { $most } characters.
field-no-such-day = There is no such day. Use day, month and year, for example 15 3 1984.
field-born-in-future = This day is still to come. Check the year of birth.
field-born-too-long-ago = This is more than 120 years ago. Check the year of birth.
field-before-refusal = After this the client said no, or took a consent of this visit back. Print the form again and have it signed anew.
field-before-printed = This is before the form was printed. Use the time on the paper.
field-in-future = This day is still to come. Use today or an earlier day.
field-no-such-time = There is no such time. Use hours and minutes, for example 14:30.
field-phototype = The phototype is a number from 1 to 6.
field-out-of-range = Use a number from { $least } to { $most }.
field-time-zone = This time zone is not known. Use a name such as Europe/London.
field-not-one-of = This is not one of the choices. Choose again.
field-printed-head = Write it as it stands on the document: a number, a dash and 16 digits or letters from a to f.
field-reason-short = Say why in { $least } characters or more.
field-second-folder = Name a folder outside the vault by its full path, best on another disk. Leave it empty for the folder beside the vault.
field-no-zone = Choose at least one zone.
field-no-depth = Choose a depth for every zone that is needled.
field-no-strength = Write the strength of the peel, as on its label.
field-no-guardian = The client is under 18. Write the name and telephone of the guardian who signs.
field-pin-shape = A PIN has 4 to 8 digits.
field-password-short = Use at least 15 characters. Several words are easy to remember.
field-password-common = This password is one of the first that others would try. Choose another.
field-password-repetitive = This password repeats a few characters. Use several different words.
field-password-names = This password is made of names of the clinic or yours, which others would try first. Use several different words.
field-recovery-group = This is not the group that was shown. Look at the recovery key and type it again.
field-recovery-key = This is not a whole recovery key. Check the letters and type it again.
field-not-their-password = This is not that person’s password. Type it again.
field-no-lot = Write the lot, as on the label.
field-expired = This item expired on { $day }. Take another one.
field-no-reason = Write the reason.
field-above-cap = At most { $cap } mm here ({ $binding }). Take { $cap } mm; if it has already been done, record it as a deviation with its reason.
field-no-role = Choose at least one role.
field-automation-alone = An account for timed backups holds no other role.
field-password-same = This is the password you have now. Choose another.
field-no-such-setting = The clinic cannot set this. "needlepoint-cli protocol show" lists what it may set.

refused-visit-signed = This visit is signed and cannot be changed. Add an addendum instead.
refused-visit-closed = This visit was closed without treatment. Start a new visit.
refused-visit-begun = Something is charted in this visit already. Take it out again if it was not done, or finish and sign the visit.
refused-visit-not-signed = This visit is not signed yet. Sign it first.
refused-screening-open = The questions of today are not closed. Close the screening first.
refused-unanswered = { $count ->
    [one] One question is unanswered.
   *[other] { $count } questions are unanswered.
 } Ask and answer, then close the screening.
refused-nothing-to-copy = There are no earlier answers to copy. Ask every question once.
refused-no-plan = Nothing is planned. Add at least one treatment.
refused-stopped = The rules stop this plan today. Look at the findings in the plan: change it, wait, or record “not today”.
refused-cannot-be-lifted = Nothing lifts this finding. Change the plan, or wait for its date.
refused-no-such-finding = This finding is no longer there. Look at the plan again.
refused-no-consent = Treatment cannot be charted: there is no signed consent for exactly what is planned. Take the consent first.
refused-consent-signed = The consent for this plan is signed already.
refused-text-changed = The plan changed after this text was shown. Show the consent again, then sign.
refused-initials-missing = { $count ->
    [one] Initials are missing under one clause.
   *[other] Initials are missing under { $count } clauses.
 } The client puts them, then signs.
refused-signature-missing = The signature is empty. The client signs in the field, or types the full name.
refused-same-day-reason = The time to think it over ends on { $until }. Write the reason for treating before that, or choose “Not today”.
refused-electronic-missing = Ask the client to agree to the electronic record, then file the consent.
refused-witness-missing = A typed name or a mark needs a witness. Add one, then file the consent.
refused-interpreter-missing = The client reads another language than this form. Add the interpreter who said it in that language.
refused-guardian-missing = The client is not of age and has no guardian on record. Add the guardian to the client’s details.
refused-no-witness = This person cannot witness: not the one who takes the consent, and only with a password of their own choice.
refused-not-standing = This consent does not hold any more, so there is nothing to take back or to copy.
refused-copy-given = The client has had a copy, or declined it.
refused-same-client = The visit is in this client’s file already.
refused-has-open-visit = That client has a visit that is being worked on. Close it first.
refused-already-marked = The visit was marked as another client’s already.
refused-identity-missing = Say how you know who the client is, then file the consent.
refused-not-complete = The visit cannot be signed yet: { $point }
refused-not-finished = The treatment is not finished. Press Finish first, then make the sheet.
refused-sheet-gone = The sheet that was shown is no longer there. Show it again, then print.
refused-conflicts-unread = Two instructions on this sheet pull in different directions. Read how they were settled and tick them, then print.
refused-possible-duplicate = This may be a client you already have. Open that record, or say that this is another person.
refused-nothing-to-undo = There is nothing to undo.
refused-no-earlier-visit = There is no earlier signed visit to copy from.
refused-paper-gone = The paper that was shown is no longer there, or the record says something else now. Show it again, then print.
refused-paper-empty = There is nothing to put on this paper yet.
refused-sheet-early = The sheet is made from what was charted. { $point }
refused-no-number-to-call = The paper needs a number the client can call. Write the clinic’s telephone in Settings, then print.
refused-nothing-changed = This is what the latest version says already. Nothing was written.
refused-other-proposal = Another version of the protocol waits for approval than the one you named. Look at it again, then approve that one.
refused-outside-scope-prp = PRP is outside your scope of practice. Plan without it, or let a colleague whose scope it is plan this visit.
refused-outside-scope-prescription = Items on prescription are outside your scope of practice. Plan without them, or let a colleague whose scope they are plan this visit.
refused-last-admin = This person is the last who administers the clinic. Give the role to somebody else first.
refused-not-oneself = Nobody removes or resets the own key. Ask another administrator, or change your password instead.
refused-password-for-one-use = This password was made for one use. Choose one of your own first.
refused-no-code-drawn = There is no new secret to prove. Make one first, then type a code of it.
refused-terminal-only = This account is for timed backups at the terminal. Sign in here with your own.
refused-nothing-to-approve = A prescriber has approved these rules already, and no change waits for approval.

scan-empty = There is no text to read. Give the text of one barcode, or - for standard input.
scan-too-long = The text is longer than any barcode, { $most } characters at the most. Give the text of one barcode.
scan-no-text = Standard input cannot be read as text. Give the text of one barcode.
scan-only-forgiving = It can be read without --strict, with a warning.
refused-already-restricted = This record is restricted already.
refused-not-restricted = This record is not restricted. Open it as usual.
failure-no-picture-reader = Pictures cannot be read on this computer now. Nothing was added; close Needlepoint, start it again and try once more.
refused-media-withdrawn = This photo or scan was withdrawn and is no longer shown.
refused-signed-pages-open = Something of the signed pages is still missing or not clear. Look at what the list says, then file them.
refused-signed-pages-filed = The signed pages of this document are filed already. To file others, withdraw those scans first.
refused-not-to-be-signed = This paper is not one that is signed. Only a consent comes back signed.
refused-file-gone = The chosen file is no longer waiting. Choose it again.
refused-other-clients-visit = That visit is another client’s. Choose one of this client’s visits.
refused-no-photo-allowed = The client allows no photo for this. Nothing left the practice.

field-outside-extension = This day is not after the last one, or further off than the rule allows. Choose another day.
field-no-such-number = No client has this number. Type it as it stands on the record, for example A-000217.
field-other-number = This is not the number of this client. Look at it again and type it as it stands there.
refused-answered-already = This request is answered already. Take a new one down if the client asks again.
refused-extended-already = The day to answer was put off already. Answer the request now.
refused-not-exported-yet = The record has not been exported since this request came in. Export it first, then say that it was answered by it.
refused-held-already = This record is held already.
refused-not-held = This record is not held.
refused-record-held = Something keeps this record from being erased. Look at what holds it, settle that, then try again.
refused-retention-not-over = This record is to be kept until { $until }. Wait, or say that the law lets you erase it before that.
