// Signed pages on their way into the file: chosen, read, told apart, filed. What they are and what is missing, the desk says.
import { Refused, type Backend } from "../lib/backend/backend";
import type { DocumentId, SignedPagesFiledView, SignedPagesFileRequest, SignedPagesView } from "../lib/backend/contract";
import { faultsOf, NO_FAULTS, wordsOf, type Faults } from "../lib/failures";

export class SignedPages {
  readonly #host: Backend;
  #view = $state.raw<SignedPagesView | null>(null);
  #filed = $state.raw<SignedPagesFiledView | null>(null);
  #problem = $state("");
  #faults = $state.raw<Faults>(NO_FAULTS);

  constructor(host: Backend) {
    this.#host = host;
  }

  /** The pages that wait; `null` before any was chosen. */
  get view(): SignedPagesView | null {
    return this.#view;
  }

  /** What was filed last. */
  get filed(): SignedPagesFiledView | null {
    return this.#filed;
  }

  /** Why the last step failed, in one sentence; empty when it did not. */
  get problem(): string {
    return this.#problem;
  }

  /** What is wrong with single fields. */
  get faults(): Faults {
    return this.#faults;
  }

  /** Lets the person choose files, beside those that are there. */
  choose(): Promise<void> {
    return this.#take(() => this.#host.call("signed_pages_choose", { token: this.#view?.token ?? null }));
  }

  /** Names the document where no code does. */
  name(document: DocumentId): Promise<void> {
    return this.#take((token) => this.#host.call("signed_pages_name", { token, document }));
  }

  /** Says what a page is; `null` is none of the document. */
  tell(file: string, at: number, page: number | null): Promise<void> {
    return this.#take((token) => this.#host.call("signed_page_say", { token, file, at, page }));
  }

  /** Takes one file out, or forgets all of them. */
  async drop(file: string | null): Promise<void> {
    await this.#take((token) => this.#host.call("signed_pages_drop", { token, file }));
    if (this.#view?.files.length === 0) this.#view = null;
  }

  /** Files the pages. */
  async file(said: Omit<SignedPagesFileRequest, "token">): Promise<void> {
    const token = this.#view?.token;
    if (token === undefined) return;
    await this.#try(async () => {
      this.#filed = await this.#host.call("signed_pages_file", { ...said, token });
      this.#view = null;
    });
  }

  async #take(step: (token: string) => Promise<SignedPagesView>): Promise<void> {
    await this.#try(async () => {
      this.#view = await step(this.#view?.token ?? "");
      this.#filed = null;
    });
  }

  async #try(step: () => Promise<void>): Promise<void> {
    this.#problem = "";
    this.#faults = NO_FAULTS;
    try {
      await step();
    } catch (reason) {
      // Whoever closes the dialog has changed their mind, and knows it.
      if (reason instanceof Refused && reason.code === "cancelled") return;
      this.#problem = wordsOf(reason);
      this.#faults = faultsOf(reason);
    }
  }
}
