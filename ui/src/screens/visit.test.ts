// The pages of a visit over a made-up desk: what they show, how far the keyboard leads, and that nothing typed is lost.
import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import type { VisitPage } from "../app/place.svelte";
import { findings, openPage } from "../gallery/practice";
import { visitDesk } from "../gallery/visit-desk";
import { AGREED, CONSENT, FINISHED, PLANNING, SCREENING, SHEET, SIGNED_VISIT, TREATING, VISIT } from "../gallery/visit-sample";
import { Refused } from "../lib/backend/backend";
import type { Commands, VisitView } from "../lib/backend/contract";
import type { Answers } from "../lib/backend/fake";

function open(view: VisitView, step?: VisitPage, more: Answers<Commands> = {}) {
  return openPage({ at: "visit", visit: view.id, ...(step === undefined ? {} : { step }) }, visitDesk(view, more));
}

const heading = (name: string | RegExp) => screen.findByRole("heading", { level: 1, name });
const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>("button", { name });
const primary = "{Control>}{Enter}{/Control}";
const answer = (words: string | RegExp, state: string) =>
  within(screen.getByRole("group", { name: words })).getByRole<HTMLInputElement>("radio", { name: state });

describe("every page of a visit", () => {
  const pages: [VisitPage, VisitView, string | RegExp][] = [
    ["screening", VISIT, "Screening"],
    ["plan", PLANNING, "Plan"],
    ["consent", AGREED, CONSENT.title],
    ["chart", TREATING, "Treatment"],
    ["sign", { ...FINISHED, open_points: [{ step: "treat", words: "Record the lot of the PRP kit." }] }, "Signature"],
    ["aftercare", SIGNED_VISIT, "Aftercare"],
  ];

  it.each(pages)("names itself and takes the focus: %s", async (page, view, name) => {
    const { container } = open(view, page);
    const title = await heading(name);
    expect(document.activeElement, "a new page is read aloud").toBe(title);
    expect(container.querySelector(`[data-screen="visit-${page}"]`), "known from outside").not.toBeNull();
  });

  it.each(pages)("has nothing for axe to find: %s", async (page, view, name) => {
    const { container } = open(view, page);
    await heading(name);
    expect(await findings(container), "no finding").toEqual([]);
  });

  it.each(pages)("opens by itself where the work is: %s", async (page, view, name) => {
    open(page === "aftercare" ? SIGNED_VISIT : view);
    expect(await heading(name), `the visit leads to ${page}`).toBeTruthy();
  });
});

