//! The window of Needlepoint: a web view around the desk, with printing and the save dialog of this computer.
//!
//! Nothing is decided here. What the first argument asks of the terminal is handed to the terminal.

#[cfg(not(target_os = "linux"))]
compile_error!("the window is written for Linux; printing and dialogs of other systems are not there yet");

mod backups;
mod computer;
mod dropped;
mod idle;
mod launch;
mod lp;
mod pdf;
mod photo;
#[cfg(feature = "probe")]
mod probe;
mod rpc;
mod save_dialog;
mod surroundings;
mod viewer;
mod window;

use std::io::Write;
use std::process::ExitCode;

use launch::Launch;

/// The machine failed: the exit code of the terminal commands for it.
const MACHINE_FAILED: u8 = 4;

fn main() -> ExitCode {
    surroundings::settle();
    let done = match launch::read_arguments(std::env::args_os().skip(1)) {
        Launch::Window { vault_folder } => window::open(vault_folder),
        Launch::Terminal(arguments) => return cli::run(arguments),
        Launch::Unclear(words) => Err(words),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(words) => {
            // Nothing is left to do if standard error is closed.
            let _ = writeln!(std::io::stderr(), "needlepoint: {words}");
            ExitCode::from(MACHINE_FAILED)
        }
    }
}
