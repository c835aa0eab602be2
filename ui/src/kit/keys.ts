// The notation of shortcuts: "Ctrl+Enter", "Alt+S", "F9", "5", "+". Matches it with key events and writes it for people.
import { say } from "../lib/words";

interface Chord {
  key: string;
  ctrl: boolean;
  alt: boolean;
  shift: boolean;
}

/** Whether `event` is the chord `keys`. Cmd counts as Ctrl, as on a Mac. */
export function isChord(event: KeyboardEvent, keys: string): boolean {
  const chord = readChord(keys);
  if (chord.ctrl !== (event.ctrlKey || event.metaKey) || chord.alt !== event.altKey) return false;
  // A sign such as "?" or "+" needs Shift on some keyboards and not on others: the sign alone decides.
  if (!isSign(chord.key) && chord.shift !== event.shiftKey) return false;
  if (event.key.toLowerCase() === chord.key) return true;
  // With Ctrl or Alt held, some layouts report another letter; the place of the key is what was meant.
  return (chord.ctrl || chord.alt) && /^[a-z]$/.test(chord.key) && event.code === `Key${chord.key.toUpperCase()}`;
}

/** A key that would write a character: such a shortcut must sleep while a text field has focus. */
export function writesText(keys: string): boolean {
  const chord = readChord(keys);
  return !chord.ctrl && !chord.alt && (chord.key.length === 1 || EDITING.has(chord.key));
}

/** Undo and redo: a text field has its own. */
export function isUndo(keys: string): boolean {
  const chord = readChord(keys);
  return chord.ctrl && !chord.alt && chord.key === "z";
}

/** "Ctrl Enter": how the keys are shown beside a label. */
export function keysOnScreen(keys: string): string {
  const names: Record<string, string> = {
    enter: say("key-enter"),
    escape: say("key-escape"),
    pageup: say("key-page-up"),
    pagedown: say("key-page-down"),
    arrowleft: say("key-left"),
    arrowright: say("key-right"),
    arrowup: say("key-up"),
    arrowdown: say("key-down"),
    " ": say("key-space"),
    "-": "−",
  };
  const { key, ctrl, alt, shift } = readChord(keys);
  const held = [ctrl && "Ctrl", alt && "Alt", shift && "Shift"].filter(Boolean);
  return [...held, names[key] ?? key.toUpperCase()].join(" ");
}

/** "Control+Enter": the same keys as `aria-keyshortcuts` wants them. */
export function keysForAria(keys: string): string {
  return keys.replace(/\bCtrl\b/, "Control");
}

/** Keys that move or delete inside a text field, though they write nothing. */
const EDITING = new Set(["enter", "pageup", "pagedown", "arrowup", "arrowdown", "arrowleft", "arrowright", "home", "end"]);

function readChord(keys: string): Chord {
  const parts = keys.endsWith("+") ? [...keys.slice(0, -1).split("+").filter(Boolean), "+"] : keys.split("+");
  const key = (parts.at(-1) ?? "").toLowerCase();
  return { key, ctrl: parts.includes("Ctrl"), alt: parts.includes("Alt"), shift: parts.includes("Shift") };
}

const isSign = (key: string) => key.length === 1 && !/[a-z0-9 ]/.test(key);
