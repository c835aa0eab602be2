// The one way from the page to the desk: a named command with its request, typed by the generated contract.
// Knows no host; `tauri.ts` is the window, `fake.ts` stands in for it in tests.
import { createContext } from "svelte";
import type { Commands, FailureCode, FailureView, FieldFailure } from "./contract";

/** What every list of commands looks like. */
export type CommandList<C> = { [K in keyof C]: { request: unknown; response: unknown } };

/** The desk as the page sees it. */
export interface Backend<C extends CommandList<C> = Commands> {
  /** Asks the desk; throws {@link Refused} with the desk's own words when it will not. */
  call<K extends keyof C & string>(command: K, request: C[K]["request"]): Promise<C[K]["response"]>;
}

/** The desk's codes, and two for the way to it: no answer in time, and no host that would take the call. */
export type RefusalCode = FailureCode | "timeout" | "host";

/** A refusal of the desk or of the way to it. Screens branch on `code`, and show `words` and `fields`. */
export class Refused extends Error {
  override readonly name = "Refused";

  constructor(
    readonly code: RefusalCode,
    readonly words: string,
    readonly fields: readonly FieldFailure[] = [],
    /** Seconds until another try is allowed; `null` when there is nothing to wait for. */
    readonly wait_s: FailureView["wait_s"] = null,
  ) {
    // The code alone: words may hold what was typed, and an error's message ends up in logs.
    super(code);
  }

  /** The words for the field at `path`, or "" when that field was not refused. */
  field(path: string): string {
    return this.fields.find((field) => field.path === path)?.words ?? "";
  }
}

/** The backend given to this part of the page by `provideBackend`, which the app calls once. */
export const [backend, provideBackend] = createContext<Backend>();
