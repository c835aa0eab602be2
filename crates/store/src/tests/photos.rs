//! Photos and scans: their rows, their thumbnails, what a crash leaves, and what a check of the vault finds.

use std::fs;

use care::record::{
    ClientId, MediaWithdrawal, Photo, PhotoId, PhotoPermission, PhotoScope, PhotoView, Scan, ScanId, ScanKind, UserId,
    VisitId, WithdrawnMedia,
};

use super::practice::key;
use super::{Practice, a_client, a_visit, day, id, stamp};
use crate::{Act, Backup, DamagedMedia, Entity, Part, StoreError, Vault, tables_match_journal, thumbnail_name};

const PICTURE: &[u8] = b"\xff\xd8\xff a picture of a cheek";
const SMALL: &[u8] = b"\xff\xd8\xff a small one";

pub(super) fn a_photo(n: u128) -> Photo {
    Photo {
        id: PhotoId(id(n)),
        client: ClientId(id(10)),
        visit: Some(VisitId(id(20))),
        zone: None,
        view: PhotoView::Front,
        taken_on: day("2026-03-03"),
        taken_time: None,
        scope: PhotoScope::Record,
        photo_sha256: thumbnail_name(PICTURE),
        thumbnail_sha256: thumbnail_name(SMALL),
        received_sha256: "0".repeat(64),
        width_px: 400,
        height_px: 300,
        added_by: UserId(id(1)),
        added_at: stamp().at,
    }
}

pub(super) fn a_scan(n: u128) -> Scan {
    Scan {
        id: ScanId(id(n)),
        client: ClientId(id(10)),
        kind: ScanKind::ReferralLetter,
        title: "Letter".to_owned(),
        received_sha256: thumbnail_name(b"%PDF-1.7 a letter"),
        ending: "pdf".to_owned(),
        picture_sha256: None,
        thumbnail_sha256: None,
        n_bytes: 17,
        document: None,
        pages: Vec::new(),
        added_by: UserId(id(1)),
        added_at: stamp().at,
    }
}

pub(super) fn withdrawn(photo: u128) -> MediaWithdrawal {
    MediaWithdrawal {
        of: WithdrawnMedia::Photo(PhotoId(id(photo))),
        client: ClientId(id(10)),
        reason: "Another client's".to_owned(),
        withdrawn_by: UserId(id(1)),
        withdrawn_at: stamp().at,
    }
}

/// A client with a photo and a scan, files and thumbnail among them.
fn a_practice_with_a_photo() -> Practice {
    let practice = Practice::new();
    practice.put(&a_client(10, "Marsh", "Ada"), Act::Create).unwrap();
    practice.put(&a_visit(20, 10), Act::Create).unwrap();
    let picture = practice.vault.store_media(PICTURE).unwrap();
    let letter = practice.vault.store_media(b"%PDF-1.7 a letter").unwrap();
    let kept = practice.vault.write(&stamp(), |write| {
        write.keep_media(&picture)?;
        write.keep_media(&letter)?;
        write.keep_thumbnail(SMALL)?;
        write.put(&a_photo(70), Act::Create)?;
        write.put(&a_scan(71), Act::Create)
    });
    kept.unwrap();
    practice
}

fn files(practice: &Practice) -> Vec<std::path::PathBuf> {
    let shelves = fs::read_dir(practice.folder.path().join("media")).unwrap().map(|shelf| shelf.unwrap().path());
    shelves.flat_map(|shelf| fs::read_dir(shelf).unwrap().map(|file| file.unwrap().path())).collect()
}

#[test]
fn a_photo_comes_back_with_its_picture_and_thumbnail_after_the_vault_was_closed() {
    let practice = a_practice_with_a_photo().reopened();
    let kept = practice.vault.read(|read| read.photos_of(ClientId(id(10)))).unwrap();
    assert_eq!(kept.len(), 1, "one photo");
    assert_eq!((&kept[0].photo, kept[0].scope), (&a_photo(70), PhotoScope::Record), "as it was added");
    assert_eq!(practice.vault.media(&kept[0].photo.photo_sha256).unwrap(), PICTURE, "the picture");
    let small = practice.vault.read(|read| read.thumbnail(&kept[0].photo.thumbnail_sha256)).unwrap();
    assert_eq!(small, SMALL, "the thumbnail");
}

#[test]
fn what_is_allowed_later_counts_and_the_photo_is_not_edited_for_it() {
    let practice = a_practice_with_a_photo();
    let permission = PhotoPermission {
        photo: PhotoId(id(70)),
        client: ClientId(id(10)),
        scope: PhotoScope::Marketing,
        set_by: UserId(id(1)),
        set_at: stamp().at,
    };
    for scope in [PhotoScope::Marketing, PhotoScope::Teaching] {
        practice.put(&PhotoPermission { scope, ..permission.clone() }, Act::Update).unwrap();
        let kept = practice.vault.read(|read| read.photo(PhotoId(id(70)))).unwrap();
        assert_eq!((kept.scope, kept.photo.scope), (scope, PhotoScope::Record), "the newest word, and the first one");
    }
    assert_eq!(practice.put(&a_photo(70), Act::Update), Err(StoreError::SignedIsFinal), "the photo has one version");
}

