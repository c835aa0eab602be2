//! One barcode in, what it says out. Needs no vault.
//!
//! The JSON goes to standard output, the sentence of every warning to standard error as well. How the text is read is
//! decided in `care`.

use std::io::{Read as _, Write as _};

use care::Protocol;
use care::barcode::{Element, Label, ReadBy, Reading, ScanError, Warning, read_label};
use care::verdict::Arg;
use chrono::NaiveDate;
use desk::clock::{Calendar, Clock};
use desk::words::{Words, without_isolates};
use serde_json::{Value, json};

use crate::failure::{CliFailure, Exit};

/// Most characters of a text. The largest QR code holds 7,089.
const MOST: usize = 8_000;

/// Reads `text`, or standard input for `-`, and gives what it says on the day `on`, today if none is given, as JSON.
pub(crate) fn scan(text: &str, reading: Reading, on: Option<NaiveDate>) -> Result<String, CliFailure> {
    let words = Words::en_gb();
    let text = if text == "-" { read_standard_input(&words)? } else { text.to_owned() };
    if text.is_empty() {
        return Err(CliFailure::new(Exit::WrongInput, words.say("scan-empty", None)));
    }
    if text.chars().nth(MOST).is_some() {
        return Err(too_long(&words));
    }
    let on = on.unwrap_or_else(today);
    let label = read_label(&text, reading, on, Protocol::shipped())
        .map_err(|problem| unreadable(&words, &problem, is_read_forgivingly(&text, reading, on)))?;
    for warning in &label.warnings {
        // The same words are in the JSON; nothing can be done if they cannot be said here.
        let _ = writeln!(std::io::stderr(), "{}", say(&words, warning));
    }
    serde_json::to_string_pretty(&view(&text, &label, &words))
        .map_err(|_| CliFailure::new(Exit::MachineFailed, "The answer could not be written as JSON."))
}

fn read_standard_input(words: &Words) -> Result<String, CliFailure> {
    let no_text = || CliFailure::new(Exit::WrongInput, words.say("scan-no-text", None));
    let mut bytes = Vec::new();
    // A character has at most four bytes.
    let most = u64::try_from(MOST).unwrap_or(u64::MAX).saturating_mul(4).saturating_add(2);
    std::io::stdin().lock().take(most).read_to_end(&mut bytes).map_err(|_| no_text())?;
    let text = String::from_utf8(bytes).map_err(|_| no_text())?;
    // A line of a file ends with one; it is no part of the text.
    Ok(text.strip_suffix('\n').unwrap_or(&text).to_owned())
}

/// The day of the computer this runs on.
fn today() -> NaiveDate {
    Calendar::of_zone(&Calendar::zone_of_this_computer()).day(Clock::system().now())
}

fn too_long(words: &Words) -> CliFailure {
    let most = Arg::Count(u32::try_from(MOST).unwrap_or(u32::MAX));
    let message = care::Message { key: "scan-too-long".to_owned(), args: [("most", most)].into_iter().collect() };
    CliFailure::new(Exit::WrongInput, without_isolates(&words.finding(&message)))
}

fn is_read_forgivingly(text: &str, reading: Reading, on: NaiveDate) -> bool {
    reading == Reading::Strict && read_label(text, Reading::Forgiving, on, Protocol::shipped()).is_ok()
}

fn unreadable(words: &Words, problem: &ScanError, is_read_forgivingly: bool) -> CliFailure {
    let hint = is_read_forgivingly.then(|| format!(" {}", words.say("scan-only-forgiving", None)));
    let why = words.finding(&problem.message());
    CliFailure::new(Exit::No, without_isolates(&(why + &hint.unwrap_or_default())))
}

fn say(words: &Words, warning: &Warning) -> String {
    without_isolates(&words.finding(&warning.message()))
}

/// The answer. Values that the code does not name are null.
fn view(text: &str, label: &Label, words: &Words) -> Value {
    let warning = |warning: &Warning| json!({ "code": warning.code(), "words": say(words, warning) });
    let row = |row: &ReadBy| json!({ "id": row.id, "source": row.source, "status": row.status });
    json!({
        "text": text,
        "system": label.system.as_str(),
        "gtin": label.gtin,
        "lot": label.lot,
        "serial": label.serial,
        "produced_on": label.produced_on,
        "expires_on": label.expires_on,
        "elements": label.elements.iter().map(|element| element_view(element, words)).collect::<Vec<_>>(),
        "warnings": label.warnings.iter().map(warning).collect::<Vec<_>>(),
        "source": label.read_by.iter().map(row).collect::<Vec<_>>(),
    })
}

/// One field: of GS1 by its identifier, of HIBC by its part. A field without a name is known by its identifier alone.
fn element_view(element: &Element, words: &Words) -> Value {
    let (mut view, key) = match element {
        Element::Field { ai, value } => (json!({ "ai": ai, "value": value }), format!("field-{ai}")),
        Element::Part(part) => {
            let view = json!({ "part": part.name.as_str(), "flag": part.flag, "value": part.value });
            (view, format!("part-{}", part.name))
        }
    };
    if words.has(&key)
        && let Some(fields) = view.as_object_mut()
    {
        fields.insert("name".to_owned(), Value::String(words.say(&key, None)));
    }
    view
}
