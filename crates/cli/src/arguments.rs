//! What can be typed.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand};

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

/// Which vault, and who.
#[derive(Debug, Args)]
pub(crate) struct At {
    /// Folder of the vault. The platform's own data folder if it is not given.
    #[arg(long, value_name = "DIR")]
    pub(crate) vault: Option<PathBuf>,
    /// Who signs in; needed when the vault has several users.
    #[arg(long, value_name = "NAME")]
    pub(crate) user: Option<String>,
    /// File whose first line is the password. A password is never an argument and never in the environment.
    #[arg(long, value_name = "FILE")]
    pub(crate) password_file: Option<PathBuf>,
}
