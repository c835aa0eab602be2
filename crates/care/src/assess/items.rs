//! What is said about scanned items.

use chrono::Datelike;

use super::facts::Facts;
use super::speech::Speech;
use super::totals;
use crate::barcode::{Change, Fields, Reading, ScanError, Scanned, read};
use crate::protocol::SpokenRule;
use crate::verdict::{Arg, ItemVerdict};

/// One verdict per scanned text, in order.
pub(super) fn judge(facts: &Facts<'_>) -> Vec<ItemVerdict> {
    facts.case.items.iter().map(|text| judge_text(facts, text)).collect()
}

fn judge_text(facts: &Facts<'_>, text: &str) -> ItemVerdict {
    let rules = &facts.protocol.items;
    // The contract of a case knows the quirks of scanners, but no separator that was never sent.
    match read(text, Reading::Normalised) {
        Ok(Scanned::Fields(fields)) => judge_fields(facts, text, &fields),
        Ok(Scanned::OtherSystem) => verdict(facts, text, vec![speech(&rules.other_system)]),
        Err(ScanError::CheckDigit) => verdict(facts, text, vec![speech(&rules.check_digit)]),
        Ok(Scanned::Plain)
        | Err(
            ScanError::Contradiction { .. }
            | ScanError::Value { .. }
            | ScanError::Unknown
            | ScanError::KeyboardLayout
            | ScanError::Ambiguous
            | ScanError::HibcCheck
            | ScanError::HibcFormat,
        ) => verdict(facts, text, vec![speech(&rules.unreadable)]),
    }
}

fn judge_fields(facts: &Facts<'_>, text: &str, fields: &Fields) -> ItemVerdict {
    let rules = &facts.protocol.items;
    let year = facts.visit_on.year();
    let expires_on = fields.expires_on(year);
    let mut speeches = Vec::new();
    if expires_on.is_some_and(|expires_on| expires_on < facts.visit_on) {
        speeches.push(speech(&rules.expired));
    }
    if fields.lot().is_none() {
        speeches.push(speech(&rules.no_lot));
    }
    if !fields.changes.is_empty() {
        speeches.push(naming_changes(speech(&rules.normalised), &fields.changes));
    }
    ItemVerdict {
        gtin: fields.gtin().map(str::to_owned),
        lot: fields.lot().map(str::to_owned),
        serial: fields.serial().map(str::to_owned),
        produced_on: fields.produced_on(year),
        expires_on,
        ..verdict(facts, text, speeches)
    }
}

fn speech(row: &SpokenRule) -> Speech {
    Speech::new(&row.rule, row.class)
}

/// Each kind of change as an argument of its own: 1 where it was made.
fn naming_changes(speech: Speech, changes: &[Change]) -> Speech {
    let made = |change: &Change| u32::from(changes.contains(change));
    Change::ALL.iter().fold(speech, |speech, change| speech.naming(change.as_str(), Arg::Count(made(change))))
}

/// A verdict whose values are all unknown; the caller fills in what was read.
fn verdict(facts: &Facts<'_>, text: &str, mut speeches: Vec<Speech>) -> ItemVerdict {
    speeches.sort_by(|a, b| b.class.cmp(&a.class).then_with(|| a.rule.cmp(&b.rule)));
    let findings: Vec<_> = speeches.into_iter().map(|speech| speech.finding(facts, Vec::new())).collect();
    ItemVerdict {
        text: text.to_owned(),
        gtin: None,
        lot: None,
        serial: None,
        produced_on: None,
        expires_on: None,
        decision: totals::strongest(findings.iter(), false),
        findings,
    }
}
