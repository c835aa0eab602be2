// The day: who is here, who comes, what is owed.
import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { place } from "../app/place.svelte";
import { BACKUP, CONSENTS, ROWS, TODAY } from "../gallery/people-sample";
import { findings, openPage } from "../gallery/practice";
import { Refused } from "../lib/backend/backend";

const box = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const button = (name: string | RegExp) => screen.getByRole("button", { name });
const refused = (words: string, ...fields: { path: string; words: string }[]) =>
  Promise.reject(new Refused(fields.length > 0 ? "bad_input" : "refused", words, fields));

describe("today", () => {
  it("shows who is here, who comes next and who has been", async () => {
    openPage();
    await screen.findByText("LIND, Per");
    const lists = ["Now", "Next", "Done 1"].map((name) => within(screen.getByRole("region", { name })).getAllByRole("listitem").length);
    expect(lists, "two here, two to come, one done").toEqual([2, 2, 1]);
    expect(screen.getByText("2 consent copies are owed"), "what waits").toBeTruthy();
    expect(screen.getByText("Rules to be approved by the clinic"), "until a prescriber has").toBeTruthy();
  });

  it("says that there is no backup, and what to do", async () => {
    const words = "Choose a folder on another disk in Settings.";
    openPage({ at: "today" }, { backup_view: () => ({ ...BACKUP, folder: null, standing: "none", last_good_at: null, words }) });
    expect(await screen.findByText(words), "what to do").toBeTruthy();
    expect(screen.getByText("No backup yet"), "in the list of what waits").toBeTruthy();
  });

  it("hands an owed copy over, and says why when the printer does not take it", async () => {
    let works = false;
    const { user, requests } = openPage({ at: "today" }, {
      copy_give: () => (works ? { copy: "printed", why_not: null, owed: [] } : { copy: "owed", why_not: "No printer is there.", owed: [] }),
    });
    await user.click(await screen.findByRole("button", { name: "Print the copy, HALVORSEN, Ines" }));
    expect(await screen.findByText("No printer is there."), "and it is still owed").toBeTruthy();
    works = true;
    await user.click(screen.getByRole("button", { name: "Print the copy, HALVORSEN, Ines" }));
    await waitFor(() => expect(screen.queryByText("No printer is there."), "it came out").toBeNull());
    expect(requests("copy_give").at(-1), "that one").toEqual({ consent: CONSENTS[0]?.id, fate: "printed" });
  });

  it("is walked with the arrows and opened with Enter", async () => {
    const { user } = openPage();
    (await screen.findByRole("button", { name: /LIND, Per Peel/ })).focus();
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement?.textContent, "the next line").toContain("BEŁŻECKA-SZYMAŃSKA");
    await user.keyboard("{Enter}");
    expect(place.now, "the client of that line").toEqual({ at: "client", client: ROWS[4]?.id });
  });

  it("writes an appointment down with the keyboard alone", async () => {
    const { user, requests } = openPage({ at: "today" }, { appointment_save: () => TODAY });
    await screen.findByText("LIND, Per");
    await user.click(button("New appointment"));
    await user.keyboard("okor");
    await screen.findByRole("option", { name: /OKORO, Ada/ });
    await user.keyboard("{Enter}{Tab}1730{Tab}Peel{Control>}{Enter}{/Control}");
    await waitFor(() =>
      expect(requests("appointment_save"), "who, when and what for").toEqual([{ client: ROWS[2]?.id, on: "2026-11-20", starts: "17:30", purpose: "Peel" }]),
    );
  });

  it("keeps a refused appointment as it was typed", async () => {
    const words = "There is no such time. Use hours and minutes, for example 14:30.";
    const { user } = openPage({ at: "today" }, { appointment_save: () => refused("One field needs a look.", { path: "starts", words }) });
    await screen.findByText("LIND, Per");
    await user.click(button("New appointment"));
    await user.keyboard("okor");
    await screen.findByRole("option", { name: /OKORO, Ada/ });
    await user.keyboard("{Enter}{Tab}half five{Control>}{Enter}{/Control}");
    expect((await screen.findAllByText(words)).length, "in the list and at the field").toBe(2);
    expect(box("Time").value, "what was typed stays").toBe("half five");
    expect(screen.getByRole<HTMLInputElement>("combobox", { name: "Client" }).value, "and who was chosen").toBe("OKORO, Ada");
  });

  it("cancels at once and puts it back as it was", async () => {
    const { user, requests } = openPage({ at: "today" }, { appointment_cancel: () => TODAY, appointment_save: () => TODAY });
    await user.click(await screen.findByRole("button", { name: "Cancel appointment, 15:00 LIND, Per" }));
    await screen.findByText("15:00 LIND, Per was taken out of today.");
    await user.click(button("Undo"));
    expect(requests("appointment_save"), "the same appointment").toEqual([
      { client: ROWS[3]?.id, on: "2026-11-20", starts: "15:00", purpose: "Peel" },
    ]);
  });

  it("says in place why a visit cannot begin", async () => {
    const { user } = openPage({ at: "today" }, { visit_start: () => refused("Your role does not allow this.") });
    await user.click(await screen.findByRole("button", { name: "Start visit, 15:00 LIND, Per" }));
    expect(await screen.findByText("Your role does not allow this."), "the desk's words").toBeTruthy();
    expect(place.now.at, "still here").toBe("today");
  });

  it("has one sentence and one thing to do when nobody is expected", async () => {
    openPage({ at: "today" }, { today_view: () => ({ ...TODAY, appointments: [], open_visits: [], signed_visits: [] }) });
    await screen.findByText(/^Nobody is expected today/);
    expect(button("Write an appointment down"), "the way on").toBeTruthy();
  });

  it("has nothing for axe to find", async () => {
    const { container } = openPage();
    await screen.findByText("LIND, Per");
    expect(await findings(container), "no finding").toEqual([]);
  });
});
