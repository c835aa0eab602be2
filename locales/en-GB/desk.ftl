# Words the desk puts together for the screen: names of parts, summaries, open points.

client-hidden = Restricted client

component-mn = Microneedling
component-rf = Radiofrequency microneedling
component-prp = PRP
component-ta = Numbing cream
component-led = LED light

agent-glycolic = Glycolic acid
agent-lactic = Lactic acid
agent-mandelic = Mandelic acid
agent-salicylic = Salicylic acid
agent-jessner = Jessner’s solution
agent-tca = TCA
agent-tca_prx = TCA with hydrogen peroxide
agent-pyruvic = Pyruvic acid
agent-phenol = Phenol

substance-glide_gel = Glide gel
substance-hyaluronic_acid = Hyaluronic acid
substance-tranexamic_acid = Tranexamic acid
substance-growth_factor = Growth factors
substance-exosomes = Exosomes
substance-vitamin_c = Vitamin C
substance-retinoid = Retinoid
substance-aha_bha = Exfoliating acid
substance-minoxidil = Minoxidil
substance-other = Other serum

zone-abdomen = Abdomen
zone-arm = Arm
zone-back = Back
zone-breast_areola = Breast
zone-cheek_lateral = Lateral cheek
zone-cheek_medial = Medial cheek
zone-chin = Chin
zone-crowsfeet = Crow’s feet
zone-decollete = Décolleté
zone-eyelid = Eyelid
zone-forehead = Forehead
zone-glabella = Glabella
zone-hand_dorsal = Back of the hand
zone-jawline = Jawline
zone-knee = Knee
zone-malar = Cheekbone
zone-neck_ant = Neck, front
zone-neck_lat = Neck, side
zone-nose_dorsum = Nose
zone-nose_tip = Tip of the nose
zone-periorbital = Under-eye
zone-scalp = Scalp
zone-temple = Temple
zone-thigh_buttock = Thigh
zone-upper_lip = Upper lip
zone-vermilion = Lips

indication-fine_lines = Fine lines
indication-wrinkles_crowsfeet = Crow’s feet
indication-wrinkles_forehead = Forehead lines
indication-wrinkles_neck = Neck lines
indication-laxity = Mild laxity
indication-acne_rolling = Rolling acne scars
indication-acne_boxcar = Boxcar acne scars
indication-acne_icepick = Icepick acne scars
indication-scar_surgical = Surgical scar
indication-scar_burn = Burn scar
indication-scar_hypertrophic = Hypertrophic scar
indication-striae = Stretch marks
indication-pores = Enlarged pores
indication-texture = Texture and dullness
indication-melasma = Melasma
indication-hyperpig = Dark marks
indication-telangiectasia = Visible capillaries
indication-alopecia = Hair thinning

item-cartridge = Cartridge lot
item-plasma_kit = PRP kit lot
item-peel = Peel lot
item-serum = Serum lot
item-anaesthetic = Numbing cream lot

section-today = Today, asked at every visit
section-health = Health
section-skin = Skin
section-medicines = Medicines
section-prp = PRP
section-anaesthetic = Numbing cream
section-combination = Combination

answer-field-ended_on = Last time, or the day it healed
answer-field-zones = Where
answer-field-active = Active or not controlled
answer-field-allergy_class = Which family
answer-field-ingredients = Which substances
choice-true = Yes
choice-false = No
choice-amide = Amides: lidocaine, prilocaine
choice-ester = Esters: tetracaine, benzocaine
choice-both = Both

status-S = Stated in an article of low authority
status-V = Read in the named source
status-Vc = Read in a copy of the source
status-G = General knowledge, to be checked by the clinic
status-P = Product default, to be approved by the clinic

missing-answer = Ask and answer: { $question }
missing-answer-field = Complete the answer to: { $question }
missing-history = Ask which procedures the client had elsewhere, or record that there were none.
missing-history-day = Write when this earlier procedure was done.
missing-screening = The whole questionnaire is more than 180 days old. Ask all of it again.
missing-measure = A newer blood value is needed: { $measure }
missing-needle = Write what the needles of this device are made of.
missing-preparation = Complete the PRP preparation.
missing-zones = Choose the zones, and a depth for each that is needled.
missing-other = A fact is missing: { $path }
measure-inr = INR, at most 7 days old
measure-hba1c = HbA1c, at most 90 days old
measure-platelets = platelet count
measure-hb = haemoglobin

medicine-unknown = { $name } is not known to the rules. It is kept in the record; judge it yourself.

summary-nothing = Nothing planned yet
summary-depths = { $name } { $from }–{ $to } mm
summary-depth = { $name } { $depth } mm

open-screening = Close the screening.
open-consent = Take the consent for this plan.
open-zones = { $count ->
    [one] Chart one planned zone, or take it out of the plan.
   *[other] Chart { $count } planned zones, or take them out of the plan.
 }
