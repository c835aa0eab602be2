//! What a letter calls the parts of a visit, in its own language.

use care::record::{Component, PlannedZone, Treatment};
use care::zones::SidedZone;
use care::{LetterWords, TextMissing};

/// "Microneedling: inner cheek on both sides, at most 1.5 mm".
pub(super) fn part_line(words: LetterWords, part: &Component) -> Result<String, TextMissing> {
    let name = words.part(&part.treatment)?;
    let zones = words.zones(&sided(&part.zones))?;
    let deepest_um = part.zones.iter().filter_map(|zone| zone.depth_um).max();
    match (&part.treatment, deepest_um) {
        (Treatment::Mn(_) | Treatment::Rf(_), Some(deepest_um)) => {
            let depth = words.depth(u32::from(deepest_um));
            words.fill("part_depth", &[("part", &name), ("zones", &zones), ("depth", &depth)])
        }
        _ if zones.is_empty() => Ok(name),
        _ => words.fill("part_at", &[("part", &name), ("zones", &zones)]),
    }
}

/// The parts of a visit in one line.
pub(super) fn parts_line(words: LetterWords, parts: &[Component]) -> Result<String, TextMissing> {
    let lines: Vec<String> = parts.iter().map(|part| part_line(words, part)).collect::<Result<_, _>>()?;
    Ok(lines.join("; "))
}

fn sided(zones: &[PlannedZone]) -> Vec<SidedZone> {
    zones.iter().map(|zone| SidedZone { zone: zone.zone, side: zone.side }).collect()
}
