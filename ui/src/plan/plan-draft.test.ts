import { beforeEach, describe, expect, it, vi } from "vitest";
import { COMPONENTS } from "../gallery/visit-sample";
import { Refused } from "../lib/backend/backend";
import type { Component } from "../lib/backend/contract";
import { partOf, toComponent, type NumbingPart } from "./parts";
import { PlanDraft } from "./plan-draft.svelte";

const rest = () => vi.advanceTimersByTimeAsync(200);

function draftOf(components: readonly Component[], refusal: Refused | null = null) {
  const sent: Component[][] = [];
  const draft = new PlanDraft(components, async (kept) => {
    sent.push(kept);
    return refusal;
  });
  return { draft, sent };
}

describe("the order of work", () => {
  it("begins with the numbing cream, whenever it is added", () => {
    const { draft } = draftOf(COMPONENTS.filter(({ kind }) => kind !== "ta"));
    const id = draft.add("numbing", null);
    expect(draft.parts[0]?.id, "it goes on before the needles").toBe(id);
    const last = draft.add("light", null);
    expect(draft.parts.at(-1)?.id, "anything else comes after").toBe(last);
  });
});

describe("a part of a plan", () => {
  it("survives being read and written again", () => {
    for (const component of COMPONENTS) expect(toComponent(partOf(component)), `${component.kind} as it was`).toEqual(component);
  });

  it("holds a dose in whole milligrams, however it is typed", () => {
    const part = partOf(COMPONENTS[0] as Component) as NumbingPart;
    expect(toComponent({ ...part, grams: "2,5" }), "a decimal comma").toMatchObject({ amount_mg: 2500 });
    expect(toComponent({ ...part, grams: "0.3" }), "no rounding error").toMatchObject({ amount_mg: 300 });
    expect(toComponent({ ...part, grams: "some" }), "no number is no dose").toBeNull();
  });
});

describe("a plan being written", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    return () => vi.useRealTimers();
  });

  it("is sent once the keys rest, in the order of work", async () => {
    const { draft, sent } = draftOf(COMPONENTS.slice(0, 2));
    draft.move("needling-1", -1);
    draft.move("needling-1", 1);
    draft.move("needling-1", -1);
    await rest();
    expect(sent.map((plan) => plan.map(({ id }) => id)), "one call with the last order").toEqual([["needling-1", "numbing-1"]]);
  });

  it("keeps an unfinished part on the page and out of the record", async () => {
    const { draft, sent } = draftOf([]);
    const id = draft.add("numbing", null);
    await rest();
    expect(sent, "there is nothing the record could hold").toEqual([]);
    expect(draft.parts.map((part) => part.id), "and it is still here").toEqual([id]);
    draft.take([]);
    expect(draft.parts.map((part) => part.id), "also after the desk has answered").toEqual([id]);
  });

  it("gives a new part the zones that are already treated, without their depths", () => {
    const { draft } = draftOf(COMPONENTS.slice(1, 2));
    draft.add("plasma", null);
    expect(draft.parts[1]?.zones, "the cheeks, nothing needled").toEqual(COMPONENTS[2]?.zones);
  });

  it("takes what the desk changed, such as a limit that was taken", () => {
    const { draft } = draftOf(COMPONENTS.slice(1, 2));
    const [needling] = COMPONENTS.slice(1, 2);
    const capped = { ...needling, zones: needling?.zones.map((zone) => ({ ...zone, depth_um: 1000 })) } as Component;
    draft.take([capped]);
    expect(draft.parts[0]?.zones.map(({ depth_um }) => depth_um), "the limit").toEqual([1000, 1000, 1000, 1000]);
  });

  it("does not let an older answer undo what was typed since", async () => {
    const { draft, sent } = draftOf(COMPONENTS.slice(0, 2));
    draft.remove("numbing-1");
    draft.take(COMPONENTS.slice(0, 2));
    expect(draft.parts.map(({ id }) => id), "the removal stands").toEqual(["needling-1"]);
    await rest();
    expect(sent.at(-1)?.map(({ id }) => id), "and is sent").toEqual(["needling-1"]);
  });

  it("keeps everything typed when the desk refuses", async () => {
    const { draft } = draftOf(COMPONENTS, new Refused("bad_input", "Too many parts."));
    draft.remove("peel-1");
    await rest();
    expect(draft.refusal?.words, "why").toBe("Too many parts.");
    expect(draft.parts.map(({ id }) => id), "as it was typed").toEqual(["numbing-1", "needling-1", "plasma-1"]);
  });
});
