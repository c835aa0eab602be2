// Settings of the clinic, and its backups.
import { screen, waitFor } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { BACKUP, DESK, SETTINGS } from "../gallery/people-sample";
import { findings, openPage } from "../gallery/practice";
import { Refused } from "../lib/backend/backend";

const box = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const button = (name: string | RegExp) => screen.getByRole("button", { name });
const refused = (words: string, ...fields: { path: string; words: string }[]) =>
  Promise.reject(new Refused(fields.length > 0 ? "bad_input" : "refused", words, fields));

describe("settings", () => {
  it("says which second folder is away and marks the box of one that cannot be", async () => {
    const words = "Name a folder outside the vault by its full path.";
    const { user } = openPage({ at: "settings" }, {
      settings_view: () => ({ ...SETTINGS, anchor_missed: true }),
      settings_save: () => refused("One field needs a look.", { path: "anchor_folder", words }),
    });
    expect(await screen.findByText(/could not be written to.*vault-anchors/), "where, and what to do").toBeTruthy();
    await user.type(box("Folder on another disk"), "stick");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(box("Folder on another disk").getAttribute("aria-invalid"), "the box itself is marked").toBe("true"));
  });

  it("are saved on top of the version they were read from", async () => {
    const { user, requests } = openPage({ at: "settings" });
    await user.click(await screen.findByRole("button", { name: "One minute later" }));
    await user.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByText("Settings saved");
    expect(requests("settings_save"), "one minute more").toEqual([{ clinic: { ...SETTINGS.clinic, lock_after_minutes: 6 }, based_on: 2, anchor_folder: "" }]);
  });

  it("choose the folder of the backups and save the clinic on top of it", async () => {
    const folder = "/media/clinic/disk";
    const words = "Last backup 20-Nov-2026 14:00.";
    let version = SETTINGS.version;
    const { user, requests } = openPage({ at: "settings" }, {
      settings_view: () => ({ ...SETTINGS, version }),
      backup_folder_choose: () => ({ ...BACKUP, folder, last_good_at: null, words: version++ ? words : "" }),
    });
    await user.click(await screen.findByRole("button", { name: "Choose the folder…" }));
    expect(await screen.findByText(folder), "where they go").toBeTruthy();
    await user.click(button("One minute later"));
    await user.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByText("Settings saved");
    expect(requests("settings_save")[0], "on top of the new version").toMatchObject({ based_on: 3 });
  });

  it("make a backup and say why there is none", async () => {
    const full = "Not saved: the disk is full.";
    const { user } = openPage({ at: "settings" }, { backup_make: () => refused(full) });
    await user.click(await screen.findByRole("button", { name: "Back up now" }));
    expect(await screen.findByText(full), "in plain words").toBeTruthy();
  });

  it("show a refused field beside its box and keep what was typed", async () => {
    const words = "Write something here.";
    const { user } = openPage({ at: "settings" }, { settings_save: () => refused("One field needs a look.", { path: "clinic.name", words }) });
    await user.clear(await screen.findByLabelText("Name of the clinic"));
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect((await screen.findAllByText(words)).length, "in the list and at the field").toBe(2);
  });

  it("are only shown to whoever does not administer", async () => {
    const session = DESK.session && { ...DESK.session, roles: ["practitioner" as const] };
    openPage({ at: "settings" }, { desk_view: () => ({ ...DESK, session }) });
    await screen.findByText("Only an administrator changes these.");
    expect(screen.queryByRole("button", { name: "Save settings" }), "nothing to press").toBeNull();
  });

  it("have nothing for axe to find", async () => {
    const { container } = openPage({ at: "settings" });
    await screen.findByLabelText("Name of the clinic");
    expect(await findings(container), "no finding").toEqual([]);
  });
});
