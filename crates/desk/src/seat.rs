//! A seat: the signed-in person at an open vault, for the length of one command.
//!
//! The clock is read once, when the seat is taken, so everything one command writes carries one time.

use care::protocol::{InForce, Protocol};
use care::record::{Clinic, Role, User};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use store::{Changes, Occasion, Read, Stamp, StoreError, Write};
use uuid::Uuid;

use crate::cases::device_secret::typed_password;
use crate::clock::Calendar;
use crate::desk::{Desk, Open};
use crate::failure::Failure;
use crate::host::Host;
use crate::pins::is_pin_shaped;
use crate::words::Words;

/// The signed-in person at an open vault, for the length of one command.
pub(crate) struct Seat<'a> {
    desk: &'a Desk,
    open: &'a Open,
    role: Role,
    clinic: Clinic,
    user: User,
    rules: InForce,
    now: DateTime<Utc>,
    confirms: Confirms,
}

/// Whether an act that needs a PIN is asked for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Confirms {
    /// By PIN or password, always.
    Asked,
    /// The made-up visits of a new vault, whose password was typed a moment ago.
    Trusted,
}

impl<'a> Seat<'a> {
    /// Takes a seat.
    ///
    /// # Errors
    /// [`Failure::Store`] if the clinic cannot be read.
    pub(crate) fn take(desk: &'a Desk, open: &'a Open, role: Role) -> Result<Self, Failure> {
        Self::take_at(desk, open, role, desk.clock().now())
    }

    /// Takes a seat at a given time: the sample clinic lives through its earlier visits this way.
    pub(crate) fn take_at(desk: &'a Desk, open: &'a Open, role: Role, now: DateTime<Utc>) -> Result<Self, Failure> {
        let (clinic, user, rules) = open.vault.read(|read| {
            let (clinic, user) = (read.clinic()?.record, read.user(open.user.id)?.record);
            Ok::<_, StoreError>((clinic, user, rules_in_force(desk.protocol(), read)?))
        })?;
        Ok(Self { desk, open, role, clinic, user, rules, now, confirms: Confirms::Asked })
    }

    /// The same seat at another time.
    pub(crate) fn move_to(&mut self, now: DateTime<Utc>) {
        self.now = now;
    }

    /// The same seat for the made-up visits of a new vault.
    pub(crate) fn trusted(self) -> Self {
        Self { confirms: Confirms::Trusted, ..self }
    }

    /// The same seat with the rules as they are now: what an approval has just changed.
    ///
    /// # Errors
    /// [`Failure::Store`] if the vault cannot be read.
    pub(crate) fn again(&self) -> Result<Self, Failure> {
        Self::take_at(self.desk, self.open, self.role, self.now)
    }

    /// The clinic.
    pub(crate) fn clinic(&self) -> &Clinic {
        &self.clinic
    }

    /// The person, as the record is now: an administrator may have changed it since the unlock.
    pub(crate) fn user(&self) -> &User {
        &self.user
    }

    /// Now, in UTC.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// The clinic's calendar.
    pub(crate) fn calendar(&self) -> Calendar {
        Calendar::of_zone(&self.clinic.time_zone)
    }

    /// Today in the clinic.
    pub(crate) fn today(&self) -> NaiveDate {
        self.calendar().day(self.now)
    }

    /// The wall clock in the clinic at `at`.
    pub(crate) fn local(&self, at: DateTime<Utc>) -> NaiveDateTime {
        self.calendar().local(at)
    }

    /// The rules in force: what ships, with what the clinic has set and a prescriber has approved.
    pub(crate) fn rules(&self) -> &InForce {
        &self.rules
    }

    /// The shipped content the rules are made of.
    pub(crate) fn protocol(&self) -> &'static Protocol {
        self.desk.protocol()
    }

    /// The words of the screen.
    pub(crate) fn words(&self) -> &Words {
        self.desk.words()
    }

    /// The machine around the desk.
    pub(crate) fn host(&self) -> &dyn Host {
        self.desk.host()
    }

    /// The desk.
    pub(crate) fn desk(&self) -> &Desk {
        self.desk
    }

    /// The open vault and who opened it.
    pub(crate) fn opened(&self) -> &Open {
        self.open
    }

    /// A fresh id.
    pub(crate) fn new_id(&self) -> Uuid {
        self.desk.clock().new_id()
    }

    /// Reads the vault.
    pub(crate) fn read<T>(&self, work: impl FnOnce(&Read<'_>) -> Result<T, StoreError>) -> Result<T, Failure> {
        Ok(self.open.vault.read(work)?)
    }

    /// Writes the vault: all of it or nothing.
    pub(crate) fn write<T>(
        &self,
        work: impl FnOnce(&mut Write<'_>) -> Result<T, StoreError>,
    ) -> Result<(T, Changes), Failure> {
        Ok(self.open.vault.write(&self.stamp(), work)?)
    }

    /// Writes the journal's head down in the second folder.
    pub(crate) fn anchor(&self, occasion: Occasion) {
        crate::anchoring::anchor(self.desk, &self.open.vault, &self.clinic, occasion, self.now);
    }

    /// Confirms that the signed-in person is at the desk: by PIN, or by password where none is set.
    ///
    /// # Errors
    /// [`Failure::WrongSecret`] with the tries that are left; after the last one only the password works.
    pub(crate) fn confirm(&self, secret: &str) -> Result<(), Failure> {
        if self.confirms == Confirms::Trusted {
            return Ok(());
        }
        // Who set a PIN may still use the password; only what looks like a PIN is judged as one.
        if is_pin_shaped(secret) && self.desk.pins().has(self.open.user.id) {
            return self.desk.pins().try_on(self.open.user.id, |pin| pin.judge(secret)).map_err(Failure::of_secret);
        }
        self.check_password(secret)
    }

    fn check_password(&self, secret: &str) -> Result<(), Failure> {
        let password = typed_password(self.desk, self.open.user.id, secret)?;
        self.open.vault.check_password(self.open.user.id, &password, self.now).map_err(Failure::of_secret)
    }

    /// Who writes, when and in which role.
    pub(crate) fn stamp(&self) -> Stamp {
        Stamp {
            at: self.now,
            utc_offset_s: self.calendar().offset_s(self.now),
            by: Some(self.open.user.id),
            by_name: self.open.user.name.clone(),
            role: Some(self.role),
            session: self.open.session,
        }
    }
}

/// The rules in force in a vault.
///
/// # Errors
/// What the vault says.
pub(crate) fn rules_in_force(protocol: &Protocol, read: &Read<'_>) -> Result<InForce, StoreError> {
    let approved = read.approved_protocol()?;
    Ok(protocol.in_force(approved.as_ref().map(|(clinic, approval)| (clinic, approval))))
}
