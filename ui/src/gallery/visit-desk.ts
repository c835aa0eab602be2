// A made-up desk for one visit: keeps what it is told in the shape it was told, and judges nothing.
import type { AnswerFields, Commands, ConsentView, VisitView, ZoneChange } from "../lib/backend/contract";
import type { Answers } from "../lib/backend/fake";
import { withChanges } from "../visits/map/edits";
import { practice } from "./people-sample";
import { CLEAR_VERDICT, CONSENT, PRINTED_CONSENT, SHEET } from "./visit-sample";

const NOW = "2026-11-20T14:30:00Z";
const MARA = "0199a000-0000-7000-8001-000000000001";

/** Answers that start from `start`. `more` stands in for single ones. */
export function visitDesk(start: VisitView, more: Answers<Commands> = {}): Answers<Commands> {
  let view = start;
  let consent = CONSENT;
  const keep = (change: Partial<VisitView>) => (view = { ...view, ...change, saved_at: NOW });
  const chart = (change: Partial<VisitView["chart"]>) => keep({ chart: { ...view.chart, ...change } });
  const keepConsent = (change: Partial<ConsentView>) => (consent = { ...consent, ...change });
  const document = { id: PRINTED_CONSENT, number: "A-000012", kind: "aftercare" as const, title: "Aftercare", filed_at: NOW, n_pages: 2, pdf_sha256: SHEET.pdf_sha256 };

  return practice({
    visit_open: () => view,
    answer_set: ({ question, answer }) => keep({ screening: answered(view.screening, question, answer) }),
    background_set: ({ medicines, measures, history }) =>
      keep({ screening: { ...view.screening, medicines: medicines.map((medicine) => ({ medicine, is_known_to_rules: true })), measures, history } }),
    screening_copy: () => keep({ screening: { ...view.screening, n_unanswered: 0 } }),
    screening_close: () => keep({ screening: { ...view.screening, closed: { at: NOW, by_name: "Mara Okafor", copied_from: null } } }),
    plan_set: ({ components }) =>
      keep({ plan: { ...view.plan, components, verdict: { ...CLEAR_VERDICT, components: CLEAR_VERDICT.components.filter(({ id }) => components.some((part) => part.id === id)) } } }),
    plan_fix: ({ fix }) =>
      keep({ plan: { ...view.plan, components: view.plan.components.filter((part) => fix.kind !== "remove" || part.id !== fix.component) } }),
    finding_lift: ({ rule, reason }) => {
      const findings = view.plan.verdict.findings.map((row) => (row.rule === rule ? { ...row, lifted: { name: "Mara Okafor", reason, at: NOW } } : row));
      return keep({ plan: { ...view.plan, verdict: { ...view.plan.verdict, findings } } });
    },
    consent_prepare: () => consent,
    consent_initial: ({ clause, letters }) =>
      keepConsent({ initials: [...consent.initials.filter((row) => row.clause !== clause), ...(letters === "" ? [] : [{ clause, letters }])] }),
    consent_note: ({ questions, same_day_reason, identity_check }) => keepConsent({ questions, same_day_reason, identity_check }),
    consent_sign: ({ copy }) => keep({ consent: { is_valid: true, why_not: null, consent: PRINTED_CONSENT, document: PRINTED_CONSENT, signed_at: NOW, copy, refusal: null } }),
    consent_refuse: () => view,
    copy_give: ({ fate }) => {
      keep({ consent: { ...view.consent, copy: fate } });
      return { copy: fate, why_not: null, owed: [] };
    },
    visit_move: () => view,
    zones_chart: ({ zones }: { zones: ZoneChange[] }) => chart({ zones: withChanges(view.chart.zones, zones) }),
    zones_copy_last: () => chart({ zones: view.chart.last_zones.map((zone) => ({ ...zone, endpoint: null })) }),
    item_add: ({ component, kind, product, lot, expires_on, gtin }) =>
      chart({
        items: [...view.chart.items, { item: { id: `item-${lot}`, visit: view.id, client: view.banner.id, component, kind, item: { product, lot, expires_on, gtin } } }],
        wanted_items: view.chart.wanted_items.filter((wanted) => wanted.component !== component || wanted.kind !== kind),
      }),
    item_scan: ({ text }) => ({ gtin: "09506008115865", lot: text, expires_on: "2027-01-31", is_usable: true, notes: [] }),
    item_remove: ({ item }) => chart({ items: view.chart.items.filter((row) => row.item.id !== item) }),
    numbing_set: ({ cream }) => chart({ numbing: { ...view.chart.numbing, ...(cream === "on" ? { on_at: NOW } : { off_at: NOW }) } }),
    chart_note: ({ pain_score, note }) => chart({ pain_score, note }),
    visit_finish: ({ finished_at }) => keep({ finished_at: finished_at ?? "2026-11-20T15:31" }),
    visit_sign: () => keep({ status: "signed", signature: { name: "Mara Okafor", signed_at: NOW } }),
    addendum_add: ({ text }) => keep({ addenda: [...view.addenda, { id: `addendum-${view.addenda.length}`, text, by_name: "Mara Okafor", written_at: NOW }] }),
    visit_not_today: () => keep({ status: "not_today" }),
    visit_undo: () => view,
    visit_redo: () => view,
    sheet_prepare: ({ language }) => ({ ...SHEET, language: language ?? SHEET.language }),
    sheet_file: () => document,
    sheet_print: () => ({ document, was_printed: true, why_not: null }),
    document_print: () => ({ document, was_printed: true, why_not: null }),
    ...more,
  });
}

function answered(screening: VisitView["screening"], question: string, answer: AnswerFields | null): VisitView["screening"] {
  const sections = screening.sections.map((section) => ({
    ...section,
    questions: section.questions.map((row) =>
      row.id === question ? { ...row, is_carried_over: false, answer: answer === null ? null : { ...answer, asked_by: MARA, asked_at: NOW } } : row,
    ),
  }));
  const open = sections.flatMap(({ questions }) => questions).filter((row) => row.is_mandatory && row.answer === null);
  return { ...screening, sections, n_unanswered: open.length };
}
