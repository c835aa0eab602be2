//! What has to hold for the table of scales: nothing stands twice, every row has a source, and the arithmetic of a
//! scale reaches exactly the range it is published with.

use std::collections::BTreeSet;

use super::rows::{Grade, Region, ScaleClass, ScaleItem, ScaleRange, Scoring, WeightedItem};
use super::{Scale, ScaleForm};
use crate::decimal::Decimal;
use crate::ids::ScaleId;
use crate::protocol::{ProtocolError, SourceRow, check_row_basis};

/// The first thing in the table of scales that does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ScaleTableError {
    /// What would not hold in any other table either.
    #[error(transparent)]
    Content(#[from] ProtocolError),
    /// A scale has no title or no word on its licence.
    #[error("{scale} has no title or no licence")]
    NoWords {
        /// Which scale.
        scale: ScaleId,
    },
    /// A scale that is scored asks for nothing.
    #[error("{scale} has no items")]
    NoItems {
        /// Which scale.
        scale: ScaleId,
    },
    /// The weights are not those of the published range.
    #[error("{scale} has the range {published}, and its items reach {least} to {most}")]
    OtherRange {
        /// Which scale.
        scale: ScaleId,
        /// The range its row names.
        published: ScaleRange,
        /// What all items at their least come to.
        least: Decimal,
        /// What all items at their most come to.
        most: Decimal,
    },
    /// A weight is below zero, or grades do not rise through the range of their item from its beginning.
    #[error("{scale}: {item} has a weight or grades that do not rise")]
    NotRising {
        /// Which scale.
        scale: ScaleId,
        /// Which item.
        item: String,
    },
    /// The classes leave a gap, overlap, or end elsewhere than the scale.
    #[error("{scale} has classes that do not follow each other from one end of its range to the other")]
    ClassesDoNotFit {
        /// Which scale.
        scale: ScaleId,
    },
}

/// Checks the whole table.
pub(super) fn check(scales: &[Scale], sources: &[SourceRow]) -> Result<(), ScaleTableError> {
    none_twice("scales.toml", scales.iter().map(|scale| scale.id.to_string()))?;
    scales.iter().try_for_each(|scale| check_scale(scale, sources))
}

fn check_scale(scale: &Scale, sources: &[SourceRow]) -> Result<(), ScaleTableError> {
    let id = || scale.id.clone();
    check_row_basis(scale.id.as_str(), &scale.source, &scale.status, sources)?;
    if scale.title.is_empty() || scale.licence.is_empty() {
        return Err(ScaleTableError::NoWords { scale: id() });
    }
    let items = scale.items();
    if items.is_empty() && scale.form() != ScaleForm::Named {
        return Err(ScaleTableError::NoItems { scale: id() });
    }
    none_twice(scale.id.as_str(), items.iter().map(|item| item.id.to_string()))?;
    none_twice(scale.id.as_str(), scale.classes.iter().map(|class| class.id.to_string()))?;
    match &scale.scoring {
        Scoring::Reading { .. } | Scoring::External { .. } | Scoring::Named => Ok(()),
        Scoring::Sum { range, grades, items } => check_sum(scale, *range, grades, items),
        Scoring::Regions { range, regions } => check_regions(scale, *range, regions),
    }?;
    check_classes(scale, &items)
}

fn none_twice(at: &str, ids: impl Iterator<Item = String>) -> Result<(), ProtocolError> {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id.clone()) {
            return Err(ProtocolError::Twice { at: at.to_owned(), id });
        }
    }
    Ok(())
}

fn check_sum(
    scale: &Scale,
    range: ScaleRange,
    of_scale: &[Grade],
    items: &[WeightedItem],
) -> Result<(), ScaleTableError> {
    for item in items {
        let grades = item.grades(of_scale);
        let begins = grades.first().is_none_or(|grade| grade.from == item.range.from);
        let ends = grades.last().is_none_or(|grade| grade.from <= item.range.to);
        let rises = grades.is_sorted_by(|one, next| one.from < next.from && one.grade < next.grade);
        if item.weight < Decimal::ZERO || !begins || !ends || !rises {
            return Err(ScaleTableError::NotRising { scale: scale.id.clone(), item: item.id.to_string() });
        }
    }
    let sum = |end: fn(&ScaleRange) -> u32| {
        items.iter().fold(Decimal::ZERO, |sum, item| sum.plus(item.points(of_scale, end(&item.range))))
    };
    check_range(scale, range, sum(|range| range.from), sum(|range| range.to))
}

