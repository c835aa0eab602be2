// People, keys and passwords as an administrator uses them, and the lock screen with the PIN of this run.
import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { place } from "../app/place.svelte";
import { DESK, KEY } from "../gallery/people-sample";
import { PEOPLE } from "../gallery/keys-sample";
import { findings, openPage } from "../gallery/practice";
import { Refused } from "../lib/backend/backend";
import type { Commands, DeskView, PersonRow } from "../lib/backend/contract";
import type { Answers } from "../lib/backend/fake";

const [MARA, ANA] = PEOPLE as [PersonRow, PersonRow, ...PersonRow[]];
const LOCKED: DeskView = { ...DESK, phase: "locked", session: null };

const box = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const button = (name: string | RegExp) => screen.getByRole("button", { name });
const heading = (name: string | RegExp) => screen.findByRole("heading", { level: 1, name });

describe("people and keys", () => {
  const open = (more: Answers<Commands> = {}) => openPage({ at: "people" }, { people_view: () => ({ people: [...PEOPLE] }), ...more });
  const choose = async ({ user }: ReturnType<typeof open>, name: RegExp) => user.click(await screen.findByRole("button", { name }));

  it("are reached from the settings by who administers, and by nobody else", async () => {
    const { user } = openPage({ at: "settings" }, { people_view: () => ({ people: [...PEOPLE] }) });
    await user.click(await screen.findByRole("button", { name: "People and keys" }));
    await heading("People and keys");
    document.body.replaceChildren();
    const session = DESK.session && { ...DESK.session, roles: ["practitioner" as const] };
    openPage({ at: "settings" }, { desk_view: () => ({ ...DESK, session }) });
    await screen.findByRole("button", { name: "Change my password" });
    expect(screen.queryByRole("button", { name: "People and keys" }), "nothing to press").toBeNull();
  });

  it("show roles, scope and whether somebody can sign in", async () => {
    open();
    const ana = await screen.findByRole("button", { name: /^Ana Ruiz/ });
    expect(ana.textContent, "what she may do").toContain("Practitioner");
    expect(ana.textContent, "how deep, and what else").toContain("Up to 1 mm, no PRP, no prescription items");
    expect(ana.textContent, "and that she has still to choose").toContain("Chooses a password");
    expect(screen.getByRole("button", { name: /^Jo Hale/ }).textContent, "who is gone stays by name").toContain("Removed");
  });

  it("gain a person, whose password for one use is shown once", async () => {
    const added = { people: [...PEOPLE], one_time: { person: "p9", password: "K7QM-2XWP-9FDA-C4TN" } };
    const page = open({ person_add: () => added });
    const { user, requests } = page;
    await choose(page, /^Add a person/);
    await user.type(box("Name of the person"), "Noa Lind");
    await user.type(box("Initials"), "NL");
    await user.click(screen.getByRole("checkbox", { name: "Practitioner" }));
    await user.selectOptions(box("Deepest needling"), "1500");
    for (const answer of screen.getAllByRole("radio", { name: "No" })) await user.click(answer);
    await user.type(box("Your PIN"), "4711{Enter}");
    expect(await screen.findByText("K7QM-2XWP-9FDA-C4TN"), "to be told in person").toBeTruthy();
    expect(requests("person_add"), "everything that was said").toEqual([{
      name: "Noa Lind", secret: "4711",
      fields: { initials: "NL", registration: "", roles: ["practitioner"], max_depth_um: 1500, may_give_prp: false, may_use_prescription_items: false },
    }]);
    await user.click(button("I have passed it on"));
    expect(screen.queryByText("K7QM-2XWP-9FDA-C4TN"), "gone for good").toBeNull();
  });

  it("ask for a scope only of who treats, and say what is missing at its field", async () => {
    const page = open();
    const { user, requests } = page;
    await choose(page, /^Add a person/);
    expect(screen.queryByLabelText("Deepest needling"), "nobody treats yet").toBeNull();
    await user.click(screen.getByRole("checkbox", { name: "Prescriber" }));
    await user.type(box("Your PIN"), "4711{Enter}");
    expect(screen.getAllByText("Choose how deep this person may needle.").length, "in the list and at the field").toBe(2);
    expect(requests("person_add"), "nothing was sent").toEqual([]);
  });

  it("give a timer's account its lasting password here", async () => {
    const page = open({ person_add: () => ({ people: [...PEOPLE], one_time: null }) });
    const { user, requests } = page;
    await choose(page, /^Add a person/);
    await user.type(box("Name of the person"), "Nightly backup");
    await user.click(screen.getByRole("checkbox", { name: "Automation" }));
    await user.type(box("The new person types a password"), "nine loud green boats");
    await user.type(box("Your PIN"), "4711{Enter}");
    await screen.findByText("Nightly backup is added.");
    expect(requests("person_add")[0], "typed, not made").toMatchObject({ password: "nine loud green boats" });
  });

  it("are changed with a reason; what the desk refuses stands at its field and nothing typed is lost", async () => {
    const problem = new Refused("bad_input", "One field needs a look.", [{ path: "reason", words: "Write the reason." }]);
    const page = open({ person_change: () => Promise.reject(problem) });
    const { user, requests } = page;
    await choose(page, /^Ana Ruiz/);
    await user.selectOptions(box("Deepest needling"), "2000");
    await user.type(box("Your PIN"), "4711{Enter}");
    expect((await screen.findAllByText("Write the reason.")).length, "in the list and at the field").toBe(2);
    expect(box("Deepest needling").value, "what was chosen stays").toBe("2000");
    expect(requests("person_change")[0], "based on what was shown").toMatchObject({ person: ANA.id, based_on: ANA.version, secret: "4711", fields: { max_depth_um: 2000 } });
  });

  it("are given a password for one use when they forgot theirs", async () => {
    const page = open({ password_reset: () => ({ person: ANA.id, password: "V3XA-9QWE-77KM-H2ZD" }) });
    const { user, requests } = page;
    await choose(page, /^Ana Ruiz/);
    await user.click(button("Password for one use for Ana Ruiz"));
    await user.type(box("Reason"), "Forgotten");
    await user.type(box("Your PIN"), "4711{Enter}");
    expect(await screen.findByText("V3XA-9QWE-77KM-H2ZD"), "shown once").toBeTruthy();
    expect(requests("password_reset"), "with the reason").toEqual([{ person: ANA.id, reason: "Forgotten", secret: "4711" }]);
  });

  it("are removed with a reason, and the sentence says what becomes of the clinic's key", async () => {
    const page = open({ person_remove: () => LOCKED });
    const { user, requests } = page;
    await choose(page, /^Ana Ruiz/);
    await user.click(button("Remove Ana Ruiz"));
    expect(screen.getByText(/the clinic’s key is changed, without anybody else’s password/), "before it is done").toBeTruthy();
    await user.type(box("Reason"), "Has left");
    await user.type(box("Your PIN"), "4711");
    await user.click(button("Remove Ana Ruiz and lock"));
    expect(await screen.findByLabelText("Password"), "the vault is locked").toBeTruthy();
    expect(requests("person_remove"), "with the reason").toEqual([{ person: ANA.id, reason: "Has left", secret: "4711" }]);
  });

  it("never offer to reset or remove the own key", async () => {
    const page = open();
    await choose(page, /^Mara Okafor/);
    expect(await screen.findByText(/Nobody resets or removes the own key/), "and say so").toBeTruthy();
    expect(screen.queryByRole("button", { name: `Remove ${MARA.name}` }), "nothing to press").toBeNull();
  });

  it("renew the recovery sheet once it was typed back", async () => {
    const page = open({ recovery_key_draw: () => KEY, recovery_key_renew: () => ({}) });
    const { user, requests } = page;
    await user.click(await screen.findByRole("button", { name: "Make a new recovery key" }));
    expect(document.activeElement, "what is asked for").toBe(box("Your PIN"));
    await user.keyboard("4711{Enter}");
    await user.click(await screen.findByRole("button", { name: "I have written it down" }));
    expect(screen.queryByText(KEY.groups[0] ?? ""), "out of sight while it is typed back").toBeNull();
    for (const asked of KEY.ask) await user.type(box(`Group ${asked + 1}`), KEY.groups[asked] ?? "");
    await user.type(box("Reason"), "Sheet lost");
    await user.type(box("Your PIN"), "4711");
    await user.click(button("Bring the new key into force"));
    await screen.findByText(/The new recovery key is in force/);
    expect(requests("recovery_key_renew"), "the groups that were asked for").toEqual([
      { recovery_groups: KEY.ask.map((asked) => KEY.groups[asked]), reason: "Sheet lost", secret: "4711" },
    ]);
  });

  it("have nothing for axe to find", async () => {
    const page = open();
    await choose(page, /^Ana Ruiz/);
    expect(await findings(page.container), "one person").toEqual([]);
    await page.user.click(button("Remove Ana Ruiz"));
    expect(await findings(page.container), "the removal").toEqual([]);
    await page.user.click(button("Add a person"));
    expect(await findings(page.container), "a new person").toEqual([]);
  });
});

