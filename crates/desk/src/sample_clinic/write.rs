//! Writing down what was done, in order of time: as many transactions as there are visits. One thread writes what is
//! done while the next visits are lived through.

use std::collections::BinaryHeap;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use care::record::Role;
use chrono::{DateTime, Utc};
use paper::PaperError;
use store::{Act, Stamp, StoreError, Vault};

use super::deed::{Deed, Step, Unprinted};
use crate::cases::cosigners::Cosigners;
use crate::cases::sealing::{ToSeal, seal};
use crate::desk::Open;
use crate::failure::Failure;
use crate::seat::Seat;

/// Steps of one transaction at most, where no visit ends.
const MOST_STEPS: usize = 200;

/// Transactions that wait for the writing thread at most: who lives through visits waits for it then.
const MOST_WAITING: usize = 64;

/// What was done at one moment, stamped.
type Stamped = (Stamp, Vec<Deed>);

/// What the writing thread is handed.
pub(super) enum Page {
    /// One transaction.
    Write(Vec<Stamped>),
    /// Everything handed over before is written once this is dropped.
    Settle(SyncSender<()>),
}

/// Writes one transaction after the other until nothing more comes.
///
/// # Errors
/// What the store says to the first that cannot be written; nothing is written after it.
pub(super) fn write_pages(vault: &Vault, pages: Receiver<Page>) -> Result<(), StoreError> {
    for page in pages {
        match page {
            Page::Write(steps) => write_steps(vault, steps)?,
            Page::Settle(answer) => drop(answer),
        }
    }
    Ok(())
}

fn write_steps(vault: &Vault, steps: Vec<Stamped>) -> Result<(), StoreError> {
    let Some(begun) = steps.first().map(|(stamp, _)| stamp.clone()) else { return Ok(()) };
    let written = vault.write(&begun, |write| {
        for (stamp, deeds) in steps {
            write.go_on_at(stamp);
            deeds.iter().try_for_each(|deed| deed.put(write))?;
        }
        Ok::<_, StoreError>(())
    });
    written.map(|_| ())
}

/// What was done and is not written down yet.
pub(super) struct Ledger<'a> {
    open: &'a Open,
    hand: SyncSender<Page>,
    waiting: BinaryHeap<Step>,
    batch: Vec<Step>,
    n_taken: u64,
    /// Visits signed so far.
    pub(super) n_signed: u32,
    /// Papers filed so far.
    pub(super) n_documents: u32,
}

impl<'a> Ledger<'a> {
    /// An empty one, and the pages it hands to [`write_pages`].
    pub(super) fn new(open: &'a Open) -> (Self, Receiver<Page>) {
        let (hand, pages) = sync_channel(MOST_WAITING);
        let (waiting, batch) = (BinaryHeap::new(), Vec::new());
        (Self { open, hand, waiting, batch, n_taken: 0, n_signed: 0, n_documents: 0 }, pages)
    }

    /// Takes steps of the past or the future; each waits for its time.
    pub(super) fn take(&mut self, steps: Vec<Step>) {
        for mut step in steps {
            self.n_taken += 1;
            step.order = self.n_taken;
            self.waiting.push(step);
        }
    }

    /// Writes what was done until `now`. The journal never goes back in time, whoever was in which room.
    pub(super) fn write_until(&mut self, seat: &mut Seat<'_>, now: DateTime<Utc>) -> Result<(), Failure> {
        while let Some(step) = self.waiting.peek()
            && step.at <= now
        {
            let Some(step) = self.waiting.pop() else { break };
            self.put(seat, step)?;
        }
        Ok(())
    }

    /// Writes everything.
    pub(super) fn write_all(&mut self, seat: &mut Seat<'_>) -> Result<(), Failure> {
        self.write_until(seat, DateTime::<Utc>::MAX_UTC)?;
        self.flush(seat)
    }

    fn put(&mut self, seat: &mut Seat<'_>, mut step: Step) -> Result<(), Failure> {
        if let Some(unprinted) = step.paper.take() {
            self.flush(seat)?;
            self.settle()?;
            match self.file(seat, &step, &unprinted) {
                // Names no font of the program can draw: the consent stays without a paper, as the older ones do.
                Err(Failure::Paper(PaperError::MissingGlyph { .. })) => step.lose_paper(),
                filed => return filed,
            }
        }
        let is_end = step.ends_a_visit() || self.batch.len() >= MOST_STEPS;
        self.batch.push(step);
        if is_end { self.flush(seat) } else { Ok(()) }
    }

    fn flush(&mut self, seat: &mut Seat<'_>) -> Result<(), Failure> {
        let signed = |deed: &&Deed| matches!(deed, Deed::SignOff(_));
        let n_signed = self.batch.iter().flat_map(|step| &step.deeds).filter(signed).count();
        self.n_signed += u32::try_from(n_signed).unwrap_or(0);
        let steps: Vec<Stamped> = self.batch.drain(..).map(|step| (stamp_of(seat, &step), step.deeds)).collect();
        if steps.is_empty() { Ok(()) } else { self.hand_over(Page::Write(steps)) }
    }

    /// Waits until everything handed over is written.
    fn settle(&self) -> Result<(), Failure> {
        let (answer, answered) = sync_channel(0);
        self.hand_over(Page::Settle(answer))?;
        // Nothing is ever sent: the other end is dropped when its turn comes.
        let _ = answered.recv();
        Ok(())
    }

    /// The writing thread has ended only where it failed, and says why itself.
    fn hand_over(&self, page: Page) -> Result<(), Failure> {
        self.hand.send(page).map_err(|_| Failure::Panicked)
    }

    /// Sets a consent on paper and files it with its records, as signing at the desk does: bytes durable first.
    fn file(&mut self, seat: &mut Seat<'_>, step: &Step, unprinted: &Unprinted) -> Result<(), Failure> {
        seat.move_to(step.at);
        let to_seal = ToSeal {
            open: &unprinted.open,
            text: &unprinted.text,
            consent: &unprinted.consent,
            document: unprinted.document,
            copy: unprinted.consent.copy,
        };
        let (sealed, rendered) = seal(seat, &to_seal, &Cosigners::none())?;
        let document = rendered.document;
        let stored = self.open.vault.store_media(&rendered.bytes)?;
        self.open.vault.write(&seat.stamp(), |write| {
            write.keep_media(&stored)?;
            step.deeds.iter().try_for_each(|deed| deed.put(write))?;
            write.put(&sealed, Act::Sign)?;
            write.put(&document, Act::File).map(drop)
        })?;
        self.n_documents += 1;
        Ok(())
    }
}

/// Who did a step, when, and in the role that allows it.
fn stamp_of(seat: &mut Seat<'_>, step: &Step) -> Stamp {
    seat.move_to(step.at);
    let is_lift = step.deeds.iter().any(|deed| matches!(deed, Deed::Lift(..)));
    let stamp = seat.stamp();
    Stamp { role: if is_lift { Some(Role::Prescriber) } else { stamp.role }, ..stamp }
}
