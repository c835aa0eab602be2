// How saving stands, as the line in the app bar shows it.

export type Saving =
  | { state: "saving" }
  /** `at` is the clock time as people read it, "14:22:08". */
  | { state: "saved"; at: string }
  /** `words` say why and what to do. */
  | { state: "failed"; words: string };
