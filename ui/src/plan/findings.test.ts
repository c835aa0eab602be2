import { describe, expect, it } from "vitest";
import { VERDICT } from "../gallery/visit-sample";
import { parted } from "./findings";

describe("the findings of a plan", () => {
  it("stand open for the strongest stop and the cautions, and none is left out", () => {
    const { open, folded } = parted(VERDICT.findings);
    expect(open.map(({ rule }) => rule), "one stop, then cautions").toEqual(["cb.mn_peel", "ci.anticoagulant"]);
    expect(open.length + folded.length, "every finding is somewhere").toBe(VERDICT.findings.length);
  });

  it("let the next stop stand open once the first was lifted", () => {
    const [first, ...rest] = VERDICT.findings;
    const lifted = { name: "Dr Prys", reason: "seen", at: "2026-11-20T14:00:00Z" };
    const { open } = parted(first === undefined ? rest : [{ ...first, lifted }, ...rest]);
    expect(open[0]?.rule, "a lifted stop stops nobody").toBe("ci.retinoid_topical");
  });
});
