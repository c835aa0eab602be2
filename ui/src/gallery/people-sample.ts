// A made-up practice for looking at screens and for tests: a day, clients, papers, and a desk that answers from them.
import type { Answers } from "../lib/backend/fake";
import type {
  AppointmentRow, BackupView, ClientFields, ClientRow, ClientView, Commands, ConsentRow, DeskView, DocumentRow, OwedCopyRow, PaperView, RecoveryKeyView, SettingsView, TodayView, VisitRow,
} from "../lib/backend/contract";
import { INES } from "./sample";

const id = (kind: number, n: number) => `0199a000-0000-7000-800${kind}-${String(n).padStart(12, "0")}`;

const row = (n: number, family: string, given: string, born_on: string, age: number, last: string | null): ClientRow => ({
  id: n === 217 ? INES.id : id(0, n), number: `A-${String(n).padStart(6, "0")}`, family, given, preferred: "", born_on, age,
  phone: "020 7946 0018", last_visit_on: last, is_hidden: false,
});

export const ROWS: readonly ClientRow[] = [
  row(217, "Halvorsen", "Ines", "1988-03-14", 38, "2026-10-23"),
  row(31, "Halvard", "Jo", "1991-07-02", 35, null),
  row(104, "Okoro", "Ada", "1979-12-30", 46, "2026-09-01"),
  row(95, "Lind", "Per", "2009-05-05", 17, "2026-11-02"),
  row(12, "Bełżecka-Szymańska", "Katarzyna Aleksandra", "1966-01-09", 60, "2026-06-12"),
];
const client = (i: number) => ROWS[i] ?? row(0, "", "", "", 0, null);

export const DESK: DeskView = {
  phase: "open",
  users: [{ id: id(1, 1), name: "Mara Okafor" }],
  pin_users: [],
  today: "2026-11-20",
  now: "2026-11-20T14:02:00Z",
  version: "0.1.0",
  session: {
    user: id(1, 1), user_name: "Mara Okafor", user_initials: "MO", roles: ["practitioner", "admin"], has_pin: true, must_choose_password: false,
    clinic_name: "Clinic on the Quay", time_zone: "Europe/London", lock_after_minutes: 5, clock_went_back: false,
    protocol: { version: "2026.1", is_approved: false },
  },
};

export const KEY: RecoveryKeyView = {
  groups: ["K7QM", "2XWP", "9FDA", "C4TN", "VE8R", "J3HB", "6YKS", "M5ZG"], ask: [1, 4, 6], time_zone: "Europe/London",
};

const visit = (n: number, on: string, summary: string, status: VisitRow["status"], who = client(0)): VisitRow => ({
  id: id(2, n), number: `A-${String(n).padStart(6, "0")}`, client: who.id, client_name: `${who.family.toUpperCase()}, ${who.given}`,
  visit_on: on, summary, status,
});
const paper = (n: number, kind: DocumentRow["kind"], title: string, filed_at: string, n_pages: number): DocumentRow => ({
  id: id(3, n), number: `A-${String(n).padStart(6, "0")}`, kind, title, filed_at, n_pages,
  pdf_sha256: "9f2c4e0b7a1d5c3388aa51e06f4b92d7c0de18a4b3f25967ee01c4d2a8b6735f",
});

export const PAPERS: readonly DocumentRow[] = [
  paper(12, "aftercare", "Aftercare: microneedling with hyaluronic acid", "2026-10-23T15:10:00Z", 2),
  paper(11, "consent", "Consent: microneedling", "2026-10-23T13:40:00Z", 4),
  paper(7, "consent", "Consent: microneedling", "2026-09-25T09:05:00Z", 4),
];
export const SIGNED: readonly VisitRow[] = [
  visit(31, "2026-10-23", "Microneedling 0.5 to 1.5 mm, 3 passes. Hyaluronic acid serum.", "signed"),
  visit(22, "2026-09-25", "Microneedling 0.5 to 1 mm, 2 passes.", "signed"),
  visit(20, "2026-09-18", "Cold sore on the day.", "not_today"),
];
export const OPEN_VISIT = visit(40, "2026-11-20", "Microneedling with PRP planned", "open");

const appointment = (n: number, who: ClientRow, starts: string, purpose: string, status: AppointmentRow["status"]): AppointmentRow => ({
  id: id(4, n), client: who, starts, purpose, visit: status === "planned" ? null : id(2, 40 + n), status,
});

export const CONSENTS: ConsentRow[] = [
  {
    id: id(5, 2), visit: id(2, 31), summary: "Microneedling", status: "standing", reason: "", signed_at: "2026-10-23T13:40:00Z", practitioner_name: "Mara Okafor",
    is_supplement: false, copy: "owed", document: id(3, 11), withdrawal: null,
    addenda: [{ text: "The identity card was a driving licence.", reason: "Misread", by_name: "Mara Okafor", written_at: "2026-10-24T09:00:00Z" }],
  },
  {
    id: id(5, 1), visit: id(2, 22), summary: "Microneedling", status: "withdrawn", reason: "Wants to wait", signed_at: "2026-09-25T09:05:00Z", practitioner_name: "Mara Okafor",
    is_supplement: false, copy: "printed", document: id(3, 7), withdrawal: id(3, 8), addenda: [],
  },
];
export const OWED: OwedCopyRow[] = [
  { consent: id(5, 2), client: client(0), signed_at: "2026-10-23T13:40:00Z", document: id(3, 11) },
  { consent: id(5, 3), client: client(2), signed_at: "2026-11-01T10:00:00Z", document: id(3, 15) },
];