describe("the screening", () => {
  it("is answered by Y, N and U, and goes on by itself", async () => {
    const { user, requests } = open(VISIT, "screening");
    await heading("Screening");
    await user.keyboard("n");
    expect(document.activeElement, "the first open question").toBe(answer(/sunburnt/, "No"));
    await user.keyboard("n");
    await waitFor(() => expect(document.activeElement, "the next section").toBe(answer(/bleeding disorder/, "No")));
    await user.keyboard("u");
    await waitFor(() => expect(requests("answer_set").length, "two answers").toBe(2));
    expect(requests("answer_set"), "as they were given").toMatchObject([
      { question: "ci.sunburn", answer: { state: "no" } },
      { question: "ci.bleeding", answer: { state: "unknown" } },
    ]);
  });

  it("asks for more when the answer is yes, and keeps it", async () => {
    const { user, requests } = open(VISIT, "screening");
    await heading("Screening");
    await user.type(screen.getByLabelText("Month"), "11");
    await user.type(screen.getByLabelText("Year"), "2026{Enter}");
    await waitFor(() => expect(requests("answer_set").length, "kept").toBe(1));
    expect(requests("answer_set")[0], "a month where the day is not known").toMatchObject({ question: "ci.nsaid", answer: { state: "yes", ended_on: "2026-11" } });
  });

  it("records one “no” for each open question of the section by one key", async () => {
    const { user, requests } = open(VISIT, "screening");
    await heading("Screening");
    await user.click(button(/^Health/));
    await user.keyboard("{Shift>}N{/Shift}");
    await waitFor(() => expect(requests("answer_set").length, "three questions, three answers").toBe(3));
    expect(requests("answer_set").map((request) => (request as { question: string }).question), "each by its name").toEqual(["ci.bleeding", "ci.ctd", "ci.epilepsy"]);
  });

  it("of a returning client is copied by N and signed by the PIN", async () => {
    const returning = { ...VISIT, screening: { ...SCREENING, can_copy_from: "2026-10-23" } };
    const { user, requests } = open(returning, "screening");
    await heading("Screening");
    await user.keyboard("n");
    await waitFor(() => expect(document.activeElement, "ready for the PIN").toBe(screen.getByLabelText("PIN to sign the screening")));
    await user.keyboard("4821{Enter}");
    await heading("Plan");
    expect(requests("screening_copy").length, "copied once").toBe(1);
    expect(requests("screening_close"), "signed").toEqual([{ visit: VISIT.id, secret: "4821" }]);
  });

  it("gives the old answer back when the desk refuses, with its words beside the question", async () => {
    const { user } = open(VISIT, "screening", { answer_set: () => Promise.reject(new Refused("disk_full", "Not saved: the disk is full.")) });
    await heading("Screening");
    await user.click(answer(/pregnant/, "Yes"));
    expect((await screen.findAllByText(/the disk is full/)).length, "beside the question and in the line above").toBeGreaterThan(1);
    expect(answer(/pregnant/, "No").checked, "what is kept is what is shown").toBe(true);
  });

  it("says that procedures elsewhere are none only when the client says so", async () => {
    const { user, requests } = open(VISIT, "screening");
    await heading("Screening");
    await user.click(button(/^Medicines and procedures/));
    expect(screen.getByText("Nobody has asked yet."), "no empty list before").toBeTruthy();
    await user.click(button("None, the client says"));
    await waitFor(() => expect(requests("background_set")[0], "an empty list is an answer").toMatchObject({ history: [] }));
    expect(await screen.findByText("None, as the client says."), "and is shown as one").toBeTruthy();
  });

  it("asks about procedures after the last question, and then for the PIN", async () => {
    const { user, requests } = open(VISIT, "screening");
    await heading("Screening");
    await user.keyboard("{Shift>}N{/Shift}");
    await waitFor(() => expect(document.activeElement, "no section is left out").toBe(answer(/bleeding disorder/, "No")));
    await user.keyboard("{Shift>}N{/Shift}");
    await waitFor(() => expect(document.activeElement, "nothing was said about procedures yet").toBe(button("None, the client says")));
    await user.keyboard("{Enter}");
    await waitFor(() => expect(document.activeElement, "only the signature is left").toBe(screen.getByLabelText("PIN to sign the screening")));
    expect(requests("background_set").length, "said, not assumed").toBe(1);
  });

  it("keeps the PIN field for the next try after a wrong PIN", async () => {
    const { user } = open(VISIT, "screening", { screening_close: () => Promise.reject(new Refused("wrong_secret", "The PIN is not right.")) });
    await heading("Screening");
    await user.type(screen.getByLabelText("PIN to sign the screening"), "1111{Enter}");
    expect(await screen.findByText("The PIN is not right."), "the desk's words").toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>("PIN to sign the screening").value, "the secret is not kept").toBe("");
  });
});

