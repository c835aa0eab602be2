//! Documents and photos: whole, or found damaged.

use std::fs;
use std::path::PathBuf;

use super::{Practice, stamp};
use crate::{Part, StoreError, StoredMedia};

fn keep(practice: &Practice, bytes: &[u8]) -> StoredMedia {
    let stored = practice.vault.store_media(bytes).unwrap();
    practice.vault.write(&stamp(), |write| write.keep_media(&stored)).unwrap();
    stored
}

fn files(practice: &Practice) -> Vec<PathBuf> {
    let shelves = fs::read_dir(practice.folder.path().join("media")).unwrap().map(|shelf| shelf.unwrap().path());
    shelves.flat_map(|shelf| fs::read_dir(shelf).unwrap().map(|file| file.unwrap().path())).collect()
}

#[test]
fn a_file_comes_back_as_it_was_whatever_its_size() {
    let practice = Practice::new();
    for n_bytes in [0, 1, 65_535, 65_536, 65_537, 131_072, 400_000] {
        let bytes: Vec<u8> = (0..n_bytes).map(|n: u32| n.to_le_bytes()[0] ^ n.to_le_bytes()[1]).collect();
        let stored = keep(&practice, &bytes);
        assert!(practice.vault.media(&stored.sha256()).unwrap() == bytes, "{n_bytes} bytes come back");
    }
}

#[test]
fn a_file_is_kept_once_however_often_it_is_filed() {
    let practice = Practice::new();
    let first = keep(&practice, b"%PDF the same");
    let second = keep(&practice, b"%PDF the same");
    assert_eq!(first, second, "the same file under the same key");
    assert_eq!(files(&practice).len(), 1, "and one file on the disk");
}

#[test]
fn a_file_that_is_brought_twice_before_it_is_filed_opens_for_whoever_files_it() {
    let practice = Practice::new();
    let first = practice.vault.store_media(b"a page that came back").unwrap();
    let second = practice.vault.store_media(b"a page that came back").unwrap();
    assert_eq!(first, second, "one file, one key");
    practice.vault.write(&stamp(), |write| write.keep_media(&first)).unwrap();
    assert_eq!(practice.vault.media(&first.sha256()).unwrap(), b"a page that came back", "and it opens");
    let to = tempfile::TempDir::new().unwrap();
    let backed_up = practice.vault.backup_job().unwrap().run(to.path(), stamp().at);
    assert!(backed_up.is_ok(), "so the next backup finds nothing damaged: {backed_up:?}");
}

#[test]
fn an_altered_byte_anywhere_is_noticed() {
    let practice = Practice::new();
    let stored = keep(&practice, &[5; 150_000]);
    let path = files(&practice).remove(0);
    let sealed = fs::read(&path).unwrap();
    for place in [0, 3, 4, 22, 23, 24, 65_000, 65_560, 65_575, 131_200, sealed.len() - 17, sealed.len() - 1] {
        let mut altered = sealed.clone();
        altered[place] ^= 1;
        fs::write(&path, &altered).unwrap();
        let read = practice.vault.media(&stored.sha256());
        assert_eq!(read, Err(StoreError::Damaged(Part::Media)), "byte {place} was altered");
    }
    for n_left in [0, 10, 23, 65_575, 131_127, sealed.len() - 1] {
        fs::write(&path, &sealed[..n_left]).unwrap();
        let read = practice.vault.media(&stored.sha256());
        assert_eq!(read, Err(StoreError::Damaged(Part::Media)), "cut off after {n_left} bytes");
    }
}

#[test]
fn a_file_in_place_of_another_is_noticed() {
    let practice = Practice::new();
    let one = keep(&practice, b"one");
    let path = files(&practice).remove(0);
    let other = keep(&practice, b"two");
    let other_path = files(&practice).into_iter().find(|file| *file != path).unwrap();
    fs::copy(&other_path, &path).unwrap();
    assert_eq!(practice.vault.media(&one.sha256()), Err(StoreError::Damaged(Part::Media)), "it is another's content");
    assert!(practice.vault.media(&other.sha256()).is_ok(), "the other is whole");
}

#[test]
fn a_missing_file_is_damage_and_filing_it_again_mends_it() {
    let practice = Practice::new();
    let stored = keep(&practice, b"a photo");
    fs::remove_file(files(&practice).remove(0)).unwrap();
    assert_eq!(practice.vault.media(&stored.sha256()), Err(StoreError::Damaged(Part::Media)), "it was there once");
    keep(&practice, b"a photo");
    assert_eq!(practice.vault.media(&stored.sha256()).unwrap(), b"a photo", "under the key its row has");
    assert_eq!(practice.vault.media(&"0".repeat(64)), Err(StoreError::NotFound), "this one never was");
}

#[test]
fn a_file_nobody_kept_is_swept_at_the_next_opening_and_the_others_stay() {
    let practice = Practice::new();
    let kept = keep(&practice, b"kept");
    practice.vault.store_media(b"the write that should have kept it never came").unwrap();
    let unfinished = files(&practice).remove(0).with_extension("new");
    fs::write(&unfinished, b"half").unwrap();
    assert_eq!(files(&practice).len(), 3, "with what a crash left of a third");
    let practice = practice.reopened();
    assert_eq!(files(&practice).len(), 1, "two were swept");
    assert_eq!(practice.vault.media(&kept.sha256()).unwrap(), b"kept", "and the other is whole");
}
