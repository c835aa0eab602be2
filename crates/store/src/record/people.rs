//! Rows of the clinic, its users, its clients and their appointments.

use care::record::{Appointment, Client, ClientId, Clinic, User};
use rusqlite::params;
use uuid::Uuid;

use super::{Entity, Place, Record, digits, fold, words};
use crate::StoreError;
use crate::sql::{Day, Id};

impl Record for Clinic {
    const ENTITY: Entity = Entity::Clinic;

    fn id(&self) -> Uuid {
        self.id.0
    }

    fn client(&self) -> Option<ClientId> {
        None
    }

    fn upsert(&self, place: &Place<'_>) -> Result<(), StoreError> {
        place.run(
            "INSERT INTO clinic (id, version, body) VALUES (?1, ?2, ?3)
             ON CONFLICT (id) DO UPDATE SET version = excluded.version, body = excluded.body",
            params![Id(self.id.0), place.version, place.body],
        )
    }
}

impl Record for User {
    const ENTITY: Entity = Entity::User;

    fn id(&self) -> Uuid {
        self.id.0
    }

    fn client(&self) -> Option<ClientId> {
        None
    }

    fn upsert(&self, place: &Place<'_>) -> Result<(), StoreError> {
        place.run(
            "INSERT INTO user (id, version, name, body) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (id) DO UPDATE SET version = excluded.version, name = excluded.name, body = excluded.body",
            params![Id(self.id.0), place.version, self.name, place.body],
        )
    }
}

impl Record for Client {
    const ENTITY: Entity = Entity::Client;

    fn id(&self) -> Uuid {
        self.id.0
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.id)
    }

    fn upsert(&self, place: &Place<'_>) -> Result<(), StoreError> {
        let phone_digits = digits(&self.phone);
        place.run(
            include_str!("upsert_client.sql"),
            params![
                Id(self.id.0),
                place.version,
                self.number,
                self.family,
                self.given,
                self.preferred,
                Day(self.born_on),
                self.phone,
                fold(&self.family),
                fold(&self.given),
                phone_digits,
                fold(self.email.trim()),
                place.body,
            ],
        )?;
        index_for_search(self, &phone_digits, place)
    }
}

/// Both search indexes hold exactly one row for each client, under the client's row number.
fn index_for_search(client: &Client, phone_digits: &str, place: &Place<'_>) -> Result<(), StoreError> {
    let name = format!("{} {} {}", client.family, client.given, client.preferred);
    let row = "(SELECT row FROM client WHERE id = ?1)";
    place.run(
        &format!("INSERT OR REPLACE INTO client_word (rowid, words) VALUES ({row}, ?2)"),
        params![Id(client.id.0), words(&name).join(" ")],
    )?;
    place.run(
        &format!("INSERT OR REPLACE INTO client_part (rowid, name, phone) VALUES ({row}, ?2, ?3)"),
        params![Id(client.id.0), words(&name).join(" "), phone_digits],
    )
}

impl Record for Appointment {
    const ENTITY: Entity = Entity::Appointment;

    fn id(&self) -> Uuid {
        self.id.0
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn upsert(&self, place: &Place<'_>) -> Result<(), StoreError> {
        place.run(
            include_str!("upsert_appointment.sql"),
            params![
                Id(self.id.0),
                place.version,
                Id(self.client.0),
                Day(self.on),
                self.starts.format("%H:%M:%S").to_string(),
                self.is_cancelled,
                place.body,
            ],
        )
    }
}
