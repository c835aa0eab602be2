// The session: whether there is a vault, whether it is open, and for whom. The one place that learns that it fell shut.
import { createContext } from "svelte";
import { Refused, type Backend } from "../lib/backend/backend";
import type {
  DeskView, FirstRunRequest, PasswordChangeRequest, PinUnlockRequest, RecoverRequest, Role, SessionView, UnlockRequest, UserId,
} from "../lib/backend/contract";
import { AskedCode } from "./asked-code.svelte";
import { beside } from "./beside.svelte";
import { place } from "./place.svelte";

export class Desk {
  /** The way to the desk for every screen: a call that finds the vault locked brings the lock screen up. */
  readonly backend: Backend;
  /** The code of the authenticator that an act waits for. */
  readonly code: AskedCode;

  #view = $state.raw<DeskView | null>(null);
  #offersPin = $state(false);
  #isRestoring = $state(false);
  #expectsKey = $state(false);
  #lastUser: UserId | null = null;
  #kept: Readonly<Record<string, object>> = {};
  // Not a state: a component that is being destroyed reads states as they were before.
  #isShut = true;

  constructor(host: Backend) {
    this.code = new AskedCode(host);
    this.backend = {
      call: async (command, request) => {
        try {
          return await host.call(command, request);
        } catch (problem) {
          if (problem instanceof Refused && problem.code === "locked") this.#fellShut();
          // The act goes on as it was asked for, once a code was given for it.
          if (problem instanceof Refused && problem.code === "needs_code" && (await this.code.ask())) return host.call(command, request);
          throw problem;
        }
      },
    };
  }

  /** `null` until the desk has answered for the first time. */
  get view(): DeskView | null {
    return this.#view;
  }

  /** Who is at the screen; `null` while the vault is closed. */
  get session(): SessionView | null {
    return this.#view?.session ?? null;
  }

  /** Today in the clinic's calendar, an ISO date. */
  get today(): string {
    return this.#view?.today ?? "";
  }

  /** IANA zone of the clinic: instants are shown on its clock. */
  get timeZone(): string {
    return this.session?.time_zone ?? "UTC";
  }

  /** Whether the person was just let in without a PIN and has not said yet whether to set one. */
  get offersPin(): boolean {
    return this.#offersPin;
  }

  /** Whether somebody is getting the records back from a backup. */
  get isRestoring(): boolean {
    return this.#isRestoring;
  }

  /** Whether the records have just come back by the recovery key, which opens them next. */
  get expectsKey(): boolean {
    return this.#expectsKey;
  }

  /** Who was at the screen last in this window. */
  get lastUser(): UserId | null {
    return this.#lastUser;
  }

  /** Whether the person at the screen holds `role`. */
  holds(role: Role): boolean {
    return this.session?.roles.includes(role) ?? false;
  }

  async look(): Promise<void> {
    this.#take(await this.backend.call("desk_view", {}));
  }

  async create(request: FirstRunRequest): Promise<void> {
    this.#letIn(await this.backend.call("vault_create", request));
  }

  async unlock(request: UnlockRequest): Promise<void> {
    this.#letIn(await this.backend.call("vault_unlock", request));
  }

  async unlockWithPin(request: PinUnlockRequest): Promise<void> {
    try {
      this.#letIn(await this.backend.call("vault_unlock_pin", request));
    } catch (problem) {
      // The fifth wrong one destroys the PIN: the lock screen offers it no more.
      await this.look().catch(() => undefined);
      throw problem;
    }
  }

  /** A password of one's own; after one for a single use the way is free. */
  async changePassword(request: PasswordChangeRequest): Promise<void> {
    this.#take(await this.backend.call("password_change", request));
  }

  /** The desk has locked the vault itself. */
  fallShut(view: DeskView): void {
    this.#take(view);
  }

  async recover(request: RecoverRequest): Promise<void> {
    this.#letIn(await this.backend.call("vault_recover", request));
  }

  beginRestore(): void {
    this.#isRestoring = true;
  }

  leaveRestore(): void {
    this.#isRestoring = false;
  }

  /** A backup is the vault now: open for whose password opened it, or waiting for the recovery key. */
  restored(view: DeskView, byKey: boolean): void {
    this.#isRestoring = false;
    this.#expectsKey = byKey;
    if (view.session === null) this.#take(view);
    else this.#letIn(view);
  }

  async lock(): Promise<void> {
    // The screen closes first: whatever the desk answers, nobody reads on.
    this.#fellShut();
    try {
      this.#take(await this.backend.call("vault_lock", {}));
    } catch {
      // The screen is closed all the same; the next unlock tells what is the matter.
    }
  }

  async setPin(pin: string): Promise<void> {
    this.#take(await this.backend.call("pin_set", { pin }));
    this.#offersPin = false;
  }

  skipPin(): void {
    this.#offersPin = false;
  }

  /**
   * A form goes from the screen with `typed` not saved: kept when a lock took it away, forgotten when the person left it.
   * Never kept for another person.
   */
  leave(name: string, typed: object): void {
    const others = Object.entries(this.#kept).filter(([other]) => other !== name);
    this.#kept = Object.fromEntries(this.#isShut ? [...others, [name, typed]] : others);
  }

  /** What was kept under `name`. */
  kept(name: string): object | undefined {
    return this.#kept[name];
  }

  /** Tells the desk that somebody is there; nobody waits for the answer. */
  touch(): void {
    this.backend.call("session_touch", {}).catch(() => undefined);
  }

  #letIn(view: DeskView): void {
    const user = view.session?.user ?? null;
    // Unlocking brings a person back to where they were, and never to where somebody else was.
    if (user !== this.#lastUser) {
      place.reset();
      beside.off();
      this.#kept = {};
    }
    this.#offersPin = view.session?.has_pin === false;
    this.#expectsKey = false;
    this.#take(view);
  }

  #take(view: DeskView): void {
    this.#lastUser = view.session?.user ?? this.#lastUser;
    this.#isShut = view.session === null;
    this.#view = view;
  }

  #fellShut(): void {
    if (this.#view === null || this.#view.phase !== "open") return;
    this.#isShut = true;
    this.code.leave();
    this.#view = { ...this.#view, phase: "locked", session: null };
  }
}

/** The session of this part of the page, given by `provideDesk`, which the app calls once. */
export const [desk, provideDesk] = createContext<Desk>();
