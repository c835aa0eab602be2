// What was seen when the needling of a zone stopped, as it is offered and listed.
import type { Endpoint } from "../lib/backend/contract";
import { say } from "../lib/words";

/** The endpoints in the order of reaction. */
export function endpointOptions(): { value: Endpoint; label: string }[] {
  return [
    { value: "pink", label: say("endpoint-pink") },
    { value: "even_redness", label: say("endpoint-even-redness") },
    { value: "pinpoint_bleeding", label: say("endpoint-pinpoint-bleeding") },
  ];
}

/** Its words, or that none was noted. */
export function endpointLine(endpoint: Endpoint | null): string {
  return endpointOptions().find(({ value }) => value === endpoint)?.label ?? say("chart-no-endpoint");
}
