//! Why a command was refused. A failure is a value; the words for it are chosen in `failure_words` and nowhere else.
//!
//! Nothing here carries a word of a record: paths, counts, days and depths only.

use care::case::CaseError;
use paper::{PaperError, SealError};
use store::StoreError;

use crate::host::PrintProblem;
use crate::keyring::KeyringProblem;
use crate::print::kinds::LetterError;
use crate::print::no_text;

/// Why a command was refused.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Failure {
    /// The vault is locked.
    #[error("the vault is locked")]
    Locked,
    /// There is a vault in this folder already.
    #[error("there is a vault already")]
    VaultExists,
    /// The person's roles do not allow it.
    #[error("not in this role")]
    WrongRole,
    /// There is no such command.
    #[error("no such command")]
    UnknownCommand,
    /// The request is not of the command's shape.
    #[error("the request is not of the command's shape at {path}")]
    Shape {
        /// The first wrong place.
        path: String,
    },
    /// The client's record is restricted, and nobody has said in this sitting why it has to be seen.
    #[error("the record is restricted")]
    Restricted,
    /// Fields are wrong, all of them at once.
    #[error("{} fields are wrong", .0.len())]
    Fields(Vec<WrongField>),
    /// A rule of the product says no.
    #[error("refused: {}", .0.reason.key())]
    Refused(Refused),
    /// The PIN or password is wrong, with tries left until the PIN is forgotten.
    #[error("wrong PIN or password")]
    WrongSecret {
        /// Tries left; `None` for a password.
        tries_left: Option<u8>,
    },
    /// The act waits for a code of the second factor.
    #[error("a code is needed")]
    NeedsCode,
    /// The vault says no.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The page could not be set.
    #[error(transparent)]
    Paper(#[from] PaperError),
    /// The page could not be sealed.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// A text is missing in the language asked for.
    #[error("no text in this language")]
    NoText {
        /// Language, as a BCP 47 tag.
        language: String,
    },
    /// The record makes a case the rules cannot read.
    #[error("the record makes no readable case: {0}")]
    Case(#[from] CaseError),
    /// The printing system says no.
    #[error(transparent)]
    Print(#[from] PrintProblem),
    /// The keyring of this computer was of no use.
    #[error(transparent)]
    Keyring(#[from] KeyringProblem),
    /// A file could not be written where the person wanted it.
    #[error("the file could not be written")]
    File,
    /// The process that reads foreign pictures could not be started.
    #[error("no reader of pictures")]
    NoPictureReader,
    /// The person closed a dialog.
    #[error("the dialog was closed")]
    Cancelled,
    /// The program failed inside. Nothing was written.
    #[error("the program failed inside")]
    Panicked,
}

/// A field that is wrong, with what its sentence names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongField {
    /// Path inside the request.
    pub path: String,
    /// What is wrong with it.
    pub problem: FieldProblem,
    /// What the sentence names.
    pub args: Vec<(&'static str, String)>,
}

impl WrongField {
    /// A field whose sentence names nothing.
    pub fn new(path: impl Into<String>, problem: FieldProblem) -> Self {
        Self { path: path.into(), problem, args: Vec::new() }
    }

    /// A field whose sentence names one value.
    pub fn naming(path: impl Into<String>, problem: FieldProblem, name: &'static str, value: impl ToString) -> Self {
        Self { path: path.into(), problem, args: vec![(name, value.to_string())] }
    }
}

/// A rule of the product that said no, with what its sentence names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Which rule.
    pub reason: Refusal,
    /// What the sentence names.
    pub args: Vec<(&'static str, String)>,
}

macro_rules! worded {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $key:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $($(#[$doc])* $variant),+ }

        impl $name {
            /// Every one, so that a test can ask each for its words.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Key of its sentence.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key),+ }
            }
        }
    };
}

worded! {
    /// What can be wrong with a field.
    FieldProblem {
        /// Nothing was typed.
        Empty = "field-empty",
        /// Longer than the field holds.
        TooLong = "field-too-long",
        /// No such day.
        NoSuchDay = "field-no-such-day",
        /// A birth date after today.
        BornInFuture = "field-born-in-future",
        /// A birth date more than 120 years ago.
        BornTooLongAgo = "field-born-too-long-ago",
        /// A day after today where only the past makes sense.
        InFuture = "field-in-future",
        /// A time before the paper was printed.
        BeforePrinted = "field-before-printed",
        /// A signature on paper from before the client said no to the same.
        BeforeRefusal = "field-before-refusal",
        /// A clock time that is not one.
        NoSuchTime = "field-no-such-time",
        /// A phototype outside 1 to 6.
        Phototype = "field-phototype",
        /// A number outside its range.
        OutOfRange = "field-out-of-range",
        /// A time zone nobody knows.
        TimeZone = "field-time-zone",
        /// A word that is not one of a list.
        NotOneOf = "field-not-one-of",
        /// No zone was chosen.
        NoZone = "field-no-zone",
        /// No depth was chosen for a needled zone.
        NoDepth = "field-no-depth",
        /// The strength of a peel is missing.
        NoStrength = "field-no-strength",
        /// A guardian is needed.
        NoGuardian = "field-no-guardian",
        /// A PIN of the wrong shape.
        PinShape = "field-pin-shape",
        /// A password that is too short.
        PasswordShort = "field-password-short",
        /// A password everybody tries first.
        PasswordCommon = "field-password-common",
        /// A password of a few characters over and over.
        PasswordRepetitive = "field-password-repetitive",
        /// A password of nothing but names and figures.
        PasswordNames = "field-password-names",
        /// A recovery group that is not the one shown.
        RecoveryGroup = "field-recovery-group",
        /// A recovery key that cannot be read.
        RecoveryKey = "field-recovery-key",
        /// A password that is not that person's.
        NotTheirPassword = "field-not-their-password",
        /// A lot is missing.
        NoLot = "field-no-lot",
        /// The item's last day of use is over.
        Expired = "field-expired",
        /// A reason is missing.
        NoReason = "field-no-reason",
        /// The cap of a zone is exceeded.
        AboveCap = "field-above-cap",
        /// A person without a role.
        NoRole = "field-no-role",
        /// The role for a timer together with another.
        AutomationAlone = "field-automation-alone",
        /// The new password is the one so far.
        PasswordSame = "field-password-same",
        /// No head as a document carries it.
        PrintedHead = "field-printed-head",
        /// A reason that is too short to be one.
        ReasonShort = "field-reason-short",
        /// A second folder inside the vault, or not named by its full path.
        SecondFolder = "field-second-folder",
        /// Nothing a clinic may set.
        NoSuchSetting = "field-no-such-setting",
        /// A day an extension cannot end on.
        OutsideExtension = "field-outside-extension",
        /// A number no client has.
        NoSuchNumber = "field-no-such-number",
        /// Another number than the client's.
        OtherNumber = "field-other-number",
    }
}

worded! {
    /// Rules of the product that can say no.
    Refusal {
        /// The visit is signed; only addenda.
        VisitSigned = "refused-visit-signed",
        /// Platelet-rich plasma is outside the person's scope.
        OutsideScopePrp = "refused-outside-scope-prp",
        /// What is on prescription is outside the person's scope.
        OutsideScopePrescription = "refused-outside-scope-prescription",
        /// The visit was closed without treatment.
        VisitClosed = "refused-visit-closed",
        /// Something was charted already.
        VisitBegun = "refused-visit-begun",
        /// The visit is not signed yet.
        VisitNotSigned = "refused-visit-not-signed",
        /// The questions are not closed.
        ScreeningOpen = "refused-screening-open",
        /// Mandatory questions are unanswered.
        Unanswered = "refused-unanswered",
        /// There is no earlier screening to copy.
        NothingToCopy = "refused-nothing-to-copy",
        /// The plan has no components.
        NoPlan = "refused-no-plan",
        /// The rules stop the plan as it is.
        Stopped = "refused-stopped",
        /// Nothing lifts this finding.
        CannotBeLifted = "refused-cannot-be-lifted",
        /// There is no such finding.
        NoSuchFinding = "refused-no-such-finding",
        /// There is no valid consent for what is planned.
        NoConsent = "refused-no-consent",
        /// The consent is signed already.
        ConsentSigned = "refused-consent-signed",
        /// The text has changed since it was shown.
        TextChanged = "refused-text-changed",
        /// Initials are missing.
        InitialsMissing = "refused-initials-missing",
        /// The signature is empty.
        SignatureMissing = "refused-signature-missing",
        /// A reason is needed to treat before the cooling-off time is over.
        SameDayReason = "refused-same-day-reason",
        /// The client has not agreed to an electronic record.
        ElectronicMissing = "refused-electronic-missing",
        /// A typed name or a mark without a witness.
        WitnessMissing = "refused-witness-missing",
        /// The client reads another language, and nobody has said the text in it.
        InterpreterMissing = "refused-interpreter-missing",
        /// A client who is not of age without a guardian on record.
        GuardianMissing = "refused-guardian-missing",
        /// The witness is the practitioner, or cannot sign.
        NoWitness = "refused-no-witness",
        /// The consent does not hold any more.
        NotStanding = "refused-not-standing",
        /// The client's copy was given already.
        CopyGiven = "refused-copy-given",
        /// The visit belongs to that client already.
        SameClient = "refused-same-client",
        /// The right client has a visit that is being worked on.
        HasOpenVisit = "refused-has-open-visit",
        /// The visit was marked as the wrong client's already.
        AlreadyMarked = "refused-already-marked",
        /// How the client was identified is missing.
        IdentityMissing = "refused-identity-missing",
        /// Something the signature waits for.
        NotComplete = "refused-not-complete",
        /// The treatment is not finished.
        NotFinished = "refused-not-finished",
        /// The sheet that was shown is no longer there.
        SheetGone = "refused-sheet-gone",
        /// The paper that was shown is no longer there, or says what is no longer so.
        PaperGone = "refused-paper-gone",
        /// What the paper is about is not there.
        PaperEmpty = "refused-paper-empty",
        /// Conflicts of the instructions were not acknowledged.
        ConflictsUnread = "refused-conflicts-unread",
        /// The possible duplicates were not answered.
        PossibleDuplicate = "refused-possible-duplicate",
        /// There is nothing to undo.
        NothingToUndo = "refused-nothing-to-undo",
        /// There is no earlier visit to copy from.
        NoEarlierVisit = "refused-no-earlier-visit",
        /// Zones of the plan are not charted yet.
        SheetEarly = "refused-sheet-early",
        /// The clinic has no number a client can call.
        NoNumberToCall = "refused-no-number-to-call",
        /// A new version would be the same as the latest.
        NothingChanged = "refused-nothing-changed",
        /// Another version waits for approval than the one that was named.
        OtherProposal = "refused-other-proposal",
        /// Nobody would be left who administers.
        LastAdmin = "refused-last-admin",
        /// One's own key is not taken away or replaced by oneself.
        NotOneself = "refused-not-oneself",
        /// A password for one use opens nothing but the choice of another.
        PasswordForOneUse = "refused-password-for-one-use",
        /// A code came before a secret was drawn.
        NoCodeDrawn = "refused-no-code-drawn",
        /// The person for a timer came to a window.
        TerminalOnly = "refused-terminal-only",
        /// A prescriber stands behind the rules already, and nothing waits.
        NothingToApprove = "refused-nothing-to-approve",
        /// The client's record is restricted already.
        AlreadyRestricted = "refused-already-restricted",
        /// The client's record is open to everybody.
        NotRestricted = "refused-not-restricted",
        /// The photo or scan was withdrawn.
        MediaWithdrawn = "refused-media-withdrawn",
        /// Pages are missing, doubled, foreign or not read.
        SignedPagesOpen = "refused-signed-pages-open",
        /// The signed pages of the document are filed.
        SignedPagesFiled = "refused-signed-pages-filed",
        /// Nobody signs this paper.
        NotToBeSigned = "refused-not-to-be-signed",
        /// The file that waited is no longer there.
        FileGone = "refused-file-gone",
        /// A photo was to be put to another client's visit.
        OtherClientsVisit = "refused-other-clients-visit",
        /// No photo of the client may be used for this.
        NoPhotoAllowed = "refused-no-photo-allowed",
        /// The request for a copy is answered.
        AnsweredAlready = "refused-answered-already",
        /// The day to answer was put off already.
        ExtendedAlready = "refused-extended-already",
        /// The record was not exported since the request came in.
        NotExportedYet = "refused-not-exported-yet",
        /// The record is held already.
        HeldAlready = "refused-held-already",
        /// The record is not held.
        NotHeld = "refused-not-held",
        /// Something keeps the record from being erased.
        RecordHeld = "refused-record-held",
        /// The record is to be kept longer.
        RetentionNotOver = "refused-retention-not-over",
    }
}

impl From<LetterError> for Failure {
    fn from(problem: LetterError) -> Self {
        match problem {
            LetterError::Text(missing) => no_text(missing),
            LetterError::NoNumberToCall => Refusal::NoNumberToCall.failure(),
            LetterError::Empty { .. } => Refusal::PaperEmpty.failure(),
        }
    }
}

impl Failure {
    /// What was refused for a password or PIN typed at the desk.
    pub(crate) fn of_secret(problem: StoreError) -> Self {
        if let StoreError::WrongPin { tries_left } = problem {
            return Self::WrongSecret { tries_left: Some(tries_left) };
        }
        if problem == StoreError::WrongPassword { Self::WrongSecret { tries_left: None } } else { problem.into() }
    }
}

impl Refusal {
    /// The refusal as a failure whose sentence names nothing.
    #[must_use]
    pub fn failure(self) -> Failure {
        Failure::Refused(Refused { reason: self, args: Vec::new() })
    }

    /// The refusal as a failure whose sentence names one value.
    #[must_use]
    pub fn naming(self, name: &'static str, value: impl ToString) -> Failure {
        Failure::Refused(Refused { reason: self, args: vec![(name, value.to_string())] })
    }
}
