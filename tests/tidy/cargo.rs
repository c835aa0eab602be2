//! What cargo knows about the members and everything they are built from.

use std::process::Command;
use std::sync::OnceLock;

use anyhow::{Context, ensure};
use serde_json::Value;

/// The answer of `cargo metadata`, asked once. Without a network it is answered from what is there.
pub(crate) fn metadata() -> anyhow::Result<&'static Value> {
    static ANSWER: OnceLock<Value> = OnceLock::new();
    if let Some(answer) = ANSWER.get() {
        return Ok(answer);
    }
    let answer = ask(&["--locked", "--offline"]).or_else(|_| ask(&["--locked"]))?;
    Ok(ANSWER.get_or_init(|| answer))
}

/// The packages: the project's own members and all the others.
pub(crate) fn packages() -> anyhow::Result<&'static [Value]> {
    Ok(metadata()?["packages"].as_array().context("cargo names no packages")?)
}

/// The members of the workspace. Only they have no source.
pub(crate) fn members() -> anyhow::Result<Vec<&'static Value>> {
    Ok(packages()?.iter().filter(|package| package["source"].is_null()).collect())
}

/// A member by name.
pub(crate) fn member(name: &str) -> anyhow::Result<&'static Value> {
    members()?.into_iter().find(|member| name_of(member) == name).with_context(|| format!("there is no member {name}"))
}

/// What `package` is built from. What only its tests need is left out.
pub(crate) fn dependencies(package: &Value) -> impl Iterator<Item = &Value> {
    package["dependencies"].as_array().into_iter().flatten().filter(|dependency| dependency["kind"] != "dev")
}

/// The real name, whatever it is renamed to.
pub(crate) fn name_of(value: &Value) -> &str {
    value["name"].as_str().unwrap_or_default()
}

fn ask(options: &[&str]) -> anyhow::Result<Value> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut asked = Command::new(cargo);
    asked.args(["metadata", "--format-version", "1"]).args(options).current_dir(journeys::project());
    let answer = asked.output().context("cargo does not start")?;
    ensure!(answer.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&answer.stderr));
    Ok(serde_json::from_slice(&answer.stdout)?)
}
