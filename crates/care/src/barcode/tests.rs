//! What the reader takes and what it refuses.

use super::*;

const CARTRIDGE: &str = "]d20108806388269617112302141728021310230214A3263-01\u{1d}21059\u{1d}240ARO4808C";

fn fields(text: &str) -> Fields {
    match read(text, Reading::Normalised) {
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
    let wrong = |text| read(text, Reading::Strict).unwrap_err();
    assert_eq!(wrong("]d20109506008115866"), ScanError::CheckDigit, "one digit was misread");
    let month = ScanError::Value { ai: "17".to_owned() };
    assert_eq!(wrong("]d2010950600811586517271331"), month, "there is no month 13");
    assert_eq!(wrong("]d28806388269617"), ScanError::Unknown, "no field begins with 88");
}

#[test]
fn a_field_that_comes_twice_must_say_the_same() {
    let twice = "]d201095060081158650109506008115865";
    assert_eq!(fields(twice).elements.len(), 1, "the same value counts once");
    let contradiction = read("(01)09506008115865(10)A(10)B", Reading::Forgiving);
    let lot = ScanError::Contradiction { ai: "10".to_owned() };
    assert_eq!(contradiction, Err(lot), "which lot is in the hand is never guessed");
}

#[test]
fn what_a_keyboard_scanner_adds_is_undone_and_told() {
    let noisy = fields("\u{feff}]d2\u{1d}010950600811586510LOT|\u{1d}21S\r\n");
    assert_eq!((noisy.lot(), noisy.serial()), (Some("LOT"), Some("S")), "the fields are found");
    let undone: Vec<_> = Change::ALL.iter().copied().filter(|change| *change != Change::DroppedSeparator).collect();
    assert_eq!(noisy.changes, undone, "and every change is named");
}

#[test]
fn a_code_of_another_system_is_kept_as_text() {
    assert_eq!(read("+A123BJC5D6E71G", Reading::Normalised), Ok(Scanned::OtherSystem), "HIBCC begins with a plus");
    assert_eq!(
        read("=W000017100000100", Reading::Normalised),
        Ok(Scanned::OtherSystem),
        "ICCBBA begins with an equals sign"
    );
}

#[test]
fn an_ean_is_a_trade_item_number() {
    assert_eq!(fields("]E09506000134352").gtin(), Some("09506000134352"), "padded to fourteen digits");
}

#[test]
fn a_strict_reading_changes_nothing() {
    for text in ["]d2\u{1d}010950600811586510LOT", "]d2010950600811586510LOT\r\n", "]d2010950600811586510LOT|21S"] {
        assert!(read(text, Reading::Strict).is_err(), "{text:?} is not what a label says");
        assert!(read(text, Reading::Normalised).is_ok(), "{text:?} is what a keyboard scanner makes of one");
    }
}

#[test]
fn a_dropped_separator_is_put_back_only_by_a_forgiving_reading() {
    let text = "]d2010950600811586510ABCDEFGHIJKLMNOPQRST21XYZ";
    assert!(read(text, Reading::Normalised).is_err(), "a case never takes what was not sent");
    let Ok(Scanned::Fields(fields)) = read(text, Reading::Forgiving) else { panic!("there is one way to read {text}") };
    assert_eq!((fields.lot(), fields.serial()), (Some("ABCDEFGHIJKLMNOPQRST"), Some("XYZ")), "the only way");
    assert_eq!(fields.changes, [Change::DroppedSeparator], "and it is told");
}

#[test]
fn a_link_names_what_qualifies_an_item_in_its_order() {
    let is_read = |link| read(link, Reading::Strict).is_ok();
    assert!(is_read("https://example.com/01/09506008115865/10/LOT/21/S"), "lot, then serial");
    assert!(!is_read("https://example.com/01/09506008115865/21/S/10/LOT"), "the dictionary knows one order");
    assert!(is_read("HTTPS://EXAMPLE.COM/01/09506008115865"), "capital letters make a smaller code");
}

#[test]
fn an_address_holds_only_what_an_address_may_hold() {
    for link in [
        "https://example.com/a\rb/01/09506008115865",
        "https://example.com/a b/01/09506008115865",
        "https://example.com/01/09506008115865#a|b",
        "https://example.com/ä/01/09506008115865",
        // A line end inside the first step hid the item that a cleaned text names first.
        "https://example.com/0\r1/0950600811-/01/095060081151",
    ] {
        assert!(read(link, Reading::Strict).is_err(), "{link:?} is no address");
    }
}

#[test]
fn a_code_without_fields_is_kept_as_it_is() {
    assert_eq!(read("]Q1any words", Reading::Strict), Ok(Scanned::Plain), "a QR code may say anything");
    assert_eq!(read("]d110ABC", Reading::Strict), Ok(Scanned::Plain), "its prefix says it has no fields");
}

#[test]
fn an_hour_of_production_exists() {
    let at = |time: &str| read(&format!("0109506008115865800826010{time}"), Reading::Strict);
    assert!(at("123").is_ok(), "eleven at night");
    assert!(at("124").is_err(), "a day has 24 hours");
    assert!(at("1235959").is_ok() && at("1236000").is_err(), "an hour has 60 minutes");
}

/// What a label says on 1 June 2026, read forgivingly.
fn label(text: &str) -> Result<Label, ScanError> {
    let on = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
    read_label(text, Reading::Forgiving, on, crate::Protocol::shipped())
}

fn codes(text: &str) -> Vec<&'static str> {
    label(text).unwrap().warnings.iter().map(Warning::code).collect()
}

