//! The clinic's protocol at the terminal.

use anyhow::Result;

use crate::clinic::{Clinic, terminal};

#[test]
fn a_change_is_written_down_compared_and_approved() -> Result<()> {
    let clinic = Clinic::of_a_prescriber()?;
    let shown = clinic.run(&["protocol", "show"])?;
    assert!(shown.out.contains("To be approved by the clinic."), "the terminal says so, too: {}", shown.out);
    assert!(shown.out.contains("14 to 28 days") && shown.out.contains("RANA17"), "range and source of every setting");
    let none = clinic.run(&["protocol", "diff"])?;
    assert!(none.out.contains("Every setting is as shipped."), "nothing differs yet: {}", none.out);
    let set =
        clinic.run(&["protocol", "set", "w.peel_s=28", "policy.isotretinoin=consensus", "--reason", "House rule"])?;
    assert_eq!((set.exit, set.err.as_str()), (0, ""), "written down");
    let approved = clinic.run(&["protocol", "approve", "1", "--reason", "Read in full", "--json"])?.json()?;
    assert_eq!(approved["version"], "2026.1+1", "in force now");
    let diff = clinic.run(&["protocol", "diff"])?;
    assert!(diff.out.contains("Approved by Mara Okafor"), "by name: {}", diff.out);
    let rows: Vec<&str> = diff.out.lines().filter(|line| line.starts_with(['w', 'p', 'c'])).collect();
    assert_eq!(rows.len(), 2, "only what differs: {}", diff.out);
    Ok(())
}

#[test]
fn a_value_outside_its_range_is_one_sentence_and_exit_2() -> Result<()> {
    let clinic = Clinic::of_a_prescriber()?;
    let refused = clinic.run(&["protocol", "set", "w.peel_s=90", "--reason", "Longer"])?;
    assert_eq!((refused.exit, refused.out.as_str()), (2, ""), "nothing on standard output");
    assert!(refused.err.contains("w.peel_s") && refused.err.contains("from 14 to 28"), "{}", refused.err);
    let shapeless = clinic.run(&["protocol", "set", "w.peel_s", "--reason", "Longer"])?;
    assert_eq!(shapeless.exit, 2, "no value, no change: {}", shapeless.err);
    Ok(())
}

#[test]
fn a_practitioner_proposes_and_only_a_prescriber_approves() -> Result<()> {
    let clinic = Clinic::of_a_practitioner()?;
    assert_eq!(clinic.run(&["protocol", "set", "w.selftan=7", "--reason", "House rule"])?.exit, 0, "a proposal");
    let refused = clinic.run(&["protocol", "approve", "1", "--reason", "Read"])?;
    assert_eq!(refused.exit, 1, "the answer is no: {}", refused.err);
    Ok(())
}

#[test]
fn a_clinician_reads_every_rule_with_its_source_without_a_vault() -> Result<()> {
    let one = terminal(&["protocol", "rows", "w.peel_s"])?;
    for said in ["waits.toml", "21", "RANA17", "Read in the named source"] {
        assert!(one.out.contains(said), "value, file, source and status stand together: {}", one.out);
    }
    let all = terminal(&["protocol", "rows", "--json"])?.json()?;
    let rows = all["rows"].as_array().map_or(0, Vec::len);
    assert!(rows > 450, "the whole content, not {rows} rows of it");
    let none = terminal(&["protocol", "rows", "w.gone"])?;
    assert_eq!((none.exit, none.out.as_str()), (2, ""), "an id that is not there is a wrong argument");
    Ok(())
}