describe("the plan", () => {
  it("says what stops it, and keeps the way to consent shut", async () => {
    open(PLANNING, "plan");
    await heading("Plan");
    expect(screen.getByText(/Peel within 28 days/), "the strongest stop").toBeTruthy();
    expect(button(/To consent/).disabled, "a stop is a stop").toBe(true);
    expect(screen.getByText("To be approved by the clinic"), "whose rules these are").toBeTruthy();
  });

  it("shows the source of every rule by one key and the folded findings by another", async () => {
    const { user } = open(PLANNING, "plan");
    await heading("Plan");
    expect(screen.queryByText(/Smoking slows healing/), "folded").toBeNull();
    await user.keyboard("sa");
    expect(await screen.findByText(/Smoking slows healing/), "one key away").toBeTruthy();
    expect(screen.getByText(/cb\.mn_peel · SPLAB/), "rule, source and status").toBeTruthy();
  });

  it("makes the change of a finding by one press", async () => {
    const { user, requests } = open(PLANNING, "plan");
    await heading("Plan");
    await user.click(button("Remove Glycolic peel from the plan"));
    await waitFor(() => expect(requests("plan_fix"), "that part").toEqual([{ visit: VISIT.id, fix: { kind: "remove", component: "peel-1" } }]));
    await waitFor(() => expect(screen.queryByRole("button", { name: /4\. Chemical peel/ }), "it is gone").toBeNull());
  });

  it("adds a part by its key and sends it once it is whole", async () => {
    const { user, requests } = open({ ...PLANNING, plan: { ...PLANNING.plan, components: [] } }, "plan");
    await heading("Plan");
    await user.keyboard("3");
    await waitFor(() => expect(requests("plan_set").at(-1), "PRP needs nothing more").toMatchObject({ components: [{ kind: "prp", zones: [] }] }));
  });

  it("gives the number keys back to the library when the part with the map is closed", async () => {
    const { user, requests } = open({ ...PLANNING, plan: { ...PLANNING.plan, components: [] } }, "plan");
    await heading("Plan");
    await user.keyboard("2");
    await screen.findByRole("group", { name: /map/i });
    await user.keyboard("{ArrowLeft}4{Escape}");
    await waitFor(() => expect(screen.queryByRole("group", { name: /map/i }), "closed").toBeNull());
    await user.keyboard("3");
    await waitFor(() => expect(requests("plan_set").at(-1), "PRP where the needles go").toMatchObject({ components: [{ kind: "prp", zones: [{ zone: "z.cheek_medial" }] }] }));
  });

  it("keeps a half-filled part while the person looks at another page", async () => {
    const { user, requests } = open({ ...PLANNING, plan: { ...PLANNING.plan, components: [] } }, "plan");
    await heading("Plan");
    await user.keyboard("1");
    await user.type(screen.getByLabelText("Amount, g"), "10");
    await user.click(button(/^2?Screen/));
    await heading("Screening");
    await user.click(button(/^3?Plan/));
    await heading("Plan");
    await user.click(button(/^1\. Numbing cream/));
    expect(screen.getByLabelText<HTMLInputElement>("Amount, g").value, "as typed").toBe("10");
    expect(requests("plan_set"), "and nothing half was recorded").toEqual([]);
  });

  it("repeats the last visit's plan by one key, and goes on when the rules have nothing to say", async () => {
    const library = { ...PLANNING.plan.library, last_components: PLANNING.plan.components.slice(0, 3) };
    const { user, requests } = open({ ...PLANNING, plan: { ...PLANNING.plan, components: [], library } }, "plan");
    await heading("Plan");
    await user.keyboard("r");
    await waitFor(() => expect(requests("plan_set"), "the same parts").toMatchObject([{ components: library.last_components }]));
    expect(await heading(CONSENT.title), "the next open step").toBeTruthy();
  });

  it("sets depths on the map by the number keys while its part is open", async () => {
    const { user, requests } = open(PLANNING, "plan");
    await heading("Plan");
    await user.click(button(/^2\. Microneedling/));
    await user.click(button("Select all its zones"));
    await user.keyboard("4");
    await waitFor(() => expect(requests("plan_set").length, "sent").toBe(1));
    const [sent] = requests("plan_set") as [{ components: { id: string; zones: { depth_um: number }[] }[] }];
    expect(sent.components.find(({ id }) => id === "needling-1")?.zones.map(({ depth_um }) => depth_um), "1 mm in each").toEqual([1000, 1000, 1000, 1000]);
  });
});

