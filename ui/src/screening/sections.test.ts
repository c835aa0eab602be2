import { describe, expect, it } from "vitest";
import { SCREENING } from "../gallery/visit-sample";
import { readPartial } from "./partial-day";
import { thousandths } from "./past-words";
import { firstOpenSection, nextOpen, sectionsOf } from "./sections";

const sections = sectionsOf(SCREENING);

describe("the questionnaire", () => {
  it("begins where something is open", () => expect(firstOpenSection(sections), "sunburn is not answered").toBe("today"));

  it("goes to the next open question of the section, then to the next section", () => {
    expect(nextOpen(sections, "today", "ci.pregnant"), "over answered ones").toEqual({ section: "today", question: "ci.sunburn" });
    expect(nextOpen(sections, "today", "ci.sunburn"), "the last one here").toEqual({ section: "health", question: "ci.bleeding" });
    expect(nextOpen(sections, "skin", "ci.warts_molluscum"), "back to what was left out").toEqual({ section: "today", question: "ci.sunburn" });
    const answered = sections.filter(({ id }) => id === "skin");
    expect(nextOpen(answered, "skin", "ci.warts_molluscum"), "nothing is left").toBeNull();
  });
});

describe("a date of which the day may be unknown", () => {
  it("is a month without its day", () => expect(readPartial({ day: "", month: "Mar", year: "2026" }), "a month").toEqual({ value: "2026-03" }));
  it("is a day with it", () => expect(readPartial({ day: "4", month: "3", year: "2026" }), "a day").toEqual({ value: "2026-03-04" }));
  it("is nothing while nothing is typed", () => expect(readPartial({ day: "", month: "", year: "" }), "no fault").toBe("empty"));
  it("names the box that is wrong", () => expect(readPartial({ day: "", month: "", year: "2026" }), "no month").toBe("month"));
});

describe("a printed number", () => {
  it("is kept in thousandths", () => {
    expect(thousandths("11.8"), "as printed").toBe(11_800);
    expect(thousandths("11,85"), "with a comma").toBe(11_850);
    expect(thousandths("1.2345"), "finer than any printout").toBeNull();
    expect(thousandths("high"), "no number").toBeNull();
  });
});
