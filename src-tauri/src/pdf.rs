//! The `pdf:` addresses of the page's frames: `pdf://localhost/sheet/<token>` and `pdf://localhost/document/<id>`.
//!
//! The desk checks the lock on every read, and nothing is kept by the web view.

use std::sync::Arc;

use desk::Desk;
use desk::wire::{FailureCode, FailureView};
use tauri::http::header::{CACHE_CONTROL, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use tauri::http::{HeaderValue, Request, Response, StatusCode};
use tauri::{Manager, Runtime, UriSchemeContext, UriSchemeResponder};

/// Name of the scheme.
pub(crate) const SCHEME: &str = "pdf";

/// Answers one address, off the window's thread.
pub(crate) fn answer<R: Runtime>(
    context: UriSchemeContext<'_, R>,
    request: Request<Vec<u8>>,
    responder: UriSchemeResponder,
) {
    let desk = Arc::clone(&context.app_handle().state::<Arc<Desk>>());
    tauri::async_runtime::spawn_blocking(move || {
        let path = request.uri().path().trim_start_matches('/');
        responder.respond(respond(desk.blob(path)));
    });
}

fn respond(read: Result<Vec<u8>, FailureView>) -> Response<Vec<u8>> {
    let (status, content_type, body) = match read {
        Ok(bytes) => (StatusCode::OK, "application/pdf", bytes),
        Err(failure) => (status_of(failure.code), "text/plain; charset=utf-8", failure.words.into_bytes()),
    };
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

fn status_of(code: FailureCode) -> StatusCode {
    match code {
        FailureCode::Locked | FailureCode::NoVault | FailureCode::WrongRole | FailureCode::Restricted => {
            StatusCode::FORBIDDEN
        }
        FailureCode::NotFound | FailureCode::BadInput => StatusCode::NOT_FOUND,
        FailureCode::WrongSecret
        | FailureCode::NeedsCode
        | FailureCode::Throttled
        | FailureCode::Refused
        | FailureCode::Conflict
        | FailureCode::AlreadyOpen
        | FailureCode::VaultIsNewer
        | FailureCode::Damaged
        | FailureCode::DiskFull
        | FailureCode::PrinterFailed
        | FailureCode::Cancelled
        | FailureCode::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(code: FailureCode) -> Response<Vec<u8>> {
        respond(Err(FailureView { code, words: "no".to_owned(), fields: Vec::new(), wait_s: None }))
    }

    #[test]
    fn a_document_of_a_locked_vault_is_forbidden() {
        assert_eq!(refused(FailureCode::Locked).status(), StatusCode::FORBIDDEN, "a locked vault shows nothing");
    }

    #[test]
    fn neither_a_document_nor_a_refusal_is_kept_by_the_web_view() {
        for response in [respond(Ok(b"%PDF".to_vec())), refused(FailureCode::NotFound)] {
            let kept = response.headers().get(CACHE_CONTROL);
            assert_eq!(kept, Some(&HeaderValue::from_static("no-store")), "client data must not reach a cache");
        }
    }
}
