//! This computer, as the desk sees it: its printers and its dialogs.

use std::path::PathBuf;
use std::time::Instant;

use cli::OsKeyring;
use desk::{FilesWanted, Host, Keyring, PrintJob, PrintProblem, Printer};
use tauri::{AppHandle, Manager as _};

use crate::dropped::Dropped;
use crate::lp;

/// The computer the window stands on.
pub(crate) struct Computer {
    app: AppHandle,
}

impl Computer {
    /// The computer of `app`.
    pub(crate) fn new(app: AppHandle) -> Self {
        Self { app }
    }
}

impl Host for Computer {
    fn printers(&self) -> Vec<Printer> {
        tauri::async_runtime::block_on(lp::printers())
    }

    fn print(&self, job: &PrintJob<'_>) -> Result<(), PrintProblem> {
        tauri::async_runtime::block_on(lp::print(job))
    }

    fn choose_file(&self, suggested_name: &str) -> Option<PathBuf> {
        #[cfg(feature = "probe")]
        if let Some(place) = crate::probe::chosen_file() {
            return Some(place);
        }
        crate::save_dialog::choose_place(&self.app, suggested_name)
    }

    fn choose_folder(&self) -> Option<PathBuf> {
        crate::save_dialog::choose_folder(&self.app)
    }

    fn choose_files(&self, wanted: FilesWanted) -> Vec<PathBuf> {
        #[cfg(feature = "probe")]
        if let Some(files) = crate::probe::chosen_files() {
            return files;
        }
        let dropped = self.app.state::<Dropped>().take(Instant::now());
        dropped.unwrap_or_else(|| crate::save_dialog::choose_files(&self.app, wanted))
    }

    fn picture_program(&self) -> Option<PathBuf> {
        // This very program, also when its file was replaced by an update meanwhile.
        Some(PathBuf::from("/proc/self/exe"))
    }

    fn keyring(&self) -> &dyn Keyring {
        &OsKeyring
    }
}