describe("the consent", () => {
  it("is initialled, identified, typed, confirmed and filed from the keyboard", async () => {
    const { user, requests } = open(AGREED, "consent");
    await heading(CONSENT.title);
    await user.keyboard("i");
    await screen.findByText("2 of 3 initialled");
    await user.keyboard(" ");
    await screen.findByText("3 of 3 initialled");
    await user.selectOptions(screen.getByLabelText("How the client was identified"), "Known to me");
    await waitFor(() => expect(document.activeElement, "what is still missing").toBe(screen.getByLabelText("Why treatment may follow today")));
    await user.type(screen.getByLabelText("Why treatment may follow today"), "Came from far away");
    await user.click(button("Type the name instead"));
    await user.type(screen.getByLabelText("Client’s name, typed by the client"), "Ines Halvorsen");
    await user.selectOptions(screen.getByLabelText("Somebody of the clinic"), "Ana Ruiz");
    await user.type(screen.getByLabelText("Password of the witness"), "nine loud green boats");
    await user.type(screen.getByLabelText("Practitioner’s PIN"), "4821");
    await user.keyboard(primary);
    await heading("Treatment");
    expect(requests("consent_initial").map((request) => (request as { clause: string }).clause), "clause by clause").toEqual(["c.rare", "c.plasma"]);
    expect(requests("consent_sign"), "exactly the text that was shown").toEqual([
      {
        visit: VISIT.id, language: "en-GB", text_sha256: CONSENT.text_sha256, signature: { kind: "typed", name: "Ines Halvorsen" }, copy: "owed", secret: "4821",
        agrees_electronically: false, others: [{ kind: "user", user: CONSENT.witnesses[0]?.id, secret: "nine loud green boats" }],
      },
    ]);
  });

  it("asks for a witness of a typed name, and for the agreement to an electronic record once", async () => {
    const fresh = { ...CONSENT, initials: ["c.common", "c.rare", "c.plasma"].map((clause) => ({ clause, letters: "I H" })), identity_check: "Known to me", needs_same_day_reason: false, is_electronic_agreed: false };
    const { user, requests } = open(AGREED, "consent", { consent_prepare: () => fresh });
    await heading(CONSENT.title);
    await user.click(button("Type the name instead"));
    await user.type(screen.getByLabelText("Client’s name, typed by the client"), "Ines Halvorsen");
    await user.type(screen.getByLabelText("Practitioner’s PIN"), "4821");
    await user.keyboard(primary);
    expect(await screen.findByText("2 things to put right"), "the agreement, and the witness who is not filled in").toBeTruthy();
    await user.click(screen.getByLabelText(CONSENT.electronic));
    await user.click(button("Take out again"));
    await user.keyboard(primary);
    expect(await screen.findAllByText(/A typed name or a mark needs a witness/), "nobody saw who typed it").not.toEqual([]);
    expect(requests("consent_sign"), "nothing was filed").toEqual([]);
  });

  it("says what it adds to when only the excess is signed", async () => {
    open(AGREED, "consent", { consent_prepare: () => ({ ...CONSENT, adds_to: "2026-11-20" }) });
    expect(await screen.findByText(/adds to the consent of 20-Nov-2026/), "the day of the first").toBeTruthy();
  });

  it("hides the clinic's places from the client", async () => {
    open(AGREED, "consent");
    await heading(CONSENT.title);
    expect(screen.queryByRole("navigation"), "no rail and no steps").toBeNull();
    expect(screen.queryByRole("combobox", { name: /Find/ }), "no search over other clients").toBeNull();
  });

  it("says everything that is missing at once and files nothing", async () => {
    const { user, requests } = open(AGREED, "consent");
    await heading(CONSENT.title);
    await user.keyboard(primary);
    expect(await screen.findByText("5 things to put right"), "initials, identity, reason, signature, PIN").toBeTruthy();
    expect(requests("consent_sign"), "nothing was filed").toEqual([]);
  });

  it("keeps the typed name when the PIN was wrong", async () => {
    const signed = { ...CONSENT, initials: ["c.common", "c.rare", "c.plasma"].map((clause) => ({ clause, letters: "I H" })), identity_check: "Known to me", needs_same_day_reason: false };
    const { user } = open(AGREED, "consent", { consent_prepare: () => signed, consent_sign: () => Promise.reject(new Refused("wrong_secret", "The PIN is not right.")) });
    await heading(CONSENT.title);
    await user.click(button("Type the name instead"));
    await user.type(screen.getByLabelText("Client’s name, typed by the client"), "Ines Halvorsen");
    await user.selectOptions(screen.getByLabelText("Somebody of the clinic"), "Ana Ruiz");
    await user.type(screen.getByLabelText("Password of the witness"), "nine loud green boats");
    await user.type(screen.getByLabelText("Practitioner’s PIN"), "1111");
    await user.keyboard(primary);
    expect(await screen.findByText("The PIN is not right."), "the desk's words").toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>("Client’s name, typed by the client").value, "the client signs once").toBe("Ines Halvorsen");
  });

  it("that was refused by the client is filed as a refusal", async () => {
    const { user, requests } = open(AGREED, "consent");
    await heading(CONSENT.title);
    await user.click(button("The client says no"));
    await user.type(screen.getByLabelText("In the client’s words"), "I want to think");
    await user.type(screen.getByLabelText("Practitioner’s PIN"), "4821");
    await user.click(button("File the refusal"));
    await waitFor(() => expect(requests("consent_refuse"), "a record of its own").toEqual([{ visit: VISIT.id, reason: "I want to think", secret: "4821" }]));
  });
});

