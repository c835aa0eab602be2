//! How soon the next password may be tried. It protects the keyboard; the disk is protected by Argon2id.
//!
//! A try is counted on the disk before the password is looked at, so pulling the plug does not win a free one.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use care::record::UserId;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::durable::{private_file, replace_file};
use crate::{StoreError, canonical::canonical};

/// Seconds to wait after the first, second, … wrong password in a row; the last one repeats.
const DELAYS_S: [i64; 9] = [0, 0, 0, 1, 5, 30, 60, 300, 900];
const LONGEST_S: i64 = 900;
/// Wrong passwords in a row after which a user is locked out (NIST SP 800-63B).
const MAX_FAILURES: u32 = 100;
/// Failed tries remembered for the journal.
const MAX_REMEMBERED: usize = 1_000;

/// A wrong password or PIN, to be put in the journal once the vault is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FailedUnlock {
    /// Whose password was tried; `None` for the recovery key.
    pub user: Option<UserId>,
    /// When, in milliseconds of UTC.
    pub at_ms: i64,
    /// What was tried.
    #[serde(default, skip_serializing_if = "Way::is_secret")]
    pub way: Way,
}

/// What was tried to unlock.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// A password, or the recovery key.
    #[default]
    Secret,
    /// The PIN of this run.
    Pin,
}

impl Way {
    fn is_secret(&self) -> bool {
        *self == Self::Secret
    }
}

/// Tries of one user, or of the recovery key, since the last right one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Count {
    user: Option<UserId>,
    n_failures: u32,
    wait: Wait,
}

/// From when on the next try is allowed, and the clock as it was when that was decided.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Wait {
    decided_ms: i64,
    allowed_from_ms: i64,
}

#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Tally {
    counts: Vec<Count>,
    /// For everybody; set when the tries before could not be read.
    #[serde(default)]
    wait: Wait,
    failed: Vec<FailedUnlock>,
}

/// The tries of a vault. While this value lives no other process can try a password, so tries cannot be run
/// side by side to get around the delays.
#[derive(Debug)]
pub(crate) struct Tries {
    path: PathBuf,
    tally: Tally,
    _turn: File,
}

impl Tries {
    /// Reads the tries at `path`, waiting for a try that is going on in another process.
    pub(crate) fn take_turn(path: &Path, now: DateTime<Utc>) -> Result<Self, StoreError> {
        let turn = take_turn(path)?;
        let read = match fs::read(path) {
            Ok(bytes) => serde_json::from_slice(&bytes).ok(),
            Err(error) if error.kind() == ErrorKind::NotFound => Some(Tally::default()),
            Err(error) => return Err(error.into()),
        };
        let Some(tally) = read else {
            // What cannot be read must not be a way around the delay: the longest one starts over.
            let tally = Tally { wait: Wait::of(LONGEST_S, now.timestamp_millis()), ..Tally::default() };
            let tries = Self { path: path.to_owned(), tally, _turn: turn };
            tries.save()?;
            return Ok(tries);
        };
        Ok(Self { path: path.to_owned(), tally, _turn: turn })
    }

    /// Counts a try before it is made, durably.
    ///
    /// # Errors
    /// [`StoreError::Throttled`] while the delay is not over, [`StoreError::LockedOut`] after a hundred failures.
    pub(crate) fn begin(&mut self, user: Option<UserId>, now: DateTime<Utc>) -> Result<(), StoreError> {
        let now_ms = now.timestamp_millis();
        self.refuse_too_early(user, now_ms)?;
        let count = self.tally.count_of(user);
        count.n_failures = count.n_failures.saturating_add(1);
        count.wait = Wait::of(delay_s(count.n_failures), now_ms);
        self.remember(FailedUnlock { user, at_ms: now_ms, way: Way::Secret })
    }

