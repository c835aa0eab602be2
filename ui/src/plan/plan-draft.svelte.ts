// The plan as it is being written. Every edit goes to the desk as soon as the keys rest, and the verdict comes back with
// the answer. Parts the record cannot hold yet stay here, with everything that was typed.
import type { Component, Device, PlannedZone, Side, ZoneId } from "../lib/backend/contract";
import type { Refused } from "../lib/backend/backend";
import type { Outcome } from "../lib/outcome";
import { partOf, toComponent, type Part } from "./parts";
import { freshPart, type Preset } from "./presets";

/** How long the keys rest before an edit is sent, in milliseconds. */
const REST_MS = 120;

/** A change of one planned zone; without a depth it is taken as it is, `isOut` takes it out. */
export interface ZoneEdit {
  zone: ZoneId;
  side: Side;
  depth_um: number | null;
  isOut: boolean;
}

export class PlanDraft {
  readonly #keep: (components: Component[]) => Outcome;
  #parts = $state.raw<readonly Part[]>([]);
  #refusal = $state.raw<Refused | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting = 0;

  constructor(components: readonly Component[], keep: (components: Component[]) => Outcome) {
    this.#keep = keep;
    this.#parts = components.map(partOf);
  }

  get parts(): readonly Part[] {
    return this.#parts;
  }

  /** Why the desk would not keep the newest edit; everything typed is still here. */
  get refusal(): Refused | null {
    return this.#refusal;
  }

  /** Zones of the first part that has any: where the next part most likely goes. */
  get treated(): readonly PlannedZone[] {
    return this.#parts.find((part) => part.zones.length > 0)?.zones ?? [];
  }

  /** Whether the record can hold this part as it stands. */
  isWhole(part: Part): boolean {
    return toComponent(part) !== null;
  }

  /** Takes what the desk keeps, unless this draft says the same or is ahead of it. Unfinished parts stay in their place. */
  take(components: readonly Component[]): void {
    if (this.#timer !== undefined || this.#waiting > 0) return;
    const kept = components.map(partOf);
    if (fingerprint(kept) === fingerprint(this.#parts)) return;
    const unfinished = this.#parts.map((part, at) => ({ part, at })).filter(({ part }) => toComponent(part) === null);
    this.#parts = unfinished.reduce<Part[]>((parts, { part, at }) => parts.toSpliced(at, 0, part), kept);
  }

  /** Adds a part at the end, or before all others what prepares for them, and answers its id. */
  add(preset: Preset["id"], lastDevice: Device | null): string {
    const id = this.#freeId(preset);
    const part = freshPart(preset, id, this.treated, lastDevice);
    this.#set(preset === "numbing" ? [part, ...this.#parts] : [...this.#parts, part]);
    return id;
  }

  change(part: Part): void {
    this.#set(this.#parts.map((other) => (other.id === part.id ? part : other)));
  }

  remove(id: string): void {
    this.#set(this.#parts.filter((part) => part.id !== id));
  }

  /** Moves a part one place earlier or later in the order of work. */
  move(id: string, by: -1 | 1): void {
    const from = this.#parts.findIndex((part) => part.id === id);
    const to = from + by;
    const [part, other] = [this.#parts[from], this.#parts[to]];
    if (part === undefined || other === undefined) return;
    this.#set(this.#parts.with(from, other).with(to, part));
  }

  editZones(id: string, edits: readonly ZoneEdit[]): void {
    const part = this.#parts.find((other) => other.id === id);
    if (part === undefined) return;
    this.change({ ...part, zones: edits.reduce(withZone, part.zones) });
  }

  /** Puts in the parts of an earlier plan. */
  repeat(components: readonly Component[]): void {
    this.#set(components.map(partOf));
  }

  /** Sends what waits for the keys to rest, if anything does. */
  async settle(): Promise<void> {
    if (this.#timer !== undefined) await this.flush();
  }

  /** Sends what is written now. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting += 1;
    try {
      this.#refusal = await this.#keep(this.#parts.map(toComponent).filter((component) => component !== null));
    } finally {
      this.#waiting -= 1;
    }
  }

  #set(parts: readonly Part[]): void {
    const before = fingerprint(this.#parts);
    this.#parts = parts;
    if (fingerprint(parts) === before) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), REST_MS);
  }

  #freeId(preset: Preset["id"]): string {
    for (let n = 1; ; n += 1) {
      const id = `${preset}-${n}`;
      if (this.#parts.every((part) => part.id !== id)) return id;
    }
  }
}

/** What of a plan the record holds, as one text. */
function fingerprint(parts: readonly Part[]): string {
  return JSON.stringify(parts.map(toComponent).filter((component) => component !== null));
}

function withZone(zones: PlannedZone[], { zone, side, depth_um, isOut }: ZoneEdit): PlannedZone[] {
  const at = zones.findIndex((other) => other.zone === zone && other.side === side);
  if (isOut) return zones.filter((_, i) => i !== at);
  const before = zones[at];
  const after: PlannedZone = { zone, side, depth_um, indication: before?.indication ?? null };
  return before === undefined ? [...zones, after] : zones.with(at, after);
}
