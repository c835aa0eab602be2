// The 24 zones of the front view: where each one lies, and which zone and side of the records it is.
// Left and right are always the client's own. Knows nothing of depths.
import type { Side, ZoneId } from "../../lib/backend/contract";
import { say } from "../../lib/words";
import { acrossMidline, MIDLINE, onHalf, pictureX, type HalfPoint, type PictureHalf, type Segment } from "./half-face";

/** A zone on one side of the client, as consent, chart and paper carry it. */
export interface SidedZone {
  zone: ZoneId;
  side: Side;
}

/** One zone of the map. */
export interface MapZone extends SidedZone {
  /** `keyOf` of the zone and its side. */
  key: string;
  /** "Medial cheek", without the side. */
  name: () => string;
  path: string;
  /** Where the value is printed, or where its line begins. */
  x: number;
  y: number;
  /** For zones too narrow for a number: where it is printed instead. */
  callout: { x: number; y: number } | null;
  /** Which outline it is clipped to. */
  part: "face" | "neck";
}

/** What names a sided zone in a list or a map. */
export function keyOf({ zone, side }: SidedZone): string {
  return `${zone}/${side}`;
}

/** "Medial cheek, left". */
export function zoneLabel({ name, side }: MapZone): string {
  switch (side) {
    case "left":
      return say("zone-left", { zone: name() });
    case "right":
      return say("zone-right", { zone: name() });
    case "middle":
      return name();
  }
}

/** The zone across the midline; a middle zone is its own. */
export function mirrored({ zone, side }: SidedZone): SidedZone {
  switch (side) {
    case "left":
      return { zone, side: "right" };
    case "right":
      return { zone, side: "left" };
    case "middle":
      return { zone, side };
  }
}

interface Paired {
  zone: ZoneId;
  name: () => string;
  /** As `dx,y` pairs on the half face. */
  path: string;
  label: HalfPoint;
  callout?: HalfPoint;
  part?: "neck";
}

interface Middle {
  zone: ZoneId;
  name: () => string;
  path: string;
  y: number;
  part?: "neck";
}

const PAIRED: readonly Paired[] = [
  {
    zone: "z.forehead",
    name: () => say("zone-forehead"),
    path: "M36,40 L150,40 L150,112 C122,126 101,150 93,183 C77,170 52,171 36,183 Z",
    label: [66, 136],
  },
  {
    zone: "z.temple",
    name: () => say("zone-temple"),
    path: "M150,112 L150,228 L103,221 C100,206 97,196 93,185 C101,150 122,126 150,112 Z",
    label: [107, 196],
    callout: [158, 176],
  },
  {
    zone: "z.jawline",
    name: () => say("zone-jawline"),
    path: "M69,338 C80,342 91,342 101,342 L150,330 L150,446 L24,446 C36,430 48,410 54,389 C66,374 71,356 69,338 Z",
    label: [78, 362],
    callout: [142, 378],
  },
  {
    zone: "z.cheek_lateral",
    name: () => say("zone-cheek-lateral"),
    path: "M83,272 C100,267 120,265 150,265 L150,330 L101,341 C90,340 78,339 69,336 C83,318 88,296 83,272 Z",
    label: [95, 306],
  },
  {
    zone: "z.crowsfeet",
    name: () => say("zone-crowsfeet"),
    path: "M101,207 L150,226 L150,264 C122,263 103,259 91,249 C98,239 102,223 101,207 Z",
    label: [106, 246],
    callout: [158, 222],
  },
  {
    zone: "z.cheek_medial",
    name: () => say("zone-cheek-medial"),
    path: "M22,263 C44,280 66,280 81,272 C86,296 81,318 67,335 C54,336 42,330 34,316 C38,306 34,292 27,282 C23,276 21,270 22,263 Z",
    label: [56, 306],
  },
  {
    zone: "z.periorbital",
    name: () => say("zone-periorbital"),
    path: "M21,243 C36,257 66,259 89,250 C93,253 95,257 95,262 C76,278 44,278 23,262 C19,256 18,249 21,243 Z",
    label: [57, 264],
  },
  {
    zone: "z.upper_lip",
    name: () => say("zone-perioral"),
    path: "M35,318 C42,331 54,337 67,337 C69,356 64,372 53,386 C45,382 39,376 35,370 C42,362 47,354 45,344 C43,334 39,326 35,318 Z",
    label: [56, 356],
    callout: [142, 350],
  },
  {
    zone: "z.neck_ant",
    name: () => say("zone-neck"),
    path: "M0,392 L80,330 L80,470 C60,478 30,486 0,488 Z",
    label: [36, 444],
    part: "neck",
  },
];

