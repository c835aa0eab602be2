//! One desk: a vault folder, a clock, the machine around it, and what is kept in memory while the vault is open.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use care::protocol::Protocol;
use care::record::{DocumentId, User, VisitId};
use chrono::{DateTime, Duration, Utc};
use paper::Pdf;
use store::{RecoveryKey, Vault};
use uuid::Uuid;

use crate::clock::Clock;
use crate::failure::Failure;
use crate::host::Host;
use crate::schedule::Errand;
use crate::seat::PinLock;
use crate::words::Words;

/// Sheets kept in memory at most; the oldest makes room.
const MOST_PREPARED: usize = 8;

/// One desk.
pub struct Desk {
    folder: PathBuf,
    place: Place,
    clock: Clock,
    host: Arc<dyn Host>,
    words: Words,
    protocol: &'static Protocol,
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
    prepared: BTreeMap<Uuid, Arc<PreparedSheet>>,
    /// Papers whose showing is written down already in this sitting.
    shown: BTreeSet<DocumentId>,
    pin: Option<PinLock>,
    /// Whether somebody who has no PIN came in with the password and set none since: then one may be set.
    may_set_pin: bool,
    touched_at: Option<DateTime<Utc>>,
    /// A backup to be made now that the screen is locked.
    errand: Option<Errand>,
    /// The backup a person has named, to be checked or restored.
    found_backup: Option<PathBuf>,
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
}

/// A recovery key that was shown and is to be typed back.
pub(crate) struct PendingRecovery {
    /// The key.
    pub(crate) key: RecoveryKey,
    /// Groups asked for, counted from 0.
    pub(crate) ask: Vec<u8>,
}

/// A sheet that is shown and not filed yet.
#[derive(Debug, Clone)]
pub(crate) struct PreparedSheet {
    /// Whose.
    pub(crate) visit: VisitId,
    /// Made before it was rendered.
    pub(crate) document: DocumentId,
    /// Number printed on it.
    pub(crate) number: String,
    /// Title.
    pub(crate) title: String,
    /// Language.
    pub(crate) language: String,
    /// The bytes.
    pub(crate) pdf: Pdf,
    /// SHA-256 over the content.
    pub(crate) content_sha256: String,
    /// How many conflicts have to be acknowledged.
    pub(crate) n_conflicts: usize,
}

impl Desk {
    /// A desk at the vault in `folder`, which need not exist yet.
    #[must_use]
    pub fn new(folder: PathBuf, place: Place, clock: Clock, host: Arc<dyn Host>) -> Self {
        let (words, protocol) = (Words::en_gb(), Protocol::shipped());
        Self { folder, place, clock, host, words, protocol, memory: Mutex::default() }
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
        memory.may_set_pin = memory.pin.as_ref().is_none_or(|pin| pin.user() != open.user.id);
        memory.open = Some(Arc::clone(&open));
        open
    }

    /// Drops the vault and everything of a client that is in memory. The PIN stays until the program ends.
    pub(crate) fn close(&self) {
        let mut memory = self.memory();
        memory.prepared.clear();
        memory.shown.clear();
        memory.touched_at = None;
        memory.may_set_pin = false;
        memory.open = None;
    }

    /// Somebody is at the desk.
    pub(crate) fn touch(&self) {
        self.memory().touched_at = Some(self.clock.now());
    }

    pub(crate) fn keep_errand(&self, errand: Errand) {
        self.memory().errand = Some(errand);
    }

    pub(crate) fn take_errand(&self) -> Option<Errand> {
        self.memory().errand.take()
    }

    pub(crate) fn keep_found_backup(&self, path: PathBuf) {
        self.memory().found_backup = Some(path);
    }

    pub(crate) fn found_backup(&self) -> Option<PathBuf> {
        self.memory().found_backup.clone()
    }

    pub(crate) fn keep_recovery(&self, pending: PendingRecovery) {
        self.memory().recovery = Some(Arc::new(pending));
    }

    pub(crate) fn pending_recovery(&self) -> Option<Arc<PendingRecovery>> {
        self.memory().recovery.clone()
    }

    pub(crate) fn forget_recovery(&self) {
        self.memory().recovery = None;
    }

    pub(crate) fn keep_prepared(&self, sheet: PreparedSheet) {
        let mut memory = self.memory();
        while memory.prepared.len() >= MOST_PREPARED {
            memory.prepared.pop_first();
        }
        memory.prepared.insert(sheet.document.0, Arc::new(sheet));
    }

    pub(crate) fn prepared(&self, token: &str) -> Option<Arc<PreparedSheet>> {
        let token: Uuid = token.parse().ok()?;
        self.memory().prepared.get(&token).cloned()
    }

    /// Whether the showing of a paper is written down already.
    pub(crate) fn is_shown(&self, document: DocumentId) -> bool {
        self.memory().shown.contains(&document)
    }

    /// The showing of a paper is written down.
    pub(crate) fn note_shown(&self, document: DocumentId) {
        self.memory().shown.insert(document);
    }

    /// Takes the leave to set a PIN that an unlock with the password gives, once.
    pub(crate) fn take_leave_to_set_pin(&self) -> bool {
        std::mem::take(&mut self.memory().may_set_pin)
    }

    /// Lets `work` look at, change or drop the PIN.
    pub(crate) fn with_pin<T>(&self, work: impl FnOnce(&mut Option<PinLock>) -> T) -> T {
        work(&mut self.memory().pin)
    }

    fn memory(&self) -> MutexGuard<'_, Memory> {
        // What is kept here stays whole even if a thread fell over while holding it.
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
