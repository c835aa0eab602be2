// What the banner knows of a client, and the four states of the allergy record: an empty list is never one of them.
import type { IconName } from "../kit/icons";
import { say } from "../lib/words";
import type { NamedClient } from "./names";

/** The allergy record: named ones, none by the client's own word, not asked yet, or not readable now. */
export type Allergies = { state: "known"; names: string[] } | { state: "none" } | { state: "unrecorded" } | { state: "unavailable" };

/** The client as the banner shows them. */
export interface BannerClient extends NamedClient {
  preferred: string | null;
  /** ISO date. */
  born_on: string | null;
  age_years: number | null;
  gender: string | null;
  /** `A-000217` */
  number: string;
  /** Fitzpatrick type as a Roman figure. */
  phototype: string | null;
  allergies: Allergies;
  alerts: string[];
}

export const ALLERGY_ICONS: Record<Allergies["state"], IconName> = {
  known: "stop",
  none: "check",
  unrecorded: "question",
  unavailable: "hide",
};

/** Exactly one of the four labels. */
export function allergyWords(state: Allergies["state"]): string {
  switch (state) {
    case "known":
      return say("banner-allergies-known");
    case "none":
      return say("banner-allergies-none");
    case "unrecorded":
      return say("banner-allergies-unrecorded");
    case "unavailable":
      return say("banner-allergies-unavailable");
  }
}
