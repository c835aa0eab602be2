// The earliest days of the parts, as lanes of the chart.
import type { Lane } from "../kit/lanes";
import type { ComponentVerdict, Tier } from "../lib/backend/contract";

/** One lane for each part with a day; parts of the same name are told apart by their place. */
export function lanesOf(components: readonly ComponentVerdict[]): Lane[] {
  return components.flatMap(({ title, earliest_on, tier }, i) => {
    if (earliest_on === null) return [];
    const isTwice = components.some((other, j) => j !== i && other.title === title);
    return [{ label: isTwice ? `${title} ${i + 1}` : title, earliest_on, tone: toneOf(tier) }];
  });
}

/** Parts for which nobody can name a day yet. */
export const withoutDay = (components: readonly ComponentVerdict[]) => components.filter(({ earliest_on }) => earliest_on === null).map(({ title }) => title);

function toneOf(tier: Tier): Lane["tone"] {
  switch (tier) {
    case "stop":
      return "stop";
    case "caution":
      return "caution";
    case "note":
    case "pass":
      return "ok";
  }
}
