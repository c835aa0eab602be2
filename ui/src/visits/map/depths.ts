// The depth scale of the map: seven steps with a key and a colour each. Depths are whole micrometres; people read
// millimetres. Whether a depth is allowed is never decided here.

/** The steps of the scale in micrometres; the key of a step is its place, from 1. */
export const SCALE_UM = [250, 500, 750, 1000, 1500, 2000, 2500] as const;

/** One press of + or −, in micrometres. */
export const FINE_STEP_UM = 250;

/** "1.5" for 1500, "1" for 1000: no trailing zero. */
export function millimetres(depth_um: number): string {
  return String(depth_um / 1000);
}

/** The step of the scale, from 1, whose colour a depth takes; half-way it takes the deeper one. */
export function scaleStep(depth_um: number): number {
  let nearest = 0;
  SCALE_UM.forEach((step, i) => {
    if (Math.abs(step - depth_um) <= Math.abs((SCALE_UM[nearest] ?? 0) - depth_um)) nearest = i;
  });
  return nearest + 1;
}
