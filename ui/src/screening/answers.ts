// Answers as they are given on screen and as the desk takes them.
import type { Answer, AnswerFields, AnswerState } from "../lib/backend/contract";
import { say } from "../lib/words";

/** The three answers in the order of the buttons. Nothing is chosen beforehand. */
export function stateOptions(): { value: AnswerState; label: string }[] {
  return [
    { value: "no", label: say("kit-no") },
    { value: "yes", label: say("kit-yes") },
    { value: "unknown", label: say("screening-unknown") },
  ];
}

/** The answer a key gives; `null` for a key that gives none. */
export function stateOfKey(key: string): AnswerState | null {
  switch (key.toLowerCase()) {
    case say("kit-yes-key").toLowerCase():
      return "yes";
    case say("kit-no-key").toLowerCase():
      return "no";
    case say("screening-unknown-key").toLowerCase():
      return "unknown";
    default:
      return null;
  }
}

/** A fresh answer without further fields. */
export function bareAnswer(state: AnswerState): AnswerFields {
  return { state, ended_on: null, zones: [], active: null, allergy_class: null, ingredients: [] };
}

/** The fields of a kept answer, to change one of them. */
export function fieldsOf(answer: Answer): AnswerFields {
  const { state, ended_on, zones, active, allergy_class, ingredients } = answer;
  return {
    state,
    ended_on: ended_on ?? null,
    zones: zones ?? [],
    active: active ?? null,
    allergy_class: allergy_class ?? null,
    ingredients: ingredients ?? [],
  };
}
