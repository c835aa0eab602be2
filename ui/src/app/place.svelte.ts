// Where the person is, and the way back. Holds ids only: what stands there is asked from the desk by each screen.
import type { ClientId, DocumentId, PaperFor, VisitId } from "../lib/backend/contract";

/** A tab of the client's record. */
export type ClientTab = "timeline" | "details" | "documents" | "photos" | "access";

/** A page of the visit. */
export type VisitPage = "screening" | "plan" | "consent" | "chart" | "sign" | "aftercare";

/** Everywhere one can go. */
export type Destination =
  | { at: "today" }
  | { at: "clients" }
  /** `family` is what was already typed into the search box. */
  | { at: "client_new"; family?: string }
  | { at: "client"; client: ClientId; tab?: ClientTab }
  | { at: "client_edit"; client: ClientId }
  | { at: "visit"; visit: VisitId; step?: VisitPage }
  | { at: "document"; document: DocumentId }
  /** A paper before it is filed. */
  | { at: "paper"; paper: PaperFor }
  | { at: "signed_pages" }
  | { at: "journal" }
  | { at: "settings" }
  | { at: "people" }
  | { at: "password" };

const LONGEST_WAY = 50;

export class Place {
  #now = $state.raw<Destination>({ at: "today" });
  #way = $state.raw<readonly Destination[]>([]);

  /** Where the person is. */
  get now(): Destination {
    return this.#now;
  }

  /** Goes there and remembers the way. Going where one is already changes nothing. */
  go(to: Destination): void {
    if (isSame(to, this.#now)) return;
    this.#way = [...this.#way, this.#now].slice(-LONGEST_WAY);
    this.#now = to;
  }

  /** Goes there in place of where one is: the way back skips a form that is done with. */
  replace(to: Destination): void {
    this.#now = to;
  }

  /** Goes back one step; from the first place, to today. */
  back(): void {
    this.#now = this.#way.at(-1) ?? { at: "today" };
    this.#way = this.#way.slice(0, -1);
  }

  /** Forgets where the last person was. */
  reset(): void {
    this.#now = { at: "today" };
    this.#way = [];
  }
}

/** The place of this window. */
export const place = new Place();

function isSame(a: Destination, b: Destination): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
