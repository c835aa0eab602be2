// A page of the made-up practice's journal.
import type { JournalRow, JournalVerifyView, JournalView } from "../lib/backend/contract";

export const entry = (seq: number, more: Partial<JournalRow> = {}): JournalRow => ({
  seq, at: "2026-11-20T14:00:00Z", clock_went_back: false, by: "Mara Okafor", role: "practitioner", act: "open", act_words: "Opened",
  what: "Record", client: "1", client_number: "A-000217", reason: "", ...more,
});
export const PAGE: JournalView = {
  rows: [entry(9, { act: "break_glass", act_words: "Opened with a reason", what: "", reason: "Swollen eye" }), entry(8)], next: 8,
  acts: [{ id: "open", words: "Opened" }, { id: "break_glass", words: "Opened with a reason" }],
  entities: [{ id: "visit", words: "Visit" }], people: [{ id: "u1", name: "Mara Okafor" }],
};
export const OLDER: JournalView = { ...PAGE, rows: [entry(7)], next: null };
export const WHOLE: JournalVerifyView = {
  is_whole: true, words: "The journal is whole: 9 entries were checked.", damaged_from: null, n_entries: 9, head: "9-0123456789abcdef",
  n_anchors: 4, n_passed_over: 0, n_shredded: 0, anchors_in: "/home/clinic/second",
};
