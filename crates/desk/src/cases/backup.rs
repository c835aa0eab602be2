//! Backups by hand: choosing their folder, making one, checking one, getting the vault back from one.

use std::path::{Path, PathBuf};

use care::record::Clinic;
use chrono::{DateTime, Duration, Utc};
use fluent_bundle::FluentArgs;
use serde_json::json;
use store::{
    Act, Backup, BackupMade, BackupOutcome, BackupReport, BackupRun, DrillOutcome, Head, Holder, Occasion, RecoveryKey,
    RestoreDrill, StoreError, UnlockedBackup, Vault, VaultReport,
};

use crate::Desk;
use crate::cases::device_secret::with_secret;
use crate::cases::session::{refuse_second_vault, sit_down, view_desk};
use crate::failure::Failure;
use crate::schedule::{Errand, folder_of, has_changed_since};
use crate::seat::Seat;
use crate::wire::{
    BackupMadeView, BackupMakeRequest, BackupSecret, BackupStanding, BackupTo, BackupView, CheckView, DeskView,
    DrillStanding, DrillView, Empty, FoundBackupView, InTheWay, RestoreRequest, UserRow,
};
use crate::words::{Words, without_isolates};

/// Hours after which a backup is old where something has changed since. One working day may be lost to a broken disk
/// at the very most, and somebody is to notice on the day it happens.
const OLD_AFTER_HOURS: i64 = 24;

/// How the backups stand.
pub(crate) fn view_backup(seat: &Seat<'_>, _: Empty) -> Result<BackupView, Failure> {
    let (newest, good, has_changed, drill) = seat.read(|read| {
        let good = read.newest_good_backup()?;
        let has_changed = has_changed_since(read, good.as_ref())?;
        Ok((read.newest_backup()?, good, has_changed, read.newest_drill()?))
    })?;
    let failed = newest.as_ref().and_then(failure_key);
    let is_old = |run: &BackupRun| has_changed && seat.now() - run.begun_at > Duration::hours(OLD_AFTER_HOURS);
    let standing = match (&good, failed) {
        (_, Some(_)) => BackupStanding::Failed,
        (None, None) => BackupStanding::None,
        (Some(run), None) if is_old(run) => BackupStanding::Old,
        (Some(_), None) => BackupStanding::Good,
    };
    let folder = folder_of(seat.clinic()).map(|folder| folder.display().to_string());
    let mut args = FluentArgs::new();
    if let Some(run) = &good {
        args.set("at", seat.local(run.begun_at).format("%d-%b-%Y %H:%M").to_string());
        args.set("folder", run.folder.clone());
    }
    if let Some(key) = failed {
        args.set("why", seat.words().say(key, None));
    }
    let key = match (standing, &folder, &good) {
        (BackupStanding::None, None, _) => "backup-none",
        (BackupStanding::None, Some(_), _) => "backup-none-yet",
        (BackupStanding::Good, Some(_), _) => "backup-good",
        (BackupStanding::Good, None, _) => "backup-good-by-hand",
        (BackupStanding::Old, _, _) => "backup-old",
        (BackupStanding::Failed, _, Some(_)) => "backup-failed",
        (BackupStanding::Failed, _, None) => "backup-failed-none",
    };
    let last_good_at = good.map(|run| run.begun_at.to_rfc3339());
    let drill = drill_view(seat, drill.as_ref());
    Ok(BackupView { folder, standing, last_good_at, words: seat.words().say(key, Some(&args)), drill })
}

