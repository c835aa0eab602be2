// The steps of a visit: which page each light of the rail opens, and which page comes up by itself. Every light
// follows from what the desk answered; nobody ticks one.
import type { Light, VisitStep, VisitView } from "../lib/backend/contract";
import { say } from "../lib/words";

/** The pages of a visit, in the order of work. */
export type VisitPage = "screening" | "plan" | "consent" | "chart" | "sign" | "aftercare";

/** One light of the rail with the page behind it. */
export interface VisitLight {
  id: VisitStep | "plan";
  label: string;
  state: "done" | "todo" | "stopped";
}

/** The page where the next open step is worked on. */
export function nextPage(view: VisitView): VisitPage {
  if (view.status === "not_today") return "sign";
  if (view.status === "signed") return view.sheet === null ? "aftercare" : "sign";
  if (view.screening.closed === null) return "screening";
  if (planState(view) !== "done") return "plan";
  if (!view.consent.is_valid) return "consent";
  return view.finished_at === null ? "chart" : "sign";
}

/** The page behind a light. */
export function pageOf(id: VisitStep | "plan"): VisitPage {
  switch (id) {
    case "arrive":
    case "screen":
      return "screening";
    case "plan":
      return "plan";
    case "consent":
      return "consent";
    case "numb":
    case "treat":
      return "chart";
    case "sign":
      return "sign";
    case "print":
      return "aftercare";
  }
}

/** The light that stands for a page. */
export function lightOf(page: VisitPage): VisitStep | "plan" {
  switch (page) {
    case "screening":
      return "screen";
    case "plan":
      return "plan";
    case "consent":
      return "consent";
    case "chart":
      return "treat";
    case "sign":
      return "sign";
    case "aftercare":
      return "print";
  }
}

/** The lights to show. The desk's rail has none for the plan: it stands before the consent that covers it. */
export function lightsOf(view: VisitView): VisitLight[] {
  return view.rail
    .filter(({ light }) => light !== "off")
    .flatMap(({ step, light }) => {
      const own: VisitLight = { id: step, label: stepWords(step), state: stateOf(light) };
      return step === "consent" ? [{ id: "plan" as const, label: say("visit-step-plan"), state: planState(view) }, own] : [own];
    });
}

function planState({ plan }: VisitView): VisitLight["state"] {
  if (plan.components.length === 0) return "todo";
  return plan.verdict.may_go_on ? "done" : "stopped";
}

function stateOf(light: Light): VisitLight["state"] {
  switch (light) {
    case "done":
      return "done";
    case "stopped":
      return "stopped";
    case "open":
    case "off":
      return "todo";
  }
}

function stepWords(step: VisitStep): string {
  switch (step) {
    case "arrive":
      return say("visit-step-arrive");
    case "screen":
      return say("visit-step-screen");
    case "consent":
      return say("visit-step-consent");
    case "numb":
      return say("visit-step-numb");
    case "treat":
      return say("visit-step-treat");
    case "sign":
      return say("visit-step-sign");
    case "print":
      return say("visit-step-print");
  }
}
