//! Every row is there, with the sources and the status the fact base gives it.

use std::collections::{BTreeMap, BTreeSet};

use care::Protocol;

use crate::table::{content, facts, id_rows, setting};

/// Where a status differs from the fact row on purpose.
const STATUS_DECIDED: [(&str, &str); 7] = [
    ("ac.antiviral", "the trial was on resurfacing; ci.hsv_history calls its use for needling general knowledge"),
    ("ac.procedure", "the row points to the compatibility table, whose use as a hold is policy"),
    ("fst.1_3", "the row has no code because nothing is done; doing nothing is policy"),
    ("f.rpm", "the row says computed; f.rcf, which it is solved from, is general knowledge"),
    ("f.ta_mg", "the row says computed; what a percentage of a cream means is general knowledge"),
    ("udi.check", "the row says computed; the weights are general knowledge"),
    ("ac.nsaid", "one of the pages is among those of SPCARE, a secondary copy"),
];

#[test]
fn every_row_of_the_fact_base_is_in_the_content() {
    let Some(facts) = facts() else { return };
    let content = content();
    let ids: BTreeSet<&str> = id_rows(&facts).map(|(id, _)| id.as_str()).collect();
    assert!(ids.len() > 330, "the fact base has more rows than the {} that were found", ids.len());
    let missing: Vec<&&str> = ids.iter().filter(|id| !content.contains_key(**id)).collect();
    assert!(missing.is_empty(), "a clinician could not review these: {missing:?}");
}

#[test]
fn every_contradiction_of_the_fact_base_is_in_the_content() {
    let Some(facts) = facts() else { return };
    let content = content();
    let known: BTreeSet<&str> = sources().into_keys().collect();
    let conflicts: Vec<_> =
        facts.iter().filter(|(id, row)| id.starts_with('C') && row.cell("basis").is_some()).collect();
    assert_eq!(conflicts.len(), 15, "C01 to C15");
    for (id, row) in conflicts {
        let ours = content.get(id).expect("the row is there");
        let basis = row.cell("basis").unwrap_or_default();
        for key in keys_in(basis, &known) {
            assert!(ours.source.iter().any(|source| source == key), "{id} rests on {key} too");
        }
        let claims = setting(ours, "claims").unwrap_or_default();
        let told = row.cells.values().find(|cell| !keys_in(cell, &known).is_empty() && *cell != basis);
        for claim in told.iter().flat_map(|cell| keys_in(cell, &known)).filter(|key| key.contains('-')) {
            assert!(claims.contains(claim) || ours.source.iter().any(|it| it == claim), "{id} sets {claim} aside too");
        }
    }
}

#[test]
fn no_row_claims_a_status_the_fact_base_does_not_give_it() {
    let Some(facts) = facts() else { return };
    let (content, read_as) = (content(), sources());
    let mut wrong = Vec::new();
    let mut checked = 0;
    for (id, row) in id_rows(&facts) {
        let (Some(said), Some(ours)) = (row.said_source(), content.get(id)) else { continue };
        let codes = codes_in(&said, &read_as);
        checked += 1;
        let foreign = ours.status.split('/').find(|code| !codes.contains(*code));
        let is_decided = STATUS_DECIDED.iter().any(|(decided, _)| decided == id);
        if let (Some(code), false) = (foreign, is_decided) {
            wrong.push(format!("{id}: {code} of {} is not in “{said}”", ours.status));
        }
    }
    assert!(checked > 270, "only {checked} rows were compared");
    assert!(wrong.is_empty(), "a rule must not look better founded than it is:\n{}", wrong.join("\n"));
}

#[test]
fn every_status_that_was_decided_still_differs() {
    let Some(facts) = facts() else { return };
    let (content, read_as) = (content(), sources());
    let agrees = |id: &str| {
        let (_, row) = facts.iter().find(|(other, _)| other == id).expect("the row is in the fact base");
        let codes = row.said_source().map(|said| codes_in(&said, &read_as));
        let ours = content.get(id).expect("the row is in the content");
        codes.is_some_and(|codes| ours.status.split('/').all(|code| codes.contains(code)))
    };
    let agreeing: Vec<&str> = STATUS_DECIDED.iter().map(|(id, _)| *id).filter(|id| agrees(id)).collect();
    assert!(agreeing.is_empty(), "these agree, so their reasons are none any more: {agreeing:?}");
}

