// Zones with their sides, in words.
import type { PlannedZone, Side, ZoneChoice, ZoneId } from "../lib/backend/contract";
import { say } from "../lib/words";

interface Sided {
  zone: ZoneId;
  side: Side;
}

/** "Medial cheek, left". */
export function sidedZoneWords({ zone, side }: Sided, library: readonly ZoneChoice[]): string {
  const name = library.find((choice) => choice.zone === zone)?.words ?? zone;
  switch (side) {
    case "left":
      return say("zone-left", { zone: name });
    case "right":
      return say("zone-right", { zone: name });
    case "middle":
      return name;
  }
}

/** All zones of a part in one line: names once, with the span of depths where there is one. */
export function zonesLine(zones: readonly PlannedZone[], library: readonly ZoneChoice[]): string {
  if (zones.length === 0) return say("plan-no-zones");
  const names = [...new Set(zones.map(({ zone }) => library.find((choice) => choice.zone === zone)?.words ?? zone))];
  const depths = zones.flatMap(({ depth_um }) => depth_um ?? []);
  if (depths.length === 0) return names.join(", ");
  const [least, most] = [Math.min(...depths) / 1000, Math.max(...depths) / 1000];
  return say("plan-zones-at", { zones: names.join(", "), depths: least === most ? String(least) : `${least}–${most}` });
}
