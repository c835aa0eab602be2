// A made-up visit for looking at its pages and for tests. Every depth, lot and sentence of a rule is there to be looked at.
import type {
  Answer, ChartedZone, Component, ConsentView, PlanView, QuestionRow, ScreeningView, SheetView, Side, VerdictView, VisitView, ZoneChoice, ZoneId,
} from "../lib/backend/contract";
import { INES, MARKS } from "./sample";

const MARA = "0199a000-0000-7000-8001-000000000001";
const id = (kind: string, n: number) => `0199a000-0000-7000-9${kind}-${String(n).padStart(12, "0")}`;

const told = (state: Answer["state"]): Answer => ({ state, asked_by: MARA, asked_at: "2026-11-20T14:01:10Z" });

function question(key: string, words: string, more: Partial<QuestionRow> = {}): QuestionRow {
  return { id: key, words, is_same_day: false, is_mandatory: true, answer: null, is_carried_over: false, fields: [], ...more };
}

const day = (words: string) => ({ field: "ended_on", words, is_needed: true, options: [] });

export const SCREENING: ScreeningView = {
  sections: [
    {
      id: "today", title: "Today",
      questions: [
        question("ci.pregnant", "Are you pregnant, or could you be?", { is_same_day: true, answer: told("no") }),
        question("ci.hsv_active", "Do you have a cold sore or herpes now?", { is_same_day: true, answer: told("no") }),
        question("ci.sunburn", "Is the skin to be treated sunburnt?", { is_same_day: true }),
        question("ci.nsaid", "Have you taken a painkiller such as ibuprofen in the last 7 days?", { is_same_day: true, answer: told("yes"), fields: [day("Last dose")] }),
      ],
    },
    {
      id: "health", title: "Health",
      questions: [
        question("ci.bleeding", "Do you have a bleeding disorder?"),
        question("ci.ctd", "Do you have lupus or another connective tissue disease?", {
          fields: [{ field: "active", words: "Active at the moment", is_needed: true, options: [{ id: "true", words: "Active" }, { id: "false", words: "Quiet" }] }],
        }),
        question("ci.epilepsy", "Do you have epilepsy?", { is_mandatory: false }),
      ],
    },
    {
      id: "skin", title: "Skin",
      questions: [
        question("ci.keloid_history", "Have you ever had a keloid or a raised scar?", { answer: told("no"), is_carried_over: true }),
        question("ci.warts_molluscum", "Are there warts in the area to be treated?", {
          answer: { ...told("yes"), zones: ["z.chin"] },
          fields: [{ field: "zones", words: "Where", is_needed: false, options: [] }],
        }),
      ],
    },
  ],
  medicines: [
    { medicine: { name: "ibuprofen", ended_on: "2026-11-17", is_prescribed: false }, is_known_to_rules: true },
    { medicine: { name: "ashwagandha", ended_on: null, is_prescribed: false }, is_known_to_rules: false },
  ],
  measures: [], history: null, n_unanswered: 5, can_copy_from: null, closed: null,
};

const BOTH: readonly Side[] = ["right", "left"];
const zone = (name: ZoneId, words: string, from: number | null, to: number | null): ZoneChoice => ({ zone: name, words, usual_from_um: from, usual_to_um: to });

export const ZONE_CHOICES: ZoneChoice[] = [
  zone("z.cheek_lateral", "Lateral cheek", 500, 1500), zone("z.cheek_medial", "Medial cheek", 500, 1500), zone("z.chin", "Chin", 500, 1000),
  zone("z.forehead", "Forehead", 250, 1000), zone("z.jawline", "Jawline", 500, 1000), zone("z.scalp", "Scalp", 500, 1500),
];

const cheeks = (depth_um: number | null) =>
  (["z.cheek_medial", "z.cheek_lateral"] as const).flatMap((name) => BOTH.map((side) => ({ zone: name, side, depth_um, indication: null })));

export const COMPONENTS: Component[] = [
  { id: "numbing-1", zones: cheeks(null), kind: "ta", product: "lmx", amount_mg: 10_000, area_cm2: 200, minutes: 30, is_occluded: true, is_prescription: false },
  {
    id: "needling-1", zones: cheeks(1500), kind: "mn", device: { name: "Dermapen 4", label_max_um: 2500, needle: "nickel_free" },
    indication: "ind.acne_rolling", n_sessions: 4,
  },
  { id: "plasma-1", zones: cheeks(null), kind: "prp", draw_ul: 10_000 },
  { id: "peel-1", zones: cheeks(null), kind: "peel", agent: "glycolic", strength_milli_percent: 30_000, n_layers: 1, contact_s: 180 },
];

