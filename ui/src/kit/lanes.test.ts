import { cleanup, render, screen, within } from "@testing-library/svelte";
import { afterEach, describe, expect, it } from "vitest";
import { dayNumber, monthsIn, spanOf, type Lane } from "./lanes";
import Lanes from "./Lanes.svelte";

afterEach(cleanup);

const peel: Lane = { label: "Peel", earliest_on: "2026-12-18", tone: "stop" };
const needling: Lane = { label: "Needling", earliest_on: "2026-11-20", waits_from: "2026-10-23", tone: "ok" };

describe("a chart of earliest dates", () => {
  it("counts days across months and leap years", () => {
    expect(dayNumber("2026-12-18") - dayNumber("2026-11-20"), "28 days").toBe(28);
    expect(dayNumber("2024-03-01") - dayNumber("2024-02-28"), "over the 29th of February").toBe(2);
  });

  it("holds every date with a margin on both sides", () => {
    const span = spanOf([peel, needling], "2026-11-20");
    expect(span.first, "before the earliest wait").toBeLessThan(dayNumber("2026-10-23"));
    expect(span.last, "after the latest date").toBeGreaterThan(dayNumber("2026-12-18"));
  });

  it("is never shorter than six weeks, so that a day keeps its width", () => {
    const span = spanOf([], "2026-11-20");
    expect(span.last - span.first, "six weeks").toBe(42);
  });

  it("marks the first of every month inside, over the turn of the year", () => {
    const months = monthsIn({ first: dayNumber("2026-11-20"), last: dayNumber("2027-02-01") });
    expect(months.map(({ day }) => [day.year, day.month]), "three months begin").toEqual([[2026, 12], [2027, 1], [2027, 2]]);
  });

  it("is heard as a list with the dates in full", () => {
    render(Lanes, { label: "Earliest safe dates", lanes: [needling, peel], on: "2026-11-20" });
    const lines = within(screen.getByRole("figure", { name: "Earliest safe dates" })).getAllByRole("listitem");
    expect(lines.map((line) => line.textContent), "one line each").toEqual(["Needling: today", "Peel: Friday 18 December 2026"]);
  });
});
