// Written by `cargo run -p desk --example contract`. Do not edit: change crates/desk/src/wire and write it anew.

/**
 * Says how a request was answered.
 */
export type AccessAnswerRequest = { 
/**
 * Which request.
 */
request: AccessRequestId, 
/**
 * The version on the screen.
 */
based_on: number, 
/**
 * How.
 */
how: AnswerHow, 
/**
 * What was given or said, and to whom. A refusal needs it.
 */
note: string, };

/**
 * A request that is due, on the day's list.
 */
export type AccessDueRow = { 
/**
 * Whose record.
 */
client: ClientRow, 
/**
 * The last day to answer.
 */
answer_by: string, 
/**
 * Whether that day is over.
 */
is_over: boolean, };

/**
 * Puts the day to answer off.
 */
export type AccessExtendRequest = { 
/**
 * Which request.
 */
request: AccessRequestId, 
/**
 * The version on the screen.
 */
based_on: number, 
/**
 * The last day now.
 */
until_on: string, 
/**
 * Why; the person who asked is told.
 */
reason: string, };

/**
 * One request for a copy of a client's record.
 */
export type AccessRequestId = string;

/**
 * One request.
 */
export type AccessRequestRow = { 
/**
 * Which.
 */
id: AccessRequestId, 
/**
 * Its version.
 */
version: number, 
/**
 * The day it was received.
 */
received_on: string, 
/**
 * Who asked.
 */
asked_by: string, 
/**
 * What for.
 */
wanted: string, 
/**
 * The last day to answer, with an extension.
 */
answer_by: string, 
/**
 * How it stands.
 */
standing: AccessStanding, 
/**
 * The rule that set the day, with source and status.
 */
rule_words: string, 
/**
 * Why the day was put off; empty where it was not.
 */
extension_reason: string, 
/**
 * How it was answered.
 */
how: AnswerHow | null, 
/**
 * What was given or said.
 */
note: string, 
/**
 * When it was answered, in UTC.
 */
answered_at: string | null, 
/**
 * Number of the journal's entry of the export that was handed over.
 */
export_entry: number | null, };

/**
 * A client's requests for a copy.
 */
export type AccessRequestsView = { 
/**
 * The requests, those to be answered on top.
 */
rows: Array<AccessRequestRow>, 
/**
 * The rule that sets the day for a new one, with source and status.
 */
rule_words: string, };

/**
 * How a request stands.
 */
export type AccessStanding = "open" | "soon" | "over" | "answered";

/**
 * A client, or somebody for the client, asks for a copy of the record.
 */
export type AccessTakeRequest = { 
/**
 * Whose record.
 */
client: ClientId, 
/**
 * The day it was received.
 */
received_on: string, 
/**
 * Who asked.
 */
asked_by: string, 
/**
 * What for.
 */
wanted: string, };

/**
 * A dated correction or addition to something signed.
 */
export type AddendumId = string;

/**
 * Adds to a signed visit.
 */
export type AddendumRequest = { 
/**
 * Which.
 */
visit: VisitId, 
/**
 * What is added or corrected, and why.
 */
text: string, 
/**
 * PIN or password.
 */
secret: string, };

/**
 * One addition after the signature.
 */
export type AddendumRow = { 
/**
 * Which.
 */
id: AddendumId, 
/**
 * What was added.
 */
text: string, 
/**
 * Who.
 */
by_name: string, 
/**
 * When, in UTC.
 */
written_at: string, };

/**
 * What is reported.
 */
export type AdverseEventPaper = { 
/**
 * The visit it is about.
 */
visit: VisitId, 
/**
 * Whose form.
 */
form: ReportForm, 
/**
 * The day it happened or was noticed, `YYYY-MM-DD`.
 */
happened_on: string, 
/**
 * What happened.
 */
description: string, 
/**
 * How it turned out so far; may be empty.
 */
outcome: string, 
/**
 * Tests and findings; may be empty.
 */
tests: string, };

/**
 * What is known of a client's allergies. Four states, so that "nobody asked" is never read as "none".
 */
export type Allergies = { "state": "known", "to": Array<string> } | { "state": "none_known" } | { "state": "not_recorded" } | { "state": "unavailable" };

/**
 * One answer.
 */
export type Answer = { 
/**
 * Yes, no, or asked and not known.
 */
state: AnswerState, 
/**
 * Last dose, last exposure, day healed or settled: `YYYY-MM-DD`, or `YYYY-MM` where only the month is known.
 */
ended_on?: string | null, 
/**
 * Where; empty means everywhere.
 */
zones?: Array<ZoneId>, 
/**
 * Active or uncontrolled, where the question makes that difference.
 */
active?: boolean | null, 
/**
 * `amide`, `ester` or `both`.
 */
allergy_class?: string | null, 
/**
 * Substances and peel agents the client reacts to.
 */
ingredients?: Array<string>, 
/**
 * Who asked.
 */
asked_by: UserId, 
/**
 * When the answer was given.
 */
asked_at: string, };

/**
 * An answer, as given. Who and when is added by the desk.
 */
export type AnswerFields = { 
/**
 * Yes, no, or not known.
 */
state: AnswerState, 
/**
 * Day or month.
 */
ended_on: string | null, 
/**
 * Where; empty means everywhere.
 */
zones: Array<ZoneId>, 
/**
 * Active or uncontrolled.
 */
active: boolean | null, 
/**
 * `amide`, `ester` or `both`.
 */
allergy_class: string | null, 
/**
 * Substances and agents.
 */
ingredients: Array<string>, };

/**
 * How a request was answered.
 */
export type AnswerHow = "export" | "paper" | "refused" | "taken_back";

/**
 * Records one answer as it is given.
 */
export type AnswerRequest = { 
/**
 * Which visit.
 */
visit: VisitId, 
/**
 * Which question.
 */
question: string, 
/**
 * The answer; `None` takes it back.
 */
answer: AnswerFields | null, };

/**
 * What an answer says.
 */
export type AnswerState = "yes" | "no" | "unknown";

/**
 * A client's place in the day.
 */
export type AppointmentId = string;

/**
 * Takes an appointment out of the day.
 */
export type AppointmentRequest = { 
/**
 * Which.
 */
appointment: AppointmentId, };

/**
 * One appointment.
 */
export type AppointmentRow = { 
/**
 * Which.
 */
id: AppointmentId, 
/**
 * Who.
 */
client: ClientRow, 
/**
 * Clock time, `14:00`.
 */
starts: string, 
/**
 * What for.
 */
purpose: string, 
/**
 * The client's visit of that day, if it was begun.
 */
visit: VisitId | null, 
/**
 * How it stands.
 */
status: AppointmentStatus, };

/**
 * Writes an appointment down.
 */
export type AppointmentSaveRequest = { 
/**
 * Who comes.
 */
client: ClientId, 
/**
 * Day.
 */
on: string, 
/**
 * Clock time, `14:00`.
 */
starts: string, 
/**
 * What for; may be empty.
 */
purpose: string, };

/**
 * How an appointment stands. Follows from the visit; nobody ticks it.
 */
export type AppointmentStatus = "planned" | "in_progress" | "done";

/**
 * Who approved the rules in force.
 */
export type ApprovalView = { 
/**
 * Full name.
 */
name: string, 
/**
 * Register and number.
 */
registration: string, 
/**
 * When, in UTC.
 */
at: string, 
/**
 * Why, in the prescriber's words.
 */
reason: string, };

/**
 * Records medicines, blood results and procedures elsewhere, each list whole.
 */
export type BackgroundRequest = { 
/**
 * Which visit.
 */
visit: VisitId, 
/**
 * Medicines.
 */
medicines: Array<Medicine>, 
/**
 * Blood results.
 */
measures: Array<Measure>, 
/**
 * Procedures elsewhere; `None` is "not asked", an empty list is "none".
 */
history: Array<PastProcedure> | null, };

/**
 * A backup that was made and tried.
 */
export type BackupMadeView = { 
/**
 * Where it is.
 */
path: string, 
/**
 * Number of the newest entry in it.
 */
head_seq: number, 
/**
 * First 16 digits of that entry's hash.
 */
head_hash: string, 
/**
 * Documents and photos in it.
 */
n_media: number, 
/**
 * How many of them were not there before.
 */
n_new_media: number, 
/**
 * Older backups that were taken away.
 */
n_forgotten: number, 
/**
 * The same as sentences.
 */
words: string, };

/**
 * Makes a backup now.
 */
export type BackupMakeRequest = { 
/**
 * Where to.
 */
to: BackupTo, };

/**
 * What opens a backup.
 */
export type BackupSecret = { "kind": "password", 
/**
 * Whose.
 */
user: UserId, 
/**
 * The password.
 */
password: string, } | { "kind": "recovery_key", 
/**
 * The key.
 */
recovery_key: string, };

/**
 * Whether somebody has to do something about the backups.
 */
export type BackupStanding = "none" | "good" | "old" | "failed";

/**
 * Where a backup goes.
 */
export type BackupTo = "clinic" | "chosen";

/**
 * How the backups of the clinic stand.
 */
export type BackupView = { 
/**
 * The folder the clinic has chosen.
 */
folder: string | null, 
/**
 * Whether somebody has to do something.
 */
standing: BackupStanding, 
/**
 * When the newest good one was begun, in UTC.
 */
last_good_at: string | null, 
/**
 * How it stands and what to do, as one or two sentences.
 */
words: string, 
/**
 * Whether the newest backup was proved to be one that can be restored from.
 */
drill: DrillView, };

/**
 * The strip over every screen of one client.
 */
export type BannerView = { 
/**
 * Which client.
 */
id: ClientId, 
/**
 * `A-000217`.
 */
number: string, 
/**
 * Family name.
 */
family: string, 
/**
 * Given names.
 */
given: string, 
/**
 * What the client likes to be called; may be empty.
 */
preferred: string, 
/**
 * Title; may be empty.
 */
title: string, 
/**
 * Day of birth.
 */
born_on: string, 
/**
 * Whole years today.
 */
age: number, 
/**
 * As the rules ask it.
 */
sex: Sex, 
/**
 * Fitzpatrick 1 to 6; `None` until assessed.
 */
fitzpatrick: number | null, 
/**
 * One of four states.
 */
allergies: Allergies, 
/**
 * Standing alerts, the client's own first, then those that follow from the answers.
 */
alerts: Array<string>, 
/**
 * The record is restricted, and was opened in this sitting with a reason.
 */
is_restricted: boolean, };

/**
 * Whether a record may go before its retention is over.
 */
export type BeforeItsTime = "refuse" | "accept";

/**
 * Opens a restricted record for this sitting. The reason is an entry of the journal that the administrator reviews.
 */
export type BreakGlassRequest = { 
/**
 * Whose record.
 */
client: ClientId, 
/**
 * Why it has to be seen now; 10 characters or more.
 */
reason: string, };

/**
 * Pain and free words.
 */
export type ChartNoteRequest = { 
/**
 * Which visit.
 */
visit: VisitId, 
/**
 * 0 to 10; `None` if it was not asked.
 */
pain_score: number | null, 
/**
 * Free words.
 */
note: string, };

/**
 * What is charted.
 */
export type ChartView = { 
/**
 * Zones charted so far.
 */
zones: Array<ChartedZone>, 
/**
 * Zones of the plan with their cap, sides apart.
 */
planned: Array<PlannedZoneRow>, 
/**
 * Items used so far.
 */
items: Array<ItemRow>, 
/**
 * Items the components still ask for.
 */
wanted_items: Array<WantedItem>, 
/**
 * The numbing clock.
 */
numbing: NumbingView, 
/**
 * Pain as the client scored it, 0 to 10.
 */
pain_score: number | null, 
/**
 * Free words.
 */
note: string, 
/**
 * Zones of the client's last signed visit, to copy.
 */
last_zones: Array<ChartedZone>, 
/**
 * Day of that visit.
 */
last_visit_on: string | null, };

/**
 * One treated zone.
 */
export type ChartedZone = { 
/**
 * Which zone of the body.
 */
zone: ZoneId, 
/**
 * The client's own left or right, or the middle.
 */
side: Side, 
/**
 * Needle depth in micrometres.
 */
depth_um: number, 
/**
 * Passes, 1 to 12.
 */
n_passes: number, 
/**
 * What was seen when the practitioner stopped.
 */
endpoint: Endpoint | null, 
/**
 * Why this is deeper than the cap, where it is.
 */
deviation_reason: string | null, };

/**
 * What checking a whole backup or a whole vault has shown.
 */
export type CheckView = { 
/**
 * Nothing is damaged.
 */
is_whole: boolean, 
/**
 * Entries of the journal that are whole.
 */
n_entries: number, 
/**
 * Documents and photos.
 */
n_media: number, 
/**
 * Number of the newest entry.
 */
head_seq: number, 
/**
 * First 16 digits of that entry's hash.
 */
head_hash: string, 
/**
 * When a backup was made, in UTC.
 */
made_at: string | null, 
/**
 * Of which clinic a backup is.
 */
clinic_name: string | null, 
/**
 * The same as sentences, with where the damage is.
 */
words: string, };

/**
 * Something to choose.
 */
export type Choice = { 
/**
 * What is stored.
 */
id: string, 
/**
 * What is shown.
 */
words: string, };

/**
 * One clause.
 */
export type ClauseRow = { 
/**
 * Id of the text.
 */
id: string, 
/**
 * "2.1".
 */
number: string, 
/**
 * Its heading.
 */
heading: string, 
/**
 * The words.
 */
paragraphs: Array<string>, 
/**
 * Whether the client initials it.
 */
needs_initials: boolean, };

/**
 * What a person can type about a client.
 */
