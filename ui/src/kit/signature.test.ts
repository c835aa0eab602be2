import { cleanup, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import SignaturePad from "./SignaturePad.svelte";
import { isDrawn, pathOf, pointsOf, type DrawnSignature } from "./strokes";

/** What jsdom does not have. */
class TestPointerEvent extends MouseEvent {
  readonly pointerId: number;
  readonly pointerType: string;
  readonly pressure: number;

  constructor(type: string, init: PointerEventInit = {}) {
    super(type, init);
    this.pointerId = init.pointerId ?? 1;
    this.pointerType = init.pointerType ?? "mouse";
    this.pressure = init.pressure ?? 0;
  }
}

const FIELD = { left: 10, top: 20, width: 700, height: 220 } as DOMRect;

beforeEach(() => {
  vi.stubGlobal("PointerEvent", TestPointerEvent);
  Element.prototype.setPointerCapture = vi.fn();
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue(FIELD);
});
afterEach(cleanup);

function pad(onaccept = vi.fn<(signature: DrawnSignature) => void>()) {
  render(SignaturePad, { label: "Client signature", value: null, onaccept });
  return { field: () => screen.getByRole("img"), onaccept, user: userEvent.setup() };
}

/** One stroke from left to right, `length` CSS pixels long. */
async function stroke(field: HTMLElement, pointerType: string, length: number, pointerId = 1) {
  const at = (type: string, x: number) =>
    field.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId, pointerType, clientX: 10 + x, clientY: 100, pressure: 0.25 }));
  at("pointerdown", 5);
  at("pointermove", 5 + length / 2);
  at("pointermove", 5 + length);
  at("pointerup", 5 + length);
  await vi.waitFor(() => undefined);
}

const accept = () => screen.getByRole<HTMLButtonElement>("button", { name: "Accept" });
const clear = () => screen.getByRole<HTMLButtonElement>("button", { name: "Clear" });
const drawnMarks = () => [...document.querySelectorAll("[role=img] svg path")].length;

describe("a signature pad", () => {
  it("hands over everything the pen told, in hundredths of a pixel of the field", async () => {
    const { field, onaccept, user } = pad();
    await stroke(field(), "pen", 200);
    await user.click(accept());
    const signature = onaccept.mock.calls[0]?.[0];
    expect(signature, "what drew, and in which field").toMatchObject({ kind: "drawn", pointer: "pen", width_cpx: 70_000, height_cpx: 22_000 });
    expect(signature?.strokes[0]?.map(({ x_cpx, y_cpx }) => [x_cpx, y_cpx]), "from the field's own corner").toEqual(
      [[500, 8000], [10_500, 8000], [20_500, 8000]],
    );
    expect(signature?.strokes[0]?.[0]?.pressure_milli, "in thousandths").toBe(250);
  });

  it("cannot be accepted while blank or barely touched", async () => {
    const { field } = pad();
    expect(accept().disabled, "blank").toBe(true);
    await stroke(field(), "mouse", 20);
    expect(accept().disabled, "a slip of the hand").toBe(true);
    await stroke(field(), "mouse", 120);
    expect(accept().disabled, "enough to be a signature").toBe(false);
  });

  it("takes no touch once a pen was seen", async () => {
    const { field } = pad();
    await stroke(field(), "pen", 100);
    await stroke(field(), "touch", 100, 2);
    expect(drawnMarks(), "the palm leaves no mark").toBe(1);
  });

  it("forgets what a palm drew before the pen came", async () => {
    const { field } = pad();
    await stroke(field(), "touch", 100);
    await stroke(field(), "pen", 100, 2);
    expect(drawnMarks(), "the pen's stroke alone").toBe(1);
  });

  it("is empty after Clear, and can be drawn again", async () => {
    const { field, user } = pad();
    await stroke(field(), "mouse", 120);
    await user.click(clear());
    expect(drawnMarks(), "nothing left").toBe(0);
    expect(accept().disabled, "nothing to accept").toBe(true);
    await stroke(field(), "mouse", 120);
    expect(accept().disabled, "drawn again").toBe(false);
  });

  it("takes no more strokes once accepted", async () => {
    const { field, user } = pad();
    await stroke(field(), "mouse", 120);
    await user.click(accept());
    await stroke(field(), "mouse", 120);
    expect(drawnMarks(), "the accepted signature stands").toBe(1);
    expect(field().getAttribute("aria-label"), "and says so").toBe("Signed");
  });
});

describe("the strokes of a signature", () => {
  const event = (x: number, pressure: number, timeStamp: number) =>
    Object.defineProperty(new PointerEvent("pointermove", { clientX: x, clientY: 40, pressure }), "timeStamp", { value: timeStamp });

  it("keep the points that the browser had merged", () => {
    const last = event(30, 0.5, 1020);
    Object.defineProperty(last, "getCoalescedEvents", { value: () => [event(20, 0.5, 1010), last] });
    expect(pointsOf(last, FIELD, 1000).map(({ x_cpx, t_ms }) => [x_cpx, t_ms]), "both, with their times").toEqual([[1000, 10], [2000, 20]]);
  });

  it("stay inside the field, and have half pressure where the device tells none", () => {
    const [point] = pointsOf(event(-50, 0, 990), FIELD, 1000);
    expect(point, "at the edge, at the start").toEqual({ x_cpx: 0, y_cpx: 2000, t_ms: 0, pressure_milli: 500 });
  });

  it("are drawn as paths in pixels, a single point as a dot", () => {
    const point = { x_cpx: 150, y_cpx: 200, t_ms: 0, pressure_milli: 500 };
    expect(pathOf([point]), "a dot").toBe("M1.5 2h.01");
    expect(pathOf([point, { ...point, x_cpx: 300 }]), "a line").toBe("M1.5 2L3 2");
    expect(isDrawn([[point]]), "a dot is no signature").toBe(false);
  });
});