describe("the password and this computer", () => {
  const open = (more: Answers<Commands> = {}) => openPage({ at: "settings" }, more);
  const card = async () => within(await screen.findByRole("region", { name: "Password and this computer" }));

  it("are tied together with the password itself, and untied the same way", async () => {
    const { user, requests } = open({ device_secret_keep: () => ({ state: "on" }), device_secret_drop: () => ({ state: "off" }) });
    const part = await card();
    await part.findByText(/opens on any computer that has the vault/);
    await user.click(part.getByRole("button", { name: "Tie my password to this computer" }));
    expect(part.getByText(/have the recovery sheet at hand/i), "said before it is done").toBeTruthy();
    expect(document.activeElement, "a PIN makes no key").toBe(part.getByLabelText("Your password"));
    await user.keyboard("seven green umbrellas{Enter}");
    await part.findByText(/only together with a secret in the keyring/);
    expect(requests("device_secret_keep"), "the password").toEqual([{ password: "seven green umbrellas" }]);
    await user.click(part.getByRole("button", { name: "Let my password open alone" }));
    await user.keyboard("seven green umbrellas{Enter}");
    await part.findByText(/opens on any computer that has the vault/);
    expect(requests("device_secret_drop"), "and again").toEqual([{ password: "seven green umbrellas" }]);
  });

  it("say why nothing was changed and forget what was typed", async () => {
    const words = "The keyring of this computer did not give back what it was given.";
    const { user } = open({ device_secret_keep: () => Promise.reject(new Refused("refused", words)) });
    const part = await card();
    await user.click(await part.findByRole("button", { name: "Tie my password to this computer" }));
    await user.keyboard("seven green umbrellas{Enter}");
    expect((await part.findByRole("alert")).textContent, "in one sentence").toContain(words);
    expect(part.getByLabelText<HTMLInputElement>("Your password").value, "never kept").toBe("");
  });

  it("offer nothing where the computer has no keyring", async () => {
    open({ device_secret_view: () => ({ state: "not_available" }) });
    const part = await card();
    await part.findByText(/This computer has no keyring/);
    expect(part.queryByRole("button"), "nothing to press").toBeNull();
  });

  it("have nothing for axe to find", async () => {
    const { container, user } = open();
    await user.click(await (await card()).findByRole("button", { name: "Tie my password to this computer" }));
    expect(await findings(container), "with the password asked for").toEqual([]);
  });
});

