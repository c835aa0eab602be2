//! Finding clients while somebody types: name, day of birth, telephone or number. A name with a slip in it is found
//! where nothing else fits.
//!
//! Rows are not ranked by the index, which costs far more than it tells; the few rows found are put in order here:
//! a family name that begins with what was typed comes first, then whoever was here last.

use std::cmp::Reverse;

use rusqlite::params_from_iter;

use super::Read;
use super::client::{ClientRow, client_row};
use crate::StoreError;
use crate::record::{fold, words};
use crate::sql::Day;

mod slip;
mod typed;

use typed::Typed;

/// Rows looked at for one way of searching. Who needs more types another letter.
const MAX_LOOKED_AT: u32 = 100;

/// Letters or digits in a row that the index of parts can look for.
const MIN_PART: usize = 3;

impl Read<'_> {
    /// Clients that fit what was typed, best first, at most `limit`. Nothing typed finds nobody.
    ///
    /// # Errors
    /// What the database says; nothing that can be typed is an error.
    pub fn find_clients(&self, typed: &str, limit: usize) -> Result<Vec<ClientRow>, StoreError> {
        let typed = Typed::read(typed);
        let mut found = self.by_number(&typed)?;
        if typed.words.is_empty() {
            add_new(&mut found, self.by_birth(&typed)?);
            add_new(&mut found, self.by_phone(&typed)?);
        } else if typed.days.is_empty() {
            add_new(&mut found, self.by_word_beginnings(&typed)?);
            if found.len() < limit {
                add_new(&mut found, self.by_word_parts(&typed)?);
            }
            if found.is_empty() {
                add_new(&mut found, self.by_near_words(&typed)?);
            }
        } else {
            let mut born_then = self.by_birth(&typed)?;
            born_then.retain(|row| typed.fits_name(row));
            add_new(&mut found, born_then);
        }
        found.sort_by_cached_key(|row| {
            (typed.distance(row), Reverse(row.last_visit_on), fold(&row.family), fold(&row.given), row.number.clone())
        });
        found.truncate(limit);
        Ok(found)
    }

    fn by_number(&self, typed: &Typed) -> Result<Vec<ClientRow>, StoreError> {
        if typed.numbers.is_empty() {
            return Ok(Vec::new());
        }
        let places = vec!["?"; typed.numbers.len()].join(", ");
        let sql = format!("{}WHERE client.number IN ({places})", include_str!("client_rows.sql"));
        self.rows(&sql, params_from_iter(&typed.numbers))
    }

    fn by_birth(&self, typed: &Typed) -> Result<Vec<ClientRow>, StoreError> {
        let mut found = Vec::new();
        for day in &typed.days {
            let sql = concat!(include_str!("client_rows.sql"), "WHERE client.born_on = ?1 LIMIT ?2");
            add_new(&mut found, self.rows(sql, (Day(*day), MAX_LOOKED_AT))?);
        }
        Ok(found)
    }

    /// Names with words that begin with what was typed, in any order.
    fn by_word_beginnings(&self, typed: &Typed) -> Result<Vec<ClientRow>, StoreError> {
        let sql = concat!(include_str!("client_rows.sql"), include_str!("by_word.sql"));
        self.rows(sql, (typed.beginnings(), MAX_LOOKED_AT))
    }

    /// Names that contain what was typed.
    fn by_word_parts(&self, typed: &Typed) -> Result<Vec<ClientRow>, StoreError> {
        if typed.words.iter().any(|parts| parts.concat().chars().count() < MIN_PART) {
            return Ok(Vec::new());
        }
        let sql = concat!(include_str!("client_rows.sql"), include_str!("by_part.sql"));
        self.rows(sql, (typed.parts(), MAX_LOOKED_AT))
    }

    /// Names a slip away from what was typed, where nothing else fits.
    fn by_near_words(&self, typed: &Typed) -> Result<Vec<ClientRow>, StoreError> {
        let Some(query) = self.near_words(typed)? else { return Ok(Vec::new()) };
        let sql = concat!(include_str!("client_rows.sql"), include_str!("by_word.sql"));
        self.rows(sql, (query, MAX_LOOKED_AT))
    }

    fn by_phone(&self, typed: &Typed) -> Result<Vec<ClientRow>, StoreError> {
        if typed.phone.len() < MIN_PART {
            return Ok(Vec::new());
        }
        let sql = concat!(include_str!("client_rows.sql"), include_str!("by_part.sql"));
        self.rows(sql, (format!("phone : \"{}\"", typed.phone), MAX_LOOKED_AT))
    }

    fn rows(&self, sql: &str, values: impl rusqlite::Params) -> Result<Vec<ClientRow>, StoreError> {
        let mut statement = self.connection().prepare_cached(sql)?;
        let rows = statement.query_map(values, client_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Typed {
    /// How far a row is from what was typed: its number, the beginning of the family name, anything else.
    fn distance(&self, row: &ClientRow) -> u8 {
        if self.numbers.contains(&row.number) {
            return 0;
        }
        let family = fold(&row.family);
        match self.words.first() {
            Some(parts) if family.starts_with(&parts.concat()) => 1,
            Some(parts) if parts.first().is_some_and(|part| family.starts_with(part.as_str())) => 1,
            Some(_) | None => 2,
        }
    }

    /// Whether every typed word begins a word of the name.
    fn fits_name(&self, row: &ClientRow) -> bool {
        let names = words(&format!("{} {} {}", row.family, row.given, row.preferred));
        let begins = |part: &String| names.iter().any(|name| name.starts_with(part.as_str()));
        self.words.iter().all(|parts| parts.iter().all(begins) || begins(&parts.concat()))
    }
}

fn add_new(found: &mut Vec<ClientRow>, more: Vec<ClientRow>) {
    for row in more {
        if !found.iter().any(|known| known.id == row.id) {
            found.push(row);
        }
    }
}
