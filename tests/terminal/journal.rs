//! The journal at the terminal.

use anyhow::Result;

use crate::clinic::Clinic;

#[test]
fn the_journal_says_who_did_what_and_when() -> Result<()> {
    let clinic = Clinic::of_a_prescriber()?;
    let said = clinic.run(&["journal"])?;
    assert_eq!((said.exit, said.err.as_str()), (0, ""), "an administrator reads all of it");
    assert!(said.out.contains("Mara Okafor") && said.out.contains("Unlocked"), "by name, in words: {}", said.out);
    let json = clinic.run(&["journal", "--since", "2020-01-01", "--json"])?.json()?;
    assert!(json.as_array().is_some_and(|rows| rows.len() > 3), "the same for a program: {json}");
    let none = clinic.run(&["journal", "--since", "2999-01-01", "--json"])?.json()?;
    assert_eq!(none, serde_json::json!([]), "nothing from the future");
    Ok(())
}

#[test]
fn a_whole_journal_is_exit_0_and_a_missing_end_is_exit_1() -> Result<()> {
    let clinic = Clinic::of_a_prescriber()?;
    let whole = clinic.run(&["journal", "verify"])?;
    assert_eq!(whole.exit, 0, "{}", whole.err);
    assert!(whole.out.contains("The journal is whole"), "in one sentence: {}", whole.out);
    let cut = clinic.run(&["journal", "verify", "--head", "900-0123456789abcdef"])?;
    assert_eq!((cut.exit, cut.out.as_str()), (1, ""), "the answer is no");
    assert!(cut.err.contains("cut off"), "and where: {}", cut.err);
    let wrong = clinic.run(&["journal", "verify", "--head", "900"])?;
    assert_eq!(wrong.exit, 2, "that is no head: {}", wrong.err);
    Ok(())
}

#[test]
fn the_journal_is_narrowed_by_person_act_and_days() -> Result<()> {
    let clinic = Clinic::of_a_prescriber()?;
    let narrowed = |more: &[&str]| clinic.run(&[&["journal", "--json"], more].concat());
    let unlocked = narrowed(&["--act", "unlock", "--by", "mara okafor"])?.json()?;
    let rows = unlocked.as_array().map(Vec::as_slice).unwrap_or_default();
    assert!(!rows.is_empty() && rows.iter().all(|row| row["act"] == "unlock"), "one act, one person: {unlocked}");
    let none = narrowed(&["--until", "2020-01-01"])?.json()?;
    assert_eq!(none, serde_json::json!([]), "nothing from before there was a clinic");
    let all = narrowed(&["--since", "2020-01-01", "--until", "2999-01-01"])?.json()?;
    assert!(all.as_array().is_some_and(|all| all.len() > rows.len()), "from and to, both days whole: {all}");
    let nobody = narrowed(&["--by", "Nobody"])?;
    assert!(nobody.exit == 2 && nobody.err.contains("Mara Okafor"), "who there is, is said: {}", nobody.err);
    let no_act = narrowed(&["--act", "peek"])?;
    assert_eq!(no_act.exit, 2, "nothing of that name is ever done: {}", no_act.err);
    Ok(())
}
