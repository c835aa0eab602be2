// The four states of the allergy record in the banner: an empty list is never one of them.
import type { IconName } from "../kit/icons";
import type { Allergies, Sex } from "../lib/backend/contract";
import { say } from "../lib/words";

export const ALLERGY_ICONS: Record<Allergies["state"], IconName> = {
  known: "stop",
  none_known: "check",
  not_recorded: "question",
  unavailable: "hide",
};

/** Exactly one of the four labels. */
export function allergyWords(state: Allergies["state"]): string {
  switch (state) {
    case "known":
      return say("banner-allergies-known");
    case "none_known":
      return say("banner-allergies-none");
    case "not_recorded":
      return say("banner-allergies-unrecorded");
    case "unavailable":
      return say("banner-allergies-unavailable");
  }
}

/** What stands under "Gender". */
export function genderWords(sex: Sex): string {
  switch (sex) {
    case "female":
      return say("gender-female");
    case "male":
      return say("gender-male");
    case "other":
      return say("gender-other");
    case "unknown":
      return say("banner-not-known");
  }
}

/** The six phototypes of Fitzpatrick, in their order. */
export const ROMAN = ["I", "II", "III", "IV", "V", "VI"];

/** "Type IV", or words when nobody assessed it. */
export function phototypeWords(fitzpatrick: number | null): string {
  const type = fitzpatrick === null ? undefined : ROMAN[fitzpatrick - 1];
  return type === undefined ? say("banner-not-known") : say("banner-type", { type });
}