/// What the last proof has shown; one that failed stands until a good one.
fn drill_view(seat: &Seat<'_>, drill: Option<&RestoreDrill>) -> DrillView {
    let Some(drill) = drill else {
        let words = seat.words().say("drill-none", None);
        return DrillView { standing: DrillStanding::None, at: None, words };
    };
    let on_screen = |at: DateTime<Utc>| seat.local(at).format("%d-%b-%Y %H:%M").to_string();
    let mut args = FluentArgs::new();
    args.set("at", on_screen(drill.begun_at));
    args.set("folder", drill.folder.clone());
    let (standing, key) = match &drill.outcome {
        DrillOutcome::Good { made_at, n_clients, n_entries, .. } => {
            args.set("made", on_screen(*made_at));
            args.set("clients", *n_clients);
            args.set("entries", *n_entries);
            (DrillStanding::Good, "drill-good")
        }
        DrillOutcome::Failed { why } => {
            args.set("why", seat.words().say(why, None));
            (DrillStanding::Failed, "drill-failed")
        }
    };
    DrillView { standing, at: Some(drill.begun_at.to_rfc3339()), words: seat.words().say(key, Some(&args)) }
}

/// Lets the person choose the folder for the clinic's backups.
pub(crate) fn choose_folder(seat: &Seat<'_>, _: Empty) -> Result<BackupView, Failure> {
    let folder = chosen_folder(seat)?;
    seat.write(|write| {
        let clinic = Clinic { backup_folder: Some(folder.display().to_string()), ..write.read().clinic()?.record };
        write.put(&clinic, Act::Update)
    })?;
    view_backup(&seat.again()?, Empty {})
}

/// Makes a backup now.
pub(crate) fn make_backup(seat: &Seat<'_>, request: BackupMakeRequest) -> Result<BackupMadeView, Failure> {
    let to = match request.to {
        BackupTo::Clinic => folder_of(seat.clinic()).ok_or(StoreError::NoBackupFolder)?,
        BackupTo::Chosen => chosen_folder(seat)?,
    };
    let errand = Errand::of(seat.opened(), seat.stamp().role, &to, seat.now())?;
    let made = errand.run(seat.desk().clock())?;
    seat.anchor(Occasion::Backup);
    Ok(made_view(seat.words(), &made))
}

/// A folder the person names; it must be there and outlive the vault.
fn chosen_folder(seat: &Seat<'_>) -> Result<PathBuf, Failure> {
    let folder = seat.host().choose_folder().ok_or(Failure::Cancelled)?;
    // The dialog may have stood open while the desk was locked: then somebody else may have answered it.
    seat.desk().still_open(seat.opened())?;
    let folder = folder.canonicalize().map_err(|_| StoreError::NoBackupFolder)?;
    let vault = seat.desk().folder().canonicalize().map_err(StoreError::from)?;
    if folder.starts_with(vault) {
        return Err(StoreError::BackupInsideVault.into());
    }
    Ok(folder)
}

/// Checks all of the open vault.
pub(crate) fn verify_vault(seat: &Seat<'_>, _: Empty) -> Result<CheckView, Failure> {
    let report = seat.opened().vault.check()?;
    let result = json!({ "is_whole": report.is_whole(), "n_entries": report.n_entries });
    seat.write(|write| write.note(Act::Verify, None, &result))?;
    Ok(vault_view(seat.words(), &report))
}

/// Lets the person name a backup, or a folder of backups, and says whose passwords open it.
pub(crate) fn find_backup(desk: &Desk, _: Empty) -> Result<FoundBackupView, Failure> {
    let path = desk.host().choose_folder().ok_or(Failure::Cancelled)?;
    let backup = Backup::find(&path)?;
    let users = backup.holders().into_iter().filter_map(|holder| match holder {
        Holder::User { user, name } => Some(UserRow { id: user, name }),
        Holder::Recovery => None,
    });
    let outside = backup.outside();
    let aside = Vault::aside_of(desk.folder(), desk.today_here())?;
    let view = FoundBackupView {
        path: backup.path().display().to_string(),
        users: users.collect(),
        made_at: outside.made_at.map(|at| at.to_rfc3339()),
        n_clients: short(outside.n_clients),
        n_visits: short(outside.n_visits),
        n_media: count(outside.n_media),
        set_aside_as: aside.map(|path| path.display().to_string()),
    };
    desk.keep_found_backup(backup.path().to_owned());
    Ok(view)
}

