// One day of the practice. Every verb asks the desk and takes the day it answers with.
import type { Backend } from "../lib/backend/backend";
import type { AppointmentRow, AppointmentSaveRequest, TodayView, VisitId } from "../lib/backend/contract";
import { Asked } from "../lib/asked.svelte";

export class DayList {
  readonly #asked = new Asked<TodayView>();
  #cancelled = $state.raw<AppointmentRow | null>(null);

  constructor(private readonly backend: Backend) {}

  get view(): TodayView | null {
    return this.#asked.answer;
  }

  get problem(): unknown {
    return this.#asked.problem;
  }

  /** The appointment taken out last, while it can be put back. */
  get cancelled(): AppointmentRow | null {
    return this.#cancelled;
  }

  /** Appointments that have not begun. */
  get planned(): readonly AppointmentRow[] {
    return this.#of("planned");
  }

  /** Appointments whose visit is being worked on. */
  get inProgress(): readonly AppointmentRow[] {
    return this.#of("in_progress");
  }

  /** Appointments whose visit is signed or was closed without treatment. */
  get done(): readonly AppointmentRow[] {
    return this.#of("done");
  }

  /** Visits begun and not signed that have no appointment of this day. */
  get otherOpen(): TodayView["open_visits"] {
    return this.view?.open_visits.filter((visit) => !this.#hasAppointment(visit.id)) ?? [];
  }

  /** Visits signed on this day that have no appointment of it. */
  get otherDone(): TodayView["signed_visits"] {
    return this.view?.signed_visits.filter((visit) => !this.#hasAppointment(visit.id)) ?? [];
  }

  async look(): Promise<void> {
    await this.#asked.ask(() => this.backend.call("today_view", { on: null }));
  }

  /** Throws what the desk refuses: the form that asked shows it. */
  async add(request: AppointmentSaveRequest): Promise<void> {
    this.#asked.take(await this.backend.call("appointment_save", request));
  }

  async cancel(row: AppointmentRow): Promise<void> {
    const done = await this.#asked.ask(() => this.backend.call("appointment_cancel", { appointment: row.id }));
    if (done) this.#cancelled = row;
  }

  /** Writes the cancelled appointment down again, as it was. */
  async putBack(): Promise<void> {
    const row = this.#cancelled;
    const on = this.view?.on;
    if (row === null || on === undefined) return;
    const request = { client: row.client.id, on, starts: row.starts, purpose: row.purpose };
    if (await this.#asked.ask(() => this.backend.call("appointment_save", request))) this.#cancelled = null;
  }

  forgetCancelled(): void {
    this.#cancelled = null;
  }

  #hasAppointment(visit: VisitId): boolean {
    return this.view?.appointments.some((row) => row.visit === visit) ?? false;
  }

  #of(status: AppointmentRow["status"]): readonly AppointmentRow[] {
    return this.view?.appointments.filter((row) => row.status === status) ?? [];
  }
}