export const TODAY: TodayView = {
  on: "2026-11-20",
  appointments: [
    appointment(1, client(2), "10:00", "Consultation", "done"),
    appointment(2, client(0), "14:00", "Visit, 3 of 4", "in_progress"),
    appointment(3, client(3), "15:00", "Peel", "planned"),
    appointment(4, client(4), "16:30", "", "planned"),
  ],
  open_visits: [visit(39, "2026-11-19", "Microneedling 1 mm, not signed yet", "open", client(1))],
  signed_visits: [],
  owed_copies: OWED,
  n_owed_copies: OWED.length,
  access_requests: [],
};

export const FIELDS: ClientFields = {
  family: "Halvorsen", given: "Ines", preferred: "Ines", title: "Ms", born_on: "1988-03-14", sex: "female", phone: "020 7946 0018",
  email: "ines@example.org", address: "4 Quay Street\nBristol BS1 4DJ", emergency_contact: { name: "Per Halvorsen", relation: "Brother", phone: "020 7946 0777" },
  guardian: null, fitzpatrick: 4, allergies: { state: "known", to: ["Benzocaine", "Nickel"] }, alerts: ["Cold sores"], document_language: null,
};

export const RECORD: ClientView = {
  banner: INES, fields: FIELDS, version: 3, visits: [...SIGNED], documents: [...PAPERS], open_visit: null,
  consents: CONSENTS, wrong_clients: [],
};

/** A paper before it is filed. */
export const PAPER: PaperView = {
  token: "paper", url: "about:blank", client: INES, kind: "referral", title: "Referral", n_pages: 1, pdf_sha256: "0".repeat(64),
  language: "en-GB", languages: [{ id: "en-GB", words: "English (United Kingdom)" }, { id: "en-US", words: "English (United States)" }],
  may_be_large: true, text: ["Referral", "About: Ines Halvorsen"],
};

export const SETTINGS: SettingsView = {
  clinic: {
    name: "Clinic on the Quay", address: "1 Quay Street\nBristol BS1 4DJ", phone: "0117 496 0011", out_of_hours_phone: "0117 496 0099",
    jurisdiction: "GB", time_zone: "Europe/London", paper: "a4", lock_after_minutes: 5,
  },
  version: 2,
  printers: [{ name: "Front-desk", is_default: true }, { name: "Treatment-room", is_default: false }],
  vault_folder: "/home/clinic/Needlepoint/vault",
  anchor_folder: "", anchors_in: "/home/clinic/Needlepoint/vault-anchors", anchor_missed: false,
  seal_fingerprint: "9f86d081 884c7d65 9a2feaa0 c55ad015 a3bf4f1b 2b0b822c d15d6c15 b0f00a08",
};

export const BACKUP: BackupView = {
  folder: "/media/clinic/stick", standing: "good", last_good_at: "2026-11-20T13:00:00Z",
  words: "Last backup 20-Nov-2026 13:00, opened again and found whole, in /media/clinic/stick.",
  drill: {
    standing: "good", at: "2026-11-18T08:00:00Z",
    words: "Proved 18-Nov-2026 08:00: the backup of 18-Nov-2026 07:40 was opened where it lies and is whole, with 212 clients and 9,000 entries of the journal.",
  },
};

/** A desk that answers as this practice would. */
export function practice(more: Answers<Commands> = {}): Answers<Commands> {
  return {
    desk_view: () => DESK,
    recovery_key_make: () => KEY,
    vault_lock: () => ({ ...DESK, phase: "locked", session: null }),
    vault_unlock: () => DESK,
    session_touch: () => ({}),
    pin_set: () => DESK,
    settings_view: () => SETTINGS,
    device_secret_view: () => ({ state: "off" }),
    second_factor_view: () => ({ is_on: false }),
    settings_save: ({ clinic, based_on }) => ({ ...SETTINGS, clinic, version: based_on + 1 }),
    today_view: () => TODAY,
    backup_view: () => BACKUP,
    client_search: ({ words }) => ROWS.filter(({ family, given }) => `${family} ${given}`.toLowerCase().includes(words.trim().toLowerCase())),
    client_duplicates: () => [],
    client_open: () => RECORD,
    paper_prepare: ({ paper: wanted, language }) => ({ ...PAPER, kind: wanted.is, language: language ?? PAPER.language }),
    paper_file: () => PAPERS[0] ?? paper(0, "referral", "", "", 1),
    paper_print: () => ({ document: PAPERS[0] ?? paper(0, "referral", "", "", 1), was_printed: true, why_not: null }),
    lot_find: () => [],
    document_open: () => ({ client: INES, row: PAPERS[0] ?? paper(0, "consent", "", "", 1), url: "about:blank" }),
    ...more,
  };
}
