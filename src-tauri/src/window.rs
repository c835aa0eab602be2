//! The window: one web view, one command, a scheme for PDFs and one for photos, and no way out of the page.

use std::path::PathBuf;
use std::sync::Arc;

use desk::clock::Clock;
use desk::{Desk, Place};
use directories::ProjectDirs;
use tauri::utils::config::WindowConfig;
use tauri::webview::NewWindowResponse;
use tauri::{App, Manager, RunEvent, Url, WebviewWindow, WebviewWindowBuilder};

use crate::computer::Computer;
use crate::dropped::{self, Dropped};
use crate::{backups, idle, pdf, photo, rpc, viewer};

/// Opens the window and stays until it is closed.
///
/// # Errors
/// One plain sentence: no screen, no place for the vault, or a web view that cannot start.
pub(crate) fn open(vault_folder: Option<PathBuf>) -> Result<(), String> {
    if gtk::init().is_err() {
        return Err("there is no screen to open a window on. Start it from the desktop, or see what the terminal \
                    can do with `needlepoint --help`."
            .to_owned());
    }
    let folder =
        vault_folder.or_else(usual_vault_folder).ok_or("this user has no home folder; give one with --vault")?;
    tauri::Builder::default()
        .register_asynchronous_uri_scheme_protocol(pdf::SCHEME, pdf::answer)
        .register_asynchronous_uri_scheme_protocol(photo::SCHEME, photo::answer)
        .manage(Dropped::default())
        .on_window_event(dropped::hear)
        .invoke_handler(tauri::generate_handler![rpc::rpc])
        .setup(move |app| {
            set_up(app, folder)?;
            Ok(())
        })
        .build(tauri::generate_context!())
        .map_err(|problem| format!("the window could not be opened: {problem}"))?
        .run(|app, event| {
            // The window is gone; the program stays until the last backup is made.
            if let RunEvent::Exit = event {
                app.state::<Arc<Desk>>().finish();
            }
        });
    Ok(())
}

fn set_up(app: &App, vault_folder: PathBuf) -> tauri::Result<()> {
    let host = Arc::new(Computer::new(app.handle().clone()));
    let desk = Arc::new(Desk::new(vault_folder, Place::Window, clock(), host));
    idle::watch(Arc::clone(&desk));
    backups::watch(Arc::clone(&desk));
    app.manage(desk);
    for config in &app.config().app.windows {
        let window = build(app, config)?;
        viewer::tame(&window)?;
        #[cfg(feature = "probe")]
        crate::probe::note_first_paint(&window)?;
    }
    Ok(())
}

fn build(app: &App, config: &WindowConfig) -> tauri::Result<WebviewWindow> {
    WebviewWindowBuilder::from_config(app, config)?
        .on_navigation(stays_inside)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .build()
}

/// The page, the PDFs in its frames and the engine's own viewer for them; nothing else is ever loaded.
fn stays_inside(url: &Url) -> bool {
    matches!(url.scheme(), "tauri" | pdf::SCHEME | viewer::SCHEME) || url.as_str() == "about:blank"
}

fn usual_vault_folder() -> Option<PathBuf> {
    ProjectDirs::from("", "", "needlepoint").map(|folders| folders.data_dir().join("vault"))
}

fn clock() -> Clock {
    #[cfg(feature = "probe")]
    if let Some(at) = crate::probe::fixed_time() {
        return Clock::fixed(at);
    }
    Clock::system()
}
