//! The one place where a failure gets its code for the screen and its words.

use fluent_bundle::FluentArgs;
use paper::PaperError;
use store::{Part, PasswordError, StoreError};

use crate::failure::{Failure, FieldProblem, WrongField};
use crate::host::PrintProblem;
use crate::keyring::KeyringProblem;
use crate::wire::{FailureCode, FailureView, FieldFailure};
use crate::words::Words;

impl Failure {
    /// The failure as the screen gets it.
    #[must_use]
    pub fn view(&self, words: &Words) -> FailureView {
        let (code, key) = self.code_and_key();
        let mut args = FluentArgs::new();
        self.name_values(&mut args);
        let fields = self.wrong_fields().iter().map(|field| field_view(field, words)).collect();
        let wait_s =
            if let Self::Store(StoreError::Throttled { seconds }) = self { u32::try_from(*seconds).ok() } else { None };
        FailureView { code, words: words.say(key, Some(&args)), fields, wait_s }
    }

    /// Key of its sentence, where the sentence names nothing: what a backup that failed is remembered by.
    pub(crate) fn key(&self) -> &'static str {
        self.code_and_key().1
    }

    fn wrong_fields(&self) -> Vec<WrongField> {
        if let Self::Fields(fields) = self {
            return fields.clone();
        }
        if let Self::Store(StoreError::Password(problem)) = self {
            return vec![WrongField::new("password", password_problem(problem))];
        }
        if let Self::Store(StoreError::RecoveryKey(_)) = self {
            return vec![WrongField::new("recovery_key", FieldProblem::RecoveryKey)];
        }
        Vec::new()
    }

    fn code_and_key(&self) -> (FailureCode, &'static str) {
        match self {
            Self::Locked => (FailureCode::Locked, "failure-locked"),
            Self::VaultExists => (FailureCode::Refused, "failure-vault-exists"),
            Self::WrongRole => (FailureCode::WrongRole, "failure-wrong-role"),
            Self::UnknownCommand | Self::Shape { .. } => (FailureCode::BadInput, "failure-shape"),
            Self::Restricted => (FailureCode::Restricted, "failure-restricted"),
            Self::Fields(_) => (FailureCode::BadInput, "failure-fields"),
            Self::Refused(refused) => (FailureCode::Refused, refused.reason.key()),
            Self::WrongSecret { tries_left: Some(_) } => (FailureCode::WrongSecret, "failure-wrong-pin"),
            Self::WrongSecret { tries_left: None } => (FailureCode::WrongSecret, "failure-wrong-password"),
            Self::NeedsCode => (FailureCode::NeedsCode, "failure-needs-code"),
            Self::Store(problem) => store_code_and_key(problem),
            Self::Paper(PaperError::MissingGlyph { .. }) => (FailureCode::Refused, "failure-no-glyph"),
            Self::Paper(_) | Self::Seal(_) => (FailureCode::Internal, "failure-paper"),
            Self::NoText { .. } => (FailureCode::Refused, "failure-no-text"),
            Self::Case(_) => (FailureCode::BadInput, "failure-case"),
            Self::Print(problem) => (FailureCode::PrinterFailed, print_key(*problem)),
            Self::Keyring(problem) => (FailureCode::Refused, keyring_key(*problem)),
            Self::File => (FailureCode::Internal, "failure-file"),
            Self::NoPictureReader => (FailureCode::Internal, "failure-no-picture-reader"),
            Self::Cancelled => (FailureCode::Cancelled, "failure-cancelled"),
            Self::Panicked => (FailureCode::Internal, "failure-panicked"),
        }
    }

    fn name_values(&self, args: &mut FluentArgs<'_>) {
        if let Self::Refused(refused) = self {
            set_all(args, &refused.args);
        }
        if let Self::WrongSecret { tries_left: Some(left) } | Self::Store(StoreError::WrongPin { tries_left: left }) =
            self
        {
            args.set("left", *left);
        }
        if let Self::Store(StoreError::Throttled { seconds }) = self {
            args.set("seconds", *seconds);
        }
        if let Self::Paper(PaperError::MissingGlyph { character }) = self {
            args.set("character", format!("{:04X}", u32::from(*character)));
        }
        if let Self::NoText { language } = self {
            args.set("language", language.clone());
        }
        if let Self::Fields(fields) = self {
            args.set("count", fields.len());
        }
    }
}

