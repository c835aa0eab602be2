//! Backups at the terminal: make, check, break, restore.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::clinic::{Clinic, terminal};

struct Backed {
    clinic: Clinic,
    folder: tempfile::TempDir,
}

impl Backed {
    fn new() -> Result<Self> {
        let (clinic, folder) = (Clinic::of_a_practitioner()?, tempfile::tempdir()?);
        let backed = Self { clinic, folder };
        let made = backed.clinic.run(&["backup", "--json", "--to", backed.to()])?;
        assert_eq!((made.exit, made.err.as_str()), (0, ""), "made and found whole");
        Ok(backed)
    }

    fn to(&self) -> &str {
        self.folder.path().to_str().unwrap()
    }

    fn newest(&self) -> Result<PathBuf> {
        let shelf = std::fs::read_dir(self.folder.path())?.next().context("shelf")??.path();
        let backups = std::fs::read_dir(shelf)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
        backups.into_iter().find(|path| path.join("manifest.json").is_file()).context("backup")
    }

    fn with_password(&self, arguments: &[&str]) -> Result<crate::clinic::Said> {
        let password = self.clinic.password_file();
        terminal(&[arguments, &["--password-file", password.to_str().context("path")?]].concat())
    }
}

fn flip(path: &Path) -> Result<()> {
    let mut bytes = std::fs::read(path)?;
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    Ok(std::fs::write(path, bytes)?)
}

#[test]
fn a_backup_is_made_checked_and_restored_and_the_restored_vault_is_whole() -> Result<()> {
    let backed = Backed::new()?;
    let checked = backed.with_password(&["verify", backed.to()])?;
    assert_eq!(checked.exit, 0, "the newest in the folder is whole: {}{}", checked.out, checked.err);
    let into = backed.folder.path().join("restored");
    let into = into.to_str().context("path")?;
    let newest = backed.newest()?;
    let restored = backed.with_password(&["restore", newest.to_str().context("path")?, "--into", into])?;
    assert_eq!((restored.exit, restored.err.as_str()), (0, ""), "one command: {}", restored.out);
    let vault = backed.with_password(&["verify", into, "--json"])?;
    assert_eq!((vault.exit, &vault.json()?["is_whole"]), (0, &true.into()), "{}", vault.out);
    let again = backed.with_password(&["restore", backed.to(), "--into", into])?;
    assert_eq!(again.exit, 1, "a folder with a vault is never overwritten: {}", again.err);
    Ok(())
}

#[test]
fn a_damaged_backup_is_exit_1_and_the_sentence_names_the_part() -> Result<()> {
    let backed = Backed::new()?;
    flip(&backed.newest()?.join("vault.db"))?;
    let checked = backed.with_password(&["verify", backed.to()])?;
    assert_eq!((checked.exit, checked.out.as_str()), (1, ""), "the answer is no");
    assert!(checked.err.contains("vault.db"), "and where: {}", checked.err);
    let into = backed.folder.path().join("restored");
    let refused = backed.with_password(&["restore", backed.to(), "--into", into.to_str().context("path")?])?;
    assert_eq!(refused.exit, 1, "nothing is restored from it: {}", refused.err);
    assert!(!into.exists(), "and nothing is left of the try");
    Ok(())
}

#[test]
fn a_damaged_vault_is_exit_1_and_the_sentence_says_so() -> Result<()> {
    let backed = Backed::new()?;
    let vault = backed.clinic.vault();
    let whole = backed.with_password(&["verify", vault.to_str().context("path")?])?;
    assert_eq!(whole.exit, 0, "{}{}", whole.out, whole.err);
    flip(&vault.join("vault.db"))?;
    let damaged = backed.with_password(&["verify", vault.to_str().context("path")?])?;
    assert_eq!(damaged.exit, 1, "{}{}", damaged.out, damaged.err);
    assert!(
        damaged.out.contains("damaged") || damaged.err.contains("cannot be read"),
        "{}{}",
        damaged.out,
        damaged.err
    );
    Ok(())
}

#[test]
fn what_is_missing_is_one_sentence_and_no_folder_is_made_for_it() -> Result<()> {
    let backed = Backed::new()?;
    let away = backed.folder.path().join("away");
    let refused = backed.clinic.run(&["backup", "--to", away.to_str().context("path")?])?;
    assert_eq!(refused.exit, 1, "the folder is not there: {}", refused.err);
    assert_eq!(refused.err.lines().count(), 1, "one sentence: {}", refused.err);
    assert!(!away.exists(), "a disk that is not plugged in is not replaced by a folder");
    let none = backed.with_password(&["verify", away.to_str().context("path")?])?;
    assert_eq!(none.exit, 1, "nor is there a backup: {}", none.err);
    Ok(())
}
