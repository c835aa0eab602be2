// Files dropped on the window. The host keeps them for the next question for files and says here that there are some; the
// screen that takes files asks for them. Elsewhere they are taken for pages that came back signed.

class Dropped {
  #takers: readonly (() => void)[] = [];
  #isWaiting = false;

  /** The screen in front takes dropped files by `taker`; call the answer when it goes. */
  takenBy(taker: () => void): () => void {
    this.#takers = [...this.#takers, taker];
    return () => (this.#takers = this.#takers.filter((other) => other !== taker));
  }

  /** Files were dropped; where no screen takes any, `elsewhere` leads to one that will, or says that there is none. */
  hear(elsewhere: () => boolean): void {
    const taker = this.#takers.at(-1);
    if (taker === undefined) this.#isWaiting = elsewhere();
    else taker();
  }

  /** Whether files wait for the screen that just came up. True once. */
  take(): boolean {
    const isWaiting = this.#isWaiting;
    this.#isWaiting = false;
    return isWaiting;
  }
}

/** The files dropped on this window. */
export const dropped = new Dropped();
