// Written by `cargo run -p desk --example contract`. Do not edit: change crates/desk/src/wire and write it anew.

export type Allergies = { "state": "known", "to": Array<string> } | { "state": "none_known" } | { "state": "not_recorded" } | { "state": "unavailable" };
export type BannerView = { id: string, number: string, family: string, given: string, preferred: string, title: string, born_on: string, age: number, sex: Sex, fitzpatrick: number | null, allergies: Allergies, alerts: Array<string> };
export type Endpoint = "pink" | "even_redness" | "pinpoint_bleeding";
export type FailureCode = "locked" | "no_vault" | "wrong_role" | "wrong_secret" | "throttled" | "bad_input" | "refused" | "conflict" | "not_found" | "already_open" | "vault_is_newer" | "damaged" | "disk_full" | "printer_failed" | "cancelled" | "internal";
export type FailureView = { code: FailureCode, words: string, fields: Array<FieldFailure>, wait_s: number | null };
export type FieldFailure = { path: string, words: string };
export type Sex = "female" | "male" | "other" | "unknown";
export type Side = "left" | "right" | "middle";
export type ZoneId = string;

/** Every command there is: what goes in and what comes out. */
export interface Commands {
}
