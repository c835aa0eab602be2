//! Tames the web engine's own PDF viewer: no Save, no Print, no menu of its own, and every key is the page's.
//!
//! A print or a copy that went past the desk would leave no entry in the journal.

use serde_json::{Value, json};
use tauri::WebviewWindow;
use webkit2gtk::{
    HitTestResultExt, UserContentInjectedFrames, UserContentManagerExt, UserScript, UserScriptInjectionTime,
    UserStyleLevel, UserStyleSheet, WebView, WebViewExt,
};

/// Scheme of the engine's viewer.
pub(crate) const SCHEME: &str = "webkit-pdfjs-viewer";

/// Where the viewer's keys arrive.
const KEYS: &str = "viewerKeys";
/// Hides what the viewer draws around the pages.
const STYLE: &str = include_str!("viewer.css");
/// Hands the viewer's keys over.
const SCRIPT: &str = include_str!("viewer.js");

/// Changes the viewer of `window` before any page is loaded in it.
pub(crate) fn tame(window: &WebviewWindow) -> tauri::Result<()> {
    let page = window.clone();
    window.with_webview(move |webview| {
        let view = webview.inner();
        hide_toolbar(&view);
        take_keys(&view, page.clone());
        stop_printing(&view, page);
        stop_menu(&view);
    })
}

fn hide_toolbar(view: &WebView) {
    let Some(content) = view.user_content_manager() else { return };
    let pages = format!("{SCHEME}://*/*");
    let frames = UserContentInjectedFrames::AllFrames;
    content.add_style_sheet(&UserStyleSheet::new(STYLE, frames, UserStyleLevel::User, &[&pages], &[]));
}

/// A key pressed while a PDF has the focus does what it does everywhere else in the page.
fn take_keys(view: &WebView, page: WebviewWindow) {
    let Some(content) = view.user_content_manager() else { return };
    content.connect_script_message_received(Some(KEYS), move |_, message| {
        let pressed = message.js_value().map(|value| value.to_string());
        if let Some(key) = pressed.as_deref().and_then(|text| serde_json::from_str::<Value>(text).ok()) {
            press(&page, &key);
        }
    });
    content.register_script_message_handler(KEYS);
    let frames = UserContentInjectedFrames::AllFrames;
    let at_start = UserScriptInjectionTime::Start;
    let pages = format!("{SCHEME}://*/*");
    content.add_script(&UserScript::new(SCRIPT, frames, at_start, &[&pages], &[]));
}

/// Presses a key in the page itself. `key` is JSON, which is JavaScript as it stands.
fn press(page: &WebviewWindow, key: &Value) {
    let script = format!("document.body.dispatchEvent(new KeyboardEvent('keydown', {key}))");
    // A page that is just being left has no use for the key.
    let _ = page.eval(script);
}

/// Whatever starts a print in the engine reaches our own Print instead.
fn stop_printing(view: &WebView, page: WebviewWindow) {
    view.connect_print(move |_, _| {
        press(&page, &json!({ "key": "p", "code": "KeyP", "ctrlKey": true, "bubbles": true, "cancelable": true }));
        true
    });
}

/// The engine's menu offers to save frames and images. Boxes one types in keep theirs, for cut and paste.
fn stop_menu(view: &WebView) {
    view.connect_context_menu(|_, _, _, hit| !hit.context_is_editable());
}
