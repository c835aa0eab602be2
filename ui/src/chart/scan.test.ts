import { afterEach, describe, expect, it, vi } from "vitest";
import { listenForScans } from "./scan";

const stops: (() => void)[] = [];

function listen() {
  const onburst = vi.fn();
  const onscan = vi.fn();
  const heard = vi.fn();
  stops.push(listenForScans({ onburst, onscan }));
  document.addEventListener("keydown", heard);
  stops.push(() => document.removeEventListener("keydown", heard));
  return { onburst, onscan, heard };
}

/** Types keys with a fixed gap, as the browser would report them. */
function type(keys: readonly string[], gap_ms: number, target: EventTarget = document.body, repeat = false) {
  let at = 1000;
  for (const key of keys) {
    const event = new KeyboardEvent("keydown", { key: key.replace("Ctrl+", ""), ctrlKey: key.startsWith("Ctrl+"), bubbles: true, cancelable: true, repeat });
    Object.defineProperty(event, "timeStamp", { value: at });
    const taken = !target.dispatchEvent(event);
    if (!taken && target instanceof HTMLInputElement && key.length === 1) target.value += key;
    at += gap_ms;
  }
}

describe("a barcode scanner", () => {
  afterEach(() => {
    stops.splice(0).forEach((stop) => stop());
    document.body.replaceChildren();
  });

  it("is heard wherever focus is", () => {
    const { onscan } = listen();
    type([..."NC-2231", "Enter"], 8);
    expect(onscan, "the text without the Enter").toHaveBeenCalledWith("NC-2231");
  });

  it("ends with Tab as well", () => {
    const { onscan } = listen();
    type([..."NC-2231", "Tab"], 8);
    expect(onscan, "some are set up so").toHaveBeenCalledWith("NC-2231");
  });

  it("acts as no shortcut after its first key, which is taken back", () => {
    const { onburst, heard } = listen();
    type([..."1020304", "Enter"], 8);
    expect(heard.mock.calls.length, "only the first key went through").toBe(1);
    expect(onburst, "and what it did is taken back").toHaveBeenCalledTimes(1);
  });

  it("keeps the separator after the lot, however it is sent", () => {
    const { onscan } = listen();
    type([..."10AB-1", "Ctrl+]", ..."21059", "\u001d", ..."99X", "Enter"], 8);
    expect(onscan, "the lot ends where it ends").toHaveBeenCalledWith("10AB-1\u001d21059\u001d99X");
  });

  it("is not a person who types quickly", () => {
    const { onscan, onburst, heard } = listen();
    type([..."1020304", "Enter"], 80);
    expect(onscan, "80 ms is a person").not.toHaveBeenCalled();
    expect(onburst, "nothing is taken back").not.toHaveBeenCalled();
    expect(heard.mock.calls.length, "every key arrives").toBe(8);
  });

  it("is not a key that is held down", () => {
    const { onburst } = listen();
    type(["+", "+", "+", "+", "+", "+"], 30, document.body, true);
    expect(onburst, "a repeat is one hand").not.toHaveBeenCalled();
  });

  it("leaves nothing behind in the field that had focus", () => {
    const { onscan } = listen();
    const note = document.createElement("input");
    note.value = "calm skin";
    document.body.append(note);
    type([..."NC-2231", "Enter"], 8, note);
    expect(note.value, "the note as it was").toBe("calm skin");
    expect(onscan, "the lot where it belongs").toHaveBeenCalledWith("NC-2231");
  });
});
