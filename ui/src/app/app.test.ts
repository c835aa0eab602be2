// The way through the page: lock, search, record, visit, and back.
import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { afterEach, describe, expect, it, vi } from "vitest";
import { DESK, RECORD, ROWS } from "../gallery/people-sample";
import { findings, openPage } from "../gallery/practice";
import { Refused } from "../lib/backend/backend";
import type { ClientRow, DeskView, VisitView } from "../lib/backend/contract";
import { TOUCH_EVERY_MS } from "./idle";
import { place } from "./place.svelte";

const LOCKED: DeskView = { ...DESK, phase: "locked", session: null };
const NO_PIN: DeskView = { ...DESK, session: DESK.session && { ...DESK.session, has_pin: false } };
const VISIT = { id: "0199a000-0000-7000-8002-000000000077" } as VisitView;
const unlocks = { desk_view: () => LOCKED };

const box = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const search = () => screen.getByRole<HTMLInputElement>("combobox");
const heading = (name: string | RegExp) => screen.findByRole("heading", { level: 1, name });

describe("the lock screen", () => {
  it("opens the day with the password", async () => {
    const { user, requests } = openPage({ at: "today" }, unlocks);
    await user.type(await screen.findByLabelText("Password"), "four words that fit{Enter}");
    await heading("Today");
    expect(requests("vault_unlock"), "the person and the password").toEqual([{ user: DESK.users[0]?.id, password: "four words that fit" }]);
  });

  it("says what is wrong and lets the next try begin at once", async () => {
    const words = "The password is not right.";
    const { user } = openPage({ at: "today" }, { ...unlocks, vault_unlock: () => Promise.reject(new Refused("wrong_secret", words)) });
    await user.type(await screen.findByLabelText("Password"), "not the one{Enter}");
    expect(await screen.findByText(words), "the desk's own words beside the field").toBeTruthy();
    expect(box("Password").value, "empty again for the next try").toBe("");
    expect(document.activeElement, "and still under the fingers").toBe(box("Password"));
  });

  it("counts down while another try is not allowed", async () => {
    const throttled = () => Promise.reject(new Refused("throttled", "Too many wrong passwords.", [], 30));
    const { user, requests } = openPage({ at: "today" }, { ...unlocks, vault_unlock: throttled });
    await user.type(await screen.findByLabelText("Password"), "not the one{Enter}");
    expect(await screen.findByText(/^Wait 30 seconds/), "how long").toBeTruthy();
    await user.type(screen.getByLabelText("Password"), "again{Enter}");
    expect(requests("vault_unlock").length, "nothing is sent before its time").toBe(1);
  });

  it("offers a PIN to whoever has none, and goes on without", async () => {
    const { user, requests } = openPage({ at: "today" }, { ...unlocks, vault_unlock: () => NO_PIN });
    await user.type(await screen.findByLabelText("Password"), "four words that fit{Enter}");
    await heading("A PIN to sign and unlock");
    await user.keyboard("4821{Enter}");
    await heading("Today");
    expect(requests("pin_set"), "the PIN as typed").toEqual([{ pin: "4821" }]);
  });

  it("opens the records with the recovery key and a new password", async () => {
    const { user, requests } = openPage({ at: "today" }, { ...unlocks, vault_recover: () => DESK });
    await user.click(await screen.findByRole("button", { name: "Use the recovery key" }));
    await user.type(await screen.findByLabelText("Recovery key"), "K7QM 2XWP 9FDA");
    await user.type(screen.getByLabelText("New password"), "another four words");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await heading("Today");
    expect(requests("vault_recover"), "key, person and password").toEqual([
      { recovery_key: "K7QM 2XWP 9FDA", user: DESK.users[0]?.id, password: "another four words" },
    ]);
  });

  it("has nothing for axe to find", async () => {
    const { container } = openPage({ at: "today" }, unlocks);
    await screen.findByLabelText("Password");
    expect(await findings(container), "no finding").toEqual([]);
  });
});

describe("locking", () => {
  afterEach(() => void vi.useRealTimers());

  it("takes every client off the screen at once, and unlocking leads back to the same place", async () => {
    const { user, requests } = openPage({ at: "client", client: RECORD.banner.id });
    await heading(/HALVORSEN/);
    await user.keyboard("{Control>}l{/Control}");
    expect(await screen.findByLabelText("Password"), "the lock screen").toBeTruthy();
    expect(document.body.textContent, "no name is left").not.toContain("HALVORSEN");
    expect(requests("vault_lock").length, "the vault is shut").toBe(1);
    await user.keyboard("four words that fit{Enter}");
    await heading(/HALVORSEN/);
  });

  it("closes the screen even when the desk cannot be reached", async () => {
    const { user } = openPage({ at: "client", client: RECORD.banner.id }, { vault_lock: () => Promise.reject(new Refused("host", "No answer.")) });
    await heading(/HALVORSEN/);
    await user.keyboard("{Control>}l{/Control}");
    expect(await screen.findByLabelText("Password"), "the lock screen").toBeTruthy();
  });

  it("happens when any call finds the vault shut", async () => {
    openPage({ at: "client", client: RECORD.banner.id }, { client_open: () => Promise.reject(new Refused("locked", "Unlock first.")) });
    expect(await screen.findByLabelText("Password"), "the lock screen").toBeTruthy();
  });

  it("never leads another person to where the last one was", async () => {
    const other = { ...DESK, session: DESK.session && { ...DESK.session, user: "0199a000-0000-7000-8001-000000000009" } };
    let view = DESK;
    const { user } = openPage({ at: "today" }, { ...unlocks, vault_unlock: () => view });
    await user.type(await screen.findByLabelText("Password"), "four words that fit{Enter}");
    await heading("Today");
    place.go({ at: "client", client: RECORD.banner.id });
    await heading(/HALVORSEN/);
    view = other;
    await user.keyboard("{Control>}l{/Control}");
    await user.type(await screen.findByLabelText("Password"), "their own four words{Enter}");
    await heading("Today");
  });

  it("comes by itself when nobody has touched the computer for the clinic's minutes", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { requests } = openPage();
    await heading("Today");
    await vi.advanceTimersByTimeAsync(4 * 60_000);
    await fireEvent.keyDown(document.body, { key: "Shift" });
    await vi.advanceTimersByTimeAsync(4 * 60_000);
    expect(requests("vault_lock").length, "a key began the minutes anew").toBe(0);
    await vi.advanceTimersByTimeAsync(60_001);
    expect(requests("vault_lock").length, "five minutes without a key").toBe(1);
  });

  it("tells the desk that somebody is there, and not at every key", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { requests } = openPage();
    await heading("Today");
    for (let press = 0; press < 10; press += 1) await fireEvent.keyDown(document.body, { key: "Shift" });
    expect(requests("session_touch").length, "ten keys, one call").toBe(1);
    await vi.advanceTimersByTimeAsync(TOUCH_EVERY_MS);
    await fireEvent.keyDown(document.body, { key: "Shift" });
    expect(requests("session_touch").length, "again after its time").toBe(2);
  });
});

