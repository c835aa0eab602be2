// Papers that can be made from a record: what each is called, and what it looks like before anything is typed.
import type { ClientId, PaperFor, VisitId } from "../lib/backend/contract";
import { dayAt, minuteOnScreen } from "../lib/dates";
import { say } from "../lib/words";

/** The name of a kind of paper, as its button and its screen say it. */
export function paperTitle(kind: PaperFor["is"]): string {
  switch (kind) {
    case "consent_blank":
      return say("paper-consent-blank");
    case "not_today":
      return say("paper-not-today");
    case "treatment_record":
      return say("paper-treatment-record");
    case "plan":
      return say("paper-plan");
    case "tube_label":
      return say("paper-tube-label");
    case "referral":
      return say("paper-referral");
    case "recall":
      return say("paper-recall");
    case "adverse_event":
      return say("paper-adverse-event");
    case "whole_record":
      return say("paper-whole-record");
  }
}

/** Whether something has to be typed before the paper can be shown. */
export function isTypedFirst(paper: PaperFor): boolean {
  switch (paper.is) {
    case "referral":
    case "adverse_event":
    case "recall":
      return true;
    case "consent_blank":
    case "not_today":
    case "treatment_record":
    case "plan":
    case "tube_label":
    case "whole_record":
      return false;
  }
}

export const notToday = (visit: VisitId, reason = ""): PaperFor => ({ is: "not_today", visit, reason, until_on: null, meanwhile: "" });

export const plan = (visit: VisitId): PaperFor => ({ is: "plan", visit, goal: "", at_home: "", cost: "" });

/** Drawn now by the clock of the clinic's zone, until somebody says when. */
export function tubeLabel(visit: VisitId, zone: string): PaperFor {
  const now = new Date().toISOString();
  return { is: "tube_label", visit, drawn_at: `${dayAt(now, zone)}T${minuteOnScreen(now, zone)}`, use_before: null, n_tubes: 1 };
}

export const referral = (client: ClientId): PaperFor => ({ is: "referral", client, to: "", is_urgent: false, client_agrees: false, question: "", reason: "", findings: "", medicines: "" });

/** The next visit is due on `due_on`, which may be empty. */
export const recall = (client: ClientId, due_on: string): PaperFor => ({ is: "recall", client, about: { is: "next_visit", due_on } });

/** A letter about a lot that was used on this client. */
export const lotLetter = (client: ClientId, lot: string): PaperFor => ({ is: "recall", client, about: { is: "lot", lot, known: "" } });

export const adverseEvent = (visit: VisitId, today: string): PaperFor =>
  ({ is: "adverse_event", visit, form: "medwatch", happened_on: today, description: "", outcome: "", tests: "" });
