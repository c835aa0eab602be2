// What a screen shows of a failed call: one plain sentence, and the words for each field that is wrong.
import { Refused } from "./backend/backend";
import { say } from "./words";

/** The sentence for whatever a call threw. */
export function wordsOf(problem: unknown): string {
  return problem instanceof Refused ? problem.words : say("failure-page");
}

/** Words for fields by their path: "clinic.name", "born_on". An empty answer is no fault. */
export type Faults = Readonly<Record<string, string>>;

export const NO_FAULTS: Faults = {};

/** The faults of the fields; the desk may name a field with or without the part of the request it stands in. */
export function faultsOf(problem: unknown, part = ""): Faults {
  if (!(problem instanceof Refused)) return NO_FAULTS;
  return Object.fromEntries(problem.fields.map(({ path, words }) => [withoutPart(path, part), words]));
}

/** The id of the control for the field at `path`: error summaries lead to it. */
export function fieldId(path: string): string {
  return `field-${path.replace(/[^a-z0-9]+/gi, "-").replace(/-$/, "")}`;
}

/** The faults as an error summary lists them. */
export function summaryOf(faults: Faults): { field: string; words: string }[] {
  return Object.entries(faults)
    .filter(([, words]) => words !== "")
    .map(([path, words]) => ({ field: fieldId(path), words }));
}

function withoutPart(path: string, part: string): string {
  return part !== "" && path.startsWith(`${part}.`) ? path.slice(part.length + 1) : path;
}
