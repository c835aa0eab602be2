// What the map's keys and buttons do to the charted zones, as the list of changes the desk is asked for.
// Plain functions; whether a change is allowed is the desk's to say.
import type { ChartedZone, Endpoint, ZoneChange } from "../../lib/backend/contract";
import { FINE_STEP_UM } from "./depths";
import { keyOf, mirrored, type SidedZone } from "./zones";

/** One thing done to a set of zones. */
export type Edit =
  | { kind: "depth"; depth_um: number }
  | { kind: "deepen"; by_um: number }
  | { kind: "passes"; by: number }
  | { kind: "endpoint"; endpoint: Endpoint | null }
  | { kind: "mirror" }
  | { kind: "clear" };

/** Endpoints in the order in which the key E walks through them; after the last comes none. */
export const ENDPOINTS: readonly Endpoint[] = ["pink", "even_redness", "pinpoint_bleeding"];

/** The endpoint that E sets: the one after that of the first of `marks`. */
export function nextEndpoint(marks: readonly ChartedZone[]): Endpoint | null {
  const now = marks[0]?.endpoint ?? null;
  return now === null ? (ENDPOINTS[0] ?? null) : (ENDPOINTS[ENDPOINTS.indexOf(now) + 1] ?? null);
}

/** The changes that `edit` asks for, of `zones` only. A zone that is not charted yet is charted by a depth alone. */
export function changesOf(marks: readonly ChartedZone[], zones: readonly SidedZone[], edit: Edit): ZoneChange[] {
  const byKey = new Map(marks.map((mark) => [keyOf(mark), mark]));
  const charted = zones.flatMap((zone) => byKey.get(keyOf(zone)) ?? []);
  switch (edit.kind) {
    case "depth":
      return zones.map((zone) => atDepth(zone, byKey.get(keyOf(zone)), edit.depth_um));
    case "deepen":
      return zones.map((zone) => {
        const mark = byKey.get(keyOf(zone));
        return atDepth(zone, mark, Math.max((mark?.depth_um ?? 0) + edit.by_um, FINE_STEP_UM));
      });
    case "passes":
      return charted.map((mark) => ({ ...mark, n_passes: Math.max(mark.n_passes + edit.by, 1) }));
    case "endpoint":
      return charted.map((mark) => ({ ...mark, endpoint: edit.endpoint }));
    case "mirror":
      return acrossTheMidline(charted);
    case "clear":
      return charted.map((mark) => ({ ...mark, depth_um: null, deviation_reason: null }));
  }
}

/** The chart as it will be once the desk has taken `changes`: to show at once, until its answer comes. */
export function withChanges(marks: readonly ChartedZone[], changes: readonly ZoneChange[]): ChartedZone[] {
  const changed = new Map(changes.map((change) => [keyOf(change), change]));
  const known = new Set(marks.map(keyOf));
  const fresh = changes.filter((change) => !known.has(keyOf(change)));
  return [...marks.map((mark) => changed.get(keyOf(mark)) ?? mark), ...fresh].flatMap(({ depth_um, ...rest }) =>
    depth_um === null ? [] : [{ ...rest, depth_um }],
  );
}

/** A zone at a depth. A zone new to the chart starts with one pass; a reason belongs to the depth it was given for. */
function atDepth({ zone, side }: SidedZone, mark: ChartedZone | undefined, depth_um: number): ZoneChange {
  if (mark === undefined) return { zone, side, depth_um, n_passes: 1, endpoint: null, deviation_reason: null };
  return { ...mark, depth_um, deviation_reason: depth_um === mark.depth_um ? mark.deviation_reason : null };
}

function acrossTheMidline(charted: readonly ChartedZone[]): ZoneChange[] {
  // Two charted sides that are both selected have nothing to give each other.
  const given = new Set(charted.map(keyOf));
  return charted
    .filter((mark) => mark.side !== "middle" && !given.has(keyOf(mirrored(mark))))
    .map((mark) => ({ ...mark, ...mirrored(mark), deviation_reason: null }));
}
