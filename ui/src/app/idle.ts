// Notices when nobody is at the computer. Listens to keys and pointers and decides nothing else.

/** What happens on input and on its absence. */
export interface IdleWatch {
  /** Minutes without a key or a pointer until {@link onidle}. */
  minutes: () => number;
  /** Nobody has touched the computer for that long. */
  onidle: () => void;
  /** Somebody is there; called at most once in {@link TOUCH_EVERY_MS}. */
  ontouch: () => void;
}

/** How often the desk is told that somebody is there, at most. */
export const TOUCH_EVERY_MS = 20_000;

const MINUTE_MS = 60_000;
const SIGNS = ["keydown", "pointerdown", "pointermove", "wheel"] as const;

/**
 * Watches until the answer is called. The wall clock is used, not a running timer alone: a computer that slept
 * through the minutes must be found locked when its lid opens.
 */
export function watchIdle({ minutes, onidle, ontouch }: IdleWatch): () => void {
  let seenAt = Date.now();
  let toldAt = 0;
  let timer = setTimeout(look, minutes() * MINUTE_MS);

  function look(): void {
    clearTimeout(timer);
    const left = seenAt + minutes() * MINUTE_MS - Date.now();
    if (left > 0) timer = setTimeout(look, left);
    else onidle();
  }

  function seen(): void {
    const now = Date.now();
    if (now - seenAt >= minutes() * MINUTE_MS) {
      onidle();
      return;
    }
    seenAt = now;
    if (now - toldAt < TOUCH_EVERY_MS) return;
    toldAt = now;
    ontouch();
  }

  for (const sign of SIGNS) window.addEventListener(sign, seen, { capture: true, passive: true });
  document.addEventListener("visibilitychange", look);
  return () => {
    clearTimeout(timer);
    for (const sign of SIGNS) window.removeEventListener(sign, seen, { capture: true });
    document.removeEventListener("visibilitychange", look);
  };
}