export const VERDICT: VerdictView = {
  decision: "DEFER", tier: "stop", earliest_on: "2026-12-18", may_go_on: false,
  missing: [{ path: "answers.ci.nsaid.ended_on", words: "Day of the last painkiller", components: ["plasma-1"] }],
  components: [
    { id: "numbing-1", title: "Numbing cream", decision: "CLEAR", tier: "pass", earliest_on: "2026-11-20", zones: [], sessions: [], interval_days: null },
    {
      id: "needling-1", title: "Microneedling", decision: "MODIFY", tier: "caution", earliest_on: "2026-11-20", sessions: [], interval_days: 28,
      zones: (["z.cheek_medial", "z.cheek_lateral"] as const).map((name) => ({ zone: name, decision: "MODIFY", planned_um: 1500, cap_um: 1000, binding: ["Blood thinner"] })),
    },
    { id: "plasma-1", title: "PRP", decision: "INCOMPLETE", tier: "stop", earliest_on: null, zones: [], sessions: [], interval_days: null },
    { id: "peel-1", title: "Glycolic peel", decision: "DEFER", tier: "stop", earliest_on: "2026-12-18", zones: [], sessions: [], interval_days: null },
  ],
  findings: [
    finding("cb.mn_peel", "DEFER", "stop", "Peel within 28 days of needling on type IV skin.", { until: "2026-12-18", components: ["peel-1"], fix: { kind: "remove", component: "peel-1" } }),
    finding("ci.retinoid_topical", "DEFER", "stop", "Retinoid cream used 2 days ago.", { until: "2026-11-22", can_be_lifted: true, components: ["needling-1"] }),
    finding("ci.anticoagulant", "MODIFY", "caution", "Blood thinner: needle no deeper than 1 mm. Never advise stopping it.", { zones: ["z.cheek_medial"], fix: { kind: "take_cap" }, components: ["needling-1"] }),
    finding("fst.4", "INFORM", "note", "Type IV skin: darker marks are more likely. Say so in the consent.", { components: ["needling-1"] }),
    finding("ci.smoking", "INFORM", "note", "Smoking slows healing.", { components: ["needling-1"] }),
  ],
  sequential: [
    { component: "needling-1", title: "Microneedling", on: "2026-11-20" },
    { component: "peel-1", title: "Glycolic peel", on: "2026-12-18" },
  ],
  protocol_version: "2026.1",
};

function finding(
  rule: string, decision: VerdictView["decision"], tier: VerdictView["tier"], words: string, more: Partial<VerdictView["findings"][number]>,
): VerdictView["findings"][number] {
  return {
    rule, decision, tier, words, source: "SPLAB, IADPEEL", status: "P: product policy, to be approved by the clinic", components: [], zones: [],
    until: null, can_be_lifted: false, lifted: null, fix: null, ...more,
  };
}

export const PLAN: PlanView = {
  components: COMPONENTS,
  verdict: VERDICT,
  library: {
    indications: [{ id: "ind.acne_rolling", words: "Acne scars, rolling" }, { id: "ind.photoageing", words: "Fine lines" }],
    zones: ZONE_CHOICES, last_components: [], last_device: { name: "Dermapen 4", label_max_um: 2500, needle: "nickel_free" },
  },
};

export const CLEAR_VERDICT: VerdictView = {
  ...VERDICT, decision: "CLEAR", tier: "pass", may_go_on: true, missing: [], findings: [], sequential: [], earliest_on: "2026-11-20",
  components: VERDICT.components.slice(0, 3).map((part) => ({ ...part, decision: "CLEAR", tier: "pass", earliest_on: "2026-11-20" })),
};

const planned = MARKS.map(({ zone: name, side, depth_um }) => ({ zone: name, side, planned_um: depth_um, cap_um: 1500 }));

export const VISIT: VisitView = {
  id: id("040", 31), number: "A-000031", banner: INES, visit_on: "2026-11-20", status: "open",
  rail: [
    { step: "arrive", light: "done" }, { step: "screen", light: "open" }, { step: "consent", light: "open" }, { step: "numb", light: "open" },
    { step: "treat", light: "open" }, { step: "sign", light: "open" }, { step: "print", light: "open" },
  ],
  screening: SCREENING,
  plan: { ...PLAN, components: [], verdict: { ...CLEAR_VERDICT, may_go_on: false, components: [] } },
  consent: { is_valid: false, why_not: "The consent is not signed yet.", consent: null, document: null, signed_at: null, copy: null, refusal: null },
  chart: {
    zones: [], planned: [], items: [], wanted_items: [], numbing: { is_planned: false, on_at: null, off_at: null, minutes: null },
    pain_score: null, note: "", last_zones: [], last_visit_on: null,
  },
  open_points: [], finished_at: null, signature: null, wrong_client: [], addenda: [], documents: [], sheet: null, can_undo: true, can_redo: false,
  saved_at: "2026-11-20T14:22:08Z",
};

const closed = { at: "2026-11-20T14:05:00Z", by_name: "Mara Okafor", copied_from: null };

/** Screened, being planned, and in trouble with the rules. */
export const PLANNING: VisitView = { ...VISIT, screening: { ...SCREENING, closed, n_unanswered: 0 }, plan: PLAN };

