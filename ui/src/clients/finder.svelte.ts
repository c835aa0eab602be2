// Finds clients while somebody types. Only the answer to the newest text is ever shown.
import type { Backend } from "../lib/backend/backend";
import type { ClientRow } from "../lib/backend/contract";

/** Long enough that a fast typist's letters travel together, short enough that nobody notices. */
const GATHER_MS = 20;
/** Without a key for this long, somebody stays at what was found: the journal is told before it stands there longer. */
const SETTLE_MS = 1000;

export class ClientFinder {
  #rows = $state.raw<readonly ClientRow[]>([]);
  #answered = $state("");
  #words = $state("");
  #problem = $state.raw<unknown>(null);
  #newest = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly backend: Backend) {}

  get words(): string {
    return this.#words;
  }

  set words(words: string) {
    this.type(words);
  }

  /** Who was found for {@link words}; while the answer is on the way, for what was typed before. */
  get rows(): readonly ClientRow[] {
    return this.#rows;
  }

  /** Whether {@link rows} answer {@link words}. */
  get isSettled(): boolean {
    return this.#answered === this.#words;
  }

  /** Why the last search failed; `null` when it did not. */
  get problem(): unknown {
    return this.#problem;
  }

  type(words: string): void {
    this.#words = words;
    this.#forget();
    if (words.trim() === "") {
      this.#show([], words);
      return;
    }
    this.#timer = setTimeout(() => this.#ask(words, false), GATHER_MS);
    this.#settling = setTimeout(() => this.#ask(words, true), SETTLE_MS);
  }

  /** Shows the clients seen last: what an empty box means where the list stands alone. */
  recall(): void {
    this.#forget();
    this.#words = "";
    void this.#ask("", false);
  }

  /** Somebody is opened from what was found: that settles the search, however short it was looked at. */
  pick(): void {
    if (this.#settling === undefined) return;
    const words = this.#words;
    this.#forget();
    void this.#ask(words, true);
  }

  clear(): void {
    this.type("");
  }

  #forget(): void {
    this.#newest += 1;
    clearTimeout(this.#timer);
    clearTimeout(this.#settling);
    this.#settling = undefined;
  }

  async #ask(words: string, settled: boolean): Promise<void> {
    const mine = this.#newest;
    if (settled) this.#settling = undefined;
    try {
      const rows = await this.backend.call("client_search", { words, is_settled: settled });
      if (mine === this.#newest) this.#show(rows, words);
    } catch (problem) {
      if (mine !== this.#newest) return;
      this.#show([], words);
      this.#problem = problem;
    }
  }

  #show(rows: readonly ClientRow[], words: string): void {
    this.#problem = null;
    this.#rows = rows;
    this.#answered = words;
  }
}
