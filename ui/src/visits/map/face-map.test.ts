import { cleanup, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { shortcuts } from "../../kit/shortcuts.svelte";
import type { ChartedZone } from "../../lib/backend/contract";
import DepthScale from "./DepthScale.svelte";
import FaceMap from "./FaceMap.svelte";
import type { SidedZone } from "./zones";

const CHEEK: SidedZone = { zone: "z.cheek_medial", side: "left" };
const LATERAL: SidedZone = { zone: "z.cheek_lateral", side: "left" };
const charted: ChartedZone = { ...CHEEK, depth_um: 1500, n_passes: 3, endpoint: "pink", deviation_reason: null };

const hear = (event: KeyboardEvent) => shortcuts.hear(event);
beforeEach(() => window.addEventListener("keydown", hear));
afterEach(() => {
  window.removeEventListener("keydown", hear);
  cleanup();
});

function map(selected: SidedZone[], marks: ChartedZone[] = [charted]) {
  const [onselect, onedit] = [vi.fn(), vi.fn()];
  render(FaceMap, { marks, selected, onselect, onedit, planned: [{ ...LATERAL, cap_um: 1000 }] });
  return { onselect, onedit, user: userEvent.setup() };
}

describe("the face map on screen", () => {
  it("is 24 buttons with their state in words", () => {
    map([CHEEK]);
    expect(screen.getAllByRole("button").length, "one for each zone").toBe(24);
    const cheek = screen.getByRole("button", { name: "Medial cheek, left, 1.5 millimetres, 3 passes, Pink" });
    expect(cheek.getAttribute("aria-pressed"), "selected").toBe("true");
    expect(screen.getByRole("button", { name: "Lateral cheek, left, planned, not treated" }), "planned").toBeTruthy();
    expect(screen.getByRole("img", { name: "Eyelids: no needling" }), "the orbits are no buttons").toBeTruthy();
  });

  it("has one stop for Tab, at the selected zone", () => {
    map([LATERAL]);
    const stops = screen.getAllByRole("button").filter((button) => button.getAttribute("tabindex") === "0");
    expect(stops.map((stop) => stop.dataset["zone"]), "the arrows go on from there").toEqual(["z.cheek_lateral/left"]);
  });

  it("prints the depth in the zone", () => {
    map([]);
    expect(document.querySelector("svg text")?.textContent, "millimetres without a trailing zero").toBe("1.5");
  });

  it("selects by click, and takes more with Shift", async () => {
    const { onselect, user } = map([CHEEK]);
    await user.click(screen.getByRole("button", { name: /^Chin/ }));
    await user.keyboard("{Shift>}");
    await user.click(screen.getByRole("button", { name: /^Chin/ }));
    expect(onselect.mock.calls, "alone, then beside the cheek").toEqual([
      [[{ zone: "z.chin", side: "middle" }]],
      [[CHEEK, { zone: "z.chin", side: "middle" }]],
    ]);
  });

  it("moves with the arrows, and extends with Shift", async () => {
    const { onselect, user } = map([CHEEK]);
    await user.keyboard("{ArrowRight}{Shift>}{ArrowRight}{/Shift}");
    expect(onselect.mock.calls, "to the lateral cheek, then both").toEqual([[[LATERAL]], [[CHEEK, LATERAL]]]);
  });

  it("asks for edits of the selection by key", async () => {
    const { onedit, user } = map([CHEEK]);
    await user.keyboard("+-{PageUp}{PageDown}m");
    expect(onedit.mock.calls.map(([, edit]) => edit), "one for each key").toEqual([
      { kind: "deepen", by_um: 250 },
      { kind: "deepen", by_um: -250 },
      { kind: "passes", by: 1 },
      { kind: "passes", by: -1 },
      { kind: "mirror" },
    ]);
    expect(onedit.mock.calls.every(([zones]) => zones.length === 1), "of that zone alone").toBe(true);
  });

  it("walks the endpoint of the selection, or of every charted zone when none is selected", async () => {
    const selected = map([CHEEK]);
    await selected.user.keyboard("e");
    expect(selected.onedit, "pink is followed by even redness").toHaveBeenCalledWith([charted], { kind: "endpoint", endpoint: "even_redness" });
    cleanup();
    const chin: ChartedZone = { ...charted, zone: "z.chin", side: "middle" };
    const none = map([], [charted, chin]);
    await none.user.keyboard("e");
    expect(none.onedit, "all of them at once").toHaveBeenCalledWith([charted, chin], { kind: "endpoint", endpoint: "even_redness" });
  });

  it("asks for nothing when nothing is selected", async () => {
    const { onedit, user } = map([]);
    await user.keyboard("+m{PageUp}");
    expect(onedit, "no zone is changed by accident").not.toHaveBeenCalled();
  });

  it("says in words when a charted depth is over the cap", () => {
    map([], [{ ...charted, ...LATERAL }]);
    expect(screen.getByRole("button", { name: /over the cap of 1 mm/ }), "never by colour alone").toBeTruthy();
  });
});

describe("the depth scale", () => {
  it("chooses by the keys 1 to 7, and clears by 0", async () => {
    const onchoose = vi.fn();
    render(DepthScale, { chosen_um: 1500, onchoose });
    await userEvent.setup().keyboard("12345670");
    expect(onchoose.mock.calls.flat(), "micrometres, then nothing").toEqual([250, 500, 750, 1000, 1500, 2000, 2500, null]);
  });

  it("shows the chosen step, and which steps are over the cap", () => {
    render(DepthScale, { chosen_um: 1500, cap_um: 2000, onchoose: vi.fn() });
    expect(screen.getByRole("button", { pressed: true }).textContent, "1.5 mm").toContain("1.5");
    const over = screen.getAllByRole("button").filter((button) => button.textContent?.includes("over cap"));
    expect(over.length, "2.5 mm alone: a depth at the cap is within it").toBe(1);
  });
});