    /// Remembers a try of a PIN for the journal, before it is made. A PIN counts its tries itself and never waits;
    /// only who is locked out has to come back with help.
    ///
    /// # Errors
    /// [`StoreError::LockedOut`] after a hundred wrong passwords.
    pub(crate) fn begin_with_pin(&mut self, user: UserId, now: DateTime<Utc>) -> Result<(), StoreError> {
        if self.is_locked_out(Some(user)) {
            return Err(StoreError::LockedOut);
        }
        self.remember(FailedUnlock { user: Some(user), at_ms: now.timestamp_millis(), way: Way::Pin })
    }

    /// The PIN that was begun last was right: that try is no failure. Wrong passwords stay counted.
    pub(crate) fn succeed_with_pin(&mut self, user: UserId) -> Result<(), StoreError> {
        self.forget_last(Some(user), Way::Pin);
        self.save()
    }

    /// The try that was begun last was right: the user's count starts over and the try is no failure.
    pub(crate) fn succeed(&mut self, user: Option<UserId>) -> Result<(), StoreError> {
        self.forget_last(user, Way::Secret);
        self.forgive(user)
    }

    /// Starts a user's count over: after a right password, and after somebody else set a new one.
    pub(crate) fn forgive(&mut self, user: Option<UserId>) -> Result<(), StoreError> {
        self.tally.counts.retain(|count| count.user != user);
        self.save()
    }

    /// The failed tries that are not in the journal yet, oldest first.
    pub(crate) fn failed(&self) -> &[FailedUnlock] {
        &self.tally.failed
    }

    /// Forgets the first `n` failed tries: they are in the journal now.
    pub(crate) fn forget_failed(&mut self, n: usize) -> Result<(), StoreError> {
        self.tally.failed.drain(..n.min(self.tally.failed.len()));
        self.save()
    }

    fn remember(&mut self, failed: FailedUnlock) -> Result<(), StoreError> {
        self.tally.failed.push(failed);
        let n_too_many = self.tally.failed.len().saturating_sub(MAX_REMEMBERED);
        self.tally.failed.drain(..n_too_many);
        self.save()
    }

    fn forget_last(&mut self, user: Option<UserId>, way: Way) {
        let is_it = |failed: &FailedUnlock| failed.user == user && failed.way == way;
        if let Some(last) = self.tally.failed.iter().rposition(is_it) {
            self.tally.failed.remove(last);
        }
    }

    fn is_locked_out(&self, user: Option<UserId>) -> bool {
        let is_over = |count: &Count| count.user == user && count.n_failures >= MAX_FAILURES;
        user.is_some() && self.tally.counts.iter().any(is_over)
    }

    fn refuse_too_early(&mut self, user: Option<UserId>, now_ms: i64) -> Result<(), StoreError> {
        if self.is_locked_out(user) {
            return Err(StoreError::LockedOut);
        }
        let Tally { counts, wait, .. } = &mut self.tally;
        let count = counts.iter_mut().find(|count| count.user == user);
        let left_ms = wait.left_ms(now_ms).max(count.map_or(0, |count| count.wait.left_ms(now_ms)));
        if left_ms == 0 {
            return Ok(());
        }
        self.save()?;
        Err(StoreError::Throttled { seconds: left_ms.div_ceil(1_000) })
    }

    fn save(&self) -> Result<(), StoreError> {
        replace_file(&self.path, &canonical(&self.tally)?)
    }
}

/// Waits until no other process tries a password or changes the keys; the turn ends when the file is dropped.
pub(crate) fn take_turn(tries: &Path) -> Result<File, StoreError> {
    let turn = private_file().create(true).truncate(false).open(tries.with_added_extension("turn"))?;
    turn.lock()?;
    Ok(turn)
}

impl Wait {
    /// Until `seconds` from now.
    pub(crate) fn of(seconds: i64, now_ms: i64) -> Self {
        Self { decided_ms: now_ms, allowed_from_ms: now_ms + seconds * 1_000 }
    }