describe("the treatment", () => {
  it("does not begin without a consent, and leads to it", async () => {
    const { user } = open(AGREED, "chart");
    await heading("Treatment");
    expect(screen.getByText("The consent is not signed yet."), "the desk's reason").toBeTruthy();
    await user.keyboard(primary);
    expect(await heading(CONSENT.title), "to the consent").toBeTruthy();
  });

  it("copies the last depths, sets endpoints and goes on by four keys", async () => {
    const { user, requests } = open({ ...TREATING, chart: { ...TREATING.chart, zones: [] } }, "chart");
    await heading("Treatment");
    await user.keyboard("{Alt>}d{/Alt}");
    await screen.findByText("21 of 21 zones");
    await user.keyboard("e");
    await waitFor(() => expect(requests("zones_chart").length, "one call for all zones").toBe(1));
    const [charted] = requests("zones_chart") as [{ zones: { endpoint: string }[] }];
    expect(new Set(charted.zones.map(({ endpoint }) => endpoint)), "every charted zone").toEqual(new Set(["pink"]));
  });

  it("runs the numbing clock by two keys and then needles", async () => {
    const chart = { ...TREATING.chart, zones: [], numbing: { is_planned: true, on_at: null, off_at: null, minutes: 30 } };
    const { user, requests } = open({ ...TREATING, chart }, "chart");
    await heading("Treatment");
    await user.keyboard(primary);
    await waitFor(() => expect(requests("numbing_set").length, "on").toBe(1));
    await user.keyboard(primary);
    expect(await screen.findByRole("group", { name: /map/i }), "the map comes up").toBeTruthy();
    expect(requests("numbing_set").map((request) => (request as { cream: string }).cream), "on, then off").toEqual(["on", "off"]);
  });

  it("leads on by the primary key from the zone that has focus, too", async () => {
    const { user } = open({ ...FINISHED, finished_at: null }, "chart");
    await heading("Treatment");
    await user.click(button(/Needle/));
    await user.click(screen.getByRole("button", { name: /^Medial cheek, left/ }));
    await user.keyboard(primary);
    expect(await screen.findByText("End of the treatment"), "the next open step, not the zone again").toBeTruthy();
    await waitFor(() => expect(document.activeElement?.textContent, "the zone is gone, the step has the focus").toMatch(/Finish/));
  });

  it("says of several refused zones what is wrong with each, once", async () => {
    const fields = ["zones.0.depth_um", "zones.1.depth_um"].map((path) => ({ path, words: "The limit here is 1.5 mm." }));
    open({ ...TREATING, chart: { ...TREATING.chart, zones: [] } }, "chart", { zones_chart: () => Promise.reject(new Refused("refused", "2 fields need a look.", fields)) });
    await heading("Treatment");
    await fireEvent.click(screen.getByRole("button", { name: /^Medial cheek, left/ }));
    await fireEvent.keyDown(document.body, { key: "7" });
    expect(await screen.findByText("The limit here is 1.5 mm."), "the limit, not a count of fields").toBeTruthy();
  });

  it("takes a depth above the limit only as what was already done, with a reason", async () => {
    let refuses = true;
    const { user, requests } = open({ ...TREATING, chart: { ...TREATING.chart, zones: [] } }, "chart", {
      zones_chart: () => {
        if (!refuses) return TREATING;
        refuses = false;
        throw new Refused("refused", "The limit for the medial cheek is 1.5 mm.");
      },
    });
    await heading("Treatment");
    await user.click(screen.getByRole("button", { name: /^Medial cheek, left/ }));
    await user.keyboard("7");
    expect(await screen.findByText("The limit for the medial cheek is 1.5 mm."), "in its place").toBeTruthy();
    await user.click(button("It has already been done: record as deviation"));
    await user.type(screen.getByLabelText("Why it was deeper"), "Deep scar");
    await user.click(button("Record as deviation"));
    await waitFor(() => expect(requests("zones_chart").at(-1), "with its reason").toMatchObject({ zones: [{ depth_um: 2500, deviation_reason: "Deep scar" }] }));
  });

  let at = 5000;
  async function scan(text: string) {
    for (const key of [...text, "Enter"]) {
      const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
      Object.defineProperty(event, "timeStamp", { value: (at += 6) });
      await fireEvent(document.body, event);
    }
    at += 1000;
  }

  it("records a scanned lot without another key, and once however often it is scanned", async () => {
    const { requests } = open(TREATING, "chart");
    await heading("Treatment");
    await scan("PR-0917");
    await waitFor(() => expect(requests("item_add"), "for the part that asks for it").toMatchObject([{ component: "plasma-1", kind: "plasma_kit", lot: "PR-0917", gtin: "09506008115865", expires_on: "2027-01-31" }]));
    await scan("PR-0917");
    expect(await screen.findByText("Lot PR-0917 is already recorded"), "said").toBeTruthy();
    expect(requests("item_add").length, "the same label is no second product").toBe(1);
  });

  it("records nothing of a scan that may not be used, and says why until it is read", async () => {
    const expired = { gtin: null, lot: "PR-0001", expires_on: "2026-01-31", is_usable: false, notes: ["This item expired on 31-Jan-2026."] };
    const { user, requests } = open(TREATING, "chart", { item_scan: () => expired });
    await heading("Treatment");
    await scan("PR-0001");
    expect(await screen.findByText("This item expired on 31-Jan-2026."), "the desk's words").toBeTruthy();
    expect(requests("item_add"), "nothing").toEqual([]);
    await user.click(button("Dismiss, Scan"));
    expect(screen.queryByText("This item expired on 31-Jan-2026."), "read").toBeNull();
  });

  it("never guesses a lot that a barcode does not name", async () => {
    const { requests } = open(TREATING, "chart", { item_scan: () => ({ gtin: "09506008115865", lot: null, expires_on: null, is_usable: true, notes: [] }) });
    await heading("Treatment");
    await scan("09506008115865");
    expect(await screen.findByText("The barcode names no lot. Type the lot from the label."), "what to do").toBeTruthy();
    expect(requests("item_add"), "nothing").toEqual([]);
  });

  it("records a lot with its product, and says whether it is in date", async () => {
    const { user, requests } = open(TREATING, "chart");
    await heading("Treatment");
    await user.type(screen.getByLabelText("Product"), "Plasma kit");
    await user.type(screen.getByLabelText("Lot"), "PR-0917");
    await user.click(button("Record the lot"));
    await waitFor(() => expect(requests("item_add"), "for the part that asks for it").toMatchObject([{ component: "plasma-1", kind: "plasma_kit", product: "Plasma kit", lot: "PR-0917" }]));
    expect(screen.getByText("In date"), "the cartridge").toBeTruthy();
  });

  it("is finished by a pain score and the primary key, and leads to the signature", async () => {
    const { user, requests } = open({ ...FINISHED, finished_at: null, chart: { ...FINISHED.chart, pain_score: null } }, "chart");
    await heading("Treatment");
    await user.keyboard("3");
    await waitFor(() => expect(requests("chart_note"), "kept at once").toMatchObject([{ pain_score: 3 }]));
    await user.keyboard(primary);
    expect(await heading("Signature"), "the next step").toBeTruthy();
    expect(requests("visit_finish"), "now").toEqual([{ visit: VISIT.id, finished_at: null }]);
  });
});