export type ClientFields = { 
/**
 * Family name.
 */
family: string, 
/**
 * Given names.
 */
given: string, 
/**
 * What the client likes to be called.
 */
preferred: string, 
/**
 * Title.
 */
title: string, 
/**
 * Day of birth, `YYYY-MM-DD`.
 */
born_on: string, 
/**
 * As the rules ask it.
 */
sex: Sex, 
/**
 * Telephone.
 */
phone: string, 
/**
 * Mail.
 */
email: string, 
/**
 * Postal address.
 */
address: string, 
/**
 * Whom to call if something happens.
 */
emergency_contact: ContactPerson | null, 
/**
 * Who signs for a minor.
 */
guardian: ContactPerson | null, 
/**
 * Fitzpatrick 1 to 6; `None` until assessed.
 */
fitzpatrick: number | null, 
/**
 * One of four states.
 */
allergies: Allergies, 
/**
 * Standing alerts.
 */
alerts: Array<string>, 
/**
 * Language the client reads, as a BCP 47 tag, `und` for one no paper is written in; `None`: the clinic's.
 */
document_language: string | null, };

/**
 * A person in the clinic's care.
 */
export type ClientId = string;

/**
 * Asks for the entries about one client: who opened the file, who changed it, what left.
 */
export type ClientJournalRequest = { 
/**
 * Whose.
 */
client: ClientId, 
/**
 * The page older than this place: [`JournalView::next`].
 */
before?: number, };

/**
 * Names one client.
 */
export type ClientRequest = { 
/**
 * Which client.
 */
client: ClientId, };

/**
 * One line of a list of clients.
 */
export type ClientRow = { 
/**
 * Which client.
 */
id: ClientId, 
/**
 * `A-000217`.
 */
number: string, 
/**
 * Family name.
 */
family: string, 
/**
 * Given names.
 */
given: string, 
/**
 * What the client likes to be called; may be empty.
 */
preferred: string, 
/**
 * Day of birth.
 */
born_on: string, 
/**
 * Whole years today.
 */
age: number, 
/**
 * Telephone; may be empty.
 */
phone: string, 
/**
 * Day of the newest visit.
 */
last_visit_on: string | null, 
/**
 * The record is restricted and was not opened in this sitting: only the number is told, all else is empty.
 */
is_hidden: boolean, };

/**
 * Saves a new or changed client.
 */
export type ClientSaveRequest = { 
/**
 * Which client; `None` makes a new one.
 */
id: ClientId | null, 
/**
 * Version this edit is based on; `None` for a new client.
 */
based_on: number | null, 
/**
 * The fields.
 */
fields: ClientFields, 
/**
 * The possible duplicates were shown and this is another person.
 */
is_another_person: boolean, };

/**
 * Finds clients while the person types.
 */
export type ClientSearchRequest = { 
/**
 * Part of a name, a birth date, a phone or a number.
 */
words: string, 
/**
 * The person stays at it: a second without a key, or somebody opened from the list. It is an entry of the journal.
 */
is_settled: boolean, };

/**
 * One client's record. Reading it is an entry of the journal.
 */
export type ClientView = { 
/**
 * The strip.
 */
banner: BannerView, 
/**
 * Everything a person can type.
 */
fields: ClientFields, 
/**
 * Version the next save is based on.
 */
version: number, 
/**
 * Visits, newest first.
 */
visits: Array<VisitRow>, 
/**
 * Filed documents, newest first.
 */
documents: Array<DocumentRow>, 
/**
 * The visit that is being worked on.
 */
open_visit: VisitRow | null, 
/**
 * Consents signed or refused, newest first.
 */
consents: Array<ConsentRow>, 
/**
 * Visits recorded under the wrong client, oldest first.
 */
wrong_clients: Array<WrongClientRow>, };

/**
 * The clinic, as typed.
 */
export type ClinicFields = { 
/**
 * Trading name.
 */
name: string, 
/**
 * Postal address.
 */
address: string, 
/**
 * Number in opening hours.
 */
phone: string, 
/**
 * Number when the clinic is closed.
 */
out_of_hours_phone: string, 
/**
 * Whose law the rules follow.
 */
jurisdiction: Jurisdiction, 
/**
 * IANA zone.
 */
time_zone: string, 
/**
 * Paper in the printer.
 */
paper: PaperSize, 
/**
 * Minutes until the screen locks, 1 to 15.
 */
lock_after_minutes: number, };

/**
 * A closed screening.
 */
export type ClosedScreening = { 
/**
 * When, in UTC.
 */
at: string, 
/**
 * By whom.
 */
by_name: string, 
/**
 * Day of the earlier answers, if they were copied.
 */
copied_from: string | null, };

/**
 * A code of an authenticator.
 */
export type CodeRequest = { 
/**
 * Six digits; gaps do not matter.
 */
code: string, };

/**
 * One part of a visit.
 */
export type Component = { 
/**
 * Unique within its visit; stays when the order changes.
 */
id: string, 
/**
 * Where. Never empty once the plan is used.
 */
zones: Array<PlannedZone>, } & ({ "kind": "mn" } & Microneedling | { "kind": "rf" } & Microneedling | { "kind": "prp" } & Plasma | { "kind": "peel" } & Peel | { "kind": "serum" } & Serum | { "kind": "ta" } & TopicalAnaesthetic | { "kind": "led" } & Led);

/**
 * What the rules say about one component.
 */
export type ComponentVerdict = { 
/**
 * Which.
 */
id: string, 
/**
 * Its name: "Microneedling".
 */
title: string, 
/**
 * Its class.
 */
decision: Decision, 
/**
 * Its tier.
 */
tier: Tier, 
/**
 * Its first day; `None` if nobody can know it.
 */
earliest_on: string | null, 
/**
 * Depth per zone.
 */
zones: Array<ZoneVerdict>, 
/**
 * Days of the series, for needling.
 */
sessions: Array<string>, 
/**
 * Days between the sessions.
 */
interval_days: number | null, };

/**
 * A correction beside a consent.
 */
export type ConsentAddendumRow = { 
/**
 * What is corrected or added.
 */
text: string, 
/**
 * Why.
 */
reason: string, 
/**
 * Who wrote it.
 */
by_name: string, 
/**
 * When, in UTC.
 */
written_at: string, };

/**
 * Writes a correction beside a signed consent.
 */
export type ConsentCorrectRequest = { 
/**
 * Which.
 */
consent: ConsentId, 
/**
 * What is corrected or added.
 */
text: string, 
/**
 * Why.
 */
reason: string, 
/**
 * PIN or password.
 */
secret: string, };

/**
 * One signed, refused or withdrawn consent.
 */
export type ConsentId = string;

/**
 * Keeps what the practitioner writes beside the consent.
 */
export type ConsentNotesRequest = { 
/**
 * Which visit.
 */
visit: VisitId, 
/**
 * Questions asked and answers given.
 */
questions: string, 
/**
 * Why treatment may follow on the same day.
 */
same_day_reason: string, 
/**
 * How the client was identified.
 */
identity_check: string, };

/**
 * Asks for the text of this plan.
 */
export type ConsentPrepareRequest = { 
/**
 * Which visit.
 */
visit: VisitId, 
/**
 * Language, as a BCP 47 tag; `None` takes the client's.
 */
language: string | null, };

/**
 * Records that the client said no.
 */
export type ConsentRefuseRequest = { 
/**
 * Which visit.
 */
visit: VisitId, 
/**
 * In the client's words; may be empty.
 */
reason: string, 
/**
 * The practitioner's PIN or password.
 */
secret: string, };

/**
 * One consent of a client.
 */
export type ConsentRow = { 
/**
 * Which.
 */
id: ConsentId, 
/**
 * The visit it was taken in.
 */
visit: VisitId, 
/**
 * What it is about, in a few words.
 */
summary: string, 
/**
 * How it stands.
 */
status: ConsentStatus, 
/**
 * Why it was refused or taken back; empty where nobody said.
 */
reason: string, 
/**
 * When it was signed or refused, in UTC.
 */
signed_at: string, 
/**
 * Who took it.
 */
practitioner_name: string, 
/**
 * It holds only what was added to an earlier one.
 */
is_supplement: boolean, 
/**
 * What became of the client's copy.
 */
copy: CopyFate, 
/**
 * Its PDF.
 */
document: DocumentId | null, 
/**
 * The PDF that says that it was taken back, where it was.
 */
withdrawal: DocumentId | null, 
/**
 * Corrections, oldest first.
 */
addenda: Array<ConsentAddendumRow>, };

/**
 * One section of a consent.
 */
export type ConsentSection = { 
/**
 * Heading.
 */
heading: string, 
/**
 * Clauses.
 */
clauses: Array<ClauseRow>, };

/**
 * Files the signed consent.
 */
export type ConsentSignRequest = { 
/**
 * Which visit.
 */
visit: VisitId, 
/**
 * Language the text was shown in.
 */
language: string, 
/**
 * SHA-256 of the text that was shown; another text is refused.
 */
text_sha256: string, 
/**
 * The client's signature.
 */
signature: Signature, 
/**
 * What the client asks for: a copy on paper or as a file, which is given at once, none, or later.
 */
copy: CopyFate, 
/**
 * The client agrees, apart from the treatment, to an electronic record. Asked once; it stands until taken back.
 */
agrees_electronically: boolean, 
/**
 * Witnesses and interpreters, in the order they sign.
 */
others: Array<OtherSigner>, 
/**
 * The practitioner's PIN or password.
 */
secret: string, };

/**
 * Where the consent of a visit stands.
 */
export type ConsentState = { 
/**
 * Signed for everything that is planned.
 */
is_valid: boolean, 
/**
 * Why not, in one sentence; `None` when it is valid.
 */
why_not: string | null, 
/**
 * The signed consent.
 */
consent: ConsentId | null, 
/**
 * Its PDF.
 */
document: DocumentId | null, 
/**
 * When it was signed, in UTC.
 */
signed_at: string | null, 
/**
 * What became of the client's copy.
 */
copy: CopyFate | null, 
/**
 * The PDF that says that the client said no or took a consent back, where that was the last word.
 */
refusal: DocumentId | null, };

/**
 * How a consent stands.
 */
export type ConsentStatus = "standing" | "expired" | "withdrawn" | "refused" | "wrong_client";

/**
 * The text of this plan, and what is on it already.
 */
export type ConsentView = { 
/**
 * Title.
 */
title: string, 
/**
 * Language of the text.
 */
language: string, 
/**
 * Languages the texts exist in.
 */
languages: Array<Choice>, 
/**
 * Version of the shipped text.
 */
text_version: string, 
/**
 * SHA-256 over the exact text; the signature repeats it.
 */
text_sha256: string, 
/**
 * Sections, in order.
 */
sections: Array<ConsentSection>, 
/**
 * The sentence of intent above the signature.
 */
intent: string, 
/**
 * Initials put so far, clause id to letters.
 */
initials: Array<InitialsRow>, 
/**
 * Letters to offer: the client's own.
 */
suggested_initials: string, 
/**
 * Questions and answers written so far.
 */
questions: string, 
/**
 * The cooling-off time is not over: a reason is needed to go on today.
 */
needs_same_day_reason: boolean, 
/**
 * When the cooling-off time is over, local date-time.
 */
cooling_off_until: string | null, 
/**
 * Reason written so far.
 */
same_day_reason: string, 
/**
 * How the client was identified, so far.
 */
identity_check: string, 
/**
 * Who signs beside the client, because the client is a minor.
 */
guardian_name: string | null, 
/**
 * The sentence by which the client agrees, apart from the treatment, to an electronic record.
 */
electronic: string, 
/**
 * The client has agreed to that very sentence before, and has not taken it back.
 */
is_electronic_agreed: boolean, 
/**
 * The day of the consent this one adds to; `None` for a whole one.
 */
adds_to: string | null, 
/**
 * The client reads another language than this: somebody who says it in that language has to sign.
 */
needs_interpreter: boolean, 
/**
 * Who of the clinic can witness with a password of their own.
 */
witnesses: Array<UserRow>, };

/**
 * Takes a signed consent back, as the client wishes.
 */
export type ConsentWithdrawRequest = { 
/**
 * Which.
 */
consent: ConsentId, 
/**
 * In the client's words; may be empty: nobody has to give a reason.
 */
reason: string, 
/**
 * The practitioner's PIN or password.
 */
secret: string, };

/**
 * Somebody beside the client.
 */
export type ContactPerson = { 
/**
 * Full name.
 */
name: string, 
/**
 * Mother, partner, …
 */
relation: string, 
/**
 * Telephone, as written.
 */
phone: string, };

/**
 * What became of the client's copy. Owed copies are listed until they are given.
 */
export type CopyFate = "printed" | "saved" | "declined" | "owed";

/**
 * Gives a copy that is owed.
 */
export type CopyGiveRequest = { 
/**
 * Of which consent.
 */
consent: ConsentId, 
/**
 * Printed, saved or declined after all.
 */
fate: CopyFate, };

/**
 * What became of it.
 */
export type CopyGivenView = { 
/**
 * What became of the copy; still owed where the printer did not take it.
 */
copy: CopyFate, 
/**
 * Why the printer did not take it.
 */
why_not: string | null, 
/**
 * The oldest copies that are still owed, as the start screen shows them.
 */
owed: Array<OwedCopyRow>, };

/**
 * What happened to the cream.
 */
export type Cream = "on" | "off";

/**
 * The classes of the rule engine.
 */
export type Decision = "CLEAR" | "INFORM" | "MODIFY" | "SIGNOFF" | "DEFER" | "INCOMPLETE" | "BLOCK";

/**
 * Where the program stands; the first thing the page asks for, and after every unlock or lock.
 */
export type DeskView = { 
/**
 * First run, locked or open.
 */
phase: Phase, 
/**
 * Who can unlock, by the key file.
 */
users: Array<UserRow>, 
/**
 * Who of them can unlock with the PIN of this run.
 */
pin_users: Array<UserId>, 
/**
 * Today in the clinic's calendar.
 */
today: string, 
/**
 * Now, in UTC.
 */
now: string, 
/**
 * Set while the vault is open.
 */
session: SessionView | null, 
/**
 * Version of the program.
 */
version: string, };

