// The aftercare sheet that is shown: composed by the desk, filed only when it is printed or saved, and then with exactly
// the bytes shown.
import { Refused, type Backend } from "../lib/backend/backend";
import type { DocumentRow, LetterSize, PaperSize, SheetView, VisitId } from "../lib/backend/contract";

/** What became of the sheet. */
export type Fate = { is: "shown" } | { is: "saved"; document: DocumentRow } | { is: "printed"; document: DocumentRow } | { is: "not printed"; document: DocumentRow; whyNot: string };

export class OpenSheet {
  readonly #desk: Backend;
  readonly #visit: VisitId;
  #view = $state.raw<SheetView | null>(null);
  #fate = $state.raw<Fate>({ is: "shown" });
  #trouble = $state("");
  #asked = 0;

  constructor(desk: Backend, visit: VisitId) {
    this.#desk = desk;
    this.#visit = visit;
  }

  /** `null` until it is composed, or while it cannot be. */
  get view(): SheetView | null {
    return this.#view;
  }

  get fate(): Fate {
    return this.#fate;
  }

  /** Why the desk would not do the last thing; empty when it did. */
  get trouble(): string {
    return this.#trouble;
  }

  /** Composes the sheet anew. Of two wishes in a row only the later one is shown. */
  async prepare(language: string | null, paper: PaperSize | null, letters: LetterSize): Promise<void> {
    const asked = (this.#asked += 1);
    await this.#ask(async () => {
      const view = await this.#desk.call("sheet_prepare", { visit: this.#visit, language, paper, letters });
      if (asked !== this.#asked) return;
      this.#view = view;
      this.#fate = { is: "shown" };
    });
  }

  async save(conflicts_seen: boolean): Promise<void> {
    const token = this.#view?.token;
    if (token === undefined) return;
    await this.#ask(async () => {
      this.#fate = { is: "saved", document: await this.#desk.call("sheet_file", { visit: this.#visit, token, conflicts_seen }) };
    });
  }

  async print(conflicts_seen: boolean, n_copies: number, printer: string | null): Promise<void> {
    const token = this.#view?.token;
    if (token === undefined) return;
    await this.#ask(async () => {
      // What is filed is printed again from the file; only the first print files it.
      const printed =
        this.#fate.is === "shown"
          ? await this.#desk.call("sheet_print", { visit: this.#visit, token, conflicts_seen, n_copies, printer })
          : await this.#desk.call("document_print", { document: this.#fate.document.id, n_copies, printer });
      const { document, was_printed, why_not } = printed;
      this.#fate = was_printed ? { is: "printed", document } : { is: "not printed", document, whyNot: why_not ?? "" };
    });
  }

  async #ask(deed: () => Promise<void>): Promise<void> {
    try {
      await deed();
      this.#trouble = "";
    } catch (reason) {
      if (!(reason instanceof Refused)) throw reason;
      this.#trouble = reason.words;
    }
  }
}
