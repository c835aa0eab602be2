// How a finding's tier and class are shown. Which tier it is, the desk said.
import type { Tone } from "../kit/tones";
import type { Decision, Tier } from "../lib/backend/contract";
import { say } from "../lib/words";

export function tierTone(tier: Tier): Tone {
  switch (tier) {
    case "stop":
      return "stop";
    case "caution":
      return "caution";
    case "note":
      return "note";
    case "pass":
      return "ok";
  }
}

/** What a class asks for, in a word or two. */
export function tierWords(decision: Decision): string {
  switch (decision) {
    case "BLOCK":
      return say("plan-block");
    case "INCOMPLETE":
      return say("plan-incomplete");
    case "DEFER":
      return say("plan-defer");
    case "SIGNOFF":
      return say("plan-signoff");
    case "MODIFY":
      return say("plan-modify");
    case "INFORM":
      return say("plan-inform");
    case "CLEAR":
      return say("plan-clear");
  }
}
