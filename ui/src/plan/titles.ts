// A part's name and its line, before the desk has named it.
import type { ZoneChoice } from "../lib/backend/contract";
import { say } from "../lib/words";
import { agentOptions, numbingOptions, substanceOptions } from "./choices";
import type { Part } from "./parts";
import { zonesLine } from "./zone-lines";

/** What the part is. */
export function partTitle(part: Part): string {
  switch (part.kind) {
    case "mn":
      return say("plan-needling");
    case "rf":
      return say("plan-needling-rf");
    case "prp":
      return say("plan-plasma");
    case "peel":
      return say("plan-peel");
    case "serum":
      return say("plan-serum");
    case "ta":
      return say("plan-numbing");
    case "led":
      return say("plan-light");
  }
}

/** What it is made of and where, in one line. */
export function partDetail(part: Part, library: readonly ZoneChoice[]): string {
  return [makeOf(part), zonesLine(part.zones, library)].filter((text) => text !== "").join(" · ");
}

function makeOf(part: Part): string {
  const named = <Value>(options: readonly { value: Value; label: string }[], value: Value | null) => options.find((option) => option.value === value)?.label ?? "";
  switch (part.kind) {
    case "mn":
    case "rf":
      return part.device;
    case "prp":
      return part.draw === "" ? "" : say("plan-draw-line", { ml: part.draw });
    case "peel":
      return [named(agentOptions(), part.agent), part.strength && say("plan-percent", { n: part.strength })].filter(Boolean).join(" ");
    case "serum":
      return [named(substanceOptions(), part.substance), part.product].filter(Boolean).join(", ");
    case "ta":
      return [named(numbingOptions(), part.product), part.grams && say("plan-grams-line", { g: part.grams })].filter(Boolean).join(", ");
    case "led":
      return part.minutes === "" ? "" : say("plan-minutes-line", { n: part.minutes });
  }
}
