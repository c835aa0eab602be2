### Words of a visit: its rail, screening, plan, consent, treatment, signature and aftercare.
### Sentence case, plain verbs, no exclamation marks. Clinical texts are not here: they come with the rules.

## The visit and its rail
visit-title = Visit
visit-title-screening = Screening
visit-title-plan = Plan
visit-title-consent = Consent
visit-title-chart = Treatment
visit-title-sign = Signature
visit-title-aftercare = Aftercare
visit-steps = Steps of this visit
visit-step-arrive = Arrive
visit-step-screen = Screen
visit-step-plan = Plan
visit-step-consent = Consent
visit-step-numb = Numb
visit-step-treat = Treat
visit-step-sign = Sign
visit-step-print = Print
visit-number = Visit { $number }
visit-undo = Undo
visit-redo = Do again
visit-again = Open the visit again
visit-reloaded = This visit was changed elsewhere. It is shown as it stands now; enter your last change again if it is missing.
visit-to-plan = To the plan
visit-to-consent = To consent
visit-to-chart = To treatment
visit-to-sign = To the signature
visit-to-aftercare = To aftercare
visit-not-printed = The printer did not take it.
visit-not-today = Close without treatment
visit-not-today-reason = Why nothing is done today
visit-not-today-close = Close this visit
visit-not-today-back = Keep it open

## Screening
screening-sections = Sections
screening-section-done = all answered
screening-answered = answered
screening-background = Medicines and procedures
screening-summary = So far
screening-keys = Y, N, U answer
screening-key-first = Go to the first open question
screening-unknown = Not known
screening-unknown-key = U
screening-carried-over = From an earlier visit, not asked today
screening-not-needed = Not needed for this plan
screening-needed = Needed for the verdict
screening-month-hint = Leave the day empty if only the month is known
screening-everywhere = Everywhere
screening-none-picked = None picked
screening-picked =
    { $n ->
        [one] 1 picked
       *[other] { $n } picked
    }
screening-choose = Choose
screening-no-rest = No to the rest of this section
screening-no-rest-what =
    { $n ->
        [one] Records “no” to the 1 open question above.
       *[other] Records “no” to each of the { $n } open questions above.
    }
screening-copy-title = Has anything changed?
screening-copy-from = Answers of
screening-copy-rest = The questions of today are read out; each one not answered otherwise is recorded as “no”.
screening-copy = Nothing has changed
screening-close = Sign the screening
screening-sign-pin = PIN to sign the screening
screening-sign-password = Password to sign the screening
screening-sign-hint = Then Enter
screening-closed = Signed by { $name } at { $at }
screening-closed-copied = Signed by { $name } at { $at }, with the answers of { $from }
screening-stops = Stop { $n }
screening-cautions = Caution { $n }
screening-phototype = Fitzpatrick
screening-unanswered = Unanswered
screening-earliest = Earliest date
screening-earliest-today = Today
screening-earliest-none = Not known yet
screening-missing = Not known yet
screening-medicines = Medicines
screening-no-medicines = No medicines written down.
screening-medicine-name = Medicine
screening-medicine-taken = Taken
screening-still-taking = Still taking
screening-stopped = Stopped
screening-prescribed = Prescribed
screening-last-dose = Last dose
screening-add-medicine = Add medicine
screening-not-known = Not known to the rules
screening-remove = Take out { $what }
screening-procedures = Procedures elsewhere
screening-not-asked = Nobody has asked yet.
screening-no-procedures = None, the client says
screening-said-none = None, as the client says.
screening-procedure = Procedure
screening-procedure-day = Day of the procedure
screening-day-unknown = Day not known
screening-add-procedure = Add procedure
screening-peel-class = Strength of the peel
screening-peel-vs = Very superficial
screening-peel-s = Superficial
screening-peel-m = Medium
screening-peel-d = Deep
screening-filler-material = Material of the filler
screening-filler-ha = Hyaluronic acid
screening-filler-biostim = Biostimulating
screening-filler-permanent = Permanent
screening-past-mn = Microneedling
screening-past-rf = Radiofrequency microneedling
screening-past-prp = PRP
screening-past-peel = Chemical peel
screening-past-tca-cross = TCA cross
screening-past-microderm = Microdermabrasion
screening-past-laser-na = Laser or IPL, non-ablative
screening-past-laser-ab = Laser, ablative
screening-past-laser-hair = Laser hair removal
screening-past-toxin = Botulinum toxin
screening-past-filler = Filler
screening-past-surgery = Surgery
screening-measures = Blood results
screening-no-measures = No blood results written down.
screening-measure = Blood result
screening-measure-value = Value
screening-measure-unit = Unit
screening-measure-day = Day the blood was taken
screening-add-measure = Add blood result
screening-measure-platelets = Platelets
screening-measure-hb = Haemoglobin
screening-measure-hba1c = HbA1c
screening-measure-inr = INR
screening-number-wrong = A number, such as 11.8.

