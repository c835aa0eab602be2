// What is typed on the first run, step by step, until the vault is made. Judges only what can be seen without the desk:
// something is missing, or a group was typed back wrong.
import type { ClinicFields, FirstRunRequest, Jurisdiction, PaperSize, RecoveryKeyView } from "../lib/backend/contract";
import type { Faults } from "../lib/failures";
import { say } from "../lib/words";

export const STEPS = ["clinic", "practitioner", "key", "samples"] as const;
export type FirstRunStep = (typeof STEPS)[number];

/** Fewer characters than this the desk refuses; said before anything is typed. */
export const SHORTEST_PASSWORD = 15;

const LOCK_AFTER_MINUTES = 5;

/** The clinic while it is typed: nothing is chosen for it but the time zone of the computer. */
export type ClinicDraft = Omit<ClinicFields, "jurisdiction" | "paper"> & {
  jurisdiction: Jurisdiction | null;
  paper: PaperSize | null;
};

export class FirstRunForm {
  readonly key: RecoveryKeyView;

  clinic = $state<ClinicDraft>() as ClinicDraft;
  practitioner = $state({ name: "", registration: "", max_depth_um: null as number | null, prescribes: null as boolean | null });
  password = $state("");
  /** The groups typed back, in the order they were asked for. */
  groups = $state<string[]>([]);
  withSamples = $state<boolean | null>(null);

  constructor(key: RecoveryKeyView) {
    this.key = key;
    this.groups = key.ask.map(() => "");
    this.clinic = {
      name: "", address: "", phone: "", out_of_hours_phone: "", jurisdiction: null, time_zone: key.time_zone, paper: null,
      lock_after_minutes: LOCK_AFTER_MINUTES,
    };
  }

  /** What keeps this step from being done, by field. */
  faults(step: FirstRunStep): Faults {
    switch (step) {
      case "clinic":
        return missing({
          "clinic.name": this.clinic.name.trim() === "" && say("session-need-clinic-name"),
          "clinic.address": this.clinic.address.trim() === "" && say("session-need-address"),
          "clinic.phone": this.clinic.phone.trim() === "" && say("session-need-phone"),
          "clinic.out_of_hours_phone": this.clinic.out_of_hours_phone.trim() === "" && say("session-need-out-of-hours"),
          "clinic.jurisdiction": this.clinic.jurisdiction === null && say("session-need-country"),
          "clinic.time_zone": this.clinic.time_zone === "" && say("session-need-time-zone"),
          "clinic.paper": this.clinic.paper === null && say("session-need-paper"),
        });
      case "practitioner":
        return missing({
          "practitioner.name": this.practitioner.name.trim() === "" && say("session-need-name"),
          "practitioner.max_depth_um": this.practitioner.max_depth_um === null && say("session-need-depth"),
          "practitioner.prescribes": this.practitioner.prescribes === null && say("session-need-prescribes"),
          password: [...this.password].length < SHORTEST_PASSWORD && say("session-need-password", { least: SHORTEST_PASSWORD }),
        });
      case "key":
        return missing(
          Object.fromEntries(
            this.key.ask.map((asked, i) => [
              `recovery_groups[${i}]`,
              !isSame(this.groups[i] ?? "", this.key.groups[asked] ?? "") && say("session-need-group", { n: asked + 1 }),
            ]),
          ),
        );
      case "samples":
        return missing({ with_sample_clients: this.withSamples === null && say("session-need-samples") });
    }
  }

  /** Everything typed, for the desk; `null` while something is still missing. */
  request(): FirstRunRequest | null {
    const { jurisdiction, paper } = this.clinic;
    const { max_depth_um, prescribes } = this.practitioner;
    if (jurisdiction === null || paper === null || max_depth_um === null || prescribes === null) return null;
    return {
      clinic: { ...this.clinic, jurisdiction, paper },
      practitioner: { ...this.practitioner, max_depth_um, prescribes },
      password: this.password,
      recovery_groups: this.groups.map((group) => group.trim()),
      with_sample_clients: this.withSamples === true ? "add" : "none",
    };
  }
}

/** The step a field belongs to, by the path the desk names it with. */
export function stepOf(path: string): FirstRunStep {
  if (path.startsWith("clinic")) return "clinic";
  if (path.startsWith("practitioner") || path === "password") return "practitioner";
  return path.startsWith("recovery") ? "key" : "samples";
}

function missing(checks: Record<string, string | false>): Faults {
  return Object.fromEntries(Object.entries(checks).flatMap(([path, words]) => (words === false ? [] : [[path, words]])));
}

const isSame = (typed: string, shown: string) => typed.trim().toUpperCase() === shown.toUpperCase();
