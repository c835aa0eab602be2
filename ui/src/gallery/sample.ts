// Made-up people and zones for the gallery. No clinical advice: the depths are there to show colours.
import type { BannerView, ChartedZone, Endpoint, Side, ZoneId } from "../lib/backend/contract";

export const INES: BannerView = {
  id: "0199a000-0000-7000-8000-000000000001",
  number: "A-000217",
  family: "Halvorsen",
  given: "Ines",
  preferred: "Ines",
  title: "Ms",
  born_on: "1988-03-14",
  age: 38,
  sex: "female",
  fitzpatrick: 4,
  allergies: { state: "known", to: ["Benzocaine", "Nickel"] },
  alerts: ["Cold sores", "Isotretinoin stopped"],
  is_restricted: false,
};

const zones = (zone: ZoneId, sides: Side[], depth_um: number, n_passes: number, endpoint: Endpoint): ChartedZone[] =>
  sides.map((side) => ({ zone, side, depth_um, n_passes, endpoint, deviation_reason: null }));

const BOTH: Side[] = ["right", "left"];
const ALL: Side[] = ["right", "left", "middle"];

export const MARKS: readonly ChartedZone[] = [
  ...zones("z.periorbital", BOTH, 500, 2, "pink"),
  ...zones("z.nose_dorsum", ["middle"], 500, 2, "pink"),
  ...zones("z.temple", BOTH, 750, 2, "pink"),
  ...zones("z.crowsfeet", BOTH, 750, 2, "pink"),
  ...zones("z.glabella", ["middle"], 750, 2, "pink"),
  ...zones("z.forehead", ALL, 1000, 3, "even_redness"),
  ...zones("z.jawline", BOTH, 1000, 3, "even_redness"),
  ...zones("z.chin", ["middle"], 1250, 3, "even_redness"),
  ...zones("z.upper_lip", ["middle"], 500, 2, "pink"),
  ...zones("z.upper_lip", BOTH, 750, 2, "pink"),
  ...zones("z.cheek_medial", BOTH, 1500, 3, "even_redness"),
  ...zones("z.cheek_lateral", ["right"], 1500, 3, "even_redness"),
  ...zones("z.cheek_lateral", ["left"], 2000, 3, "even_redness"),
];
