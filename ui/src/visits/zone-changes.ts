// From what is drawn on the map to what the desk is asked, and back. Judges nothing.
import type { ChartedZone, ZoneChange } from "../lib/backend/contract";
import { edited, type Edit, type ZoneMark } from "./map/edits";
import { keyOf, type SidedZone } from "./map/zones";

/** The changes that `edit` of `zones` means for a chart. */
export function changesOf(charted: readonly ChartedZone[], zones: readonly SidedZone[], edit: Edit): ZoneChange[] {
  const after = edited(charted, zones, edit);
  const before = new Map(charted.map((zone) => [keyOf(zone), zone]));
  const kept = new Set(after.map(keyOf));
  const cleared = charted.filter((zone) => !kept.has(keyOf(zone)));
  return [
    ...after.filter((mark) => differs(mark, before.get(keyOf(mark)))).map((mark) => changeOf(mark, before.get(keyOf(mark)))),
    ...cleared.map((zone) => ({ ...changeOf(zone, zone), depth_um: null })),
  ];
}

/** The chart as it will stand once `changes` are kept. */
export function withChanges(charted: readonly ChartedZone[], changes: readonly ZoneChange[]): ChartedZone[] {
  return changes.reduce<ChartedZone[]>((zones, change) => {
    const others = zones.filter((zone) => keyOf(zone) !== keyOf(change));
    const { depth_um } = change;
    if (depth_um === null) return others;
    const zone = { ...change, depth_um };
    const at = zones.findIndex((other) => keyOf(other) === keyOf(change));
    return at < 0 ? [...zones, zone] : zones.with(at, zone);
  }, [...charted]);
}

function changeOf({ zone, side, depth_um, n_passes, endpoint }: ZoneMark, before: ChartedZone | undefined): ZoneChange {
  // A reason given for this very depth stays with it; another depth is judged anew.
  const deviation_reason = before?.depth_um === depth_um ? before.deviation_reason : null;
  return { zone, side, depth_um, n_passes, endpoint, deviation_reason };
}

function differs(mark: ZoneMark, before: ChartedZone | undefined): boolean {
  return (
    before === undefined ||
    mark.depth_um !== before.depth_um ||
    mark.n_passes !== before.n_passes ||
    mark.endpoint !== before.endpoint
  );
}
