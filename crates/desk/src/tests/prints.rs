//! A print is in the journal before the printer is asked.

use care::record::{Document, DocumentId, DocumentKind};
use serde_json::{Value, json};

use super::room::Room;
use crate::PrintProblem;
use crate::cases::documents::print;
use crate::wire::PrintedView;

fn print_once(room: &Room) -> PrintedView {
    room.seated(|seat| {
        let document = Document {
            id: DocumentId(seat.new_id()),
            number: "A-000001".to_owned(),
            client: room.client,
            visit: None,
            kind: DocumentKind::Aftercare,
            title: "After your treatment".to_owned(),
            language: "en-GB".to_owned(),
            n_pages: 1,
            n_bytes: 4,
            pdf_sha256: "0".repeat(64),
            content_sha256: "0".repeat(64),
            filed_by: seat.user().id,
            filed_at: seat.now(),
        };
        print(seat, &document, b"%PDF", 1, None).unwrap()
    })
}

fn steps(room: &Room) -> Vec<(Value, Value)> {
    room.bodies("print").iter().map(|body| (body["step"].clone(), body["outcome"].clone())).collect()
}

#[test]
fn a_print_is_written_down_before_the_printer_gets_it_and_again_when_it_has_ended() {
    let room = Room::open();
    assert!(print_once(&room).was_printed, "the printer took it");
    assert_eq!(*room.machine.known_when_asked.lock().unwrap(), [1], "the entry stood when the printer was asked");
    let expected = [(json!("asked"), Value::Null), (json!("ended"), json!("taken"))];
    assert_eq!(steps(&room), expected, "that it was asked for, and what became of it");
}

#[test]
fn a_print_that_fails_is_written_down_as_failed() {
    let room = Room::open();
    *room.machine.problem.lock().unwrap() = Some(PrintProblem::NoPrinter);
    assert!(!print_once(&room).was_printed, "there is no printer");
    assert_eq!(*room.machine.known_when_asked.lock().unwrap(), [1], "the entry stood before, all the same");
    let expected = [(json!("asked"), Value::Null), (json!("ended"), json!("no printer"))];
    assert_eq!(steps(&room), expected, "nobody reads this as a paper that left the room");
}
