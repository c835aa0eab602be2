//! Looks at a client's record: written down before anything is shown, once a minute for one person and one screen.

use care::record::{ClientId, DocumentId, PhotoId, ScanId, VisitId};
use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;
use store::{Act, Read, StoreError};

use crate::failure::Failure;
use crate::seat::Seat;

/// A second look at the same screen within this time is the same look.
const SAME_LOOK: TimeDelta = TimeDelta::seconds(60);

/// What of a client is looked at. The person is the one of the sitting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Look {
    pub(crate) client: ClientId,
    pub(crate) screen: Screen,
}

/// A screen that shows a client's record; in the words of the entry's body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "screen", rename_all = "snake_case")]
pub(crate) enum Screen {
    /// The client's details with the lists of visits and papers.
    Record,
    /// One visit.
    Visit { visit: VisitId },
    /// One filed document.
    Document { document: DocumentId },
    /// Who opened the client's file.
    Journal,
    /// The sheet of photos and papers: one look for all its thumbnails.
    Photos,
    /// One photo, large.
    Photo { photo: PhotoId },
    /// One scan, large.
    Scan { scan: ScanId },
    /// Requests for a copy of the client's record.
    Requests,
    /// Whose retention is over, by number.
    Retention,
}

impl Seat<'_> {
    /// Writes down that the person looks at a client's record, before it is shown. `exists` reads what is about to be
    /// shown, in the same transaction: a look at nothing is no look.
    ///
    /// # Errors
    /// Where the entry cannot be written, nothing may be shown: [`Failure::Store`].
    pub(crate) fn look(
        &self,
        look: Look,
        exists: impl FnOnce(&Read<'_>) -> Result<(), StoreError>,
    ) -> Result<(), Failure> {
        let is_same = self.desk().looked_at(look).is_some_and(|at| is_same_look(at, self.now()));
        if is_same {
            return Ok(());
        }
        self.write_look(look, exists)
    }

    /// As [`Seat::look`], for what a person goes on with: once a sitting.
    ///
    /// # Errors
    /// As [`Seat::look`].
    pub(crate) fn look_once(&self, look: Look) -> Result<(), Failure> {
        if self.desk().looked_at(look).is_some() {
            return Ok(());
        }
        self.write_look(look, |_| Ok(()))
    }

    fn write_look(&self, look: Look, exists: impl FnOnce(&Read<'_>) -> Result<(), StoreError>) -> Result<(), Failure> {
        self.write(|write| {
            exists(&write.read())?;
            write.note(Act::Open, Some(look.client), &look.screen)
        })?;
        self.desk().note_looked(look, self.now());
        Ok(())
    }
}

/// Whether two looks, or two refusals, are one for the journal. A clock that was put back makes a new one.
pub(crate) fn is_same_look(before: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    (TimeDelta::zero()..SAME_LOOK).contains(&(now - before))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_within_a_minute_is_the_same_look() {
        let at: DateTime<Utc> = "2026-11-20T14:00:00Z".parse().unwrap();
        let after = |seconds| is_same_look(at, at + TimeDelta::seconds(seconds));
        assert!(after(0) && after(59), "the page asks several times for one thing");
        assert!(!after(60), "a minute later somebody looks again");
        assert!(!after(-1), "a clock that was put back hides no look");
    }
}
