//! When backups are made: in every hour in which something changed, when the screen locks, and when the program ends.
//!
//! A backup runs on its own connection with its own key. Nobody who works waits for it, and a lock does not end it.

use std::path::{Path, PathBuf};

use care::record::{Clinic, Role};
use chrono::{DateTime, Duration, Utc};
use serde_json::json;
use store::{
    Act, BackupJob, BackupMade, BackupOutcome, BackupRun, DrillOutcome, DrillReport, Read, RestoreDrill, Stamp,
    StoreError, Upgrade,
};
use uuid::Uuid;

use crate::Desk;
use crate::cases::session::note_lock;
use crate::clock::{Calendar, Clock};
use crate::desk::Open;
use crate::failure::Failure;

/// What gives rise to a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Due {
    /// Time goes by while the vault is open.
    Hour,
    /// The screen locks.
    Lock,
    /// The program ends.
    End,
}

impl Due {
    /// How long the last try must be over. A screen that locks every five minutes makes no backup every five minutes;
    /// the last thing the program does is one in any case.
    fn quiet_for(self) -> Duration {
        match self {
            Self::Hour => Duration::minutes(60),
            Self::Lock => Duration::minutes(15),
            Self::End => Duration::zero(),
        }
    }
}

/// A backup that was proved this long ago is proved again. The backups of a week are the most that may be worth nothing
/// without anybody knowing.
const PROVED_FOR: Duration = Duration::days(7);
/// A proof that failed is tried again after this: the disk may be plugged in again.
const FAILED_FOR: Duration = Duration::hours(24);

/// A backup that is to be made, or proved, with who it is done for.
pub(crate) struct Errand {
    job: BackupJob,
    to: PathBuf,
    by: Stamp,
    calendar: Calendar,
}

impl Errand {
    /// A backup into `to` in the name of who has the vault open.
    ///
    /// # Errors
    /// [`Failure::Store`] if the vault cannot be read.
    pub(crate) fn of(open: &Open, role: Option<Role>, to: &Path, now: DateTime<Utc>) -> Result<Self, Failure> {
        let calendar = Calendar::of_zone(&open.vault.read(|read| read.clinic())?.record.time_zone);
        let by = Stamp {
            at: now,
            utc_offset_s: calendar.offset_s(now),
            by: Some(open.user.id),
            by_name: open.user.name.clone(),
            role,
            session: open.session,
        };
        Ok(Self { job: open.vault.backup_job()?, to: to.to_owned(), by, calendar })
    }

    /// Makes it, and writes down that it was begun and what became of it.
    ///
    /// # Errors
    /// [`Failure::Store`] with why there is none.
    pub(crate) fn run(&self, clock: &Clock) -> Result<BackupMade, Failure> {
        let (id, begun_at, folder) = (clock.new_id(), clock.now(), self.to.display().to_string());
        let begun = json!({ "begun": id, "folder": folder });
        self.job.write(&self.stamp(begun_at), |write| write.note(Act::Backup, None, &begun))?;
        let made = self.job.run(&self.to, begun_at);
        let outcome = match &made {
            Ok(made) => BackupOutcome::Good {
                head_seq: made.head.seq,
                n_media: u64::try_from(made.n_media).unwrap_or(u64::MAX),
                n_database_bytes: made.n_database_bytes,
            },
            // Another one is being made at this moment; that one is written down.
            Err(StoreError::Busy) => return Err(StoreError::Busy.into()),
            Err(problem) => BackupOutcome::Failed { why: Failure::Store(problem.clone()).key().to_owned() },
        };
        let run = BackupRun { id, begun_at, folder, outcome };
        let noted = self.job.write(&self.stamp(clock.now()), |write| write.put(&run, Act::Backup));
        let made = made?;
        noted?;
        Ok(made)
    }

    /// Proves the newest backup: opens it where it lies and reads all of it. Writes down that it was begun and what it
    /// has shown.
    ///
    /// # Errors
    /// [`Failure::Store`] with why nothing can be restored from it.
    pub(crate) fn drill(&self, clock: &Clock) -> Result<DrillReport, Failure> {
        let (id, begun_at, folder) = (clock.new_id(), clock.now(), self.to.display().to_string());
        let begun = json!({ "begun": id, "folder": folder });
        self.job.write(&self.stamp(begun_at), |write| write.note(Act::Drill, None, &begun))?;
        let shown = self.job.drill(&self.to);
        let outcome = match &shown {
            Ok(report) => DrillOutcome::Good {
                made_at: report.made_at,
                n_entries: report.n_entries,
                n_clients: report.n_clients,
                n_media: u64::try_from(report.n_media).unwrap_or(u64::MAX),
            },
            // A backup is being made at this moment; the next look tries again.
            Err(StoreError::Busy) => return Err(StoreError::Busy.into()),
            Err(problem) => DrillOutcome::Failed { why: Failure::Store(problem.clone()).key().to_owned() },
        };
        let drill = RestoreDrill { id, begun_at, folder, outcome };
        let noted = self.job.write(&self.stamp(clock.now()), |write| write.put(&drill, Act::Drill));
        let shown = shown?;
        noted?;
        Ok(shown)
    }

