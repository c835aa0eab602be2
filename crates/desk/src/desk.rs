//! One desk: a vault folder, a clock, the machine around it, and what is kept in memory while the vault is open.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use care::protocol::Protocol;
use care::record::{ClientId, DocumentId, Role, User, VisitId};
use chrono::{DateTime, Duration, Utc};
use paper::Pdf;
use store::{PasswordKind, RecoveryKey, StoreError, Vault};
use uuid::Uuid;

use crate::clock::Clock;
use crate::codes::Codes;
use crate::failure::Failure;
use crate::host::Host;
use crate::looks::Look;
use crate::pins::Pins;
use crate::schedule::Errand;
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
    prepared: BTreeMap<Uuid, Arc<PreparedSheet>>,
    /// When a look was written down last in this sitting.
    looks: BTreeMap<Look, DateTime<Utc>>,
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
        memory.looks.clear();
        memory.opened_restricted.clear();
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

    /// When a look was written down last in this sitting; `None` if it was not.
    pub(crate) fn looked_at(&self, look: Look) -> Option<DateTime<Utc>> {
        self.memory().looks.get(&look).copied()
    }

    /// A look is written down.
    pub(crate) fn note_looked(&self, look: Look, at: DateTime<Utc>) {
        self.memory().looks.insert(look, at);
    }

    /// A restricted record was opened with a reason: for the rest of this sitting.
    pub(crate) fn open_restricted(&self, client: ClientId) {
        self.memory().opened_restricted.insert(client);
    }

    /// A record is restricted anew, or no longer.
    pub(crate) fn close_restricted(&self, client: ClientId) {
        self.memory().opened_restricted.remove(&client);
    }

    /// Whether a restricted record was opened with a reason in this sitting.
    pub(crate) fn is_opened_restricted(&self, client: ClientId) -> bool {
        self.memory().opened_restricted.contains(&client)
    }

    /// The head was, or was not, written down in the second folder.
    pub(crate) fn note_anchored(&self, written: Result<(), StoreError>) {
        self.memory().anchor_problem = written.err();
    }

    /// Why the head could not be written down the last time.
    pub(crate) fn anchor_problem(&self) -> Option<StoreError> {
        self.memory().anchor_problem.clone()
    }

    /// Takes the leave to set a PIN that an unlock with the password gives, once.
    pub(crate) fn take_leave_to_set_pin(&self) -> bool {
        std::mem::take(&mut self.memory().may_set_pin)
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
