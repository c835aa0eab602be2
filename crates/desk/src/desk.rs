//! One desk: a vault folder, a clock, the machine around it, and what is kept in memory while the vault is open.

mod memory;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use care::protocol::Protocol;
use care::record::{ClientId, Document, PaperSize, Role, User, VisitId};
use chrono::{DateTime, Duration, NaiveDate, Utc};
use store::{PasswordKind, RecoveryKey, StoreError, Vault};
use uuid::Uuid;

use crate::clock::{Calendar, Clock};
use crate::codes::Codes;
use crate::failure::Failure;
use crate::host::Host;
use crate::looks::Look;
use crate::pictures::{SignedPages, WaitingFile};
use crate::pins::Pins;
use crate::schedule::Errand;
use crate::wire::PaperFor;
use crate::words::Words;

/// One desk.
pub struct Desk {
    folder: PathBuf,
    place: Place,
    clock: Clock,
    host: Arc<dyn Host>,
    words: Words,
    protocol: &'static Protocol,
    pins: Pins,
    codes: Codes,
    memory: Mutex<Memory>,
}

/// Where the desk stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In a window: one window for each vault.
    Window,
    /// At the terminal, beside a window that may have the vault open.
    Terminal,
}

/// What is kept in memory.
#[derive(Default)]
struct Memory {
    open: Option<Arc<Open>>,
    recovery: Option<Arc<PendingRecovery>>,
    prepared: BTreeMap<Uuid, Arc<PreparedPaper>>,
    /// Files that were chosen and are not filed yet, the oldest first.
    waiting: Vec<WaitingFile>,
    /// Signed pages that came back and are not filed yet.
    signed_pages: Option<SignedPages>,
    /// When a look was written down last in this sitting.
    looks: BTreeMap<Look, DateTime<Utc>>,
    /// When a command was refused to this person's roles last, in this sitting.
    denied: BTreeMap<&'static str, DateTime<Utc>>,
    /// Restricted records that were opened with a reason in this sitting.
    opened_restricted: BTreeSet<ClientId>,
    /// Why the journal's head could not be written down in the second folder, the last time it should have been.
    anchor_problem: Option<StoreError>,
    /// Whether somebody who has no PIN came in with the password and set none since: then one may be set.
    may_set_pin: bool,
    touched_at: Option<DateTime<Utc>>,
    /// A backup to be made now that the screen is locked.
    errand: Option<Errand>,
    /// The backup a person has named, to be checked or restored.
    found_backup: Option<PathBuf>,
    /// Whether the vault was found damaged since the program started.
    has_found_damage: bool,
}

/// An open vault and the person who opened it.
pub(crate) struct Open {
    /// The vault.
    pub(crate) vault: Vault,
    /// Who opened it.
    pub(crate) user: User,
    /// One sitting, from unlock to lock.
    pub(crate) session: Uuid,
    /// Minutes without a key until it locks.
    pub(crate) lock_after_minutes: AtomicU8,
    /// Set while the password is one that somebody else made.
    must_choose_password: AtomicBool,
}

impl Open {
    /// An unlocked vault, for the person who unlocked it.
    ///
    /// # Errors
    /// [`Failure::Store`] if the key file cannot be read.
    pub(crate) fn new(vault: Vault, user: User, session: Uuid, lock_after_minutes: u8) -> Result<Self, Failure> {
        let must_choose_password = vault.password_kind(user.id)? == PasswordKind::OneTime;
        Ok(Self {
            vault,
            user,
            session,
            lock_after_minutes: lock_after_minutes.into(),
            must_choose_password: must_choose_password.into(),
        })
    }

    /// Whether the first act is to choose a password.
    pub(crate) fn must_choose_password(&self) -> bool {
        self.must_choose_password.load(Ordering::Relaxed)
    }

    /// A password of one's own is chosen.
    pub(crate) fn has_chosen_password(&self) {
        self.must_choose_password.store(false, Ordering::Relaxed);
    }

    /// The roles the person holds now: an administrator may have changed them since the unlock.
    ///
    /// # Errors
    /// [`Failure::Store`] if the person cannot be read.
    pub(crate) fn roles_now(&self) -> Result<Vec<Role>, Failure> {
        Ok(self.vault.read(|read| read.user(self.user.id))?.record.roles)
    }
}

/// A recovery key that was shown and is to be typed back.
pub(crate) struct PendingRecovery {
    /// The key.
    pub(crate) key: RecoveryKey,
    /// Groups asked for, counted from 0.
    pub(crate) ask: Vec<u8>,
}

/// A paper that is shown and not filed yet.
#[derive(Debug, Clone)]
pub(crate) struct PreparedPaper {
    /// What it will be filed as; who files it and when is known then.
    pub(crate) document: Document,
    /// The bytes.
    pub(crate) bytes: Vec<u8>,
    /// What it was made from.
    pub(crate) source: PaperSource,
}

