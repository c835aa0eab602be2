//! What only a test may do. Never part of what ships.

use std::path::PathBuf;
use std::time::Instant;

use chrono::{DateTime, Utc};
use tauri::WebviewWindow;
use webkit2gtk::{UserContentInjectedFrames, UserContentManagerExt, UserScript, UserScriptInjectionTime, WebViewExt};

/// Says when the first screen stands: its heading is there and two frames were drawn since.
const WATCH: &str = include_str!("probe.js");
const PAINTED: &str = "probePainted";

/// The answer to the next save dialog.
pub(crate) fn chosen_file() -> Option<PathBuf> {
    std::env::var_os("NEEDLEPOINT_PROBE_FILE").map(PathBuf::from)
}

/// The answer to every dialog that asks for files: what lies in the folder at that moment, by name.
pub(crate) fn chosen_files() -> Option<Vec<PathBuf>> {
    let folder = std::env::var_os("NEEDLEPOINT_PROBE_FILES")?;
    let entries = std::fs::read_dir(folder).ok()?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    Some(files)
}

/// The time it is.
pub(crate) fn fixed_time() -> Option<DateTime<Utc>> {
    let text = std::env::var("NEEDLEPOINT_PROBE_NOW").ok()?;
    DateTime::parse_from_rfc3339(&text).ok().map(|at| at.to_utc())
}

/// Writes `painted <milliseconds since this call>` into the file asked for, when the first screen stands.
pub(crate) fn note_first_paint(window: &WebviewWindow) -> tauri::Result<()> {
    let Some(file) = std::env::var_os("NEEDLEPOINT_PROBE_TIMES").map(PathBuf::from) else { return Ok(()) };
    let started = Instant::now();
    window.with_webview(move |webview| {
        let Some(content) = webview.inner().user_content_manager() else { return };
        content.connect_script_message_received(Some(PAINTED), move |_, _| {
            // A test that gets no figure says so itself.
            let _ = std::fs::write(&file, format!("painted {}\n", started.elapsed().as_millis()));
        });
        content.register_script_message_handler(PAINTED);
        let (frames, at_start) = (UserContentInjectedFrames::TopFrame, UserScriptInjectionTime::Start);
        content.add_script(&UserScript::new(WATCH, frames, at_start, &[], &[]));
    })
}