/**
 * A needling device.
 */
export type Device = { 
/**
 * Maker and model, as on its label.
 */
name: string, 
/**
 * Deepest the label allows, in micrometres.
 */
label_max_um: number, 
/**
 * What the needles are made of; `None` if nobody looked.
 */
needle: Needle | null, };

/**
 * How it stands with the secret of this computer.
 */
export type DeviceSecretState = "off" | "on" | "not_available";

/**
 * How it stands with the secret of this computer, for the person at the desk.
 */
export type DeviceSecretView = { 
/**
 * Which of the three.
 */
state: DeviceSecretState, };

/**
 * A filed PDF.
 */
export type DocumentId = string;

/**
 * What a document is.
 */
export type DocumentKind = "consent" | "consent_blank" | "consent_refused" | "consent_withdrawn" | "aftercare" | "not_today" | "treatment_record" | "plan" | "tube_label" | "referral" | "recall" | "adverse_event" | "whole_record";

/**
 * Prints a filed document again.
 */
export type DocumentPrintRequest = { 
/**
 * Which.
 */
document: DocumentId, 
/**
 * Copies, 1 to 9.
 */
n_copies: number, 
/**
 * Queue; `None` is the computer's own choice.
 */
printer: string | null, };

/**
 * Shows a filed document. Looking is an entry of the journal.
 */
export type DocumentRequest = { 
/**
 * Which.
 */
document: DocumentId, };

/**
 * One filed document.
 */
export type DocumentRow = { 
/**
 * Which.
 */
id: DocumentId, 
/**
 * `A-000012`.
 */
number: string, 
/**
 * What it is.
 */
kind: DocumentKind, 
/**
 * Title on its first page.
 */
title: string, 
/**
 * When it was filed, in UTC.
 */
filed_at: string, 
/**
 * Pages.
 */
n_pages: number, 
/**
 * SHA-256 of the PDF.
 */
pdf_sha256: string, };

/**
 * A filed document that is shown.
 */
export type DocumentView = { 
/**
 * Whose it is: a paper is never on screen without that.
 */
client: BannerView, 
/**
 * What it is.
 */
row: DocumentRow, 
/**
 * Where the page's frame finds the PDF.
 */
url: string, };

/**
 * Whether somebody has to do something about the proof of the backups.
 */
export type DrillStanding = "none" | "good" | "failed";

/**
 * How the weekly proof of the backups stands.
 */
export type DrillView = { 
/**
 * Whether somebody has to do something.
 */
standing: DrillStanding, 
/**
 * When the last one was, in UTC.
 */
at: string | null, 
/**
 * What it has shown, as one or two sentences.
 */
words: string, };

/**
 * Looks for clients who may be the same person.
 */
export type DuplicatesRequest = { 
/**
 * Family name.
 */
family: string, 
/**
 * Given names.
 */
given: string, 
/**
 * Day of birth, if it is known yet.
 */
born_on: string | null, 
/**
 * Telephone; may be empty.
 */
phone: string, 
/**
 * Mail; may be empty.
 */
email: string, };

/**
 * Nothing to say.
 */
export type Empty = Record<symbol, never>;

/**
 * What was seen when the practitioner stopped.
 */
export type Endpoint = "pink" | "even_redness" | "pinpoint_bleeding";

/**
 * Erases a client's record.
 */
export type EraseRequest = { 
/**
 * Whose record.
 */
client: ClientId, 
/**
 * The client's number, typed by the person who erases.
 */
number: string, 
/**
 * Why, without a word of the record; 10 characters or more.
 */
reason: string, 
/**
 * Whether it may go before its retention is over.
 */
before_its_time: BeforeItsTime, 
/**
 * The PIN or the password of whoever erases.
 */
secret: string, };

/**
 * What an erasure has taken away.
 */
export type ErasedView = { 
/**
 * What went, what stays, and where it still is.
 */
words: string, 
/**
 * How retention stands now.
 */
retention: RetentionView, };

/**
 * Exports one client's record as a ZIP.
 */
export type ExportRequest = { 
/**
 * Whose.
 */
client: ClientId, 
/**
 * PIN or password.
 */
secret: string, };

/**
 * An export that was written.
 */
export type ExportView = { 
/**
 * Name of the file, without its folder.
 */
file_name: string, 
/**
 * Files inside.
 */
n_files: number, 
/**
 * Size in bytes.
 */
n_bytes: number, 
/**
 * SHA-256 of the ZIP.
 */
sha256: string, 
/**
 * Photos and scans that stayed behind: withdrawn, or not allowed for what they were wanted for.
 */
n_left_out: number, };

/**
 * Codes the screen does something different for.
 */
export type FailureCode = "locked" | "no_vault" | "wrong_role" | "wrong_secret" | "needs_code" | "throttled" | "bad_input" | "restricted" | "refused" | "conflict" | "not_found" | "already_open" | "vault_is_newer" | "damaged" | "disk_full" | "printer_failed" | "cancelled" | "internal";

/**
 * A refusal.
 */
export type FailureView = { 
/**
 * What the screen may branch on.
 */
code: FailureCode, 
/**
 * What, why and what to do, in the screen's language.
 */
words: string, 
/**
 * Every field that is wrong, all at once.
 */
fields: Array<FieldFailure>, 
/**
 * Seconds until another try is allowed, with the code `throttled`.
 */
wait_s: number | null, };

/**
 * One field that is wrong.
 */
export type FieldFailure = { 
/**
 * Path inside the request: `born_on`, `zones[2].depth_um`.
 */
path: string, 
/**
 * What is wrong and how to fix it.
 */
words: string, };

/**
 * Drops a file that waits.
 */
export type FileDiscardRequest = { 
/**
 * Whose it was to be.
 */
client: ClientId, 
/**
 * Which.
 */
token: string, };

/**
 * Lets the person choose files. They are read and wait; nothing is filed yet.
 */
export type FilesChooseRequest = { 
/**
 * Whose they are to be.
 */
client: ClientId, 
/**
 * What for.
 */
files_for: FilesFor, };

/**
 * What became of the files that were chosen.
 */
export type FilesChosenView = { 
/**
 * The sheet, with the files that wait.
 */
sheet: PhotosView, 
/**
 * Files that are not taken, each with one sentence.
 */
refused: Array<RefusedFileRow>, };

/**
 * What files are chosen for.
 */
export type FilesFor = "photos" | "scans";

/**
 * One finding.
 */
export type FindingRow = { 
/**
 * Id of the rule, `ci.nsaid`.
 */
rule: string, 
/**
 * Its class.
 */
decision: Decision, 
/**
 * Its tier.
 */
tier: Tier, 
/**
 * What, why and what to do.
 */
words: string, 
/**
 * Where the rule comes from.
 */
source: string, 
/**
 * Status code of the fact, and what it means.
 */
status: string, 
/**
 * Components it speaks about.
 */
components: Array<string>, 
/**
 * Zones it is limited to.
 */
zones: Array<ZoneId>, 
/**
 * The day a wait ends.
 */
until: string | null, 
/**
 * A prescriber may lift it.
 */
can_be_lifted: boolean, 
/**
 * Who lifted it, and why.
 */
lifted: LiftView | null, 
/**
 * A change the screen can make with one press.
 */
fix: PlanFix | null, };

/**
 * Makes the vault.
 */
export type FirstRunRequest = { 
/**
 * The clinic.
 */
clinic: ClinicFields, 
/**
 * The first practitioner, who also administers.
 */
practitioner: PractitionerFields, 
/**
 * The password, 15 characters or more.
 */
password: string, 
/**
 * The groups asked for, as typed back, in the order they were asked.
 */
recovery_groups: Array<string>, 
/**
 * Put in a few made-up clients to try with.
 */
with_sample_clients: SampleClients, };

/**
 * A backup that lies in a folder, before anybody has given a password for it.
 */
export type FoundBackupView = { 
/**
 * Where it is.
 */
path: string, 
/**
 * Whose passwords open it.
 */
users: Array<UserRow>, 
/**
 * When it was made, in UTC, as it says itself.
 */
made_at: string | null, 
/**
 * Clients in it, as it says itself.
 */
n_clients: number, 
/**
 * Visits in it, as it says itself.
 */
n_visits: number, 
/**
 * Documents and photos in it, as it says itself.
 */
n_media: number, 
/**
 * Where the damaged vault that is in the way would be kept; `None` where nothing is in the way.
 */
set_aside_as: string | null, };

/**
 * Holds a client's record beyond its retention, or releases it.
 */
export type HoldRequest = { 
/**
 * Whose record.
 */
client: ClientId, 
/**
 * Why; 10 characters or more.
 */
reason: string, };

/**
 * What is to become of a vault that is in the way of a restore. It is never overwritten.
 */
export type InTheWay = "refuse" | "set_aside";

/**
 * Puts or takes back initials, as the client does it.
 */
export type InitialsRequest = { 
/**
 * Which visit.
 */
visit: VisitId, 
/**
 * Which clause.
 */
clause: string, 
/**
 * The letters; empty takes them back.
 */
letters: string, };

/**
 * Initials under one clause.
 */
export type InitialsRow = { 
/**
 * Which clause.
 */
clause: string, 
/**
 * The letters.
 */
letters: string, };

/**
 * What an item is.
 */
export type ItemKind = "cartridge" | "plasma_kit" | "peel" | "serum" | "anaesthetic";

/**
 * Takes an item out again.
 */
export type ItemRemoveRequest = { 
/**
 * Which visit.
 */
visit: VisitId, 
/**
 * Which item.
 */
item: ItemUseId, };

/**
 * Records an item with its lot.
 */
export type ItemRequest = { 
/**
 * Which visit.
 */
visit: VisitId, 
/**
 * Which component.
 */
component: string, 
/**
 * What it is.
 */
kind: ItemKind, 
/**
 * Product, as on its label.
 */
product: string, 
/**
 * Lot, as on its label.
 */
lot: string, 
/**
 * Last day of use, `YYYY-MM-DD`; `None` if the label names none.
 */
expires_on: string | null, 
/**
 * Fourteen digits of the barcode, if it was scanned.
 */
gtin: string | null, };

/**
 * One used item.
 */
export type ItemRow = { 
/**
 * As recorded.
 */
item: ItemUse, };

/**
 * Reads a barcode: what a scanner typed.
 */
export type ItemScanRequest = { 
/**
 * Which visit.
 */
visit: VisitId, 
/**
 * The text, as the scanner read it.
 */
text: string, };

/**
 * One item with its lot, used in one visit. An expired item is refused before this record can be made.
 */
export type ItemUse = { 
/**
 * Made when it was scanned or typed.
 */
id: ItemUseId, 
/**
 * The visit it was used in.
 */
visit: VisitId, 
/**
 * Whose visit.
 */
client: ClientId, 
/**
 * The component it served.
 */
component: string, 
/**
 * What it is.
 */
kind: ItemKind, 
/**
 * Which one.
 */
item: ProductLot, };

/**
 * One item with its lot, used in one visit.
 */
export type ItemUseId = string;

/**
 * One entry: who did what, when, in which role. Of a client only the number.
 */
export type JournalRow = { 
/**
 * Number in its device's chain.
 */
seq: number, 
/**
 * When, in UTC.
 */
at: string, 
/**
 * The clock was earlier than at an entry before.
 */
clock_went_back: boolean, 
/**
 * Who, by the name of that time; empty before anybody had signed in.
 */
by: string, 
/**
 * In which role.
 */
role: Role | null, 
/**
 * What was done, as the journal keeps it.
 */
act: string, 
/**
 * The same in words: "Opened".
 */
act_words: string, 
/**
 * With what, in words: "Consent", "Visit".
 */
what: string, 
/**
 * About whom.
 */
client: ClientId | null, 
/**
 * That client's number.
 */
client_number: string | null, 
/**
 * Why, where a reason was asked for; empty otherwise.
 */
reason: string, };

/**
 * Asks whether the journal is whole.
 */
export type JournalVerifyRequest = { 
/**
 * Heads as they stand on printed documents, `217-0123456789abcdef`; may be empty.
 */
heads: Array<string>, };

/**
 * What checking the journal has shown.
 */
export type JournalVerifyView = { 
/**
 * Nothing is missing or altered, as far as this and what is kept outside can tell.
 */
is_whole: boolean, 
/**
 * What was found, in one sentence.
 */
words: string, 
/**
 * The first entry that cannot be trusted, with all after it.
 */
damaged_from: number | null, 
/**
 * Entries found whole.
 */
n_entries: number, 
/**
 * Entries whose contents went with an erased record.
 */
n_shredded: number, 
/**
 * Number and hash of the newest entry, as documents carry them.
 */
head: string, 
/**
 * Heads of the second folder it was held against.
 */
n_anchors: number, 
/**
 * Lines there that are not of this vault.
 */
n_passed_over: number, 
/**
 * The second folder.
 */
anchors_in: string, };

/**
 * A page of the journal.
 */
export type JournalView = { 
/**
 * The entries, newest first.
 */
rows: Array<JournalRow>, 
/**
 * Ask for what is older with this; `None` at the beginning of the journal.
 */
next: number | null, 
/**
 * Everything that can be done, by its words.
 */
acts: Array<Choice>, 
/**
 * Every kind of record, by its words.
 */
entities: Array<Choice>, 
/**
 * Everybody who signs in.
 */
people: Array<UserRow>, };

/**
 * Asks for a page of the journal, newest first. What is left out does not narrow.
 */
