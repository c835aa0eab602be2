// The lines of the drawing that are no zones: outline, hair, ears, eyes, mouth, hair band. Original to this project.
import { acrossMidline, onBothHalves } from "./half-face";

/** The part of the picture that is shown. */
export const VIEW = { x: 30, y: 10, width: 380, height: 556 } as const;

export const FACE = acrossMidline([0, 60], [
  [[62, 60], [107, 98], [113, 160]],
  [[117, 196], [117, 230], [113, 258]],
  [[110, 298], [103, 328], [89, 352]],
  [[75, 380], [48, 409], [27, 420]],
  [[17, 425], [8, 426], [0, 426]],
]);

export const NECK = acrossMidline([0, 340], [
  [70, 340],
  [[69, 390], [66, 430], [70, 452]],
  [[76, 482], [126, 496], [172, 510]],
  [[204, 520], [216, 540], [220, 566]],
  [0, 566],
]);

export const HAIR = acrossMidline([0, 18], [
  [[78, 18], [134, 70], [136, 150]],
  [[137, 176], [135, 206], [132, 226]],
  [112, 226],
  [[114, 180], [110, 140], [96, 112]],
  [0, 112],
]);

export const BAND = acrossMidline([0, 44], [
  [[60, 44], [112, 84], [127, 150]],
  [[125, 164], [120, 172], [113, 178]],
  [[107, 120], [62, 84], [0, 84]],
]);

export const BAND_FOLD = acrossMidline([0, 62], [
  [[62, 62], [108, 100], [121, 160]],
  [120, 162],
  [[106, 102], [62, 64], [0, 64]],
]);

export const UPPER_LIP = acrossMidline([0, 342], [
  [[5, 337], [9, 336], [13, 337.5]],
  [[23, 341], [33, 346], [41, 350]],
  [[28, 351], [14, 351], [0, 352]],
]);

export const LOWER_LIP = acrossMidline([0, 352], [
  [[14, 351], [28, 351], [41, 350]],
  [[32, 361], [18, 367], [0, 367]],
]);

export const LIP_LINE = "M179,350 C194,352 208,350 220,352 C232,350 246,352 261,350";

export const EARS = onBothHalves("M110,236 C118,214 139,216 138,242 C137,264 131,284 123,298 C118,306 110,304 108,294 Z");

/** The eyelids and what lies in the bone around them: no needling. */
export const ORBITS = onBothHalves(
  "M20,208 C24,191 50,181 74,185 C88,188 95,197 99,208 C99,226 93,240 85,247 C64,255 36,252 24,240 C16,231 16,217 20,208 Z",
);

export const BROWS = onBothHalves(
  "M20,203 C30,193 52,187 72,189 C84,191 92,197 97,205 C88,199 78,196 68,196 C50,195 34,199 21,209 Z",
);

export const LID_CREASES = onBothHalves("M29,222 C40,209 66,208 83,221");

export const LIDS = onBothHalves("M30,229 C40,242 66,243 82,227");

export const LASHES = onBothHalves(
  [
    "M36,236 L32,241",
    "M44,239.5 L41.5,245.5",
    "M53,240.6 L52.4,246.8",
    "M62,240 L63.4,246",
    "M70.5,237.4 L73.4,242.8",
    "M77.5,232.8 L81.8,236.8",
  ].join(" "),
);

/** Inner ears, nostrils and the wings of the nose. */
export const CREASES = onBothHalves(
  [
    "M118,238 C126,232 131,240 129,252 C127,264 122,272 119,284",
    "M14,304 C11,311 5,313 0,313",
    "M27,290 C34,296 33,306 25,309",
  ].join(" "),
);