/** Screened and planned; the consent is next. */
export const AGREED: VisitView = { ...PLANNING, plan: { ...PLAN, components: COMPONENTS.slice(0, 3), verdict: CLEAR_VERDICT } };

export const PRINTED_CONSENT = id("041", 12);

/** Consented and being treated. */
export const TREATING: VisitView = {
  ...AGREED,
  consent: { is_valid: true, why_not: null, consent: id("042", 1), document: PRINTED_CONSENT, signed_at: "2026-11-20T14:20:00Z", copy: "printed", refusal: null },
  chart: {
    ...VISIT.chart, planned, zones: [...MARKS], last_zones: [...MARKS], last_visit_on: "2026-10-23",
    numbing: { is_planned: true, on_at: "2026-11-20T14:22:08Z", off_at: "2026-11-20T14:52:08Z", minutes: 30 },
    items: [{ item: itemUse("cartridge", "needling-1", "Dermapen 12-pin", "NC-2231", "2027-05-31") }],
    wanted_items: [{ component: "plasma-1", kind: "plasma_kit", words: "PRP kit lot" }],
  },
};

function itemUse(kind: "cartridge" | "plasma_kit", component: string, product: string, lot: string, expires_on: string) {
  return { id: id("043", 1), visit: id("040", 31), client: INES.id, component, kind, item: { product, lot, expires_on, gtin: null } };
}

/** Treated, with points open before the signature. */
export const FINISHED: VisitView = {
  ...TREATING, finished_at: "2026-11-20T15:31", chart: { ...TREATING.chart, wanted_items: [], pain_score: 3, note: "Well tolerated." },
};

export const SIGNED_VISIT: VisitView = {
  ...FINISHED, status: "signed", signature: { name: "Mara Okafor", signed_at: "2026-11-20T15:40:00Z" }, can_undo: false,
  addenda: [{ id: id("044", 1), text: "Client called: slight swelling, no pain.", by_name: "Mara Okafor", written_at: "2026-11-21T09:12:00Z" }],
};

export const CONSENT: ConsentView = {
  title: "Consent to microneedling with PRP", language: "en-GB", languages: [{ id: "en-GB", words: "English" }], text_version: "2026.1", text_sha256: "9f2c4e0b7a1d5c3388aa51e06f4b92d7c0de18a4b3f25967ee01c4d2a8b6735f",
  sections: [
    {
      heading: "What will be done",
      clauses: [
        { id: "c.what", heading: "The treatment", number: "1.1", needs_initials: false, paragraphs: ["Fine needles make small openings in the skin of your cheeks, up to 1 mm deep. Your own plasma, made from 10 mL of your blood, is put on while this is done."] },
        { id: "c.series", heading: "How often", number: "1.2", needs_initials: false, paragraphs: ["Four visits are agreed, about four weeks apart. Nobody can promise you a result."] },
      ],
    },
    {
      heading: "What can happen",
      clauses: [
        { id: "c.common", heading: "Often", number: "2.1", needs_initials: true, paragraphs: ["Most people are red and slightly swollen for one to three days.", "The skin may feel tight and may flake."] },
        { id: "c.rare", heading: "Rarely", number: "2.2", needs_initials: true, paragraphs: ["Rarely there is infection, a scar, or darker or lighter marks. On type IV skin darker marks are more likely."] },
        { id: "c.plasma", heading: "The blood sample", number: "2.3", needs_initials: true, paragraphs: ["Drawing blood can leave a bruise."] },
      ],
    },
  ],
  intent: "I have read this, my questions were answered, and I agree to what is described here.",
  initials: [{ clause: "c.common", letters: "I H" }], suggested_initials: "I H", questions: "", needs_same_day_reason: true,
  cooling_off_until: "2026-11-22T14:10", same_day_reason: "", identity_check: "", guardian_name: null,
  electronic: "I agree that this form is kept as an electronic record.", is_electronic_agreed: true, adds_to: null, needs_interpreter: false,
  witnesses: [{ id: id("0b1", 1), name: "Ana Ruiz" }],
};

export const SHEET: SheetView = {
  token: "t1", url: "about:blank", n_pages: 2, pdf_sha256: CONSENT.text_sha256, language: "en-GB",
  languages: [{ id: "en-GB", words: "English" }, { id: "de", words: "Deutsch" }],
  dates: [
    { at: "2026-11-20T21:31", words: "You may wash your face with water", binds: "Microneedling" },
    { at: "2026-11-22T07:00", words: "You may use make-up again", binds: "Microneedling" },
    { at: "2026-11-27T07:00", words: "You may use retinoid again", binds: "Microneedling" },
  ],
  conflicts: ["Make-up: 24 hours after microneedling, 12 hours after PRP. The longer one is on the sheet."],
  text: ["Aftercare for Ines Halvorsen", "Whom to call"],
};

export const LAST_ZONES: readonly ChartedZone[] = MARKS;
