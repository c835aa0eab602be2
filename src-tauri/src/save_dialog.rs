//! The system's own dialogs: where to put a file, which folder, and which files to read.

use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::mpsc;

use desk::FilesWanted;
use gtk::glib::GString;
use gtk::prelude::*;
use gtk::{FileChooserAction, FileChooserNative, FileFilter, RecentManager, ResponseType};
use tauri::{AppHandle, Manager};

/// Asks for a place for a file, `suggested_name` filled in; `None` if the dialog was closed. Waits for the answer, so
/// it must not be called on the window's own thread.
pub(crate) fn choose_place(app: &AppHandle, suggested_name: &str) -> Option<PathBuf> {
    let name = suggested_name.to_owned();
    ask(app, FileChooserAction::Save, move |dialog| {
        dialog.set_do_overwrite_confirmation(true);
        dialog.set_current_name(&name);
    })
}

/// Asks for a folder that is there; `None` if the dialog was closed. Waits for the answer like [`choose_place`].
pub(crate) fn choose_folder(app: &AppHandle) -> Option<PathBuf> {
    ask(app, FileChooserAction::SelectFolder, |_| {})
}

/// Asks for files that are there; none if the dialog was closed. Waits for the answer like [`choose_place`].
pub(crate) fn choose_files(app: &AppHandle, wanted: FilesWanted) -> Vec<PathBuf> {
    ask_for_several(app, FileChooserAction::Open, move |dialog| {
        dialog.set_select_multiple(true);
        let filter = FileFilter::new();
        for ending in wanted.endings() {
            filter.add_pattern(&format!("*.{ending}"));
            filter.add_pattern(&format!("*.{}", ending.to_uppercase()));
        }
        dialog.set_filter(&filter);
    })
}

thread_local! {
    /// What the dialogs answered with and the list of recent files may still learn.
    static TO_FORGET: RefCell<Option<Rc<RefCell<Vec<String>>>>> = const { RefCell::new(None) };
}

/// Takes files out of the desktop's list of recent files, which every program of the user reads: their names are often
/// names of clients. The dialog adds them a moment after it was answered. Everything else on the list stays.
fn forget(chosen: Vec<GString>) {
    let Some(recent) = RecentManager::default() else { return };
    let to_forget = TO_FORGET.with(|kept| {
        let mut kept = kept.borrow_mut();
        Rc::clone(kept.get_or_insert_with(|| {
            let to_forget = Rc::new(RefCell::new(Vec::new()));
            let listed = Rc::clone(&to_forget);
            recent.connect_changed(move |recent| forget_listed(recent, &listed));
            to_forget
        }))
    });
    to_forget.borrow_mut().extend(chosen.iter().map(ToString::to_string));
    forget_listed(&recent, &to_forget);
}

/// Taking a file out changes the list, which calls this again: nothing is borrowed meanwhile.
fn forget_listed(recent: &RecentManager, to_forget: &Rc<RefCell<Vec<String>>>) {
    let listed: Vec<String> = to_forget.borrow().iter().filter(|uri| recent.has_item(uri)).cloned().collect();
    for uri in listed {
        // It may have gone by itself.
        let _ = recent.remove_item(&uri);
    }
}

fn ask(
    app: &AppHandle,
    action: FileChooserAction,
    prepare: impl FnOnce(&FileChooserNative) + Send + 'static,
) -> Option<PathBuf> {
    ask_for_several(app, action, prepare).pop()
}

fn ask_for_several(
    app: &AppHandle,
    action: FileChooserAction,
    prepare: impl FnOnce(&FileChooserNative) + Send + 'static,
) -> Vec<PathBuf> {
    let (answer, places) = mpsc::channel();
    let window = app.clone();
    let asked = app.run_on_main_thread(move || show(&window, action, prepare, answer));
    if asked.is_err() {
        return Vec::new();
    }
    places.recv().unwrap_or_default()
}

fn show(
    app: &AppHandle,
    action: FileChooserAction,
    prepare: impl FnOnce(&FileChooserNative),
    answer: mpsc::Sender<Vec<PathBuf>>,
) {
    let parent = app.get_webview_window("main").and_then(|window| window.gtk_window().ok());
    let dialog = FileChooserNative::new(None, parent.as_ref(), action, None, None);
    dialog.set_modal(true);
    prepare(&dialog);
    // GTK does not keep a native dialog alive; this does, until it is answered.
    let kept = Rc::new(RefCell::new(Some(dialog.clone())));
    dialog.connect_response(move |dialog, response| {
        forget(dialog.uris());
        let places = if response == ResponseType::Accept { dialog.filenames() } else { Vec::new() };
        // The asker may have gone with the window.
        let _ = answer.send(places);
        kept.borrow_mut().take();
    });
    dialog.show();
}
