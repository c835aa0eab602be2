//! Finding a client by whatever the practitioner knows.

use super::{Practice, a_client, a_visit, day, id};
use crate::{Act, ClientFacts, StoreError};
use care::record::ClientId;
use proptest::prelude::*;

fn practice() -> Practice {
    let practice = Practice::new();
    let mut ada = a_client(10, "Marsh", "Ada Jane");
    ada.phone = "+44 7700 900123".to_owned();
    ada.email = "Ada@Example.org".to_owned();
    let mut thi = a_client(11, "Nguyễn", "Thị Hương");
    thi.born_on = day("1990-12-01");
    thi.preferred = "Rosie".to_owned();
    let mut brien = a_client(12, "O’Brien-Łukasz", "Seán");
    brien.born_on = day("1975-04-03");
    brien.phone = "0161 496 0000".to_owned();
    for client in [ada, thi, brien, a_client(13, "Marshall", "Bo")] {
        practice.put(&client, Act::Create).unwrap();
    }
    practice
}

fn found(practice: &Practice, typed: &str) -> Vec<u128> {
    let rows = practice.vault.read(|read| read.find_clients(typed, 20)).unwrap();
    rows.into_iter().map(|row| row.id.0.as_u128()).collect()
}

#[test]
fn a_name_is_found_by_its_beginning_without_accents_and_in_any_order() {
    let practice = practice();
    for (typed, expected) in [
        ("nguyen", vec![11]),
        ("NGUYỄN", vec![11]),
        ("huong thi", vec![11]),
        ("ro", vec![11]),
        ("obrien", vec![12]),
        ("o'brien", vec![12]),
        ("brien", vec![12]),
        ("lukasz sean", vec![12]),
        ("mars", vec![10, 13]),
        ("marsh ada", vec![10]),
    ] {
        assert_eq!(found(&practice, typed), expected, "typed: {typed}");
    }
}

#[test]
fn a_name_is_found_by_letters_from_its_middle() {
    let practice = practice();
    assert_eq!(found(&practice, "guye"), [11], "inside the family name");
    assert_eq!(found(&practice, "uka"), [12], "inside a hyphenated name");
    assert_eq!(found(&practice, "uk"), [] as [u128; 0], "two letters are too few for that");
}

#[test]
fn a_name_with_a_slip_in_it_is_found() {
    let practice = practice();
    for (typed, expected, slip) in [
        ("ngyuen", vec![11], "two letters swapped"),
        ("nguyn", vec![11], "one left out"),
        ("gnuyen", vec![11], "the first two swapped"),
        ("mashall", vec![13], "one left out in the middle"),
        ("marssh ada", vec![10], "one doubled, beside a name that is right"),
        ("obrjen", vec![12], "one wrong in a name with an apostrophe"),
    ] {
        assert_eq!(found(&practice, typed), expected, "{slip}: {typed}");
    }
    assert_eq!(found(&practice, "marquardt"), [] as [u128; 0], "another name is no slip");
}

#[test]
fn a_name_that_fits_is_never_mixed_with_names_that_are_near() {
    let practice = practice();
    practice.put(&a_client(20, "March", "Eve"), Act::Create).unwrap();
    assert_eq!(found(&practice, "march"), [20], "Marsh is one letter away and was not meant");
}

#[test]
fn a_client_is_found_by_the_day_of_birth() {
    let practice = practice();
    for typed in ["1990-12-01", "01.12.1990", "1/12/90", "12/01/1990", "1 dec 1990", "01121990"] {
        assert_eq!(found(&practice, typed), [11], "typed: {typed}");
    }
    assert_eq!(found(&practice, "marsh 14.3.1987"), [10, 13], "a name and a day");
    assert_eq!(found(&practice, "marsh 1.12.1990"), [] as [u128; 0], "both must fit");
}

#[test]
fn a_client_is_found_by_telephone_with_or_without_the_country() {
    let practice = practice();
    for typed in ["07700 900123", "+44 7700 900123", "900123", "7700900"] {
        assert_eq!(found(&practice, typed), [10], "typed: {typed}");
    }
    assert_eq!(found(&practice, "0161-496"), [12], "a landline");
}

#[test]
fn a_client_is_found_by_number() {
    let practice = practice();
    for typed in ["A-000012", "a12", "12", "a-12"] {
        assert_eq!(found(&practice, typed).first(), Some(&12), "typed: {typed}");
    }
}

#[test]
fn nothing_typed_finds_nobody() {
    let practice = practice();
    for typed in ["", "   ", "-", "\"", "'", "*", "0🅐A"] {
        assert_eq!(found(&practice, typed), [] as [u128; 0], "typed: {typed}");
    }
}

#[test]
fn whoever_was_here_last_stands_first() {
    let practice = practice();
    practice.put(&a_visit(20, 13), Act::Create).unwrap();
    assert_eq!(found(&practice, "mars"), [13, 10], "the one with a visit");
    let row = practice.vault.read(|read| read.client_row(ClientId(id(13)))).unwrap();
    assert_eq!(row.last_visit_on, Some(day("2026-03-03")), "the row says when");
}

#[test]
fn a_changed_name_is_found_and_the_old_one_is_not() {
    let practice = practice();
    practice.put(&a_client(13, "Quirke", "Bo"), Act::Update).unwrap();
    assert_eq!(found(&practice, "quirke"), [13], "the new name");
    assert_eq!(found(&practice, "marshall"), [] as [u128; 0], "the old name");
}

#[test]
fn somebody_who_may_be_here_already_is_shown_before_a_second_record_is_made() {
    let practice = practice();
    let facts = |family: &str, given: &str, born_on: &str, phone: &str, email: &str| ClientFacts {
        family: family.to_owned(),
        given: given.to_owned(),
        born_on: day(born_on),
        phone: phone.to_owned(),
        email: email.to_owned(),
    };
    let duplicates = |facts: &ClientFacts| -> Vec<u128> {
        let rows = practice.vault.read(|read| read.possible_duplicates(facts)).unwrap();
        rows.into_iter().map(|row| row.id.0.as_u128()).collect()
    };
    assert_eq!(duplicates(&facts("nguyen", "X", "1990-12-01", "", "")), [11], "same birthday and family name");
    assert_eq!(duplicates(&facts("X", "Y", "2000-01-01", "07700900123", "")), [10], "same telephone");
    assert_eq!(duplicates(&facts("X", "Y", "2000-01-01", "", "ada@example.org ")), [10], "same mail address");
    assert_eq!(duplicates(&facts("MARSH", "ada jane", "1999-01-01", "", "")), [10], "same name");
    assert_eq!(duplicates(&facts("X", "Y", "2000-01-01", "12", "")), [] as [u128; 0], "nobody");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn nothing_that_can_be_typed_is_an_error(typed in "\\PC{0,30}") {
        thread_local!(static PRACTICE: Practice = practice());
        let found: Result<_, StoreError> = PRACTICE.with(|practice| practice.vault.read(|read| read.find_clients(&typed, 5)));
        prop_assert!(found.is_ok(), "{typed:?} gave {found:?}");
    }
}
