//! The shapes of the table of scales. A row that does not fit its shape stops the load.

use serde::{Deserialize, Serialize};

use crate::decimal::Decimal;
use crate::ids::{ScaleClassId, ScaleItemId};

/// Whole numbers from one end to the other; both belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "[u32; 2]")]
pub struct ScaleRange {
    /// At least.
    pub from: u32,
    /// At most.
    pub to: u32,
}

impl TryFrom<[u32; 2]> for ScaleRange {
    type Error = &'static str;

    fn try_from([from, to]: [u32; 2]) -> Result<Self, Self::Error> {
        if from <= to { Ok(Self { from, to }) } else { Err("a range begins before it ends") }
    }
}

impl std::fmt::Display for ScaleRange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} to {}", self.from, self.to)
    }
}

/// One number a scale asks for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ScaleItem {
    /// Its id, which is its own within the scale.
    pub id: ScaleItemId,
    /// What may be answered.
    pub range: ScaleRange,
}

impl std::fmt::Display for ScaleItem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({})", self.id, self.range)
    }
}

/// How a score is made of the items.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Scoring {
    /// One of the items is given, and that is the score.
    Reading { items: Vec<ScaleItem> },
    /// Every item counts by its weight.
    Sum {
        range: ScaleRange,
        /// Grades of every item that has none of its own.
        #[serde(default)]
        grades: Vec<Grade>,
        items: Vec<WeightedItem>,
    },
    /// Every region counts by its weight and its area.
    Regions { range: ScaleRange, regions: Vec<Region> },
    /// One of the totals of a form that is filled in elsewhere.
    External { items: Vec<ScaleItem> },
    /// Nothing is scored.
    Named,
}

impl Scoring {
    pub(super) fn items(&self) -> Vec<ScaleItem> {
        match self {
            Self::Reading { items } | Self::External { items } => items.clone(),
            Self::Sum { items, .. } => items.iter().map(WeightedItem::item).collect(),
            Self::Regions { regions, .. } => {
                regions.iter().flat_map(|region| std::iter::once(&region.area).chain(&region.signs).cloned()).collect()
            }
            Self::Named => Vec::new(),
        }
    }

    pub(super) fn range(&self) -> Option<ScaleRange> {
        match self {
            Self::Sum { range, .. } | Self::Regions { range, .. } => Some(*range),
            Self::Reading { .. } | Self::External { .. } | Self::Named => None,
        }
    }
}

/// An item that counts with others.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WeightedItem {
    pub(super) id: ScaleItemId,
    pub(super) range: ScaleRange,
    #[serde(default = "one")]
    pub(super) weight: Decimal,
    #[serde(default)]
    pub(super) grades: Vec<Grade>,
}

fn one() -> Decimal {
    Decimal::whole(1)
}

impl WeightedItem {
    pub(super) fn item(&self) -> ScaleItem {
        ScaleItem { id: self.id.clone(), range: self.range }
    }

    /// Its own grades, or those of the scale. None at all: a value is its own grade.
    pub(super) fn grades<'s>(&'s self, of_scale: &'s [Grade]) -> &'s [Grade] {
        if self.grades.is_empty() { of_scale } else { &self.grades }
    }

    /// What a value counts.
    pub(super) fn points(&self, of_scale: &[Grade], value: u32) -> Decimal {
        let grades = self.grades(of_scale);
        let grade = grades.iter().rev().find(|grade| grade.from <= value);
        self.weight.times(grade.map_or(value, |grade| grade.grade))
    }
}

/// What a value counts as, from `from` up to where the next grade begins.
#[derive(Debug, Clone, Copy, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Grade {
    pub(super) from: u32,
    pub(super) grade: u32,
}

/// A part of the face: how much of it is affected, and how strongly.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Region {
    pub(super) weight: Decimal,
    pub(super) area: ScaleItem,
    pub(super) signs: Vec<ScaleItem>,
}

impl Region {
    /// What it counts with that area and that sum of its signs.
    pub(super) fn points(&self, area: u32, signs: u32) -> Decimal {
        self.weight.times(area).times(signs)
    }
}

/// What a score within a range is called.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ScaleClass {
    /// Its id: `III`, `much_improved`.
    pub id: ScaleClassId,
    /// The scores it names.
    pub range: ScaleRange,
}