/// Key of the sentence for a print that was not taken.
pub(crate) const fn print_key(problem: PrintProblem) -> &'static str {
    match problem {
        PrintProblem::NoPrinter => "failure-no-printer",
        PrintProblem::NotInstalled => "failure-no-printing",
        PrintProblem::Refused => "failure-print-refused",
    }
}

/// Key of the sentence for a keyring that was of no use.
const fn keyring_key(problem: KeyringProblem) -> &'static str {
    match problem {
        KeyringProblem::Missing => "failure-no-keyring",
        KeyringProblem::Refused => "failure-keyring-refused",
        KeyringProblem::Forgot => "failure-keyring-forgot",
    }
}

fn store_code_and_key(problem: &StoreError) -> (FailureCode, &'static str) {
    match problem {
        StoreError::WrongPassword => (FailureCode::WrongSecret, "failure-wrong-password"),
        StoreError::DeviceSecretMissing => (FailureCode::Refused, "failure-device-secret"),
        StoreError::NoRecoveryKey => (FailureCode::Refused, "failure-no-recovery-key"),
        StoreError::Throttled { .. } => (FailureCode::Throttled, "failure-throttled"),
        StoreError::LockedOut => (FailureCode::WrongSecret, "failure-locked-out"),
        StoreError::NoPen => (FailureCode::Refused, "failure-no-pen"),
        StoreError::WrongPin { .. } => (FailureCode::WrongSecret, "failure-wrong-pin"),
        StoreError::WrongCode => (FailureCode::WrongSecret, "failure-wrong-code"),
        StoreError::PinVoid => (FailureCode::WrongSecret, "failure-pin-void"),
        StoreError::OldKeys => (FailureCode::Refused, "failure-old-keys"),
        StoreError::Password(_) | StoreError::RecoveryKey(_) => (FailureCode::BadInput, "failure-fields-one"),
        StoreError::AlreadyOpen => (FailureCode::AlreadyOpen, "failure-already-open"),
        StoreError::Busy => (FailureCode::Internal, "failure-busy"),
        StoreError::VaultIsNewer { .. } => (FailureCode::VaultIsNewer, "failure-vault-is-newer"),
        StoreError::NotAVault => (FailureCode::NoVault, "failure-no-vault"),
        StoreError::NotEmpty => (FailureCode::Refused, "failure-not-empty"),
        StoreError::OtherVault => (FailureCode::Refused, "failure-other-vault"),
        StoreError::Damaged(_) => (FailureCode::Damaged, "failure-damaged"),
        StoreError::BackupDamaged(part) => (FailureCode::Damaged, damaged_backup_key(*part)),
        StoreError::NotABackup => (FailureCode::NotFound, "failure-no-backup"),
        StoreError::NoBackupFolder => (FailureCode::NotFound, "failure-no-backup-folder"),
        StoreError::BackupInsideVault => (FailureCode::Refused, "failure-backup-inside-vault"),
        StoreError::Full => (FailureCode::DiskFull, "failure-disk-full"),
        StoreError::Conflict { .. } => (FailureCode::Conflict, "failure-conflict"),
        StoreError::SignedIsFinal => (FailureCode::Refused, "refused-visit-signed"),
        StoreError::NotFound => (FailureCode::NotFound, "failure-not-found"),
        StoreError::ReadOnly => (FailureCode::Internal, "failure-read-only"),
        StoreError::NotCanonical
        | StoreError::NoNumberLeft
        | StoreError::NoRandomness
        | StoreError::Io(_)
        | StoreError::Sql(_) => (FailureCode::Internal, "failure-store"),
    }
}

