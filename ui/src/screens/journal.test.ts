// The journal's screen as an administrator uses it: what was done, narrowed, and checked.
import { screen, waitFor } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { OLDER, PAGE, WHOLE } from "../gallery/journal-sample";
import { DESK } from "../gallery/people-sample";
import { findings, openPage } from "../gallery/practice";
import { Refused } from "../lib/backend/backend";
import type { JournalVerifyView } from "../lib/backend/contract";

const open = (verify: JournalVerifyView = WHOLE) =>
  openPage({ at: "journal" }, { journal_view: ({ before }) => (before === undefined ? PAGE : OLDER), journal_verify: () => verify });
const cells = () => screen.getAllByRole("row").slice(1).map((row) => row.lastElementChild?.textContent);

describe("the journal", () => {
  it("shows who did what, and goes on to older entries", async () => {
    const { user, requests } = open();
    expect(await screen.findByText("Swollen eye"), "the reason stands with its entry").toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Show older entries" }));
    await waitFor(() => expect(cells(), "newest first, without a gap").toEqual(["9", "8", "7"]));
    expect(requests("journal_view").at(-1), "from where the page ended").toEqual({ before: 8 });
  });

  it("is narrowed from the keyboard", async () => {
    const { user, requests } = open();
    await screen.findByText("Swollen eye");
    await user.selectOptions(screen.getByLabelText("Done"), "break_glass");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(requests("journal_view").at(-1), "what was chosen").toEqual({ act: "break_glass" }));
  });

  it("says whether it is whole, and what it was held against", async () => {
    const { user } = open();
    await user.click(await screen.findByRole("button", { name: "Check the journal" }));
    expect(await screen.findByText(WHOLE.words), "in one sentence").toBeTruthy();
    expect(screen.getByText(/4 .*clinic\/second/), "and where the second folder is").toBeTruthy();
  });

  it("is narrowed to one client by the number on the paper, and says which number nobody has", async () => {
    const { user, requests } = openPage({ at: "journal" }, {
      journal_view: ({ client_number }) =>
        client_number === "A-9" ? Promise.reject(new Refused("bad_input", "One field needs a look.", [{ path: "client_number", words: "No client has this number." }])) : PAGE,
    });
    await user.type(await screen.findByLabelText("Client’s number"), "A-000217");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(requests("journal_view").at(-1), "by number, because names are not here").toEqual({ client_number: "A-000217" }));
    await user.clear(screen.getByLabelText("Client’s number"));
    await user.type(screen.getByLabelText("Client’s number"), "A-9");
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(await screen.findByText("No client has this number."), "at the field").toBeTruthy();
  });

  it("is held against the number at the foot of a printed document", async () => {
    const { user, requests } = open();
    await user.type(await screen.findByLabelText("Number at the foot of a printed document"), "9-0123456789abcdef");
    await user.click(screen.getByRole("button", { name: "Check the journal" }));
    await waitFor(() => expect(requests("journal_verify"), "as it was typed").toEqual([{ heads: ["9-0123456789abcdef"] }]));
  });

  it("is a place for administrators only", async () => {
    const session = DESK.session === null ? null : { ...DESK.session, roles: ["practitioner" as const] };
    openPage({ at: "today" }, { desk_view: () => ({ ...DESK, session }) });
    await screen.findByRole("heading", { level: 1, name: "Today" });
    expect(screen.queryByRole("button", { name: "Journal" }), "nothing to press").toBeNull();
  });

  it("has nothing for axe to find", async () => {
    const { container, user } = open({ ...WHOLE, is_whole: false, words: "The end of the journal was cut off." });
    await user.click(await screen.findByRole("button", { name: "Check the journal" }));
    await screen.findByText("The end of the journal was cut off.");
    expect(await findings(container), "read aloud and reached by key").toEqual([]);
  });
});