describe("a code before administering", () => {
  const QR = { n_modules: 29, path: "M4 4h1v1h-1z" };
  const open = (more: Answers<Commands> = {}) => openPage({ at: "people" }, { people_view: () => ({ people: [...PEOPLE] }), ...more });
  const needsCode = () => Promise.reject(new Refused("needs_code", "This asks for a code of your authenticator."));

  it("is turned on by a picture or the secret in letters, and a code typed back", async () => {
    const { user, requests } = open({
      second_factor_draw: () => ({ secret: "GEZD GNBV GY3T QOJQ", qr: QR }), second_factor_prove: () => ({ is_on: true }),
    });
    const card = within(await screen.findByRole("region", { name: "A code before administering" }));
    await user.click(await card.findByRole("button", { name: "Turn a code on" }));
    expect(document.activeElement, "what is asked for").toBe(card.getByLabelText("Your PIN"));
    await user.keyboard("4711{Enter}");
    expect(await card.findByRole("img", { name: /^Picture for the camera/ }), "for its camera").toBeTruthy();
    expect(card.getByText("GEZD GNBV GY3T QOJQ"), "and to be typed").toBeTruthy();
    expect(document.activeElement, "the code is what comes next").toBe(card.getByLabelText("Code"));
    await user.keyboard("123 456{Enter}");
    await card.findByText(/ask for a code of your authenticator/);
    expect(requests("second_factor_prove"), "without the gap").toEqual([{ code: "123456" }]);
    expect(screen.queryByText("GEZD GNBV GY3T QOJQ"), "shown once").toBeNull();
  });

  it("is asked for by an act, which then goes on as it was", async () => {
    let n = 0;
    const page = open({ password_reset: () => ((n += 1) === 1 ? needsCode() : { person: ANA.id, password: "V3XA-9QWE-77KM-H2ZD" }), second_factor_give: () => ({}) });
    const { user, requests } = page;
    await user.click(await screen.findByRole("button", { name: /^Ana Ruiz/ }));
    await user.click(button("Password for one use for Ana Ruiz"));
    await user.type(box("Reason"), "Forgotten");
    await user.type(within(screen.getByRole("group", { name: /^Password for one use/ })).getByLabelText("Your PIN"), "4711{Enter}");
    await user.type(await screen.findByLabelText("Code"), "123456{Enter}");
    await screen.findByText("V3XA-9QWE-77KM-H2ZD");
    expect(requests("second_factor_give"), "the code").toEqual([{ code: "123456" }]);
    expect(requests("password_reset").length, "asked again without typing anything twice").toBe(2);
  });

  it("says that a code is wrong and lets the next one be typed; who leaves it has done nothing", async () => {
    const words = "The code is not right, or was used already.";
    const page = open({ password_reset: needsCode, second_factor_give: () => Promise.reject(new Refused("wrong_secret", words)) });
    const { user } = page;
    await user.click(await screen.findByRole("button", { name: /^Ana Ruiz/ }));
    await user.click(button("Password for one use for Ana Ruiz"));
    await user.type(within(screen.getByRole("group", { name: /^Password for one use/ })).getByLabelText("Your PIN"), "4711{Enter}");
    await user.type(await screen.findByLabelText("Code"), "000000{Enter}");
    expect(await screen.findByText(words), "beside the field").toBeTruthy();
    expect(await findings(page.container), "nothing for axe").toEqual([]);
    await user.click(button("Leave it"));
    expect(await screen.findByText("This asks for a code of your authenticator."), "why nothing was done").toBeTruthy();
  });

  it("is taken off for somebody who lost the authenticator", async () => {
    const withCode = PEOPLE.map((row) => ({ ...row, has_second_factor: row.id === ANA.id }));
    const page = openPage({ at: "people" }, { people_view: () => ({ people: withCode }), second_factor_remove: () => ({ people: [...PEOPLE] }) });
    const { user, requests } = page;
    await user.click(await screen.findByRole("button", { name: /^Ana Ruiz/ }));
    await user.click(button("Take the code off for Ana Ruiz"));
    await user.type(box("Reason"), "Telephone lost");
    await user.type(within(screen.getByRole("group", { name: /^Take the code off/ })).getByLabelText("Your PIN"), "4711{Enter}");
    await waitFor(() => expect(requests("second_factor_remove"), "with the reason").toEqual([{ person: ANA.id, reason: "Telephone lost", secret: "4711" }]));
  });
});