export type JournalViewRequest = { 
/**
 * About whom.
 */
client?: ClientId, 
/**
 * About the client with this number, who may be erased since.
 */
client_number?: string, 
/**
 * By whom.
 */
user?: UserId, 
/**
 * What was done: an id of [`JournalView::acts`].
 */
act?: string, 
/**
 * Which kind of record: an id of [`JournalView::entities`].
 */
entity?: string, 
/**
 * First day, or a local date-time `YYYY-MM-DDTHH:MM`.
 */
from?: string, 
/**
 * Last day, whole.
 */
to?: string, 
/**
 * The page older than this place: [`JournalView::next`].
 */
before?: number, };

/**
 * Whose law and labels count.
 */
export type Jurisdiction = "US" | "GB" | "EU" | "AU" | "other";

/**
 * Red or near-infrared light.
 */
export type Led = { 
/**
 * Planned time, in minutes.
 */
minutes: number, 
/**
 * Eyes are shielded.
 */
has_eye_shield: boolean, };

/**
 * How large the letters of a paper are.
 */
export type LetterSize = "normal" | "large";

/**
 * Lifts what may be lifted, by a prescriber.
 */
export type LiftRequest = { 
/**
 * Which visit.
 */
visit: VisitId, 
/**
 * Which rule.
 */
rule: string, 
/**
 * Why treatment may go on.
 */
reason: string, 
/**
 * PIN or password.
 */
secret: string, };

/**
 * Who lifted a finding.
 */
export type LiftView = { 
/**
 * Name.
 */
name: string, 
/**
 * Why.
 */
reason: string, 
/**
 * When, in UTC.
 */
at: string, };

/**
 * How a step stands.
 */
export type Light = "off" | "open" | "stopped" | "done";

/**
 * Finds who was treated with a lot.
 */
export type LotRequest = { 
/**
 * The lot, as on the label.
 */
lot: string, };

/**
 * One use of a lot.
 */
export type LotUseRow = { 
/**
 * On whom.
 */
client: ClientRow, 
/**
 * In which visit.
 */
visit: VisitId, 
/**
 * Local day of the visit, `YYYY-MM-DD`.
 */
visit_on: string, 
/**
 * The product, as on its label.
 */
product: string, };

/**
 * A blood result.
 */
export type Measure = { 
/**
 * `platelets`, `hb`, `hba1c` or `inr`.
 */
kind: string, 
/**
 * The printed number times a thousand, so that 11.8 g/dL is 11800.
 */
value_milli: number, 
/**
 * The unit on the printout.
 */
unit: string, 
/**
 * Day the blood was taken.
 */
measured_on: string, };

/**
 * A medicine, as the client names it. A name the rules do not know is kept and shown, never refused.
 */
export type Medicine = { 
/**
 * Generic name where known, else as told.
 */
name: string, 
/**
 * Day or month of the last dose; `None` while it is taken.
 */
ended_on?: string | null, 
/**
 * Prescribed by somebody.
 */
is_prescribed: boolean, };

/**
 * A medicine, and whether the rules know it.
 */
export type MedicineRow = { 
/**
 * As told.
 */
medicine: Medicine, 
/**
 * `false` shows "not known to the rules".
 */
is_known_to_rules: boolean, };

/**
 * A needling device and what it is used for.
 */
export type Microneedling = { 
/**
 * The pen or head.
 */
device: Device, 
/**
 * Why, for all zones that name no reason of their own: an `ind.*` id.
 */
indication: string, 
/**
 * Visits agreed in this series, 1 to 12; `None` takes the usual number.
 */
n_sessions: number | null, };

/**
 * A fact that is missing.
 */
export type MissingRow = { 
/**
 * Path in the case, `answers.ci.nsaid`.
 */
path: string, 
/**
 * What to ask or write down.
 */
words: string, 
/**
 * Components that wait for it.
 */
components: Array<string>, };

/**
 * A value one can choose, with its name.
 */
export type Named<T> = { 
/**
 * The value.
 */
value: T, 
/**
 * Its name.
 */
words: string, };

/**
 * What needles are made of.
 */
export type Needle = "steel" | "titanium" | "nickel_free";

/**
 * What stands on a not-today note beside the reasons of the rules.
 */
export type NotTodayPaper = { 
/**
 * Which visit.
 */
visit: VisitId, 
/**
 * A reason of the practitioner's own; needed where the rules name none.
 */
reason: string, 
/**
 * The day from which that reason no longer stands in the way, `YYYY-MM-DD`; `None` where nobody can know it.
 */
until_on: string | null, 
/**
 * What the client can do until then; may be empty.
 */
meanwhile: string, };

/**
 * Closes a visit without treatment.
 */
export type NotTodayRequest = { 
/**
 * Which.
 */
visit: VisitId, 
/**
 * Why.
 */
reason: string, };

/**
 * Numbing products the rules know by name.
 */
export type NumbingProduct = "lidoprilo" | "pliaglis" | "lmx" | "tetra4" | "other";

/**
 * Starts or stops the numbing clock.
 */
export type NumbingRequest = { 
/**
 * Which visit.
 */
visit: VisitId, 
/**
 * On the skin, or taken off.
 */
cream: Cream, };

/**
 * The numbing clock.
 */
export type NumbingView = { 
/**
 * Whether an anaesthetic is planned.
 */
is_planned: boolean, 
/**
 * When the cream went on, in UTC.
 */
on_at: string | null, 
/**
 * When it came off, in UTC.
 */
off_at: string | null, 
/**
 * Planned minutes.
 */
minutes: number | null, };

/**
 * A password for one use, shown once.
 */
export type OneTimePasswordView = { 
/**
 * Whose.
 */
person: UserId, 
/**
 * The password; it opens, and the first act is to choose another.
 */
password: string, };

/**
 * Something the signature waits for.
 */
export type OpenPoint = { 
/**
 * Which step it belongs to.
 */
step: VisitStep, 
/**
 * What to do, in one sentence.
 */
words: string, };

/**
 * Where a serum's active part comes from.
 */
export type Origin = "synthetic" | "plant" | "animal" | "human" | "unknown";

/**
 * Somebody who signs beside the client and the practitioner.
 */
export type OtherSigner = { "kind": "user", 
/**
 * Who.
 */
user: UserId, 
/**
 * That person's password.
 */
secret: string, } | { "kind": "person", 
/**
 * Witness or interpreter.
 */
role: SignerRole, 
/**
 * Full name.
 */
name: string, 
/**
 * What the person is to the client: sister, carer, interpreter of the service.
 */
relation: string, 
/**
 * Language an interpreter spoke with the client; empty for a witness.
 */
spoken: string, 
/**
 * Drawn or typed.
 */
mark: Signature, };

/**
 * A copy of a consent a client has not been given.
 */
export type OwedCopyRow = { 
/**
 * Of which consent.
 */
consent: ConsentId, 
/**
 * Whose.
 */
client: ClientRow, 
/**
 * When it was signed, in UTC.
 */
signed_at: string, 
/**
 * Its PDF.
 */
document: DocumentId | null, };

/**
 * One's own password, typed again: a PIN makes no key.
 */
export type OwnPasswordRequest = { 
/**
 * The password.
 */
password: string, };

/**
 * Files the paper that is shown without printing it.
 */
export type PaperFileRequest = { 
/**
 * The bytes that were shown.
 */
token: string, };

/**
 * Which paper, with what only the person who makes it knows.
 */
export type PaperFor = { "is": "consent_blank", 
/**
 * Which visit.
 */
visit: VisitId, } | { "is": "not_today" } & NotTodayPaper | { "is": "treatment_record", 
/**
 * Which visit.
 */
visit: VisitId, } | { "is": "plan" } & PlanPaper | { "is": "tube_label" } & TubeLabelPaper | { "is": "referral" } & ReferralPaper | { "is": "recall" } & RecallPaper | { "is": "adverse_event" } & AdverseEventPaper | { "is": "whole_record", 
/**
 * Whose.
 */
client: ClientId, };

/**
 * Composes a paper. Nothing is filed yet.
 */
export type PaperPrepareRequest = { 
/**
 * Which paper.
 */
paper: PaperFor, 
/**
 * Language, as a BCP 47 tag; `None` takes the client's where the paper exists in it, or the clinic's.
 */
language: string | null, 
/**
 * Paper of the printer; `None` takes the clinic's.
 */
size: PaperSize | null, 
/**
 * How large its letters are; `None` is the normal size. Labels have one size.
 */
letters: LetterSize | null, };

/**
 * Files the paper that is shown and prints it.
 */
export type PaperPrintRequest = { 
/**
 * The bytes that were shown.
 */
token: string, 
/**
 * Copies, 1 to 9.
 */
n_copies: number, 
/**
 * Queue; `None` is the computer's own choice.
 */
printer: string | null, };

/**
 * Paper of a printer.
 */
export type PaperSize = "a4" | "letter";

/**
 * A paper that is shown. Nothing is filed yet.
 */
export type PaperView = { 
/**
 * Names the bytes in memory; printing, filing and the page's frame use it.
 */
token: string, 
/**
 * Where the page's frame finds the PDF.
 */
url: string, 
/**
 * Whose it is: a paper is never on screen without that.
 */
client: BannerView, 
/**
 * What it is.
 */
kind: DocumentKind, 
/**
 * Title on its first page.
 */
title: string, 
/**
 * Pages.
 */
n_pages: number, 
/**
 * SHA-256 of the PDF.
 */
pdf_sha256: string, 
/**
 * Language of the paper.
 */
language: string, 
/**
 * Languages it exists in.
 */
languages: Array<Choice>, 
/**
 * Whether it can be had in large letters.
 */
may_be_large: boolean, 
/**
 * The pages as words, for a screen reader.
 */
text: Array<string>, };

/**
 * Changes one's own password.
 */
export type PasswordChangeRequest = { 
/**
 * The password so far.
 */
current: string, 
/**
 * The new one, 15 characters or more.
 */
password: string, };

/**
 * A procedure the client had elsewhere.
 */
export type PastProcedure = { 
/**
 * `mn`, `peel`, `laser_na`, …: the kinds of the rules.
 */
kind: string, 
/**
 * Day or month; `None` if the client cannot say, which leaves the verdict incomplete.
 */
done_on?: string | null, 
/**
 * Where; empty means everywhere.
 */
zones?: Array<ZoneId>, 
/**
 * `peel.vs` to `peel.d`, for peels.
 */
peel_class?: string | null, 
/**
 * `ha`, `biostim` or `permanent`, for fillers.
 */
material?: string | null, 
/**
 * Deepest needle depth, for needling.
 */
depth_um?: number | null, };

/**
 * A chemical peel.
 */
export type Peel = { 
/**
 * What it is made with.
 */
agent: PeelAgent, 
/**
 * Strength in thousandths of a percent; `None` for jessner and phenol.
 */
strength_milli_percent: number | null, 
/**
 * Coats, 1 if not said.
 */
n_layers: number | null, 
/**
 * Contact time in seconds.
 */
contact_s: number | null, };

/**
 * What a peel is made of.
 */
export type PeelAgent = "glycolic" | "lactic" | "mandelic" | "salicylic" | "jessner" | "tca" | "tca_prx" | "pyruvic" | "phenol";

/**
 * Everybody who signs in or once did.
 */
export type PeopleView = { 
/**
 * By name.
 */
people: Array<PersonRow>, };

/**
 * Adds a person, with a password for one use or one typed at the desk.
 */
export type PersonAddRequest = { 
/**
 * Full name, as it is printed.
 */
name: string, 
/**
 * The rest.
 */
fields: PersonFields, 
/**
 * The password the new person types at the desk, 15 characters or more. Left out, one for a single use is made.
 */
password?: string, 
/**
 * PIN or password of who adds.
 */
secret: string, };

/**
 * Everybody after a person was added, with the password for one use if one was made.
 */
export type PersonAddedView = { 
/**
 * By name.
 */
people: Array<PersonRow>, 
/**
 * Shown once; `None` where the person typed a password of their own.
 */
one_time: OneTimePasswordView | null, };

/**
 * Changes a person's roles, scope and details.
 */
export type PersonChangeRequest = { 
/**
 * Who.
 */
person: UserId, 
/**
 * As it shall be.
 */
fields: PersonFields, 
/**
 * Version this change is based on.
 */
based_on: number, 
/**
 * Why.
 */
reason: string, 
/**
 * PIN or password of who changes.
 */
secret: string, };

/**
 * What may be changed about a person. The name stays: it stands under what the person has signed.
 */
export type PersonFields = { 
/**
 * Two or three letters.
 */
initials: string, 
/**
 * Register and number; may be empty.
 */
registration: string, 
/**
 * What the person may do.
 */
roles: Array<Role>, 
/**
 * Deepest this person may needle, in micrometres.
 */
max_depth_um: number, 
/**
 * Whether this person may plan platelet-rich plasma.
 */
may_give_prp: boolean, 
/**
 * Whether this person may plan what is on prescription.
 */
may_use_prescription_items: boolean, };

/**
 * Names a person, with the reason: to remove, or to give a password for one use.
 */
export type PersonReasonRequest = { 
/**
 * Who.
 */
person: UserId, 
/**
 * Why.
 */
reason: string, 
/**
 * PIN or password of who acts.
 */
secret: string, };

/**
 * One person.
 */
export type PersonRow = { 
/**
 * Who.
 */
id: UserId, 
/**
 * Full name, as it is printed.
 */
name: string, 
/**
 * Two or three letters.
 */
initials: string, 
/**
 * Register and number; may be empty.
 */
registration: string, 
/**
 * What the person may do.
 */
roles: Array<Role>, 
/**
 * Deepest this person may needle, in micrometres.
 */
max_depth_um: number, 
/**
 * Whether this person may plan platelet-rich plasma.
 */
may_give_prp: boolean, 
/**
 * Whether this person may plan what is on prescription.
 */
may_use_prescription_items: boolean, 
/**
 * Whether the person can sign in.
 */
standing: PersonStanding, 
/**
 * Whether acts on people, keys and settings ask this person for a code.
 */
has_second_factor: boolean, 
/**
 * Version the next change is based on.
 */
version: number, };

