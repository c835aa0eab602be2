// Pages that were signed on paper, as a practitioner files them: chosen, told apart, confirmed.
import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { RECORD } from "../gallery/people-sample";
import { findings, openPage } from "../gallery/practice";
import { DOCUMENT, file, form, pages } from "../gallery/signed-sample";
import { visitDesk } from "../gallery/visit-desk";
import { AGREED } from "../gallery/visit-sample";
import { Refused } from "../lib/backend/backend";
import type { Commands } from "../lib/backend/contract";
import type { Answers } from "../lib/backend/fake";

const open = (answers: Answers<Commands> = {}) => openPage({ at: "signed_pages" }, { signed_pages_choose: () => pages(), ...answers });
const button = (name: string | RegExp) => screen.findByRole("button", { name });

describe("files dropped on the window", () => {
  const drop = () => window.dispatchEvent(new Event("filesdropped"));

  it("are taken for pages that came back signed, from any screen", async () => {
    const { requests } = openPage({ at: "today" });
    await screen.findByRole("heading", { level: 1, name: "Today" });
    drop();
    await screen.findByRole("heading", { level: 1, name: "Signed pages" });
    await waitFor(() => expect(requests("signed_pages_choose"), "asked for once").toEqual([{ token: null }]));
  });

  it("are taken for them where a client reads the consent", async () => {
    const { requests } = openPage({ at: "visit", visit: AGREED.id, step: "consent" }, visitDesk(AGREED));
    await screen.findByRole("button", { name: /Signed pages are back/ });
    drop();
    await screen.findByRole("heading", { level: 1, name: "Signed pages" });
    await waitFor(() => expect(requests("signed_pages_choose"), "asked for once").toHaveLength(1));
  });

  it("are added to the pages that are there", async () => {
    const { requests } = openPage({ at: "signed_pages" });
    await screen.findByRole("heading", { level: 1, name: "Signed pages" });
    drop();
    await waitFor(() => expect(requests("signed_pages_choose"), "asked for at once").toHaveLength(1));
  });

});

describe("signed pages", () => {
  it("are chosen, and show whose they are and what they will mean", async () => {
    const { user, container, requests } = open();
    await user.click(await button("Choose photos or scans"));
    expect(await screen.findByText("They will count as the consent to what is planned."), "what filing them means").toBeTruthy();
    expect(screen.getByText(/HALVORSEN/), "whose they are").toBeTruthy();
    expect(screen.getByText("Signed by Ines Halvorsen"), "who signs").toBeTruthy();
    expect(requests("signed_pages_choose"), "the page names no path").toEqual([{ token: null }]);
    expect(await findings(container), "for everybody").toEqual([]);
  });

  it("are filed with what stands on the paper, signed for with the PIN", async () => {
    const { user, requests } = open({ signed_pages_file: () => ({ client: RECORD.banner.id, visit: null, consent: "c-1", number: "A-000044" }) });
    await user.click(await button("Choose photos or scans"));
    const filing = await button("File as the signed consent");
    expect(filing.hasAttribute("disabled"), "nobody files without a secret").toBe(true);
    await user.type(screen.getByLabelText(/^Practitioner’s/), "4711");
    await user.click(filing);
    expect(screen.getAllByText("Type the day on the paper.").length, "the day is asked for").toBeGreaterThan(0);
    expect(requests("signed_pages_file"), "and nothing was sent").toEqual([]);
    const day = within(screen.getByRole("group", { name: /Day of the signature/ }));
    await user.type(day.getByLabelText("Day"), "20");
    await user.type(day.getByLabelText("Month"), "11");
    await user.type(day.getByLabelText("Year"), "2026");
    await user.type(screen.getByLabelText("Time of the signature"), "14.10");
    await user.click(screen.getByRole("checkbox", { name: "All 5 boxes for initials are filled" }));
    await user.selectOptions(screen.getByLabelText("How the client was identified"), "Known to me");
    await user.click(await button("File as the signed consent"));
    expect(await screen.findByText("A-000044 is filed as the signed consent."), "it says so").toBeTruthy();
    expect(requests("signed_pages_file"), "as the paper says").toMatchObject([
      { token: "t-1", document: DOCUMENT, counts: true, signed_on: "2026-11-20", signed_time: "14:10", has_all_initials: true, identity_check: "Known to me", secret: "4711" },
    ]);
  });

  it("that are missing are named, and nothing can be filed", async () => {
    const { user } = open({
      signed_pages_choose: () => pages({ files: [file(1)], document: form({ missing: [2] }), problems: ["Page 2 is missing. Add its photo or scan."] }),
    });
    await user.click(await button("Choose photos or scans"));
    await screen.findByText("Page 2 is missing. Add its photo or scan.");
    expect(screen.queryByRole("button", { name: /^File/ }), "there is nothing to press").toBeNull();
    expect(await button("Add pages"), "but to add it").toBeTruthy();
  });

  it("that cannot be read are asked about", async () => {
    const unread = file(2, { pages: [{ at: 1, words: "Its code cannot be read. Say which page it is.", state: "open" }] });
    const { user, requests } = open({
      signed_pages_choose: () => pages({ files: [file(1), unread], document: form({ missing: [2] }), problems: ["A page cannot be read."] }),
      signed_page_say: () => pages(),
    });
    await user.click(await button("Choose photos or scans"));
    await user.selectOptions(await screen.findByLabelText("Which page is it?"), "Page 2");
    expect(requests("signed_page_say"), "a person said it").toEqual([{ token: "t-1", file: "file-2", at: 1, page: 2 }]);
    expect(await button("File as the signed consent"), "now they are whole").toBeTruthy();
  });

  it("without any code ask for client and document", async () => {
    const unread = file(1, { pages: [{ at: 1, words: "Its code cannot be read.", state: "open" }] });
    const { user } = open({ signed_pages_choose: () => pages({ files: [unread], document: null, problems: ["No page says which document it is of."] }) });
    await user.click(await button("Choose photos or scans"));
    expect(await screen.findByText("Whose pages are these?"), "nothing is guessed").toBeTruthy();
    expect(screen.getByRole("combobox", { name: "Client" }), "a person says it").toBeTruthy();
  });

  it("say why they cannot be taken, and nothing when the dialog was closed", async () => {
    let n = 0;
    const { user } = open({
      signed_pages_choose: () => Promise.reject(n++ === 0 ? new Refused("cancelled", "The dialog was closed.", []) : new Refused("refused", "The reader could not be started.", [])),
    });
    await user.click(await button("Choose photos or scans"));
    expect(screen.queryAllByRole("alert").map((alert) => alert.textContent.trim()).join(""), "whoever closed it knows").toBe("");
    await user.click(await button("Choose photos or scans"));
    expect(await screen.findByText("The reader could not be started."), "one sentence").toBeTruthy();
  });
});
