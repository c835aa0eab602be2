//! The window where there is no screen.

use std::io::Read;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use tempfile::TempDir;

use crate::{program, turn};

/// Longer, and whoever started it would think that it hangs.
const PATIENCE: Duration = Duration::from_secs(1);

#[test]
fn without_a_screen_it_says_at_once_what_to_do() -> anyhow::Result<()> {
    let _turn = turn();
    let folder = TempDir::new()?;
    let started = Instant::now();
    let mut window = Command::new(program("needlepoint")?)
        .arg("--vault")
        .arg(folder.path().join("vault"))
        .env("HOME", folder.path())
        // Without these two GTK has nowhere to look; an empty runtime folder hides a running Wayland from it.
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env("XDG_RUNTIME_DIR", folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()?;
    let status = loop {
        match window.try_wait()? {
            Some(status) => break status,
            None if started.elapsed() > PATIENCE => {
                window.kill()?;
                window.wait()?;
                bail!("it still runs after {PATIENCE:?} without a screen");
            }
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    };
    let mut said = String::new();
    window.stderr.take().context("standard error is kept")?.read_to_string(&mut said)?;
    assert_eq!(status.code(), Some(4), "a script must see that no window came (a signal has no code): {said}");
    assert!(said.contains("there is no screen"), "it says what is wrong: {said}");
    assert!(said.contains("needlepoint --help"), "it says what can be done: {said}");
    assert!(!said.contains("panicked"), "nothing broke, it was refused: {said}");
    assert!(!folder.path().join("vault").exists(), "no vault is begun that nobody can see");
    Ok(())
}
