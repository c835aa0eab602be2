//! The sheet with the recovery key that is on screen: printed, and kept nowhere.

use care::record::PaperSize;
use chrono::NaiveDate;
use serde_json::json;
use store::Act;
use zeroize::Zeroizing;

use crate::Desk;
use crate::cases::fields::{Checker, LINE, TEXT, wrong_field};
use crate::cases::session::{DOCUMENT_LANGUAGE, refuse_second_vault};
use crate::failure::{Failure, FieldProblem};
use crate::failure_words::print_key;
use crate::host::PrintJob;
use crate::print::kinds::{Frame, RecoveryKeySheet, Sender, recovery_key_document};
use crate::seat::Seat;
use crate::wire::{Empty, RecoverySheetFirstRequest, SheetTakenView};

/// What the print job is called: it says nothing of what is on it.
const JOB: &str = "Needlepoint";

/// Prints the sheet before there is a vault, for the clinic as it was typed.
pub(crate) fn print_first(desk: &Desk, request: RecoverySheetFirstRequest) -> Result<SheetTakenView, Failure> {
    refuse_second_vault(desk)?;
    let mut fields = Checker::default();
    let name = fields.needed("clinic", &request.clinic, LINE);
    let address = fields.line("address", &request.address, TEXT);
    fields.finish()?;
    let clinic = Sender { name: &name, address: &address, phone: "", out_of_hours_phone: "" };
    print(desk, clinic, DOCUMENT_LANGUAGE, request.paper, desk.today_here())
}

/// Prints the sheet of a key that was drawn to renew the one in force. That it is asked for is written down first.
pub(crate) fn print_renewed(seat: &Seat<'_>, _: Empty) -> Result<SheetTakenView, Failure> {
    pending(seat.desk())?;
    let clinic = seat.clinic();
    seat.write(|write| write.note(Act::Print, None, &json!({ "step": "asked", "paper": "recovery_key" })))?;
    let sender = Sender { name: &clinic.name, address: &clinic.address, phone: "", out_of_hours_phone: "" };
    print(seat.desk(), sender, &clinic.document_language, clinic.paper, seat.today())
}

fn pending(desk: &Desk) -> Result<std::sync::Arc<crate::desk::PendingRecovery>, Failure> {
    desk.pending_recovery().ok_or_else(|| wrong_field("recovery_groups", FieldProblem::RecoveryGroup))
}

fn print(
    desk: &Desk,
    clinic: Sender<'_>,
    language: &str,
    paper: PaperSize,
    made_on: NaiveDate,
) -> Result<SheetTakenView, Failure> {
    let pending = pending(desk)?;
    let frame = Frame {
        language,
        paper,
        clinic,
        client: None,
        number: "",
        content_sha256: "",
        journal_head: "",
        made_at: desk.clock().now(),
    };
    let key = Zeroizing::new(pending.key.printed());
    let document = recovery_key_document(&frame, &RecoveryKeySheet { key: &key, made_on })?;
    let bytes = Zeroizing::new(paper::render(&document)?.bytes);
    let taken = desk.host().print(&PrintJob { bytes: &bytes, title: JOB, n_copies: 1, paper, printer: None });
    Ok(SheetTakenView {
        was_printed: taken.is_ok(),
        why_not: taken.err().map(|problem| desk.words().say(print_key(problem), None)),
    })
}
