// The people's screens, each as a person uses it: data shown, keys, refusals, and nothing lost.
import { screen, waitFor } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { place } from "../app/place.svelte";
import { CONSENTS, FIELDS, OPEN_VISIT, PAPERS, RECORD, ROWS } from "../gallery/people-sample";
import { findings, openPage } from "../gallery/practice";
import { Refused } from "../lib/backend/backend";
import type { ClientSaveRequest, Commands } from "../lib/backend/contract";
import type { Answers } from "../lib/backend/fake";

const INES = RECORD.banner.id;
const box = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const button = (name: string | RegExp) => screen.getByRole("button", { name });
const heading = (name: string | RegExp) => screen.findByRole("heading", { level: 1, name });
const refused = (words: string, ...fields: { path: string; words: string }[]) =>
  Promise.reject(new Refused(fields.length > 0 ? "bad_input" : "refused", words, fields));

describe("a new client", () => {
  const openNew = (more: Answers<Commands> = {}) => openPage({ at: "client_new" }, { client_save: () => RECORD, ...more });

  async function typeInes({ user }: ReturnType<typeof openPage>) {
    await user.type(await screen.findByLabelText("Family name"), "Halvorsen");
    await user.type(box("Given names"), "Ines");
    await user.type(box("Day"), "14");
    await user.type(box("Month"), "Mar");
    await user.type(box("Year"), "1988");
  }

  it("is saved as typed, with nothing answered that nobody asked", async () => {
    const page = openNew();
    await typeInes(page);
    await page.user.keyboard("{Control>}{Enter}{/Control}");
    await heading(/HALVORSEN/);
    const [request] = page.requests("client_save") as ClientSaveRequest[];
    expect(request, "a new client").toMatchObject({ id: null, based_on: null, is_another_person: false });
    expect(request?.fields, "as typed").toMatchObject({
      family: "Halvorsen", given: "Ines", born_on: "1988-03-14", sex: "unknown", fitzpatrick: null,
      allergies: { state: "not_recorded" }, guardian: null, emergency_contact: null,
    });
  });

  it("is not saved beside a possible duplicate until somebody says it is another person", async () => {
    const page = openNew({ client_duplicates: () => ROWS.slice(0, 1) });
    await typeInes(page);
    await screen.findByText("This may be a client you already have");
    await page.user.keyboard("{Control>}{Enter}{/Control}");
    expect(page.requests("client_save"), "nothing was saved").toEqual([]);
    expect(screen.getByText(/^Not saved yet/), "and it says so").toBeTruthy();
    await page.user.click(button("This is another person"));
    await page.user.keyboard("{Control>}{Enter}{/Control}");
    await heading(/HALVORSEN/);
    expect(page.requests("client_save"), "said and saved").toMatchObject([{ is_another_person: true }]);
  });

  it("asks for a guardian under 18 and for nobody else", async () => {
    const page = openNew();
    await typeInes(page);
    expect(screen.queryByLabelText("Guardian, name"), "an adult").toBeNull();
    await page.user.clear(box("Year"));
    await page.user.type(box("Year"), "2010");
    expect(await screen.findByLabelText("Guardian, name"), "sixteen years old").toBeTruthy();
  });

  it("takes known allergies one to a line", async () => {
    const page = openNew();
    await typeInes(page);
    await page.user.click(screen.getByRole("radio", { name: "Known" }));
    await page.user.type(await screen.findByLabelText("Allergic to"), "Benzocaine{Enter}Nickel");
    await page.user.keyboard("{Control>}{Enter}{/Control}");
    await heading(/HALVORSEN/);
    expect(page.requests("client_save"), "two allergies").toMatchObject([{ fields: { allergies: { state: "known", to: ["Benzocaine", "Nickel"] } } }]);
  });

  it("keeps everything when the desk refuses, and says which field", async () => {
    const words = "There is no such day. Use day, month and year, for example 15 3 1984.";
    const page = openNew({ client_save: () => refused("One field needs a look.", { path: "born_on", words }) });
    await typeInes(page);
    await page.user.keyboard("{Control>}{Enter}{/Control}");
    expect((await screen.findAllByText(words)).length, "in the list and at the field").toBe(2);
    expect(box("Family name").value, "what was typed stays").toBe("Halvorsen");
    await page.user.click(screen.getByRole("link", { name: words }));
    expect(document.activeElement, "the list leads to the day").toBe(box("Day"));
  });

  it("survives a lock half-way through", async () => {
    const page = openNew();
    await typeInes(page);
    await page.user.keyboard("{Control>}l{/Control}");
    await page.user.type(await screen.findByLabelText("Password"), "four words that fit{Enter}");
    expect((await screen.findByLabelText<HTMLInputElement>("Given names")).value, "as it was typed").toBe("Ines");
    expect(box("Month").value, "and half-written boxes too").toBe("Mar");
  });

  it("has nothing for axe to find", async () => {
    const page = openNew();
    await screen.findByLabelText("Family name");
    expect(await findings(page.container), "no finding").toEqual([]);
  });
});