    /// As it was kept: when it was decided, and from when on the next try is allowed, in milliseconds of UTC.
    pub(crate) fn between(decided_ms: i64, allowed_from_ms: i64) -> Self {
        Self { decided_ms, allowed_from_ms }
    }

    /// When it was decided, and from when on the next try is allowed, in milliseconds of UTC.
    pub(crate) fn instants(self) -> (i64, i64) {
        (self.decided_ms, self.allowed_from_ms)
    }

    /// Milliseconds left. Where the clock was put back, what is left starts again from here, never longer than
    /// the longest delay: putting the clock back wins nothing and locks nobody out for a day.
    pub(crate) fn left_ms(&mut self, now_ms: i64) -> u64 {
        let left_ms = (self.allowed_from_ms - now_ms).clamp(0, LONGEST_S * 1_000);
        if left_ms > 0 && now_ms < self.decided_ms {
            *self = Self { decided_ms: now_ms, allowed_from_ms: now_ms + left_ms };
        }
        left_ms.unsigned_abs()
    }
}

impl Tally {
    fn count_of(&mut self, user: Option<UserId>) -> &mut Count {
        let place = self.counts.iter().position(|count| count.user == user).unwrap_or_else(|| {
            self.counts.push(Count { user, n_failures: 0, wait: Wait::default() });
            self.counts.len() - 1
        });
        &mut self.counts[place]
    }
}

