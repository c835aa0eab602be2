// A paper that is shown: composed by the desk, filed only when it is printed or saved, and then with exactly the bytes
// shown.
import { Refused, type Backend } from "../lib/backend/backend";
import type { DocumentRow, LetterSize, PaperFor, PaperSize, PaperView } from "../lib/backend/contract";
import { faultsOf, NO_FAULTS, type Faults } from "../lib/failures";

/** What became of the paper. */
export type PaperFate = { is: "shown" } | { is: "saved"; document: DocumentRow } | { is: "printed"; document: DocumentRow } | { is: "not printed"; document: DocumentRow; whyNot: string };

export class OpenPaper {
  readonly #desk: Backend;
  #view = $state.raw<PaperView | null>(null);
  #fate = $state.raw<PaperFate>({ is: "shown" });
  #trouble = $state("");
  #faults = $state.raw<Faults>(NO_FAULTS);
  #shownFor = $state("");
  #asked = 0;

  constructor(desk: Backend) {
    this.#desk = desk;
  }

  /** `null` until it is composed, or while it cannot be. */
  get view(): PaperView | null {
    return this.#view;
  }

  get fate(): PaperFate {
    return this.#fate;
  }

  /** Why the desk would not do the last thing; empty when it did. */
  get trouble(): string {
    return this.#trouble;
  }

  /** What was wrong in the fields of the last wish, by field. */
  get faults(): Faults {
    return this.#faults;
  }

  /** Whether what is shown is the paper as it is typed now. */
  shows(paper: PaperFor): boolean {
    return this.#view !== null && this.#shownFor === JSON.stringify(paper);
  }

  /** Composes the paper anew. Of two wishes in a row only the later one is shown. */
  async prepare(paper: PaperFor, language: string | null, size: PaperSize | null, letters: LetterSize): Promise<void> {
    const asked = (this.#asked += 1);
    const isDone = await this.#ask(async () => {
      const view = await this.#desk.call("paper_prepare", { paper, language, size, letters });
      if (asked !== this.#asked) return;
      this.#view = view;
      this.#shownFor = JSON.stringify(paper);
      this.#fate = { is: "shown" };
    });
    // What is no longer what was asked for must not be printed.
    if (!isDone && asked === this.#asked) this.#view = null;
  }

  async save(): Promise<void> {
    const token = this.#view?.token;
    if (token === undefined) return;
    await this.#ask(async () => {
      this.#fate = { is: "saved", document: await this.#desk.call("paper_file", { token }) };
    });
  }

  async print(n_copies: number, printer: string | null): Promise<void> {
    const token = this.#view?.token;
    if (token === undefined) return;
    await this.#ask(async () => {
      // What is filed is printed again from the file; only the first print files it.
      const printed =
        this.#fate.is === "shown"
          ? await this.#desk.call("paper_print", { token, n_copies, printer })
          : await this.#desk.call("document_print", { document: this.#fate.document.id, n_copies, printer });
      const { document, was_printed, why_not } = printed;
      this.#fate = was_printed ? { is: "printed", document } : { is: "not printed", document, whyNot: why_not ?? "" };
    });
  }

  async #ask(deed: () => Promise<void>): Promise<boolean> {
    try {
      await deed();
      this.#trouble = "";
      this.#faults = NO_FAULTS;
      return true;
    } catch (reason) {
      if (!(reason instanceof Refused)) throw reason;
      this.#trouble = reason.words;
      this.#faults = faultsOf(reason, "paper");
      return false;
    }
  }
}
