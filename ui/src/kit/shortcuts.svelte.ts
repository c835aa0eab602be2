// The shortcuts in force now. A shortcut is declared once, by the control that shows its label, and lives as long as
// that control. The shell hands every key to `shortcuts.hear`; the sheet behind `?` lists what is declared.
import { isChord, isUndo, writesText } from "./keys";

/** One shortcut and what it does. */
export interface Shortcut {
  /** "Ctrl+Enter", "Alt+S", "F9", "5". */
  keys: string;
  /** The words of the control it belongs to. */
  label: string;
  run: () => void;
  /** The control itself; a shortcut without one is asleep while a dialog is open. */
  control?: () => Element | null | undefined;
  /** Whether it can act now; asked at each press. */
  ready?: () => boolean;
}

class Shortcuts {
  // Beside the state, because a state that is read while an effect is torn down answers with its old value, and what
  // other effects declared in the same moment would be lost.
  #all: readonly Shortcut[] = [];
  #declared = $state.raw<readonly Shortcut[]>([]);

  /** What can be pressed now; of two with the same keys the one declared later. */
  get inForce(): readonly Shortcut[] {
    const modal = openDialog();
    return latest(this.#declared.filter((shortcut) => modal === null || modal.contains(shortcut.control?.() ?? null)));
  }

  /** What can be pressed once every dialog is closed: what the sheet lists. */
  get onScreen(): readonly Shortcut[] {
    return latest(this.#declared.filter((shortcut) => !shortcut.control?.()?.closest("[data-modal]")));
  }

  /** Declares a shortcut; call the answer to take it back. Made for `$effect(() => shortcuts.declare(…))`. */
  declare(shortcut: Shortcut): () => void {
    this.#set([...this.#all, shortcut]);
    return () => this.#set(this.#all.filter((other) => other !== shortcut));
  }

  #set(all: readonly Shortcut[]): void {
    this.#all = all;
    this.#declared = all;
  }

  /** Runs the shortcut that `event` presses, if there is one. */
  hear(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    const pressed = this.inForce.find((shortcut) => isChord(event, shortcut.keys));
    if (pressed === undefined || keepsKey(event.target, pressed.keys)) return;
    event.preventDefault();
    if (pressed.ready?.() ?? true) pressed.run();
  }
}

/** All shortcuts of this page. */
export const shortcuts = new Shortcuts();

function latest(declared: readonly Shortcut[]): Shortcut[] {
  return declared.filter((shortcut, i) => !declared.slice(i + 1).some((later) => later.keys === shortcut.keys));
}

/** The dialog in front of everything else, if one is open. */
function openDialog(): Element | null {
  return [...document.querySelectorAll("dialog[open][data-modal]")].at(-1) ?? null;
}

/** Whether the key belongs to what has focus: a letter and undo to a text field, Enter to a button, an arrow to a radio. */
function keepsKey(target: EventTarget | null, keys: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (keys === "Enter" && target.closest("button, a, summary") !== null) return true;
  if (/^(Shift\+)?Arrow/.test(keys) && target.matches("input[type=radio]")) return true;
  if (isUndo(keys) && target instanceof HTMLSelectElement) return false;
  return (writesText(keys) || isUndo(keys)) && isWriting(target);
}

function isWriting(target: HTMLElement): boolean {
  if (target instanceof HTMLInputElement) return !/^(checkbox|radio|button|submit|range)$/.test(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}
