// Who opened a file, requests for a copy, retention and the proof of the backups, as people use them.
import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { ANSWERED, LOOKS, OVER, REQUESTS, RETENTION } from "../gallery/keeping-sample";
import { BACKUP, DESK, RECORD, ROWS, TODAY } from "../gallery/people-sample";
import { findings, openPage } from "../gallery/practice";
import { Refused } from "../lib/backend/backend";
import type { Commands, RetentionView } from "../lib/backend/contract";
import type { Answers } from "../lib/backend/fake";

const INES = RECORD.banner.id;
const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>("button", { name });
const openAccess = (more: Answers<Commands> = {}) =>
  openPage({ at: "client", client: INES, tab: "access" }, { client_journal: () => LOOKS, access_requests_view: () => REQUESTS, ...more });
const openRetention = async (more: Answers<Commands> = {}) => {
  const page = openPage({ at: "settings" }, { retention_view: () => RETENTION, ...more });
  await page.user.click(await screen.findByRole("button", { name: "See whose retention is over" }));
  await screen.findByText("A-000009");
  return page;
};

describe("who opened a file", () => {
  it("says when, who, in which role and what, and is saved as a file", async () => {
    const { user, requests } = openAccess({ client_journal_save: () => ({ file_name: "who.csv", n_entries: 12 }) });
    const table = await screen.findByRole("region", { name: "Entries, newest first" });
    expect(within(table).getByText("Opened"), "what").toBeTruthy();
    expect(within(table).getByText("Practitioner"), "in which role").toBeTruthy();
    await user.click(button("Save as a file…"));
    expect(await screen.findByText("Saved as who.csv: 12 entries."), "what the client takes along").toBeTruthy();
    expect(requests("client_journal_save"), "of this client").toEqual([{ client: INES }]);
  });

  it("takes a closed dialog for no problem, and says a real one", async () => {
    let refusal = new Refused("cancelled", "The dialog was closed.");
    const { user } = openAccess({ client_journal_save: () => Promise.reject(refusal) });
    await user.click(await screen.findByRole("button", { name: "Save as a file…" }));
    expect(screen.queryByText("The dialog was closed."), "the person knows").toBeNull();
    refusal = new Refused("internal", "The file could not be written there.");
    await user.click(button("Save as a file…"));
    expect(await screen.findByText("The file could not be written there."), "what to do").toBeTruthy();
  });
});

describe("requests for a copy", () => {
  it("is taken down with the rule it is due by, and what is wrong stands at its field", async () => {
    let isFirst = true;
    const words = "Write something here.";
    const { user, requests } = openAccess({
      access_requests_view: () => ({ ...REQUESTS, rows: [] }),
      access_request_take: () => {
        if (!isFirst) return REQUESTS;
        isFirst = false;
        return Promise.reject(new Refused("bad_input", "One field needs a look.", [{ path: "asked_by", words }]));
      },
    });
    await user.click(await screen.findByRole("button", { name: "A request for a copy" }));
    expect(screen.getByText(/access within one month/), "by which rule").toBeTruthy();
    await user.type(screen.getByLabelText("What for"), "All of it");
    await user.click(button("Take it down"));
    expect((await screen.findAllByText(words)).length, "in the list and at the field").toBe(2);
    await user.type(screen.getByLabelText("Who asks"), "Ines Halvorsen");
    await user.click(button("Take it down"));
    expect(await screen.findByText("Due soon"), "how it stands").toBeTruthy();
    expect(requests("access_request_take").at(-1), "received today unless said otherwise").toEqual({
      client: INES, received_on: DESK.today, asked_by: "Ines Halvorsen", wanted: "All of it",
    });
  });

  it("is answered by the export, whose entry is named", async () => {
    const { user, requests } = openAccess({ access_request_answer: () => ANSWERED });
    await user.click(await screen.findByRole("button", { name: /^Answer…/ }));
    expect(button("Write the answer down").disabled, "not before it is said how").toBe(true);
    await user.click(screen.getByRole("radio", { name: "By an export" }));
    await user.type(screen.getByLabelText("What was given or said"), "By hand");
    await user.click(button("Write the answer down"));
    expect(await screen.findByText(/entry 44 of the journal/), "which export it was").toBeTruthy();
    expect(requests("access_request_answer"), "on top of the version that was seen").toEqual([{ request: "r1", based_on: 1, how: "export", note: "By hand" }]);
  });

  it("is put off with a day and a reason", async () => {
    const { user, requests } = openAccess({ access_request_extend: () => REQUESTS });
    await user.click(await screen.findByRole("button", { name: /^Put off…/ }));
    const day = screen.getByRole("group", { name: "Last day now" });
    await user.type(within(day).getByLabelText("Day"), "20");
    await user.type(within(day).getByLabelText("Month"), "1");
    await user.type(within(day).getByLabelText("Year"), "2027");
    await user.type(screen.getByLabelText("Why"), "Many photos");
    await user.click(button("Put the day off"));
    await waitFor(() => expect(requests("access_request_extend"), "both").toEqual([{ request: "r1", based_on: 1, until_on: "2027-01-20", reason: "Many photos" }]));
  });

  it("is left to whoever treats", async () => {
    const session = DESK.session === null ? null : { ...DESK.session, roles: ["assistant" as const] };
    openAccess({ desk_view: () => ({ ...DESK, session }) });
    await screen.findByText("All of it, as a file");
    expect(screen.queryByRole("button", { name: /^Answer…/ }), "nothing to press").toBeNull();
    expect(button("A request for a copy"), "but anybody takes one down").toBeTruthy();
  });

  it("stands on the day's list when it is due, and leads to the client", async () => {
    const client = ROWS[0];
    if (client === undefined) throw new Error("the sample has clients");
    const due = [{ client, answer_by: "2026-11-19", is_over: true }];
    const { user } = openPage({ at: "today" }, { today_view: () => ({ ...TODAY, access_requests: due }), client_journal: () => LOOKS, access_requests_view: () => REQUESTS });
    expect(await screen.findByText("A request for a copy is due"), "what waits").toBeTruthy();
    await user.click(button(/the last day was 19-Nov-2026/));
    expect(await screen.findByText("All of it, as a file"), "where it is answered").toBeTruthy();
  });
});

