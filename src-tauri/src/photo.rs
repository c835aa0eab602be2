//! The `photo:` addresses of the page's pictures: thumbnails, photos, scans and files that wait.
//!
//! The desk checks the lock, the role and the look on every read, and nothing is kept by the web view. What is handed
//! over is a JPEG that was written anew from pixels; no foreign file reaches the page.

use std::sync::Arc;

use desk::Desk;
use tauri::http::Request;
use tauri::{Manager, Runtime, UriSchemeContext, UriSchemeResponder};

use crate::pdf::respond_as;

/// Name of the scheme.
pub(crate) const SCHEME: &str = "photo";

/// Answers one address, off the window's thread.
pub(crate) fn answer<R: Runtime>(
    context: UriSchemeContext<'_, R>,
    request: Request<Vec<u8>>,
    responder: UriSchemeResponder,
) {
    let desk = Arc::clone(&context.app_handle().state::<Arc<Desk>>());
    tauri::async_runtime::spawn_blocking(move || {
        let path = request.uri().path().trim_start_matches('/');
        responder.respond(respond_as("image/jpeg", desk.picture(path)));
    });
}