/**
 * Whether a person can sign in.
 */
export type PersonStanding = "signs_in" | "must_choose_password" | "removed";

/**
 * First run, locked or open.
 */
export type Phase = "first_run" | "locked" | "open";

/**
 * Files a photo that waits.
 */
export type PhotoAddRequest = { 
/**
 * Whose.
 */
client: ClientId, 
/**
 * Which file.
 */
token: string, 
/**
 * The visit it was taken at.
 */
visit: VisitId | null, 
/**
 * One zone, where the whole is not meant.
 */
zone: SidedZone | null, 
/**
 * From where.
 */
view: PhotoView, 
/**
 * The day it was taken, `YYYY-MM-DD`.
 */
taken_on: string, 
/**
 * The clock time `HH:MM`, or empty.
 */
taken_time: string, 
/**
 * What the client allows.
 */
scope: PhotoScope, };

/**
 * One photo of a client.
 */
export type PhotoId = string;

/**
 * One photo, large.
 */
export type PhotoOpenView = { 
/**
 * Whose it is: a photo is never on screen without that.
 */
client: BannerView, 
/**
 * What it is.
 */
row: PhotoRow, 
/**
 * Where the page finds it.
 */
url: string, 
/**
 * Other photos of the same view, the newest first, to put beside it.
 */
same_view: Array<PhotoRow>, };

/**
 * Shows one photo large. Looking is an entry of the journal.
 */
export type PhotoRequest = { 
/**
 * Which.
 */
photo: PhotoId, };

/**
 * One photo of the sheet.
 */
export type PhotoRow = { 
/**
 * Which.
 */
id: PhotoId, 
/**
 * The day it was taken.
 */
taken_on: string, 
/**
 * The clock time `HH:MM`, where it is known.
 */
taken_time: string | null, 
/**
 * From where.
 */
view: PhotoView, 
/**
 * The view in words.
 */
view_words: string, 
/**
 * Zone and side in words; empty where the whole is meant.
 */
zone_words: string, 
/**
 * What the client allows now.
 */
scope: PhotoScope, 
/**
 * The same in words.
 */
scope_words: string, 
/**
 * Number of the visit it was taken at.
 */
visit_number: string | null, 
/**
 * Who added it.
 */
added_by: string, 
/**
 * When, in UTC.
 */
added_at: string, 
/**
 * Width in pixels.
 */
width_px: number, 
/**
 * Height in pixels.
 */
height_px: number, 
/**
 * Where the page finds the thumbnail; `None` of a withdrawn one.
 */
thumbnail_url: string | null, 
/**
 * That it was withdrawn, if it was.
 */
withdrawn: WithdrawnRow | null, };

/**
 * What the client allows a photo to be used for. Each one allows what stands before it.
 */
export type PhotoScope = "record" | "teaching" | "marketing";

/**
 * What the client allows from now on.
 */
export type PhotoScopeRequest = { 
/**
 * Which photo.
 */
photo: PhotoId, 
/**
 * What is allowed.
 */
scope: PhotoScope, };

/**
 * From where a photo was taken: the sequence that makes two visits comparable. Sides are the client's own.
 */
export type PhotoView = "front" | "left_oblique" | "right_oblique" | "left_side" | "right_side" | "close";

/**
 * Withdraws a photo for good.
 */
export type PhotoWithdrawRequest = { 
/**
 * Which.
 */
photo: PhotoId, 
/**
 * Why.
 */
reason: string, };

/**
 * Hands out the photos of a client that may be used for teaching or publication, without a name on them.
 */
export type PhotosExportRequest = { 
/**
 * Whose.
 */
client: ClientId, 
/**
 * What for. Only what the client allowed for it leaves.
 */
wanted: PhotoScope, 
/**
 * PIN or password.
 */
secret: string, };

/**
 * What of a client is photographed and scanned. Looking is an entry of the journal, once for the whole sheet.
 */
export type PhotosView = { 
/**
 * Whose.
 */
client: ClientId, 
/**
 * Photos, the newest first; withdrawn ones without their picture.
 */
photos: Array<PhotoRow>, 
/**
 * Scans, the newest first; withdrawn ones without their picture.
 */
scans: Array<ScanRow>, 
/**
 * Files that were chosen and are not added yet.
 */
waiting: Array<WaitingFileRow>, 
/**
 * Zones with their names, without a side.
 */
zones: Array<Named<ZoneId>>, 
/**
 * Views with their names, in the order they are taken in.
 */
views: Array<Named<PhotoView>>, 
/**
 * What a photo may be used for, the narrowest first.
 */
scopes: Array<Named<PhotoScope>>, 
/**
 * Kinds of paper.
 */
kinds: Array<Named<ScanKind>>, };

/**
 * Sets the PIN of this run: 4 to 8 digits, kept in memory only.
 */
export type PinRequest = { 
/**
 * The digits.
 */
pin: string, };

/**
 * Opens the vault again with the PIN of this run.
 */
export type PinUnlockRequest = { 
/**
 * Whose PIN.
 */
user: UserId, 
/**
 * The digits.
 */
pin: string, };

/**
 * A change the screen can make with one press.
 */
export type PlanFix = { "kind": "take_cap" } | { "kind": "remove", 
/**
 * Which component.
 */
component: string, };

/**
 * Makes the one-press change of a finding.
 */
export type PlanFixRequest = { 
/**
 * Which visit.
 */
visit: VisitId, 
/**
 * Which change.
 */
fix: PlanFix, };

/**
 * What a plan can be made of, with the words for it.
 */
export type PlanLibrary = { 
/**
 * `ind.*` ids.
 */
indications: Array<Choice>, 
/**
 * `z.*` ids with the sides the front map knows.
 */
zones: Array<ZoneChoice>, 
/**
 * Components of this client's last visit, to repeat.
 */
last_components: Array<Component>, 
/**
 * A microneedling device to start from: the one used last in this clinic.
 */
last_device: Device | null, };

/**
 * What stands on a plan beside its days.
 */
export type PlanPaper = { 
/**
 * The visit it was agreed in.
 */
visit: VisitId, 
/**
 * What the client wants to reach; may be empty.
 */
goal: string, 
/**
 * What to do at home in between; may be empty.
 */
at_home: string, 
/**
 * What it costs, in words; may be empty.
 */
cost: string, };

/**
 * Sets the components of a visit, all of them.
 */
export type PlanRequest = { 
/**
 * Which visit.
 */
visit: VisitId, 
/**
 * The parts, in the order of work.
 */
components: Array<Component>, };

/**
 * Components and verdict.
 */
export type PlanView = { 
/**
 * The parts, in the order of work.
 */
components: Array<Component>, 
/**
 * What the rules say about the plan as it stands.
 */
verdict: VerdictView, 
/**
 * What a plan can be made of.
 */
library: PlanLibrary, };

/**
 * A zone of a plan, with its side.
 */
export type PlannedZone = { 
/**
 * Which zone of the body.
 */
zone: ZoneId, 
/**
 * The client's own left or right, or the middle.
 */
side: Side, 
/**
 * Planned needle depth in micrometres; `None` where nothing is needled.
 */
depth_um: number | null, 
/**
 * Why this zone, where it differs from the component's own indication: an `ind.*` id.
 */
indication: string | null, };

/**
 * One planned zone.
 */
export type PlannedZoneRow = { 
/**
 * Which zone.
 */
zone: ZoneId, 
/**
 * Which side.
 */
side: Side, 
/**
 * Planned depth, in micrometres.
 */
planned_um: number, 
/**
 * The most that is allowed, in micrometres.
 */
cap_um: number | null, };

/**
 * Platelet-rich plasma. What was drawn and spun is charted as item uses and preparation.
 */
export type Plasma = { 
/**
 * Blood to be drawn, in microlitres.
 */
draw_ul: number | null, };

/**
 * What drew a signature.
 */
export type PointerKind = "pen" | "touch" | "mouse";

/**
 * The first practitioner, as typed.
 */
export type PractitionerFields = { 
/**
 * Full name, as it is printed.
 */
name: string, 
/**
 * Register and number; may be empty.
 */
registration: string, 
/**
 * Deepest this person may needle, in micrometres.
 */
max_depth_um: number, 
/**
 * Whether this person prescribes.
 */
prescribes: boolean, };

/**
 * What became of a print.
 */
export type PrintedView = { 
/**
 * The filed document.
 */
document: DocumentRow, 
/**
 * Taken by the printing system.
 */
was_printed: boolean, 
/**
 * Why not, what to do; the document is filed all the same.
 */
why_not: string | null, };

/**
 * One printer.
 */
export type PrinterRow = { 
/**
 * Queue name.
 */
name: string, 
/**
 * The computer's own choice.
 */
is_default: boolean, };

/**
 * A product with its lot.
 */
export type ProductLot = { 
/**
 * Product, as on its label.
 */
product: string, 
/**
 * Lot, as on its label. Never empty.
 */
lot: string, 
/**
 * Last day of use; `None` if the label names none.
 */
expires_on: string | null, 
/**
 * Global trade item number of its barcode, 14 digits.
 */
gtin: string | null, };

/**
 * A version that waits for approval.
 */
export type ProposalView = { 
/**
 * Its number, which the approval has to name.
 */
number: number, 
/**
 * What people will call it.
 */
version: string, 
/**
 * Why, in the words of who wrote it.
 */
reason: string, 
/**
 * Who wrote it.
 */
set_by_name: string, 
/**
 * When, in UTC.
 */
set_at: string, };

/**
 * A prescriber stands behind a version, or behind the rules in force as they are.
 */
export type ProtocolApproveRequest = { 
/**
 * Number of the proposal as it was shown; `null` where there is none.
 */
number: number | null, 
/**
 * Why.
 */
reason: string, 
/**
 * PIN or password.
 */
secret: string, };

/**
 * Writes down a new version: a proposal until a prescriber approves it.
 */
export type ProtocolSetRequest = { 
/**
 * Setting to value; `null` takes the shipped value again.
 */
settings: { [key in string]: SettingValue | null }, 
/**
 * Why.
 */
reason: string, };

/**
 * The rules in force, everything a clinic may set, and what waits for approval.
 */
export type ProtocolView = { 
/**
 * Version in force, as every verdict names it.
 */
version: string, 
/**
 * Version of the shipped rules under it.
 */
shipped_version: string, 
/**
 * Who stands behind what is in force; `None` means "to be approved by the clinic".
 */
approval: ApprovalView | null, 
/**
 * The newest version that nobody has approved yet.
 */
proposal: ProposalView | null, 
/**
 * Everything a clinic may set.
 */
settings: Array<SettingRow>, };

/**
 * A QR code as a path, to be filled in black on white.
 */
export type QrView = { 
/**
 * Modules along one side, the quiet margin of four on each side included.
 */
n_modules: number, 
/**
 * The dark modules as an SVG path; a module is one unit.
 */
path: string, };

/**
 * A further field of an answer.
 */
export type QuestionField = { 
/**
 * Which field of [`Answer`]: `ended_on`, `zones`, `active`, `allergy_class`, `ingredients`.
 */
field: string, 
/**
 * Its label.
 */
words: string, 
/**
 * Whether the verdict stays incomplete without it.
 */
is_needed: boolean, 
/**
 * What can be chosen, for `allergy_class`, `ingredients` and `active`; empty for the others.
 */
options: Array<Choice>, };

/**
 * One question.
 */
export type QuestionRow = { 
/**
 * Id of the rule, `ci.pregnant`.
 */
id: string, 
/**
 * The question, as it is read out.
 */
words: string, 
/**
 * Put again at every visit.
 */
is_same_day: boolean, 
/**
 * Needed for the components planned now; others may stay open.
 */
is_mandatory: boolean, 
/**
 * The answer; `None` is unanswered.
 */
answer: Answer | null, 
/**
 * Was carried over from an earlier visit and not asked today.
 */
is_carried_over: boolean, 
/**
 * Further fields a "yes" needs or takes.
 */
fields: Array<QuestionField>, };

/**
 * One group of questions.
 */
export type QuestionSection = { 
/**
 * Id of the section, `health`.
 */
id: string, 
/**
 * Its heading.
 */
title: string, 
/**
 * Its questions.
 */
questions: Array<QuestionRow>, };

/**
 * One light of the rail.
 */
export type RailLight = { 
/**
 * Which step.
 */
step: VisitStep, 
/**
 * How it stands.
 */
light: Light, };

/**
 * Why a client is written to.
 */
export type RecallAbout = { "is": "next_visit", 
/**
 * The first day of it, `YYYY-MM-DD`.
 */
due_on: string, } | { "is": "lot", 
/**
 * Its lot.
 */
lot: string, 
/**
 * What is known, in plain words.
 */
known: string, };

/**
 * What a recall letter is about.
 */
export type RecallPaper = { 
/**
 * To whom.
 */
client: ClientId, 
/**
 * Why.
 */
about: RecallAbout, };

/**
 * Opens the vault with the recovery key and sets a new password for a user.
 */
export type RecoverRequest = { 
/**
 * The recovery key, in any grouping.
 */
recovery_key: string, 
/**
 * Whose password is set anew.
 */
user: UserId, 
/**
 * The new password.
 */
password: string, };

/**
 * Brings the new recovery key into force, once it was typed back in part.
 */
export type RecoveryKeyRenewRequest = { 
/**
 * The groups asked for, as typed back, in the order they were asked.
 */
recovery_groups: Array<string>, 
/**
 * Why.
 */
reason: string, 
/**
 * PIN or password of who acts.
 */
secret: string, };

/**
 * A fresh recovery key, shown once. Nothing is kept until the groups asked for are typed back.
 */
export type RecoveryKeyView = { 
/**
 * The key in groups, in order.
 */
groups: Array<string>, 
/**
 * Which groups to type back, counted from 0.
 */
ask: Array<number>, 
/**
 * Zone of the computer's clock, as a first guess.
 */
time_zone: string, };

