// Something asked from the desk for a screen: the newest answer, or why there is none.

export class Asked<T> {
  #answer = $state.raw<T | null>(null);
  #problem = $state.raw<unknown>(null);
  #newest = 0;

  /** The newest answer; kept while another is on the way. */
  get answer(): T | null {
    return this.#answer;
  }

  /** Why the last question was not answered; `null` when it was. */
  get problem(): unknown {
    return this.#problem;
  }

  /** Takes what `question` answers, unless something newer was asked meanwhile. Answers whether it was answered. */
  async ask(question: () => Promise<T>): Promise<boolean> {
    const mine = (this.#newest += 1);
    try {
      const answer = await question();
      if (mine === this.#newest) this.take(answer);
      return true;
    } catch (problem) {
      if (mine === this.#newest) this.#problem = problem;
      return false;
    }
  }

  /** An answer that came with another command. */
  take(answer: T): void {
    this.#answer = answer;
    this.#problem = null;
  }

  /** The problem was read. */
  forgetProblem(): void {
    this.#problem = null;
  }
}
