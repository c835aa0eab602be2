//! What the reader takes and what it refuses.

use super::*;

const CARTRIDGE: &str = "]d20108806388269617112302141728021310230214A3263-01\u{1d}21059\u{1d}240ARO4808C";

fn fields(text: &str) -> Fields {
    match read(text) {
        Ok(Scanned::Fields(fields)) => fields,
        other => panic!("{text} should have fields: {other:?}"),
    }
}

#[test]
fn a_cartridge_is_read_field_by_field() {
    let fields = fields(CARTRIDGE);
    assert_eq!(fields.gtin(), Some("08806388269617"), "trade item number");
    assert_eq!(fields.lot(), Some("230214A3263-01"), "lot, up to the separator");
    assert_eq!(fields.serial(), Some("059"), "serial, with its leading zero");
    assert_eq!(fields.expires_on(2026).unwrap().to_string(), "2028-02-13", "last day of use");
    assert!(fields.changes.is_empty(), "nothing had to be changed");
}

#[test]
fn the_typed_form_and_an_address_say_the_same() {
    let typed = fields("(01)09506008115865(17)270131(10)AB-1");
    let link = fields("https://id.gs1.org/01/09506008115865/10/AB-1?17=270131");
    assert_eq!((typed.gtin(), typed.lot()), (link.gtin(), link.lot()), "two ways to write one item");
    assert_eq!(typed.expires_on(2026), link.expires_on(2026), "with one expiry");
}

#[test]
fn a_wrong_check_digit_is_told_apart_from_a_text_that_cannot_be_read() {
    assert_eq!(read("]d20109506008115866"), Err(ScanError::CheckDigit), "one digit was misread");
    assert_eq!(read("]d2010950600811586517271331"), Err(ScanError::Unreadable), "there is no month 13");
}

#[test]
fn a_field_that_comes_twice_must_say_the_same() {
    let twice = "]d201095060081158650109506008115865";
    assert_eq!(fields(twice).elements.len(), 1, "the same value counts once");
    let contradiction = read("(01)09506008115865(10)A(10)B");
    assert_eq!(contradiction, Err(ScanError::Contradiction), "which lot is in the hand is never guessed");
}

#[test]
fn what_a_keyboard_scanner_adds_is_undone_and_told() {
    let noisy = fields("\u{feff}]d2\u{1d}010950600811586510LOT|\u{1d}21S\r\n");
    assert_eq!((noisy.lot(), noisy.serial()), (Some("LOT"), Some("S")), "the fields are found");
    assert_eq!(noisy.changes, Change::ALL, "and every change is named");
}

#[test]
fn a_code_of_another_system_is_kept_as_text() {
    assert_eq!(read("+A123BJC5D6E71G"), Ok(Scanned::OtherSystem), "HIBCC begins with a plus");
    assert_eq!(read("=W000017100000100"), Ok(Scanned::OtherSystem), "ICCBBA begins with an equals sign");
}

#[test]
fn an_ean_is_a_trade_item_number() {
    assert_eq!(fields("]E09506000134352").gtin(), Some("09506000134352"), "padded to fourteen digits");
}
