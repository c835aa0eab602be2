//! One entry of the journal, and the hash that ties it to the one before.

use rusqlite::{Connection, Row};
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use uuid::{Builder, Uuid};

use super::facts::Facts;
use crate::StoreError;
use crate::sql::{Count, Id};

/// One entry of the journal: fixed-width facts. Words of a record are in its body only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Place in the chain of its device, from 1.
    pub seq: u64,
    /// A UUIDv7, in the order of the chain.
    pub id: Uuid,
    /// The device that wrote it.
    pub device: Uuid,
    /// When, in milliseconds of UTC.
    pub at_ms: i64,
    /// The clinic's distance from UTC then, in seconds east.
    pub utc_offset_s: i32,
    /// The clock was earlier than at an entry before.
    pub clock_went_back: bool,
    /// Who, if somebody was signed in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user: Option<Uuid>,
    /// That person's name, as it was then.
    pub user_name: String,
    /// In which role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// The sitting, from unlock to lock.
    pub session: Uuid,
    /// Version of the program.
    pub app_version: String,
    /// Format of the vault, which is the newest shape its bodies can have.
    pub schema_version: u32,
    /// What was done: a word of [`crate::Act`].
    pub act: String,
    /// About whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client: Option<Uuid>,
    /// Which kind of record, where one has a new version: a word of [`crate::Entity`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
    /// Which record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity_id: Option<Uuid>,
    /// Its version with this entry, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<u32>,
    /// The version the change was based on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub based_on: Option<u32>,
    /// SHA-256(salt ‖ JCS(body)).
    #[serde(serialize_with = "as_hex")]
    pub body_hash: [u8; 32],
    /// Hash of the entry before in this chain; zeros before the first.
    #[serde(skip)]
    pub prev: [u8; 32],
    /// SHA-256(seq ‖ prev ‖ JCS(entry)), `seq` as eight bytes, most significant first.
    #[serde(skip)]
    pub hash: [u8; 32],
}

/// The end of a chain: enough to notice later that something before it was changed or cut off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Number of the newest entry; 0 where there is none.
    pub seq: u64,
    /// Its hash.
    pub hash: [u8; 32],
}

impl Head {
    /// Before the first entry.
    pub(crate) const START: Self = Self { seq: 0, hash: [0; 32] };

    /// The first 16 hexadecimal digits of the hash, as they stand in a document's footer beside [`Head::seq`].
    #[must_use]
    pub fn short_hash(&self) -> String {
        data_encoding::HEXLOWER.encode(&self.hash[..8])
    }
}

impl Entry {
    /// The columns [`Entry::from_row`] reads, in its order.
    pub(crate) const COLUMNS: &'static str = "journal.seq, journal.id, journal.device_id, journal.at_ms, \
         journal.utc_offset_s, journal.clock_went_back, journal.user_id, journal.user_name, journal.role, \
         journal.session_id, journal.app_version, journal.schema_version, journal.act, journal.client_id, \
         journal.entity, journal.entity_id, journal.version, journal.based_on, journal.body_hash, journal.prev, \
         journal.hash";
    /// How many columns that is.
    pub(crate) const N_COLUMNS: usize = 21;

    /// The hash this entry must have.
    pub(crate) fn computed_hash(&self) -> Result<[u8; 32], StoreError> {
        Facts::from(self).computed_hash(&mut Vec::new())
    }

    /// With its own hash.
    pub(crate) fn chained(mut self) -> Result<Self, StoreError> {
        self.hash = self.computed_hash()?;
        Ok(self)
    }

