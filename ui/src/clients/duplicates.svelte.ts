// Who may be the same person as the client being typed, and whether somebody said that it is another.
import type { Backend } from "../lib/backend/backend";
import type { ClientId, ClientRow, DuplicatesRequest } from "../lib/backend/contract";

const GATHER_MS = 150;

export class Duplicates {
  #rows = $state.raw<readonly ClientRow[]>([]);
  #cleared = $state("");
  #newest = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly backend: Backend,
    /** The client being edited is never a duplicate of itself; `null` for a new one. */
    private readonly self: ClientId | null,
  ) {}

  get rows(): readonly ClientRow[] {
    return this.#rows;
  }

  /** Whether somebody said "another person" about exactly these rows. */
  get isAnswered(): boolean {
    return this.#rows.length > 0 && this.#cleared === names(this.#rows);
  }

  /** Whether saving still waits for the answer. */
  get isOpen(): boolean {
    return this.#rows.length > 0 && !this.isAnswered;
  }

  /** "This is another person", about everybody who is listed now. */
  answer(): void {
    this.#cleared = names(this.#rows);
  }

  /** Looks again, a moment after the typing rests. */
  look(request: DuplicatesRequest): void {
    clearTimeout(this.#timer);
    this.#newest += 1;
    const mine = this.#newest;
    if (request.family.trim() === "" && request.phone.trim() === "" && request.email.trim() === "") {
      this.#rows = [];
      return;
    }
    this.#timer = setTimeout(() => void this.#ask(request, mine), GATHER_MS);
  }

  async #ask(request: DuplicatesRequest, mine: number): Promise<void> {
    try {
      const rows = await this.backend.call("client_duplicates", request);
      if (mine === this.#newest) this.#rows = rows.filter((row) => row.id !== this.self);
    } catch {
      // Saving asks again and refuses a duplicate by itself: a failed look must not stand in the way of typing.
    }
  }
}

const names = (rows: readonly ClientRow[]) => rows.map((row) => row.id).sort().join(" ");
