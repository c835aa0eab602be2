import { describe, expect, it } from "vitest";
import { MARKS } from "../gallery/sample";
import { FINISHED, TREATING } from "../gallery/visit-sample";
import { readClock } from "./local-time";
import { clockLeft } from "./minutes";
import { groupsOf, namesOf } from "./recorded";
import { openSubStep, subStepAfter, subSteps } from "./sub-steps";

describe("the recorded zones", () => {
  it("stand on one line when they were treated alike", () => {
    const groups = groupsOf(MARKS);
    expect(groups.reduce((sum, group) => sum + group.zones.length, 0), "no zone is lost").toBe(MARKS.length);
    expect(groups[0], "the least deep first").toMatchObject({ depth_um: 500, n_passes: 2 });
  });

  it("name a zone treated on both sides once, and keep the side of any other", () => {
    const zones = MARKS.filter(({ zone }) => zone === "z.cheek_medial" || zone === "z.cheek_lateral").filter(({ depth_um }) => depth_um === 1500);
    expect(namesOf(zones, ({ zone }) => zone), "left and right are never guessed").toEqual(["z.cheek_medial, both sides", "z.cheek_lateral, right"]);
  });
});

describe("the numbing clock", () => {
  it("counts down, then says by how much it is over", () => {
    const on = "2026-11-20T14:00:00Z";
    expect(clockLeft(on, 30, Date.parse("2026-11-20T14:17:20Z")), "left").toEqual({ text: "12:40", isOver: false });
    expect(clockLeft(on, 30, Date.parse("2026-11-20T14:32:10Z")), "over").toEqual({ text: "+02:10", isOver: true });
  });
});

describe("the end of the treatment", () => {
  it("is typed as a clock time in the usual ways", () => {
    for (const typed of ["15:04", "15.04", "1504"]) expect(readClock(typed), typed).toBe("15:04");
    for (const typed of ["25:00", "15:60", "soon", ""]) expect(readClock(typed), `${typed} is no time`).toBeNull();
  });
});

describe("the steps of the treatment", () => {
  it("come up by themselves in their order", () => {
    expect(openSubStep(subSteps(TREATING)), "a lot is still wanted").toBe("products");
    expect(openSubStep(subSteps({ ...TREATING, consent: { ...TREATING.consent, is_valid: false } })), "nothing without a consent").toBe("prepare");
    expect(openSubStep(subSteps({ ...FINISHED, finished_at: null })), "all recorded").toBe("finish");
  });

  it("leave out numbing when no cream is planned", () => {
    const chart = { ...TREATING.chart, numbing: { ...TREATING.chart.numbing, is_planned: false } };
    expect(subSteps({ ...TREATING, chart }).map(({ id }) => id), "no clock").not.toContain("numb");
  });

  it("lead on to the next that is open", () => {
    expect(subStepAfter(subSteps(FINISHED), "needle")?.id, "past the recorded lots").toBe("finish");
  });
});
