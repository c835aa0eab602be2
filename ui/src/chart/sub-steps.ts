// The steps inside the treatment, and which of them comes up by itself. They follow from the chart alone.
import type { VisitView } from "../lib/backend/contract";
import { say } from "../lib/words";

/** Prepare, Numb, Needle, Products, Finish. */
export type SubStep = "prepare" | "numb" | "needle" | "products" | "finish";

/** One of them with its light. */
export interface SubStepLight {
  id: SubStep;
  label: string;
  state: "done" | "todo" | "stopped";
}

/** The steps of this visit; Numb is there only when a numbing cream is planned, Needle only when something is needled. */
export function subSteps({ consent, chart, finished_at }: VisitView): SubStepLight[] {
  const { numbing, planned, zones, wanted_items } = chart;
  const light = (isDone: boolean) => (isDone ? ("done" as const) : ("todo" as const));
  const steps: (SubStepLight | false)[] = [
    { id: "prepare", label: say("chart-step-prepare"), state: consent.is_valid ? "done" : "stopped" },
    numbing.is_planned && { id: "numb", label: say("chart-step-numb"), state: light(numbing.off_at !== null) },
    planned.length > 0 && { id: "needle", label: say("chart-step-needle"), state: light(zones.length >= planned.length) },
    { id: "products", label: say("chart-step-products"), state: light(wanted_items.length === 0) },
    { id: "finish", label: say("chart-step-finish"), state: light(finished_at !== null) },
  ];
  return steps.filter((step) => step !== false);
}

/** The first that is open; the last when none is. */
export function openSubStep(steps: readonly SubStepLight[]): SubStep {
  return (steps.find((step) => step.state !== "done") ?? steps.at(-1))?.id ?? "prepare";
}

/** The first open one after `here`; the last when none is. */
export function subStepAfter(steps: readonly SubStepLight[], here: SubStep): SubStepLight | undefined {
  const at = steps.findIndex((step) => step.id === here);
  return steps.slice(at + 1).find((step) => step.state !== "done") ?? (at < steps.length - 1 ? steps.at(-1) : undefined);
}
