// What a signature of a consent still waits for, as the page can see it. The desk has the last word.
import type { ConsentView, Signature } from "../lib/backend/contract";
import { say } from "../lib/words";
import { isComplete, type Cosigner } from "./cosigner";

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
  electronic: "consent-electronic",
  cosigners: "consent-cosigners",
} as const;

/** What is on the page when somebody wants to file it. */
export interface Ready {
  view: ConsentView;
  nextToInitial: string | null;
  signature: Signature | null;
  secret: string;
  /** The client has agreed to the electronic record, now or before. */
  isElectronic: boolean;
  cosigners: readonly Cosigner[];
}

/** Every open point, each leading to its control. */
export function openPoints({ view, nextToInitial, signature, secret, isElectronic, cosigners }: Ready): ErrorLine[] {
  const isWitnessed = cosigners.some(({ role }) => role === "witness");
  const isInterpreted = cosigners.some(({ role }) => role === "interpreter");
  const points: (ErrorLine | false)[] = [
    nextToInitial !== null && { field: `initials-${nextToInitial}`, words: say("consent-needs-initials") },
    view.identity_check === "" && { field: CONTROLS.identity, words: say("consent-needs-identity") },
    view.needs_same_day_reason && view.same_day_reason.trim() === "" && { field: CONTROLS.reason, words: say("consent-needs-reason") },
    signature === null && { field: CONTROLS.signature, words: say("consent-needs-signature") },
    !isElectronic && { field: CONTROLS.electronic, words: say("consent-needs-electronic") },
    signature !== null && signature.kind !== "drawn" && !isWitnessed && { field: CONTROLS.cosigners, words: say("consent-needs-witness") },
    view.needs_interpreter && !isInterpreted && { field: CONTROLS.cosigners, words: say("consent-needs-interpreter") },
    !cosigners.every(isComplete) && { field: CONTROLS.cosigners, words: say("consent-needs-cosigner") },
    secret === "" && { field: CONTROLS.secret, words: say("consent-needs-secret") },
  ];
  return points.filter((point) => point !== false);
}
