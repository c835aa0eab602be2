// The face is drawn from one half. Coordinates are the distance from the midline and the height; the client's right
// half stands on the left of the picture, as one faces them. Knows paths, not zones.

/** A point of the half face: distance from the midline, and height from the top. */
export type HalfPoint = readonly [dx: number, y: number];

/** From the point before: a straight line to one point, or a curve by two handles to a third. */
export type Segment = HalfPoint | readonly [HalfPoint, HalfPoint, HalfPoint];

/** Which half of the picture a path is drawn on. */
export type PictureHalf = "clients right" | "clients left";

/** Where the midline stands in the picture. */
export const MIDLINE = 220;

const PAIR = /(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)/g;

/** A path given as `dx,y` pairs, placed on one half of the picture. */
export function onHalf(path: string, half: PictureHalf): string {
  return path.replace(PAIR, (_, dx: string, y: string) => `${pictureX(Number(dx), half)},${y}`);
}

/** The same path on both halves. */
export function onBothHalves(path: string): [string, string] {
  return [onHalf(path, "clients right"), onHalf(path, "clients left")];
}

/** Where a distance from the midline stands in the picture. */
export function pictureX(dx: number, half: PictureHalf): number {
  return half === "clients left" ? MIDLINE + dx : MIDLINE - dx;
}

/** A closed shape that crosses the midline, from its outline on one half, top centre to bottom centre. */
export function acrossMidline(start: HalfPoint, segments: readonly Segment[]): string {
  const left = at("clients left");
  const right = at("clients right");
  let path = `M${left(start)}`;
  for (const segment of segments) path += isCurve(segment) ? ` C${segment.map(left).join(" ")}` : ` L${left(segment)}`;

  const corners = [start, ...segments.map(endOf)];
  const bottom = corners.at(-1) ?? start;
  if (bottom[0] !== 0) path += ` L${right(bottom)}`;
  for (let i = segments.length - 1; i >= 0; i -= 1) {
    const [segment, from] = [segments[i], corners[i]];
    if (segment === undefined || from === undefined) continue;
    path += isCurve(segment) ? ` C${[segment[1], segment[0], from].map(right).join(" ")}` : ` L${right(from)}`;
  }
  return `${path} Z`;
}

function at(half: PictureHalf): (point: HalfPoint) => string {
  return ([dx, y]) => `${pictureX(dx, half)},${y}`;
}

function isCurve(segment: Segment): segment is readonly [HalfPoint, HalfPoint, HalfPoint] {
  return segment.length === 3;
}

function endOf(segment: Segment): HalfPoint {
  return isCurve(segment) ? segment[2] : segment;
}
