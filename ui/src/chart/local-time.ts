// A day and a clock time as two fields, joined the way the desk takes them: "2026-11-20T15:04".

/** "15:04" for what was typed as 15:04, 15.04 or 1504; `null` for no clock time. */
export function readClock(typed: string): string | null {
  const parts = /^(\d{1,2})[:.]?(\d{2})$/.exec(typed.trim());
  if (parts === null) return null;
  const [hour, minute] = [Number(parts[1]), Number(parts[2])];
  return hour < 24 && minute < 60 ? `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}` : null;
}

/** Day and clock of a local date-time. */
export function splitLocal(local: string): { day: string; clock: string } {
  const [day = "", clock = ""] = local.split("T");
  return { day, clock: clock.slice(0, 5) };
}