    fn stamp(&self, at: DateTime<Utc>) -> Stamp {
        Stamp { at, utc_offset_s: self.calendar.offset_s(at), ..self.by.clone() }
    }
}

/// The backup that was made before the vault was brought to a newer format, or why there is none.
pub(crate) fn backup_before(upgrade: &Upgrade, id: Uuid, at: DateTime<Utc>) -> BackupRun {
    let outcome = match &upgrade.backup {
        Ok(made) => BackupOutcome::Good {
            head_seq: made.head.seq,
            n_media: u64::try_from(made.n_media).unwrap_or(u64::MAX),
            n_database_bytes: made.n_database_bytes,
        },
        Err(problem) => BackupOutcome::Failed { why: Failure::Store(problem.clone()).key().to_owned() },
    };
    BackupRun { id, begun_at: at, folder: upgrade.folder.display().to_string(), outcome }
}

impl Desk {
    /// Makes a backup if one is due: one that was left by a lock, or one of this hour. Call it every few seconds on a
    /// thread where nobody waits. What became of it is in the journal and on the start screen.
    pub fn back_up_if_due(&self) {
        let errand = self.take_errand().or_else(|| {
            let open = self.open().ok()?;
            self.errand_for(&open, Due::Hour)
        });
        self.do_errand(errand);
        self.drill_if_due();
    }

    /// Proves the newest backup if that is due, once a week while the vault is open. Called after the backups, on the
    /// same thread: a backup is never made and read at once.
    fn drill_if_due(&self) {
        let Ok(open) = self.open() else { return };
        let now = self.clock().now();
        let wanted = open.vault.read(|read| {
            let clinic = read.clinic()?.record;
            Ok::<_, StoreError>(if is_drill_due(read, now)? { folder_of(&clinic) } else { None })
        });
        // As with a backup: a vault that cannot be read is said by whatever the person does next.
        let Some(folder) = wanted.ok().flatten() else { return };
        if let Ok(errand) = Errand::of(&open, open.user.roles.first().copied(), &folder, now) {
            // What it has shown is written down by the drill itself, for the start screen.
            let _ = errand.drill(self.clock());
        }
    }

    /// Locks, and makes the last backup: the program ends.
    pub fn finish(&self) {
        let errand = match self.open() {
            Ok(open) => {
                // The vault is closed all the same: a full disk must not keep it open.
                let _ = note_lock(self, &open, "the program ends");
                let errand = self.errand_for(&open, Due::End);
                self.close();
                errand
            }
            Err(_) => self.take_errand(),
        };
        self.do_errand(errand);
    }

    /// Leaves a backup to be made after the screen has locked.
    pub(crate) fn leave_errand(&self, open: &Open) {
        if let Some(errand) = self.errand_for(open, Due::Lock) {
            self.keep_errand(errand);
        }
    }

    fn do_errand(&self, errand: Option<Errand>) {
        if let Some(errand) = errand {
            // Why it failed is written down by the errand itself, for the start screen.
            let _ = errand.run(self.clock());
        }
    }

    fn errand_for(&self, open: &Open, occasion: Due) -> Option<Errand> {
        let now = self.clock().now();
        let wanted = open.vault.read(|read| {
            let clinic = read.clinic()?.record;
            Ok::<_, StoreError>(if is_due(read, now, occasion)? { folder_of(&clinic) } else { None })
        });
        // A vault that cannot be read is said by whatever the person does next.
        let to = wanted.ok().flatten()?;
        Errand::of(open, open.user.roles.first().copied(), &to, now).ok()
    }
}

/// The folder the clinic has chosen for its backups.
pub(crate) fn folder_of(clinic: &Clinic) -> Option<PathBuf> {
    clinic.backup_folder.as_ref().map(PathBuf::from)
}

/// Whether anything was written since the newest good backup but what backups and their proofs write of themselves.
pub(crate) fn has_changed_since(read: &Read<'_>, good: Option<&BackupRun>) -> Result<bool, StoreError> {
    match good.map(|run| &run.outcome) {
        Some(BackupOutcome::Good { head_seq, .. }) => read.has_changed_since(*head_seq),
        Some(BackupOutcome::Failed { .. }) | None => Ok(true),
    }
}

/// Whether a proof is due: there is a backup, and the last good proof is a week old, or the last try a day.
fn is_drill_due(read: &Read<'_>, now: DateTime<Utc>) -> Result<bool, StoreError> {
    if read.newest_good_backup()?.is_none() {
        return Ok(false);
    }
    Ok(read.newest_drill()?.is_none_or(|drill| {
        let proved_for = match drill.outcome {
            DrillOutcome::Good { .. } => PROVED_FOR,
            DrillOutcome::Failed { .. } => FAILED_FOR,
        };
        // A clock that was put back must not keep a proof from being made.
        now - drill.begun_at >= proved_for || drill.begun_at > now
    }))
}

fn is_due(read: &Read<'_>, now: DateTime<Utc>, occasion: Due) -> Result<bool, StoreError> {
    if !has_changed_since(read, read.newest_good_backup()?.as_ref())? {
        return Ok(false);
    }
    let last = read.newest_backup()?;
    // A clock that was put back must not keep backups from being made.
    Ok(last.is_none_or(|run| now - run.begun_at >= occasion.quiet_for() || run.begun_at > now))
}
