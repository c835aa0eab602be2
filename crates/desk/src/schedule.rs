//! When backups are made: in every hour in which something changed, when the screen locks, and when the program ends.
//!
//! A backup runs on its own connection with its own key. Nobody who works waits for it, and a lock does not end it.

use std::path::{Path, PathBuf};

use care::record::{Clinic, Role};
use chrono::{DateTime, Duration, Utc};
use serde_json::json;
use store::{Act, BackupJob, BackupMade, BackupOutcome, BackupRun, Read, Stamp, StoreError};

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

/// A backup that is to be made, with who it is made for.
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

    fn stamp(&self, at: DateTime<Utc>) -> Stamp {
        Stamp { at, utc_offset_s: self.calendar.offset_s(at), ..self.by.clone() }
    }
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

/// Whether anything was written since the newest good backup but that backup's own record.
pub(crate) fn has_changed_since(read: &Read<'_>, good: Option<&BackupRun>) -> Result<bool, StoreError> {
    let head = read.head()?;
    Ok(match good.map(|run| &run.outcome) {
        Some(BackupOutcome::Good { head_seq, .. }) => head.seq > head_seq + 1,
        Some(BackupOutcome::Failed { .. }) | None => true,
    })
}

fn is_due(read: &Read<'_>, now: DateTime<Utc>, occasion: Due) -> Result<bool, StoreError> {
    if !has_changed_since(read, read.newest_good_backup()?.as_ref())? {
        return Ok(false);
    }
    let last = read.newest_backup()?;
    // A clock that was put back must not keep backups from being made.
    Ok(last.is_none_or(|run| now - run.begun_at >= occasion.quiet_for() || run.begun_at > now))
}
