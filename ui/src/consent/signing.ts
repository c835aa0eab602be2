// What a signature of a consent still waits for, as the page can see it. The desk has the last word.
import type { ConsentView, Signature } from "../lib/backend/contract";
import { say } from "../lib/words";

/** One line of the error summary. */
export interface ErrorLine {
  field: string;
  words: string;
}

/** Ids of the controls of the consent page. */
export const CONTROLS = {
  identity: "consent-identity",
  reason: "consent-same-day",
  signature: "consent-signature",
  typed: "consent-typed-name",
  secret: "consent-secret",
} as const;

/** What is on the page when somebody wants to file it. */
export interface Ready {
  view: ConsentView;
  nextToInitial: string | null;
  signature: Signature | null;
  secret: string;
}

/** Every open point, each leading to its control. */
export function openPoints({ view, nextToInitial, signature, secret }: Ready): ErrorLine[] {
  const points: (ErrorLine | false)[] = [
    nextToInitial !== null && { field: `initials-${nextToInitial}`, words: say("consent-needs-initials") },
    view.identity_check === "" && { field: CONTROLS.identity, words: say("consent-needs-identity") },
    view.needs_same_day_reason && view.same_day_reason.trim() === "" && { field: CONTROLS.reason, words: say("consent-needs-reason") },
    signature === null && { field: CONTROLS.signature, words: say("consent-needs-signature") },
    secret === "" && { field: CONTROLS.secret, words: say("consent-needs-secret") },
  ];
  return points.filter((point) => point !== false);
}
