// The keys of the map, declared in one place with the words that the key sheet shows.
import { shortcuts, type Shortcut } from "../../kit/shortcuts.svelte";
import type { ChartedZone } from "../../lib/backend/contract";
import { say } from "../../lib/words";
import { FINE_STEP_UM } from "./depths";
import { nextEndpoint, type Edit } from "./edits";
import type { Direction } from "./moves";
import { keyOf, type SidedZone } from "./zones";

/** What the keys ask of the map. */
export interface MapActs {
  control: () => Element | undefined;
  move: (direction: Direction) => void;
  extend: (direction: Direction) => void;
  selected: () => readonly SidedZone[];
  marks: () => readonly ChartedZone[];
  edit: (zones: readonly SidedZone[], edit: Edit) => void;
  zoom: () => void;
}

/** Declares every key of the map; the answer takes them back. The keys 1 to 7 and 0 belong to the depth scale. */
export function declareMapKeys(acts: MapActs): () => void {
  const editSelected = (edit: Edit) => {
    if (acts.selected().length > 0) acts.edit(acts.selected(), edit);
  };
  const keys: Omit<Shortcut, "control">[] = [
    { keys: "ArrowLeft", label: say("map-key-left"), run: () => acts.move("left") },
    { keys: "ArrowRight", label: say("map-key-right"), run: () => acts.move("right") },
    { keys: "ArrowUp", label: say("map-key-up"), run: () => acts.move("up") },
    { keys: "ArrowDown", label: say("map-key-down"), run: () => acts.move("down") },
    { keys: "Shift+ArrowLeft", label: say("map-key-extend-left"), run: () => acts.extend("left") },
    { keys: "Shift+ArrowRight", label: say("map-key-extend-right"), run: () => acts.extend("right") },
    { keys: "Shift+ArrowUp", label: say("map-key-extend-up"), run: () => acts.extend("up") },
    { keys: "Shift+ArrowDown", label: say("map-key-extend-down"), run: () => acts.extend("down") },
    { keys: "+", label: say("map-key-deeper"), run: () => editSelected({ kind: "deepen", by_um: FINE_STEP_UM }) },
    { keys: "-", label: say("map-key-shallower"), run: () => editSelected({ kind: "deepen", by_um: -FINE_STEP_UM }) },
    { keys: "PageUp", label: say("map-key-more-passes"), run: () => editSelected({ kind: "passes", by: 1 }) },
    { keys: "PageDown", label: say("map-key-fewer-passes"), run: () => editSelected({ kind: "passes", by: -1 }) },
    { keys: "E", label: say("map-key-endpoint"), run: () => walkEndpoint(acts) },
    { keys: "M", label: say("map-key-mirror"), run: () => editSelected({ kind: "mirror" }) },
    { keys: "Z", label: say("map-key-zoom"), run: acts.zoom },
  ];
  const taken = keys.map((key) => shortcuts.declare({ ...key, control: acts.control }));
  return () => taken.forEach((giveBack) => giveBack());
}

/** E means the selection, and every charted zone when nothing is selected. */
function walkEndpoint(acts: MapActs): void {
  const chosen = new Set(acts.selected().map(keyOf));
  const marks = acts.marks();
  const meant = chosen.size === 0 ? marks : marks.filter((mark) => chosen.has(keyOf(mark)));
  if (meant.length > 0) acts.edit(meant, { kind: "endpoint", endpoint: nextEndpoint(meant) });
}
