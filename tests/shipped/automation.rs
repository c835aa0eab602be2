//! Automation of the web view: any program of the same user could read the screen through it.

use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use fantoccini::ClientBuilder;
use fantoccini::wd::Capabilities;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tempfile::TempDir;

use crate::{program, turn};

/// How long the driver may take to listen.
const TO_LISTEN: Duration = Duration::from_secs(3);
/// How long the program for tests may take to give itself into the driver's hands; it needs about one second.
const TO_OBEY: Duration = Duration::from_secs(10);

#[test]
fn nobody_can_steer_the_shipped_window() -> anyhow::Result<()> {
    if !["WebKitWebDriver", "Xvfb"].into_iter().all(is_installed) {
        eprintln!("skipped: WebKitWebDriver or Xvfb is not installed");
        return Ok(());
    }
    let _turn = turn();
    let steered = is_steered(&program("needlepoint-probe")?, TO_OBEY)?;
    let needed = steered.context("the program for tests must obey, or this test sees nothing")?;
    // Three times what the other one needed on this computer: a session creation that is ignored never answers.
    let obeyed = is_steered(&program("needlepoint")?, (needed * 3).clamp(Duration::from_secs(3), TO_OBEY))?;
    assert!(obeyed.is_none(), "TAURI_WEBVIEW_AUTOMATION opened the clinic's window to any program: {obeyed:?}");
    Ok(())
}

/// How long it took until `program` was in the driver's hands, if it came to that within `patience`.
fn is_steered(program: &Path, patience: Duration) -> anyhow::Result<Option<Duration>> {
    let folder = TempDir::with_prefix("steered-")?;
    let mut screen = Running::start(Command::new("Xvfb").args([
        "-displayfd",
        "1",
        "-screen",
        "0",
        "1366x768x24",
        "-nolisten",
        "tcp",
    ]))?;
    let display = screen.first_line()?;
    let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
    let _driver = Running::start(
        Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .env("DISPLAY", format!(":{display}"))
            .env_remove("WAYLAND_DISPLAY")
            .env("HOME", folder.path())
            .env("XDG_RUNTIME_DIR", folder.path())
            .env("NO_AT_BRIDGE", "1")
            .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
            .env("TAURI_WEBVIEW_AUTOMATION", "true"),
    )?;
    wait_until_it_listens(port)?;
    let options = json!({ "binary": program, "args": ["--vault", folder.path().join("vault")] });
    let wanted = Capabilities::from_iter([("webkitgtk:browserOptions".to_owned(), options)]);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let asked = Instant::now();
    runtime.block_on(async {
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(wanted);
        match tokio::time::timeout(patience, builder.connect(&format!("http://127.0.0.1:{port}"))).await {
            Ok(Ok(client)) => {
                let needed = asked.elapsed();
                client.close().await?;
                Ok(Some(needed))
            }
            // Refused, or never answered.
            Ok(Err(_)) | Err(_) => Ok(None),
        }
    })
}

fn wait_until_it_listens(port: u16) -> anyhow::Result<()> {
    let started = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        if started.elapsed() > TO_LISTEN {
            bail!("WebKitWebDriver does not listen");
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    Ok(())
}

fn is_installed(program: &str) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).any(|folder| folder.join(program).is_file())
}

/// A program that ends with the test. A window ends with its screen.
struct Running(Child);

impl Running {
    fn start(command: &mut Command) -> anyhow::Result<Self> {
        let started = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        Ok(Self(started.with_context(|| format!("{} does not start", command.get_program().display()))?))
    }

    fn first_line(&mut self) -> anyhow::Result<String> {
        let mut line = String::new();
        BufReader::new(self.0.stdout.take().context("it has no output")?).read_line(&mut line)?;
        Ok(line.trim().to_owned())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
