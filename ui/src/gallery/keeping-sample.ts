// Who looked, a request for a copy and whose retention is over, of the made-up practice.
import type { AccessRequestRow, AccessRequestsView, JournalRow, JournalView, RetentionRow, RetentionView } from "../lib/backend/contract";
import { RECORD } from "./people-sample";

const INES = RECORD.banner.id;

export const LOOK: JournalRow = {
  seq: 41, at: "2026-11-20T14:00:00Z", clock_went_back: false, by: "Mara Okafor", role: "practitioner", act: "open", act_words: "Opened",
  what: "Record", client: INES, client_number: "A-000217", reason: "",
};
export const LOOKS: JournalView = { rows: [LOOK], next: null, acts: [], entities: [], people: [] };
export const REQUEST: AccessRequestRow = {
  id: "r1", version: 1, received_on: "2026-11-01", asked_by: "Ines Halvorsen", wanted: "All of it, as a file", answer_by: "2026-12-01", standing: "soon",
  rule_words: "access within one month (lg.gdpr; GK, G)", extension_reason: "", how: null, note: "", answered_at: null, export_entry: null,
};
export const REQUESTS: AccessRequestsView = { rows: [REQUEST], rule_words: "access within one month (lg.gdpr; GK, G)" };
export const ANSWERED: AccessRequestsView = {
  ...REQUESTS, rows: [{ ...REQUEST, version: 2, standing: "answered", how: "export", note: "By hand", answered_at: "2026-11-20T14:00:00Z", export_entry: 44 }],
};
export const OVER: RetentionRow = {
  client: "c9", number: "A-000009", last_entry_on: "2015-03-02", kept_until: "2025-03-02", rule_words: "10 years (lg.ret_default; P, P)", is_over: true, is_held: false, holds: [],
};
export const RETENTION: RetentionView = { rules: ["10 years (lg.ret_default; P, P)"], rows: [OVER], asked: null, n_erased: 0 };