open-endpoint = { $count ->
    [one] Record the endpoint of one zone.
   *[other] Record the endpoint of { $count } zones.
 }
open-item = Record: { $item }.
open-numbing-on = Record when the numbing cream went on.
open-numbing-off = Record when the numbing cream came off.
open-finish = Finish the treatment.

consent-why-none = No consent has been signed for this visit.
consent-why-plan = The plan holds something the signed consent does not cover.
consent-why-refused = The client refused.
consent-why-withdrawn = The client took the consent back.
consent-why-expired = The consent was signed too long ago. Take it anew.
consent-why-text = The text of the consent means something else by now. Take it anew.
consent-why-risk = Today’s answers bring a risk the signed consent does not name.

alert-hsv = Cold sores
alert-isotretinoin = Isotretinoin
alert-keloid = Keloid tendency
alert-anticoagulant = Anticoagulant
alert-pregnant = Pregnant

limit-cap-device = limit of the device
limit-cap-scope = limit of your scope of practice
limit-cap-wrinkle = limit for wrinkles
limit-cap-orbit = no needling inside the orbital rim
limit-fst-5_6 = limit for phototype V and VI
limit-fst-unknown = limit while the phototype is not recorded
limit-mod-age65 = limit from 65 years
limit-ci-anticoagulant = limit with an anticoagulant
limit-consent = what the client agreed to
limit-not-planned = this zone is not in the plan
section-allergies = Allergies
section-recent = Recent treatments and exposures

language-en-GB = English (United Kingdom)
language-en-US = English (United States)
language-es = Spanish
language-de = German
language-ar = Arabic

act-create = Made
act-update = Changed
act-close = Closed a step
act-sign = Signed
act-refuse = Recorded a refusal
act-withdraw = Recorded a withdrawal
act-file = Filed
act-lift = Lifted a finding
act-approve = Approved
act-amend = Added to
act-wrong_client = Put with the right client
act-hand_over = Handed over a copy
act-restrict = Restricted
act-unrestrict = Opened to everybody
act-break_glass = Opened with a reason
act-open = Opened
act-search = Searched
act-print = Printed
act-save = Saved as a file
act-export = Exported
act-unlock = Unlocked
act-unlock_failed = Wrong password
act-lock = Locked
act-key = Changed a key

entity-clinic = Clinic
entity-user = User
entity-client = Client
entity-appointment = Appointment
entity-visit = Visit
entity-screening = Answers
entity-chart = Chart
entity-item_use = Item
entity-consent = Consent
entity-sealed_consent = Sealed consent
entity-consent_addendum = Correction of a consent
entity-wrong_client = Wrong client
entity-copy_given = Copy of a consent
entity-sign_off = Signature
entity-addendum = Addendum
entity-document = Document
entity-protocol = Protocol
entity-protocol_approval = Approval of the protocol
entity-restriction = Restriction
entity-photo = Photo
entity-photo_permission = Permission for a photo
entity-scan = Scan
entity-media_withdrawal = Withdrawn photo or scan

look-record = Record
look-visit = Visit
look-document = Document
look-journal = Journal
look-photos = Photos and papers
look-photo = Photo
look-scan = Scan
search-n-found = { $n ->
    [0] nobody found
   *[other] { $n } found
}

journal-whole = The journal is whole: { $count ->
    [one] one entry was
   *[other] { $count } entries were
 } checked.
journal-entry-missing = Entry { $seq } of the journal is missing. Nothing from there on can be trusted: keep this vault as it is, and compare it with the newest backup.
journal-chain-broken = Entry { $seq } of the journal does not follow the one before. Nothing from there on can be trusted: keep this vault as it is, and compare it with the newest backup.
journal-entry-altered = Entry { $seq } of the journal was altered. Nothing from there on can be trusted: keep this vault as it is, and compare it with the newest backup.
journal-body-missing = What entry { $seq } of the journal was about is gone. Keep this vault as it is, and compare it with the newest backup.
journal-body-altered = What entry { $seq } of the journal was about was altered. Keep this vault as it is, and compare it with the newest backup.
journal-end-missing = The end of the journal was cut off: entry { $seq } and all after it are missing. Keep this vault as it is, and compare it with the newest backup.
journal-rewritten = The journal was written anew, from entry { $seq } at the earliest. Keep this vault as it is, and compare it with the newest backup.
backup-none = Choose a folder on another disk in Settings, so that a broken computer costs no records.
backup-none-yet = One is made within the hour, or press “Back up now” in Settings.
backup-good = Last backup { $at }, opened again and found whole, in { $folder }.
backup-good-by-hand = Last backup { $at }, in { $folder }. None is made by itself: choose a folder in Settings.
backup-old = The last backup is from { $at }, in { $folder }. Plug in its disk, or choose another folder in Settings.
backup-failed = The last backup failed. { $why } The newest good one is from { $at }, in { $folder }.
backup-failed-none = The backup failed, and there is none yet. { $why }
backup-made = Backup made, opened again and found whole: { $path }, with { $media } documents and photos, up to entry { $seq } of the journal.

