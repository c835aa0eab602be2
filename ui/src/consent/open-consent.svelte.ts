// The consent of this visit as it is read and initialled: the text the desk composed, and what is on it already.
// Initials and notes are kept as they are given; signing belongs to the visit.
import { Refused, type Backend } from "../lib/backend/backend";
import type { ConsentView, VisitId } from "../lib/backend/contract";
import type { Outcome } from "../lib/outcome";

/** What the practitioner writes beside the consent. */
export type ConsentNotes = Pick<ConsentView, "questions" | "same_day_reason" | "identity_check">;

export class OpenConsent {
  readonly #desk: Backend;
  readonly #visit: VisitId;
  #view = $state.raw<ConsentView>() as ConsentView;
  #line: Promise<unknown> = Promise.resolve();

  constructor(desk: Backend, visit: VisitId, view: ConsentView) {
    this.#desk = desk;
    this.#visit = visit;
    this.#view = view;
  }

  get view(): ConsentView {
    return this.#view;
  }

  /** Clauses that ask for initials, in the order of the text. */
  get toInitial(): readonly string[] {
    return this.#view.sections.flatMap(({ clauses }) => clauses.filter((clause) => clause.needs_initials).map(({ id }) => id));
  }

  /** The first clause without its initials; `null` when all have them. */
  get nextToInitial(): string | null {
    return this.toInitial.find((clause) => this.lettersOf(clause) === "") ?? null;
  }

  /** The letters under a clause; "" while there are none. */
  lettersOf(clause: string): string {
    return this.#view.initials.find((row) => row.clause === clause)?.letters ?? "";
  }

  /** Shows the text in another language. */
  turnTo(language: string): Outcome {
    return this.#keep(() => this.#desk.call("consent_prepare", { visit: this.#visit, language }));
  }

  /** Puts the client's letters under a clause. */
  initial(clause: string): Outcome {
    return this.#keep(() => this.#desk.call("consent_initial", { visit: this.#visit, clause, letters: this.#view.suggested_initials }));
  }

  /** Takes them back. */
  takeBack(clause: string): Outcome {
    return this.#keep(() => this.#desk.call("consent_initial", { visit: this.#visit, clause, letters: "" }));
  }

  keepNotes(notes: ConsentNotes): Outcome {
    return this.#keep(() => this.#desk.call("consent_note", { visit: this.#visit, ...notes }));
  }

  async #keep(ask: () => Promise<ConsentView>): Outcome {
    const turn = this.#line.then(ask);
    this.#line = turn.catch(() => undefined);
    try {
      this.#view = await turn;
      return null;
    } catch (reason) {
      if (reason instanceof Refused) return reason;
      throw reason;
    }
  }
}
