// What a zone is called: as the map names it, else as the desk does for a zone the map does not draw.
import type { ZoneChoice } from "../lib/backend/contract";
import { say } from "../lib/words";
import { keyOf, zoneAt, type SidedZone } from "./map/zones";

/** "Medial cheek", without its side. */
export function zoneName(zone: SidedZone, library: readonly ZoneChoice[]): string {
  return zoneAt(keyOf(zone))?.name() ?? library.find((choice) => choice.zone === zone.zone)?.words ?? zone.zone;
}

/** "Medial cheek, left". */
export function zoneLine(zone: SidedZone, library: readonly ZoneChoice[]): string {
  const name = zoneName(zone, library);
  switch (zone.side) {
    case "left":
      return say("zone-left", { zone: name });
    case "right":
      return say("zone-right", { zone: name });
    case "middle":
      return name;
  }
}
