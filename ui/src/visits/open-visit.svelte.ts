// The visit on screen. Every verb asks the desk and takes its answer whole; only the depths of the chart are painted
// before the answer comes, and go back when it is a refusal. Calls go out one after another, in the order of the keys.
import { Refused, type Backend } from "../lib/backend/backend";
import type {
  AnswerFields, BackgroundRequest, ChartedZone, Commands, Component, ConsentSignRequest, Cream, ItemRequest, PlanFix, ScanView,
  VisitView, ZoneChange,
} from "../lib/backend/contract";
import type { Outcome } from "../lib/outcome";
import { changesOf, withChanges, type Edit } from "./map/edits";
import { keyOf, type SidedZone } from "./map/zones";

/** Commands that answer with the whole visit. */
type VisitCommand = { [K in keyof Commands]: Commands[K]["response"] extends VisitView ? K : never }[keyof Commands];

/** Keys this close together may be a scanner's: zone edits wait so long before they are sent, though not to be painted. */
const SCAN_GAP_MS = 40;

export class OpenVisit {
  readonly #desk: Backend;
  #view = $state.raw<VisitView>() as VisitView;
  #waiting = $state(0);
  #unsaved = $state.raw<Refused | null>(null);
  #wasReloaded = $state(false);
  #painted = $state.raw<readonly ZoneChange[]>([]);
  #unsent: readonly ZoneChange[] = [];
  #refusedZones = $state.raw<{ changes: readonly ZoneChange[]; refusal: Refused } | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #line: Promise<unknown> = Promise.resolve();

  constructor(desk: Backend, view: VisitView) {
    this.#desk = desk;
    this.#view = view;
  }

  get view(): VisitView {
    return this.#view;
  }

  /** Whether something is on its way to the desk. */
  get isSaving(): boolean {
    return this.#waiting > 0;
  }

  /** Why the newest change is not safe; `null` when everything is. */
  get unsaved(): Refused | null {
    return this.#unsaved;
  }

  /** Somebody else had changed the visit, and it was read again. */
  get wasReloaded(): boolean {
    return this.#wasReloaded;
  }

  get isOpen(): boolean {
    return this.#view.status === "open";
  }

