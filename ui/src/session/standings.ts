// How a person's way of signing in is shown.
import type { Tone } from "../kit/tones";
import type { PersonStanding } from "../lib/backend/contract";
import { say } from "../lib/words";

/** What an administrator does with somebody else's key. */
export type KeyAct = "reset" | "code" | "remove";

/** The word and its tone. */
export function standingOf(standing: PersonStanding): { tone: Tone; label: string } {
  switch (standing) {
    case "signs_in":
      return { tone: "ok", label: say("keys-signs-in") };
    case "must_choose_password":
      return { tone: "note", label: say("keys-must-choose") };
    case "removed":
      return { tone: "quiet", label: say("keys-removed") };
  }
}