/// Checks all of the backup that was found.
pub(crate) fn check_backup(desk: &Desk, secret: BackupSecret) -> Result<CheckView, Failure> {
    let report = unlock_found(desk, &secret)?.check()?;
    Ok(backup_view(desk.words(), &report))
}

/// Makes the vault of this desk from the backup that was found. With a password its user is signed in then; with the
/// recovery key the vault stays locked, to be opened with that key and a new password. Nothing that is there is ever
/// overwritten (docs/decisions/0017-restore-beside-a-damaged-vault.md).
pub(crate) fn restore_backup(desk: &Desk, request: RestoreRequest) -> Result<DeskView, Failure> {
    refuse_unless_damaged(desk, request.in_the_way)?;
    let backup = unlock_found(desk, &request.secret)?;
    let (vault, aside) = match request.in_the_way {
        InTheWay::Refuse => (backup.restore(desk.folder())?, None),
        InTheWay::SetAside => backup.restore_setting_aside(desk.folder(), desk.today_here())?,
    };
    desk.forget_damage();
    erase_again(desk, &backup, &vault, &request.secret)?;
    let head = vault.read(|read| read.head())?;
    let mut how = format!("from a backup that ends at entry {} ({})", head.seq, head.short_hash());
    if let Some(aside) = aside {
        how.push_str(&format!("; the damaged vault is kept in {}", aside.display()));
    }
    match request.secret {
        BackupSecret::Password { user, .. } => sit_down(desk, vault, user, Act::Restore, &how),
        BackupSecret::RecoveryKey { .. } => {
            let stamp = store::Stamp {
                at: desk.clock().now(),
                utc_offset_s: 0,
                by: None,
                by_name: String::new(),
                role: None,
                session: desk.clock().new_id(),
            };
            vault.write(&stamp, |write| write.note(Act::Restore, None, &how))?;
            drop(vault);
            view_desk(desk, Empty {})
        }
    }
}

/// What was erased since the backup was made, as the newer backups beside it say, is erased in the restored vault too.
fn erase_again(desk: &Desk, backup: &UnlockedBackup, vault: &Vault, secret: &BackupSecret) -> Result<(), Failure> {
    let known = vault.read(|read| read.erasures())?;
    for erasure in backup.erased_since()? {
        if known.iter().any(|one| one.client == erasure.client) {
            continue;
        }
        let by = match secret {
            BackupSecret::Password { user, .. } => Some(vault.read(|read| read.user(*user))?.record),
            BackupSecret::RecoveryKey { .. } => None,
        };
        let stamp = store::Stamp {
            at: desk.clock().now(),
            utc_offset_s: 0,
            by: by.as_ref().map(|user| user.id),
            by_name: by.map(|user| user.name).unwrap_or_default(),
            role: None,
            session: desk.clock().new_id(),
        };
        vault.erase_client(&stamp, &erasure)?;
    }
    Ok(())
}

/// A vault that opens is never set aside: whoever wants an older state of it restores that into another folder.
fn refuse_unless_damaged(desk: &Desk, in_the_way: InTheWay) -> Result<(), Failure> {
    if desk.open().is_ok() {
        return Err(Failure::VaultExists);
    }
    match in_the_way {
        InTheWay::SetAside if desk.has_found_damage() => Ok(()),
        InTheWay::SetAside | InTheWay::Refuse => refuse_second_vault(desk),
    }
}

fn unlock_found(desk: &Desk, secret: &BackupSecret) -> Result<UnlockedBackup, Failure> {
    let path = desk.found_backup().ok_or(StoreError::NotABackup)?;
    let backup = Backup::find(Path::new(&path))?;
    Ok(match secret {
        BackupSecret::Password { user, password } => {
            let password = with_secret(desk, backup.device_secret_of(*user)?, password)?;
            backup.unlock(*user, &password)?
        }
        BackupSecret::RecoveryKey { recovery_key } => {
            backup.recover(&RecoveryKey::typed(recovery_key).map_err(StoreError::from)?)?
        }
    })
}

