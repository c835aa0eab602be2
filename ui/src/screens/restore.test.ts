// The way back from a backup as a person walks it: from the first run, and from a vault that is damaged.
import { screen, waitFor } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { DESK } from "../gallery/people-sample";
import { FOUND, WHOLE } from "../gallery/restore-sample";
import { findings, openPage } from "../gallery/practice";
import { Refused } from "../lib/backend/backend";
import type { Commands, DeskView } from "../lib/backend/contract";
import type { Answers } from "../lib/backend/fake";

const FIRST_RUN: DeskView = { ...DESK, phase: "first_run", session: null, users: [] };
const LOCKED: DeskView = { ...DESK, phase: "locked", session: null };
const damaged = () => Promise.reject(new Refused("damaged", "A part of the vault cannot be read."));
const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>("button", { name });
const go = (answers: Answers<Commands>) =>
  openPage({ at: "today" }, { backup_find: () => FOUND, backup_check: () => WHOLE, backup_restore: () => DESK, ...answers });
type Page = ReturnType<typeof go>;

const fromFirstRun = async (answers: Answers<Commands> = {}) => {
  const page = go({ desk_view: () => FIRST_RUN, ...answers });
  await page.user.click(await screen.findByRole("button", { name: "I have a backup" }));
  await screen.findByRole("heading", { level: 1, name: "Restore from a backup" });
  return page;
};

async function openBackup({ user }: Page) {
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText("212 clients, 940 visits, 1,800 documents and photos");
  if (screen.queryByLabelText("Whose password") !== null) await user.selectOptions(screen.getByLabelText("Whose password"), DESK.users[0]?.id ?? "");
  await user.type(screen.getByLabelText("Password on that day"), "four words that fit");
}

describe("restore", () => {
  it("gets the records back onto a new computer, by keyboard alone", async () => {
    const page = await fromFirstRun();
    await openBackup(page);
    expect(screen.queryByText(/Clinic on the Quay/), "nobody's clinic before it is opened").toBeNull();
    await page.user.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByText("Backup of Clinic on the Quay");
    await page.user.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByRole("heading", { level: 1, name: "Today" });
    const secret = { kind: "password", user: DESK.users[0]?.id, password: "four words that fit" };
    expect(page.requests("backup_restore"), "into an empty place").toEqual([{ secret, in_the_way: "refuse" }]);
  });

  it("is offered where the vault is damaged, and keeps that vault aside only when the person says so", async () => {
    const page = go({ desk_view: damaged, backup_find: () => ({ ...FOUND, set_aside_as: "/home/clinic/vault-set-aside-2026-11-22" }) });
    await page.user.click(await screen.findByRole("button", { name: "Get the records back from a backup" }));
    await openBackup(page);
    await page.user.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByText(/kept as \/home\/clinic\/vault-set-aside-2026-11-22/);
    expect(button(/^Restore and go on/).disabled, "not before it is said").toBe(true);
    await page.user.click(screen.getByRole("checkbox", { name: "Keep the damaged vault aside" }));
    await page.user.click(button(/^Restore and go on/));
    await screen.findByRole("heading", { level: 1, name: "Today" });
    expect(page.requests("backup_restore")[0], "and then it is").toMatchObject({ in_the_way: "set_aside" });
  });

  it("is offered at the lock screen when opening finds the damage, and only then", async () => {
    const page = go({ desk_view: () => ({ ...LOCKED, users: LOCKED.users.slice(0, 1) }), vault_unlock: damaged });
    await page.user.type(await screen.findByLabelText("Password"), "four words that fit");
    expect(screen.queryByRole("button", { name: /from a backup/ }), "a vault that opens is not replaced").toBeNull();
    await page.user.keyboard("{Enter}");
    await page.user.click(await screen.findByRole("button", { name: "Get the records back from a backup" }));
    await screen.findByRole("heading", { level: 1, name: "Restore from a backup" });
  });

  it("goes on to the recovery key where the recovery key opened the backup", async () => {
    const page = await fromFirstRun({ backup_restore: () => LOCKED });
    await page.user.click(button(/^Choose the folder/));
    await page.user.click(await screen.findByRole("radio", { name: "Recovery key" }));
    await page.user.type(screen.getByLabelText("Recovery key of the backup’s day"), "K7QM 22AB");
    await page.user.click(button(/^Check the backup/));
    await page.user.click(await screen.findByRole("button", { name: /^Restore and go on/ }));
    await screen.findByRole("heading", { level: 1, name: "Recovery" });
    expect(page.requests("backup_restore")[0], "as it was typed").toMatchObject({ secret: { kind: "recovery_key", recovery_key: "K7QM 22AB" } });
  });

  it("says in one sentence what is wrong with a backup, and what was typed stays", async () => {
    const words = "This backup is damaged: its records (vault.db) are not what was written. Nothing was restored. Use another backup.";
    const page = await fromFirstRun({ backup_check: () => Promise.reject(new Refused("damaged", words)) });
    await openBackup(page);
    await page.user.click(button(/^Check the backup/));
    await screen.findByText(words);
    expect(screen.getByLabelText<HTMLInputElement>("Password on that day").value, "for another backup").toBe("four words that fit");
    expect(screen.queryByRole("button", { name: /^Restore and go on/ }), "nothing to press").toBeNull();
  });

  it("checks again when another password is typed", async () => {
    const page = await fromFirstRun();
    await openBackup(page);
    await page.user.click(button(/^Check the backup/));
    await screen.findByText("Backup of Clinic on the Quay");
    await page.user.type(screen.getByLabelText("Password on that day"), "!");
    await waitFor(() => expect(screen.queryByText("Backup of Clinic on the Quay"), "it was for another password").toBeNull());
  });

  it("takes a dialog that was closed for no problem", async () => {
    const page = await fromFirstRun({ backup_find: () => Promise.reject(new Refused("cancelled", "The dialog was closed.")) });
    await page.user.click(button(/^Choose the folder/));
    expect(screen.queryByText("The dialog was closed."), "the person knows").toBeNull();
    expect(button(/^Choose the folder/), "and may choose again").toBeTruthy();
  });

  it("leads back to where it was opened from", async () => {
    const page = await fromFirstRun();
    await page.user.click(button("Back"));
    await screen.findByLabelText("Name of the clinic");
  });

  it("has nothing for axe to find", async () => {
    const page = await fromFirstRun({ backup_find: () => ({ ...FOUND, set_aside_as: "/home/clinic/vault-set-aside" }) });
    expect(await findings(page.container), "while choosing").toEqual([]);
    await openBackup(page);
    await page.user.click(button(/^Check the backup/));
    await screen.findByRole("checkbox", { name: "Keep the damaged vault aside" });
    expect(await findings(page.container), "while reading what it is").toEqual([]);
  });
});
