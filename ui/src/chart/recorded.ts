// The charted zones as they are listed: those treated alike on one line.
import type { ChartedZone } from "../lib/backend/contract";
import { say } from "../lib/words";

/** Zones with the same depth, passes, endpoint and reason. */
export interface RecordedGroup {
  key: string;
  zones: ChartedZone[];
  depth_um: number;
  n_passes: number;
  endpoint: ChartedZone["endpoint"];
  deviation_reason: string | null;
}

/** The groups, least deep first. */
export function groupsOf(zones: readonly ChartedZone[]): RecordedGroup[] {
  const groups = new Map<string, RecordedGroup>();
  for (const zone of zones) {
    const { depth_um, n_passes, endpoint } = zone;
    const deviation_reason = zone.deviation_reason ?? null;
    const key = [depth_um, n_passes, endpoint, deviation_reason].join("|");
    const group = groups.get(key) ?? { key, zones: [], depth_um, n_passes, endpoint, deviation_reason };
    group.zones.push(zone);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => a.depth_um - b.depth_um || a.n_passes - b.n_passes);
}

/** The names of zones; a zone treated on both sides is named once. */
export function namesOf(zones: readonly ChartedZone[], nameOf: (zone: ChartedZone) => string): string[] {
  const sides = new Map<string, ChartedZone["side"][]>();
  for (const zone of zones) sides.set(nameOf(zone), [...(sides.get(nameOf(zone)) ?? []), zone.side]);
  return [...sides].map(([zone, of]) => {
    if (of.includes("left") && of.includes("right")) return say("chart-both-sides", { zone });
    if (of.includes("left")) return say("zone-left", { zone });
    return of.includes("right") ? say("zone-right", { zone }) : zone;
  });
}
