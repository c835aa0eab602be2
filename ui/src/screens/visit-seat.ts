// What every page of a visit is handed: the visit, the way to its other pages, and who is at the screen.
import type { PlanDraft } from "../plan/plan-draft.svelte";
import type { OpenVisit } from "../visits/open-visit.svelte";
import type { VisitPage } from "../visits/steps";

export interface VisitSeat {
  visit: OpenVisit;
  /** The plan as it is being written; it outlives the plan's page, so that nothing typed is lost on the way. */
  draft: PlanDraft;
  /** Goes to a page of this visit. */
  go: (page: VisitPage) => void;
  /** What a signature asks for in this run of the program. */
  secretKind: "pin" | "password";
  isPrescriber: boolean;
  /** IANA zone of the clinic: instants are shown on its clock. */
  timeZone: string;
  /** Version of the rules, and whether a prescriber has approved them. */
  protocol: { version: string; is_approved: boolean };
}
