import { describe, expect, it } from "vitest";
import type { ChartedZone } from "../../lib/backend/contract";
import { millimetres, scaleStep } from "./depths";
import { changesOf, nextEndpoint, withChanges, type Edit } from "./edits";
import { neighbour, type Direction } from "./moves";
import { describeZone, isOverCap } from "./zone-words";
import { keyOf, mirrored, zoneAt, zoneLabel, ZONES, type MapZone, type SidedZone } from "./zones";

const DIRECTIONS: Direction[] = ["left", "right", "up", "down"];

/** Presses of arrow keys from one zone to every other. */
function pressesFrom(start: MapZone): Map<string, number> {
  const presses = new Map([[start.key, 0]]);
  const open = [start];
  for (let zone = open.shift(); zone !== undefined; zone = open.shift()) {
    for (const next of DIRECTIONS.map((direction) => neighbour(zone as MapZone, direction))) {
      if (presses.has(next.key)) continue;
      presses.set(next.key, (presses.get(zone.key) ?? 0) + 1);
      open.push(next);
    }
  }
  return presses;
}

const zone = (key: string): MapZone => {
  const found = zoneAt(key);
  if (found === undefined) throw new Error(`the map has no ${key}`);
  return found;
};

const mark = (sided: SidedZone, more: Partial<ChartedZone> = {}): ChartedZone => ({
  ...{ zone: sided.zone, side: sided.side, depth_um: 1500, n_passes: 3, endpoint: null, deviation_reason: null },
  ...more,
});

const CHEEK_L: SidedZone = { zone: "z.cheek_medial", side: "left" };
const CHEEK_R: SidedZone = { zone: "z.cheek_medial", side: "right" };
const CHIN: SidedZone = { zone: "z.chin", side: "middle" };

describe("the face map", () => {
  it("has 24 zones, each a zone and side of the records of its own", () => {
    expect(ZONES.length, "as many as the drawing").toBe(24);
    expect(new Set(ZONES.map(keyOf)).size, "no two are the same").toBe(24);
  });

  it("shows the client's left on the right of the picture", () => {
    for (const { side, x, key } of ZONES) {
      if (side === "left") expect(x, `${key} stands right of the midline`).toBeGreaterThan(220);
      if (side === "right") expect(x, `${key} stands left of the midline`).toBeLessThan(220);
      if (side === "middle") expect(x, `${key} stands on the midline`).toBe(220);
    }
  });

  it("draws both sides alike", () => {
    for (const left of ZONES.filter(({ side }) => side === "left")) {
      const right = zone(keyOf(mirrored(left)));
      expect(left.x - 220, `${left.key} is as far from the midline as its other side`).toBe(220 - right.x);
      expect(left.y, "at the same height").toBe(right.y);
    }
  });

  it("lets the arrows reach every zone from every other in at most 5 presses", () => {
    for (const start of ZONES) {
      const presses = pressesFrom(start);
      expect(presses.size, `every zone is reachable from ${start.key}`).toBe(24);
      expect(Math.max(...presses.values()), `nothing is far from ${start.key}`).toBeLessThanOrEqual(5);
    }
  });

  it("moves as the eye expects", () => {
    expect(neighbour(zone("z.cheek_medial/left"), "right").key, "outwards").toBe("z.cheek_lateral/left");
    expect(neighbour(zone("z.glabella/middle"), "down").key, "down the nose").toBe("z.nose_dorsum/middle");
    expect(neighbour(zone("z.decollete/middle"), "down").key, "the lower edge holds").toBe("z.decollete/middle");
  });
});

describe("a zone's label", () => {
  it("carries the side, and nothing for the middle", () => {
    expect(zoneLabel(zone("z.cheek_medial/left")), "a paired zone").toBe("Medial cheek, left");
    expect(zoneLabel(zone("z.chin/middle")), "a middle zone").toBe("Chin");
  });

  it("says depth, passes and endpoint in words", () => {
    const cheek = zone("z.cheek_medial/left");
    expect(describeZone(cheek, mark(cheek), undefined), "depth and passes").toBe("Medial cheek, left, 1.5 millimetres, 3 passes");
    const single = mark(cheek, { depth_um: 1000, n_passes: 1, endpoint: "even_redness" });
    expect(describeZone(cheek, single, undefined), "one of each").toBe("Medial cheek, left, 1 millimetre, 1 pass, Even redness");
    expect(describeZone(cheek, undefined, undefined), "nothing charted").toBe("Medial cheek, left, not treated");
  });

  it("says when a depth is over the cap, and only then", () => {
    const cheek = zone("z.cheek_medial/left");
    expect(describeZone(cheek, mark(cheek), { ...CHEEK_L, cap_um: 1000 }), "deeper").toContain("over the cap of 1 mm");
    expect(isOverCap(mark(cheek), { ...CHEEK_L, cap_um: 1500 }), "a depth at the cap is within it").toBe(false);
    expect(isOverCap(mark(cheek), { ...CHEEK_L, cap_um: null }), "no cap known").toBe(false);
  });
});

