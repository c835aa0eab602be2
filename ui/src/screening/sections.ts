// The questionnaire as it is worked through: sections with what is open in each, and which question comes next.
import type { QuestionRow, ScreeningView } from "../lib/backend/contract";
import { say } from "../lib/words";

/** One section on the left. */
export interface Section {
  id: string;
  title: string;
  questions: readonly QuestionRow[];
}

/** The section of medicines, blood results and procedures. It holds no questions. */
export const BACKGROUND = "background";

/** Sections in the order of work: the desk's, then the lists. */
export function sectionsOf(screening: ScreeningView): Section[] {
  const asked = screening.sections.map(({ id, title, questions }) => ({ id, title, questions }));
  return [...asked, { id: BACKGROUND, title: say("screening-background"), questions: [] }];
}

/** Whether a question still waits for its answer of today. */
export function isOpen({ answer, is_same_day, is_carried_over }: QuestionRow): boolean {
  return answer === null || (is_same_day && is_carried_over);
}

/** Questions of a section without an answer. */
export function openQuestions(section: Section): QuestionRow[] {
  return section.questions.filter(isOpen);
}

/** The question after `id` that is open: in its section, then in those after it, then in those before. */
export function nextOpen(sections: readonly Section[], sectionId: string, id: string): { section: string; question: string } | null {
  const at = sections.findIndex((section) => section.id === sectionId);
  const here = sections[at];
  const place = here?.questions.findIndex((question) => question.id === id) ?? -1;
  const later = here?.questions.slice(place + 1).find(isOpen);
  if (here !== undefined && later !== undefined) return { section: here.id, question: later.id };
  for (const section of [...sections.slice(at + 1), ...sections.slice(0, at + 1)]) {
    const first = section.questions.find(isOpen);
    if (first !== undefined) return { section: section.id, question: first.id };
  }
  return null;
}

/** The section to begin with: the first with something open. */
export function firstOpenSection(sections: readonly Section[]): string {
  return (sections.find((section) => openQuestions(section).length > 0) ?? sections[0])?.id ?? BACKGROUND;
}

/** The id of the control that answers a question; focus and error summaries go there. */
export const controlOf = (question: string) => `question-${question}`;
