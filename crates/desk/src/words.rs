//! Words a person reads on the screen or in the terminal, from the Fluent files in `locales/`.
//!
//! Consent and aftercare texts are not here: they are versioned content of `care`.

use care::verdict::{Arg, Message};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

/// The files of en-GB. The screen reads its own files from the same folder.
const EN_GB: &[&str] = &[
    include_str!("../../../locales/en-GB/failures.ftl"),
    include_str!("../../../locales/en-GB/desk.ftl"),
    include_str!("../../../locales/en-GB/desk-keeping.ftl"),
    include_str!("../../../locales/en-GB/rules.ftl"),
    include_str!("../../../locales/en-GB/barcode.ftl"),
    include_str!("../../../locales/en-GB/seals.ftl"),
];

/// The words of one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").finish_non_exhaustive()
    }
}

/// The language of the screen, as a BCP 47 tag: what the person at the desk reads.
pub(crate) const SCREEN_LANGUAGE: &str = "en-GB";

impl Words {
    /// English as it is written in Britain.
    #[must_use]
    pub fn en_gb() -> Self {
        let mut bundle = FluentBundle::new_concurrent(SCREEN_LANGUAGE.parse().ok().into_iter().collect());
        for text in EN_GB {
            let resource = match FluentResource::try_new((*text).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self { bundle }
    }

    /// The words of `key`. A key without words gives itself, and a test fails: see `words_are_complete`.
    #[must_use]
    pub fn say(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mut problems = Vec::new();
        self.bundle.format_pattern(pattern, args, &mut problems).into_owned()
    }

    /// Whether there are words for `key`.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|message| message.value().is_some())
    }

    /// The sentence of a finding.
    #[must_use]
    pub fn finding(&self, message: &Message) -> String {
        let mut args = FluentArgs::new();
        for (name, arg) in &message.args {
            match arg {
                Arg::Day(day) => args.set(*name, screen_day(*day)),
                Arg::Count(count) => args.set(*name, *count),
                Arg::DepthUm(depth_um) => args.set(*name, millimetres(*depth_um)),
                Arg::Text(text) => args.set(*name, text.clone()),
            }
        }
        self.say(&message.key, Some(&args))
    }
}

/// A day as the screen shows it: 20-Nov-2026.
#[must_use]
pub fn screen_day(day: chrono::NaiveDate) -> String {
    day.format("%d-%b-%Y").to_string()
}

/// Micrometres as millimetres without a trailing zero: 1500 reads "1.5", 1000 reads "1".
#[must_use]
pub fn millimetres(depth_um: u32) -> String {
    let text = format!("{}.{:03}", depth_um / 1000, depth_um % 1000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Takes out the marks that keep a value's reading direction, for terminals that would show them as boxes.
#[must_use]
pub fn without_isolates(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::{FieldProblem, Refusal};

    #[test]
    fn every_reason_to_refuse_has_its_words() {
        let words = Words::en_gb();
        let keys = Refusal::ALL.iter().map(|reason| reason.key()).chain(FieldProblem::ALL.iter().map(|it| it.key()));
        let missing: Vec<_> = keys.filter(|key| !words.has(key)).collect();
        assert!(missing.is_empty(), "a person would read a key instead of a sentence: {missing:?}");
    }

    #[test]
    fn every_file_of_words_can_be_read() {
        for text in EN_GB {
            let read = FluentResource::try_new((*text).to_owned());
            assert!(read.is_ok(), "a broken line would lose its message: {:?}", read.err().map(|(_, errors)| errors));
        }
    }

    #[test]
    fn a_depth_is_shown_in_millimetres_without_a_trailing_zero() {
        let shown = [1500, 1000, 250, 750].map(millimetres);
        assert_eq!(shown, ["1.5", "1", "0.25", "0.75"], "depths are read aloud in millimetres");
    }
}
