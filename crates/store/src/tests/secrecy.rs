//! What a stolen disk shows: nothing.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Practice, a_client, a_consent, a_visit, id, stamp};
use crate::Act;
use care::record::VisitId;
use serde_json::json;

const MARKERS: [&str; 3] = ["Zyxwvutmarker", "1899-12-31", "marker@zyxwvut.example"];

fn all_files(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .flat_map(|path| if path.is_dir() { all_files(&path) } else { vec![path] })
        .collect()
}

fn contains(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window == word.as_bytes())
}

fn with_markers() -> Practice {
    let practice = Practice::new();
    let mut client = a_client(10, MARKERS[0], MARKERS[0]);
    client.born_on = super::day(MARKERS[1]);
    client.email = MARKERS[2].to_owned();
    practice.put(&client, Act::Create).unwrap();
    practice.put(&a_visit(20, 10), Act::Create).unwrap();
    let mut consent = a_consent(30, 10, 20);
    consent.questions = MARKERS.join(" ");
    practice.put(&consent, Act::Sign).unwrap();
    practice.vault.write(&stamp(), |write| write.set_draft(VisitId(id(20)), "note", &json!(MARKERS))).unwrap();
    let stored = practice.vault.store_media(MARKERS.join(" ").as_bytes()).unwrap();
    practice.vault.write(&stamp(), |write| write.keep_media(&stored)).unwrap();
    practice
}

#[test]
fn no_file_of_the_vault_shows_a_word_of_a_record() {
    let practice = with_markers();
    let check = |when: &str| {
        let files = all_files(practice.folder.path());
        assert!(files.len() >= 4, "the database, its log, the keys and a media file are there");
        for file in files {
            let bytes = fs::read(&file).unwrap();
            for marker in MARKERS {
                assert!(!contains(&bytes, marker), "{marker} stands in {} {when}", file.display());
            }
        }
    };
    check("while the vault is open");
    practice.bare().execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    check("after the log was written back");
}

#[test]
fn a_large_sort_leaves_no_temporary_file() {
    let practice = Practice::new();
    let sorted = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000)
                  SELECT count(*) FROM (SELECT i, 'Zyxwvutmarker' || i AS word FROM n ORDER BY word DESC)";
    let bare = practice.bare();
    let mut statement = bare.prepare(sorted).unwrap();
    let mut rows = statement.query([]).unwrap();
    assert!(rows.next().unwrap().is_some(), "the sort has run");
    let mut options = bare.prepare("PRAGMA compile_options").unwrap();
    let options: Vec<String> = options.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert!(options.contains(&"TEMP_STORE=3".to_owned()), "temporary storage is compiled to memory: {options:?}");
    #[cfg(target_os = "linux")]
    for handle in fs::read_dir("/proc/self/fd").unwrap() {
        let target = fs::read_link(handle.unwrap().path()).unwrap_or_default();
        assert!(!target.to_string_lossy().contains("etilqs"), "a temporary file is open: {}", target.display());
    }
}

#[test]
fn an_error_never_carries_a_word_of_a_record() {
    let practice = with_markers();
    let orphan = a_visit(21, 99);
    let errors = [
        practice.put(&orphan, Act::Create).unwrap_err(),
        practice.put(&a_consent(30, 10, 20), Act::Sign).unwrap_err(),
        practice
            .vault
            .write(&stamp(), |write| write.put_based_on(&a_client(10, MARKERS[0], ""), Act::Update, 9))
            .unwrap_err(),
    ];
    for error in errors {
        let said = format!("{error} {error:?}");
        assert!(!MARKERS.iter().any(|marker| said.contains(marker)), "{said}");
    }
}

#[cfg(unix)]
#[test]
fn nobody_else_on_the_computer_reads_the_vaults_files() {
    use std::os::unix::fs::PermissionsExt as _;
    let practice = Practice::new();
    let mode = fs::metadata(practice.folder.path()).unwrap().permissions().mode();
    assert_eq!(mode & 0o077, 0, "the folder is the owner's");
}
