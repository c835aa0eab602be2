//! The clinic's protocol at the terminal: show, compare, set, approve.
//!
//! What a person reads is a table of words; with `--json` it is the view of the door, as it stands.

mod rows;

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use crate::arguments::{At, ProtocolCommand};
use crate::failure::{CliFailure, Exit};
use crate::json::{Format, pretty};
use crate::terminal::{SignedIn, sign_in};

/// The word that takes a setting back to its shipped value.
const AS_SHIPPED: &str = "shipped";

/// Runs one of the protocol commands.
pub(crate) fn run(at: &At, format: Format, command: &ProtocolCommand) -> Result<String, CliFailure> {
    let (view, shows): (Value, fn(&Value) -> bool) = match command {
        ProtocolCommand::Rows { id } => return rows::run(format, id.as_deref()),
        ProtocolCommand::Show => (sign_in(at, None)?.call("protocol_view", &json!({}))?, |_| true),
        ProtocolCommand::Diff => (sign_in(at, None)?.call("protocol_view", &json!({}))?, differs),
        ProtocolCommand::Set { settings, reason } => (set(&sign_in(at, None)?, settings, reason)?, differs),
        ProtocolCommand::Approve { number, reason } => (approve(&sign_in(at, None)?, *number, reason)?, differs),
    };
    match format {
        Format::Json => pretty(&view),
        Format::Words => Ok(table(&view, shows)),
    }
}

fn set(signed_in: &SignedIn, settings: &[String], reason: &str) -> Result<Value, CliFailure> {
    let mut changed = Map::new();
    for setting in settings {
        let (id, value) = setting.split_once('=').ok_or_else(|| {
            CliFailure::new(
                Exit::WrongInput,
                "Write a setting as ID=VALUE, for example w.peel_s=28 or w.peel_s=shipped.",
            )
        })?;
        let value = match (value, value.parse::<u32>()) {
            (AS_SHIPPED, _) => Value::Null,
            (_, Ok(number)) => json!(number),
            (word, Err(_)) => json!(word),
        };
        changed.insert(id.to_owned(), value);
    }
    signed_in.call("protocol_set", &json!({ "settings": changed, "reason": reason }))
}

fn approve(signed_in: &SignedIn, number: Option<u32>, reason: &str) -> Result<Value, CliFailure> {
    let request = json!({ "number": number, "reason": reason, "secret": signed_in.password });
    signed_in.call("protocol_approve", &request)
}

/// Whether a setting differs from the shipped one, today or once the proposal is approved.
fn differs(row: &Value) -> bool {
    row["in_force"] != row["shipped"] || !row["proposed"].is_null()
}

/// The version with its approval, then the settings `shows` lets through.
fn table(view: &Value, shows: impl Fn(&Value) -> bool) -> String {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let mut page = format!("Protocol {}. ", text(&view["version"]));
    let approval = &view["approval"];
    let _ = match approval.is_null() {
        true => writeln!(page, "To be approved by the clinic."),
        false => writeln!(page, "Approved by {} on {}.", text(&approval["name"]), day(&approval["at"])),
    };
    let proposal = &view["proposal"];
    if !proposal.is_null() {
        let (number, by) = (text(&proposal["number"]), text(&proposal["set_by_name"]));
        let _ = writeln!(page, "Version {number} by {by} waits for approval: {}", text(&proposal["reason"]));
    }
    let rows: Vec<&Value> = view["settings"].as_array().into_iter().flatten().filter(|row| shows(row)).collect();
    if rows.is_empty() {
        page.push_str("Every setting is as shipped.");
        return page;
    }
    let _ = write!(
        page,
        "\n{:<24}{:<12}{:<12}{:<12}{:<24}from (status)",
        "setting", "in force", "shipped", "proposed", "allowed"
    );
    for row in rows {
        let proposed = if row["proposed"].is_null() { "-".to_owned() } else { text(&row["proposed"]) };
        let sources: Vec<String> = row["source"].as_array().into_iter().flatten().map(text).collect();
        let _ = write!(
            page,
            "\n{:<24}{:<12}{:<12}{:<12}{:<24}{} ({})",
            text(&row["id"]),
            text(&row["in_force"]),
            text(&row["shipped"]),
            proposed,
            text(&row["allowed"]),
            sources.join(", "),
            text(&row["status"]),
        );
    }
    page
}

/// The day of an instant in RFC 3339.
fn day(at: &Value) -> &str {
    at.as_str().and_then(|at| at.get(..10)).unwrap_or_default()
}
