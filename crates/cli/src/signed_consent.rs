//! Checking the file of a signed consent with nothing but the file: no vault, no password, no network.

use desk::{BundleFault, BundleReport, verify_bundle};
use serde_json::json;

use crate::Answer;
use crate::failure::CliFailure;
use crate::json::{Format, pretty};

/// Says whether the file is whole, or what differs. What differs is an answer, and the exit says so.
pub(crate) fn verify(bytes: &[u8], format: Format) -> Result<Answer, CliFailure> {
    match verify_bundle(bytes) {
        Ok(report) => whole(&report, format).map(Answer::Text),
        Err(fault) => broken(&fault, format).map(Answer::No),
    }
}

fn whole(report: &BundleReport, format: Format) -> Result<String, CliFailure> {
    if format == Format::Json {
        return pretty(&json!({ "is_whole": true, "consent": report }));
    }
    let mut lines = vec![
        "Whole: the bundle is byte for byte what was signed.".to_owned(),
        format!("content       {}", report.doc_sha256),
        format!("text          {}", report.text_sha256),
        format!("client        {}", report.client_number),
        format!("journal head  {}", report.journal_head),
    ];
    for signer in &report.signers {
        let role = serde_json::to_value(signer.role).unwrap_or_default();
        let key = signer.public_key.as_deref().map_or(String::new(), |key| format!(", signed with key {key}"));
        lines.push(format!(
            "signed        {} ({}), {}{key}",
            signer.name,
            role.as_str().unwrap_or_default(),
            signer.at.format("%Y-%m-%d %H:%M UTC")
        ));
    }
    lines.push("Compare the content with the foot of the paper, and the keys with the clinic.".to_owned());
    Ok(lines.join("\n"))
}

fn broken(fault: &BundleFault, format: Format) -> Result<String, CliFailure> {
    let words = format!("Not whole: {fault}.");
    if format == Format::Json { pretty(&json!({ "is_whole": false, "words": words })) } else { Ok(words) }
}
