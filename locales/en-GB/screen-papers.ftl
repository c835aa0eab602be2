### Words of the papers that are made from a record: shown, printed, filed.

paper-options = Printing
paper-language = Language
paper-choose = Choose
paper-size = Paper
paper-letters = Letters
paper-letters-normal = Normal
paper-letters-large = Large, 18 pt
paper-printer-default = { $name } (this computer’s own)
paper-no-printers = This computer knows no printer. The paper can be saved to the documents.
paper-preview =
    { $n ->
        [one] { $title }, 1 page
       *[other] { $title }, { $n } pages
    }
paper-none = The paper cannot be shown yet.
paper-save = Save to documents
paper-print-one = Print 1 copy
paper-print = Print { $n } copies
paper-saved = Saved to documents as { $number }
paper-printed = Printed, and saved to documents as { $number }
paper-not-printed = Saved to documents as { $number }, not printed
paper-retry = Retry
paper-open = Open the document

## Kinds
paper-consent-blank = Consent to sign on paper
paper-consent-blank-short = Sign on paper
paper-not-today = Not-today note
paper-treatment-record = Treatment record
paper-plan = Plan with dates
paper-tube-label = Tube labels
paper-referral = Referral letter
paper-recall = Recall letter
paper-adverse-event = Adverse-event report
paper-whole-record = Whole record

## Where they are made
papers-title = Papers
papers-lot = Who was treated with a lot
papers-lot-field = Lot, as on the label
papers-lot-find = Find
papers-lot-none = Nobody was treated with this lot.
papers-lot-letter = Write the letter
consent-refusal-open = Open the paper of the refusal
consents-withdrawal-open = Open the withdrawal

## What goes on them
paper-words = On the paper
paper-show = Show the paper
paper-show-again = Show it again
paper-changed = What is typed is not on the paper yet. Show it again, then print.
paper-type-first = Fill in what goes on the paper, then show it.
paper-own-reason = Another reason, in plain words
paper-own-reason-hint = The reasons of the rules stand on the note by themselves.
paper-until = That reason ends on
paper-until-hint = May stay empty where nobody can know the day.
paper-meanwhile = What the client can do until then
paper-goal = What the client wants to reach
paper-at-home = At home in between
paper-cost = What it costs
paper-to = To
paper-to-hint = Name and address of the colleague, one line each
paper-urgent = To be seen on the same day
paper-client-agrees = The client agrees to this letter
paper-why-sent = Why the client is sent
paper-question = Our question
paper-findings = What we found
paper-medicines = Medicines
paper-medicines-hint = As the client takes them; left empty, the letter says that they are not known.
paper-due = First day of the next visit
paper-lot = Lot
paper-known = What is known about the product
paper-known-hint = In plain words: what was found, what it can mean, what to look for.
paper-form = Form
paper-happened = Day it happened or was noticed
paper-description = What happened
paper-outcome = How it turned out so far
paper-tests = Tests and findings
paper-drawn = Drawn at
paper-clock-hint = Clock time, for example 14:05
paper-use-before = Use before
paper-use-before-hint = Clock time; left empty, there is room to write it.
paper-tubes = Tubes
paper-fewer-tubes = One tube fewer
paper-more-tubes = One tube more

## The seal and the recovery key
settings-seal = The clinic’s seal
settings-seal-why = Signed papers carry this seal. Give its fingerprint out, for example on your website, so that anybody can compare it.
settings-seal-none = There is none yet. It is made when the records are opened next.
session-key-print = Print the sheet
session-key-printed = The printer has the sheet. Keep it where the advice above says.