check-vault-whole = The vault is whole: { $entries } entries of the journal, { $media } documents and photos. The newest entry is { $seq } ({ $hash }).
check-backup-whole = The backup is whole: { $entries } entries of the journal, { $media } documents and photos. The newest entry is { $seq } ({ $hash }).
check-pages = A part of the database file is damaged. Restore the newest backup.
check-unlike-journal = The table “{ $table }” does not say what the journal says.
check-media = { $count ->
    [one] One document or photo is missing or altered.
   *[other] { $count } documents and photos are missing or altered.
 } Restore them from the newest backup.

### Photos and papers

check-media-of = { $what } { $id } has no whole file or thumbnail.

photo-view-front = Front
photo-view-left-oblique = Left, half turned
photo-view-right-oblique = Right, half turned
photo-view-left-side = Left side
photo-view-right-side = Right side
photo-view-close = Close-up
photo-side-left = left
photo-side-right = right
photo-scope-record = Record only
photo-scope-teaching = Record and teaching
photo-scope-marketing = Record, teaching and publication
scan-paper-consent = Consent on paper
scan-referral-letter = Referral letter
scan-other = Other paper

picture-empty = The file is empty. Copy it again from the camera or scanner.
picture-too-many-bytes = The file is larger than 40 MB. Save it smaller and choose it again.
picture-unknown-kind = This is not a picture that can be kept here. Save it as JPEG and choose that.
picture-heic = This is a HEIC picture, which cannot be read here. Save it as JPEG: on an iPhone choose Settings, Camera, Formats, Most Compatible.
picture-other-purpose = Photos are kept as JPEG, PNG or WebP; scans of paper as JPEG, PNG, TIFF or PDF. Save it as one of those, or choose it in the other list.
picture-too-many-pixels = The picture has more than 52 million pixels or a side longer than 12,000. Save it smaller, or scan at 300 dots per inch.
picture-too-many-pages = The file has more than 40 pages. Scan each document into a file of its own.
picture-damaged = The file is damaged or was not copied to its end. Copy it again.
picture-mixed = Another file hides behind the picture, so it is not taken. Open the picture and save it again as JPEG.
picture-too-much-work = Reading this picture took more time or memory than any photo needs, so it was stopped. Save it again as JPEG.
picture-encrypted-pdf = The PDF is locked with a password. Save it without one, or scan the paper again.
picture-active-pdf = The PDF carries a program or another file, so it is not taken. Print it to a new PDF and choose that.
picture-unreadable = The file could not be opened. Check that it is there and that you may read it.
picture-too-many = At most 40 files are read at once. Add these first, then choose the rest.

# Signed pages that came back on paper
signed-page-found = { $count ->
    [one] Page { $pages }
   *[other] Pages { $pages }
}
signed-page-open = Its code cannot be read. Say which page it is.
signed-page-aside = Not a page of the document. It stays in the file.
signed-page-other-document = A page of another document of this client. Take the file out.
signed-page-other-client = A page of somebody else’s document. Take the file out.
signed-page-unknown = Not printed by this clinic. Take the file out.
signed-page-changed = Its code does not match the document that is filed. Take the file out, and print the form again.
signed-problem-no-document = No page says which document it is of. Choose the client and the document.
signed-problem-open = A page cannot be read. Say which page it is, or that it is none of the document’s.
signed-problem-foreign = A page belongs to something else. Nothing is filed while it is among these.
signed-problem-missing = { $count ->
    [one] Page { $pages } is missing. Add its photo or scan.
   *[other] Pages { $pages } are missing. Add their photos or scans.
}
signed-problem-doubled = { $count ->
    [one] Page { $pages } is there twice. Take one of them out.
   *[other] Pages { $pages } are there twice. Take one of each out.
}
signed-problem-filed = The signed pages of this document are filed already. To file others, withdraw those scans first.
signed-counts = They will count as the consent to what is planned, once you have signed for them.
signed-kept-signed-here = This consent was signed at the screen. The pages are kept beside it.
signed-kept-moved = The visit belongs to another client now. The pages are kept, and count for nothing that is planned.
signed-kept-consented = What is planned is covered by a signed consent already. The pages are kept beside it.
signed-kept-stopped = The rules stop the plan as it is. The pages are kept, and do not open the treatment.
signed-kept-changed = The plan or the text has changed since the form was printed. The pages are kept, and do not count for what is planned now: print the form again, or sign at the screen.
signed-scan-title = { $count ->
    [0] { $number }, signed on paper
    [one] { $number }, signed on paper: page { $pages }
   *[other] { $number }, signed on paper: pages { $pages }
}
