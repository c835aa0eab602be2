//! What the answers on a scale come to.
//!
//! A score is made only of answers that are all there and all in range; nothing is filled in for the practitioner.

use std::collections::BTreeMap;

use super::Scale;
use super::rows::{Region, ScaleItem, ScaleRange, Scoring};
use crate::decimal::Decimal;
use crate::ids::{ScaleClassId, ScaleId, ScaleItemId};
use crate::protocol::Basis;

/// What answers on a scale come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// Which scale.
    pub scale: ScaleId,
    /// Which of its items was read, where one of them is the score.
    pub item: Option<ScaleItemId>,
    /// The score, exact.
    pub value: Decimal,
    /// What it could have been.
    pub range: ScaleRange,
    /// What it is called, where the scale has names: wrinkle class `II`, phototype `III`.
    pub class: Option<ScaleClassId>,
    /// Where the scale comes from.
    pub basis: Basis,
}

/// Why there is no score. Names what is allowed, and nothing of what was given.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ScaleError {
    /// There is no such scale.
    #[error("scale: one of {}", list(known))]
    UnknownScale {
        /// Those there are.
        known: Vec<ScaleId>,
    },
    /// The scale does not ask for that.
    #[error("{scale}: only {}", list(known))]
    UnknownItem {
        /// Which scale.
        scale: ScaleId,
        /// What it asks for.
        known: Vec<ScaleItem>,
    },
    /// An answer is not there. Not answered is never nought.
    #[error("{}: missing, a whole number from {}", item.id, item.range)]
    MissingItem {
        /// What is missing.
        item: ScaleItem,
    },
    /// An answer is not in its range.
    #[error("{}: a whole number from {}", item.id, item.range)]
    OutOfRange {
        /// Which answer, with its range.
        item: ScaleItem,
    },
    /// The scale has several scores, and one is given at a time.
    #[error("{scale}: exactly one of {}", list(items))]
    NotOneItem {
        /// Which scale.
        scale: ScaleId,
        /// One of these.
        items: Vec<ScaleItem>,
    },
    /// Only the name of the scale is known.
    #[error("{scale}: known by name only, it cannot be scored")]
    NotScored {
        /// Which scale.
        scale: ScaleId,
    },
}

fn list<T: std::fmt::Display>(all: &[T]) -> String {
    all.iter().map(T::to_string).collect::<Vec<_>>().join(", ")
}

/// Whole numbers as they were given, by item.
type Answers = BTreeMap<ScaleItemId, i64>;

impl Scale {
    /// Scores `answers`, whole numbers by item.
    ///
    /// # Errors
    /// [`ScaleError`] when something else was answered than the scale asks for, something is missing or out of range.
    pub fn score(&self, answers: &Answers) -> Result<Score, ScaleError> {
        answers.keys().try_for_each(|id| self.item(id).map(|_| ()))?;
        let (item, value, range) = match &self.scoring {
            Scoring::Reading { items } | Scoring::External { items } => {
                let item = self.only_given(items, answers)?;
                (Some(item.id.clone()), Decimal::whole(answer(item, answers)?), item.range)
            }
            Scoring::Sum { range, grades, items } => {
                let points = items.iter().map(|row| Ok(row.points(grades, answer(&row.item(), answers)?)));
                (None, total(points)?, *range)
            }
            Scoring::Regions { range, regions } => {
                (None, total(regions.iter().map(|region| points_of(region, answers)))?, *range)
            }
            Scoring::Named => return Err(ScaleError::NotScored { scale: self.id.clone() }),
        };
        let class = self.classes.iter().rev().find(|class| Decimal::whole(class.range.from) <= value);
        let class = class.map(|class| class.id.clone());
        Ok(Score { scale: self.id.clone(), item, value, range, class, basis: self.basis() })
    }

    /// The one item that was answered; the only one there is, answered or not.
    fn only_given<'s>(&self, items: &'s [ScaleItem], answers: &Answers) -> Result<&'s ScaleItem, ScaleError> {
        let given: Vec<&ScaleItem> = items.iter().filter(|item| answers.contains_key(&item.id)).collect();
        match (items, given.as_slice()) {
            ([only], _) => Ok(only),
            (_, [one]) => Ok(one),
            _ => Err(ScaleError::NotOneItem { scale: self.id.clone(), items: items.to_vec() }),
        }
    }
}

fn answer(item: &ScaleItem, answers: &Answers) -> Result<u32, ScaleError> {
    let given = answers.get(&item.id).ok_or_else(|| ScaleError::MissingItem { item: item.clone() })?;
    let ScaleRange { from, to } = item.range;
    let whole = u32::try_from(*given).ok().filter(|value| (from..=to).contains(value));
    whole.ok_or_else(|| ScaleError::OutOfRange { item: item.clone() })
}

fn points_of(region: &Region, answers: &Answers) -> Result<Decimal, ScaleError> {
    let area = answer(&region.area, answers)?;
    let signs = region.signs.iter().map(|sign| answer(sign, answers));
    let signs = signs.reduce(|sum, sign| Ok(sum?.saturating_add(sign?))).transpose()?;
    Ok(region.points(area, signs.unwrap_or(0)))
}

fn total(mut points: impl Iterator<Item = Result<Decimal, ScaleError>>) -> Result<Decimal, ScaleError> {
    points.try_fold(Decimal::ZERO, |sum, points| Ok(sum.plus(points?)))
}