## Plan
plan-library = Add treatment
plan-group-prepare = Prepare
plan-group-treat = Treat
plan-group-serums = Serums
plan-add = Add { $what }
plan-add-word = Add
plan-keys-asleep = The number keys set depths now. Esc gives them back.
plan-stack = This visit
plan-empty = Nothing is planned yet. Add a treatment on the left.
plan-unfinished = Not complete
plan-unfinished-count =
    { $n ->
        [one] 1 not complete, not part of the plan yet
       *[other] { $n } not complete, not part of the plan yet
    }
plan-earlier = Move { $what } up
plan-later = Move { $what } down
plan-remove = Remove { $what }
plan-close-part = Close this part
plan-repeat = Repeat last visit’s plan
plan-rules = Rules { $version }
plan-rules-open = To be approved by the clinic
plan-numbing = Numbing cream
plan-numbing-detail = Product, grams, minutes
plan-needling = Microneedling
plan-needling-detail = Depth for each zone
plan-needling-rf = Radiofrequency microneedling
plan-plasma = PRP
plan-plasma-detail = Draw, spin, apply
plan-peel = Chemical peel
plan-peel-detail = Agent, strength, time
plan-light = LED light
plan-light-detail = Minutes, eye shield
plan-serum = Serum
plan-serum-detail = Sterile, single use, lot
plan-hyaluronic = Hyaluronic acid
plan-growth = Growth factors
plan-vitamin = Vitamin C
plan-indication = Why
plan-energy = Energy
plan-energy-none = Needles only
plan-energy-rf = Radiofrequency
plan-device = Device
plan-device-max = Label limit, mm
plan-needle = Needles
plan-needle-steel = Steel
plan-needle-titanium = Titanium
plan-needle-nickel-free = Nickel-free
plan-not-looked = Not looked at
plan-sessions = Visits agreed
plan-draw = Blood to draw, mL
plan-draw-line = { $ml } mL draw
plan-agent = Agent
plan-agent-glycolic = Glycolic acid
plan-agent-lactic = Lactic acid
plan-agent-mandelic = Mandelic acid
plan-agent-salicylic = Salicylic acid
plan-agent-jessner = Jessner’s solution
plan-agent-tca = Trichloroacetic acid
plan-agent-tca-prx = TCA with hydrogen peroxide
plan-agent-pyruvic = Pyruvic acid
plan-agent-phenol = Phenol
plan-strength = Strength, %
plan-percent = { $n }%
plan-layers = Layers
plan-contact = Minutes on the skin
plan-substance = Substance
plan-substance-glide-gel = Glide gel
plan-substance-hyaluronic-acid = Hyaluronic acid
plan-substance-tranexamic-acid = Tranexamic acid
plan-substance-growth-factor = Growth factors
plan-substance-exosomes = Exosomes
plan-substance-vitamin-c = Vitamin C
plan-substance-retinoid = Retinoid
plan-substance-aha-bha = AHA or BHA
plan-substance-minoxidil = Minoxidil
plan-substance-other = Another substance
plan-origin = Origin
plan-origin-synthetic = Synthetic
plan-origin-plant = Plant
plan-origin-animal = Animal
plan-origin-human = Human
plan-origin-unknown = Not known
plan-timing = When
plan-timing-during = During
plan-timing-after = After
plan-sterile = Sterile by its label
plan-single-use = Single use
plan-in-ifu = Named in the device’s instructions
plan-authorised = A prescriber has authorised it
plan-serum-product = Product on the label
plan-serum-lot = Lot of the serum
plan-serum-expires = Serum expires
plan-numbing-product = Cream
plan-numbing-lidoprilo = Lidocaine 2.5% with prilocaine 2.5%
plan-numbing-pliaglis = Lidocaine 7% with tetracaine 7%
plan-numbing-lmx = Lidocaine 4%, liposomal
plan-numbing-tetra4 = Tetracaine 4% gel
plan-grams = Amount, g
plan-grams-line = { $g } g
plan-area = Skin covered, cm²
plan-numbing-minutes = Minutes of numbing
plan-occluded = Under a film
plan-prescription = On prescription or direction
plan-light-minutes = Minutes of light
plan-minutes-line = { $n } min
plan-eye-shield = Eyes shielded
plan-all-zones = Select all its zones
plan-put-zones = Add the selected zones
plan-out-zones = Take out the selected zones
plan-zones-none = No zones yet. Select zones on the map or add one below.
plan-no-zones = No zones yet
plan-zones-at = { $zones }, { $depths } mm
plan-no-depth = No depth
plan-cap = Limit { $mm } mm
plan-zone-out = Take out { $zone }
plan-zone-add = Add a zone
plan-zone-choose = Choose a zone
plan-dates = Earliest safe dates
plan-dates-empty = Add a treatment to see its dates.
plan-no-day = No day can be named yet: { $parts }.
plan-why = Why
plan-show-sources = Show source
plan-show-all =
    { $n ->
        [one] Show 1 more finding
       *[other] Show { $n } more findings
    }
