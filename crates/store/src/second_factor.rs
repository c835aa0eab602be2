//! Second factors in the vault: set once they were proved, asked for one act at a time, taken off by who may.
//!
//! A try is counted on the disk before the code is looked at, and a code is used up when it was taken.

use care::record::UserId;
use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension as _, params};
use serde::Serialize;

use crate::keys::{CodeSecret, Wait};
use crate::sql::{Count, Id};
use crate::{Act, Read, Stamp, StoreError, Vault, Write};

/// Seconds to wait after the first, second, … wrong code in a row; the last one repeats.
const DELAYS_S: [i64; 8] = [0, 0, 0, 0, 30, 60, 300, 900];

/// What the journal says about a wrong code.
#[derive(Serialize)]
struct WrongCode {
    way: &'static str,
}

struct Row {
    secret: CodeSecret,
    last_step: u64,
    n_wrong: u32,
    wait: Wait,
}

impl Read<'_> {
    /// Whether a person has a second factor.
    ///
    /// # Errors
    /// What the database says.
    pub fn has_second_factor(&self, user: UserId) -> Result<bool, StoreError> {
        Ok(row_of(self, user)?.is_some())
    }
}

impl Write<'_> {
    /// Sets a person's second factor, in place of an earlier one. `step` is that of the code that proved it: used up.
    ///
    /// # Errors
    /// What the database says.
    pub fn set_second_factor(&mut self, user: UserId, secret: &CodeSecret, step: u64) -> Result<(), StoreError> {
        let row = Row { secret: secret.clone(), last_step: step, n_wrong: 0, wait: Wait::default() };
        self.keep(user, &row)
    }

    /// Takes a person's second factor off. Whether there was one.
    ///
    /// # Errors
    /// What the database says.
    pub fn remove_second_factor(&mut self, user: UserId) -> Result<bool, StoreError> {
        let removed = self
            .connection()
            .execute("DELETE FROM second_factor WHERE user_id = ?1", [Id(user.0)])
            .map_err(StoreError::from);
        Ok(self.watch(removed)? > 0)
    }

    fn keep(&mut self, user: UserId, row: &Row) -> Result<(), StoreError> {
        let (decided_at_ms, allowed_from_ms) = row.wait.instants();
        let kept = self.connection().execute(
            "INSERT INTO second_factor (user_id, secret, last_step, n_wrong, decided_at_ms, allowed_from_ms)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (user_id) DO UPDATE SET secret = excluded.secret, last_step = excluded.last_step,
                 n_wrong = excluded.n_wrong, decided_at_ms = excluded.decided_at_ms,
                 allowed_from_ms = excluded.allowed_from_ms",
            params![Id(user.0), row.secret.bytes(), Count(row.last_step), row.n_wrong, decided_at_ms, allowed_from_ms],
        );
        self.watch(kept.map(|_| ()).map_err(StoreError::from))
    }
}

impl Vault {
    /// Takes a code of a person's second factor. Each code is taken once, and none that is older.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] where the person has none, [`StoreError::WrongCode`], and [`StoreError::Throttled`]
    /// after too many of those.
    pub fn take_code(&self, stamp: &Stamp, user: UserId, typed: &str) -> Result<(), StoreError> {
        let (counted, _) = self.write(stamp, |write| count_try(write, user, stamp.at))?;
        let mut row = match counted {
            Counted::Try(row) => row,
            Counted::TooEarly { seconds } => return Err(StoreError::Throttled { seconds }),
        };
        match row.secret.step_of(typed, stamp.at) {
            Some(step) if step > row.last_step => {
                row.last_step = step;
                row.n_wrong = 0;
                row.wait = Wait::default();
                self.write(stamp, |write| write.keep(user, &row)).map(|_| ())
            }
            Some(_) | None => {
                self.write(stamp, |write| write.note(Act::UnlockFailed, None, &WrongCode { way: "code" }))?;
                Err(StoreError::WrongCode)
            }
        }
    }
}

enum Counted {
    Try(Row),
    TooEarly { seconds: u64 },
}

fn count_try(write: &mut Write<'_>, user: UserId, now: DateTime<Utc>) -> Result<Counted, StoreError> {
    let mut row = row_of(&write.read(), user)?.ok_or(StoreError::NotFound)?;
    let now_ms = now.timestamp_millis();
    let left_ms = row.wait.left_ms(now_ms);
    if left_ms > 0 {
        // What is left may start over under a clock that was put back: that is kept, or it would never end.
        write.keep(user, &row)?;
        return Ok(Counted::TooEarly { seconds: left_ms.div_ceil(1_000) });
    }
    row.n_wrong = row.n_wrong.saturating_add(1);
    let place = usize::try_from(row.n_wrong).unwrap_or(usize::MAX).saturating_sub(1).min(DELAYS_S.len() - 1);
    row.wait = Wait::of(DELAYS_S[place], now_ms);
    write.keep(user, &row)?;
    Ok(Counted::Try(row))
}

fn row_of(read: &Read<'_>, user: UserId) -> Result<Option<Row>, StoreError> {
    let sql = "SELECT secret, last_step, n_wrong, decided_at_ms, allowed_from_ms FROM second_factor WHERE user_id = ?1";
    let found = read
        .connection()
        .prepare_cached(sql)?
        .query_row([Id(user.0)], |row| {
            let Count(last_step) = row.get(1)?;
            Ok((row.get::<_, Vec<u8>>(0)?, last_step, row.get(2)?, Wait::between(row.get(3)?, row.get(4)?)))
        })
        .optional()?;
    let Some((secret, last_step, n_wrong, wait)) = found else {
        return Ok(None);
    };
    let secret = zeroize::Zeroizing::new(secret);
    Ok(Some(Row { secret: CodeSecret::of_bytes(&secret)?, last_step, n_wrong, wait }))
}
