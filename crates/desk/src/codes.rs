//! What is kept in memory of second factors: a secret that is being enrolled, and the leave that a code has given.

use std::sync::{Mutex, MutexGuard, PoisonError};

use care::record::UserId;
use chrono::{DateTime, Duration, Utc};
use store::CodeSecret;

/// How long a code that was given counts for the act it was given for.
const LEAVE_S: i64 = 120;

/// Of one sitting; a lock forgets all of it.
#[derive(Default)]
pub(crate) struct Codes(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    drawn: Option<(UserId, CodeSecret)>,
    given_at: Option<DateTime<Utc>>,
}

impl Codes {
    /// Keeps a secret until a code of it is typed back.
    pub(crate) fn keep_drawn(&self, user: UserId, secret: CodeSecret) {
        self.kept().drawn = Some((user, secret));
    }

    /// The secret this person is enrolling.
    pub(crate) fn drawn(&self, user: UserId) -> Option<CodeSecret> {
        self.kept().drawn.as_ref().filter(|(whose, _)| *whose == user).map(|(_, secret)| secret.clone())
    }

    /// The secret that was being enrolled counts now, or never will.
    pub(crate) fn forget_drawn(&self) {
        self.kept().drawn = None;
    }

    /// A code was taken: one act may be done.
    pub(crate) fn give_leave(&self, now: DateTime<Utc>) {
        self.kept().given_at = Some(now);
    }

    /// Whether a code was given a moment ago that no act has used.
    pub(crate) fn has_leave(&self, now: DateTime<Utc>) -> bool {
        let is_fresh = |at: DateTime<Utc>| now >= at && now - at <= Duration::seconds(LEAVE_S);
        self.kept().given_at.is_some_and(is_fresh)
    }

    /// The act was done: the next one asks again.
    pub(crate) fn use_leave(&self) {
        self.kept().given_at = None;
    }

    /// The vault is locked.
    pub(crate) fn forget(&self) {
        *self.kept() = Kept::default();
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        // What is kept here stays whole even if a thread fell over while holding it.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_counts_for_one_act_within_two_minutes() {
        let (codes, noon): (Codes, DateTime<Utc>) = (Codes::default(), "2026-03-03T12:00:00Z".parse().unwrap());
        assert!(!codes.has_leave(noon), "nobody gave one");
        codes.give_leave(noon);
        assert!(codes.has_leave(noon + Duration::seconds(120)), "two minutes to type the rest");
        assert!(!codes.has_leave(noon + Duration::seconds(121)), "and no more");
        assert!(!codes.has_leave(noon - Duration::seconds(1)), "nor under a clock that was put back");
        codes.use_leave();
        assert!(!codes.has_leave(noon), "one act, one code");
    }
}