fn check_regions(scale: &Scale, range: ScaleRange, regions: &[Region]) -> Result<(), ScaleTableError> {
    if let Some(region) = regions.iter().find(|region| region.weight < Decimal::ZERO) {
        return Err(ScaleTableError::NotRising { scale: scale.id.clone(), item: region.area.id.to_string() });
    }
    let sum = |end: fn(&ScaleRange) -> u32| {
        regions.iter().fold(Decimal::ZERO, |sum, region| {
            let signs = region.signs.iter().fold(0_u32, |signs, sign| signs.saturating_add(end(&sign.range)));
            sum.plus(region.points(end(&region.area.range), signs))
        })
    };
    check_range(scale, range, sum(|range| range.from), sum(|range| range.to))
}

fn check_range(scale: &Scale, published: ScaleRange, least: Decimal, most: Decimal) -> Result<(), ScaleTableError> {
    if (least, most) == (Decimal::whole(published.from), Decimal::whole(published.to)) {
        return Ok(());
    }
    Err(ScaleTableError::OtherRange { scale: scale.id.clone(), published, least, most })
}

/// Classes, where there are any, name every score once: one ends where the next begins.
fn check_classes(scale: &Scale, items: &[ScaleItem]) -> Result<(), ScaleTableError> {
    let (Some(first), Some(last)) = (scale.classes.first(), scale.classes.last()) else { return Ok(()) };
    let follows = |one: &ScaleClass, next: &ScaleClass| one.range.to.checked_add(1) == Some(next.range.from);
    let covered = ScaleRange { from: first.range.from, to: last.range.to };
    let fits = match scale.range() {
        Some(range) => range == covered,
        None => items.iter().all(|item| item.range == covered) && !items.is_empty(),
    };
    if fits && scale.classes.windows(2).all(|pair| matches!(pair, [one, next] if follows(one, next))) {
        return Ok(());
    }
    Err(ScaleTableError::ClassesDoNotFit { scale: scale.id.clone() })
}

#[cfg(test)]
mod tests {
    use crate::protocol::ProtocolError;
    use crate::scales::{ScaleTableError, Scales};

    const SHIPPED: &str = include_str!("../../content/scales.toml");

    /// What is said about the shipped table after `good` in it became `bad`.
    #[track_caller]
    fn refusal(good: &str, bad: &str) -> ScaleTableError {
        assert_eq!(SHIPPED.matches(good).count(), 1, "the spoilt place stands once in the table: {good}");
        Scales::read(&SHIPPED.replacen(good, bad, 1)).unwrap_err()
    }

    #[track_caller]
    fn is_unreadable(good: &str, bad: &str, why: &str) {
        let refused = refusal(good, bad);
        assert!(matches!(refused, ScaleTableError::Content(ProtocolError::Unreadable { .. })), "{why}: {refused:?}");
    }

    #[test]
    fn the_shipped_table_holds_together() {
        let checked = Scales::check_shipped();
        assert!(checked.is_ok(), "a scale that cannot be read must never ship: {:?}", checked.err());
    }

    #[test]
    fn a_scale_of_an_unknown_kind_or_with_an_unknown_field_is_refused() {
        is_unreadable("scoring = \"named\"", "scoring = \"guessed\"", "nobody could score it");
        is_unreadable("title = \"POSAS 2.0\"", "name = \"POSAS 2.0\"", "a misspelt field would be lost");
        is_unreadable("{ id = \"v\", range = [0, 3],", "{ id = \"v\", scale = [0, 3],", "so would one of an item");
    }

    #[test]
    fn a_range_that_ends_before_it_begins_is_refused() {
        is_unreadable("id = \"pliability\", range = [0, 5]", "id = \"pliability\", range = [5, 0]", "no value fits");
    }