/**
 * Prints the recovery key that is on screen before there is a vault.
 */
export type RecoverySheetFirstRequest = { 
/**
 * The clinic's name as it was typed.
 */
clinic: string, 
/**
 * Its address as it was typed.
 */
address: string, 
/**
 * Paper of the printer.
 */
paper: PaperSize, };

/**
 * What a referral asks.
 */
export type ReferralPaper = { 
/**
 * Who is referred.
 */
client: ClientId, 
/**
 * Name and address of the colleague, one or several lines.
 */
to: string, 
/**
 * Whether it has to be on the same day.
 */
is_urgent: boolean, 
/**
 * Whether the client has agreed to this letter; only then it says so.
 */
client_agrees: boolean, 
/**
 * What the clinic asks.
 */
question: string, 
/**
 * Why the client is sent.
 */
reason: string, 
/**
 * What was found; may be empty.
 */
findings: string, 
/**
 * Medicines as the clinic knows them; may be empty.
 */
medicines: string, };

/**
 * A file that is not taken.
 */
export type RefusedFileRow = { 
/**
 * Its name without its folder, so that the person finds it again.
 */
file_name: string, 
/**
 * Why, and what to do.
 */
words: string, };

/**
 * An authority's form.
 */
export type ReportForm = "medwatch" | "yellow_card";

/**
 * Makes the vault from the backup that was found.
 */
export type RestoreRequest = { 
/**
 * What opens it.
 */
secret: BackupSecret, 
/**
 * What is to become of a vault that is in the way.
 */
in_the_way: InTheWay, };

/**
 * Restricts a client's record, or opens it to everybody again.
 */
export type RestrictionRequest = { 
/**
 * Whose record.
 */
client: ClientId, 
/**
 * Why; 10 characters or more.
 */
reason: string, };

/**
 * Asks whose retention is over, and how one record stands.
 */
export type RetentionRequest = { 
/**
 * The number of one client whose record is asked for as well.
 */
number?: string, };

/**
 * How long one record is kept. Of the client only the number.
 */
export type RetentionRow = { 
/**
 * Whose record.
 */
client: ClientId, 
/**
 * `A-000217`.
 */
number: string, 
/**
 * Day of the last entry.
 */
last_entry_on: string, 
/**
 * The last day it is kept; `None` where no rule applies.
 */
kept_until: string | null, 
/**
 * The rule that decides, with source and status; empty where none applies.
 */
rule_words: string, 
/**
 * Whether that day is over.
 */
is_over: boolean, 
/**
 * Whether the clinic holds it.
 */
is_held: boolean, 
/**
 * What keeps it from being erased, one sentence each.
 */
holds: Array<string>, };

/**
 * Whose retention is over. Proposals: nothing is ever removed by itself.
 */
export type RetentionView = { 
/**
 * The rules that apply to this clinic, each with source and status.
 */
rules: Array<string>, 
/**
 * Clients whose retention is over, by number only, whoever was seen longest ago first.
 */
rows: Array<RetentionRow>, 
/**
 * The record that was asked for.
 */
asked: RetentionRow | null, 
/**
 * Records that were erased.
 */
n_erased: number, };

/**
 * What a user may do; the command list names the roles of every command.
 */
export type Role = "assistant" | "practitioner" | "prescriber" | "admin" | "automation";

/**
 * The rules in force.
 */
export type RulesView = { 
/**
 * Version of the shipped rules, and of the clinic's changes if there are any.
 */
version: string, 
/**
 * Approved by a named prescriber; while `false` the screen says "to be approved by the clinic".
 */
is_approved: boolean, };

/**
 * Whether made-up clients are put into a new vault.
 */
export type SampleClients = "add" | "none";

/**
 * A copy of a scan that was saved, exactly as the file was received.
 */
export type SavedCopyView = { 
/**
 * Name of the file, without its folder.
 */
file_name: string, };

/**
 * A file that was saved where the person wanted it.
 */
export type SavedView = { 
/**
 * Its name, without the folder.
 */
file_name: string, 
/**
 * Entries in it.
 */
n_entries: number, };

/**
 * Files a scan that waits.
 */
export type ScanAddRequest = { 
/**
 * Whose.
 */
client: ClientId, 
/**
 * Which file.
 */
token: string, 
/**
 * What kind of paper.
 */
kind: ScanKind, 
/**
 * What it is called.
 */
title: string, };

/**
 * One scan of paper.
 */
export type ScanId = string;

/**
 * What kind of paper was scanned.
 */
export type ScanKind = "paper_consent" | "referral_letter" | "other";

/**
 * One scan, large.
 */
export type ScanOpenView = { 
/**
 * Whose it is.
 */
client: BannerView, 
/**
 * What it is.
 */
row: ScanRow, 
/**
 * Where the page finds its first page; `None` of a PDF, which is never drawn here.
 */
url: string | null, };

/**
 * Shows or saves one scan. Either is an entry of the journal.
 */
export type ScanRequest = { 
/**
 * Which.
 */
scan: ScanId, };

/**
 * One scan of the list.
 */
export type ScanRow = { 
/**
 * Which.
 */
id: ScanId, 
/**
 * What kind of paper.
 */
kind: ScanKind, 
/**
 * The kind in words.
 */
kind_words: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * Who added it.
 */
added_by: string, 
/**
 * When, in UTC.
 */
added_at: string, 
/**
 * Size of the file as it was received.
 */
n_bytes: number, 
/**
 * Its kind as people call it: `PDF`, `TIF`.
 */
format: string, 
/**
 * Where the page finds the thumbnail; `None` of a PDF and of a withdrawn one.
 */
thumbnail_url: string | null, 
/**
 * That it was withdrawn, if it was.
 */
withdrawn: WithdrawnRow | null, };

/**
 * What a barcode says. Nothing is recorded yet.
 */
export type ScanView = { 
/**
 * Trade item number, 14 digits.
 */
gtin: string | null, 
/**
 * Lot; `None` if the code names none.
 */
lot: string | null, 
/**
 * Last day of use.
 */
expires_on: string | null, 
/**
 * Nothing about it forbids its use.
 */
is_usable: boolean, 
/**
 * What the rules say about it.
 */
notes: Array<string>, };

/**
 * Withdraws a scan for good.
 */
export type ScanWithdrawRequest = { 
/**
 * Which.
 */
scan: ScanId, 
/**
 * Why.
 */
reason: string, };

/**
 * Questions and answers of a visit.
 */
export type ScreeningView = { 
/**
 * Questions by section, in the order they are asked.
 */
sections: Array<QuestionSection>, 
/**
 * Medicines.
 */
medicines: Array<MedicineRow>, 
/**
 * Blood results.
 */
measures: Array<Measure>, 
/**
 * Procedures elsewhere; `None` while nobody asked.
 */
history: Array<PastProcedure> | null, 
/**
 * Questions without an answer.
 */
n_unanswered: number, 
/**
 * An earlier screening that "nothing has changed" can copy: its day.
 */
can_copy_from: string | null, 
/**
 * Closed in this visit: when, in UTC, and by whom.
 */
closed: ClosedScreening | null, };

/**
 * A fresh secret, shown once. It counts once a code of it was typed back.
 */
export type SecondFactorDrawView = { 
/**
 * The secret in groups, to be typed into an authenticator.
 */
secret: string, 
/**
 * The same as a picture for its camera.
 */
qr: QrView, };

/**
 * How one's own second factor stands.
 */
export type SecondFactorView = { 
/**
 * Whether acts on people, keys and settings ask for a code.
 */
is_on: boolean, };

/**
 * Asks for a new recovery key to print.
 */
export type SecretRequest = { 
/**
 * PIN or password of who acts.
 */
secret: string, };

/**
 * One step of a plan one after the other.
 */
export type SequentialRow = { 
/**
 * Which component.
 */
component: string, 
/**
 * Its name.
 */
title: string, 
/**
 * Its day.
 */
on: string, };

/**
 * A serum or gel.
 */
export type Serum = { 
/**
 * What it does its work with.
 */
substance: Substance, 
/**
 * Sterile by its label.
 */
is_sterile: boolean, 
/**
 * One container for one client.
 */
is_single_use: boolean, 
/**
 * Named in the device's instructions for use.
 */
is_in_device_ifu: boolean, 
/**
 * Where it comes from.
 */
origin: Origin, 
/**
 * A prescriber has authorised it.
 */
is_prescriber_authorised: boolean, 
/**
 * When it is put on.
 */
timing: SerumTiming, 
/**
 * The lot in the hand; the gate asks for it.
 */
lot: ProductLot | null, };

/**
 * When a serum goes on.
 */
export type SerumTiming = "during" | "after";

/**
 * The person at the screen and the clinic.
 */
export type SessionView = { 
/**
 * Who.
 */
user: UserId, 
/**
 * Full name.
 */
user_name: string, 
/**
 * Two or three letters.
 */
user_initials: string, 
/**
 * What the person may do.
 */
roles: Array<Role>, 
/**
 * Whether a PIN is set for this run of the program; without one every signature asks for the password.
 */
has_pin: boolean, 
/**
 * Somebody else made the password: until another is chosen nothing else can be done.
 */
must_choose_password: boolean, 
/**
 * The clinic's name.
 */
clinic_name: string, 
/**
 * The clinic's IANA zone: every instant on screen is shown on its clock.
 */
time_zone: string, 
/**
 * Minutes without a key until the screen locks.
 */
lock_after_minutes: number, 
/**
 * The rules in force: version, and whether a prescriber has approved them.
 */
protocol: RulesView, 
/**
 * The computer's clock is earlier than the newest entry of the journal.
 */
clock_went_back: boolean, };

/**
 * One thing a clinic may set.
 */
export type SettingRow = { 
/**
 * `w.peel_s`, `p.min_age`, `cb.mn_peel_s`.
 */
id: string, 
/**
 * The value that counts today.
 */
in_force: SettingValue, 
/**
 * The shipped value.
 */
shipped: SettingValue, 
/**
 * The value of the version that waits for approval; `None` where it changes nothing.
 */
proposed: SettingValue | null, 
/**
 * What it may be, in words: "14 to 28 days".
 */
allowed: string, 
/**
 * Source keys of the shipped value and the range.
 */
source: Array<string>, 
/**
 * Status codes joined by a slash.
 */
status: string, };

/**
 * What a setting may hold: a count in the setting's own unit, or one word of a closed list.
 */
export type SettingValue = number | string;

/**
 * Saves the clinic's details.
 */
export type SettingsSaveRequest = { 
/**
 * The clinic.
 */
clinic: ClinicFields, 
/**
 * Version this edit is based on.
 */
based_on: number, 
/**
 * Full path of the second folder for the journal's head; empty for the one beside the vault. Left out, it stays.
 */
anchor_folder?: string, };

/**
 * Clinic and printing.
 */
export type SettingsView = { 
/**
 * The clinic.
 */
clinic: ClinicFields, 
/**
 * Version the next save is based on.
 */
version: number, 
/**
 * Printers the computer knows.
 */
printers: Array<PrinterRow>, 
/**
 * Folder of the vault, for the person who keeps the computer.
 */
vault_folder: string, 
/**
 * The second folder the clinic has named for the journal's head; empty where it has named none.
 */
anchor_folder: string, 
/**
 * Where the journal's head is written down: the folder named, or the one beside the vault.
 */
anchors_in: string, 
/**
 * The head could not be written down there the last time.
 */
anchor_missed: boolean, 
/**
 * SHA-256 of the clinic's certificate, in groups of eight digits: what the clinic gives out so that its sealed papers
 * are known. `None` before there is a seal.
 */
seal_fingerprint: string | null, };

/**
 * Sex as recorded; only decides whether pregnancy and nursing are asked.
 */
export type Sex = "female" | "male" | "other" | "unknown";

/**
 * One date of the sheet.
 */
export type SheetDateRow = { 
/**
 * Local date-time, `YYYY-MM-DDTHH:MM`, as printed.
 */
at: string, 
/**
 * What ends, starts or is due.
 */
words: string, 
/**
 * The component that binds.
 */
binds: string, };

/**
 * Files the sheet that is shown without printing it.
 */
export type SheetFileRequest = { 
/**
 * Which visit.
 */
visit: VisitId, 
/**
 * The bytes that were shown.
 */
token: string, 
/**
 * Conflicts were read; required when there are any.
 */
conflicts_seen: boolean, };

/**
 * Composes the sheet.
 */
export type SheetPrepareRequest = { 
/**
 * Which visit.
 */
visit: VisitId, 
/**
 * Language, as a BCP 47 tag; `None` takes the client's.
 */
language: string | null, 
/**
 * Paper; `None` takes the clinic's.
 */
paper: PaperSize | null, 
/**
 * How large its letters are; `None` is the normal size.
 */
letters: LetterSize | null, };

/**
 * Files and prints, or files and saves, the sheet that is shown.
 */
export type SheetPrintRequest = { 
/**
 * Which visit.
 */
visit: VisitId, 
/**
 * The bytes that were shown.
 */
token: string, 
/**
 * Conflicts were read; required when there are any.
 */
conflicts_seen: boolean, 
/**
 * Copies, 1 to 9.
 */
n_copies: number, 
/**
 * Queue; `None` is the computer's own choice.
 */
printer: string | null, };

/**
 * What became of a sheet that is kept nowhere.
 */
export type SheetTakenView = { 
/**
 * Taken by the printing system.
 */
was_printed: boolean, 
/**
 * Why not, and what to do.
 */
why_not: string | null, };

/**
 * A sheet that is shown. Nothing is filed yet.
 */
