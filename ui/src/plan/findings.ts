// Which findings stand open and which are folded: the strongest stop and at most three cautions stand open, the rest is
// one key away with its count, and nothing is left out.
import type { FindingRow } from "../lib/backend/contract";

const OPEN_STOPS = 1;
const OPEN_CAUTIONS = 3;

/** Findings in the desk's order, parted. */
export interface Parted {
  open: FindingRow[];
  folded: FindingRow[];
}

export function parted(findings: readonly FindingRow[]): Parted {
  const stops = findings.filter(({ tier, lifted }) => tier === "stop" && lifted === null);
  const cautions = findings.filter(({ tier, lifted }) => tier === "caution" && lifted === null);
  const open = [...stops.slice(0, OPEN_STOPS), ...cautions.slice(0, OPEN_CAUTIONS)];
  return { open, folded: findings.filter((finding) => !open.includes(finding)) };
}

/** What names a finding in a list: one rule may speak about several parts. */
export const keyOf = ({ rule, words, components }: FindingRow) => `${rule}|${components.join(",")}|${words}`;
