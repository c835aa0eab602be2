// The arithmetic of a chart of dates: from days to places on its width. Knows no clinic and draws nothing.
import { readIso, type Day } from "../lib/dates";

/** One row: what it is, from when on it may be, and how much that asks of the reader. */
export interface Lane {
  label: string;
  /** The earliest day; ISO date. */
  earliest_on: string;
  /** Where the wait began, when it began before the chart's own day; ISO date. */
  waits_from?: string;
  tone: "ok" | "caution" | "stop";
}

/** The span of days a chart shows. */
export interface Span {
  first: number;
  last: number;
}

const DAY_MS = 86_400_000;
const MARGIN_DAYS = 7;
const SHORTEST_DAYS = 42;

/** A day as a running number, so that days can be subtracted. */
export function dayNumber(iso: string): number {
  const day = readIso(iso);
  if (day === null) throw new RangeError("a lane needs an ISO date");
  return Date.UTC(day.year, day.month - 1, day.day) / DAY_MS;
}

/** The days that hold `on` and every lane, with a margin, and never less than six weeks. */
export function spanOf(lanes: readonly Lane[], on: string): Span {
  const days = [on, ...lanes.flatMap((lane) => [lane.earliest_on, lane.waits_from ?? on])].map(dayNumber);
  const first = Math.min(...days) - MARGIN_DAYS;
  return { first, last: Math.max(...days.map((day) => day + MARGIN_DAYS), first + SHORTEST_DAYS) };
}

/** The first day of each month inside the span. */
export function monthsIn(span: Span): { number: number; day: Day }[] {
  const start = new Date(span.first * DAY_MS);
  const months: { number: number; day: Day }[] = [];
  for (let i = 0; ; i += 1) {
    const first = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + i, 1));
    const number = first.getTime() / DAY_MS;
    if (number > span.last) return months;
    if (number >= span.first) months.push({ number, day: { year: first.getUTCFullYear(), month: first.getUTCMonth() + 1, day: 1 } });
  }
}