plan-no-findings = No findings.
plan-missing =
    { $n ->
        [one] 1 fact is missing:
       *[other] { $n } facts are missing:
    }
plan-answer = Answer in the screening
plan-both-sides = The rules look at the zone: a reason on one side holds for both.
plan-source = { $rule } · { $source } · { $status }
plan-until = Earliest
plan-block = Stop
plan-incomplete = Not known
plan-defer = Too soon
plan-signoff = Sign-off
plan-modify = Change
plan-inform = Note
plan-clear = OK
plan-fix-take = Take { $mm } mm
plan-fix-take-all = Take the limit in each zone
plan-fix-remove = Remove { $what } from the plan
plan-lift = Lift { $rule }
plan-lift-who = A prescriber can lift this with a reason.
plan-lift-reason = Why treatment may go on
plan-lift-needs-reason = Write the reason first, then type it again.
plan-lift-pin = Prescriber’s PIN
plan-lift-password = Prescriber’s password
plan-lift-sign = Lift and sign
plan-lift-cancel = Leave it
plan-lifted = Lifted
plan-lifted-by = Lifted by { $name }: { $reason }
plan-sequential = One after the other instead:

## Consent
consent-none = There is no signed consent for this visit.
consent-language = Language of the text
consent-version = Text { $version }, { $hash }
consent-progress = { $done } of { $all } initialled
consent-initials = Initials for { $number }
consent-initials-key = I
consent-initials-next = Put the client’s initials
consent-questions = Questions asked and answers given
consent-identity = How the client was identified
consent-identity-known = Known to me
consent-identity-photo = Photo ID seen
consent-same-day = Why treatment may follow today
consent-same-day-hint = The time to think it over is not over yet
consent-guardian = { $name } signs beside the client.
consent-signature = Client signature
consent-type = Type the name instead
consent-typed = Client’s name, typed by the client
consent-draw = Draw the signature instead
consent-copy = The client’s copy
consent-copy-printed = Print it
consent-copy-saved = Saved as a file
consent-copy-declined = Declined
consent-copy-owed = Give it later
consent-secret-pin = Practitioner’s PIN
consent-secret-password = Practitioner’s password
consent-secret-hint = Confirms that the client was informed and signed
consent-file = File signed consent
consent-leave = Not today: save unsigned
consent-refuse = The client says no
consent-refuse-title = The client says no
consent-refuse-reason = In the client’s words
consent-refuse-hint = May stay empty. Sign with the practitioner’s secret above.
consent-refuse-file = File the refusal
consent-refuse-back = Back to the consent
consent-needs-initials = The client has not initialled every clause.
consent-needs-identity = Say how the client was identified.
consent-needs-reason = Say why treatment may follow today.
consent-needs-signature = The client has not signed.
consent-needs-secret = Type the practitioner’s PIN or password.
consent-filed = Consent signed at { $at }
consent-open = Open the document
consent-copy-print = Print the client’s copy
consent-copy-retry = Retry printing the copy
consent-copy-sent = The printer took the client’s copy.
consent-copy-was-printed = The client gets a printed copy.
consent-copy-was-saved = The client’s copy was saved as a file.
consent-copy-was-declined = The client declined a copy.
consent-copy-is-owed = The client is still owed a copy.

## Treatment
chart-steps = Steps of the treatment
chart-step-prepare = Prepare
chart-step-numb = Numbing
chart-step-needle = Needle
chart-step-products = Products
chart-step-finish = Finish
chart-next = Next: { $step }
chart-open-consent = Open the consent
chart-planned = Planned
chart-numbing = Numbing clock
chart-numbing-planned = Planned: { $minutes } minutes
chart-numbing-left = { $left } left
chart-numbing-over = Over by { $left }
chart-numbing-is-left = minutes left
chart-numbing-is-over = over the planned time
chart-cream-on = On the skin at
chart-cream-off = Taken off at
chart-not-yet = Not yet
chart-on-skin = Time on the skin
chart-minutes =
    { $n ->
        [one] 1 minute
       *[other] { $n } minutes
    }
