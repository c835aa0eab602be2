// How a consent in the file stands, in a word or two.
import type { ConsentStatus } from "../lib/backend/contract";
import { say } from "../lib/words";

/** The words of a status. */
export function statusWords(status: ConsentStatus): string {
  switch (status) {
    case "standing":
      return say("consents-standing");
    case "expired":
      return say("consents-expired");
    case "withdrawn":
      return say("consents-withdrawn");
    case "refused":
      return say("consents-refused");
    case "wrong_client":
      return say("consents-wrong-client");
  }
}
