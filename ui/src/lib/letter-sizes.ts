// How large the letters of a paper may be.
import type { LetterSize } from "./backend/contract";
import { say } from "./words";

export const letterSizes = (): { value: LetterSize; label: string }[] => [
  { value: "normal", label: say("paper-letters-normal") },
  { value: "large", label: say("paper-letters-large") },
];
