// What a scanner reads while a client is treated: a lot that may be used is recorded at once, anything else is said and
// nothing is recorded. Scans are taken one after another, so that each finds the chart as the one before left it.
import { Refused } from "../lib/backend/backend";
import type { ChartView, ItemRequest, ScanView, WantedItem } from "../lib/backend/contract";
import type { Outcome } from "../lib/outcome";
import { say } from "../lib/words";
import { itemWords } from "./items";

/** What this needs of the visit. */
export interface ScanDesk {
  chart: () => Pick<ChartView, "items" | "wanted_items">;
  scan: (text: string) => Promise<ScanView | Refused>;
  add: (item: Omit<ItemRequest, "visit">) => Outcome;
}

/** What became of the newest scan. */
export interface ScanNews {
  tone: "ok" | "caution" | "stop";
  title: string;
  notes: readonly string[];
}

export class ScannedLots {
  readonly #desk: ScanDesk;
  #news = $state.raw<ScanNews | null>(null);
  #line: Promise<unknown> = Promise.resolve();

  constructor(desk: ScanDesk) {
    this.#desk = desk;
  }

  get news(): ScanNews | null {
    return this.#news;
  }

  /** The news was read. */
  forget(): void {
    this.#news = null;
  }

  take(text: string): Promise<void> {
    const turn = this.#line.then(async () => void (this.#news = await this.#record(text)));
    this.#line = turn.catch(() => undefined);
    return turn;
  }

  async #record(text: string): Promise<ScanNews> {
    const scan = await this.#desk.scan(text);
    if (scan instanceof Refused) return notRecorded([scan.words]);
    const { gtin, lot, expires_on, notes } = scan;
    if (!scan.is_usable) return notRecorded(notes);
    if (lot === null) return notRecorded([...notes, say("chart-scan-no-lot")]);
    const { items, wanted_items } = this.#desk.chart();
    // A second look at the same label is no second product.
    if (items.some(({ item }) => item.item.lot === lot && (item.item.gtin ?? null) === gtin)) return { tone: "caution", title: say("chart-scan-again", { lot }), notes: [] };
    const wanted = nextWanted(wanted_items);
    if (wanted === undefined) return notRecorded([say("chart-scan-unwanted", { lot })]);
    const { component, kind } = wanted;
    const product = gtin === null ? itemWords(kind) : say("chart-scan-product", { gtin });
    const refusal = await this.#desk.add({ component, kind, product, lot, expires_on, gtin });
    if (refusal !== null) return notRecorded(refusal.fields.length > 0 ? refusal.fields.map(({ words }) => words) : [refusal.words]);
    return { tone: notes.length > 0 ? "caution" : "ok", title: say("chart-scan-recorded", { item: itemWords(kind), lot }), notes };
  }
}

/** The cartridge is in the hand first. */
function nextWanted(wanted: readonly WantedItem[]): WantedItem | undefined {
  return wanted.find(({ kind }) => kind === "cartridge") ?? wanted[0];
}

function notRecorded(notes: readonly string[]): ScanNews {
  return { tone: "stop", title: say("chart-scan-not-recorded"), notes };
}
