// What can become of the client's copy of a consent.
import type { CopyFate } from "../lib/backend/contract";
import { say } from "../lib/words";

/** The four fates, as they are offered. */
export function copyOptions(): { value: CopyFate; label: string }[] {
  return [
    { value: "printed", label: say("consent-copy-printed") },
    { value: "saved", label: say("consent-copy-saved") },
    { value: "declined", label: say("consent-copy-declined") },
    { value: "owed", label: say("consent-copy-owed") },
  ];
}

/** What became of it, in a sentence. */
export function copyWords(fate: CopyFate): string {
  switch (fate) {
    case "printed":
      return say("consent-copy-was-printed");
    case "saved":
      return say("consent-copy-was-saved");
    case "declined":
      return say("consent-copy-was-declined");
    case "owed":
      return say("consent-copy-is-owed");
  }
}
