//! Files dropped on the window. They answer the desk's next question for files in place of the system's dialog; the page
//! is told that there are some and asks. It never learns where they lie.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use tauri::{DragDropEvent, Manager, Window, WindowEvent};

/// What nobody asks for within this time is forgotten: a screen that takes files asks at once, and one that takes none
/// must not leave them to a question about something else.
const FRESH: Duration = Duration::from_secs(3);
/// What the page hears.
const TELL: &str = "window.dispatchEvent(new Event('filesdropped'))";

/// The files dropped last.
#[derive(Default)]
pub(crate) struct Dropped(Mutex<Option<(Instant, Vec<PathBuf>)>>);

impl Dropped {
    fn keep(&self, files: Vec<PathBuf>, at: Instant) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((at, files));
    }

    /// The files, once, if they were dropped just now.
    pub(crate) fn take(&self, now: Instant) -> Option<Vec<PathBuf>> {
        let (at, files) = self.0.lock().unwrap_or_else(PoisonError::into_inner).take()?;
        (now.duration_since(at) < FRESH).then_some(files)
    }
}

/// Keeps what is dropped, and tells the page.
pub(crate) fn hear(window: &Window, event: &WindowEvent) {
    let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event else { return };
    if paths.is_empty() {
        return;
    }
    window.state::<Dropped>().keep(paths.clone(), Instant::now());
    for page in window.webviews() {
        // A page that is gone takes nothing.
        let _ = page.eval(TELL);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dropped_files_answer_one_question_and_only_while_they_are_fresh() {
        let (dropped, at) = (Dropped::default(), Instant::now());
        assert_eq!(dropped.take(at), None, "nothing was dropped");
        dropped.keep(vec![PathBuf::from("page-1.jpg")], at);
        assert_eq!(dropped.take(at), Some(vec![PathBuf::from("page-1.jpg")]), "the next question has its answer");
        assert_eq!(dropped.take(at), None, "and the one after it a dialog");
        dropped.keep(vec![PathBuf::from("page-2.jpg")], at);
        assert_eq!(dropped.take(at + FRESH), None, "what lay there too long is not taken by surprise");
    }
}
