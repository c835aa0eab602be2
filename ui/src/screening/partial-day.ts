// A day, or a month where only the month is known: "2026-03-14" or "2026-03", as answers and procedures keep it.
import { readIso, readTyped, writeIso, type DayFault, type TypedDay } from "../lib/dates";

/** What stands in the three boxes for a kept value. */
export function boxesOf(value: string | null): TypedDay {
  const whole = value === null ? null : readIso(value);
  if (whole !== null) return { day: String(whole.day), month: String(whole.month), year: String(whole.year) };
  const month = value === null ? null : readIso(`${value}-01`);
  return month === null ? { day: "", month: "", year: "" } : { day: "", month: String(month.month), year: String(month.year) };
}

/** The value that three boxes name; without a day it is a month. A text is the fault. */
export function readPartial(typed: TypedDay): { value: string } | DayFault {
  const isMonth = typed.day.trim() === "" && (typed.month.trim() !== "" || typed.year.trim() !== "");
  const read = readTyped(isMonth ? { ...typed, day: "1" } : typed);
  if (typeof read === "string") return read;
  const iso = writeIso(read);
  return { value: isMonth ? iso.slice(0, 7) : iso };
}