describe("the signature", () => {
  it("waits for every open point, and each leads to its step", async () => {
    const { user } = open({ ...FINISHED, open_points: [{ step: "treat", words: "Record the lot of the PRP kit." }] }, "sign");
    await heading("Signature");
    expect(screen.getByLabelText<HTMLInputElement>("PIN to sign the visit").disabled, "nothing to sign yet").toBe(true);
    await user.click(button("Record the lot of the PRP kit."));
    expect(await heading("Treatment"), "where it is done").toBeTruthy();
  });

  it("locks the visit by the PIN alone and leads to the sheet", async () => {
    const { user, requests } = open(FINISHED, "sign");
    await heading("Signature");
    expect(document.activeElement, "nothing else is missing").toBe(screen.getByLabelText("PIN to sign the visit"));
    await user.keyboard("4821{Enter}");
    expect(await heading("Aftercare"), "the sheet is next").toBeTruthy();
    expect(requests("visit_sign"), "signed once").toEqual([{ visit: VISIT.id, secret: "4821" }]);
  });

  it("can only be added to afterwards", async () => {
    const { user, requests } = open(SIGNED_VISIT, "sign");
    await heading("Signature");
    expect(screen.queryByRole("button", { name: "Undo" }), "nothing is undone in a signed visit").toBeNull();
    await user.type(screen.getByLabelText("What is added or corrected, and why"), "Redness gone");
    await user.type(screen.getByLabelText("PIN to sign the addition"), "4821{Enter}");
    await waitFor(() => expect(requests("addendum_add"), "with its own signature").toEqual([{ visit: VISIT.id, text: "Redness gone", secret: "4821" }]));
  });
});

