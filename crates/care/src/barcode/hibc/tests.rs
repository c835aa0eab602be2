//! What the reader of HIBC takes and what it refuses. The codes are published ones; their check characters were
//! computed again.

use super::*;

/// The text with its check character.
fn whole(body: &str) -> String {
    format!("{body}{}", check_character(body).unwrap())
}

fn part(code: &Code, name: PartName) -> Option<&str> {
    code.parts.iter().find(|part| part.name == name).map(|part| part.value.as_str())
}

fn read_whole(body: &str) -> Result<Code, ScanError> {
    read(&whole(body), 2026)
}

/// A code of the product A123 BJC5D6E7 1 with these secondary data.
fn with(secondary: &str) -> Result<Code, ScanError> {
    read_whole(&format!("+A123BJC5D6E71/{secondary}"))
}

fn expiry(secondary: &str) -> String {
    with(secondary).unwrap().expires_on.unwrap().to_string()
}

#[test]
fn the_published_check_characters_come_out() {
    let published = [
        ("+A123ABCDEFGHI1234567891", 'E'),
        ("+A123BJC5D6E71", 'G'),
        ("+A123BJC5D6E71/$$52001510X3", 'C'),
        ("+J123AQ3451/$$3231231BC34567/S4012", 'R'),
        ("+A99912345/$$52001510X3", '3'),
        ("+A99912345/$$52001510X3/16D20111212/S77DEFG45", '7'),
        ("+A99912345/$10X3/16D20111231/14D20200131", '3'),
        ("+A99912349/$10X3/16D20111231/14D20200131/Q500", 'Z'),
    ];
    for (body, check) in published {
        assert_eq!(check_character(body), Some(check), "{body} was published with {check}");
        assert!(read(&format!("{body}{check}"), 2026).is_ok(), "{body}{check} can be read");
    }
}

#[test]
fn a_product_is_labeler_number_and_unit() {
    let code = read("+A123ABCDEFGHI1234567891E", 2026).unwrap();
    assert_eq!(part(&code, PartName::Labeler), Some("A123"), "a letter and three characters");
    assert_eq!(part(&code, PartName::Product), Some("ABCDEFGHI123456789"), "the longest number there is");
    assert_eq!(part(&code, PartName::UnitOfMeasure), Some("1"), "the last digit");
    assert!(!code.read_by.iter().any(|row| row.is_unverified()), "the primary format was verified");
}

#[test]
fn a_misread_character_is_found() {
    assert_eq!(read("+A123BJC5D6E72G", 2026), Err(ScanError::HibcCheck), "the check character is for another number");
}

#[test]
fn the_expiry_is_read_in_every_form() {
    assert_eq!(expiry("$$0228LOT"), "2028-02-29", "month and year: the end of the month");
    assert_eq!(expiry("$$2022928LOT"), "2028-02-29", "month, day, year");
    assert_eq!(expiry("$$3280229LOT"), "2028-02-29", "year, month, day");
    assert_eq!(expiry("$$428022923LOT"), "2028-02-29", "with an hour");
    assert_eq!(expiry("$$528060LOT"), "2028-02-29", "day of the year");
    assert_eq!(expiry("$$62806023LOT"), "2028-02-29", "day of the year, with an hour");
    assert_eq!(expiry("$LOT/14D20280229"), "2028-02-29", "as a supplement");
}

#[test]
fn lot_and_serial_are_told_apart() {
    let lot = with("$$7LOT-1").unwrap();
    assert_eq!((part(&lot, PartName::Lot), part(&lot, PartName::Serial)), (Some("LOT-1"), None), "a lot without a day");
    let serial = with("$$+3280229S.1").unwrap();
    assert_eq!(
        (part(&serial, PartName::Lot), part(&serial, PartName::Serial)),
        (None, Some("S.1")),
        "a plus: a serial"
    );
    let both = with("$LOT/S42").unwrap();
    assert_eq!((part(&both, PartName::Lot), part(&both, PartName::Serial)), (Some("LOT"), Some("42")), "one of each");
}

#[test]
fn a_quantity_stands_before_the_day() {
    let two = with("$$8243280229LOT").unwrap();
    assert_eq!((part(&two, PartName::Quantity), part(&two, PartName::Lot)), (Some("24"), Some("LOT")), "two digits");
    let five = with("$$9001007LOT").unwrap();
    assert_eq!(
        (part(&five, PartName::Quantity), part(&five, PartName::Lot)),
        (Some("00100"), Some("LOT")),
        "five digits"
    );
}

#[test]
fn what_was_read_by_an_unverified_format_says_so() {
    let code = with("$$3280229LOT").unwrap();
    let unverified = code.read_by.iter().filter(|row| row.is_unverified()).map(|row| row.id);
    let unverified: Vec<_> = unverified.collect();
    assert_eq!(unverified, ["hibc.dated_lot", "hibc.day", "hibc.number"], "each row of the table by its id");
}

#[test]
fn a_second_code_names_the_first_by_its_check_character() {
    let code = read("+$$52001510X3GD", 2026).unwrap();
    assert_eq!(part(&code, PartName::Lot), Some("10X3"), "the link is no part of the lot");
    assert_eq!(part(&code, PartName::Link), Some("G"), "the check character of +A123BJC5D6E71");
}

#[test]
fn what_fits_no_format_exactly_is_refused() {
    let wrong =
        ["$", "$$", "$$7", "$$1328LOT", "$$2023028LOT", "$$527366LOT", "$$4280229LOT", "$$82", "$$8ABCDE", "X42", "S"];
    for secondary in
        wrong.into_iter().chain(["14D2028", "$LOT/", "$ABCDEFGHIJKLMNOPQRS", "$LOT/$LOT", "$$A28LOT", "Q1A"])
    {
        assert_eq!(with(secondary), Err(ScanError::HibcFormat), "{secondary} would have to be guessed at");
    }
    for body in ["+", "+A", "+A1231", "+1123BJC5D6E71", "+A123BJC5D6E7X", "+A123ABCDEFGHI12345678901", "+A12-BJC1"] {
        assert_eq!(read_whole(body), Err(ScanError::HibcFormat), "{body} is no product");
    }
    assert_eq!(read("+a123bjc5d6e71G", 2026), Err(ScanError::HibcFormat), "HIBC has no small letters");
}

#[test]
fn two_values_of_one_part_are_refused() {
    let serial = ScanError::Contradiction { ai: "S".to_owned() };
    assert_eq!(with("$+41/S42"), Err(serial), "which serial it is, is never guessed");
    let expiry = ScanError::Contradiction { ai: "14D".to_owned() };
    assert_eq!(with("$$3280229LOT/14D20280228"), Err(expiry), "which day it is, is never guessed");
    assert!(with("$$3280229LOT/14D20280229").is_ok(), "one day in two forms counts once");
}
