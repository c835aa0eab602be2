//! Our own cases hold. They are facts, not snapshots: see `tests/common`.

use std::collections::BTreeSet;

use care::Protocol;

mod common;

use common::our_cases;

#[test]
fn every_case_of_ours_holds() -> anyhow::Result<()> {
    let cases = our_cases()?;
    let failure = |case: &common::OurCase| {
        let difference = case.difference(Protocol::shipped())?;
        Some(format!("{}: {}\n    {difference}\n    of {}", case.file, case.title, case.words))
    };
    let failures: Vec<String> = cases.iter().filter_map(failure).collect();
    let (n_failed, n_cases) = (failures.len(), cases.len());
    assert!(failures.is_empty(), "{n_failed} of {n_cases} cases do not hold:\n{}", failures.join("\n"));
    Ok(())
}

#[test]
fn every_case_says_what_it_proves_in_a_sentence_of_its_own() -> anyhow::Result<()> {
    let mut titles = BTreeSet::new();
    let mut twice = Vec::new();
    for case in our_cases()? {
        assert!(case.title.contains(' '), "{}: a title is a sentence, not {:?}", case.file, case.title);
        let is_open = ('a'..='z').any(|letter| case.words.contains(&format!("{{{letter}}}")));
        assert!(!is_open, "{}: a placeholder was left open: {}", case.file, case.title);
        if !titles.insert((case.file.clone(), case.title.clone())) {
            twice.push(format!("{}: {}", case.file, case.title));
        }
    }
    assert!(twice.is_empty(), "two cases with one title prove one thing too many: {}", twice.join("\n"));
    Ok(())
}

#[test]
fn every_question_stands_in_the_table_of_what_yes_means() -> anyhow::Result<()> {
    let titles: BTreeSet<String> = our_cases()?.into_iter().map(|case| case.title).collect();
    for question in Protocol::shipped().questions() {
        let title = format!("{} answered yes, mn alone", question.id());
        assert!(titles.contains(&title), "nobody has said what yes to {} means", question.id());
    }
    Ok(())
}
