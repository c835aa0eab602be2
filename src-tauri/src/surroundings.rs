//! What the program inherits, put right before anything else runs: environment, memory dumps.
//!
//! Must be called while the process has one thread: changing the environment is only sound then.

use gtk::glib;
use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};

/// Puts the environment right and keeps the process's memory out of dumps.
pub(crate) fn settle() {
    refuse_automation();
    prefer_drawing_that_works();
    keep_memory_private();
}

/// Automation of the web view would let any program of this user read the screen through a port. Only a probe may.
fn refuse_automation() {
    if cfg!(not(feature = "probe")) {
        glib::unsetenv("TAURI_WEBVIEW_AUTOMATION");
    }
}

/// Some graphics drivers show a blank window with WebKit's DMA-BUF renderer; whoever sets the variable decides.
fn prefer_drawing_that_works() {
    const VARIABLE: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if std::env::var_os(VARIABLE).is_none() {
        // Fails only for names with "=" in them.
        let _ = glib::setenv(VARIABLE, "1", false);
    }
}

/// A dump would hold the open vault's key. A system that refuses this still runs the program.
fn keep_memory_private() {
    let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
}