describe("a password of one's own", () => {
  const session = DESK.session && { ...DESK.session, must_choose_password: true, has_pin: false };
  const MUST: DeskView = { ...DESK, session };
  const FREE: DeskView = { ...DESK, session: DESK.session && { ...DESK.session, has_pin: false } };

  it("is chosen after one for a single use, before anything else is seen", async () => {
    const { user, requests } = openPage({ at: "today" }, { desk_view: () => MUST, password_change: () => FREE });
    await heading("Choose a password");
    expect(screen.queryByRole("navigation"), "no way anywhere else").toBeNull();
    await user.type(box("Password for one use"), "K7QM-2XWP-9FDA-C4TN");
    await user.type(box("New password"), "four quiet yellow doors{Enter}");
    await heading("Today");
    expect(requests("password_change"), "both").toEqual([{ current: "K7QM-2XWP-9FDA-C4TN", password: "four quiet yellow doors" }]);
  });

  it("may be pasted, shown and be of any length", async () => {
    const { user, requests } = openPage({ at: "today" }, { desk_view: () => MUST, password_change: () => FREE });
    await heading("Choose a password");
    const long = "nine loud green boats and a quiet brown kettle ".repeat(4);
    await user.type(box("Password for one use"), "K7QM-2XWP-9FDA-C4TN");
    await user.click(box("New password"));
    await user.paste(long);
    expect(box("New password").value, "a password manager may fill it").toBe(long);
    await user.click(screen.getAllByRole("button", { name: "Show" })[1] ?? document.body);
    expect(box("New password").type, "whoever wants to read it may").toBe("text");
    await user.click(button("Set the new password"));
    await waitFor(() => expect(requests("password_change")[0], "whole").toMatchObject({ password: long }));
  });

  it("is changed in the settings, and a wrong one says so without losing what was typed", async () => {
    const problem = new Refused("wrong_secret", "The password is not right.");
    let answer: () => DeskView | Promise<DeskView> = () => Promise.reject(problem);
    const { user } = openPage({ at: "settings" }, { password_change: () => answer() });
    await user.click(await screen.findByRole("button", { name: "Change my password" }));
    await heading("Your password");
    await user.type(box("Password so far"), "not the one it was");
    await user.type(box("New password"), "four quiet yellow doors{Enter}");
    await screen.findByText("The password is not right.");
    expect(box("New password").value, "still there").toBe("four quiet yellow doors");
    answer = () => DESK;
    await user.click(button("Set the new password"));
    await screen.findByText("Your password is changed.");
  });

  it("has nothing for axe to find", async () => {
    const { container } = openPage({ at: "today" }, { desk_view: () => MUST });
    await heading("Choose a password");
    expect(await findings(container), "no finding").toEqual([]);
  });
});

