// What a screen reader hears of a zone, and how a mark stands to the cap the desk gave.
import type { ChartedZone, Endpoint } from "../../lib/backend/contract";
import { say } from "../../lib/words";
import { zoneLabel, type MapZone, type SidedZone } from "./zones";

/** A zone of the plan with the most the desk allows there; `null` when it knows no cap. */
export interface ZoneCap extends SidedZone {
  cap_um: number | null;
}

/** "Medial cheek, left, 1.5 millimetres, 3 passes, even redness", or "…, not treated". */
export function describeZone(zone: MapZone, mark: ChartedZone | undefined, cap: ZoneCap | undefined): string {
  const label = zoneLabel(zone);
  if (mark === undefined) return cap === undefined ? say("map-zone-empty", { zone: label }) : say("map-zone-planned", { zone: label });
  const parts = [
    label,
    say("map-zone-depth", { mm: mark.depth_um / 1000 }),
    say("map-zone-passes", { n: mark.n_passes }),
    mark.endpoint === null ? "" : endpointWords(mark.endpoint),
    isOverCap(mark, cap) ? say("map-zone-over", { mm: (cap?.cap_um ?? 0) / 1000 }) : "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}

/** Whether a mark is deeper than the cap of its zone. */
export function isOverCap(mark: ChartedZone | undefined, cap: ZoneCap | undefined): boolean {
  return mark !== undefined && cap !== undefined && cap.cap_um !== null && mark.depth_um > cap.cap_um;
}

/** What was seen when the needling of a zone stopped. */
export function endpointWords(endpoint: Endpoint): string {
  switch (endpoint) {
    case "pink":
      return say("endpoint-pink");
    case "even_redness":
      return say("endpoint-even-redness");
    case "pinpoint_bleeding":
      return say("endpoint-pinpoint-bleeding");
  }
}
