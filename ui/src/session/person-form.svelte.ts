// What is typed about one person of the clinic, until the desk has it.
import type { PersonFields, PersonRow, Role } from "../lib/backend/contract";

/** Deepest first choice for somebody who does not needle. */
const NO_NEEDLING_UM = 0;
const DEPTHS_UM = [NO_NEEDLING_UM, 250, 500, 750, 1000, 1500, 2000, 2500, 3000, 3500, 4000];

/** In the order people read them; `automation` stands alone. */
export const ROLES: readonly Role[] = ["assistant", "practitioner", "prescriber", "admin", "automation"];

export class PersonForm {
  name = $state("");
  initials = $state("");
  registration = $state("");
  roles = $state<readonly Role[]>([]);
  /** Micrometres; `null` while nothing is chosen. */
  max_depth_um = $state<number | null>(null);
  may_give_prp = $state<boolean | null>(null);
  may_use_prescription_items = $state<boolean | null>(null);

  /** A new person, or one as the desk knows them. */
  constructor(person: PersonRow | null) {
    if (person === null) return;
    this.name = person.name;
    this.initials = person.initials;
    this.registration = person.registration;
    this.roles = person.roles;
    this.max_depth_um = person.max_depth_um;
    this.may_give_prp = person.may_give_prp;
    this.may_use_prescription_items = person.may_use_prescription_items;
  }

  /** Whether this person only backs up by a timer: such a one has no scope of practice. */
  get isTimer(): boolean {
    return this.roles.includes("automation");
  }

  /** Whether this person treats, so that a scope of practice is asked for. */
  get treats(): boolean {
    return this.roles.includes("practitioner") || this.roles.includes("prescriber");
  }

  holds(role: Role): boolean {
    return this.roles.includes(role);
  }

  give(role: Role, held: boolean): void {
    this.roles = ROLES.filter((other) => (other === role ? held : this.roles.includes(other)));
  }

  /** Every depth that can be chosen, and the one that was chosen before. */
  get depths(): readonly number[] {
    const chosen = this.max_depth_um;
    const depths = chosen === null || DEPTHS_UM.includes(chosen) ? DEPTHS_UM : [...DEPTHS_UM, chosen];
    return depths.toSorted((a, b) => a - b);
  }

  /** What is still to be said, by field; the desk judges the rest. */
  missing(): readonly ("max_depth_um" | "may_give_prp" | "may_use_prescription_items")[] {
    if (!this.treats) return [];
    return (["max_depth_um", "may_give_prp", "may_use_prescription_items"] as const).filter((field) => this[field] === null);
  }

  /** As the desk takes it. Who does not treat has no scope. */
  get fields(): PersonFields {
    return {
      initials: this.initials,
      registration: this.registration,
      roles: [...this.roles],
      max_depth_um: this.treats ? (this.max_depth_um ?? NO_NEEDLING_UM) : NO_NEEDLING_UM,
      may_give_prp: this.treats && this.may_give_prp === true,
      may_use_prescription_items: this.treats && this.may_use_prescription_items === true,
    };
  }
}
