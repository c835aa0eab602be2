// Papers that are made from a record: shown before they are filed, by keyboard, and never printed when they are stale.
import { screen, waitFor } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { adverseEvent, lotLetter, notToday, plan, recall, referral, tubeLabel } from "../documents/papers";
import { findings, openPage } from "../gallery/practice";
import { PAPER } from "../gallery/people-sample";
import { visitDesk } from "../gallery/visit-desk";
import { AGREED, SIGNED_VISIT } from "../gallery/visit-sample";
import { Refused } from "../lib/backend/backend";
import type { PaperFor } from "../lib/backend/contract";

const VISIT = "00000000-0000-4000-8000-000000000042";
const CLIENT = "00000000-0000-4000-8000-000000000001";

const heading = (name: string | RegExp) => screen.findByRole("heading", { level: 1, name });
const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>("button", { name });

const ALL: [string, PaperFor][] = [
  ["Consent to sign on paper", { is: "consent_blank", visit: VISIT }],
  ["Not-today note", notToday(VISIT)],
  ["Treatment record", { is: "treatment_record", visit: VISIT }],
  ["Plan with dates", plan(VISIT)],
  ["Tube labels", tubeLabel(VISIT, "Europe/London")],
  ["Referral letter", referral(CLIENT)],
  ["Recall letter", recall(CLIENT, "2026-12-18")],
  ["Recall letter", lotLetter(CLIENT, "NC-2231")],
  ["Adverse-event report", adverseEvent(VISIT, "2026-11-20")],
  ["Whole record", { is: "whole_record", client: CLIENT }],
];

describe("a paper before it is filed", () => {
  it.each(ALL)("names itself and has nothing for axe to find: %s", async (name, paper) => {
    const { container } = openPage({ at: "paper", paper }, visitDesk(SIGNED_VISIT));
    await heading(name);
    expect(await findings(container), "no finding").toEqual([]);
  });

  it("is shown, then printed by one key with the bytes that were shown", async () => {
    const { user, requests } = openPage({ at: "paper", paper: { is: "treatment_record", visit: VISIT } });
    await screen.findByTitle(/Referral, 1 page/);
    await user.keyboard("{Control>}p{/Control}");
    await screen.findByText(/Printed, and saved to documents/);
    expect(requests("paper_print"), "the token of what was shown").toEqual([{ token: PAPER.token, n_copies: 1, printer: null }]);
  });

  it("waits for what only a person knows, and says which field is missing", async () => {
    const refused = new Refused("bad_input", "1 field is wrong.", [{ path: "paper.reason", words: "Fill this in." }]);
    let isFirst = true;
    const { user, requests } = openPage({ at: "paper", paper: referral(CLIENT) }, {
      paper_prepare: () => {
        if (isFirst) { isFirst = false; throw refused; }
        return PAPER;
      },
    });
    await heading("Referral letter");
    expect(await screen.findByText("A-000217"), "whose letter it is stands over the form").toBeTruthy();
    expect(requests("paper_prepare"), "nothing is made of an empty form").toEqual([]);
    expect(button(/Print 1 copy/).disabled, "and nothing is printed").toBe(true);
    await user.type(screen.getByLabelText("To"), "Dr Kelly");
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(await screen.findAllByText("Fill this in."), "beside its field, and in the list that leads to it").toHaveLength(2);
    await user.type(screen.getByLabelText("Why the client is sent"), "A spot that grows");
    await user.click(button(/Show the paper/));
    await waitFor(() => expect(button(/Print 1 copy/).disabled, "now it may be printed").toBe(false));
  });

  it("is not printed while what is typed is not on it", async () => {
    const { user } = openPage({ at: "paper", paper: plan(VISIT) });
    await screen.findByTitle(/1 page/);
    expect(button(/Print 1 copy/).disabled, "as it was shown").toBe(false);
    await user.type(screen.getByLabelText("What the client wants to reach"), "Softer scars");
    expect(button(/Print 1 copy/).disabled, "the paper says something else").toBe(true);
    await user.click(button(/Show it again/));
    await waitFor(() => expect(button(/Print 1 copy/).disabled, "shown again").toBe(false));
  });

  it("is had in large letters, but for a label", async () => {
    const { user, requests } = openPage({ at: "paper", paper: { is: "consent_blank", visit: VISIT } });
    await user.click(await screen.findByRole("radio", { name: "Large, 18 pt" }));
    await waitFor(() => expect(requests("paper_prepare").at(-1), "made anew").toMatchObject({ letters: "large" }));
  });

  it("has one size where it is a label", async () => {
    openPage({ at: "paper", paper: tubeLabel(VISIT, "Europe/London") }, { paper_prepare: () => ({ ...PAPER, may_be_large: false }) });
    await screen.findByTitle(/1 page/);
    expect(screen.queryByRole("radio", { name: "Large, 18 pt" }), "nothing to choose").toBeNull();
  });

  it("says what became of it where the printer failed, and tries again", async () => {
    const row = { ...PAPER, id: "d1", number: "A-000044", filed_at: "2026-11-20T14:00:00Z" };
    const { user } = openPage({ at: "paper", paper: { is: "treatment_record", visit: VISIT } }, {
      paper_print: () => ({ document: row, was_printed: false, why_not: "No printer." }),
    });
    await screen.findByTitle(/1 page/);
    await user.click(button(/Print 1 copy/));
    expect(await screen.findByText("No printer."), "why").toBeTruthy();
    expect(screen.getByText(/Saved to documents as A-000044, not printed/), "and that it is safe").toBeTruthy();
  });
});

