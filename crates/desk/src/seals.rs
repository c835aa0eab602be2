//! What a sealed PDF says about itself, in words: whole, or damaged and where. Needs no vault.

use fluent_bundle::FluentArgs;
use paper::{Damage, Place, SealSeen, Verdict};
use serde::Serialize;

use crate::words::Words;

/// What the seals of a file say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SealCheck {
    /// Whether the file is sealed and not one byte was changed since.
    pub is_whole: bool,
    /// All of it in plain sentences, one a line.
    pub words: String,
    /// The seals that hold by themselves, in the order they were set.
    pub seals: Vec<SealFound>,
    /// What was changed.
    pub damages: Vec<DamageFound>,
}

/// A seal that holds by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SealFound {
    /// The clinic named in its certificate.
    pub clinic: String,
    /// SHA-256 of the certificate, 64 hexadecimal digits.
    pub certificate_sha256: String,
    /// The length of the file when it was set, in bytes.
    pub n_bytes: usize,
}

/// What was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DamageFound {
    /// What it was there for: `page`, `font`, `attachment`, `tags`, `metadata`, `seal`, `added`, `missing`, `other`.
    pub place: &'static str,
    /// The page, counted from 1.
    pub page: Option<u16>,
    /// The first byte that cannot be trusted.
    pub from_byte: usize,
    /// The first byte after them.
    pub to_byte: usize,
}

/// Checks a PDF against its seals.
#[must_use]
pub fn check(pdf: &[u8]) -> SealCheck {
    let words = Words::en_gb();
    let paper::Verification { verdict, seals } = paper::verify(pdf);
    let mut lines = Vec::new();
    let damages = match verdict {
        Verdict::Whole => {
            lines.push(words.say("seal-whole", None));
            Vec::new()
        }
        Verdict::Unsealed => {
            lines.push(words.say("seal-none", None));
            return SealCheck { is_whole: false, words: lines.join("\n"), seals: Vec::new(), damages: Vec::new() };
        }
        Verdict::Damaged(damages) => {
            lines.push(words.say("seal-damaged", None));
            lines.extend(damages.iter().map(|damage| damage_words(&words, damage)));
            damages.iter().map(found).collect()
        }
    };
    lines.extend(seals.iter().map(|seal| seal_words(&words, seal)));
    lines.push(words.say("seal-meaning", None));
    let seals = seals.into_iter().map(|seal| SealFound {
        clinic: seal.clinic,
        certificate_sha256: seal.certificate_sha256,
        n_bytes: seal.n_bytes,
    });
    SealCheck { is_whole: damages.is_empty(), words: lines.join("\n"), seals: seals.collect(), damages }
}

fn found(damage: &Damage) -> DamageFound {
    let (place, page) = name(damage.place);
    DamageFound { place, page, from_byte: damage.bytes.start, to_byte: damage.bytes.end }
}

const fn name(place: Place) -> (&'static str, Option<u16>) {
    match place {
        Place::Page(number) => ("page", Some(number)),
        Place::Font => ("font", None),
        Place::Attachment => ("attachment", None),
        Place::Tags => ("tags", None),
        Place::Metadata => ("metadata", None),
        Place::Seal => ("seal", None),
        Place::Added => ("added", None),
        Place::Missing => ("missing", None),
        Place::Other => ("other", None),
    }
}

fn damage_words(words: &Words, damage: &Damage) -> String {
    let (place, page) = name(damage.place);
    let mut args = FluentArgs::new();
    args.set("page", page.unwrap_or_default());
    args.set("from", damage.bytes.start.to_string());
    args.set("to", damage.bytes.end.to_string());
    words.say(&format!("seal-place-{place}"), Some(&args))
}

fn seal_words(words: &Words, seal: &SealSeen) -> String {
    let mut args = FluentArgs::new();
    args.set("clinic", seal.clinic.clone());
    args.set("certificate", seal.certificate_sha256.clone());
    words.say("seal-by", Some(&args))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_has_its_words() {
        let places = [
            Place::Page(2),
            Place::Font,
            Place::Attachment,
            Place::Tags,
            Place::Metadata,
            Place::Seal,
            Place::Added,
            Place::Missing,
            Place::Other,
        ];
        let words = Words::en_gb();
        for place in places {
            let key = format!("seal-place-{}", name(place).0);
            assert!(words.has(&key), "whoever checks a file reads a sentence, not {key}");
        }
        let said = damage_words(&words, &Damage { place: Place::Page(2), bytes: 10..20 });
        assert!(said.contains('2') && said.contains("10") && said.contains("20"), "page and bytes are named: {said}");
    }

    #[test]
    fn a_file_without_a_seal_is_not_called_whole() {
        let check = check(b"%PDF-1.7 nothing");
        assert!(!check.is_whole, "without a seal nothing can be said: {}", check.words);
        assert!(check.words.contains("no seal"), "and that is what is said: {}", check.words);
    }
}
