// A client's visits and papers in one row of time, newest first, month by month.
import type { DocumentRow, VisitRow } from "../lib/backend/contract";
import { dayAt } from "../lib/dates";

export type TimelineEntry =
  | { kind: "visit"; id: string; on: string; visit: VisitRow }
  | { kind: "document"; id: string; on: string; document: DocumentRow };

export interface TimelineMonth {
  /** Any day of the month, as an ISO date. */
  on: string;
  entries: TimelineEntry[];
}

/** The months that hold anything, newest first; `zone` is the clinic's, for the days papers were filed on. */
export function monthsOf(visits: readonly VisitRow[], documents: readonly DocumentRow[], zone: string): TimelineMonth[] {
  const entries: TimelineEntry[] = [
    ...visits.map((visit) => ({ kind: "visit" as const, id: visit.id, on: visit.visit_on, visit })),
    ...documents.map((document) => ({ kind: "document" as const, id: document.id, on: dayAt(document.filed_at, zone), document })),
  ];
  // The lists come newest first; sorting by day alone keeps the visit before the papers filed on it.
  entries.sort((a, b) => b.on.localeCompare(a.on));
  const months: TimelineMonth[] = [];
  for (const entry of entries) {
    const last = months.at(-1);
    if (last !== undefined && last.on.slice(0, 7) === entry.on.slice(0, 7)) last.entries.push(entry);
    else months.push({ on: entry.on, entries: [entry] });
  }
  return months;
}
