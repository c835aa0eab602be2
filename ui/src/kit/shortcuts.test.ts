import { afterEach, describe, expect, it, vi } from "vitest";
import { isChord, keysOnScreen, writesText } from "./keys";
import { shortcuts } from "./shortcuts.svelte";

const press = (init: KeyboardEventInit) => new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init });

/** Presses a key with focus on `target` and lets the registry hear it. */
function hear(init: KeyboardEventInit, target: HTMLElement = document.body): KeyboardEvent {
  const event = press(init);
  target.addEventListener("keydown", (heard) => shortcuts.hear(heard), { once: true });
  target.dispatchEvent(event);
  return event;
}

const given: (() => void)[] = [];
function declare(keys: string, more: { control?: () => Element | null; ready?: () => boolean } = {}) {
  const run = vi.fn();
  given.push(shortcuts.declare({ keys, label: keys, run, ...more }));
  return run;
}

function place(html: HTMLElement): HTMLElement {
  document.body.append(html);
  return html;
}

afterEach(() => {
  given.splice(0).forEach((giveBack) => giveBack());
  document.body.replaceChildren();
});

describe("undo", () => {
  it("belongs to the text field that has focus, and to the screen elsewhere", () => {
    const run = declare("Ctrl+Z");
    const field = place(document.createElement("textarea"));
    expect(hear({ key: "z", ctrlKey: true }, field).defaultPrevented, "the field takes back its own typing").toBe(false);
    expect(run, "and the screen nothing").not.toHaveBeenCalled();
    hear({ key: "z", ctrlKey: true }, place(document.createElement("select")));
    hear({ key: "z", ctrlKey: true });
    expect(run, "a list has no typing to take back").toHaveBeenCalledTimes(2);
  });
});

describe("a chord", () => {
  it("needs exactly its held keys", () => {
    expect(isChord(press({ key: "Enter", ctrlKey: true }), "Ctrl+Enter"), "as written").toBe(true);
    expect(isChord(press({ key: "Enter" }), "Ctrl+Enter"), "without Ctrl").toBe(false);
    expect(isChord(press({ key: "G", ctrlKey: true }), "Ctrl+Shift+G"), "without Shift").toBe(false);
    expect(isChord(press({ key: "Enter", metaKey: true }), "Ctrl+Enter"), "Cmd on a Mac").toBe(true);
  });

  it("takes a sign however the keyboard writes it", () => {
    expect(isChord(press({ key: "?", shiftKey: true }), "?"), "with Shift").toBe(true);
    expect(isChord(press({ key: "+", shiftKey: true }), "+"), "plus with Shift").toBe(true);
    expect(isChord(press({ key: "+" }), "+"), "plus of the number pad").toBe(true);
  });

  it("means the place of the key when Alt changes the letter", () => {
    expect(isChord(press({ key: "ß", code: "KeyS", altKey: true }), "Alt+S"), "a Mac keyboard").toBe(true);
  });

  it("is written for people with blanks", () => {
    expect(keysOnScreen("Ctrl+Enter"), "held key first").toBe("Ctrl Enter");
    expect(keysOnScreen("Ctrl+Shift+G"), "both held").toBe("Ctrl Shift G");
    expect(keysOnScreen("+"), "a bare sign").toBe("+");
  });

  it("writes text only without Ctrl or Alt", () => {
    expect(["5", "E", "+", "Enter", "ArrowLeft"].filter(writesText).length, "all would disturb a field").toBe(5);
    expect(["Ctrl+S", "Alt+S", "F9", "Escape"].filter(writesText), "none would").toEqual([]);
  });
});

describe("a shortcut", () => {
  it("runs and keeps the browser from doing its own", () => {
    const run = declare("Ctrl+P");
    const event = hear({ key: "p", ctrlKey: true });
    expect(run, "pressed once").toHaveBeenCalledOnce();
    expect(event.defaultPrevented, "the browser must not print the page").toBe(true);
  });

  it("sleeps while a text field has focus, if it is a single key", () => {
    const single = declare("5");
    const chord = declare("Ctrl+Enter");
    const field = place(document.createElement("input"));
    expect(hear({ key: "5" }, field).defaultPrevented, "the figure goes into the field").toBe(false);
    hear({ key: "Enter", ctrlKey: true }, field);
    expect(single, "asleep").not.toHaveBeenCalled();
    expect(chord, "awake").toHaveBeenCalledOnce();
  });

  it("works while a box or a button has focus", () => {
    const run = declare("5");
    const box = document.createElement("input");
    box.type = "checkbox";
    hear({ key: "5" }, place(box));
    hear({ key: "5" }, place(document.createElement("button")));
    expect(run, "nothing is written there").toHaveBeenCalledTimes(2);
  });

  it("leaves Enter to a focused button, and arrows to radios", () => {
    const enter = declare("Enter");
    const arrow = declare("ArrowLeft");
    const radio = document.createElement("input");
    radio.type = "radio";
    hear({ key: "Enter" }, place(document.createElement("button")));
    hear({ key: "ArrowLeft" }, place(radio));
    expect(enter, "the button is pressed instead").not.toHaveBeenCalled();
    expect(arrow, "the radio moves instead").not.toHaveBeenCalled();
  });

  it("sleeps under an open dialog, where only the dialog's own are awake", () => {
    const dialog = document.createElement("dialog");
    dialog.open = true;
    dialog.dataset["modal"] = "";
    const inside = document.createElement("button");
    dialog.append(inside);
    place(dialog);
    const beneath = declare("Ctrl+Enter");
    const within = declare("Ctrl+Enter", { control: () => inside });
    declare("Ctrl+L");
    hear({ key: "Enter", ctrlKey: true });
    expect(beneath, "under the dialog").not.toHaveBeenCalled();
    expect(within, "in the dialog").toHaveBeenCalledOnce();
    expect(shortcuts.inForce.map(({ keys }) => keys), "nothing else is in force").toEqual(["Ctrl+Enter"]);
    expect(shortcuts.onScreen.map(({ keys }) => keys), "the sheet lists what is beneath").toEqual(["Ctrl+Enter", "Ctrl+L"]);
  });

  it("gives way to the same keys declared later, and comes back when they go", () => {
    const earlier = declare("Ctrl+Enter");
    const later = vi.fn();
    const giveBack = shortcuts.declare({ keys: "Ctrl+Enter", label: "later", run: later });
    hear({ key: "Enter", ctrlKey: true });
    giveBack();
    hear({ key: "Enter", ctrlKey: true });
    expect(later, "while it was there").toHaveBeenCalledOnce();
    expect(earlier, "after it went").toHaveBeenCalledOnce();
  });

  it("that cannot act now is still taken from the browser", () => {
    const run = declare("Ctrl+P", { ready: () => false });
    const event = hear({ key: "p", ctrlKey: true });
    expect(run, "the button is disabled").not.toHaveBeenCalled();
    expect(event.defaultPrevented, "the browser must not print the page instead").toBe(true);
  });
});
