//! Drafts: a visit being worked on, every field durable the moment it is entered, with undo and redo.
//!
//! A field has a path of the caller's choosing and a JSON value. Drafts are not history: closing a step puts
//! records and clears its part of the draft in the same transaction.

use care::record::{UserId, VisitId};
use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension as _, params};
use serde_json::Value;

use crate::sql::{Id, Instant};
use crate::{Part, Read, StoreError, Write};

/// One field of a draft.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftField {
    /// Which field, in the caller's words.
    pub path: String,
    /// What was entered.
    pub value: Value,
    /// When.
    pub at: DateTime<Utc>,
    /// Who entered it.
    pub by: Option<UserId>,
}

/// What an undo or a redo has changed.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftStep {
    /// Which field.
    pub path: String,
    /// What the field holds now; `None` where it is gone.
    pub value: Option<Value>,
}

impl Read<'_> {
    /// Every field of a visit's draft, by path.
    ///
    /// # Errors
    /// What the database says.
    pub fn draft(&self, visit: VisitId) -> Result<Vec<DraftField>, StoreError> {
        let sql = "SELECT path, value, at_ms, user_id FROM draft WHERE visit_id = ?1 ORDER BY path";
        let mut statement = self.connection().prepare_cached(sql)?;
        let rows = statement.query_map([Id(visit.0)], |row| {
            let Instant(at) = row.get(2)?;
            let by: Option<Id> = row.get(3)?;
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, at, by.map(|Id(id)| UserId(id))))
        })?;
        rows.map(|row| {
            let (path, value, at, by) = row?;
            Ok(DraftField { path, value: parse(&value)?, at, by })
        })
        .collect()
    }

    /// Whether a visit's draft has a step to take back, and one to take again.
    ///
    /// # Errors
    /// What the database says.
    pub fn draft_steps(&self, visit: VisitId) -> Result<(bool, bool), StoreError> {
        let sql = "SELECT
                EXISTS (SELECT 1 FROM draft_step WHERE visit_id = ?1 AND step <= place.step),
                EXISTS (SELECT 1 FROM draft_step WHERE visit_id = ?1 AND step > place.step)
            FROM draft_place AS place WHERE place.visit_id = ?1";
        let found = self
            .connection()
            .prepare_cached(sql)?
            .query_row([Id(visit.0)], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        Ok(found.unwrap_or((false, false)))
    }
}