    #[test]
    fn a_scale_or_an_item_that_stands_twice_is_refused() {
        let twice = |at: &str, id: &str| {
            ScaleTableError::Content(ProtocolError::Twice { at: at.to_owned(), id: id.to_owned() })
        };
        assert_eq!(
            refusal("id = \"sc.mmasi\"", "id = \"sc.masi\""),
            twice("scales.toml", "sc.masi"),
            "which one is meant?"
        );
        assert_eq!(refusal("id = \"pliability\"", "id = \"height\""), twice("sc.vss", "height"), "which one is meant?");
    }

    #[test]
    fn a_scale_without_a_source_or_with_an_unlisted_one_is_refused() {
        let without = ScaleTableError::Content(ProtocolError::NoBasis { id: "sc.fitz".to_owned() });
        assert_eq!(refusal("source = [\"FITQ\"]", "source = []"), without, "nobody could check it");
        let unlisted = ProtocolError::UnknownId { at: "sc.fitz".to_owned(), id: "HEARSAY".to_owned() };
        let refused = refusal("source = [\"FITQ\"]", "source = [\"HEARSAY\"]");
        assert_eq!(refused, ScaleTableError::Content(unlisted), "a source has to be listed");
    }

    #[test]
    fn a_scale_without_a_word_on_its_licence_is_refused() {
        let refused = refusal("licence = \"own\"", "licence = \"\"");
        assert_eq!(refused, ScaleTableError::NoWords { scale: "sc.sat".into() }, "whether it may be used is unknown");
    }

    #[test]
    fn a_scale_that_asks_for_nothing_is_refused() {
        let refused = refusal("[{ id = \"score\", range = [0, 30] }]", "[]");
        assert_eq!(refused, ScaleTableError::NoItems { scale: "sc.dlqi".into() }, "it could never be filled in");
    }

    #[test]
    fn a_weight_that_misses_the_published_range_is_refused() {
        let refused =
            refusal("id = \"v\", range = [0, 3], weight = \"15\"", "id = \"v\", range = [0, 3], weight = \"16\"");
        let said = refused.to_string();
        assert_eq!(said, "sc.ecca has the range 0 to 540, and its items reach 0 to 543", "a slip of one is found");
        let refused = refusal("scoring.regions.range = [0, 48]", "scoring.regions.range = [0, 49]");
        assert!(matches!(refused, ScaleTableError::OtherRange { .. }), "and so is a wrong range: {refused:?}");
    }

    #[test]
    fn grades_out_of_order_and_weights_below_zero_are_refused() {
        let of = |scale: &str, item: &str| ScaleTableError::NotRising { scale: scale.into(), item: item.to_owned() };
        let keloid = of("sc.gb_quant", "keloid_mm2");
        assert_eq!(refusal("{ from = 500, grade", "{ from = 5000, grade"), keloid, "more scar is never fewer points");
        assert_eq!(refusal("{ from = 2001, grade", "{ from = 200100, grade"), keloid, "a grade nobody can reach");
        let macular = of("sc.gb_quant", "macular");
        assert_eq!(refusal("{ from = 1, grade = 1 }", "{ from = 1, grade = 0 }"), macular, "one lesion is not none");
        let below = refusal("range = [0, 1], weight = \"0\"", "range = [0, 1], weight = \"-1\"");
        assert_eq!(below, of("sc.sat", "would_recommend"), "an answer never takes points away");
    }

    #[test]
    fn classes_with_a_gap_an_overlap_or_another_end_are_refused() {
        let fitz = ScaleTableError::ClassesDoNotFit { scale: "sc.fitz".into() };
        let four = "{ id = \"IV\", range = [26, 30] }";
        assert_eq!(refusal(four, "{ id = \"IV\", range = [25, 30] }"), fitz, "25 would be III and IV");
        assert_eq!(refusal(four, "{ id = \"IV\", range = [27, 30] }"), fitz, "26 would be nothing");
        assert_eq!(
            refusal("{ id = \"V-VI\", range = [31, 40] }", "{ id = \"V-VI\", range = [31, 41] }"),
            fitz,
            "40 is the end"
        );
        let fws = refusal("{ id = \"III\", range = [7, 9] }", "{ id = \"III\", range = [7, 8] }");
        assert_eq!(fws, ScaleTableError::ClassesDoNotFit { scale: "sc.fws".into() }, "9 would be nothing");
    }
}