/// Key of the sentence for the part of a backup that is not what was written.
const fn damaged_backup_key(part: Part) -> &'static str {
    match part {
        Part::Manifest => "failure-backup-list",
        Part::Keys => "failure-backup-keys",
        Part::Database | Part::Record => "failure-backup-database",
        Part::Journal => "failure-backup-journal",
        Part::Media => "failure-backup-media",
    }
}

/// What is wrong with a chosen password, as a field says it.
pub(crate) fn password_problem(problem: &PasswordError) -> FieldProblem {
    match problem {
        PasswordError::TooShort => FieldProblem::PasswordShort,
        PasswordError::TooCommon => FieldProblem::PasswordCommon,
        PasswordError::Repetitive => FieldProblem::PasswordRepetitive,
        PasswordError::OnlyNames => FieldProblem::PasswordNames,
    }
}

fn field_view(field: &WrongField, words: &Words) -> FieldFailure {
    let mut args = FluentArgs::new();
    set_all(&mut args, &field.args);
    FieldFailure { path: field.path.clone(), words: words.say(field.problem.key(), Some(&args)) }
}

fn set_all(args: &mut FluentArgs<'_>, values: &[(&'static str, String)]) {
    for (name, value) in values {
        // A count has to be a number for its sentence to choose between one and many.
        match value.parse::<u32>() {
            Ok(count) if *name == "count" => args.set(*name, count),
            Ok(_) | Err(_) => args.set(*name, value.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use store::Part;

    use super::*;

    #[test]
    fn every_failure_is_a_sentence_that_says_what_to_do() {
        let words = Words::en_gb();
        let failures = [
            Failure::Locked,
            Failure::VaultExists,
            Failure::WrongRole,
            Failure::Restricted,
            Failure::UnknownCommand,
            Failure::Fields(Vec::new()),
            Failure::WrongSecret { tries_left: Some(2) },
            Failure::WrongSecret { tries_left: None },
            Failure::NeedsCode,
            Failure::Paper(PaperError::MissingGlyph { character: '中' }),
            Failure::Paper(PaperError::NoTitle),
            Failure::NoText { language: "eo".to_owned() },
            Failure::Print(PrintProblem::NoPrinter),
            Failure::Print(PrintProblem::NotInstalled),
            Failure::Print(PrintProblem::Refused),
            Failure::Keyring(KeyringProblem::Missing),
            Failure::Keyring(KeyringProblem::Refused),
            Failure::Keyring(KeyringProblem::Forgot),
            Failure::File,
            Failure::Cancelled,
            Failure::Panicked,
        ];
        let of_the_vault = [
            StoreError::WrongPassword,
            StoreError::DeviceSecretMissing,
            StoreError::NoRecoveryKey,
            StoreError::Throttled { seconds: 5 },
            StoreError::LockedOut,
            StoreError::WrongPin { tries_left: 1 },
            StoreError::WrongCode,
            StoreError::PinVoid,
            StoreError::OldKeys,
            StoreError::AlreadyOpen,
            StoreError::Busy,
            StoreError::VaultIsNewer { vault: 9, program: 7 },
            StoreError::NotAVault,
            StoreError::NotEmpty,
            StoreError::OtherVault,
            StoreError::Damaged(Part::Database),
            StoreError::BackupDamaged(Part::Manifest),
            StoreError::BackupDamaged(Part::Keys),
            StoreError::BackupDamaged(Part::Database),
            StoreError::BackupDamaged(Part::Journal),
            StoreError::BackupDamaged(Part::Media),
            StoreError::NotABackup,
            StoreError::NoBackupFolder,
            StoreError::BackupInsideVault,
            StoreError::Full,
            StoreError::Conflict { current: 2, based_on: 1 },
            StoreError::SignedIsFinal,
            StoreError::NotFound,
            StoreError::ReadOnly,
            StoreError::Sql(1),
        ];
        for failure in failures.into_iter().chain(of_the_vault.into_iter().map(Failure::Store)) {
            let sentence = crate::words::without_isolates(&failure.view(&words).words);
            assert!(sentence.ends_with('.') && sentence.contains(' '), "{failure:?} reads {sentence:?}");
        }
    }
}
