import { describe, expect, it } from "vitest";
import {
  clockOnScreen, dayAt, dayOnScreen, daySpoken, minuteOnScreen, momentOnScreen, monthOnScreen, readIso, readTyped, weekdayOf, writeIso,
} from "./dates";

const typed = (day: string, month: string, year: string) => readTyped({ day, month, year });

describe("a date on screen", () => {
  it("reads day, short month, four-figure year", () => {
    expect(dayOnScreen("2026-11-20"), "hyphens and a month in letters").toBe("20-Nov-2026");
    expect(dayOnScreen("1988-03-04"), "two figures for the day").toBe("04-Mar-1988");
  });

  it("is spoken in full with its weekday", () => {
    expect(daySpoken("2026-11-20"), "a Friday").toBe("Friday 20 November 2026");
    expect(daySpoken("2024-02-29"), "a leap day").toBe("Thursday 29 February 2024");
  });

  it("is words when there is none", () => {
    expect(dayOnScreen(null), "never a question mark").toBe("Not recorded");
    expect(daySpoken(null), "the same words aloud").toBe("Not recorded");
  });

  it("is refused when no calendar has it", () => {
    for (const iso of ["2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "20-11-2026", "2026-11-20T10:00:00Z", ""]) {
      expect(readIso(iso), `${iso} is no day`).toBeNull();
    }
  });

  it("survives being read and written", () => {
    expect(writeIso(readIso("2026-01-05") ?? { year: 0, month: 0, day: 0 }), "the same text").toBe("2026-01-05");
  });
});

describe("a clock time on screen", () => {
  it("is the clinic's own, whatever zone the computer is set to", () => {
    expect(clockOnScreen("2026-11-20T14:22:08Z", "Europe/London"), "winter time").toBe("14:22:08");
    expect(clockOnScreen("2026-07-20T14:22:08Z", "Europe/London"), "summer time").toBe("15:22:08");
    expect(minuteOnScreen("2026-11-20T23:30:00Z", "Europe/London"), "no seconds").toBe("23:30");
    expect(minuteOnScreen("2026-11-20T00:05:00Z", "Europe/London"), "midnight is 00").toBe("00:05");
    expect(momentOnScreen("2026-07-20T23:30:00Z", "Europe/London"), "with the day it is there by then").toBe("21-Jul-2026 00:30");
  });
});

describe("the day of an instant", () => {
  it("is the clinic's own, also around midnight", () => {
    expect(dayAt("2026-07-20T23:30:00Z", "Europe/London"), "half past midnight in summer").toBe("2026-07-21");
    expect(dayAt("2026-11-20T01:00:00Z", "America/New_York"), "still the evening before").toBe("2026-11-19");
  });

  it("is named by its weekday and its month", () => {
    expect(weekdayOf("2026-11-20"), "a Friday").toBe("Friday");
    expect(monthOnScreen("2026-11-20"), "month and year").toBe("November 2026");
  });
});

describe("a typed date", () => {
  it("takes the month as 3, 03, Mar or March", () => {
    for (const month of ["3", "03", "Mar", "mar", "March", "MARCH", "Mar."]) {
      expect(typed("15", month, "1984"), `month typed as ${month}`).toEqual({ year: 1984, month: 3, day: 15 });
    }
  });

  it("is empty when nothing was typed, and that is no fault yet", () => {
    expect(typed("", " ", ""), "blanks are nothing").toBe("empty");
  });

  it("names the box that is wrong", () => {
    expect(typed("", "3", "1984"), "no day").toBe("day");
    expect(typed("32", "3", "1984"), "no such day in any month").toBe("day");
    expect(typed("15", "13", "1984"), "no 13th month").toBe("month");
    expect(typed("15", "Ma", "1984"), "March or May").toBe("month");
    expect(typed("15", "3", "84"), "two figures are two centuries").toBe("year");
    expect(typed("30", "2", "1984"), "February ends earlier").toBe("no such day");
  });
});
