//! The terminal host: the clinic's own automation, and checking without the window.
//!
//! Everything that touches the vault goes through the same door as the window. What a person reads goes to standard
//! error, what a program reads to standard output. Every failure is one plain sentence.

mod arguments;
mod assess;
mod backups;
mod calc;
mod failure;
mod init;
mod journal;
mod json;
mod os_keyring;
mod protocol;
mod records;
mod sample;
mod scan;
mod seals;
mod signed_consent;
mod terminal;

use std::ffi::OsString;
use std::io::Write as _;
use std::process::ExitCode;

use care::barcode::Reading;
use clap::Parser as _;

use arguments::{Arguments, ClientCommand, Command, DocumentCommand};
use failure::{CliFailure, Exit};
use json::Format;

pub use os_keyring::OsKeyring;

/// Names of the subcommands, so that the window's binary knows when it is called as a terminal.
pub const COMMANDS: &[&str] = &[
    "assess", "backup", "calc", "client", "document", "export", "init", "journal", "protocol", "restore", "sample",
    "scan", "verify",
];

/// Runs the terminal with `arguments`, the program's own name not among them.
#[must_use]
pub fn run(arguments: Vec<OsString>) -> ExitCode {
    if let [command, purpose] = arguments.as_slice()
        && command == desk::PICTURE_WORKER_COMMAND
    {
        return read_picture(purpose);
    }
    let named = std::iter::once(OsString::from("needlepoint-cli")).chain(arguments);
    let parsed = match Arguments::try_parse_from(named) {
        Ok(parsed) => parsed,
        Err(problem) => {
            // Help and version go to standard output, mistakes to standard error; nothing can be done if that fails.
            let _ = problem.print();
            return if problem.use_stderr() { Exit::WrongInput.into() } else { Exit::Done.into() };
        }
    };
    match answer(parsed) {
        Ok(Answer::Text(text)) => print(text.as_bytes()),
        Ok(Answer::No(text)) => match print(text.as_bytes()) {
            done if done == ExitCode::SUCCESS => Exit::No.into(),
            failed => failed,
        },
        Ok(Answer::Nothing) => Exit::Done.into(),
        Err(failure) => {
            let _ = writeln!(std::io::stderr(), "{}", failure.words);
            failure.exit.into()
        }
    }
}

/// What this program starts itself for: reading one foreign picture, confined. Nobody types it.
fn read_picture(purpose: &OsString) -> ExitCode {
    match desk::work_as_picture_reader(&purpose.to_string_lossy()) {
        Ok(()) => Exit::Done.into(),
        Err(_) => Exit::MachineFailed.into(),
    }
}

/// What a command has to say.
enum Answer {
    /// For standard output.
    Text(String),
    /// For standard output, and the answer is no.
    No(String),
    /// Everything was said already.
    Nothing,
}

fn answer(arguments: Arguments) -> Result<Answer, CliFailure> {
    match arguments.command {
        Command::Assess { case } => assess::assess(&case).map(Answer::Text),
        Command::Backup { at, json, to } => backups::back_up(&at, format_of(json), to),
        Command::Restore { backup, into, by } => backups::restore(backup, into, &by),
        Command::Verify { path, json, by } => backups::verify(&path, format_of(json), &by),
        Command::Calc { command } => calc::calc(command).map(Answer::Text),
        Command::Scan { strict, on, text } => {
            let reading = if strict { Reading::Strict } else { Reading::Forgiving };
            scan::scan(&text, reading, on).map(Answer::Text)
        }
        Command::Client { at, command: ClientCommand::Search { words } } => {
            records::search_clients(&at, &words).map(Answer::Text)
        }
        Command::Client { at, command: ClientCommand::Show { id } } => records::show_client(&at, &id).map(Answer::Text),
        Command::Document { at, command: DocumentCommand::List { client } } => {
            records::list_documents(&at, &client).map(Answer::Text)
        }
        Command::Document { at, command: DocumentCommand::Get { id, out } } => {
            records::get_document(&at, &id, &out).map(|()| Answer::Nothing)
        }
        Command::Init { at, clinic, json } => init::init(&at, &clinic, format_of(json)).map(|()| Answer::Nothing),
        Command::Sample { at, size, json } => sample::sample(&at, &size, format_of(json)).map(|()| Answer::Nothing),
        Command::Journal { at, arguments } => journal::run(&at, &arguments).map(Answer::Text),
        Command::Protocol { at, json, command } => protocol::run(&at, format_of(json), &command).map(Answer::Text),
        Command::Export { at, client, out } => records::export_client(&at, &client, out).map(Answer::Text),
    }
}

fn format_of(json: bool) -> Format {
    if json { Format::Json } else { Format::Words }
}

fn print(text: &[u8]) -> ExitCode {
    let mut out = std::io::stdout().lock();
    match out.write_all(text).and_then(|()| out.write_all(b"\n")).and_then(|()| out.flush()) {
        Ok(()) => Exit::Done.into(),
        Err(_) => Exit::MachineFailed.into(),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn every_command_that_can_be_typed_is_known_to_the_window() {
        let command = Arguments::command();
        let mut typed: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
        typed.sort_unstable();
        assert_eq!(typed, COMMANDS, "the window's own binary answers to the same names");
    }
}