fn delay_s(n_failures: u32) -> i64 {
    let place = usize::try_from(n_failures).unwrap_or(usize::MAX).saturating_sub(1);
    DELAYS_S.get(place).copied().unwrap_or(LONGEST_S)
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use tempfile::TempDir;
    use uuid::Uuid;

    use super::*;

    fn noon() -> DateTime<Utc> {
        "2026-03-03T12:00:00Z".parse().unwrap()
    }

    fn sam() -> Option<UserId> {
        Some(UserId(Uuid::from_u128(1)))
    }

    /// Each try reads the file anew, as after a restart.
    fn try_at(folder: &TempDir, user: Option<UserId>, now: DateTime<Utc>) -> Result<(), StoreError> {
        Tries::take_turn(&folder.path().join("vault.tries"), now)?.begin(user, now)
    }

    fn after_failures(n: u32) -> (TempDir, DateTime<Utc>) {
        let folder = TempDir::new().unwrap();
        let mut now = noon();
        for _ in 0..n {
            try_at(&folder, sam(), now).unwrap();
            now += TimeDelta::seconds(LONGEST_S);
        }
        (folder, now - TimeDelta::seconds(LONGEST_S))
    }

    #[test]
    fn each_wrong_password_makes_the_next_one_wait_longer_up_to_a_quarter_of_an_hour() {
        for (n_failures, seconds) in [(4, 1), (5, 5), (6, 30), (7, 60), (8, 300), (9, 900), (10, 900), (40, 900)] {
            let (folder, last) = after_failures(n_failures);
            let refused = try_at(&folder, sam(), last);
            assert_eq!(refused, Err(StoreError::Throttled { seconds }), "after {n_failures} wrong passwords");
            let allowed = try_at(&folder, sam(), last + TimeDelta::seconds(seconds.cast_signed()));
            assert_eq!(allowed, Ok(()), "and allowed when {seconds} seconds are over");
        }
    }

    #[test]
    fn putting_the_clock_back_wins_nothing_and_locks_nobody_out_for_long() {
        let (folder, last) = after_failures(8);
        let yesterday = last - TimeDelta::days(1);
        let refused = try_at(&folder, sam(), yesterday);
        assert_eq!(refused, Err(StoreError::Throttled { seconds: 900 }), "the longest delay, no more");
        let half = try_at(&folder, sam(), yesterday + TimeDelta::seconds(450));
        assert_eq!(half, Err(StoreError::Throttled { seconds: 450 }), "it runs by the clock as it is now");
        assert_eq!(try_at(&folder, sam(), yesterday + TimeDelta::seconds(900)), Ok(()), "and it ends");
    }

    #[test]
    fn a_clock_far_ahead_that_is_put_right_locks_nobody_out_for_years() {
        let (folder, last) = after_failures(8);
        let far_ahead = last + TimeDelta::days(3_650);
        try_at(&folder, sam(), far_ahead).unwrap();
        let refused = try_at(&folder, sam(), last);
        assert_eq!(refused, Err(StoreError::Throttled { seconds: 900 }), "the longest delay, by the clock put right");
        assert_eq!(try_at(&folder, sam(), last + TimeDelta::seconds(900)), Ok(()), "and it ends");
    }

    #[test]
    fn a_clock_put_forward_before_each_try_wins_no_more_than_the_hundred_tries_there_are() {
        let folder = TempDir::new().unwrap();
        let mut now = noon();
        let n_tries = (0..200)
            .take_while(|_| {
                now += TimeDelta::days(1);
                try_at(&folder, sam(), now).is_ok()
            })
            .count();
        assert_eq!(n_tries, 100, "then no clock helps");
        assert_eq!(try_at(&folder, sam(), now + TimeDelta::days(3_650)), Err(StoreError::LockedOut), "in ten years");
    }

    #[test]
    fn a_pin_is_remembered_for_the_journal_and_counts_nothing_against_the_password() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("vault.tries");
        let user = UserId(Uuid::from_u128(1));
        for _ in 0..3 {
            Tries::take_turn(&path, noon()).unwrap().begin_with_pin(user, noon()).unwrap();
        }
        Tries::take_turn(&path, noon()).unwrap().succeed_with_pin(user).unwrap();
        let tries = Tries::take_turn(&path, noon()).unwrap();
        assert_eq!(tries.failed().len(), 2, "the right one is no failure");
        assert!(tries.failed().iter().all(|failed| failed.way == Way::Pin), "and the journal says what was tried");
        drop(tries);
        assert_eq!(try_at(&folder, Some(user), noon()), Ok(()), "the password waits for nothing");
    }

    #[test]
    fn a_hundred_wrong_passwords_lock_the_user_out_and_nobody_else() {
        let (folder, last) = after_failures(100);
        let much_later = last + TimeDelta::days(30);
        assert_eq!(try_at(&folder, sam(), much_later), Err(StoreError::LockedOut), "no waiting helps");
        let other = Some(UserId(Uuid::from_u128(2)));
        assert_eq!(try_at(&folder, other, last), Ok(()), "another user is free");
        assert_eq!(try_at(&folder, None, last), Ok(()), "and so is the recovery key");
        let path = folder.path().join("vault.tries");
        Tries::take_turn(&path, last).unwrap().forgive(sam()).unwrap();
        assert_eq!(try_at(&folder, sam(), last), Ok(()), "a new password set by somebody else starts over");
    }

    #[test]
    fn a_damaged_count_is_no_way_around_the_delay() {
        let (folder, last) = after_failures(8);
        fs::write(folder.path().join("vault.tries"), "{").unwrap();
        let refused = try_at(&folder, sam(), last);
        assert_eq!(refused, Err(StoreError::Throttled { seconds: 900 }), "the longest delay starts over");
        assert_eq!(try_at(&folder, sam(), last + TimeDelta::seconds(900)), Ok(()), "and ends");
    }

    #[test]
    fn a_try_is_on_the_disk_before_the_password_is_looked_at() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("vault.tries");
        for n in 1..=4 {
            // The plug is pulled right after the try was begun: neither success nor failure is ever written.
            drop(Tries::take_turn(&path, noon()).map(|mut tries| tries.begin(sam(), noon())));
            assert_eq!(Tries::take_turn(&path, noon()).unwrap().failed().len(), n, "try {n} is counted");
        }
        assert!(matches!(try_at(&folder, sam(), noon()), Err(StoreError::Throttled { .. })), "the delay has begun");
    }
}
