// The tones a message can have and the icon each one carries, so that colour never speaks alone.
import type { IconName } from "./icons";

/** How much a message asks of the reader. `quiet` is a plain remark. */
export type Tone = "stop" | "caution" | "note" | "ok" | "quiet";

export const TONE_ICONS: Record<Tone, IconName> = {
  stop: "stop",
  caution: "caution",
  note: "note",
  ok: "check",
  quiet: "clock",
};
