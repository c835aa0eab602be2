//! The clinic's protocol: versions count up, and the newest approved one is in force.

use std::collections::BTreeMap;

use super::{Practice, id, stamp};
use crate::{Act, StoreError, tables_match_journal};
use care::record::{ClinicProtocol, ProtocolApproval, ProtocolId, SettingValue, UserId};

pub(super) fn version(number: u32) -> ClinicProtocol {
    ClinicProtocol {
        id: ProtocolId(id(u128::from(number) + 70)),
        number,
        shipped_version: "2026.1".to_owned(),
        settings: BTreeMap::from([("w.peel_s".to_owned(), SettingValue::Number(20 + number))]),
        reason: "House rule".to_owned(),
        set_by: UserId(id(1)),
        set_by_name: "Sam Weber".to_owned(),
        set_at: stamp().at,
    }
}

pub(super) fn approval(number: u32) -> ProtocolApproval {
    ProtocolApproval {
        protocol: version(number).id,
        version: format!("2026.1+{number}"),
        reason: "Read in full".to_owned(),
        approved_by: UserId(id(1)),
        approved_by_name: "Dr Mara Okafor".to_owned(),
        registration: String::new(),
        approved_at: stamp().at,
    }
}

fn in_force(practice: &Practice) -> Option<u32> {
    let approved = practice.vault.read(|read| read.approved_protocol()).unwrap();
    approved.map(|(protocol, _)| protocol.number)
}

#[test]
fn a_version_is_in_force_once_it_is_approved_and_until_a_newer_one_is() {
    let practice = Practice::new();
    assert_eq!(in_force(&practice), None, "the shipped rules stand alone");
    practice.put(&version(1), Act::Create).unwrap();
    assert_eq!(in_force(&practice), None, "a proposal changes nothing");
    practice.put(&approval(1), Act::Approve).unwrap();
    practice.put(&version(2), Act::Create).unwrap();
    assert_eq!(in_force(&practice), Some(1), "the second is still a proposal");
    assert_eq!(practice.vault.read(|read| read.newest_protocol()).unwrap(), Some(version(2)), "and can be read");
    practice.put(&approval(2), Act::Approve).unwrap();
    assert_eq!(in_force(&practice), Some(2), "now it counts");
}

#[test]
fn a_version_and_its_approval_are_final() {
    let practice = Practice::new();
    practice.put(&version(1), Act::Create).unwrap();
    practice.put(&approval(1), Act::Approve).unwrap();
    let mut edited = version(1);
    edited.reason = "Another reason".to_owned();
    assert_eq!(practice.put(&edited, Act::Update), Err(StoreError::SignedIsFinal), "another value, another version");
    assert_eq!(practice.put(&approval(1), Act::Approve), Err(StoreError::SignedIsFinal), "approved is approved");
    for table in ["protocol", "protocol_approval"] {
        let refused = practice.bare().execute(&format!("DELETE FROM {table}"), []);
        assert!(refused.is_err(), "{table} keeps what was signed even from a stolen key");
    }
}

#[test]
fn two_versions_never_share_a_number() {
    let practice = Practice::new();
    practice.put(&version(1), Act::Create).unwrap();
    let mut other = version(1);
    other.id = ProtocolId(id(99));
    assert!(practice.put(&other, Act::Create).is_err(), "a verdict's version must name one thing");
}

#[test]
fn the_journal_alone_gives_the_protocol_back() {
    let practice = Practice::new();
    practice.put(&version(1), Act::Create).unwrap();
    practice.put(&approval(1), Act::Approve).unwrap();
    let different = practice.vault.read(tables_match_journal).unwrap();
    assert_eq!(different, [], "the tables are what the journal says");
}
