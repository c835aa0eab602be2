// The strokes of a signature as the pointer device told them. Gathers points; draws nothing and judges nothing.

/** What drew. */
export type PointerKind = "pen" | "touch" | "mouse";

/** One point: place in hundredths of a CSS pixel, time since the first point, pressure from 0 to 1000. */
export interface StrokePoint {
  x_cpx: number;
  y_cpx: number;
  t_ms: number;
  /** 500 where the device does not tell. */
  pressure_milli: number;
}

/** A signature as it was drawn, with the size of the field, so that it can be drawn again at any size. */
export interface DrawnSignature {
  kind: "drawn";
  pointer: PointerKind;
  width_cpx: number;
  height_cpx: number;
  strokes: StrokePoint[][];
}

/** Shorter than this in all, a drawing is a slip of the hand and no signature, in CSS pixels. */
const SHORTEST_PX = 60;
const CPX = 100;

/** The points of a pointer event, oldest first, with those the browser had merged into it. */
export function pointsOf(event: PointerEvent, field: DOMRect, startedAt: number): StrokePoint[] {
  const merged = event.getCoalescedEvents?.() ?? [];
  return (merged.length > 0 ? merged : [event]).map((one) => ({
    x_cpx: within((one.clientX - field.left) * CPX, field.width * CPX),
    y_cpx: within((one.clientY - field.top) * CPX, field.height * CPX),
    t_ms: Math.max(0, Math.round(one.timeStamp - startedAt)),
    pressure_milli: one.pressure > 0 ? Math.round(one.pressure * 1000) : 500,
  }));
}

/** What drew, by the browser's word; an unknown device counts as a mouse. */
export function kindOf(event: PointerEvent): PointerKind {
  return event.pointerType === "pen" || event.pointerType === "touch" ? event.pointerType : "mouse";
}

/** Whether enough was drawn to be a signature. */
export function isDrawn(strokes: readonly (readonly StrokePoint[])[]): boolean {
  return strokes.reduce((sum, stroke) => sum + lengthPx(stroke), 0) >= SHORTEST_PX;
}

/** A stroke as the path of an SVG in CSS pixels; a single point is a dot. */
export function pathOf(stroke: readonly StrokePoint[]): string {
  const [first, ...rest] = stroke.map(({ x_cpx, y_cpx }) => `${x_cpx / CPX} ${y_cpx / CPX}`);
  if (first === undefined) return "";
  return `M${first}${rest.length === 0 ? "h.01" : rest.map((point) => `L${point}`).join("")}`;
}

function lengthPx(stroke: readonly StrokePoint[]): number {
  return stroke.reduce((sum, point, i) => {
    const before = stroke[i - 1] ?? point;
    return sum + Math.hypot(point.x_cpx - before.x_cpx, point.y_cpx - before.y_cpx) / CPX;
  }, 0);
}

const within = (value: number, most: number) => Math.round(Math.min(Math.max(value, 0), most));
