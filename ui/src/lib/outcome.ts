// What a verb of a screen answers: nothing when the desk did it, else the desk's refusal to show in its place.
import type { Refused } from "./backend/backend";

/** `null` when the desk did it, else its refusal. */
export type Outcome = Promise<Refused | null>;
