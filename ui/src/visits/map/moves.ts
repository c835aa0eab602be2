// Where an arrow key leads on the map: to the nearest zone that way, as the eye sees it.
import { ZONES, type MapZone } from "./zones";

export type Direction = "left" | "right" | "up" | "down";

/** One step in the picture, towards each direction. */
const STEP: Record<Direction, readonly [dx: number, dy: number]> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/** Zones whose centres are nearly level count as level. */
const LEVEL = 4;
/** How much more a step aside costs than a step ahead. At 4 no two zones are more than five presses apart. */
const ASIDE_COST = 4;

/** The zone an arrow leads to; at the edge it stays where it is. */
export function neighbour(from: MapZone, direction: Direction): MapZone {
  const [dx, dy] = STEP[direction];
  let best = from;
  let bestCost = Infinity;
  for (const zone of ZONES) {
    const ahead = (zone.x - from.x) * dx + (zone.y - from.y) * dy;
    const aside = Math.abs((zone.x - from.x) * dy) + Math.abs((zone.y - from.y) * dx);
    const cost = ahead + aside * ASIDE_COST;
    if (ahead > LEVEL && cost < bestCost) [best, bestCost] = [zone, cost];
  }
  return best;
}