/// What a paper was made from, so that it is not filed once the record says something else.
#[derive(Debug, Clone)]
pub(crate) enum PaperSource {
    /// An aftercare sheet.
    Sheet {
        /// Of which visit.
        visit: VisitId,
        /// How many conflicts have to be acknowledged.
        n_conflicts: usize,
        /// Name, birth date and number of the client as they stand on it.
        whose: String,
    },
    /// Any other paper.
    Paper {
        /// Which.
        paper: PaperFor,
        /// For which printer.
        size: PaperSize,
        /// SHA-256 over everything on it that can be read.
        says: String,
    },
}

impl Desk {
    /// A desk at the vault in `folder`, which need not exist yet.
    #[must_use]
    pub fn new(folder: PathBuf, place: Place, clock: Clock, host: Arc<dyn Host>) -> Self {
        let (words, protocol) = (Words::en_gb(), Protocol::shipped());
        Self {
            folder,
            place,
            clock,
            host,
            words,
            protocol,
            pins: Pins::default(),
            codes: Codes::default(),
            memory: Mutex::default(),
        }
    }

    /// Locks the vault if nobody has touched the desk for as long as the clinic allows.
    pub fn lock_if_idle(&self) {
        let idle = {
            let memory = self.memory();
            match (&memory.open, memory.touched_at) {
                (Some(open), Some(at)) => {
                    let minutes = open.lock_after_minutes.load(Ordering::Relaxed);
                    (self.clock.now() - at >= Duration::minutes(i64::from(minutes))).then(|| Arc::clone(open))
                }
                (Some(_) | None, _) => None,
            }
        };
        if let Some(open) = idle {
            self.leave_errand(&open);
            self.close();
            // The screen is locked all the same: a full disk must not keep it open.
            let _ = crate::cases::session::note_lock(self, &open, "idle");
        }
    }

    /// Folder of the vault.
    #[must_use]
    pub fn folder(&self) -> &std::path::Path {
        &self.folder
    }

    /// Where the desk stands.
    pub(crate) fn place(&self) -> Place {
        self.place
    }

    pub(crate) fn clock(&self) -> &Clock {
        &self.clock
    }

    pub(crate) fn host(&self) -> &dyn Host {
        self.host.as_ref()
    }

    /// The words of the screen.
    #[must_use]
    pub fn words(&self) -> &Words {
        &self.words
    }

    pub(crate) fn protocol(&self) -> &'static Protocol {
        self.protocol
    }

    /// The open vault.
    pub(crate) fn open(&self) -> Result<Arc<Open>, Failure> {
        self.memory().open.clone().ok_or(Failure::Locked)
    }

    /// Whether the sitting a command began in is still the one at the desk.
    ///
    /// # Errors
    /// [`Failure::Locked`] if it was locked since.
    pub(crate) fn still_open(&self, open: &Open) -> Result<(), Failure> {
        if self.open()?.session == open.session { Ok(()) } else { Err(Failure::Locked) }
    }

    /// Takes an opened vault to the desk.
    pub(crate) fn put_open(&self, open: Open) -> Arc<Open> {
        let open = Arc::new(open);
        let mut memory = self.memory();
        memory.touched_at = Some(self.clock.now());
        memory.may_set_pin = !self.pins.has(open.user.id);
        memory.open = Some(Arc::clone(&open));
        open
    }

    /// Drops the vault and everything of a client that is in memory. The PINs stay until the program ends.
    pub(crate) fn close(&self) {
        self.pins.rest();
        self.codes.forget();
        let mut memory = self.memory();
        memory.prepared.clear();
        memory.waiting.clear();
        memory.signed_pages = None;
        memory.looks.clear();
        memory.denied.clear();
        memory.opened_restricted.clear();
        memory.touched_at = None;
        memory.may_set_pin = false;
        memory.open = None;
    }

    /// Somebody is at the desk.
    pub(crate) fn touch(&self) {
        self.memory().touched_at = Some(self.clock.now());
    }

    /// Today by this computer's own zone: for a name, before the clinic's zone is known.
    pub(crate) fn today_here(&self) -> NaiveDate {
        Calendar::of_zone(&Calendar::zone_of_this_computer()).day(self.clock.now())
    }

    /// The PINs of this run.
    pub(crate) fn pins(&self) -> &Pins {
        &self.pins
    }

    /// Second factors in use and being enrolled.
    pub(crate) fn codes(&self) -> &Codes {
        &self.codes
    }

    fn memory(&self) -> MutexGuard<'_, Memory> {
        // What is kept here stays whole even if a thread fell over while holding it.
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