describe("a client's details", () => {
  it("are saved on top of the version they were read from", async () => {
    const { user, requests } = openPage({ at: "client_edit", client: INES }, { client_save: () => RECORD });
    await user.type(await screen.findByDisplayValue("ines@example.org"), ".uk");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await heading(/HALVORSEN/);
    expect(requests("client_save"), "version and change").toMatchObject([{ id: INES, based_on: 3, fields: { email: "ines@example.org.uk" } }]);
  });

  it("that somebody else changed meanwhile are kept and compared", async () => {
    let version = 3;
    const theirs = { ...FIELDS, phone: "0117 496 0500" };
    const { user, requests } = openPage({ at: "client_edit", client: INES }, {
      client_open: () => ({ ...RECORD, version, fields: version === 3 ? FIELDS : theirs }),
      client_save: () => {
        version = 4;
        return Promise.reject(new Refused("conflict", "Somebody changed this record."));
      },
    });
    await user.type(await screen.findByDisplayValue("ines@example.org"), ".uk");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByText("Somebody changed this record.");
    expect(screen.getByDisplayValue("ines@example.org.uk"), "one's own text stays").toBeTruthy();
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(requests("client_save").at(-1), "the next save knows the new version").toMatchObject({ based_on: 4 }));
    await user.click(await screen.findByRole("button", { name: "Show the new version" }));
    expect(box("Telephone").value, "what they wrote").toBe("0117 496 0500");
  });
});

describe("a client's record", () => {
  it("shows visits and papers by month, newest first", async () => {
    const { container } = openPage({ at: "client", client: INES });
    await screen.findByText("October 2026");
    const months = [...container.querySelectorAll("h3")].map((month) => month.textContent);
    expect(months, "two months").toEqual(["October 2026", "September 2026"]);
    expect(button(/Visit A-000031/), "a visit").toBeTruthy();
    expect(button(/Aftercare: microneedling/), "a paper").toBeTruthy();
  });

  it("goes on with the visit that is open instead of beginning another", async () => {
    const { user, requests } = openPage({ at: "client", client: INES }, {
      client_open: () => ({ ...RECORD, open_visit: OPEN_VISIT }), visit_open: () => new Promise(() => undefined),
    });
    await screen.findByRole("button", { name: "Continue visit" });
    await user.keyboard("{Alt>}s{/Alt}");
    expect(place.now, "that visit").toEqual({ at: "visit", visit: OPEN_VISIT.id });
    expect(requests("visit_start"), "no second one").toEqual([]);
  });

  it("has its tabs under Ctrl+1 to Ctrl+3", async () => {
    const { user } = openPage({ at: "client", client: INES });
    await screen.findByText("October 2026");
    await user.keyboard("{Control>}2{/Control}");
    expect(await screen.findByText("4 Quay Street", { exact: false }), "the details").toBeTruthy();
    await user.keyboard("{Control>}3{/Control}");
    expect(await screen.findByRole("button", { name: "Export record" }), "the documents").toBeTruthy();
  });

  it("takes a consent back and corrects one beside it, each signed for in place", async () => {
    const { user, requests } = openPage({ at: "client", client: INES, tab: "documents" }, {
      consent_withdraw: () => RECORD, consent_correct: () => RECORD,
    });
    expect(await screen.findByText(/The identity card was a driving licence/), "a correction stands beside its consent").toBeTruthy();
    await user.click(screen.getByRole("button", { name: /^Take back/ }));
    await user.keyboard("Moving away");
    await user.type(screen.getByLabelText("Your PIN"), "4821{Enter}");
    await waitFor(() => expect(requests("consent_withdraw"), "signed for").toEqual([{ consent: CONSENTS[0]?.id, reason: "Moving away", secret: "4821" }]));
    await user.click((await screen.findAllByRole("button", { name: /^Add a correction/ }))[0] as HTMLElement);
    await user.type(screen.getByLabelText("What is corrected"), "The side was right");
    await user.type(screen.getByLabelText("Why"), "Mixed up");
    await user.type(screen.getByLabelText("Your PIN"), "4821{Enter}");
    await waitFor(() => expect(requests("consent_correct"), "beside it").toEqual([{ consent: CONSENTS[0]?.id, text: "The side was right", reason: "Mixed up", secret: "4821" }]));
  });

  it("leaves the computer only for a PIN, and says where it is and how to check it", async () => {
    const written = { file_name: "A-000217.zip", n_files: 14, n_bytes: 481_200, sha256: "ab12", n_left_out: 2 };
    const { user, requests } = openPage({ at: "client", client: INES, tab: "documents" }, { client_export: () => written });
    await user.click(await screen.findByRole("button", { name: "Export record" }));
    await user.keyboard("4821{Enter}");
    await screen.findByText("Record saved as A-000217.zip");
    expect(screen.getByText("ab12"), "the fingerprint").toBeTruthy();
    expect(screen.getByText(/^2 photos or papers were withdrawn/), "and what stayed behind").toBeTruthy();
    expect(requests("client_export"), "signed for").toEqual([{ client: INES, secret: "4821" }]);
  });

  it("says beside the field that the PIN was wrong", async () => {
    const { user } = openPage({ at: "client", client: INES, tab: "documents" }, { client_export: () => refused("The PIN is not right.") });
    await user.click(await screen.findByRole("button", { name: "Export record" }));
    await user.keyboard("1111{Enter}");
    await screen.findByText("The PIN is not right.");
    expect(box("Your PIN").getAttribute("aria-invalid"), "the field knows").toBe("true");
  });

  it("has nothing for axe to find", async () => {
    const { container } = openPage({ at: "client", client: INES });
    await screen.findByText("October 2026");
    expect(await findings(container), "no finding").toEqual([]);
  });
});

