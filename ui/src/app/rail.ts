// One entry of the rail.
import type { IconName } from "../kit/icons";

/** A place of the product; `work` stands at the top of the rail, `house` (journal, settings) at its foot. */
export interface RailEntry<Place extends string> {
  place: Place;
  label: string;
  icon: IconName;
  part: "work" | "house";
  /** Something waiting there: the number, and the words that say what it counts. */
  count?: { n: number; words: string };
}
