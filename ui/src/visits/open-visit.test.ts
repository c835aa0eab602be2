import { beforeEach, describe, expect, it, vi } from "vitest";
import { visitDesk } from "../gallery/visit-desk";
import { TREATING } from "../gallery/visit-sample";
import { Refused } from "../lib/backend/backend";
import type { Commands } from "../lib/backend/contract";
import { fakeBackend, type Answers } from "../lib/backend/fake";
import { OpenVisit } from "./open-visit.svelte";

const CHEEK = { zone: "z.cheek_medial", side: "left" } as const;
const CHIN = { zone: "z.chin", side: "middle" } as const;

function open(more: Answers<Commands> = {}) {
  const host = fakeBackend(visitDesk({ ...TREATING, chart: { ...TREATING.chart, zones: [] } }, more));
  const view = { ...TREATING, chart: { ...TREATING.chart, zones: [] } };
  const visit = new OpenVisit(host, view);
  const asked = (command: keyof Commands) => host.calls.filter((call) => call.command === command).map((call) => call.request);
  return { visit, asked };
}

const depths = (visit: OpenVisit) => visit.zones.map(({ zone, depth_um }) => [zone, depth_um]);
const settle = () => vi.advanceTimersByTimeAsync(100);

describe("a visit on screen", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    return () => vi.useRealTimers();
  });

  it("paints a depth before the desk has answered", () => {
    const { visit, asked } = open();
    visit.editZones([CHEEK], { kind: "depth", depth_um: 1000 });
    expect(depths(visit), "in the same turn as the key").toEqual([["z.cheek_medial", 1000]]);
    expect(asked("zones_chart"), "and nothing was sent yet").toEqual([]);
  });

  it("sends several keys on one zone as the one depth they end at", async () => {
    const { visit, asked } = open();
    visit.editZones([CHEEK], { kind: "depth", depth_um: 1000 });
    visit.editZones([CHEEK], { kind: "deepen", by_um: 250 });
    visit.editZones([CHEEK], { kind: "passes", by: 2 });
    await settle();
    expect(asked("zones_chart"), "one call").toEqual([
      { visit: TREATING.id, zones: [{ ...CHEEK, depth_um: 1250, n_passes: 3, endpoint: null, deviation_reason: null }] },
    ]);
    expect(depths(visit), "kept").toEqual([["z.cheek_medial", 1250]]);
  });

  it("takes a refused depth off the map and says why", async () => {
    const { visit } = open({ zones_chart: () => Promise.reject(new Refused("refused", "The limit here is 1 mm.")) });
    visit.editZones([CHEEK], { kind: "depth", depth_um: 2500 });
    await settle();
    expect(depths(visit), "what is not kept is not shown as kept").toEqual([]);
    expect(visit.refusedZones?.refusal.words, "the desk's words").toBe("The limit here is 1 mm.");
  });

  it("records a depth above the cap with its reason when it was already done", async () => {
    let isFirst = true;
    const { visit, asked } = open({
      zones_chart: () => {
        if (!isFirst) return TREATING;
        isFirst = false;
        throw new Refused("refused", "The limit here is 1 mm.");
      },
    });
    visit.editZones([CHEEK], { kind: "depth", depth_um: 2500 });
    await settle();
    await visit.recordDeviation("Scar edge");
    expect(asked("zones_chart").at(-1), "the same depth, now with a reason").toEqual({
      visit: TREATING.id,
      zones: [{ ...CHEEK, depth_um: 2500, n_passes: 1, endpoint: null, deviation_reason: "Scar edge" }],
    });
    expect(visit.refusedZones, "nothing is refused any more").toBeNull();
  });

  it("takes a refused depth back by undo, and nothing that was recorded before it", async () => {
    const { visit, asked } = open({ zones_chart: () => Promise.reject(new Refused("refused", "The limit here is 1 mm.")) });
    visit.editZones([CHEEK], { kind: "depth", depth_um: 2500 });
    await settle();
    await visit.undo();
    expect(visit.refusedZones, "the slip is gone").toBeNull();
    expect(asked("visit_undo"), "the record is as it was").toEqual([]);
  });

  it("takes back a painted depth that was the first key of a scan", async () => {
    const { visit, asked } = open();
    visit.editZones([CHEEK], { kind: "depth", depth_um: 250 });
    visit.dropUnsentZones();
    await settle();
    expect(depths(visit), "nothing painted").toEqual([]);
    expect(asked("zones_chart"), "nothing recorded").toEqual([]);
  });

  it("asks in the order of the keys, however slow the desk is", async () => {
    const order: string[] = [];
    const slow = (name: string, ms: number) => async () => {
      await new Promise((done) => setTimeout(done, ms));
      order.push(name);
      return TREATING;
    };
    const { visit } = open({ zones_chart: slow("zone", 300), chart_note: slow("note", 10), visit_finish: slow("finish", 1) });
    visit.editZones([CHIN], { kind: "depth", depth_um: 500 });
    void visit.keepNote(2, "");
    void visit.finish(null);
    await vi.advanceTimersByTimeAsync(1000);
    expect(order, "the depth before the note before the end").toEqual(["zone", "note", "finish"]);
  });

  it("says that a change is not safe when the disk is full, and that it is once it was kept", async () => {
    let isFull = true;
    const { visit } = open({ chart_note: () => (isFull ? Promise.reject(new Refused("disk_full", "The disk is full.")) : TREATING) });
    const refusal = await visit.keepNote(2, "calm");
    expect(refusal?.words, "to the one who asked").toBe("The disk is full.");
    expect(visit.unsaved?.words, "and to the line that says whether all is saved").toBe("The disk is full.");
    isFull = false;
    await visit.keepNote(2, "calm");
    expect(visit.unsaved, "safe again").toBeNull();
  });

  it("reads the visit again when somebody else changed it", async () => {
    const { visit, asked } = open({ chart_note: () => Promise.reject(new Refused("conflict", "Changed elsewhere.")), visit_open: () => ({ ...TREATING, number: "A-000032" }) });
    await visit.keepNote(2, "");
    expect(asked("visit_open").length, "once").toBe(1);
    expect(visit.view.number, "what stands now").toBe("A-000032");
    expect(visit.wasReloaded, "and it is said").toBe(true);
  });
});