#[test]
fn a_withdrawn_photo_is_said_to_be_and_is_withdrawn_once() {
    let practice = a_practice_with_a_photo();
    practice.put(&withdrawn(70), Act::Withdraw).unwrap();
    let kept = practice.vault.read(|read| read.photo(PhotoId(id(70)))).unwrap();
    assert_eq!(kept.withdrawal, Some(withdrawn(70)), "with its reason");
    assert_eq!(practice.put(&withdrawn(70), Act::Withdraw), Err(StoreError::SignedIsFinal), "for good");
}

#[test]
fn the_tables_of_photos_and_scans_are_what_the_journal_says() {
    let practice = a_practice_with_a_photo();
    practice.put(&withdrawn(70), Act::Withdraw).unwrap();
    assert_eq!(practice.vault.read(tables_match_journal).unwrap(), [], "rebuilt from the journal they are the same");
}

#[test]
fn a_kill_between_the_file_and_its_row_leaves_no_photo_and_the_file_is_swept() {
    let practice = a_practice_with_a_photo();
    practice.vault.store_media(b"\xff\xd8\xff the write that names it never came").unwrap();
    let failed: Result<_, StoreError> = practice.vault.write(&stamp(), |write| {
        write.keep_thumbnail(b"\xff\xd8\xff of it")?;
        Err::<(), _>(StoreError::NotFound)
    });
    assert!(failed.is_err(), "the write did not reach its end");
    assert_eq!(files(&practice).len(), 3, "a file nobody names");
    let practice = practice.reopened();
    assert_eq!(files(&practice).len(), 2, "is swept at the next opening");
    let lost = practice.vault.read(|read| read.thumbnail(&thumbnail_name(b"\xff\xd8\xff of it")));
    assert_eq!(lost, Err(StoreError::NotFound), "with its thumbnail");
    assert!(practice.vault.check().unwrap().is_whole(), "and nothing refers to what is missing");
}

#[test]
fn a_check_names_the_photo_and_the_scan_whose_file_is_missing_or_altered() {
    let practice = a_practice_with_a_photo();
    assert!(practice.vault.check().unwrap().is_whole(), "whole at first");
    for file in files(&practice) {
        let mut sealed = fs::read(&file).unwrap();
        *sealed.last_mut().unwrap() ^= 1;
        fs::write(&file, sealed).unwrap();
    }
    let report = practice.vault.check().unwrap();
    let mut named = report.damaged_media.clone();
    named.sort_by_key(|damaged| damaged.id);
    let photo = DamagedMedia { entity: Entity::Photo, id: id(70) };
    let scan = DamagedMedia { entity: Entity::Scan, id: id(71) };
    assert_eq!((named, report.n_damaged_media), (vec![photo, scan], 2), "both, by their ids");
    fs::remove_file(files(&practice).remove(0)).unwrap();
    assert_eq!(practice.vault.check().unwrap().damaged_media.len(), 2, "missing is as bad as altered");
}

#[test]
fn an_altered_or_missing_thumbnail_is_noticed_and_its_photo_named() {
    let practice = a_practice_with_a_photo();
    practice.bare().execute_batch("UPDATE thumbnail SET bytes = x'ffd8ff00'").unwrap();
    let read = practice.vault.read(|read| read.thumbnail(&thumbnail_name(SMALL)));
    assert_eq!(read, Err(StoreError::Damaged(Part::Media)), "it is not what was kept");
    let photo = [DamagedMedia { entity: Entity::Photo, id: id(70) }];
    assert_eq!(practice.vault.check().unwrap().damaged_media, photo, "altered");
    practice.bare().execute_batch("DELETE FROM thumbnail").unwrap();
    let report = practice.vault.check().unwrap();
    assert_eq!(report.damaged_media, photo, "missing");
    assert!(!report.is_whole(), "a vault without it is not whole");
}

#[test]
fn a_thumbnail_as_large_as_a_photo_is_refused() {
    let practice = Practice::new();
    let kept = practice.vault.write(&stamp(), |write| write.keep_thumbnail(&[0; 40_961]));
    assert!(kept.is_err(), "the database is copied every hour");
}

#[test]
fn a_backup_carries_photos_scans_and_thumbnails_and_a_restore_brings_them_back() {
    let practice = a_practice_with_a_photo();
    let (to, into) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    practice.vault.backup_job().unwrap().run(to.path(), stamp().at).unwrap();
    let target = into.path().join("vault");
    Backup::find(to.path()).unwrap().unlock_by_key(&key()).unwrap().restore(&target).unwrap();
    let restored = Vault::open_by_key(&target, &key()).unwrap();
    let report = restored.check().unwrap();
    assert!(report.is_whole(), "the copy is whole: {report:?}");
    assert_eq!(restored.media(&thumbnail_name(PICTURE)).unwrap(), PICTURE, "the photo");
    assert_eq!(restored.read(|read| read.thumbnail(&thumbnail_name(SMALL))).unwrap(), SMALL, "its thumbnail");
    assert_eq!(restored.media(&a_scan(71).received_sha256).unwrap(), b"%PDF-1.7 a letter", "and the letter");
}
