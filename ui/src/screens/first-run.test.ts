// The first run: a clinic and its vault from four steps.
import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { DESK, KEY } from "../gallery/people-sample";
import { findings, openPage } from "../gallery/practice";
import { Refused } from "../lib/backend/backend";
import type { Commands, DeskView } from "../lib/backend/contract";
import type { Answers } from "../lib/backend/fake";

const FIRST_RUN: DeskView = { ...DESK, phase: "first_run", session: null, users: [] };

const box = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const button = (name: string | RegExp) => screen.getByRole("button", { name });
const heading = (name: string | RegExp) => screen.findByRole("heading", { level: 1, name });
const refused = (words: string, ...fields: { path: string; words: string }[]) =>
  Promise.reject(new Refused(fields.length > 0 ? "bad_input" : "refused", words, fields));

describe("first run", () => {
  type Page = ReturnType<typeof openPage>;
  const openFirstRun = (more: Answers<Commands> = {}) =>
    openPage({ at: "today" }, { desk_view: () => FIRST_RUN, vault_create: () => DESK, ...more });

  async function fillClinic({ user }: Page) {
    await user.type(await screen.findByLabelText("Name of the clinic"), "Clinic on the Quay");
    await user.type(box("Address"), "1 Quay Street");
    await user.type(box("Telephone"), "0117 496 0011");
    await user.type(box("Telephone when the clinic is closed"), "0117 496 0099");
    await user.click(screen.getByRole("radio", { name: "United Kingdom" }));
    await user.click(screen.getByRole("radio", { name: "A4" }));
    await user.keyboard("{Control>}{Enter}{/Control}");
  }

  async function fillPractitioner({ user }: Page) {
    await user.type(await screen.findByLabelText("Your name"), "Mara Okafor");
    await user.click(screen.getByRole("radio", { name: "1.5 mm" }));
    await user.click(screen.getByRole("radio", { name: "No" }));
    await user.type(box("Password"), "four words that fit");
    await user.keyboard("{Control>}{Enter}{/Control}");
  }

  async function fillKey({ user }: Page) {
    await user.click(await screen.findByRole("button", { name: "I have written it down" }));
    for (const asked of KEY.ask) await user.type(box(`Group ${asked + 1}`), (KEY.groups[asked] ?? "").toLowerCase());
    await user.keyboard("{Control>}{Enter}{/Control}");
  }

  it("makes the vault from four steps", async () => {
    const page = openFirstRun();
    await fillClinic(page);
    await fillPractitioner(page);
    await fillKey(page);
    await page.user.click(await screen.findByRole("radio", { name: "Yes" }));
    await page.user.keyboard("{Control>}{Enter}{/Control}");
    await heading("Today");
    expect(page.requests("vault_create")[0], "everything that was typed").toMatchObject({
      clinic: { name: "Clinic on the Quay", jurisdiction: "GB", time_zone: "Europe/London", paper: "a4", lock_after_minutes: 5 },
      practitioner: { name: "Mara Okafor", max_depth_um: 1500, prescribes: false },
      password: "four words that fit",
      with_sample_clients: "add",
    });
  });

  it("says what is missing beside the fields and in one list, and goes no further", async () => {
    const { user } = openFirstRun();
    await screen.findByLabelText("Name of the clinic");
    await user.keyboard("{Control>}{Enter}{/Control}");
    const summary = await screen.findByRole("alert");
    expect(within(summary).getAllByRole("link").length, "six fields").toBe(6);
    expect(box("Name of the clinic").getAttribute("aria-invalid"), "the field knows").toBe("true");
    await user.click(within(summary).getByRole("link", { name: "Write the name of the clinic." }));
    expect(document.activeElement, "the list leads to the field").toBe(box("Name of the clinic"));
  });

  it("says the rule of the password before it is typed and holds to it", async () => {
    const page = openFirstRun();
    await fillClinic(page);
    await screen.findByText(/^At least 15 characters/);
    await page.user.type(box("Password"), "too short");
    await page.user.keyboard("{Control>}{Enter}{/Control}");
    expect(screen.getAllByText(/^Use at least 15 characters/).length, "in the list and at the field").toBe(2);
    expect(box("Password").value, "what was typed stays").toBe("too short");
  });

  it("hides the key while its groups are typed back, and refuses a wrong one", async () => {
    const page = openFirstRun();
    await fillClinic(page);
    await fillPractitioner(page);
    await screen.findByText("K7QM");
    await page.user.click(button("I have written it down"));
    expect(screen.queryByText("K7QM"), "out of sight").toBeNull();
    await page.user.type(box("Group 2"), "WRONG");
    await page.user.keyboard("{Control>}{Enter}{/Control}");
    expect(screen.getAllByText(/^Group 2 is not the one that was shown/).length, "in the list and at the field").toBe(2);
  });

  it("loses nothing on the way back", async () => {
    const page = openFirstRun();
    await fillClinic(page);
    await fillPractitioner(page);
    await page.user.click(await screen.findByRole("button", { name: "Back" }));
    expect((await screen.findByLabelText<HTMLInputElement>("Your name")).value, "still typed").toBe("Mara Okafor");
    await page.user.click(button(/Clinic/));
    expect((await screen.findByLabelText<HTMLInputElement>("Address")).value, "and one step further back").toBe("1 Quay Street");
  });

  it("shows what the desk refuses at the step it belongs to", async () => {
    const words = "This password is one of the first that others would try. Choose another.";
    const page = openFirstRun({ vault_create: () => refused("One field needs a look.", { path: "password", words }) });
    await fillClinic(page);
    await fillPractitioner(page);
    await fillKey(page);
    await page.user.click(await screen.findByRole("radio", { name: "No" }));
    await page.user.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByLabelText("Your name");
    expect(screen.getAllByText(words).length, "in the list and at the field").toBe(2);
    expect(box("Password").value, "what was typed stays").toBe("four words that fit");
  });

  it("has nothing for axe to find", async () => {
    const page = openFirstRun();
    await screen.findByLabelText("Name of the clinic");
    expect(await findings(page.container), "no finding").toEqual([]);
  });
});