    pub(crate) fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let id = |column: usize| row.get(column).map(|Id(id)| id);
        let optional_id = |column: usize| row.get(column).map(|id: Option<Id>| id.map(|Id(id)| id));
        Ok(Self {
            seq: row.get(0).map(|Count(seq)| seq)?,
            id: id(1)?,
            device: id(2)?,
            at_ms: row.get(3)?,
            utc_offset_s: row.get(4)?,
            clock_went_back: row.get(5)?,
            user: optional_id(6)?,
            user_name: row.get(7)?,
            role: row.get(8)?,
            session: id(9)?,
            app_version: row.get(10)?,
            schema_version: row.get(11)?,
            act: row.get(12)?,
            client: optional_id(13)?,
            entity: row.get(14)?,
            entity_id: optional_id(15)?,
            version: row.get(16)?,
            based_on: row.get(17)?,
            body_hash: row.get(18)?,
            prev: row.get(19)?,
            hash: row.get(20)?,
        })
    }

    /// Puts the entry at the end of its chain and returns its row.
    pub(crate) fn insert(&self, connection: &Connection) -> Result<i64, StoreError> {
        connection.prepare_cached(include_str!("insert_entry.sql"))?.execute(rusqlite::params![
            Count(self.seq),
            Id(self.id),
            Id(self.device),
            self.at_ms,
            self.utc_offset_s,
            self.clock_went_back,
            self.user.map(Id),
            self.user_name,
            self.role,
            Id(self.session),
            self.app_version,
            self.schema_version,
            self.act,
            self.client.map(Id),
            self.entity,
            self.entity_id.map(Id),
            self.version,
            self.based_on,
            self.body_hash,
            self.prev,
            self.hash,
        ])?;
        Ok(connection.last_insert_rowid())
    }
}

/// The id of an entry: a UUIDv7 whose random part is the entry's place in its chain and a digest of the device,
/// so that nothing random decides it and ids sort as the chain does, even within one millisecond.
pub(super) fn entry_id(time_ms: i64, seq: u64, device: Uuid) -> Uuid {
    let digest = Sha256::digest(device.as_bytes());
    let place = u128::from(seq & 0x3ff_ffff_ffff) << 32;
    let device = u128::from(u32::from_be_bytes([digest[0], digest[1], digest[2], digest[3]]));
    // 74 bits: 42 of the place, 32 of the device. The builder takes them from the front of ten bytes and puts
    // the version and the variant over six bits of its own choosing, so those are left free here.
    let bits = place | device;
    let high = u16::try_from(bits >> 62).unwrap_or(u16::MAX) & 0x0fff;
    let low = u64::try_from(bits & 0x3fff_ffff_ffff_ffff).unwrap_or(u64::MAX);
    let mut random = [0_u8; 10];
    random[..2].copy_from_slice(&high.to_be_bytes());
    random[2..].copy_from_slice(&low.to_be_bytes());
    Builder::from_unix_timestamp_millis(time_ms.max(0).unsigned_abs(), &random).into_uuid()
}

/// The time inside an entry's id, in milliseconds of UTC.
pub(super) fn id_time_ms(id: Uuid) -> i64 {
    i64::try_from(id.as_u128() >> 80).unwrap_or(i64::MAX)
}

fn as_hex<S: serde::Serializer>(bytes: &[u8; 32], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&data_encoding::HEXLOWER.encode(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_of_one_millisecond_have_ids_in_the_order_of_the_chain() {
        let device = Uuid::from_u128(7);
        let mut last = Uuid::nil();
        for seq in [1, 2, 3, 4_000, 1 << 30, (1 << 30) + 1, 1 << 40] {
            let id = entry_id(1_700_000_000_000, seq, device);
            assert!(id > last, "entry {seq} sorts after the one before");
            assert_eq!(id.get_version_num(), 7, "it is a UUIDv7");
            assert_eq!(id_time_ms(id), 1_700_000_000_000, "its time can be read back");
            last = id;
        }
    }

    #[test]
    fn two_devices_never_make_the_same_id() {
        let one = entry_id(5, 1, Uuid::from_u128(1));
        let other = entry_id(5, 1, Uuid::from_u128(2));
        assert_ne!(one, other, "the device is part of the id");
    }
}