describe("the PIN of this run", () => {
  const user0 = DESK.users[0]?.id ?? "";
  const WITH_PIN: DeskView = { ...LOCKED, pin_users: [user0] };
  const open = (view: DeskView, more: Answers<Commands> = {}) => openPage({ at: "today" }, { desk_view: () => view, ...more });

  it("opens the screen again and stands before the password", async () => {
    const { user, requests } = open(WITH_PIN, { vault_unlock_pin: () => DESK });
    await screen.findByLabelText("PIN");
    expect(document.activeElement, "under the fingers").toBe(box("PIN"));
    await user.keyboard("4711{Enter}");
    await heading("Today");
    expect(requests("vault_unlock_pin"), "the person and the digits").toEqual([{ user: user0, pin: "4711" }]);
  });

  it("gives way to the password for who wants it, by key", async () => {
    const { user, requests } = open(WITH_PIN);
    await screen.findByLabelText("PIN");
    await user.tab();
    await user.keyboard("{Enter}");
    expect(document.activeElement, "the password's box waits").toBe(box("Password"));
    await user.keyboard("four words that fit{Enter}");
    await heading("Today");
    expect(requests("vault_unlock").length, "with the password").toBe(1);
  });

  it("says how many tries are left, and is gone after the last", async () => {
    let view = WITH_PIN;
    const words = "The PIN is not right. It is forgotten now: use your password.";
    const { user } = openPage({ at: "today" }, {
      desk_view: () => view,
      vault_unlock_pin: () => {
        view = LOCKED;
        return Promise.reject(new Refused("wrong_secret", words));
      },
    });
    await user.type(await screen.findByLabelText("PIN"), "0000{Enter}");
    expect(await screen.findByText(words), "beside the field").toBeTruthy();
    expect(screen.queryByLabelText("PIN"), "nothing to try any more").toBeNull();
    expect(document.activeElement, "the password's box waits").toBe(box("Password"));
  });

  it("waits for who was here last, and somebody else chooses the own name", async () => {
    const other = { id: "0199a000-0000-7000-8001-000000000002", name: "Dr Siân Prys" };
    const several: DeskView = { ...LOCKED, users: [...LOCKED.users, other], pin_users: [user0] };
    const { user } = openPage({ at: "today" }, { desk_view: () => ({ ...several, phase: "open", session: DESK.session }), vault_lock: () => several });
    await heading("Today");
    await user.keyboard("{Control>}l{/Control}");
    expect(await screen.findByLabelText("PIN"), "she comes back").toBeTruthy();
    await user.selectOptions(box("Who unlocks"), other.id);
    expect(screen.getByLabelText("Password"), "he has none here").toBeTruthy();
    expect(screen.queryByLabelText("PIN"), "so none is asked for").toBeNull();
    place.reset();
  });

  it("has nothing for axe to find", async () => {
    const { container } = open(WITH_PIN);
    await screen.findByLabelText("PIN");
    expect(await findings(container), "no finding").toEqual([]);
  });
});
