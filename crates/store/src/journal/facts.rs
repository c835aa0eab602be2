//! The facts of an entry as they are hashed, borrowed from wherever they stand: checking half a million entries
//! copies none of them.

use rusqlite::{Row, types::ValueRef};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::StoreError;
use crate::canonical::{spell_signed, spell_text, spell_unsigned};
use crate::sql::{Count, Id};

use super::Entry;

/// What ties an entry into its chain. The fields are those of [`Entry`].
#[derive(Debug, Clone, Copy)]
pub(super) struct Facts<'a> {
    pub(super) seq: u64,
    pub(super) id: Uuid,
    pub(super) device: Uuid,
    pub(super) at_ms: i64,
    pub(super) utc_offset_s: i32,
    pub(super) clock_went_back: bool,
    pub(super) user: Option<Uuid>,
    pub(super) user_name: &'a str,
    pub(super) role: Option<&'a str>,
    pub(super) session: Uuid,
    pub(super) app_version: &'a str,
    pub(super) schema_version: u32,
    pub(super) act: &'a str,
    pub(super) client: Option<Uuid>,
    pub(super) entity: Option<&'a str>,
    pub(super) entity_id: Option<Uuid>,
    pub(super) version: Option<u32>,
    pub(super) based_on: Option<u32>,
    pub(super) body_hash: [u8; 32],
    pub(super) prev: [u8; 32],
    pub(super) hash: [u8; 32],
}

impl<'a> Facts<'a> {
    /// Those of a row of [`Entry::COLUMNS`]. An error where a column is not what it must be.
    pub(super) fn of_row(row: &'a Row<'_>) -> rusqlite::Result<Self> {
        let id = |column: usize| row.get(column).map(|Id(id)| id);
        let optional_id = |column: usize| row.get(column).map(|id: Option<Id>| id.map(|Id(id)| id));
        let text = |column: usize| text_of(row.get_ref(column)?);
        Ok(Self {
            seq: row.get(0).map(|Count(seq)| seq)?,
            id: id(1)?,
            device: id(2)?,
            at_ms: row.get(3)?,
            utc_offset_s: row.get(4)?,
            clock_went_back: row.get(5)?,
            user: optional_id(6)?,
            user_name: text(7)?.ok_or(rusqlite::Error::InvalidQuery)?,
            role: text(8)?,
            session: id(9)?,
            app_version: text(10)?.ok_or(rusqlite::Error::InvalidQuery)?,
            schema_version: row.get(11)?,
            act: text(12)?.ok_or(rusqlite::Error::InvalidQuery)?,
            client: optional_id(13)?,
            entity: text(14)?,
            entity_id: optional_id(15)?,
            version: row.get(16)?,
            based_on: row.get(17)?,
            body_hash: row.get(18)?,
            prev: row.get(19)?,
            hash: row.get(20)?,
        })
    }

    /// The hash the entry must have. `room` is written over: one for many entries.
    pub(super) fn computed_hash(&self, room: &mut Vec<u8>) -> Result<[u8; 32], StoreError> {
        room.clear();
        self.spell(room)?;
        let hash = Sha256::new().chain_update(self.seq.to_be_bytes()).chain_update(self.prev).chain_update(&*room);
        Ok(hash.finalize().into())
    }

    /// JCS of the entry: what is `None` is not there, the keys are in order.
    fn spell(&self, into: &mut Vec<u8>) -> Result<(), StoreError> {
        text("{\"act\":", self.act, into);
        text(",\"app_version\":", self.app_version, into);
        into.extend_from_slice(b",\"at_ms\":");
        spell_signed(self.at_ms, into)?;
        optional_number(",\"based_on\":", self.based_on, into)?;
        hexadecimal(",\"body_hash\":", &self.body_hash, into);
        optional_uuid(",\"client\":", self.client, into);
        into.extend_from_slice(if self.clock_went_back {
            b",\"clock_went_back\":true"
        } else {
            b",\"clock_went_back\":false"
        });
        uuid(",\"device\":", self.device, into);
        optional_text(",\"entity\":", self.entity, into);
        optional_uuid(",\"entity_id\":", self.entity_id, into);
        uuid(",\"id\":", self.id, into);
        optional_text(",\"role\":", self.role, into);
        optional_number(",\"schema_version\":", Some(self.schema_version), into)?;
        into.extend_from_slice(b",\"seq\":");
        spell_unsigned(self.seq, into)?;
        uuid(",\"session\":", self.session, into);
        optional_uuid(",\"user\":", self.user, into);
        text(",\"user_name\":", self.user_name, into);
        into.extend_from_slice(b",\"utc_offset_s\":");
        spell_signed(self.utc_offset_s.into(), into)?;
        optional_number(",\"version\":", self.version, into)?;
        into.push(b'}');
        Ok(())
    }
}