impl Write<'_> {
    /// Enters one field. What could be redone before can no longer.
    ///
    /// # Errors
    /// What the database says.
    pub fn set_draft(&mut self, visit: VisitId, path: &str, value: &Value) -> Result<(), StoreError> {
        let before = self.draft_value(visit, path)?;
        let after = value.to_string();
        if before.as_deref() == Some(&after) {
            return Ok(());
        }
        self.take_step(visit, path, before, Some(after))
    }

    /// Empties one field, as if it had never been entered. Can be undone.
    ///
    /// # Errors
    /// What the database says.
    pub fn unset_draft(&mut self, visit: VisitId, path: &str) -> Result<(), StoreError> {
        match self.draft_value(visit, path)? {
            Some(before) => self.take_step(visit, path, Some(before), None),
            None => Ok(()),
        }
    }

    /// Takes the last step back; `None` where there is none.
    ///
    /// # Errors
    /// What the database says.
    pub fn undo_draft(&mut self, visit: VisitId) -> Result<Option<DraftStep>, StoreError> {
        let place = self.draft_place(visit)?;
        let sql =
            "SELECT step, path, before FROM draft_step WHERE visit_id = ?1 AND step <= ?2 ORDER BY step DESC LIMIT 1";
        let Some((step, path, before)) = self.draft_step(sql, visit, place)? else {
            return Ok(None);
        };
        let moved = self.move_to(visit, step - 1, &path, before);
        self.watch(moved).map(Some)
    }

    /// Takes the last undone step again; `None` where there is none.
    ///
    /// # Errors
    /// What the database says.
    pub fn redo_draft(&mut self, visit: VisitId) -> Result<Option<DraftStep>, StoreError> {
        let place = self.draft_place(visit)?;
        let sql = "SELECT step, path, after FROM draft_step WHERE visit_id = ?1 AND step > ?2 ORDER BY step LIMIT 1";
        let Some((step, path, after)) = self.draft_step(sql, visit, place)? else {
            return Ok(None);
        };
        let moved = self.move_to(visit, step, &path, after);
        self.watch(moved).map(Some)
    }

    /// Takes every field away whose path begins with `prefix`, with its steps: what is closed cannot be undone. An
    /// empty prefix clears the whole draft. Call it in the write that puts the records.
    ///
    /// # Errors
    /// What the database says.
    pub fn clear_draft(&mut self, visit: VisitId, prefix: &str) -> Result<(), StoreError> {
        let cleared = self.delete_prefix(visit, prefix);
        self.watch(cleared)
    }

    fn take_step(
        &mut self,
        visit: VisitId,
        path: &str,
        before: Option<String>,
        after: Option<String>,
    ) -> Result<(), StoreError> {
        let taken = self.record_step(visit, path, before, after);
        self.watch(taken)
    }

    fn record_step(
        &mut self,
        visit: VisitId,
        path: &str,
        before: Option<String>,
        after: Option<String>,
    ) -> Result<(), StoreError> {
        let place = self.draft_place(visit)?;
        let connection = self.connection();
        connection
            .prepare_cached("DELETE FROM draft_step WHERE visit_id = ?1 AND step > ?2")?
            .execute(params![Id(visit.0), place])?;
        connection
            .prepare_cached("INSERT INTO draft_step (visit_id, step, path, before, after) VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![Id(visit.0), place + 1, path, before, after])?;
        self.move_to(visit, place + 1, path, after).map(|_| ())
    }

    fn move_to(
        &mut self,
        visit: VisitId,
        place: i64,
        path: &str,
        value: Option<String>,
    ) -> Result<DraftStep, StoreError> {
        let (connection, stamp) = (self.connection(), self.stamp().clone());
        match &value {
            Some(value) => connection
                .prepare_cached(
                    "INSERT INTO draft (visit_id, path, value, at_ms, user_id) VALUES (?1, ?2, ?3, ?4, ?5)
                     ON CONFLICT DO UPDATE SET value = excluded.value, at_ms = excluded.at_ms, user_id = excluded.user_id",
                )?
                .execute(params![Id(visit.0), path, value, Instant(stamp.at), stamp.by.map(|user| Id(user.0))])?,
            None => connection
                .prepare_cached("DELETE FROM draft WHERE visit_id = ?1 AND path = ?2")?
                .execute(params![Id(visit.0), path])?,
        };
        connection
            .prepare_cached(
                "INSERT INTO draft_place (visit_id, step) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET step = excluded.step",
            )?
            .execute(params![Id(visit.0), place])?;
        self.touch_draft(visit);
        Ok(DraftStep { path: path.to_owned(), value: value.as_deref().map(parse).transpose()? })
    }

    fn delete_prefix(&mut self, visit: VisitId, prefix: &str) -> Result<(), StoreError> {
        for sql in [
            "DELETE FROM draft WHERE visit_id = ?1 AND substr(path, 1, length(?2)) = ?2",
            "DELETE FROM draft_step WHERE visit_id = ?1 AND substr(path, 1, length(?2)) = ?2",
        ] {
            self.connection().prepare_cached(sql)?.execute(params![Id(visit.0), prefix])?;
        }
        let forget_place = "DELETE FROM draft_place WHERE visit_id = ?1
             AND NOT EXISTS (SELECT 1 FROM draft_step WHERE draft_step.visit_id = ?1)";
        self.connection().prepare_cached(forget_place)?.execute([Id(visit.0)])?;
        self.touch_draft(visit);
        Ok(())
    }

    fn draft_value(&self, visit: VisitId, path: &str) -> Result<Option<String>, StoreError> {
        let mut statement =
            self.connection().prepare_cached("SELECT value FROM draft WHERE visit_id = ?1 AND path = ?2")?;
        Ok(statement.query_row(params![Id(visit.0), path], |row| row.get(0)).optional()?)
    }

    /// The step the draft stands at; 0 before the first.
    fn draft_place(&self, visit: VisitId) -> Result<i64, StoreError> {
        let mut statement = self.connection().prepare_cached("SELECT step FROM draft_place WHERE visit_id = ?1")?;
        Ok(statement.query_row([Id(visit.0)], |row| row.get(0)).optional()?.unwrap_or(0))
    }

    fn draft_step(
        &self,
        sql: &str,
        visit: VisitId,
        place: i64,
    ) -> Result<Option<(i64, String, Option<String>)>, StoreError> {
        let mut statement = self.connection().prepare_cached(sql)?;
        let row = statement.query_row(params![Id(visit.0), place], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
        Ok(row.optional()?)
    }
}

fn parse(value: &str) -> Result<Value, StoreError> {
    serde_json::from_str(value).map_err(|_| StoreError::Damaged(Part::Record))
}
