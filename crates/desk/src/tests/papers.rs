//! Papers and the number a client can call: without one, nothing a client takes home is made.

use care::record::Clinic;
use serde_json::json;
use store::Act;

use super::room::Room;
use crate::wire::FailureCode;

/// A clinic from before every number had to be there.
fn take_the_numbers_away(room: &Room) {
    room.seated(|seat| {
        let clinic = Clinic { phone: String::new(), out_of_hours_phone: String::new(), ..seat.clinic().clone() };
        seat.write(|write| write.put(&clinic, Act::Update).map(drop)).unwrap();
    });
}

#[test]
fn a_letter_of_a_clinic_without_a_number_is_not_made() {
    let room = Room::open();
    let letter = json!({
        "is": "referral", "client": room.client, "to": "Dr Kelly", "is_urgent": false, "question": "",
        "reason": "A spot that grows.", "findings": "", "medicines": "",
    });
    let prepare = json!({ "paper": letter, "language": null, "size": null });
    room.desk.call("paper_prepare", &prepare).unwrap();
    take_the_numbers_away(&room);
    let failure = room.desk.call("paper_prepare", &prepare).unwrap_err();
    assert_eq!(failure.code, FailureCode::Refused, "it is a rule: {failure:?}");
    assert!(failure.words.contains("telephone in Settings"), "and says what to do: {}", failure.words);
    assert!(room.machine.known_when_asked.lock().unwrap().is_empty(), "nothing was printed");
}

#[test]
fn a_letter_in_a_language_without_letters_is_not_made_in_english() {
    let room = Room::open();
    let record = json!({ "is": "whole_record", "client": room.client });
    let prepare = json!({ "paper": record, "language": "es", "size": null });
    let failure = room.desk.call("paper_prepare", &prepare).unwrap_err();
    assert!(failure.words.contains("no approved text"), "never silent English: {}", failure.words);
}

#[test]
fn a_paper_that_waits_is_gone_after_a_lock() {
    let room = Room::open();
    let record = json!({ "is": "whole_record", "client": room.client });
    let shown = room.desk.call("paper_prepare", &json!({ "paper": record, "language": null, "size": null })).unwrap();
    let path = format!("sheet/{}", shown["token"].as_str().unwrap());
    assert!(room.desk.blob(&path).is_ok(), "it is shown");
    room.desk.call("vault_lock", &json!({})).unwrap();
    assert!(room.desk.blob(&path).is_err(), "and no longer");
}
