// The words for procedures elsewhere and blood results, with what each one still needs to say.
import { say } from "../lib/words";

/** Kinds of procedures, as the records name them. */
export function procedureOptions(): { value: string; label: string }[] {
  return [
    { value: "mn", label: say("screening-past-mn") },
    { value: "rf", label: say("screening-past-rf") },
    { value: "prp", label: say("screening-past-prp") },
    { value: "peel", label: say("screening-past-peel") },
    { value: "tca_cross", label: say("screening-past-tca-cross") },
    { value: "microderm", label: say("screening-past-microderm") },
    { value: "laser_na", label: say("screening-past-laser-na") },
    { value: "laser_ab", label: say("screening-past-laser-ab") },
    { value: "laser_hair", label: say("screening-past-laser-hair") },
    { value: "toxin", label: say("screening-past-toxin") },
    { value: "filler", label: say("screening-past-filler") },
    { value: "surgery", label: say("screening-past-surgery") },
  ];
}

/** How strong a past peel was. */
export function peelOptions(): { value: string; label: string }[] {
  return [
    { value: "peel.vs", label: say("screening-peel-vs") },
    { value: "peel.s", label: say("screening-peel-s") },
    { value: "peel.m", label: say("screening-peel-m") },
    { value: "peel.d", label: say("screening-peel-d") },
  ];
}

/** What a past filler was made of. */
export function fillerOptions(): { value: string; label: string }[] {
  return [
    { value: "ha", label: say("screening-filler-ha") },
    { value: "biostim", label: say("screening-filler-biostim") },
    { value: "permanent", label: say("screening-filler-permanent") },
  ];
}

/** Blood results, each with the units a printout may have. */
export function measureOptions(): { value: string; label: string; units: string[] }[] {
  return [
    { value: "platelets", label: say("screening-measure-platelets"), units: ["10^9/L", "/uL"] },
    { value: "hb", label: say("screening-measure-hb"), units: ["g/dL", "g/L"] },
    { value: "hba1c", label: say("screening-measure-hba1c"), units: ["mmol/mol", "%"] },
    { value: "inr", label: say("screening-measure-inr"), units: ["ratio"] },
  ];
}

/** "Chemical peel" for `peel`; a kind this page does not know stays as it is kept. */
export function wordsOf(options: readonly { value: string; label: string }[], value: string): string {
  return options.find((option) => option.value === value)?.label ?? value;
}

/** Thousandths of a typed number: "11.8" is 11800; `null` for what is no number. A decimal comma is taken too. */
export function thousandths(typed: string): number | null {
  const text = typed.trim().replace(",", ".");
  return /^\d+(\.\d{1,3})?$/.test(text) ? Math.round(Number(text) * 1000) : null;
}
