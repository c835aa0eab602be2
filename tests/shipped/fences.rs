//! The fences around the page, as they are built into the window.

use std::path::PathBuf;

use anyhow::Context;
use serde_json::{Value, json};

#[test]
fn the_page_may_run_nothing_that_is_not_ours() -> anyhow::Result<()> {
    let policy = &read("tauri.conf.json")?["app"]["security"]["csp"];
    let policy = policy.as_object().context("the content policy is written out, one line per kind")?;
    assert_eq!(policy["default-src"], "'none'", "what is not named is refused");
    assert_eq!(policy["script-src"], "'self'", "only the program's own scripts run");
    assert_eq!(policy["require-trusted-types-for"], "'script'", "a text cannot become a script by accident");
    for refused in ["form-action", "base-uri", "frame-ancestors"] {
        assert_eq!(policy[refused], "'none'", "{refused} would lead out of the page");
    }
    for (kind, sources) in policy {
        let sources = sources.as_str().with_context(|| format!("{kind} is one text"))?;
        assert!(!sources.contains("unsafe"), "{kind} lets through what the policy is there to stop: {sources}");
        for source in sources.split_whitespace() {
            let leads_out = source.contains('*') || source == "data:" || source.starts_with("https:");
            let is_plain = source.starts_with("http:") && source != "http://ipc.localhost";
            assert!(!leads_out && !is_plain, "{kind} may load from {source}, and the product opens no connection");
        }
    }
    Ok(())
}

#[test]
fn the_page_gets_no_more_of_tauri_than_it_calls() -> anyhow::Result<()> {
    let app = &read("tauri.conf.json")?["app"];
    assert_eq!(app["withGlobalTauri"], json!(false), "a script must not find the host in a global variable");
    assert_eq!(app["security"]["freezePrototype"], json!(true), "a script must not change what all objects are");
    assert!(app["security"]["dangerousDisableAssetCspModification"].is_null(), "the policy stands as it is written");
    assert!(app["security"]["assetProtocol"].is_null(), "the page reads no file of this computer");
    for window in app["windows"].as_array().context("the window is configured")? {
        assert_eq!(window["devtools"], json!(false), "developer tools would show every record in the page");
    }
    Ok(())
}

#[test]
fn the_page_may_ask_for_one_command_only() -> anyhow::Result<()> {
    let mut n_capabilities = 0;
    for entry in std::fs::read_dir(folder().join("capabilities"))? {
        let capability: Value = serde_json::from_slice(&std::fs::read(entry?.path())?)?;
        assert_eq!(capability["permissions"], json!(["allow-rpc"]), "every other call is a way around the desk");
        assert_eq!(capability["windows"], json!(["main"]), "the one window is named");
        assert!(capability["remote"].is_null(), "a page from elsewhere gets nothing");
        n_capabilities += 1;
    }
    assert_eq!(n_capabilities, 1, "what the page may do is read in one place");
    Ok(())
}

#[test]
fn the_window_has_no_plugin() -> anyhow::Result<()> {
    let manifest = std::fs::read_to_string(folder().join("Cargo.toml"))?;
    assert!(manifest.contains("tauri = "), "this is the window's manifest");
    assert!(!manifest.contains("tauri-plugin"), "shell, files and network stay out of the page's reach");
    Ok(())
}

fn read(name: &str) -> anyhow::Result<Value> {
    Ok(serde_json::from_slice(&std::fs::read(folder().join(name))?)?)
}

fn folder() -> PathBuf {
    journeys::project().join("src-tauri")
}
