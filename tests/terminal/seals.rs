//! A sealed PDF at the terminal: whole, or damaged and where, without a vault and without a password.

use anyhow::{Context as _, Result};

use crate::clinic::terminal;

/// A consent that was sealed once and kept.
fn sealed() -> Result<Vec<u8>> {
    Ok(std::fs::read(journeys::project().join("crates/paper/tests/paper/documents/sealed.pdf"))?)
}

/// What the terminal says of a file with these bytes.
fn checked(bytes: &[u8], more: &[&str]) -> Result<crate::clinic::Said> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("consent.pdf");
    std::fs::write(&path, bytes)?;
    terminal(&[&["verify", path.to_str().context("path")?], more].concat())
}

#[test]
fn a_sealed_file_is_whole_and_its_clinic_is_named() -> Result<()> {
    let said = checked(&sealed()?, &[])?;
    assert_eq!((said.exit, said.err.as_str()), (0, ""), "whole: {}", said.out);
    assert!(said.out.starts_with("Whole:") && said.out.contains("Clinic Lumen"), "in plain words: {}", said.out);
    assert!(!said.out.contains('\u{2068}'), "without marks a terminal would show as boxes");
    Ok(())
}

#[test]
fn one_changed_byte_is_exit_1_and_says_where() -> Result<()> {
    let mut bytes = sealed()?;
    bytes[30_000] ^= 1;
    let said = checked(&bytes, &[])?;
    assert_eq!(said.exit, 1, "the answer is no: {}", said.out);
    assert!(said.out.starts_with("Damaged:") && said.out.contains("bytes"), "and it says where: {}", said.out);
    let json = checked(&bytes, &["--json"])?.json()?;
    assert_eq!(json["is_whole"], false, "for programs, too");
    let damage = &json["damages"][0];
    let (from, to) = (damage["from_byte"].as_u64().context("from")?, damage["to_byte"].as_u64().context("to")?);
    assert!((from..to).contains(&30_000), "the changed byte is among them: {json}");
    Ok(())
}

#[test]
fn a_file_without_a_seal_is_not_called_whole() -> Result<()> {
    let said = checked(b"%PDF-1.7\n%%EOF\n", &[])?;
    assert_eq!(said.exit, 1, "nothing can be said: {}", said.out);
    assert!(said.out.contains("There is no seal"), "and that is said: {}", said.out);
    Ok(())
}
