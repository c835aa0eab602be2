// How a client can be identified before signing. The words themselves are kept: they are printed as they were chosen.
import { say } from "../lib/words";

/** The two ways, as words. */
export function identityOptions(): { value: string; label: string }[] {
  return [say("consent-identity-known"), say("consent-identity-photo")].map((words) => ({ value: words, label: words }));
}
