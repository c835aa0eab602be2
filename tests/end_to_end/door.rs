//! The desk's door, called past the screens: to compare records, or as a page that was tampered with might.

use serde_json::{Value, json};

use crate::app::App;

/// What the desk said: its answer, or the code of its refusal.
#[derive(Debug, PartialEq)]
pub(crate) enum Said {
    /// The view that was asked for.
    Answer(Value),
    /// The code of the refusal.
    Refusal(String),
}

/// Calls `command` in the window's own page.
pub(crate) fn ask(app: &App, command: &str, request: Value) -> anyhow::Result<Said> {
    let script = "const [command, request] = arguments;\
         window.said = null;\
         window.__TAURI_INTERNALS__.invoke('rpc', { command, request }).then(\
           (answer) => (window.said = { answer }),\
           (failure) => (window.said = { refusal: failure.code ?? String(failure) }));";
    app.run(script, vec![json!(command), request])?;
    let said = || app.run("return window.said", Vec::new());
    app.wait(|| Ok(!said()?.is_null()), || format!("{command} was never answered"))?;
    let mut said = said()?;
    Ok(match said.get("refusal").and_then(Value::as_str) {
        Some(code) => Said::Refusal(code.to_owned()),
        None => Said::Answer(said.get_mut("answer").map(Value::take).unwrap_or_default()),
    })
}

/// The answer, where a refusal is a failure of the test.
pub(crate) fn answer(said: Said) -> anyhow::Result<Value> {
    match said {
        Said::Answer(view) => Ok(view),
        Said::Refusal(code) => anyhow::bail!("refused: {code}"),
    }
}