chart-put-on = Cream is on
chart-take-off = Cream is off
chart-start-numbing = Start the clock
chart-end-numbing = Stop the clock
chart-map = Treatment map
chart-copy-last = Copy last depths
chart-select-zone = Select a zone
chart-zones-selected = { $n } zones selected
chart-zone-keys = Arrows move, 1–7 set depth
chart-depth = Depth
chart-passes = Passes
chart-endpoint = Endpoint
chart-mm = { $mm } mm
chart-none = None
chart-mixed = Several
chart-less-deep = Less deep
chart-deeper = Deeper
chart-fewer-passes = Fewer passes
chart-more-passes = More passes
chart-no-endpoint = Not noted
chart-deviation = It has already been done: record as deviation
chart-deviation-reason = Why it was deeper
chart-deviation-hint = Stays with the zone in the record
chart-deviation-record = Record as deviation
chart-deviation-badge = Deviation
chart-slip = It was a slip
chart-recorded = Recorded
chart-recorded-count = { $n } of { $planned } zones
chart-nothing = Nothing is charted yet.
chart-zones = Zones
chart-both-sides = { $zone }, both sides
chart-items = Device and products
chart-items-scan = Scan any time
chart-items-complete = All lots recorded
chart-item-what = Which item
chart-item-product = Product
chart-item-lot = Lot
chart-item-scan = Scan or type
chart-item-expires = Expires
chart-item-add = Record the lot
chart-item-remove = Take out lot { $lot }
chart-item-cartridge = Cartridge
chart-item-plasma-kit = PRP kit
chart-item-peel = Peel
chart-item-serum = Serum
chart-item-anaesthetic = Numbing cream
chart-in-date = In date
chart-expired = Expired
chart-finish = End of the treatment
chart-pain = Pain score
chart-pain-hint = 0 is none, 10 the worst. The keys 0 to 9 set it.
chart-pain-key = Pain score { $score }
chart-note = Note
chart-finished-at = Treatment ended
chart-not-finished = Not yet
chart-finished-hint = Every hour of the aftercare is counted from here. It can be corrected until the visit is signed.
chart-finished-other = It ended earlier
chart-finished-correct = Correct the time
chart-finished-day = Day it ended
chart-finished-clock = Time it ended
chart-finished-keep = Keep this time
chart-clock-wrong = A time, such as 15:04.
chart-do-finish = Finish the treatment

## Signature
sign-title = Sign the visit
sign-what = Signing locks the visit. After that only dated additions are possible.
sign-pin = PIN to sign the visit
sign-password = Password to sign the visit
sign-do = Sign the visit
sign-complete = Everything is recorded.
sign-open =
    { $n ->
        [one] 1 point is open
       *[other] { $n } points are open
    }
sign-signed = Signed by { $name } at { $at }
sign-not-treated = This visit was closed without treatment.
sign-no-items = No items recorded.
sign-pain = Pain score { $score }
addenda-title = Additions
addenda-text = What is added or corrected, and why
addenda-hint = The signed text stays as it is
addenda-pin = PIN to sign the addition
addenda-password = Password to sign the addition
addenda-add = Sign the addition

## Aftercare
sheet-options = Sheet
sheet-language = Language
sheet-paper = Paper
sheet-printer = Printer
sheet-printer-own = The computer’s own choice
sheet-printer-default = { $name } (this computer’s own)
sheet-no-printers = This computer knows no printer. The sheet can be saved to the documents.
sheet-copies = Copies
sheet-fewer = Fewer copies
sheet-more = More copies
sheet-conflicts = Instructions that met
sheet-conflicts-seen = I have read how they were settled
sheet-date-list = Dates on the sheet
sheet-preview =
    { $n ->
        [one] Aftercare sheet, 1 page
       *[other] Aftercare sheet, { $n } pages
    }
sheet-none = The sheet cannot be shown yet.
sheet-save = Save to documents
sheet-print-one = Print 1 copy
sheet-print = Print { $n } copies
sheet-saved = Saved to documents as { $number }
sheet-printed = Printed, and saved to documents as { $number }
sheet-not-printed = Saved to documents as { $number }, not printed
sheet-retry = Retry
sheet-open = Open the document
