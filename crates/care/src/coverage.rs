//! Whether anybody would notice: a row that can be taken away without one of our own cases noticing is not covered.
//!
//! Every row of the content that can speak in a verdict, on a sheet or in a consent, every condition and every number
//! of it, is taken away or moved in a protocol of its own; then one of the cases in `tests/cases` has to fail. Only
//! tests are here. Units of blood values are turned into the first one while a case is read, before any protocol.

mod after;
mod asked;
mod planned;
mod products;
mod table;

#[path = "../tests/common/mod.rs"]
mod common;

use std::collections::BTreeMap;

use crate::Protocol;
use common::{Expected, OurCase, our_cases};
use table::Removal;

/// What no case can notice, each with its reason. An entry that a case notices after all is taken out.
const MASKED: [(&str, &str); 5] = [
    (
        "ci.surgery_recent of surgery on mn rf for ind.scar_surgical within 42 days: indication 1",
        "elsewhere the wait of the whole field is never shorter, so the row would say nothing new",
    ),
    ("mod.age65: floor 1 um lower", "no zone bears less than half a millimetre, so the floor is met and never passed"),
    ("tca step 4: gone", "what fits no step counts as deep"),
    ("phenol step 1: gone", "what fits no step counts as deep"),
    (
        "ac.actives: Mnl an hour shorter",
        "no clinic may resume acids or retinoids before five days, which are its hours",
    ),
];

/// Every single thing that can be taken away, table by table.
fn removals() -> Vec<Removal> {
    let mut removals = asked::removals();
    removals.extend(planned::removals());
    removals.extend(products::removals());
    removals.extend(after::removals());
    removals
}

#[test]
fn every_row_of_the_content_is_noticed_by_a_case_of_our_own() -> anyhow::Result<()> {
    let cases = our_cases()?;
    for case in &cases {
        let difference = case.difference(Protocol::shipped());
        assert_eq!(difference, None, "{}: a case that fails anyway notices nothing: {}", case.file, case.title);
    }
    let mut tables: BTreeMap<&str, (usize, Vec<String>)> = BTreeMap::new();
    let mut stale = Vec::new();
    for (removal, is_noticed) in judged(removals(), &cases) {
        let is_masked = MASKED.iter().any(|(name, _)| *name == removal.name);
        let (n_rows, open) = tables.entry(removal.table).or_default();
        match (is_masked, is_noticed) {
            (true, true) => stale.push(removal.name),
            (true, false) => {}
            (false, true) => *n_rows += 1,
            (false, false) => {
                *n_rows += 1;
                open.push(removal.name);
            }
        }
    }
    report(&tables, cases.len());
    assert!(stale.is_empty(), "an exception that a case notices hides the next one: {stale:?}");
    let open: Vec<&String> = tables.values().flat_map(|(_, open)| open).collect();
    assert!(open.is_empty(), "nobody would notice if these were gone: {open:#?}");
    Ok(())
}

#[test]
fn every_exception_names_something_that_can_be_taken_away() {
    let names: Vec<String> = removals().into_iter().map(|removal| removal.name).collect();
    for (name, reason) in MASKED {
        assert!(names.iter().any(|known| known == name), "nothing is called {name} ({reason})");
    }
}

/// Every removal with whether a case notices it.
fn judged(removals: Vec<Removal>, cases: &[OurCase]) -> Vec<(Removal, bool)> {
    let one = |removal: Removal| {
        let is_noticed = is_noticed(&removal, cases);
        (removal, is_noticed)
    };
    removals.into_iter().map(one).collect()
}

/// Whether a case fails without it. Cases that expect something of it are tried first, then those that mention it.
fn is_noticed(removal: &Removal, cases: &[OurCase]) -> bool {
    let mut protocol = Protocol::shipped().clone();
    (removal.take)(&mut protocol);
    let about = removal.name.split([' ', ':']).next().unwrap_or_default();
    let expects = |case: &&OurCase| {
        let Expected { says, shows, hides, sheet, consent } = &case.expected;
        let mut lines = says.iter().flatten().chain(shows).chain(hides).chain(sheet).chain(consent);
        lines.any(|line| line.contains(about))
    };
    let mentions = |case: &&OurCase| case.words.contains(about);
    let mut likely_first = cases.iter().filter(expects).chain(cases.iter().filter(mentions)).chain(cases);
    likely_first.any(|case| case.difference(&protocol).is_some())
}

fn report(tables: &BTreeMap<&str, (usize, Vec<String>)>, n_cases: usize) {
    println!("Rows, conditions and numbers of the content that one of {n_cases} own cases notices when they are gone:");
    for (table, (n_rows, open)) in tables {
        println!("{table:<20} {:>4} of {n_rows:>4} rows", n_rows - open.len());
        open.iter().for_each(|name| println!("    not covered: {name}"));
    }
    for (name, reason) in MASKED {
        println!("masked: {name} ({reason})");
    }
}
