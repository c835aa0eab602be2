//! The system's own dialog for where to put a file.

use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::mpsc;

use gtk::prelude::*;
use gtk::{FileChooserAction, FileChooserNative, ResponseType};
use tauri::{AppHandle, Manager};

/// Asks for a place for a file, `suggested_name` filled in; `None` if the dialog was closed. Waits for the answer, so
/// it must not be called on the window's own thread.
pub(crate) fn choose_place(app: &AppHandle, suggested_name: &str) -> Option<PathBuf> {
    let (answer, place) = mpsc::channel();
    let (window, name) = (app.clone(), suggested_name.to_owned());
    app.run_on_main_thread(move || show(&window, &name, answer)).ok()?;
    place.recv().ok().flatten()
}

fn show(app: &AppHandle, name: &str, answer: mpsc::Sender<Option<PathBuf>>) {
    let parent = app.get_webview_window("main").and_then(|window| window.gtk_window().ok());
    let dialog = FileChooserNative::new(None, parent.as_ref(), FileChooserAction::Save, None, None);
    dialog.set_modal(true);
    dialog.set_do_overwrite_confirmation(true);
    dialog.set_current_name(name);
    // GTK does not keep a native dialog alive; this does, until it is answered.
    let kept = Rc::new(RefCell::new(Some(dialog.clone())));
    dialog.connect_response(move |dialog, response| {
        let place = if response == ResponseType::Accept { dialog.filename() } else { None };
        // The asker may have gone with the window.
        let _ = answer.send(place);
        kept.borrow_mut().take();
    });
    dialog.show();
}
