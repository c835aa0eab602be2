//! The day: appointments by hand, visits in progress, what is owed.

use care::record::{Appointment, AppointmentId, Client, Component, Visit};
use chrono::NaiveDate;
use store::{Act, Read, StoreError};

use crate::cases::access_requests::due_rows;
use crate::cases::clients::client_row;
use crate::cases::copies::owed_rows;
use crate::cases::fields::{Checker, LINE};
use crate::failure::Failure;
use crate::seat::Seat;
use crate::visit::{planned_components, visit_row};
use crate::wire::{
    AppointmentRequest, AppointmentRow, AppointmentSaveRequest, AppointmentStatus, TodayRequest, TodayView, VisitRow,
};

/// Shows one day.
pub(crate) fn view_today(seat: &Seat<'_>, request: TodayRequest) -> Result<TodayView, Failure> {
    let on = match request.on {
        Some(text) => {
            let mut fields = Checker::default();
            let day = fields.day("on", &text);
            fields.finish()?;
            day.unwrap_or_else(|| seat.today())
        }
        None => seat.today(),
    };
    day_view(seat, on)
}

fn day_view(seat: &Seat<'_>, on: NaiveDate) -> Result<TodayView, Failure> {
    let (owed_copies, n_owed_copies) = owed_rows(seat)?;
    seat.read(|read| {
        let appointments = read.appointments(on)?.into_iter().map(|row| appointment_row(seat, read, row, on));
        Ok(TodayView {
            on: on.to_string(),
            appointments: appointments.collect::<Result<_, StoreError>>()?,
            open_visits: visit_rows(seat, read, read.open_visits()?)?,
            signed_visits: visit_rows(seat, read, read.visits_signed_on(on)?)?,
            access_requests: due_rows(seat, read)?,
            owed_copies,
            n_owed_copies,
        })
    })
}

fn appointment_row(
    seat: &Seat<'_>,
    read: &Read<'_>,
    row: store::AppointmentRow,
    on: NaiveDate,
) -> Result<AppointmentRow, StoreError> {
    let appointment = row.appointment.record;
    let visit =
        read.visits_of(appointment.client)?.into_iter().map(|stored| stored.record).find(|visit| visit.visit_on == on);
    let status = match &visit {
        None => AppointmentStatus::Planned,
        Some(visit) if visit.is_signed || visit.not_today.is_some() => AppointmentStatus::Done,
        Some(_) => AppointmentStatus::InProgress,
    };
    let client = client_row(seat, &row.client);
    // What a restricted client comes for is as private as the name.
    let purpose = if client.is_hidden { String::new() } else { appointment.purpose };
    Ok(AppointmentRow {
        id: appointment.id,
        client,
        starts: appointment.starts.format("%H:%M").to_string(),
        purpose,
        visit: visit.map(|visit| visit.id),
        status,
    })
}

fn visit_rows(seat: &Seat<'_>, read: &Read<'_>, visits: Vec<Visit>) -> Result<Vec<VisitRow>, StoreError> {
    let rows = visits.into_iter().map(|visit| {
        let client: Client = read.client(visit.client)?.record;
        let components: Vec<Component> = planned_components(read, &visit)?;
        let row = visit_row(seat.words(), &visit, &client, &components);
        if !seat.is_hidden(read, visit.client)? {
            return Ok(row);
        }
        let hidden = seat.words().say("client-hidden", None);
        Ok(VisitRow { client_name: format!("{hidden} {}", client.number), summary: String::new(), ..row })
    });
    rows.collect()
}

/// Writes an appointment down.
pub(crate) fn save_appointment(seat: &Seat<'_>, request: AppointmentSaveRequest) -> Result<TodayView, Failure> {
    let mut fields = Checker::default();
    let on = fields.day("on", &request.on);
    let starts = fields.time("starts", &request.starts);
    let purpose = fields.line("purpose", &request.purpose, LINE);
    fields.finish()?;
    let (Some(on), Some(starts)) = (on, starts) else { return Err(Failure::Panicked) };
    let appointment = Appointment {
        id: AppointmentId(seat.new_id()),
        client: request.client,
        on,
        starts,
        purpose,
        is_cancelled: false,
    };
    seat.write(|write| {
        write.read().client(request.client)?;
        write.put(&appointment, Act::Create)
    })?;
    day_view(seat, on)
}

/// Takes an appointment out of the day.
pub(crate) fn cancel_appointment(seat: &Seat<'_>, request: AppointmentRequest) -> Result<TodayView, Failure> {
    let (on, _) = seat.write(|write| {
        let mut appointment = write.read().appointment(request.appointment)?.record;
        appointment.is_cancelled = true;
        write.put(&appointment, Act::Update)?;
        Ok(appointment.on)
    })?;
    day_view(seat, on)
}
