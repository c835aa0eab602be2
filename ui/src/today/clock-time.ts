// A clock time as people type it: "14:00", "1400", "14.00", "9".

/** "14:00" for what was typed, or the typed text itself when it is no time: the desk says what is wrong with it. */
export function readTime(typed: string): string {
  const parts = /^(\d{1,2}?)(?:[:.]?(\d{2}))?$/.exec(typed.trim());
  if (parts === null) return typed.trim();
  const [, hours = "", minutes = "00"] = parts;
  return `${hours.padStart(2, "0")}:${minutes}`;
}
