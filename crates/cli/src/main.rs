//! `needlepoint-cli`: the terminal without a web view.

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run(std::env::args_os().skip(1).collect())
}