describe("the way to a paper", () => {
  it("leads from the client's documents", async () => {
    const { user, requests } = openPage({ at: "client", client: CLIENT, tab: "documents" });
    await user.click(await screen.findByRole("button", { name: "Whole record" }));
    await heading("Whole record");
    expect(requests("paper_prepare"), "it is made at once").toMatchObject([{ paper: { is: "whole_record", client: CLIENT } }]);
  });

  it("leads from the consent to the form for paper, by a key", async () => {
    const { user, requests } = openPage({ at: "visit", visit: AGREED.id, step: "consent" }, visitDesk(AGREED));
    await screen.findByRole("button", { name: /Sign on paper/ });
    await user.keyboard("{Alt>}p{/Alt}");
    await heading("Consent to sign on paper");
    expect(requests("paper_prepare"), "of this visit").toMatchObject([{ paper: { is: "consent_blank", visit: AGREED.id } }]);
  });

  it("leads from the consent to its pages that came back signed, by a key", async () => {
    const { user } = openPage({ at: "visit", visit: AGREED.id, step: "consent" }, visitDesk(AGREED));
    await screen.findByRole("button", { name: /Signed pages are back/ });
    await user.keyboard("{Alt>}b{/Alt}");
    expect(await heading("Signed pages"), "where they are filed").toBeTruthy();
  });

  it("leads from a signed visit to its record", async () => {
    const { user } = openPage({ at: "visit", visit: SIGNED_VISIT.id, step: "sign" }, visitDesk(SIGNED_VISIT));
    await user.click(await screen.findByRole("button", { name: "Treatment record" }));
    expect(await heading("Treatment record"), "shown before it is filed").toBeTruthy();
  });

  it("leads from a lot to a letter to each who was treated with it", async () => {
    const client = { id: CLIENT, number: "A-000217", family: "Halvorsen", given: "Ines", preferred: "", title: "Ms", born_on: "1988-03-14", age: 38, phone: "", last_visit_on: null, is_hidden: false };
    const { user, container, requests } = openPage({ at: "clients" }, {
      lot_find: () => [{ client, visit: VISIT, visit_on: "2026-11-20", product: "Cartridge 12" }],
    });
    await user.type(await screen.findByLabelText("Lot, as on the label"), "NC-2231{Enter}");
    await screen.findByText(/Cartridge 12/);
    expect(requests("lot_find"), "as it was typed").toEqual([{ lot: "NC-2231" }]);
    expect(await findings(container), "no finding").toEqual([]);
    await user.click(button(/Write the letter/));
    expect(await screen.findByDisplayValue("NC-2231"), "the lot goes along").toBeTruthy();
  });
});
