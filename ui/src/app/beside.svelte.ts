// "Client beside me": while it is on, no screen shows another client than the one whose record is open.

class Beside {
  #on = $state(false);

  get isOn(): boolean {
    return this.#on;
  }

  switch(): void {
    this.#on = !this.#on;
  }

  /** A new person at the screen starts without it. */
  off(): void {
    this.#on = false;
  }
}

/** The switch of this window. */
export const beside = new Beside();
