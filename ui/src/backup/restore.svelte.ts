// The way back from a backup, step by step: named, opened and looked at, restored. Knows nothing of how it is shown.
import { Refused, type Backend } from "../lib/backend/backend";
import type { BackupSecret, CheckView, DeskView, FoundBackupView, UserId } from "../lib/backend/contract";
import { faultsOf, NO_FAULTS, wordsOf, type Faults } from "../lib/failures";

/** What opens the backup: a password or the recovery key, both as they were on its day. */
export type Opener = "password" | "recovery_key";

export class Restore {
  found = $state.raw<FoundBackupView | null>(null);
  checked = $state.raw<CheckView | null>(null);
  opener = $state<Opener>("password");
  user = $state<UserId | null>(null);
  password = $state("");
  key = $state("");
  /** What the person has said about the damaged vault that is in the way. */
  mayKeepAside = $state(false);
  problem = $state("");
  faults = $state.raw<Faults>(NO_FAULTS);

  constructor(
    private readonly host: Backend,
    private readonly onrestored: (view: DeskView, opener: Opener) => void,
  ) {}

  /** Whether enough was typed to open it. */
  get isTyped(): boolean {
    return this.opener === "password" ? this.user !== null && this.password !== "" : this.key.trim() !== "";
  }

  /** Whether a damaged vault is where the backup is to go. */
  get isInTheWay(): boolean {
    return this.found !== null && this.found.set_aside_as !== null;
  }

  /** Whether it was checked, and nothing is left to be said. What a rebuild mends keeps nobody from the records. */
  get isReady(): boolean {
    return this.checked !== null && (!this.isInTheWay || this.mayKeepAside);
  }

  async find(): Promise<void> {
    await this.#attempt(async () => {
      const found = await this.host.call("backup_find", {});
      this.found = found;
      this.checked = null;
      this.user = found.users.length === 1 ? (found.users[0]?.id ?? null) : null;
    });
  }

  async check(): Promise<void> {
    await this.#attempt(async () => {
      this.checked = await this.host.call("backup_check", this.#secret());
    });
  }

  async restore(): Promise<void> {
    if (!this.isReady) return;
    const in_the_way = this.isInTheWay ? "set_aside" : "refuse";
    await this.#attempt(async () => {
      const view = await this.host.call("backup_restore", { secret: this.#secret(), in_the_way });
      this.onrestored(view, this.opener);
    });
  }

  /** Another password or another person: what was checked before says nothing about it. */
  forgetCheck(): void {
    this.checked = null;
  }

  #secret(): BackupSecret {
    if (this.opener === "recovery_key") return { kind: "recovery_key", recovery_key: this.key };
    return { kind: "password", user: this.user ?? "", password: this.password };
  }

  async #attempt(step: () => Promise<void>): Promise<void> {
    this.problem = "";
    this.faults = NO_FAULTS;
    try {
      await step();
    } catch (refusal) {
      // A dialog that was closed is no problem.
      if (refusal instanceof Refused && refusal.code === "cancelled") return;
      this.faults = faultsOf(refusal);
      if (Object.keys(this.faults).length === 0) this.problem = wordsOf(refusal);
    }
  }
}