#[test]
fn every_source_the_fact_base_names_stands_beside_its_row() {
    let Some(facts) = facts() else { return };
    let content = content();
    let known: BTreeSet<&str> = sources().into_keys().collect();
    let mut missing = Vec::new();
    for (id, row) in id_rows(&facts) {
        let (Some(said), Some(ours)) = (row.said_source(), content.get(id)) else { continue };
        let named = keys_in(&said, &known).into_iter();
        missing.extend(
            named.filter(|key| !ours.source.iter().any(|source| source == key)).map(|key| format!("{id}: {key}")),
        );
    }
    assert!(missing.is_empty(), "whoever checks the rule would not find these: {missing:#?}");
}

#[test]
fn every_source_key_of_the_fact_base_has_its_title() {
    let Some(facts) = facts() else { return };
    let titles: BTreeMap<&str, &str> = Protocol::shipped().sources().map(|it| (it.key, it.title)).collect();
    let read_as = sources();
    let keys: Vec<_> = facts.iter().filter(|(_, row)| row.cell("read as").is_some()).collect();
    assert!(keys.len() > 80, "table 0.4 has more than {} keys", keys.len());
    for (key, row) in keys {
        assert_eq!(read_as.get(key.as_str()).copied(), row.cell("read as"), "{key}: which part was read");
        // The seed articles are named by a file of the fact base, which nobody outside has.
        let is_seed = key.len() == 2 && key.starts_with('S');
        assert!(
            is_seed || titles.get(key.as_str()).copied() == row.cell("source").map(plain).as_deref(),
            "{key}: title"
        );
    }
}

/// Quotation marks of the fact base are written plain in ours.
fn plain(text: &str) -> String {
    text.replace('"', "'")
}

/// The words of a cell, cut at everything that is not part of a key: "S1-12", "SPLAB", "Vc".
fn words(text: &str) -> Vec<&str> {
    text.split(|it: char| !it.is_ascii_alphanumeric() && it != '-').filter(|word| !word.is_empty()).collect()
}

/// The source keys of 0.4 and the numbered claims a cell names.
fn keys_in<'t>(text: &'t str, known: &BTreeSet<&str>) -> Vec<&'t str> {
    let is_key = |word: &&str| {
        let seed = word.split_once('-').map_or(*word, |(seed, _)| seed);
        // One letter is a status code; policy and the seeds as a whole are no key of a single fact.
        known.contains(seed) && seed.len() > 1
    };
    words(text).into_iter().filter(is_key).collect()
}

/// The status codes a cell names, with those the read-as column gives the sources it names.
fn codes_in(text: &str, read_as: &BTreeMap<&str, &str>) -> BTreeSet<String> {
    const CODES: [&str; 5] = ["S", "V", "Vc", "G", "P"];
    let mut codes: BTreeSet<String> =
        words(text).into_iter().filter(|word| CODES.contains(word)).map(str::to_owned).collect();
    let known: BTreeSet<&str> = read_as.keys().copied().collect();
    for key in keys_in(text, &known) {
        let seed = key.split_once('-').map_or(key, |(seed, _)| seed);
        let said = words(read_as.get(seed).copied().unwrap_or_default());
        let own = ["G", "Vc"].into_iter().find(|code| said.contains(code));
        let code = if key.contains('-') { Some("S") } else { own };
        // A fact from a source that was read, in whole or in part, is verified there.
        codes.insert(code.unwrap_or("V").to_owned());
    }
    codes
}

fn sources() -> BTreeMap<&'static str, &'static str> {
    Protocol::shipped().sources().map(|source| (source.key, source.read_as)).collect()
}
