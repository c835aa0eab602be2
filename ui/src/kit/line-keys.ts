// Arrow keys in a list of lines: up, down, Home and End move between the main controls of its lines.

/** Marks the main control of a line; an attachment for the list finds them by it. */
export const LINE = "data-line";

/** Use as `{@attach lineKeys}` on the element around the lines. */
export function lineKeys(list: HTMLElement): () => void {
  function hear(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || !(event.target instanceof HTMLElement)) return;
    const lines = [...list.querySelectorAll<HTMLElement>(`[${LINE}]`)];
    const here = lines.indexOf(event.target);
    if (here < 0) return;
    const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: lines.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    lines[Math.max(0, Math.min(next, lines.length - 1))]?.focus();
  }

  list.addEventListener("keydown", hear);
  return () => list.removeEventListener("keydown", hear);
}
