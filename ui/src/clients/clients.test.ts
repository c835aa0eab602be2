// What the client's screens work out by themselves: ages, months, and the shape of what was typed.
import { describe, expect, it } from "vitest";
import type { ClientFields, DocumentRow, VisitRow } from "../lib/backend/contract";
import { ClientForm, isUnder } from "./client-form.svelte";
import { monthsOf } from "./timeline";

describe("a guardian's fields", () => {
  it("are asked for until the day before the eighteenth birthday", () => {
    expect(isUnder(18, "2008-11-21", "2026-11-20"), "tomorrow").toBe(true);
    expect(isUnder(18, "2008-11-20", "2026-11-20"), "today").toBe(false);
    expect(isUnder(18, null, "2026-11-20"), "nobody knows yet").toBe(false);
  });
});

describe("a client as typed", () => {
  const FIELDS: ClientFields = {
    family: "Lind", given: "Per", preferred: "", title: "", born_on: "1990-02-01", sex: "male", phone: "", email: "", address: "",
    emergency_contact: { name: "Ida Lind", relation: "Sister", phone: "1" }, guardian: null, fitzpatrick: 2,
    allergies: { state: "known", to: ["Nickel", "Latex"] }, alerts: ["Cold sores"], document_language: "de",
  };

  it("goes back to the desk as it came", () => {
    const form = new ClientForm();
    form.take(FIELDS, 7);
    expect(form.fields(), "nothing is lost or added").toEqual(FIELDS);
    expect(form.based_on, "on the version it was read from").toBe(7);
  });

  it("has no contact where only blanks were typed", () => {
    const form = new ClientForm();
    form.take(FIELDS, 7);
    form.emergency = { name: "  ", relation: "", phone: "" };
    expect(form.fields().emergency_contact, "nobody").toBeNull();
  });

  it("forgets a list of allergies that is no longer said", () => {
    const form = new ClientForm();
    form.take(FIELDS, 7);
    form.allergy_state = "none_known";
    expect(form.fields().allergies, "one of four states").toEqual({ state: "none_known" });
  });
});

describe("the timeline", () => {
  const visit = (id: string, visit_on: string) => ({ id, visit_on }) as VisitRow;
  const paper = (id: string, filed_at: string) => ({ id, filed_at }) as DocumentRow;

  it("runs month by month, newest first, the visit before the papers of its day", () => {
    const months = monthsOf(
      [visit("v2", "2026-10-23"), visit("v1", "2026-09-25")],
      [paper("d2", "2026-10-23T13:00:00Z"), paper("d1", "2026-09-25T13:00:00Z")],
      "Europe/London",
    );
    expect(months.map((month) => month.entries.map((entry) => entry.id)), "two months").toEqual([["v2", "d2"], ["v1", "d1"]]);
  });

  it("puts a paper on the clinic's day, not on Greenwich's", () => {
    const months = monthsOf([], [paper("d", "2026-10-01T02:00:00Z")], "America/New_York");
    expect(months[0]?.on, "still September there").toBe("2026-09-30");
  });
});
