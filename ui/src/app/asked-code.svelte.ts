// A code of the authenticator that an act waits for: asked once, and every act that waits goes on with the answer.
import type { Backend } from "../lib/backend/backend";

export class AskedCode {
  #isAsked = $state(false);
  #host: Backend;
  #settle: ((isGiven: boolean) => void) | null = null;

  constructor(host: Backend) {
    this.#host = host;
  }

  /** Whether a code is being asked for. */
  get isAsked(): boolean {
    return this.#isAsked;
  }

  /** Asks; answers whether a code was given. A second act that asks meanwhile takes the first one's place. */
  ask(): Promise<boolean> {
    this.#settle?.(false);
    this.#isAsked = true;
    return new Promise((settle) => (this.#settle = settle));
  }

  /** Hands a code to the desk; the act goes on when it was taken. */
  async give(code: string): Promise<void> {
    await this.#host.call("second_factor_give", { code });
    this.#end(true);
  }

  /** The person does not go on. */
  leave(): void {
    this.#end(false);
  }

  #end(isGiven: boolean): void {
    this.#isAsked = false;
    this.#settle?.(isGiven);
    this.#settle = null;
  }
}