export type SheetView = { 
/**
 * Names the bytes in memory; [`SheetPrintRequest`] and the page's frame use it.
 */
token: string, 
/**
 * Where the page's frame finds the PDF.
 */
url: string, 
/**
 * Pages.
 */
n_pages: number, 
/**
 * SHA-256 of the PDF.
 */
pdf_sha256: string, 
/**
 * Language of the sheet.
 */
language: string, 
/**
 * Languages the texts exist in.
 */
languages: Array<Choice>, 
/**
 * The dates on it, earliest first, in the language of the screen.
 */
dates: Array<SheetDateRow>, 
/**
 * Conflicts of the instructions and how they were settled, in the language of the screen.
 */
conflicts: Array<string>, 
/**
 * The pages as words in their own language, for a screen reader.
 */
text: Array<string>, };

/**
 * The client's own side.
 */
export type Side = "left" | "right" | "middle";

/**
 * A zone on one side, as consent, chart, map and paper carry it.
 */
export type SidedZone = { 
/**
 * Which zone.
 */
zone: ZoneId, 
/**
 * Which side of the client.
 */
side: Side, };

/**
 * A signature, drawn or typed.
 */
export type Signature = { "kind": "drawn", 
/**
 * What drew it.
 */
pointer: PointerKind, 
/**
 * Width of the field the strokes were drawn in, in hundredths of a CSS pixel.
 */
width_cpx: number, 
/**
 * Its height, in the same unit.
 */
height_cpx: number, 
/**
 * The strokes, in the order they were drawn.
 */
strokes: Array<Stroke>, } | { "kind": "mark", 
/**
 * What drew it.
 */
pointer: PointerKind, 
/**
 * Width of the field, in hundredths of a CSS pixel.
 */
width_cpx: number, 
/**
 * Its height, in the same unit.
 */
height_cpx: number, 
/**
 * The strokes, in the order they were drawn.
 */
strokes: Array<Stroke>, } | { "kind": "typed", 
/**
 * The name as typed.
 */
name: string, } | { "kind": "on_paper", 
/**
 * SHA-256 of every file that shows its signed pages, as it was received: 64 hexadecimal digits each.
 */
files: Array<string>, 
/**
 * It is a mark and no written name; a witness says whose it is.
 */
is_mark: boolean, };

/**
 * A signature under the visit.
 */
export type SignatureView = { 
/**
 * Name, as it was then.
 */
name: string, 
/**
 * When, in UTC.
 */
signed_at: string, };

/**
 * Somebody who signed the paper beside the client and the practitioner.
 */
export type SignedByOther = { 
/**
 * Witness or interpreter.
 */
role: SignerRole, 
/**
 * Full name.
 */
name: string, 
/**
 * What the person is to the client.
 */
relation: string, 
/**
 * The language an interpreter spoke; empty for a witness.
 */
spoken: string, };

/**
 * The document the pages are of.
 */
export type SignedDocumentView = { 
/**
 * Which.
 */
id: DocumentId, 
/**
 * `A-000012`.
 */
number: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Whose it is.
 */
client: BannerView, 
/**
 * The visit it belongs to.
 */
visit: VisitId | null, 
/**
 * When it was made, in UTC: nobody signs it earlier.
 */
made_at: string, 
/**
 * How many pages it has.
 */
n_pages: number, 
/**
 * Pages that have not come back.
 */
missing: Array<number>, 
/**
 * Whether they will count as the consent to what is planned.
 */
counts: boolean, 
/**
 * What filing them means, or why they do not count, in one sentence.
 */
counts_words: string, 
/**
 * Who signs for the client.
 */
signer_name: string, 
/**
 * The signer is a guardian.
 */
is_guardian: boolean, 
/**
 * Boxes for initials on the paper.
 */
n_initials: number, 
/**
 * The client reads another language: an interpreter signs, too.
 */
needs_interpreter: boolean, 
/**
 * How the client was identified, as far as it is written down.
 */
identity_check: string, 
/**
 * Reason for treating on the same day, as far as it is written down.
 */
same_day_reason: string, };

/**
 * One file of signed pages.
 */
export type SignedFileRow = { 
/**
 * Names it.
 */
token: string, 
/**
 * Its name without its folder.
 */
file_name: string, 
/**
 * Where the page finds the thumbnail; `None` of a PDF.
 */
thumbnail_url: string | null, 
/**
 * Its pages.
 */
pages: Array<SignedPageRow>, };

/**
 * One page of a file.
 */
export type SignedPageRow = { 
/**
 * Which page of the file, counted from 1.
 */
at: number, 
/**
 * What it is, in words.
 */
words: string, 
/**
 * Where it stands.
 */
state: SignedPageState, };

/**
 * Says what a page is whose code cannot be read.
 */
export type SignedPageSayRequest = { 
/**
 * The pages that wait.
 */
token: string, 
/**
 * Which file.
 */
file: string, 
/**
 * Which page of the file, counted from 1.
 */
at: number, 
/**
 * Which page of the document; `None` is none of it: an empty back, a note.
 */
page: number | null, };

/**
 * Where a page stands.
 */
export type SignedPageState = "found" | "open" | "aside" | "foreign";

/**
 * Lets the person choose photos or scans of signed pages. Their codes are read; nothing is filed yet.
 */
export type SignedPagesChooseRequest = { 
/**
 * The pages they are added to; `None` begins anew.
 */
token: string | null, };

/**
 * Takes one file out, or all of them.
 */
export type SignedPagesDropRequest = { 
/**
 * The pages that wait.
 */
token: string, 
/**
 * Which file; `None` is all.
 */
file: string | null, };

/**
 * Files the pages as the original that was signed on paper.
 */
export type SignedPagesFileRequest = { 
/**
 * The pages that wait.
 */
token: string, 
/**
 * The document, as it was shown.
 */
document: DocumentId, 
/**
 * Whether they count as the consent to what is planned, as it was shown; another answer is refused.
 */
counts: boolean, 
/**
 * The day on the paper, `YYYY-MM-DD`.
 */
signed_on: string, 
/**
 * The clock time on the paper, `HH:MM`.
 */
signed_time: string, 
/**
 * The client made a mark and wrote no name.
 */
is_mark: boolean, 
/**
 * Every box for initials is filled.
 */
has_all_initials: boolean, 
/**
 * Who signed beside the client and the practitioner.
 */
others: Array<SignedByOther>, 
/**
 * Questions and answers on the paper, in the practitioner's words.
 */
questions: string, 
/**
 * How the client was identified.
 */
identity_check: string, 
/**
 * Why treatment may follow before the time to think is over.
 */
same_day_reason: string, 
/**
 * The practitioner's PIN or password.
 */
secret: string, };

/**
 * What was filed.
 */
export type SignedPagesFiledView = { 
/**
 * Whose.
 */
client: ClientId, 
/**
 * The visit the document belongs to.
 */
visit: VisitId | null, 
/**
 * The consent, where they count as one.
 */
consent: ConsentId | null, 
/**
 * Number of the document that was signed.
 */
number: string, };

/**
 * Names the document where no code does.
 */
export type SignedPagesNameRequest = { 
/**
 * The pages that wait.
 */
token: string, 
/**
 * The document.
 */
document: DocumentId, };

/**
 * Pages that wait to be filed.
 */
export type SignedPagesView = { 
/**
 * Names them until they are filed.
 */
token: string, 
/**
 * The files, in the order they were chosen.
 */
files: Array<SignedFileRow>, 
/**
 * Files that are not taken, each with one sentence.
 */
refused: Array<RefusedFileRow>, 
/**
 * The document they are of; `None` where nothing says it.
 */
document: SignedDocumentView | null, 
/**
 * What stands in the way of filing them, one sentence each.
 */
problems: Array<string>, };

/**
 * In which role somebody signs a consent.
 */
export type SignerRole = "client" | "guardian" | "practitioner" | "witness" | "interpreter";

/**
 * One stroke, from pen down to pen up.
 */
export type Stroke = Array<StrokePoint>;

/**
 * One point of a stroke.
 */
export type StrokePoint = { 
/**
 * From the left edge, in hundredths of a CSS pixel.
 */
x_cpx: number, 
/**
 * From the top edge, in hundredths of a CSS pixel.
 */
y_cpx: number, 
/**
 * Since the first point of the signature, in milliseconds.
 */
t_ms: number, 
/**
 * Pressure in thousandths, 0 to 1000; 500 where the device does not tell.
 */
pressure_milli: number, };

/**
 * What a serum is.
 */
export type Substance = "glide_gel" | "hyaluronic_acid" | "tranexamic_acid" | "growth_factor" | "exosomes" | "vitamin_c" | "retinoid" | "aha_bha" | "minoxidil" | "other";

/**
 * What the screen shows of a class.
 */
export type Tier = "pass" | "note" | "caution" | "stop";

/**
 * Asks for one day.
 */
export type TodayRequest = { 
/**
 * Which day; `None` is today.
 */
on: string | null, };

/**
 * One day.
 */
export type TodayView = { 
/**
 * Which day.
 */
on: string, 
/**
 * Appointments, by time.
 */
appointments: Array<AppointmentRow>, 
/**
 * Visits begun and not signed, whatever their day.
 */
open_visits: Array<VisitRow>, 
/**
 * Visits signed on this day.
 */
signed_visits: Array<VisitRow>, 
/**
 * Consent copies clients have not been given, the oldest of them, oldest first.
 */
owed_copies: Array<OwedCopyRow>, 
/**
 * How many there are in all.
 */
n_owed_copies: number, 
/**
 * Requests for a copy of a record that are due within a week, or over.
 */
access_requests: Array<AccessDueRow>, };

/**
 * Numbing cream.
 */
export type TopicalAnaesthetic = { 
/**
 * Which cream.
 */
product: NumbingProduct, 
/**
 * Amount, in milligrams of cream.
 */
amount_mg: number, 
/**
 * Skin covered, in square centimetres.
 */
area_cm2: number, 
/**
 * Planned time on the skin, in minutes.
 */
minutes: number, 
/**
 * Under a film.
 */
is_occluded: boolean, 
/**
 * On prescription or direction.
 */
is_prescription: boolean, };

/**
 * What stands on the labels of plasma tubes.
 */
export type TubeLabelPaper = { 
/**
 * Which visit.
 */
visit: VisitId, 
/**
 * Local date-time of the draw, `YYYY-MM-DDTHH:MM`.
 */
drawn_at: string, 
/**
 * Local date-time to use it before; `None` leaves room to write it.
 */
use_before: string | null, 
/**
 * How many tubes, 1 to 16.
 */
n_tubes: number, };

/**
 * Opens the vault.
 */
export type UnlockRequest = { 
/**
 * Whose password.
 */
user: UserId, 
/**
 * The password.
 */
password: string, };

/**
 * A signed-in user who treats or helps.
 */
export type UserId = string;

/**
 * A person who can unlock.
 */
export type UserRow = { 
/**
 * Whose key.
 */
id: UserId, 
/**
 * Full name.
 */
name: string, };

/**
 * What the rules say.
 */
export type VerdictView = { 
/**
 * `CLEAR` to `BLOCK`.
 */
decision: Decision, 
/**
 * Stop, caution, note or pass: what the screen shows.
 */
tier: Tier, 
/**
 * First day everything planned may be done; `None` if nobody can know it.
 */
earliest_on: string | null, 
/**
 * Whether the visit may go on today: nothing stops it, or what did was lifted.
 */
may_go_on: boolean, 
/**
 * What is not known yet, in words.
 */
missing: Array<MissingRow>, 
/**
 * Per component.
 */
components: Array<ComponentVerdict>, 
/**
 * All findings, one message a cause, strongest first.
 */
findings: Array<FindingRow>, 
/**
 * Offered when a peel and needling cannot be done together: one after the other.
 */
sequential: Array<SequentialRow>, 
/**
 * Protocol version it was made with.
 */
protocol_version: string, };

/**
 * Confirms something with the person's PIN, or with the password where no PIN is set.
 */
export type VisitConfirmRequest = { 
/**
 * Which.
 */
visit: VisitId, 
/**
 * PIN or password.
 */
secret: string, };

/**
 * Ends the treatment; hour zero of the aftercare.
 */
export type VisitFinishRequest = { 
/**
 * Which.
 */
visit: VisitId, 
/**
 * Local date-time `YYYY-MM-DDTHH:MM`; `None` is now.
 */
finished_at: string | null, };

/**
 * One treatment appointment.
 */
export type VisitId = string;

/**
 * Moves a visit to the client it belongs to, or marks it once it is signed.
 */
export type VisitMoveRequest = { 
/**
 * Which visit.
 */
visit: VisitId, 
/**
 * The client it belongs to.
 */
to: ClientId, 
/**
 * How it was noticed.
 */
reason: string, 
/**
 * PIN or password.
 */
secret: string, };

/**
 * Names one visit.
 */
export type VisitRequest = { 
/**
 * Which.
 */
visit: VisitId, };

/**
 * One line of a list of visits.
 */
export type VisitRow = { 
/**
 * Which.
 */
id: VisitId, 
/**
 * `A-000031`.
 */
number: string, 
/**
 * Whose.
 */
client: ClientId, 
/**
 * "HALVORSEN, Ines (Ms)".
 */
client_name: string, 
/**
 * Day.
 */
visit_on: string, 
/**
 * What was planned or done, in a few words.
 */
summary: string, 
/**
 * How it stands.
 */
status: VisitStatus, };

/**
 * How a visit stands.
 */
export type VisitStatus = "open" | "signed" | "not_today";

/**
 * A step of the visit.
 */
export type VisitStep = "arrive" | "screen" | "consent" | "numb" | "treat" | "sign" | "print";

/**
 * The whole of one visit. Every command that changes a visit answers with it.
 */
