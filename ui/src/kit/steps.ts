// One light of a row of steps.

/** A step and how it stands; the state comes from the record, nobody ticks it. */
export interface Step {
  id: string;
  label: string;
  state: "done" | "todo" | "stopped";
}