const across = (start: HalfPoint, ...segments: Segment[]) => acrossMidline(start, segments);

const MIDDLE: readonly Middle[] = [
  {
    zone: "z.forehead",
    name: () => say("zone-forehead-centre"),
    path: across([0, 40], [36, 40], [36, 183], [[29, 184], [22, 182], [18, 176]], [0, 176]),
    y: 128,
  },
  {
    zone: "z.glabella",
    name: () => say("zone-glabella"),
    path: across([0, 176], [18, 176], [[20, 190], [17, 204], [13, 215]], [0, 215]),
    y: 196,
  },
  {
    zone: "z.nose_dorsum",
    name: () => say("zone-nose"),
    path: across(
      [0, 215],
      [13, 215],
      [[16, 229], [17, 246], [18, 260]],
      [[20, 277], [31, 288], [33, 299]],
      [[33, 309], [25, 313], [15, 313]],
      [[9, 317], [4, 318], [0, 318]],
    ),
    y: 268,
  },
  {
    zone: "z.upper_lip",
    name: () => say("zone-upper-lip"),
    path: across(
      [0, 318],
      [[10, 318], [22, 314], [32, 315]],
      [[37, 324], [41, 333], [43, 341]],
      [[30, 337], [14, 334], [0, 338]],
    ),
    y: 328,
  },
  {
    zone: "z.chin",
    name: () => say("zone-chin"),
    path: across(
      [0, 371],
      [[14, 371], [26, 369], [34, 369]],
      [[40, 378], [46, 384], [52, 388]],
      [[47, 408], [35, 426], [22, 446]],
      [0, 446],
    ),
    y: 398,
  },
  {
    zone: "z.decollete",
    name: () => say("zone-decollete"),
    path: across([0, 488], [[30, 486], [60, 478], [84, 470]], [230, 470], [230, 570], [0, 570]),
    y: 530,
    part: "neck",
  },
];

/** Every zone of the front view, the client's right before the left. */
export const ZONES: readonly MapZone[] = [
  ...PAIRED.flatMap((zone) => [placed(zone, "right"), placed(zone, "left")]),
  ...MIDDLE.map(({ zone, name, path, y, part }) => ({
    ...{ zone, side: "middle" as const, key: keyOf({ zone, side: "middle" }), name, path },
    ...{ x: MIDLINE, y, callout: null, part: part ?? ("face" as const) },
  })),
];

const BY_KEY = new Map(ZONES.map((zone) => [zone.key, zone]));

/** The zone of the map with this key; `undefined` for one that the front view does not draw. */
export function zoneAt(key: string): MapZone | undefined {
  return BY_KEY.get(key);
}

function placed({ zone, name, path, label, callout, part }: Paired, side: "left" | "right"): MapZone {
  const half: PictureHalf = side === "left" ? "clients left" : "clients right";
  return {
    ...{ zone, side, key: keyOf({ zone, side }), name, path: onHalf(path, half) },
    ...{ x: pictureX(label[0], half), y: label[1], part: part ?? "face" },
    callout: callout === undefined ? null : { x: pictureX(callout[0], half), y: callout[1] },
  };
}