fn made_view(words: &Words, made: &BackupMade) -> BackupMadeView {
    let mut args = FluentArgs::new();
    args.set("path", made.path.display().to_string());
    args.set("media", made.n_media);
    args.set("seq", made.head.seq.to_string());
    BackupMadeView {
        path: made.path.display().to_string(),
        head_seq: short(made.head.seq),
        head_hash: made.head.short_hash(),
        n_media: count(made.n_media),
        n_new_media: count(made.n_new_media),
        n_forgotten: count(made.n_forgotten),
        words: without_isolates(&words.say("backup-made", Some(&args))),
    }
}

fn vault_view(words: &Words, report: &VaultReport) -> CheckView {
    let mut sentences = Vec::new();
    if !report.pages_are_whole {
        sentences.push(words.say("check-pages", None));
    }
    if let Some(damage) = report.damage {
        let mut args = FluentArgs::new();
        args.set("seq", damage.seq.to_string());
        sentences.push(words.say(super::journal::damage_key(damage.kind), Some(&args)));
    }
    for entity in &report.unlike_journal {
        let mut args = FluentArgs::new();
        args.set("table", entity.word());
        sentences.push(words.say("check-unlike-journal", Some(&args)));
    }
    if report.n_damaged_media > 0 {
        let mut args = FluentArgs::new();
        args.set("count", report.n_damaged_media);
        sentences.push(words.say("check-media", Some(&args)));
    }
    for damaged in &report.damaged_media {
        let mut args = FluentArgs::new();
        args.set("what", words.say(&format!("entity-{}", damaged.entity.word()), None));
        args.set("id", damaged.id.to_string());
        sentences.push(words.say("check-media-of", Some(&args)));
    }
    if sentences.is_empty() {
        sentences.push(whole(words, "check-vault-whole", report.n_entries, report.n_media, report.head));
    }
    CheckView {
        is_whole: report.is_whole(),
        n_entries: short(report.n_entries),
        n_media: count(report.n_media),
        head_seq: short(report.head.seq),
        head_hash: report.head.short_hash(),
        made_at: None,
        clinic_name: None,
        words: without_isolates(&sentences.join(" ")),
    }
}

fn backup_view(words: &Words, report: &BackupReport) -> CheckView {
    let mut sentences: Vec<String> = Vec::new();
    for entity in &report.unlike_journal {
        let mut args = FluentArgs::new();
        args.set("table", entity.word());
        sentences.push(words.say("check-unlike-journal", Some(&args)));
    }
    if sentences.is_empty() {
        sentences.push(whole(words, "check-backup-whole", report.n_entries, report.n_media, report.head));
    }
    CheckView {
        is_whole: report.unlike_journal.is_empty(),
        n_entries: short(report.n_entries),
        n_media: count(report.n_media),
        head_seq: short(report.head.seq),
        head_hash: report.head.short_hash(),
        made_at: report.made_at.map(|at| at.to_rfc3339()),
        clinic_name: report.clinic_name.clone(),
        words: without_isolates(&sentences.join(" ")),
    }
}

fn whole(words: &Words, key: &str, n_entries: u64, n_media: usize, head: Head) -> String {
    let mut args = FluentArgs::new();
    args.set("entries", n_entries.to_string());
    args.set("media", n_media.to_string());
    args.set("seq", head.seq.to_string());
    args.set("hash", head.short_hash());
    words.say(key, Some(&args))
}

fn failure_key(run: &BackupRun) -> Option<&str> {
    match &run.outcome {
        BackupOutcome::Good { .. } => None,
        BackupOutcome::Failed { why } => Some(why),
    }
}

fn short(n: u64) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
