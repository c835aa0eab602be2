//! The journal at the terminal: what was done and by whom, and whether it is whole.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use crate::arguments::{At, JournalArguments, JournalCommand};
use crate::failure::{CliFailure, Exit};
use crate::json::pretty;
use crate::terminal::{SignedIn, sign_in};

/// Runs `journal`, or `journal verify`.
pub(crate) fn run(at: &At, arguments: &JournalArguments) -> Result<String, CliFailure> {
    let signed_in = sign_in(at, None)?;
    match &arguments.command {
        Some(JournalCommand::Verify { heads }) => verify(&signed_in, arguments, heads),
        None => list(&signed_in, arguments),
    }
}

/// Every entry that fits, newest first. One client's are for whoever may open the client, all for administrators.
fn list(signed_in: &SignedIn, arguments: &JournalArguments) -> Result<String, CliFailure> {
    let mut rows = Vec::new();
    let mut before = Value::Null;
    let user = arguments.by.as_deref().map(|user| person(signed_in, user)).transpose()?;
    loop {
        let view = signed_in.call(command(arguments), &request(arguments, user.as_deref(), &before))?;
        rows.extend(view["rows"].as_array().into_iter().flatten().cloned());
        before = view["next"].clone();
        if before.is_null() {
            break;
        }
    }
    if arguments.json { pretty(&Value::Array(rows)) } else { Ok(table(&rows)) }
}

fn command(arguments: &JournalArguments) -> &'static str {
    let is_narrowed =
        [&arguments.since, &arguments.until, &arguments.by, &arguments.act].iter().any(|one| one.is_some());
    if arguments.client.is_some() && !is_narrowed { "client_journal" } else { "journal_view" }
}

/// The id of a person by name, as the journal knows everybody who ever signed in.
fn person(signed_in: &SignedIn, user: &str) -> Result<String, CliFailure> {
    let view = signed_in.call("journal_view", &json!({}))?;
    let is_meant =
        |one: &&Value| one["id"] == user || one["name"].as_str().is_some_and(|name| name.eq_ignore_ascii_case(user));
    let people: Vec<&Value> = view["people"].as_array().into_iter().flatten().collect();
    let meant: Vec<&str> = people.iter().copied().filter(is_meant).filter_map(|one| one["id"].as_str()).collect();
    let [only] = meant.as_slice() else {
        let names: Vec<&str> = people.iter().filter_map(|one| one["name"].as_str()).collect();
        let sentence = format!("Nobody here, or more than one, is called that. There are: {}.", names.join(", "));
        return Err(CliFailure::new(Exit::WrongInput, sentence));
    };
    Ok((*only).to_owned())
}

fn request(arguments: &JournalArguments, user: Option<&str>, before: &Value) -> Value {
    let mut request = Map::new();
    let given = [
        ("client", arguments.client.as_deref()),
        ("from", arguments.since.as_deref()),
        ("to", arguments.until.as_deref()),
        ("user", user),
        ("act", arguments.act.as_deref()),
    ];
    for (name, value) in given.into_iter().filter_map(|(name, value)| Some((name, value?))) {
        request.insert(name.to_owned(), json!(value));
    }
    if !before.is_null() {
        request.insert("before".to_owned(), before.clone());
    }
    Value::Object(request)
}

/// When, who, in which role, what was done, with what, about whom, and why.
fn table(rows: &[Value]) -> String {
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let mut page = format!("{:<10}{:<22}{:<24}{:<14}{:<20}{:<28}client", "entry", "UTC", "who", "role", "done", "what");
    for row in rows {
        let at = text(&row["at"]).get(..19).unwrap_or_default().to_owned();
        let _ = write!(
            page,
            "\n{:<10}{at:<22}{:<24}{:<14}{:<20}{:<28}{}",
            row["seq"].to_string(),
            text(&row["by"]),
            text(&row["role"]),
            text(&row["act_words"]),
            text(&row["what"]),
            text(&row["client_number"]),
        );
        if let Some(reason) = row["reason"].as_str().filter(|reason| !reason.is_empty()) {
            let _ = write!(page, "  {reason}");
        }
    }
    page
}

/// Whole is exit 0; damaged is exit 1, with the place.
fn verify(signed_in: &SignedIn, arguments: &JournalArguments, heads: &[String]) -> Result<String, CliFailure> {
    let view = signed_in.call("journal_verify", &json!({ "heads": heads }))?;
    let words = desk::words::without_isolates(view["words"].as_str().unwrap_or_default());
    if view["is_whole"] != true {
        return Err(CliFailure::new(Exit::No, words));
    }
    if arguments.json { pretty(&view) } else { Ok(words) }
}