  /** The chart as it is painted: what the desk keeps and what is on its way. */
  get zones(): readonly ChartedZone[] {
    return withChanges(this.#view.chart.zones, lastOfEach(this.#painted));
  }

  /** The zones the desk would not chart, and why. */
  get refusedZones(): { changes: readonly ZoneChange[]; refusal: Refused } | null {
    return this.#refusedZones;
  }

  answer(question: string, answer: AnswerFields | null): Outcome {
    return this.#ask("answer_set", { visit: this.#view.id, question, answer });
  }

  setBackground(background: Omit<BackgroundRequest, "visit">): Outcome {
    return this.#ask("background_set", { visit: this.#view.id, ...background });
  }

  copyEarlierAnswers(): Outcome {
    return this.#ask("screening_copy", { visit: this.#view.id });
  }

  closeScreening(secret: string): Outcome {
    return this.#ask("screening_close", { visit: this.#view.id, secret });
  }

  setPlan(components: Component[]): Outcome {
    return this.#ask("plan_set", { visit: this.#view.id, components });
  }

  takeFix(fix: PlanFix): Outcome {
    return this.#ask("plan_fix", { visit: this.#view.id, fix });
  }

  lift(rule: string, reason: string, secret: string): Outcome {
    return this.#ask("finding_lift", { visit: this.#view.id, rule, reason, secret });
  }

  signConsent(signed: Omit<ConsentSignRequest, "visit">): Outcome {
    return this.#ask("consent_sign", { visit: this.#view.id, ...signed });
  }

  refuseConsent(reason: string, secret: string): Outcome {
    return this.#ask("consent_refuse", { visit: this.#view.id, reason, secret });
  }

  /** Moves the visit to the client it belongs to; a signed one is marked in both files. */
  moveTo(to: string, reason: string, secret: string): Outcome {
    return this.#ask("visit_move", { visit: this.#view.id, to, reason, secret });
  }

  /** Reads the visit again, after something beside it has changed. */
  lookAgain(): Outcome {
    return this.#ask("visit_open", { visit: this.#view.id });
  }

  /** Paints an edit of the chart at once and sends it when the keys rest. */
  editZones(zones: readonly SidedZone[], edit: Edit): void {
    this.#paint(changesOf(this.zones, zones, edit));
  }

  /** Takes back what was painted and not sent: the keys were a scanner's. */
  dropUnsentZones(): void {
    clearTimeout(this.#timer);
    this.#painted = this.#painted.filter((change) => !this.#unsent.includes(change));
    this.#unsent = [];
  }

  /** Records the refused zones as what was already done, with the reason. */
  recordDeviation(reason: string): Outcome {
    const refused = this.#refusedZones?.changes ?? [];
    this.#refusedZones = null;
    return this.#chart(refused.map((change) => ({ ...change, deviation_reason: reason })));
  }

  /** The refused depths were a slip: nothing is recorded. */
  forgetRefusedZones(): void {
    this.#refusedZones = null;
  }

  copyLastZones(): Outcome {
    return this.#ask("zones_copy_last", { visit: this.#view.id });
  }

  addItem(item: Omit<ItemRequest, "visit">): Outcome {
    return this.#ask("item_add", { visit: this.#view.id, ...item });
  }

  /** What a barcode says, or why it cannot be said. Nothing is recorded by it. */
  async scanItem(text: string): Promise<ScanView | Refused> {
    try {
      return await this.#desk.call("item_scan", { visit: this.#view.id, text });
    } catch (reason) {
      if (!(reason instanceof Refused)) throw reason;
      return reason;
    }
  }

  removeItem(item: string): Outcome {
    return this.#ask("item_remove", { visit: this.#view.id, item });
  }

  setNumbing(cream: Cream): Outcome {
    return this.#ask("numbing_set", { visit: this.#view.id, cream });
  }

  keepNote(pain_score: number | null, note: string): Outcome {
    return this.#ask("chart_note", { visit: this.#view.id, pain_score, note });
  }

  /** `null` is now. */
  finish(finished_at: string | null): Outcome {
    return this.#ask("visit_finish", { visit: this.#view.id, finished_at });
  }

  sign(secret: string): Outcome {
    return this.#ask("visit_sign", { visit: this.#view.id, secret });
  }

  addAddendum(text: string, secret: string): Outcome {
    return this.#ask("addendum_add", { visit: this.#view.id, text, secret });
  }

  closeWithoutTreatment(reason: string): Outcome {
    return this.#ask("visit_not_today", { visit: this.#view.id, reason });
  }

  /** While a refused depth is in question, that is what is taken back: it was never recorded. */
  undo(): Outcome {
    if (this.#refusedZones !== null) {
      this.#refusedZones = null;
      return Promise.resolve(null);
    }
    return this.#ask("visit_undo", { visit: this.#view.id });
  }

  redo(): Outcome {
    return this.#ask("visit_redo", { visit: this.#view.id });
  }

  reload(): Outcome {
    return this.#ask("visit_open", { visit: this.#view.id });
  }

  #paint(changes: readonly ZoneChange[]): void {
    if (changes.length === 0) return;
    this.#refusedZones = null;
    this.#painted = [...this.#painted, ...changes];
    this.#unsent = [...this.#unsent, ...changes];
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#sendZones(), SCAN_GAP_MS);
  }

  async #sendZones(): Promise<void> {
    clearTimeout(this.#timer);
    const changes = this.#unsent;
    this.#unsent = [];
    if (changes.length > 0) await this.#chart(changes);
  }

  async #chart(changes: readonly ZoneChange[]): Outcome {
    const refusal = await this.#send("zones_chart", { visit: this.#view.id, zones: lastOfEach(changes) });
    this.#painted = this.#painted.filter((change) => !changes.includes(change));
    if (refusal !== null) this.#refusedZones = { changes, refusal };
    return refusal;
  }

  /** Asks once every painted depth is on its way, so that the order of the keys is the order of the record. */
  #ask<K extends VisitCommand>(command: K, request: Commands[K]["request"]): Outcome {
    void this.#sendZones();
    return this.#send(command, request);
  }

  async #send<K extends VisitCommand>(command: K, request: Commands[K]["request"]): Outcome {
    const turn = this.#line.then(() => this.#desk.call(command, request));
    this.#line = turn.catch(() => undefined);
    this.#waiting += 1;
    try {
      this.#view = await turn;
      this.#unsaved = null;
      this.#wasReloaded = false;
      return null;
    } catch (reason) {
      if (!(reason instanceof Refused)) throw reason;
      return await this.#refuse(reason);
    } finally {
      this.#waiting -= 1;
    }
  }

  async #refuse(refusal: Refused): Outcome {
    if (isLoss(refusal)) this.#unsaved = refusal;
    if (refusal.code !== "conflict") return refusal;
    this.#view = await this.#desk.call("visit_open", { visit: this.#view.id });
    this.#wasReloaded = true;
    return refusal;
  }
}

/** Whether a refusal means that what was entered is not kept, and not merely that it was not allowed. */
function isLoss({ code }: Refused): boolean {
  return code === "disk_full" || code === "damaged" || code === "internal" || code === "timeout" || code === "host";
}

/** The newest change of each zone: the others were passed through on the way. */
function lastOfEach(changes: readonly ZoneChange[]): ZoneChange[] {
  return [...new Map(changes.map((change) => [keyOf(change), change])).values()];
}