export type VisitView = { 
/**
 * Which.
 */
id: VisitId, 
/**
 * `A-000031`.
 */
number: string, 
/**
 * The strip.
 */
banner: BannerView, 
/**
 * Day.
 */
visit_on: string, 
/**
 * How it stands.
 */
status: VisitStatus, 
/**
 * Arrive, Screen, Consent, Numb, Treat, Sign, Print: lights that follow from the data.
 */
rail: Array<RailLight>, 
/**
 * Questions and answers.
 */
screening: ScreeningView, 
/**
 * Components and verdict.
 */
plan: PlanView, 
/**
 * Where the consent stands.
 */
consent: ConsentState, 
/**
 * Zones, items, clock.
 */
chart: ChartView, 
/**
 * What the signature still waits for, in words; empty when it may be signed.
 */
open_points: Array<OpenPoint>, 
/**
 * Local date-time the treatment ended, `YYYY-MM-DDTHH:MM`.
 */
finished_at: string | null, 
/**
 * Who signed and when.
 */
signature: SignatureView | null, 
/**
 * What is known of a wrong client, newest last; empty where the visit was recorded under the right one.
 */
wrong_client: Array<WrongClientRow>, 
/**
 * Additions after the signature.
 */
addenda: Array<AddendumRow>, 
/**
 * Documents of this visit.
 */
documents: Array<DocumentRow>, 
/**
 * The aftercare sheet that was filed last.
 */
sheet: DocumentId | null, 
/**
 * Whether there is a step to undo, and what it was.
 */
can_undo: boolean, 
/**
 * Whether there is an undone step to do again.
 */
can_redo: boolean, 
/**
 * When the newest field became durable, in UTC.
 */
saved_at: string | null, };

/**
 * A file that was chosen and is not added yet.
 */
export type WaitingFileRow = { 
/**
 * Names it until it is added.
 */
token: string, 
/**
 * Its name without its folder.
 */
file_name: string, 
/**
 * What it was chosen for.
 */
files_for: FilesFor, 
/**
 * The day the camera says, for a person to judge.
 */
camera_on: string | null, 
/**
 * The clock time the camera says.
 */
camera_time: string | null, 
/**
 * Where the page finds the thumbnail; `None` of a PDF.
 */
thumbnail_url: string | null, };

/**
 * An item a component asks for.
 */
export type WantedItem = { 
/**
 * Which component.
 */
component: string, 
/**
 * What it is.
 */
kind: ItemKind, 
/**
 * Its label: "Cartridge lot".
 */
words: string, };

/**
 * Why a photo or scan is no longer shown.
 */
export type WithdrawnRow = { 
/**
 * Why.
 */
reason: string, 
/**
 * Who withdrew it.
 */
by: string, 
/**
 * When, in UTC.
 */
at: string, };

/**
 * What a visit has to do with a client whose file it was wrongly recorded in.
 */
export type WrongClientRow = { 
/**
 * Which visit.
 */
visit: VisitId, 
/**
 * Its number.
 */
number: string, 
/**
 * The other client: whose visit it is, or in whose file it was recorded. `None` where that record was erased.
 */
other: ClientRow | null, 
/**
 * The other client's number.
 */
other_number: string, 
/**
 * The visit was recorded here and belongs to the other; otherwise it belongs here.
 */
is_recorded_here: boolean, 
/**
 * How it was noticed.
 */
reason: string, 
/**
 * Who corrected it.
 */
by_name: string, 
/**
 * When, in UTC.
 */
at: string, };

/**
 * A change of one zone.
 */
export type ZoneChange = { 
/**
 * Which zone.
 */
zone: ZoneId, 
/**
 * Which side.
 */
side: Side, 
/**
 * Depth in micrometres; `None` clears the zone.
 */
depth_um: number | null, 
/**
 * Passes, 1 to 12.
 */
n_passes: number, 
/**
 * What was seen.
 */
endpoint: Endpoint | null, 
/**
 * Why it is deeper than the cap: only for what has already been done.
 */
deviation_reason: string | null, };

/**
 * One zone with its name.
 */
export type ZoneChoice = { 
/**
 * Which zone.
 */
zone: ZoneId, 
/**
 * Its name without a side.
 */
words: string, 
/**
 * Least of the usual depths, in micrometres; `None` where nothing is needled.
 */
usual_from_um: number | null, 
/**
 * Greatest of the usual depths, in micrometres.
 */
usual_to_um: number | null, };

/**
 * A zone of the face or body. A zone without a side means left, right and middle together.
 */
export type ZoneId = "z.abdomen" | "z.arm" | "z.back" | "z.breast_areola" | "z.cheek_lateral" | "z.cheek_medial" | "z.chin" | "z.crowsfeet" | "z.decollete" | "z.eyelid" | "z.forehead" | "z.glabella" | "z.hand_dorsal" | "z.jawline" | "z.knee" | "z.malar" | "z.neck_ant" | "z.neck_lat" | "z.nose_dorsum" | "z.nose_tip" | "z.periorbital" | "z.scalp" | "z.temple" | "z.thigh_buttock" | "z.upper_lip" | "z.vermilion";

/**
 * Depth of one zone.
 */
export type ZoneVerdict = { 
/**
 * Which zone; sides share it.
 */
zone: ZoneId, 
/**
 * Its class.
 */
decision: Decision, 
/**
 * Planned, in micrometres.
 */
planned_um: number | null, 
/**
 * The most that is allowed, in micrometres.
 */
cap_um: number | null, 
/**
 * Names of the limits that give that value.
 */
binding: Array<string>, };

/**
 * Charts zones as they are treated; every one is durable when the answer comes.
 */
export type ZonesRequest = { 
/**
 * Which visit.
 */
visit: VisitId, 
/**
 * The zones that change.
 */
zones: Array<ZoneChange>, };

/** Every command there is: what goes in and what comes out. */
export interface Commands {
  desk_view: { request: Empty; response: DeskView };
  recovery_key_make: { request: Empty; response: RecoveryKeyView };
  recovery_sheet_first: { request: RecoverySheetFirstRequest; response: SheetTakenView };
  vault_create: { request: FirstRunRequest; response: DeskView };
  vault_unlock: { request: UnlockRequest; response: DeskView };
  vault_unlock_pin: { request: PinUnlockRequest; response: DeskView };
  vault_recover: { request: RecoverRequest; response: DeskView };
  vault_lock: { request: Empty; response: DeskView };
  backup_find: { request: Empty; response: FoundBackupView };
  backup_check: { request: BackupSecret; response: CheckView };
  backup_restore: { request: RestoreRequest; response: DeskView };
  session_touch: { request: Empty; response: Empty };
  pin_set: { request: PinRequest; response: DeskView };
  password_change: { request: PasswordChangeRequest; response: DeskView };
  recovery_key_draw: { request: SecretRequest; response: RecoveryKeyView };
  recovery_sheet_print: { request: Empty; response: SheetTakenView };
  recovery_key_renew: { request: RecoveryKeyRenewRequest; response: Empty };
  device_secret_view: { request: Empty; response: DeviceSecretView };
  device_secret_keep: { request: OwnPasswordRequest; response: DeviceSecretView };
  device_secret_drop: { request: OwnPasswordRequest; response: DeviceSecretView };
  second_factor_view: { request: Empty; response: SecondFactorView };
  second_factor_draw: { request: SecretRequest; response: SecondFactorDrawView };
  second_factor_prove: { request: CodeRequest; response: SecondFactorView };
  second_factor_give: { request: CodeRequest; response: Empty };
  second_factor_drop: { request: SecretRequest; response: SecondFactorView };
  second_factor_remove: { request: PersonReasonRequest; response: PeopleView };
  people_view: { request: Empty; response: PeopleView };
  person_add: { request: PersonAddRequest; response: PersonAddedView };
  person_change: { request: PersonChangeRequest; response: PeopleView };
  person_remove: { request: PersonReasonRequest; response: DeskView };
  password_reset: { request: PersonReasonRequest; response: OneTimePasswordView };
  settings_view: { request: Empty; response: SettingsView };
  settings_save: { request: SettingsSaveRequest; response: SettingsView };
  backup_view: { request: Empty; response: BackupView };
  backup_folder_choose: { request: Empty; response: BackupView };
  backup_make: { request: BackupMakeRequest; response: BackupMadeView };
  vault_verify: { request: Empty; response: CheckView };
  protocol_view: { request: Empty; response: ProtocolView };
  protocol_set: { request: ProtocolSetRequest; response: ProtocolView };
  protocol_approve: { request: ProtocolApproveRequest; response: ProtocolView };
  today_view: { request: TodayRequest; response: TodayView };
  appointment_save: { request: AppointmentSaveRequest; response: TodayView };
  appointment_cancel: { request: AppointmentRequest; response: TodayView };
  client_search: { request: ClientSearchRequest; response: Array<ClientRow> };
  client_duplicates: { request: DuplicatesRequest; response: Array<ClientRow> };
  client_open: { request: ClientRequest; response: ClientView };
  client_save: { request: ClientSaveRequest; response: ClientView };
  client_restrict: { request: RestrictionRequest; response: ClientRow };
  client_unrestrict: { request: RestrictionRequest; response: ClientRow };
  client_break_glass: { request: BreakGlassRequest; response: ClientView };
  client_export: { request: ExportRequest; response: ExportView };
  photos_view: { request: ClientRequest; response: PhotosView };
  files_choose: { request: FilesChooseRequest; response: FilesChosenView };
  file_discard: { request: FileDiscardRequest; response: PhotosView };
  photo_add: { request: PhotoAddRequest; response: PhotosView };
  photo_open: { request: PhotoRequest; response: PhotoOpenView };
  photo_allow: { request: PhotoScopeRequest; response: PhotosView };
  photo_withdraw: { request: PhotoWithdrawRequest; response: PhotosView };
  photos_export: { request: PhotosExportRequest; response: ExportView };
  scan_add: { request: ScanAddRequest; response: PhotosView };
  scan_open: { request: ScanRequest; response: ScanOpenView };
  scan_save: { request: ScanRequest; response: SavedCopyView };
  scan_withdraw: { request: ScanWithdrawRequest; response: PhotosView };
  signed_pages_choose: { request: SignedPagesChooseRequest; response: SignedPagesView };
  signed_pages_name: { request: SignedPagesNameRequest; response: SignedPagesView };
  signed_page_say: { request: SignedPageSayRequest; response: SignedPagesView };
  signed_pages_drop: { request: SignedPagesDropRequest; response: SignedPagesView };
  signed_pages_file: { request: SignedPagesFileRequest; response: SignedPagesFiledView };
  client_journal: { request: ClientJournalRequest; response: JournalView };
  client_journal_save: { request: ClientRequest; response: SavedView };
  access_requests_view: { request: ClientRequest; response: AccessRequestsView };
  access_request_take: { request: AccessTakeRequest; response: AccessRequestsView };
  access_request_extend: { request: AccessExtendRequest; response: AccessRequestsView };
  access_request_answer: { request: AccessAnswerRequest; response: AccessRequestsView };
  retention_view: { request: RetentionRequest; response: RetentionView };
  retention_hold: { request: HoldRequest; response: RetentionView };
  retention_release: { request: HoldRequest; response: RetentionView };
  client_erase: { request: EraseRequest; response: ErasedView };
  journal_view: { request: JournalViewRequest; response: JournalView };
  journal_verify: { request: JournalVerifyRequest; response: JournalVerifyView };
  visit_start: { request: ClientRequest; response: VisitView };
  visit_open: { request: VisitRequest; response: VisitView };
  visit_undo: { request: VisitRequest; response: VisitView };
  visit_redo: { request: VisitRequest; response: VisitView };
  visit_not_today: { request: NotTodayRequest; response: VisitView };
  answer_set: { request: AnswerRequest; response: VisitView };
  background_set: { request: BackgroundRequest; response: VisitView };
  screening_copy: { request: VisitRequest; response: VisitView };
  screening_close: { request: VisitConfirmRequest; response: VisitView };
  plan_set: { request: PlanRequest; response: VisitView };
  plan_fix: { request: PlanFixRequest; response: VisitView };
  finding_lift: { request: LiftRequest; response: VisitView };
  consent_prepare: { request: ConsentPrepareRequest; response: ConsentView };
  consent_initial: { request: InitialsRequest; response: ConsentView };
  consent_note: { request: ConsentNotesRequest; response: ConsentView };
  consent_sign: { request: ConsentSignRequest; response: VisitView };
  consent_refuse: { request: ConsentRefuseRequest; response: VisitView };
  consent_withdraw: { request: ConsentWithdrawRequest; response: ClientView };
  consent_correct: { request: ConsentCorrectRequest; response: ClientView };
  visit_move: { request: VisitMoveRequest; response: VisitView };
  copy_give: { request: CopyGiveRequest; response: CopyGivenView };
  zones_chart: { request: ZonesRequest; response: VisitView };
  zones_copy_last: { request: VisitRequest; response: VisitView };
  item_add: { request: ItemRequest; response: VisitView };
  item_scan: { request: ItemScanRequest; response: ScanView };
  item_remove: { request: ItemRemoveRequest; response: VisitView };
  numbing_set: { request: NumbingRequest; response: VisitView };
  chart_note: { request: ChartNoteRequest; response: VisitView };
  visit_finish: { request: VisitFinishRequest; response: VisitView };
  visit_sign: { request: VisitConfirmRequest; response: VisitView };
  addendum_add: { request: AddendumRequest; response: VisitView };
  sheet_prepare: { request: SheetPrepareRequest; response: SheetView };
  sheet_print: { request: SheetPrintRequest; response: PrintedView };
  sheet_file: { request: SheetFileRequest; response: DocumentRow };
  paper_prepare: { request: PaperPrepareRequest; response: PaperView };
  paper_print: { request: PaperPrintRequest; response: PrintedView };
  lot_find: { request: LotRequest; response: Array<LotUseRow> };
  paper_file: { request: PaperFileRequest; response: DocumentRow };
  document_open: { request: DocumentRequest; response: DocumentView };
  document_print: { request: DocumentPrintRequest; response: PrintedView };
}