describe("the aftercare sheet", () => {
  const plain = { sheet_prepare: () => ({ ...SHEET, conflicts: [] }) };

  it("shows the file itself and prints it by one key", async () => {
    const { user, requests } = open(SIGNED_VISIT, "aftercare", plain);
    await heading("Aftercare");
    expect((await screen.findByTitle("Aftercare sheet, 2 pages")).tagName, "the exact bytes").toBe("IFRAME");
    await user.keyboard("{Control>}p{/Control}");
    expect(await screen.findByText("Printed, and saved to documents as A-000012"), "what became of it").toBeTruthy();
    expect(requests("sheet_print"), "the bytes that were shown").toEqual([{ visit: VISIT.id, token: SHEET.token, conflicts_seen: false, n_copies: 1, printer: null }]);
  });

  it("is filed although the printer failed, and can be printed again from the file", async () => {
    const failed = { ...plain, sheet_print: () => ({ document: { id: "d", number: "A-000013", kind: "aftercare" as const, title: "", filed_at: "", n_pages: 2, pdf_sha256: "" }, was_printed: false, why_not: "The printer is out of paper." }) };
    const { user, requests } = open(SIGNED_VISIT, "aftercare", failed);
    await screen.findByTitle("Aftercare sheet, 2 pages");
    await user.keyboard("{Control>}p{/Control}");
    expect(await screen.findByText("The printer is out of paper."), "the printer's trouble in words").toBeTruthy();
    expect(screen.getByText("Saved to documents as A-000013, not printed"), "nothing is lost").toBeTruthy();
    await user.click(button("Retry"));
    await waitFor(() => expect(requests("document_print"), "the same document").toEqual([{ document: "d", n_copies: 1, printer: null }]));
  });

  it("is handed over only when conflicts were read", async () => {
    const { user } = open(SIGNED_VISIT, "aftercare");
    await screen.findByTitle("Aftercare sheet, 2 pages");
    expect(button(/^Print 1 copy/).disabled, "not read yet").toBe(true);
    await user.click(screen.getByLabelText("I have read how they were settled"));
    expect(button(/^Print 1 copy/).disabled, "read").toBe(false);
  });

  it("says in the desk's words why there is none", async () => {
    const refused = { sheet_prepare: () => Promise.reject(new Refused("refused", "The treatment has no end yet.")) };
    open(TREATING, "aftercare", refused);
    expect(await screen.findByText("The treatment has no end yet."), "why").toBeTruthy();
  });
});