describe("all clients", () => {
  it("are found while typing and opened with Enter", async () => {
    const { user } = openPage({ at: "clients" });
    await user.type(await screen.findByRole("searchbox", { name: "Search all clients" }), "lind");
    const line = await screen.findByRole("button", { name: /LIND, Per/ });
    await waitFor(() => expect(screen.queryByRole("button", { name: /OKORO/ }), "nobody else").toBeNull());
    line.focus();
    await user.keyboard("{Enter}");
    expect(place.now, "that client").toEqual({ at: "client", client: ROWS[3]?.id });
  });

  it("have nothing for axe to find", async () => {
    const { container } = openPage({ at: "clients" });
    await screen.findByRole("button", { name: /LIND, Per/ });
    expect(await findings(container), "no finding").toEqual([]);
  });
});

describe("a filed paper", () => {
  const at = { at: "document" as const, document: PAPERS[0]?.id ?? "" };

  it("is printed again with Ctrl+P on the printer of the computer", async () => {
    const printed = { document: PAPERS[0] ?? RECORD.documents[0], was_printed: true, why_not: null } as Commands["document_print"]["response"];
    const { user, requests } = openPage(at, { document_print: () => printed });
    await screen.findByTitle("Aftercare: microneedling with hyaluronic acid, A-000012");
    await user.click(await screen.findByRole("button", { name: "One copy more" }));
    await user.keyboard("{Control>}p{/Control}");
    await screen.findByText("2 copies went to the printer");
    expect(requests("document_print"), "two copies").toEqual([{ document: PAPERS[0]?.id, n_copies: 2, printer: "Front-desk" }]);
  });

  it("that the printer did not take says so and can be printed again", async () => {
    const printed = { document: PAPERS[0], was_printed: false, why_not: "Switch the printer on." } as Commands["document_print"]["response"];
    const { user } = openPage(at, { document_print: () => printed });
    await user.click(await screen.findByRole("button", { name: "Print 1 copy" }));
    await screen.findByText("Switch the printer on.");
    expect(button("Print 1 copy"), "the way to try again").toBeTruthy();
  });

  it("has nothing for axe to find", async () => {
    const { container } = openPage(at);
    await screen.findByTitle(/^Aftercare/);
    expect(await findings(container), "no finding").toEqual([]);
  });
});

describe("a restricted client", () => {
  const closed = () => Promise.reject(new Refused("restricted", "This client’s record is restricted.", []));

  it("is opened by a reason, from the keyboard, and says so over the record", async () => {
    const opened = { ...RECORD, banner: { ...RECORD.banner, is_restricted: true } };
    const { user, requests } = openPage({ at: "client", client: INES }, { client_open: closed, client_break_glass: () => opened });
    await user.type(await screen.findByLabelText("Why do you need to see it now?"), "Swollen eye after the peel");
    expect(screen.queryByText("HALVORSEN, Ines (Ms)"), "nothing of the record before").toBeNull();
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(await screen.findByText("Restricted: opened with a reason"), "the banner says so").toBeTruthy();
    expect(requests("client_break_glass"), "with the reason").toEqual([{ client: INES, reason: "Swollen eye after the peel" }]);
  });

  it("stays closed for a word, and marks the box", async () => {
    const words = "Say why in 10 characters or more.";
    const { user } = openPage({ at: "client", client: INES }, { client_open: closed, client_break_glass: () => refused("One field needs a look.", { path: "reason", words }) });
    await user.type(await screen.findByLabelText("Why do you need to see it now?"), "because");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(box("Why do you need to see it now?").getAttribute("aria-invalid"), "marked").toBe("true"));
  });

  it("is a number in the list, without a name or a birth date", async () => {
    const hidden = { ...ROWS[0], id: "9", number: "A-000217", family: "", given: "", born_on: "", age: 0, phone: "", preferred: "", last_visit_on: null, is_hidden: true };
    openPage({ at: "clients" }, { client_search: () => [hidden] });
    const line = await screen.findByRole("button", { name: /Restricted client/ });
    expect(line.textContent, "the number to ask for").toContain("A-000217");
    expect(line.textContent, "and no age").not.toMatch(/\d+ y/);
  });

  it("has nothing for axe to find while it is closed", async () => {
    const { container } = openPage({ at: "client", client: INES }, { client_open: closed });
    await screen.findByLabelText("Why do you need to see it now?");
    expect(await findings(container), "read aloud and reached by key").toEqual([]);
  });
});