describe("retention", () => {
  it("proposes by number and rule, and looks at another number", async () => {
    const { user, requests } = await openRetention();
    expect(screen.getByText(/has been kept long enough/), "a proposal").toBeTruthy();
    await user.type(screen.getByLabelText("Another client’s number"), "A-000217");
    await user.click(button("Look"));
    await waitFor(() => expect(requests("retention_view").at(-1), "asked for").toEqual({ number: "A-000217" }));
  });

  it("holds a record with a reason, and then offers no erasing", async () => {
    const held: RetentionView = { ...RETENTION, rows: [{ ...OVER, is_held: true, holds: ["The clinic holds it: A letter of a lawyer"] }] };
    const { user, requests } = await openRetention({ retention_hold: () => held });
    await user.click(button(/^Hold…/));
    await user.type(screen.getByLabelText("Why it is held"), "A letter of a lawyer");
    await user.click(button("Hold it"));
    expect(await screen.findByText("The clinic holds it: A letter of a lawyer"), "why").toBeTruthy();
    expect(screen.queryByRole("button", { name: /^Erase…/ }), "nothing to press").toBeNull();
    expect(requests("retention_hold"), "this record").toEqual([{ client: "c9", reason: "A letter of a lawyer" }]);
  });

  it("erases with the number typed again, a reason and the secret, and says where the record still is", async () => {
    const words = "The record of A-000009 is erased. Backups made before still hold the record.";
    const { user, requests } = await openRetention({ client_erase: () => ({ words, retention: { ...RETENTION, rows: [], n_erased: 1 } }) });
    await user.click(button(/^Erase…/));
    await user.type(screen.getByLabelText("Type the client’s number again"), "A-000009");
    await user.type(screen.getByLabelText("Why"), "Retention is over");
    await user.type(screen.getByLabelText(/^Your (PIN|password)/), "2580{Enter}");
    expect(await screen.findByText(words), "what went and what stays").toBeTruthy();
    expect(requests("client_erase"), "all of it").toEqual([
      { client: "c9", number: "A-000009", reason: "Retention is over", before_its_time: "refuse", secret: "2580" },
    ]);
  });

  it("asks for one tick more where the time is not over, and leaves what was typed after a refusal", async () => {
    const early: RetentionView = { ...RETENTION, rows: [{ ...OVER, is_over: false }] };
    const { user, requests } = await openRetention({
      retention_view: () => early, client_erase: () => Promise.reject(new Refused("wrong_secret", "The PIN is not right.")),
    });
    await user.click(button(/^Erase…/));
    await user.click(screen.getByRole("checkbox", { name: "The law lets this record be erased before its time" }));
    await user.type(screen.getByLabelText("Type the client’s number again"), "A-000009");
    await user.type(screen.getByLabelText(/^Your (PIN|password)/), "1111{Enter}");
    expect(await screen.findByText("The PIN is not right."), "why not").toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>("Type the client’s number again").value, "what was typed stays").toBe("A-000009");
    expect(requests("client_erase")[0], "as it was said").toMatchObject({ before_its_time: "accept" });
  });

  it("is nothing for who does not administer", async () => {
    const session = DESK.session === null ? null : { ...DESK.session, roles: ["practitioner" as const] };
    openPage({ at: "settings" }, { desk_view: () => ({ ...DESK, session }) });
    await screen.findByRole("heading", { level: 1, name: "Settings" });
    expect(screen.queryByText("Retention"), "not there").toBeNull();
  });
});

describe("the proof of the backups", () => {
  it("stands on the start screen beside the age, and is a warning while it failed", async () => {
    openPage();
    expect(await screen.findByText(/opened where it lies and is whole/), "what was shown").toBeTruthy();
    const words = "27-Nov-2026 15:00, the newest backup could not be opened to be restored from.";
    openPage({ at: "today" }, { backup_view: () => ({ ...BACKUP, drill: { standing: "failed", at: "2026-11-27T15:00:00Z", words } }) });
    expect(await screen.findByText(words), "what failed").toBeTruthy();
    expect(screen.getByText("A backup could not be opened"), "in the list of what waits").toBeTruthy();
  });
});

describe("keeping, read aloud and by key", () => {
  it("has nothing for axe to find in the record", async () => {
    const page = openAccess();
    await page.user.click(await screen.findByRole("button", { name: /^Answer…/ }));
    await page.user.click(button("A request for a copy"));
    expect(await findings(page.container), "requests and looks").toEqual([]);
  });

  it("has nothing for axe to find in the settings", async () => {
    const page = await openRetention();
    await page.user.click(button(/^Erase…/));
    expect(await findings(page.container), "retention and erasing").toEqual([]);
  });
});
