//! Checking a sealed PDF at the terminal, without a vault.

use desk::words::without_isolates;

use crate::Answer;
use crate::failure::CliFailure;
use crate::json::{Format, pretty};

/// Checks a PDF: whole, or damaged and where. What is damaged or unsealed is an answer, and the exit says so.
pub(crate) fn verify(pdf: &[u8], format: Format) -> Result<Answer, CliFailure> {
    let check = desk::seals::check(pdf);
    let words = match format {
        Format::Json => pretty(&serde_json::to_value(&check).unwrap_or_default())?,
        Format::Words => without_isolates(&check.words),
    };
    Ok(if check.is_whole { Answer::Text(words) } else { Answer::No(words) })
}
