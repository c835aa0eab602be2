// The numbing clock's arithmetic on instants.

/** Whole minutes and seconds left until `minutes` after `onAt`, as "12:40"; "+02:10" once the time is over. */
export function clockLeft(onAt: string, minutes: number, now: number): { text: string; isOver: boolean } {
  const left_s = Math.round((Date.parse(onAt) + minutes * 60_000 - now) / 1000);
  const isOver = left_s <= 0;
  const s = Math.abs(left_s);
  const text = `${String(Math.floor(s / 60)).padStart(2, "0")}:${String(s % 60).padStart(2, "0")}`;
  return { text: isOver ? `+${text}` : text, isOver };
}

/** Whole minutes between two instants. */
export function minutesBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 60_000));
}
