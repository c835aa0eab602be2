//! What the desk remembers from one command to the next, in memory only and until the vault is locked.

use std::path::PathBuf;
use std::sync::Arc;

use care::record::ClientId;
use chrono::{DateTime, Utc};
use store::StoreError;
use uuid::Uuid;

use super::{Desk, PendingRecovery, PreparedPaper};
use crate::failure::Failure;
use crate::looks::{Look, is_same_look};
use crate::pictures::{MOST_WAITING, SignedPages, WaitingFile};
use crate::schedule::Errand;

/// Papers kept in memory at most; the oldest makes room.
const MOST_PREPARED: usize = 8;

impl Desk {
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

    /// Remembers that the vault is damaged: from then on a backup may take its place.
    pub(crate) fn note_damage(&self, failure: &Failure) {
        if matches!(failure, Failure::Store(StoreError::Damaged(_))) {
            self.memory().has_found_damage = true;
        }
    }

    pub(crate) fn has_found_damage(&self) -> bool {
        self.memory().has_found_damage
    }

    /// Another vault has taken the place of the damaged one.
    pub(crate) fn forget_damage(&self) {
        self.memory().has_found_damage = false;
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

    pub(crate) fn keep_prepared(&self, paper: PreparedPaper) {
        let mut memory = self.memory();
        while memory.prepared.len() >= MOST_PREPARED {
            memory.prepared.pop_first();
        }
        memory.prepared.insert(paper.document.id.0, Arc::new(paper));
    }

    pub(crate) fn prepared(&self, token: &str) -> Option<Arc<PreparedPaper>> {
        let token: Uuid = token.parse().ok()?;
        self.memory().prepared.get(&token).cloned()
    }

    pub(crate) fn keep_waiting(&self, file: WaitingFile) {
        let mut memory = self.memory();
        while memory.waiting.len() >= MOST_WAITING {
            memory.waiting.remove(0);
        }
        memory.waiting.push(file);
    }

    pub(crate) fn waiting_file(&self, token: &str) -> Option<WaitingFile> {
        let token: Uuid = token.parse().ok()?;
        self.memory().waiting.iter().find(|file| file.token == token).cloned()
    }

    /// The files that wait for a client, in the order they were chosen.
    pub(crate) fn waiting_of(&self, client: ClientId) -> Vec<WaitingFile> {
        self.memory().waiting.iter().filter(|file| file.client == client).cloned().collect()
    }

    /// A file that waited is filed, or is not wanted.
    pub(crate) fn take_waiting(&self, client: ClientId, token: &str) {
        let token: Option<Uuid> = token.parse().ok();
        self.memory().waiting.retain(|file| !(file.client == client && Some(file.token) == token));
    }

    /// Remembers signed pages until they are filed; there is one set of them.
    pub(crate) fn keep_signed_pages(&self, set: SignedPages) {
        self.memory().signed_pages = Some(set);
    }

    /// The signed pages that wait.
    pub(crate) fn signed_pages(&self) -> Option<SignedPages> {
        self.memory().signed_pages.clone()
    }

    /// They are filed, or not wanted.
    pub(crate) fn forget_signed_pages(&self) {
        self.memory().signed_pages = None;
    }

    /// When a look was written down last in this sitting; `None` if it was not.
    pub(crate) fn looked_at(&self, look: Look) -> Option<DateTime<Utc>> {
        self.memory().looks.get(&look).copied()
    }

    /// A look is written down.
    pub(crate) fn note_looked(&self, look: Look, at: DateTime<Utc>) {
        self.memory().looks.insert(look, at);
    }

    /// Whether a command was not refused within the last minute of this sitting. It is from now on.
    pub(crate) fn is_first_denial(&self, command: &'static str, now: DateTime<Utc>) -> bool {
        let mut memory = self.memory();
        let is_first = memory.denied.get(command).is_none_or(|at| !is_same_look(*at, now));
        if is_first {
            memory.denied.insert(command, now);
        }
        is_first
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

    /// Drops what is in memory of a client whose record is gone: every paper and file that waits, and what was opened with a
    /// reason.
    pub(crate) fn forget_client(&self, client: ClientId) {
        let mut memory = self.memory();
        memory.prepared.clear();
        memory.signed_pages = None;
        memory.waiting.retain(|file| file.client != client);
        memory.opened_restricted.remove(&client);
        memory.looks.retain(|look, _| look.client != client);
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
}
