//! What stands in the file of the program, and what it is linked to.

use std::path::Path;
use std::process::Command;

use anyhow::ensure;

use crate::program;

/// What only a build for tests listens to.
const PROBES: [&str; 4] =
    ["NEEDLEPOINT_PROBE_NOW", "NEEDLEPOINT_PROBE_FILE", "NEEDLEPOINT_PROBE_FILES", "NEEDLEPOINT_PROBE_TIMES"];

#[test]
fn the_window_keeps_the_vaults_symbols_to_itself() -> anyhow::Result<()> {
    let Some(symbols) = output_of("nm", &["-D", "--defined-only"], &program("needlepoint")?)? else { return Ok(()) };
    let leaked: Vec<&str> = symbols.lines().filter(|line| line.contains(" sqlite3_")).collect();
    assert!(leaked.is_empty(), "the web view would bind to SQLCipher in place of the system's SQLite: {leaked:?}");
    let Some(needed) = output_of("nm", &["-D", "--undefined-only"], &program("needlepoint")?)? else { return Ok(()) };
    assert!(needed.contains("gtk_"), "the list of symbols is the window's: without one this test sees nothing");
    assert!(!needed.contains(" sqlite3_"), "the vault's own SQLCipher is inside, not the system's SQLite");
    Ok(())
}

#[test]
fn the_shipped_program_knows_no_probe() -> anyhow::Result<()> {
    let (ships, steered) = (read(&program("needlepoint")?)?, read(&program("needlepoint-probe")?)?);
    for probe in PROBES {
        assert!(steered.contains(probe), "the program for tests listens to {probe}, so this search can find it");
        assert!(!ships.contains(probe), "whoever sets {probe} would steer the clinic's program");
    }
    Ok(())
}

#[test]
fn the_terminal_needs_no_web_view() -> anyhow::Result<()> {
    let Some(window) = output_of("ldd", &[], &program("needlepoint")?)? else { return Ok(()) };
    assert!(window.contains("libwebkit2gtk"), "the window is linked to the web view, so this search can find it");
    let Some(terminal) = output_of("ldd", &[], &program("needlepoint-cli")?)? else { return Ok(()) };
    for library in ["libwebkit", "libgtk", "libX11", "libsoup"] {
        assert!(!terminal.contains(library), "the nightly export runs on a server without {library}: {terminal}");
    }
    Ok(())
}

/// The file as text. What is no text becomes a mark that no name has in it.
fn read(program: &Path) -> anyhow::Result<String> {
    Ok(String::from_utf8_lossy(&std::fs::read(program)?).into_owned())
}

/// What `tool` says about `program`; nothing, and a line about it, where this computer has no such tool.
#[expect(clippy::print_stderr, reason = "a check that was left out says so")]
fn output_of(tool: &str, options: &[&str], program: &Path) -> anyhow::Result<Option<String>> {
    let Ok(said) = Command::new(tool).args(options).arg(program).output() else {
        eprintln!("skipped: {tool} is not installed");
        return Ok(None);
    };
    ensure!(said.status.success(), "{tool}: {}", String::from_utf8_lossy(&said.stderr));
    Ok(Some(String::from_utf8_lossy(&said.stdout).into_owned()))
}
