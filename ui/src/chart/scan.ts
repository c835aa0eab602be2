// Tells a barcode scanner from a person: a scanner types like a keyboard, only much faster, and ends with Enter or Tab.
// What it typed goes to one place wherever focus is; a person's keys pass untouched.

/** A scanner's keys come closer together than this, in milliseconds; the median of a burst decides. */
const MEDIAN_MS = 35;
/** Fewer keys than this are a person's, however fast. */
const SHORTEST = 5;
/** A pause this long ends a burst, in milliseconds. */
const PAUSE_MS = 120;

/** What stands between two fields of a barcode. */
const SEPARATOR = "\u001d";

/** What the listener does with a burst. */
export interface ScanActs {
  /** The second fast key came: what the first one did is to be taken back. */
  onburst: () => void;
  onscan: (text: string) => void;
}

/** Hears every key before the rest of the page does; the answer stops it. */
export function listenForScans({ onburst, onscan }: ScanActs): () => void {
  let keys: { text: string; at: number }[] = [];
  let field: { control: HTMLInputElement | HTMLTextAreaElement; before: string } | null = null;

  function hear(event: KeyboardEvent) {
    // A key held down repeats as fast as a scanner types.
    if (event.repeat) return;
    if (isSeparator(event)) return separate(event);
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const isLast = event.key === "Enter" || event.key === "Tab";
    const last = keys.at(-1);
    if (last !== undefined && event.timeStamp - last.at > PAUSE_MS) keys = [];
    if (isLast && isScan(keys, event.timeStamp)) return end(event);
    if (event.key.length !== 1) return;
    begin(event);
    keys.push({ text: event.key, at: event.timeStamp });
    const fast = keys.length > 1 && gaps(keys).every((gap) => gap < MEDIAN_MS);
    if (!fast || field !== null) return;
    // Outside a text field each key would be a shortcut: the rest of a burst must not act.
    event.preventDefault();
    event.stopPropagation();
    if (keys.length === 2) onburst();
  }

  function begin(event: KeyboardEvent) {
    if (keys.length > 0) return;
    const { target } = event;
    const writes = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    field = writes && !isTicked(target) ? { control: target, before: target.value } : null;
  }

  /** Without its separators a lot would run into what follows it, and be another lot. */
  function separate(event: KeyboardEvent) {
    if (keys.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    keys.push({ text: SEPARATOR, at: event.timeStamp });
  }

  function end(event: KeyboardEvent) {
    event.preventDefault();
    event.stopPropagation();
    if (field !== null) {
      field.control.value = field.before;
      field.control.dispatchEvent(new Event("input", { bubbles: true }));
    }
    const text = keys.map((key) => key.text).join("");
    keys = [];
    onscan(text);
  }

  document.addEventListener("keydown", hear, { capture: true });
  return () => document.removeEventListener("keydown", hear, { capture: true });
}

/** A keyboard has no key for the separator: scanners send Ctrl and the closing bracket, or the character itself. */
function isSeparator({ key, code, ctrlKey }: KeyboardEvent): boolean {
  return key === SEPARATOR || (ctrlKey && (key === "]" || code === "BracketRight"));
}

function isScan(keys: readonly { at: number }[], endedAt: number): boolean {
  if (keys.length < SHORTEST) return false;
  const sorted = gaps([...keys, { at: endedAt }]).sort((a, b) => a - b);
  return (sorted[Math.floor(sorted.length / 2)] ?? MEDIAN_MS) < MEDIAN_MS;
}

function gaps(keys: readonly { at: number }[]): number[] {
  return keys.slice(1).map((key, i) => key.at - (keys[i]?.at ?? key.at));
}

const isTicked = (control: HTMLInputElement | HTMLTextAreaElement) => /^(checkbox|radio|button|submit|range)$/.test(control.type);
