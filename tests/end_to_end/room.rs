//! A treatment room for one test: a screen that nobody sees, a home folder, a printer, and a window when it is opened.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::Context;
use tempfile::TempDir;

use crate::app::App;
use crate::printer::Printer;

/// Windows share processors and fonts' caches; side by side they would only slow each other into timeouts.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// When the tests take place.
const NOW: &str = "2026-11-20T09:12:00Z";

/// Everything around the window. Gone when it is dropped.
pub(crate) struct Room {
    screen: Child,
    display: String,
    folder: TempDir,
    printer: Printer,
    _turn: MutexGuard<'static, ()>,
}

impl Room {
    /// Sets up a room.
    pub(crate) fn set_up() -> anyhow::Result<Self> {
        let turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        let folder = TempDir::with_prefix("room-")?;
        for part in ["home", "runtime", "programs", "printed", "came-back"] {
            std::fs::create_dir(folder.path().join(part))?;
        }
        let printer = Printer::put_into(&folder.path().join("programs"), &folder.path().join("printed"))?;
        let (screen, display) = start_screen(folder.path())?;
        Ok(Self { screen, display, folder, printer, _turn: turn })
    }

    /// Opens the window at this room's vault.
    pub(crate) fn open_window(&self) -> anyhow::Result<App> {
        let program = journeys::program("needlepoint-probe").map_err(anyhow::Error::msg)?;
        let port = free_port()?;
        let driver = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .env("DISPLAY", &self.display)
            .env_remove("WAYLAND_DISPLAY")
            .env("HOME", self.path("home"))
            .env("XDG_RUNTIME_DIR", self.path("runtime"))
            .env("XDG_DATA_HOME", self.path("home/data"))
            .env("XDG_CACHE_HOME", self.path("home/cache"))
            .env("XDG_CONFIG_HOME", self.path("home/config"))
            .env("PATH", self.programs_first()?)
            .env("NO_AT_BRIDGE", "1")
            .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("NEEDLEPOINT_PROBE_NOW", NOW)
            .env("NEEDLEPOINT_PROBE_FILE", self.chosen_file())
            .env("NEEDLEPOINT_PROBE_FILES", self.chosen_files())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("WebKitWebDriver does not start: run `make packages-to-test`")?;
        App::open(driver, port, &program, &self.vault(), &self.path("Xvfb_screen0"))
    }

    /// Folder of the vault.
    pub(crate) fn vault(&self) -> PathBuf {
        self.path("vault")
    }

    /// What every save dialog answers in this room.
    pub(crate) fn chosen_file(&self) -> PathBuf {
        self.path("chosen.zip")
    }

    /// Folder of what every dialog for opening files answers in this room.
    pub(crate) fn chosen_files(&self) -> PathBuf {
        self.path("came-back")
    }

    /// The printer in the corner.
    pub(crate) fn printer(&self) -> &Printer {
        &self.printer
    }

    fn path(&self, part: &str) -> PathBuf {
        self.folder.path().join(part)
    }

    fn programs_first(&self) -> anyhow::Result<std::ffi::OsString> {
        let usual = std::env::var_os("PATH").unwrap_or_default();
        let all = std::iter::once(self.path("programs")).chain(std::env::split_paths(&usual));
        Ok(std::env::join_paths(all)?)
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.screen.kill();
        let _ = self.screen.wait();
    }
}

/// Starts a screen as large as a treatment room's computer and waits until it says its number.
fn start_screen(folder: &Path) -> anyhow::Result<(Child, String)> {
    let mut screen = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-fbdir"])
        .arg(folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .context("Xvfb does not start: run `make packages-to-test`")?;
    let said = screen.stdout.take().context("Xvfb has no output")?;
    let mut number = String::new();
    BufReader::new(said).read_line(&mut number)?;
    Ok((screen, format!(":{}", number.trim())))
}

fn free_port() -> anyhow::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// Where pictures and papers are left for people to look at.
pub(crate) fn out() -> anyhow::Result<PathBuf> {
    let folder = journeys::project().join("out");
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Copies a paper into `out/`.
pub(crate) fn leave(file: &Path, name: &str) -> anyhow::Result<()> {
    std::fs::copy(file, out()?.join(name)).with_context(|| format!("copying {name}"))?;
    Ok(())
}
