// Pages of the made-up client's consent that came back signed.
import type { SignedDocumentView, SignedFileRow, SignedPagesView } from "../lib/backend/contract";
import { RECORD } from "./people-sample";

export const DOCUMENT = "0199a000-0000-7000-8007-000000000001";

export const file = (n: number, more: Partial<SignedFileRow> = {}): SignedFileRow => ({
  token: `file-${n}`, file_name: `page-${n}.jpg`, thumbnail_url: `photo://localhost/signed-pages/file-${n}`,
  pages: [{ at: 1, words: `Page ${n}`, state: "found" }], ...more,
});

export const form = (more: Partial<SignedDocumentView> = {}): SignedDocumentView => ({
  id: DOCUMENT, number: "A-000044", title: "Consent to microneedling", client: RECORD.banner, visit: null,
  made_at: "2026-11-20T13:00:00Z", n_pages: 2, missing: [], counts: true, counts_words: "They will count as the consent to what is planned.",
  signer_name: "Ines Halvorsen", is_guardian: false, n_initials: 5, needs_interpreter: false, identity_check: "", same_day_reason: "", ...more,
});

export const pages = (more: Partial<SignedPagesView> = {}): SignedPagesView => ({
  token: "t-1", files: [file(1), file(2)], refused: [], document: form(), problems: [], ...more,
});
