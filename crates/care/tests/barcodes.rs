//! What holds for every text a scanner may send: it is read in one way or refused, and nothing is made up.

use care::Protocol;
use care::barcode::{Label, Reading, ScanError, System, read_label};
use chrono::NaiveDate;
use proptest::prelude::*;

proptest! {
    #[test]
    fn no_text_of_a_scanner_can_stop_the_reader(text in scanned(), reading in any_reading()) {
        // Whatever comes in is read or refused; a value that is taken over is always one of the text.
        let read = label(&text, reading);
        prop_assert_eq!(&read, &label(&text, reading), "one text is read in one way: {:?}", text);
        if let Ok(label) = read {
            let has_fields = matches!(label.system, System::Gs1 | System::Hibc);
            prop_assert_eq!(has_fields, !label.elements.is_empty(), "fields without a field would be a guess: {:?}", text);
            prop_assert!(label.gtin.is_none_or(|gtin| gtin.len() == 14), "a trade item number has 14 digits");
            let taken: Vec<String> = label.lot.into_iter().chain(label.serial).collect();
            let sent = text.replace(['\r', '\n', '\u{feff}'], "");
            prop_assert!(taken.iter().all(|value| sent.contains(value)), "{:?} is not made up: {:?}", taken, text);
        }
    }

    #[test]
    fn a_code_that_is_read_strictly_is_read_forgivingly_in_the_same_way(text in scanned()) {
        if let Ok(strict) = label(&text, Reading::Strict) {
            prop_assert_eq!(label(&text, Reading::Normalised), Ok(strict.clone()), "nothing had to be undone: {:?}", text);
            prop_assert_eq!(label(&text, Reading::Forgiving), Ok(strict), "nothing had to be forgiven: {:?}", text);
        }
    }

    #[test]
    fn no_characters_can_stop_the_reader(text in any::<String>(), reading in any_reading()) {
        if let Ok(label) = label(&text, reading) {
            prop_assert!(!text.is_empty(), "an empty text says nothing: {:?}", label);
        }
    }
}

/// What a scanner may send: whole codes, pieces of them, quirks, and rubbish between.
fn scanned() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("0109506008115865".to_owned()),
        "17[0-9]{6}",
        "10[0-9A-Z]{1,24}",
        "21[0-9A-Z]{1,8}",
        "(392[0-9]|30|240)[0-9]{1,6}",
        "[\\x1d|^~\r\n/%:?=é]{1,2}",
        "\\([0-9]{2,4}\\)[0-9A-Z]{1,14}",
        "[0-9()A-Za-z]{0,12}",
    ];
    let gs1 = ("(\\][a-zA-Z][0-9]|\u{feff}|https://a\\.b/)?", prop::collection::vec(piece, 0..5));
    let gs1 = gs1.prop_map(|(prefix, pieces)| prefix + &pieces.concat());
    let hibc =
        "\\+([A-Z][0-9A-Z]{3}[0-9A-Z]{1,6}[0-9])?(/?\\$?\\$?\\+?[0-9]{0,9}[A-Z]{0,4})?(/(S|14D|16D|Q)[0-9]{0,8})?";
    let hibc = hibc.prop_map(|body| {
        // One of the 43 check characters is the right one; most of the time that one is sent.
        let letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%";
        let sum: usize = body.chars().filter_map(|letter| letters.find(letter)).sum();
        format!("{body}{}", letters.chars().nth(sum % letters.len()).unwrap_or('0'))
    });
    prop_oneof![3 => gs1, 1 => hibc]
}

fn any_reading() -> impl Strategy<Value = Reading> {
    prop_oneof![Just(Reading::Strict), Just(Reading::Normalised), Just(Reading::Forgiving)]
}

fn label(text: &str, reading: Reading) -> Result<Label, ScanError> {
    let on = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap_or_default();
    read_label(text, reading, on, Protocol::shipped())
}