describe("a depth", () => {
  it("reads in millimetres without a trailing zero", () => {
    expect([250, 500, 750, 1000, 1500, 2000, 2500, 1250].map(millimetres), "the scale and between").toEqual(
      ["0.25", "0.5", "0.75", "1", "1.5", "2", "2.5", "1.25"],
    );
  });

  it("takes the colour of its step, and between two steps that of the nearest, half-way of the deeper", () => {
    expect([250, 500, 750, 1000, 1500, 2000, 2500].map(scaleStep), "each step its own").toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(scaleStep(1250), "never drawn shallower than it is").toBe(5);
    expect(scaleStep(1100), "nearest").toBe(4);
    expect(scaleStep(3000), "beyond the scale").toBe(7);
  });
});

describe("an edit of the map", () => {
  function check(edit: Edit, marks: ChartedZone[], zones: SidedZone[], expected: ChartedZone[]) {
    expect(withChanges(marks, changesOf(marks, zones, edit)), `after ${edit.kind}`).toEqual(expected);
  }

  it("charts a new zone with one pass by its depth", () => {
    check({ kind: "depth", depth_um: 750 }, [], [CHIN], [mark(CHIN, { depth_um: 750, n_passes: 1 })]);
  });

  it("changes the depth and keeps passes and endpoint", () => {
    const before = mark(CHIN, { n_passes: 4, endpoint: "pink" });
    check({ kind: "depth", depth_um: 500 }, [before], [CHIN], [{ ...before, depth_um: 500 }]);
  });

  it("drops the reason for a deviation with the depth it was given for", () => {
    const before = mark(CHIN, { depth_um: 2500, deviation_reason: "cartridge slipped" });
    check({ kind: "depth", depth_um: 1000 }, [before], [CHIN], [mark(CHIN, { depth_um: 1000 })]);
    check({ kind: "passes", by: 1 }, [before], [CHIN], [{ ...before, n_passes: 4 }]);
  });

  it("goes a quarter millimetre deeper and never to nothing", () => {
    check({ kind: "deepen", by_um: 250 }, [mark(CHIN)], [CHIN], [mark(CHIN, { depth_um: 1750 })]);
    check({ kind: "deepen", by_um: -250 }, [mark(CHIN, { depth_um: 250 })], [CHIN], [mark(CHIN, { depth_um: 250 })]);
  });

  it("counts passes of charted zones only, never below one", () => {
    check({ kind: "passes", by: -1 }, [mark(CHIN, { n_passes: 1 })], [CHIN, CHEEK_L], [mark(CHIN, { n_passes: 1 })]);
  });

  it("copies one side to the other and leaves the middle alone", () => {
    const marks = [mark(CHEEK_L, { depth_um: 2000 }), mark(CHIN)];
    check({ kind: "mirror" }, marks, [CHEEK_L, CHIN], [...marks, mark(CHEEK_R, { depth_um: 2000 })]);
  });

  it("copies nothing when both sides are charted and selected", () => {
    const marks = [mark(CHEEK_L), mark(CHEEK_R, { depth_um: 500 })];
    check({ kind: "mirror" }, marks, [CHEEK_L, CHEEK_R], marks);
  });

  it("clears the selected zones and no others", () => {
    check({ kind: "clear" }, [mark(CHEEK_L), mark(CHIN)], [CHIN, CHEEK_R], [mark(CHEEK_L)]);
  });

  it("walks through the endpoints and back to none", () => {
    const walk = [null, "pink", "even_redness", "pinpoint_bleeding"] as const;
    expect(walk.map((endpoint) => nextEndpoint([mark(CHIN, { endpoint })])), "one after the other").toEqual(
      ["pink", "even_redness", "pinpoint_bleeding", null],
    );
  });
});