impl<'a> From<&'a Entry> for Facts<'a> {
    fn from(entry: &'a Entry) -> Self {
        Self {
            seq: entry.seq,
            id: entry.id,
            device: entry.device,
            at_ms: entry.at_ms,
            utc_offset_s: entry.utc_offset_s,
            clock_went_back: entry.clock_went_back,
            user: entry.user,
            user_name: &entry.user_name,
            role: entry.role.as_deref(),
            session: entry.session,
            app_version: &entry.app_version,
            schema_version: entry.schema_version,
            act: &entry.act,
            client: entry.client,
            entity: entry.entity.as_deref(),
            entity_id: entry.entity_id,
            version: entry.version,
            based_on: entry.based_on,
            body_hash: entry.body_hash,
            prev: entry.prev,
            hash: entry.hash,
        }
    }
}

fn text_of(value: ValueRef<'_>) -> rusqlite::Result<Option<&str>> {
    Ok(value.as_str_or_null()?)
}

fn text(key: &str, value: &str, into: &mut Vec<u8>) {
    into.extend_from_slice(key.as_bytes());
    spell_text(value, into);
}

fn optional_text(key: &str, value: Option<&str>, into: &mut Vec<u8>) {
    if let Some(value) = value {
        text(key, value, into);
    }
}

fn optional_number(key: &str, value: Option<u32>, into: &mut Vec<u8>) -> Result<(), StoreError> {
    value.map_or(Ok(()), |value| {
        into.extend_from_slice(key.as_bytes());
        spell_unsigned(value.into(), into)
    })
}

fn uuid(key: &str, value: Uuid, into: &mut Vec<u8>) {
    let mut room = [0; uuid::fmt::Hyphenated::LENGTH];
    text(key, value.hyphenated().encode_lower(&mut room), into);
}

fn optional_uuid(key: &str, value: Option<Uuid>, into: &mut Vec<u8>) {
    if let Some(value) = value {
        uuid(key, value, into);
    }
}

fn hexadecimal(key: &str, value: &[u8; 32], into: &mut Vec<u8>) {
    let mut room = [0; 64];
    data_encoding::HEXLOWER.encode_mut(value, &mut room);
    into.extend_from_slice(key.as_bytes());
    into.push(b'"');
    into.extend_from_slice(&room);
    into.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_id() -> impl Strategy<Value = Uuid> {
        any::<u128>().prop_map(Uuid::from_u128)
    }

    fn a_word() -> impl Strategy<Value = String> {
        prop_oneof!["[a-z_]{1,12}", any::<String>(), "[\\x00-\\x7f]{0,12}"]
    }

    prop_compose! {
        fn any_entry()(
            (seq, id, device, session, at_ms) in (any::<u64>(), any_id(), any_id(), any_id(), any::<i64>()),
            (utc_offset_s, clock_went_back) in (any::<i32>(), any::<bool>()),
            (user, client, entity_id) in
                (prop::option::of(any_id()), prop::option::of(any_id()), prop::option::of(any_id())),
            (user_name, app_version, act) in (a_word(), a_word(), a_word()),
            (role, entity) in (prop::option::of(a_word()), prop::option::of(a_word())),
            (schema_version, version, based_on) in
                (any::<u32>(), prop::option::of(any::<u32>()), prop::option::of(any::<u32>())),
            (body_hash, prev) in (any::<[u8; 32]>(), any::<[u8; 32]>()),
        ) -> Entry {
            Entry {
                seq, id, device, at_ms, utc_offset_s, clock_went_back, user, user_name, role, session, app_version,
                schema_version, act, client, entity, entity_id, version, based_on, body_hash, prev, hash: [0; 32],
            }
        }
    }

    proptest! {
        #[test]
        fn every_entry_is_spelled_as_the_reference_spells_it(entry in any_entry()) {
            let mut spelled = Vec::new();
            Facts::from(&entry).spell(&mut spelled).unwrap();
            let reference = serde_json_canonicalizer::to_vec(&entry).unwrap();
            prop_assert_eq!(
                String::from_utf8(spelled).unwrap(),
                String::from_utf8(reference).unwrap(),
                "an entry of any year keeps its hash"
            );
        }
    }
}
