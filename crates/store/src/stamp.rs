//! Who does something, in which role, when and from which sitting: what every journal entry carries.

use care::record::{ClientId, Role, UserId, VisitId};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::record::Entity;

/// Who writes, when and in which role. Comes in as an argument: the store reads no clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// The instant; kept to the millisecond.
    pub at: DateTime<Utc>,
    /// The clinic's distance from UTC at that instant, in seconds east.
    pub utc_offset_s: i32,
    /// The signed-in user; `None` before anybody has signed in.
    pub by: Option<UserId>,
    /// That person's name, as it is now; kept as it was then.
    pub by_name: String,
    /// The role that allowed it.
    pub role: Option<Role>,
    /// One unlocked sitting, from unlock to lock.
    pub session: Uuid,
}

macro_rules! acts {
    ($($(#[$doc:meta])* $name:ident = $word:literal),+ $(,)?) => {
        /// What was done, as the journal says it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Act { $($(#[$doc])* $name),+ }

        impl Act {
            /// Every act.
            pub const ALL: &'static [Act] = &[$(Act::$name),+];

            /// The word the journal keeps.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Act::$name => $word),+ }
            }
        }
    };
}

acts! {
    /// A record was made.
    Create = "create",
    /// A record was changed.
    Update = "update",
    /// A step of a visit was closed: screened, planned, charted.
    Close = "close",
    /// A consent or a visit was signed.
    Sign = "sign",
    /// A consent was refused by the client.
    Refuse = "refuse",
    /// A consent was taken back by the client.
    Withdraw = "withdraw",
    /// A document was filed.
    File = "file",
    /// A finding was lifted by a prescriber.
    Lift = "lift",
    /// A prescriber approved the clinic's protocol.
    Approve = "approve",
    /// Something signed was added to or corrected.
    Amend = "amend",
    /// A visit was recorded under the wrong client and is moved, or marked.
    WrongClient = "wrong_client",
    /// The client's copy of a document was handed over.
    HandOver = "hand_over",
    /// A client's record was restricted.
    Restrict = "restrict",
    /// A restricted record was opened to everybody again.
    Unrestrict = "unrestrict",
    /// A restricted record was opened by somebody who said why.
    BreakGlass = "break_glass",
    /// A record was shown.
    Open = "open",
    /// A search has settled: a result was opened, or a second went by.
    Search = "search",
    /// A document was sent to a printer, with what became of it.
    Print = "print",
    /// A document was saved as a file.
    Save = "save",
    /// Records were exported.
    Export = "export",
    /// A backup was begun, or what became of it.
    Backup = "backup",
    /// The newest backup was opened where it lies, to prove that it can be restored from.
    Drill = "drill",
    /// A client's record is held beyond its retention.
    Hold = "hold",
    /// A hold was taken away.
    Release = "release",
    /// A client's record was erased.
    Erase = "erase",
    /// The vault was made from a backup.
    Restore = "restore",
    /// The whole vault was checked.
    Verify = "verify",
    /// The vault was unlocked.
    Unlock = "unlock",
    /// A wrong password was given.
    UnlockFailed = "unlock_failed",
    /// The vault was locked.
    Lock = "lock",
    /// A command was refused to somebody whose roles do not allow it.
    Denied = "denied",
    /// A password, a user's key or the recovery key was made, changed or taken away.
    Key = "key",
}

/// What a write has changed, so that the screen knows what to read again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Records with a new version, in the order they were put.
    pub records: Vec<Change>,
    /// Visits whose draft has changed.
    pub drafts: Vec<VisitId>,
}

/// One record with a new version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// What it is.
    pub entity: Entity,
    /// Its id.
    pub id: Uuid,
    /// Whose it is.
    pub client: Option<ClientId>,
    /// Its version now, from 1.
    pub version: u32,
}
