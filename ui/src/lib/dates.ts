// Calendar days as people see them: `20-Nov-2026` on screen, in full for a screen reader. A day is an ISO string
// ("2026-11-20") and is taken apart by hand, because `new Date("2026-11-20")` is another day west of Greenwich.
import { say } from "./words";

/** One day of the calendar; `month` counts from 1. */
export interface Day {
  year: number;
  month: number;
  day: number;
}

/** What stands in the three boxes of a date field, exactly as typed. */
export interface TypedDay {
  day: string;
  month: string;
  year: string;
}

/** Why three boxes are not a day; `empty` is no fault by itself. */
export type DayFault = "empty" | "day" | "month" | "year" | "no such day";

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const EARLIEST_YEAR = 1880;

/** The day an ISO date names, or `null` when the text is not one. */
export function readIso(iso: string): Day | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (parts === null) return null;
  const day = { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) };
  return exists(day) ? day : null;
}

/** `2026-11-20` for a day. */
export function writeIso({ year, month, day }: Day): string {
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

/** `20-Nov-2026`, or "Not recorded" for no date. */
export function dayOnScreen(iso: string | null): string {
  const day = iso === null ? null : readIso(iso);
  if (day === null) return say("date-none");
  return `${two(day.day)}-${say("month-short", { month: day.month })}-${day.year}`;
}

/** `Friday 20 November 2026`: how a date is read aloud. */
export function daySpoken(iso: string | null): string {
  const day = iso === null ? null : readIso(iso);
  if (day === null) return say("date-none");
  return say("date-long", {
    weekday: weekday(day),
    day: day.day,
    month: say("month-long", { month: day.month }),
    year: String(day.year),
  });
}

/** `Friday`: the weekday of a day. */
export function weekdayOf(iso: string): string {
  const day = readIso(iso);
  return day === null ? "" : weekday(day);
}

/** `November 2026`: the month a day stands in. */
export function monthOnScreen(iso: string): string {
  const day = readIso(iso);
  return day === null ? "" : say("date-month", { month: say("month-long", { month: day.month }), year: String(day.year) });
}

/** The day of an instant on the clock of `zone` (an IANA name), as an ISO date. */
export function dayAt(instant: string, zone: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((found) => found.type === type)?.value);
  return writeIso({ year: part("year"), month: part("month"), day: part("day") });
}

/** `14:22:08` of an instant, on the clock of `zone` (an IANA name). */
export function clockOnScreen(instant: string, zone: string): string {
  return clock(instant, zone, { second: "2-digit" });
}

/** `14:22` of an instant, on the clock of `zone` (an IANA name). */
export function minuteOnScreen(instant: string, zone: string): string {
  return clock(instant, zone, {});
}

/** `20-Nov-2026 14:22` of an instant, day and minute on the clock of `zone` (an IANA name). */
export function momentOnScreen(instant: string, zone: string): string {
  return `${dayOnScreen(dayAt(instant, zone))} ${minuteOnScreen(instant, zone)}`;
}

/**
 * The day that three boxes name: 3, 03, Mar and March are all accepted for the month, in any case.
 * A year needs its four figures: "88" could be two centuries.
 */
export function readTyped(typed: TypedDay): Day | DayFault {
  const [dayText, monthText, yearText] = [typed.day.trim(), typed.month.trim(), typed.year.trim()];
  if (dayText === "" && monthText === "" && yearText === "") return "empty";
  const day = /^\d{1,2}$/.test(dayText) ? Number(dayText) : 0;
  if (day < 1 || day > 31) return "day";
  const month = readMonth(monthText);
  if (month === null) return "month";
  const year = /^\d{4}$/.test(yearText) ? Number(yearText) : 0;
  if (year < EARLIEST_YEAR) return "year";
  const found = { year, month, day };
  return exists(found) ? found : "no such day";
}

function readMonth(typed: string): number | null {
  if (/^\d{1,2}$/.test(typed)) {
    const month = Number(typed);
    return month >= 1 && month <= 12 ? month : null;
  }
  const start = typed.replace(/\.$/, "").toLowerCase();
  if (start.length < 3) return null;
  return MONTHS.find((month) => say("month-long", { month }).toLowerCase().startsWith(start)) ?? null;
}

function exists({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return leap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function weekday({ year, month, day }: Day): string {
  return say("weekday", { weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() });
}

function clock(instant: string, zone: string, more: Intl.DateTimeFormatOptions): string {
  const format = new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
    ...more,
  });
  return format.format(new Date(instant));
}

const two = (n: number) => String(n).padStart(2, "0");
