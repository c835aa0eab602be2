// A backup of the made-up practice that was found.
import type { CheckView, FoundBackupView } from "../lib/backend/contract";
import { DESK } from "./people-sample";

export const FOUND: FoundBackupView = {
  path: "/media/clinic/stick/needlepoint-1/2026-11-20T130000.000Z", users: DESK.users, made_at: "2026-11-20T13:00:00Z",
  n_clients: 212, n_visits: 940, n_media: 1800, set_aside_as: null,
};
export const WHOLE: CheckView = {
  is_whole: true, n_entries: 9000, n_media: 1800, head_seq: 9000, head_hash: "0123456789abcdef", made_at: FOUND.made_at,
  clinic_name: "Clinic on the Quay", words: "The backup is whole: 9000 entries of the journal.",
};
