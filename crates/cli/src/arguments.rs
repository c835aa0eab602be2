//! What can be typed.

mod calc;
mod first_run;

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand};

pub(crate) use calc::{CalcCommand, CreamArguments, PlasmaArguments};
pub(crate) use first_run::{ClinicArguments, SampleArguments};

/// Needlepoint at the terminal: what may be done today, records, documents and exports, without a window.
#[derive(Debug, Parser)]
#[command(name = "needlepoint-cli", version, propagate_version = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read one case and print one verdict as JSON. Needs no vault.
    Assess {
        /// The case's file; `-` reads standard input.
        case: PathBuf,
    },
    /// Make a backup. It is reported once it was opened again and found whole.
    Backup {
        #[command(flatten)]
        at: At,
        /// Answer as JSON.
        #[arg(long)]
        json: bool,
        /// Folder for backups, on another disk. It must be there.
        #[arg(long, value_name = "DIR")]
        to: PathBuf,
    },
    /// Make a vault from a backup, after all of the backup was checked.
    Restore {
        /// Folder of one backup, or a folder of backups: then the newest.
        backup: PathBuf,
        /// Folder of the new vault. Nothing may be in it.
        #[arg(long, value_name = "DIR")]
        into: PathBuf,
        #[command(flatten)]
        by: Opener,
    },
    /// Check a vault, a backup, a signed consent or a sealed PDF: whole, or damaged and where (exit 1).
    Verify {
        /// Folder of a vault, of one backup, or of backups: then the newest. Or a PDF, or the file of a signed consent,
        /// which need no vault and no password.
        path: PathBuf,
        /// Answer as JSON.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        by: Opener,
    },
    /// Work out a number and print it as JSON, with its unit and source. Needs no vault.
    Calc {
        #[command(subcommand)]
        command: CalcCommand,
    },
    /// Read one barcode and print what it says as JSON. Needs no vault.
    Scan {
        /// Take only what is read as it stands; nothing a scanner did is undone.
        #[arg(long)]
        strict: bool,
        /// The day it is judged against, YYYY-MM-DD; today if it is not given.
        #[arg(long, value_name = "DAY")]
        on: Option<NaiveDate>,
        /// The text, as the scanner read it or typed with brackets; `-` reads standard input.
        text: String,
    },
    /// Find or show clients.
    Client {
        #[command(flatten)]
        at: At,
        #[command(subcommand)]
        command: ClientCommand,
    },
    /// List filed documents, or get one byte for byte.
    Document {
        #[command(flatten)]
        at: At,
        #[command(subcommand)]
        command: DocumentCommand,
    },
    /// Make a new vault and print its recovery key once.
    Init {
        #[command(flatten)]
        at: At,
        #[command(flatten)]
        clinic: ClinicArguments,
        /// Answer as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Show, compare, change or approve the clinic's protocol.
    Protocol {
        #[command(flatten)]
        at: At,
        /// Answer as JSON.
        #[arg(long, global = true)]
        json: bool,
        #[command(subcommand)]
        command: ProtocolCommand,
    },
    /// Make a new vault with a made-up clinic in it, to try and to measure with. Nobody in it exists.
    Sample {
        #[command(flatten)]
        at: At,
        #[command(flatten)]
        size: SampleArguments,
        /// Answer as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Show what was done and by whom, newest first, or check that nothing of it is missing.
    Journal {
        #[command(flatten)]
        at: At,
        #[command(flatten)]
        arguments: JournalArguments,
    },
    /// Export one client's record as a ZIP with a manifest of SHA-256 sums.
    Export {
        #[command(flatten)]
        at: At,
        /// Id of the client.
        #[arg(long)]
        client: String,
        /// Where to write the ZIP.
        #[arg(long)]
        out: PathBuf,
    },
}

/// Which entries, and how they are written.
#[derive(Debug, Args)]
pub(crate) struct JournalArguments {
    /// Only what is about this client: who opened the file, changed it, took something out of it.
    #[arg(long, value_name = "ID")]
    pub(crate) client: Option<String>,
    /// Only from this day or local time on, YYYY-MM-DD or YYYY-MM-DDTHH:MM.
    #[arg(long, value_name = "T")]
    pub(crate) since: Option<String>,
    /// Only up to this day, whole, YYYY-MM-DD.
    #[arg(long, value_name = "DAY")]
    pub(crate) until: Option<String>,
    /// Only what this person did: the whole name, or the id.
    #[arg(long, value_name = "NAME")]
    pub(crate) by: Option<String>,
    /// Only this act, as the JSON answer names it: open, print, export, sign.
    #[arg(long, value_name = "ACT")]
    pub(crate) act: Option<String>,
    /// Answer as JSON.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[command(subcommand)]
    pub(crate) command: Option<JournalCommand>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum JournalCommand {
    /// Check every entry, and hold the newest against the second folder and what printed documents say.
    Verify {
        /// A journal head from the foot of a printed document, for example 217-0123456789abcdef.
        #[arg(long = "head", value_name = "HEAD")]
        heads: Vec<String>,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum ProtocolCommand {
    /// Everything the clinic may set: what is in force, what ships, what is allowed, and where it comes from.
    Show,
    /// The rows of the shipped content with their sources and status, for a clinician to review. Needs no vault.
    Rows {
        /// Id of one row, shown in full: `ci.pregnant`, `w.peel_s`, `rk.pih`. Every row if it is left out.
        id: Option<String>,
    },
    /// Only what differs from the shipped rules, and what waits for approval.
    Diff,
    /// Write down a new version. It counts once a prescriber has approved it.
    Set {
        /// Settings as ID=VALUE, for example `w.peel_s=28`; the value `shipped` takes the shipped one again.
        #[arg(required = true, value_name = "ID=VALUE")]
        settings: Vec<String>,
        /// Why.
        #[arg(long)]
        reason: String,
    },
    /// Put your name as a prescriber under the version that waits, or under the shipped rules as they are.
    Approve {
        /// Number of the version that waits; leave it out to approve the rules in force.
        number: Option<u32>,
        /// Why.
        #[arg(long)]
        reason: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum ClientCommand {
    /// Find clients by name, birth date, phone or number.
    Search {
        /// What to look for.
        words: String,
    },
    /// Show one client's record as JSON.
    Show {
        /// Id of the client.
        id: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum DocumentCommand {
    /// List a client's filed documents as JSON.
    List {
        /// Id of the client.
        #[arg(long)]
        client: String,
    },
    /// Write a filed PDF, byte for byte.
    Get {
        /// Id of the document.
        id: String,
        /// Where to write it.
        #[arg(long)]
        out: PathBuf,
    },
}

/// Who opens a backup, and with what.
#[derive(Debug, Args)]
pub(crate) struct Opener {
    /// Who signs in; needed when there are several users.
    #[arg(long, value_name = "NAME")]
    pub(crate) user: Option<String>,
    /// File whose first line is the password, as it was when the backup was made.
    #[arg(long, value_name = "FILE")]
    pub(crate) password_file: Option<PathBuf>,
    /// File whose first line is the recovery key, instead of a password; for backups only.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["user", "password_file"])]
    pub(crate) recovery_key_file: Option<PathBuf>,
}

/// Which vault, and who.
#[derive(Debug, Args)]
pub(crate) struct At {
    /// Folder of the vault. The platform's own data folder if it is not given.
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) vault: Option<PathBuf>,
    /// Who signs in; needed when the vault has several users.
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) user: Option<String>,
    /// File whose first line is the password. A password is never an argument and never in the environment.
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) password_file: Option<PathBuf>,
}
