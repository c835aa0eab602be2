// The charted zones as they are listed: those treated alike on one line.
import type { ChartedZone } from "../lib/backend/contract";

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
