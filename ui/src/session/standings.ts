// How a person's way of signing in is shown.
import type { Tone } from "../kit/tones";
import type { PersonStanding } from "../lib/backend/contract";

/** What an administrator does with somebody else's key. */
export type KeyAct = "reset" | "code" | "remove";

export const STANDINGS: Record<PersonStanding, { tone: Tone; words: string }> = {
  signs_in: { tone: "ok", words: "keys-signs-in" },
  must_choose_password: { tone: "note", words: "keys-must-choose" },
  removed: { tone: "quiet", words: "keys-removed" },
};