#[test]
fn an_ordinary_label_needs_no_warning() {
    assert!(codes(CARTRIDGE).is_empty(), "everything is as it should be");
}

#[test]
fn one_warning_is_given_for_each_thing_that_was_changed() {
    let changed = codes("\u{feff}]d2\u{1d}010950600811586510LOT|\u{1d}21S\r\n");
    let all = ["byte_order_mark", "line_end", "mapped_separator", "leading_separator", "doubled_separator"];
    assert_eq!(changed, all, "five things were changed");
}

#[test]
fn an_expiry_without_its_item_is_read_with_a_warning() {
    let label = label("]d217270131").unwrap();
    assert_eq!(label.expires_on.unwrap().to_string(), "2027-01-31", "the expiry is there");
    assert_eq!(codes("]d217270131"), ["missing_companion"], "whose it is stands in another barcode");
}

#[test]
fn an_item_is_warned_of_before_and_after_it_expires() {
    assert_eq!(codes("010950600811586517260531"), ["expired"], "yesterday was its last day");
    assert_eq!(codes("010950600811586517260601"), ["expires_soon"], "today is its last day");
    assert_eq!(codes("010950600811586517260630"), ["expires_soon"], "29 days are left");
    assert_eq!(codes("010950600811586517260701"), [""; 0], "30 days are left");
}

#[test]
fn a_lot_that_may_hold_the_expiry_is_pointed_out() {
    assert_eq!(codes("010950600811586510LOT17270131"), ["swallowed_fields"], "no separator was sent");
    assert_eq!(codes("010950600811586510LOT17270131\u{1d}21S"), [""; 0], "this scanner sends separators");
}

#[test]
fn an_article_number_without_its_prefix_is_pointed_out() {
    assert_eq!(codes("9506000134352"), ["may_be_trade_item"], "the scanner should say that it is an EAN-13");
    assert_eq!(codes("]E09506000134352"), [""; 0], "this one does");
}

#[test]
fn a_scanner_of_another_keyboard_is_told_apart_from_a_broken_code() {
    let wrong = |text| label(text).unwrap_err();
    assert_eq!(wrong("+d2010950600811586510LOT"), ScanError::KeyboardLayout, "a German keyboard");
    assert_eq!(wrong("$d2010950600811586510LOT"), ScanError::KeyboardLayout, "a French one");
    assert_eq!(wrong("]d2010950600811586610LOT"), ScanError::CheckDigit, "this is a misread digit");
}

#[test]
fn an_hibc_label_gives_its_lot_and_expiry() {
    let read = label("+J123AQ3451/$$3231231BC34567/S4012R").unwrap();
    assert_eq!((read.system, read.gtin.as_deref()), (System::Hibc, None), "HIBC has no trade item number");
    assert_eq!((read.lot.as_deref(), read.serial.as_deref()), (Some("BC34567"), Some("4012")), "lot and serial");
    assert_eq!(read.expires_on.unwrap().to_string(), "2023-12-31", "year, month, day");
    let warned = codes("+J123AQ3451/$$3231231BC34567/S4012R");
    assert_eq!(warned, ["unverified", "expired"], "how it was read, and what it says");
}

#[test]
fn the_product_of_an_hibc_label_needs_no_warning() {
    assert_eq!(codes("+A123BJC5D6E71G"), [""; 0], "the primary format is verified");
    assert_eq!(codes("+A123BJC5D6E71G\r\n"), ["line_end"], "what the scanner added is told");
    assert_eq!(codes("+$$52001510X3GD"), ["product_missing", "unverified", "expired"], "the second code of a label");
}

#[test]
fn a_code_of_a_blood_bank_is_kept_as_text() {
    let kept = label("=W000017100000100").unwrap();
    assert_eq!((kept.system, kept.elements.len()), (System::Other, 0), "nothing is taken over");
    assert_eq!(codes("=W000017100000100"), ["kept_as_text"], "and that is told");
}