describe("the search box", () => {
  it("opens a client in six presses and starts the visit in one more", async () => {
    const { user, requests } = openPage({ at: "today" }, { visit_start: () => VISIT, visit_open: () => new Promise(() => undefined) });
    await heading("Today");
    await user.keyboard("{Control>}k{/Control}");
    await user.keyboard("halv");
    await user.keyboard("{Enter}");
    await heading(/HALVORSEN/);
    await screen.findByRole("button", { name: "Start visit" });
    await user.keyboard("{Alt>}s{/Alt}");
    await waitFor(() => expect(requests("visit_start"), "for this client").toEqual([{ client: ROWS[0]?.id }]));
    expect(place.now, "the visit's own screen").toEqual({ at: "visit", visit: VISIT.id });
  });

  it("takes the first line of the newest answer, however quick the fingers are", async () => {
    const late: ((rows: ClientRow[]) => void)[] = [];
    const { user } = openPage({ at: "today" }, { client_search: () => new Promise((answer) => late.push(answer)) });
    await heading("Today");
    await user.keyboard("{Control>}k{/Control}oko");
    await waitFor(() => expect(late.length, "asked").toBeGreaterThan(0));
    await user.keyboard("r{Enter}");
    await waitFor(() => expect(late.length, "asked again").toBeGreaterThan(1));
    late.at(-1)?.(ROWS.slice(2, 3));
    late[0]?.(ROWS.slice(0, 1));
    await waitFor(() => expect(place.now, "the answer to the whole word").toEqual({ at: "client", client: ROWS[2]?.id }));
  });

  it("offers a new client when nobody matches", async () => {
    const { user } = openPage();
    await heading("Today");
    await user.keyboard("{Control>}k{/Control}zoltan");
    await screen.findByRole("option", { name: /No client matches “zoltan”/ });
    await user.keyboard("{Enter}");
    await heading("New client");
    expect(box("Family name").value, "what was typed is there already").toBe("zoltan");
  });

  it("walks with the arrows and runs commands", async () => {
    const { user } = openPage();
    await heading("Today");
    await user.keyboard("{Control>}k{/Control}{ArrowDown}{ArrowDown}");
    expect(search().getAttribute("aria-activedescendant"), "the third command is marked").toBe("find-clients");
    await user.keyboard("{Enter}");
    await heading("Clients");
  });

  it("is emptied by Escape", async () => {
    const { user } = openPage();
    await heading("Today");
    await user.keyboard("{Control>}k{/Control}halv");
    await screen.findByRole("option", { name: /HALVORSEN/ });
    await user.keyboard("{Escape}");
    expect(search().value, "empty").toBe("");
    expect(screen.queryByRole("option", { name: /HALVORSEN/ }), "and closed").toBeNull();
  });

  it("names no client while a client is beside the screen", async () => {
    const { user } = openPage();
    await screen.findByText("LIND, Per");
    await user.keyboard("{F9}");
    expect(screen.queryByText("LIND, Per"), "the day is hidden").toBeNull();
    await user.click(screen.getByRole("button", { name: "New appointment" }));
    expect(screen.queryByRole("combobox", { name: "Client" }), "nor can others be looked up for an appointment").toBeNull();
    await user.keyboard("{Control>}k{/Control}halv");
    await screen.findByRole("option", { name: /Other clients are hidden/ });
    expect(screen.queryByText(/HALVORSEN/), "and so is whoever would match").toBeNull();
  });
});

describe("the page", () => {
  it("moves the focus to the heading of every new screen", async () => {
    const { user } = openPage();
    expect(await heading("Today"), "at the start").toBe(document.activeElement);
    await user.click(screen.getByRole("button", { name: "Settings" }));
    expect(await heading("Settings"), "after going there").toBe(document.activeElement);
  });

  it("says why there is no answer and tries again", async () => {
    let tries = 0;
    const { user } = openPage({ at: "today" }, {
      desk_view: () => (tries++ === 0 ? Promise.reject(new Refused("host", "The records could not be reached.")) : DESK),
    });
    await screen.findByText("The records could not be reached.");
    await user.click(screen.getByRole("button", { name: "Try again" }));
    await heading("Today");
  });
});
