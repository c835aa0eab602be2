//! The second factor: each code once, wrong ones counted on the disk, and no secret in the journal.

use super::{Practice, id, stamp};
use crate::{CodeSecret, Stamp, StoreError, tables_match_journal};
use care::record::UserId;
use chrono::{DateTime, TimeDelta, Utc};

fn sam() -> UserId {
    UserId(id(1))
}

/// Sam with a second factor that was proved a minute ago.
fn with_factor() -> (Practice, CodeSecret) {
    let (practice, secret) = (Practice::new(), CodeSecret::generate().unwrap());
    let proved = stamp().at - TimeDelta::seconds(60);
    let step = secret.step_of(&secret.code_at(proved).unwrap(), proved).unwrap();
    practice.vault.write(&stamp(), |write| write.set_second_factor(sam(), &secret, step)).unwrap();
    (practice, secret)
}

fn at(now: DateTime<Utc>) -> Stamp {
    Stamp { at: now, ..stamp() }
}

fn give(practice: &Practice, code: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
    practice.vault.take_code(&at(now), sam(), code)
}

#[test]
fn a_code_is_taken_once_and_no_earlier_one_after_it() {
    let (practice, secret) = with_factor();
    let now = stamp().at;
    let (early, code) = (secret.code_at(now - TimeDelta::seconds(30)).unwrap(), secret.code_at(now).unwrap());
    assert_eq!(give(&practice, &code, now), Ok(()), "the code of now");
    assert_eq!(give(&practice, &code, now), Err(StoreError::WrongCode), "the same again is used up");
    assert_eq!(give(&practice, &early, now), Err(StoreError::WrongCode), "and so is the one before it");
    let later = now + TimeDelta::seconds(30);
    assert_eq!(give(&practice, &secret.code_at(later).unwrap(), later), Ok(()), "the next one is taken");
}

#[test]
fn wrong_codes_wait_longer_and_longer_also_after_a_restart() {
    let (practice, secret) = with_factor();
    let now = stamp().at;
    let wrong = if secret.code_at(now).as_deref() == Some("000000") { "111111" } else { "000000" };
    for n in 1..=5 {
        assert_eq!(give(&practice, wrong, now), Err(StoreError::WrongCode), "wrong code {n} is looked at");
    }
    let practice = practice.reopened();
    let refused = give(&practice, &secret.code_at(now).unwrap(), now);
    assert_eq!(refused, Err(StoreError::Throttled { seconds: 30 }), "the sixth waits, even with the right one");
    let later = now + TimeDelta::seconds(30);
    assert_eq!(give(&practice, &secret.code_at(later).unwrap(), later), Ok(()), "after that it is taken");
    assert_eq!(give(&practice, wrong, later), Err(StoreError::WrongCode), "and the count starts over");
}

#[test]
fn a_factor_that_was_taken_off_asks_for_nothing_and_leaves_nothing() {
    let (practice, secret) = with_factor();
    let (removed, _) = practice.vault.write(&stamp(), |write| write.remove_second_factor(sam())).unwrap();
    assert!(removed, "there was one");
    assert_eq!(practice.vault.read(|read| read.has_second_factor(sam())), Ok(false), "now there is none");
    let code = secret.code_at(stamp().at).unwrap();
    assert_eq!(give(&practice, &code, stamp().at), Err(StoreError::NotFound), "its codes are nothing");
}

#[test]
fn the_journal_can_be_rebuilt_and_never_held_the_secret() {
    let (practice, secret) = with_factor();
    let used_up = secret.code_at(stamp().at - TimeDelta::seconds(60)).unwrap();
    assert_eq!(give(&practice, &used_up, stamp().at), Err(StoreError::WrongCode), "a wrong one is an entry");
    assert_eq!(practice.vault.read(tables_match_journal), Ok(Vec::new()), "the factor is no record");
    let bodies: Vec<Vec<u8>> = {
        let connection = practice.vault.writer();
        let mut statement = connection.prepare("SELECT bytes FROM journal_body").unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
    };
    let needle = secret.bytes().to_vec();
    assert!(bodies.iter().all(|body| !body.windows(needle.len()).any(|part| part == needle)), "in no entry");
}
