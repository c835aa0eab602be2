import { cleanup, render, screen } from "@testing-library/svelte";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Allergies, BannerView } from "../lib/backend/contract";
import ClientBanner from "./ClientBanner.svelte";
import { nameLine } from "./names";

afterEach(cleanup);

const client: BannerView = {
  ...{ id: "1", number: "A-000217", family: "Halvorsen", given: "Ines", preferred: "Ines", title: "Ms" },
  ...{ born_on: "1988-03-14", age: 38, sex: "female", fitzpatrick: 4, allergies: { state: "not_recorded" }, alerts: [], is_restricted: false },
};

function show(more: Partial<BannerView> = {}) {
  render(ClientBanner, { client: { ...client, ...more }, onallergies: vi.fn(), onalerts: vi.fn() });
}

describe("the client's banner", () => {
  it("has name, born, gender and number in the order of the interface guides", () => {
    show();
    const text = document.querySelector("section")?.textContent ?? "";
    const places = ["HALVORSEN, Ines (Ms)", "Born", "Gender", "Client No.", "Fitzpatrick"].map((part) => text.indexOf(part));
    expect(places, "in this order, none missing").toEqual([...places].sort((a, b) => a - b));
    expect(places[0], "the name is there").toBeGreaterThanOrEqual(0);
  });

  it("has the age in brackets after the birth date, which is spoken in full", () => {
    show();
    const born = screen.getByText("Born").nextElementSibling;
    expect(born?.querySelector("time")?.getAttribute("datetime"), "for a machine").toBe("1988-03-14");
    expect(born?.textContent, "on screen, aloud, and the age").toBe("14-Mar-1988Monday 14 March 1988 (38y)");
  });

  it("says a missing value in words", () => {
    show({ fitzpatrick: null, sex: "unknown" });
    expect(screen.getAllByText("Not known").length, "gender and skin type").toBe(2);
  });

  it("never shows an allergy record that nobody asked for as none", () => {
    const labels: [Allergies, string][] = [
      [{ state: "known", to: ["Benzocaine", "Nickel"] }, "Known allergies"],
      [{ state: "none_known" }, "No known allergies"],
      [{ state: "not_recorded" }, "Allergies not recorded"],
      [{ state: "unavailable" }, "Allergies unavailable"],
    ];
    for (const [allergies, label] of labels) {
      show({ allergies });
      const shown = screen.getByRole("button").textContent ?? "";
      expect(shown.trim().startsWith(label), `${allergies.state} reads ${label}`).toBe(true);
      expect(shown.includes("Benzocaine · Nickel"), "names only where there are some").toBe(allergies.state === "known");
      cleanup();
    }
  });

  it("counts the alerts and names them", () => {
    show({ alerts: ["Cold sores", "Isotretinoin stopped"] });
    expect(screen.getByRole("button", { name: /2 alerts/ }).textContent, "both by name").toContain("Cold sores · Isotretinoin stopped");
  });
});

describe("a client's name", () => {
  it("has the family name in capitals and the title in brackets", () => {
    expect(nameLine({ family: "Müller-Åström", given: "Zoë", title: "" }), "no empty brackets").toBe("MÜLLER-ÅSTRÖM, Zoë");
    expect(nameLine({ family: "Lind", given: "Per", title: "Dr" }), "with a title").toBe("LIND, Per (Dr)");
  });
});
