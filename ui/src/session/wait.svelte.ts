// Seconds until another try is allowed, counted down on screen.

const SECOND_MS = 1000;

export class Wait {
  #left_s = $state(0);
  #timer: ReturnType<typeof setInterval> | undefined;

  /** Seconds still to wait; 0 when one may try. */
  get left_s(): number {
    return this.#left_s;
  }

  /** Starts over with `seconds`. */
  begin(seconds: number): void {
    this.end();
    const until = Date.now() + seconds * SECOND_MS;
    this.#left_s = seconds;
    this.#timer = setInterval(() => {
      this.#left_s = Math.max(0, Math.ceil((until - Date.now()) / SECOND_MS));
      if (this.#left_s === 0) this.end();
    }, SECOND_MS);
  }

  /** Stops counting. */
  end(): void {
    clearInterval(this.#timer);
    this.#left_s = 0;
  }
}
