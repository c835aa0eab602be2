// The photos and papers of the made-up client.
import type { PhotoRow, PhotosView, ScanRow, WaitingFileRow } from "../lib/backend/contract";
import { RECORD } from "./people-sample";

const INES = RECORD.banner.id;

export const id = (n: number) => `0199a000-0000-7000-8006-${String(n).padStart(12, "0")}`;

export const photo = (n: number, more: Partial<PhotoRow> = {}): PhotoRow => ({
  id: id(n), taken_on: "2026-10-23", taken_time: "13:45", view: "front", view_words: "Front", zone_words: "", scope: "record",
  scope_words: "Record only", visit_number: "A-000031", added_by: "Mara Okafor", added_at: "2026-10-23T13:50:00Z", width_px: 1600,
  height_px: 1200, thumbnail_url: `photo://localhost/thumbnail/${id(n)}`, withdrawn: null, ...more,
});

export const scan = (n: number, more: Partial<ScanRow> = {}): ScanRow => ({
  id: id(n), kind: "referral_letter", kind_words: "Referral letter", title: "Letter from Dr. Lind", added_by: "Mara Okafor",
  added_at: "2026-10-23T13:50:00Z", n_bytes: 81_200, format: "PDF", thumbnail_url: null, withdrawn: null, ...more,
});

export const waiting = (n: number, more: Partial<WaitingFileRow> = {}): WaitingFileRow => ({
  token: id(n), file_name: `IMG_${n}.jpg`, files_for: "photos", camera_on: "2026-11-19", camera_time: "16:42",
  thumbnail_url: `photo://localhost/waiting/${id(n)}`, ...more,
});

export const sheet = (more: Partial<PhotosView> = {}): PhotosView => ({
  client: INES, photos: [photo(1), photo(2, { taken_on: "2026-09-01", scope: "teaching", scope_words: "Record and teaching" })], scans: [scan(5)], waiting: [],
  zones: [{ value: "z.cheek_medial", words: "Medial cheek" }],
  views: [{ value: "front", words: "Front" }, { value: "left_side", words: "Left side" }],
  scopes: [{ value: "record", words: "Record only" }, { value: "teaching", words: "Record and teaching" }, { value: "marketing", words: "Record, teaching and publication" }],
  kinds: [{ value: "paper_consent", words: "Consent on paper" }, { value: "other", words: "Other paper" }],
  ...more,
});
