//! Outcome scales: what is asked for, what may be answered, and what the answers come to (facts 8).
//!
//! Every scale is data in `content/scales.toml` with its source, status and licence; another scale of a kind that is
//! known needs no code. A score is exact. The wording of a scale is never held here, and nothing here says what a score
//! means for a treatment.

mod check;
mod rows;
mod score;

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

pub use check::ScaleTableError;
pub use rows::{ScaleClass, ScaleItem, ScaleRange};
pub use score::{ScaleError, Score};

use crate::ids::{ScaleId, ScaleItemId};
use crate::protocol::{Basis, read, read_sources};
use crate::vocabulary::words;
use rows::Scoring;

words! {
    /// What the product offers of a scale.
    pub enum ScaleForm {
        /// A form of numbers, in our own words.
        Numeric = "numeric",
        /// Only a field for the score of a form that is filled in elsewhere; its wording is not ours to show.
        External = "external",
        /// Nothing but its name.
        Named = "named",
    }
}

/// One outcome scale, checked.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Its id: `sc.ecca`.
    pub id: ScaleId,
    /// What it is called where it was published.
    pub title: String,
    /// What is known about the right to use it.
    pub licence: String,
    source: Vec<String>,
    status: String,
    scoring: Scoring,
    #[serde(default)]
    classes: Vec<ScaleClass>,
}

impl Scale {
    /// Where it comes from.
    pub fn basis(&self) -> Basis {
        Basis { source: self.source.clone(), status: self.status.clone() }
    }

    /// What the product offers of it.
    pub fn form(&self) -> ScaleForm {
        match self.scoring {
            Scoring::Reading { .. } | Scoring::Sum { .. } | Scoring::Regions { .. } => ScaleForm::Numeric,
            Scoring::External { .. } => ScaleForm::External,
            Scoring::Named => ScaleForm::Named,
        }
    }

    /// Every number it asks for, in the order of its table.
    pub fn items(&self) -> Vec<ScaleItem> {
        self.scoring.items()
    }

    /// The item of that id.
    ///
    /// # Errors
    /// [`ScaleError::UnknownItem`], which names every item of the scale.
    pub fn item(&self, id: &ScaleItemId) -> Result<ScaleItem, ScaleError> {
        let items = self.items();
        let found = items.iter().find(|item| item.id == *id).cloned();
        found.ok_or_else(|| ScaleError::UnknownItem { scale: self.id.clone(), known: items })
    }

    /// What its scores are called, from the lowest; empty where they have no names.
    pub fn classes(&self) -> &[ScaleClass] {
        &self.classes
    }

    /// The range of its score. None where the score is one of the items, which has its own, and where nothing is scored.
    pub fn range(&self) -> Option<ScaleRange> {
        self.scoring.range()
    }

    /// Whether one of its items is given, in place of all of them.
    pub fn takes_one_item(&self) -> bool {
        match self.scoring {
            Scoring::Reading { .. } | Scoring::External { .. } => true,
            Scoring::Sum { .. } | Scoring::Regions { .. } | Scoring::Named => false,
        }
    }
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct ScalesFile {
    #[serde(rename = "scale")]
    scales: Vec<Scale>,
}

/// The scales this version ships with, in the order of the table.
#[derive(Debug)]
pub struct Scales(Vec<Scale>);

impl Scales {
    /// Every scale, read and checked once.
    pub fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Scales> = OnceLock::new();
        #[expect(clippy::expect_used, reason = "the content is compiled in, and a test loads it")]
        SHIPPED.get_or_init(|| Scales::check_shipped().expect("the shipped scales are well formed"))
    }

    /// The shipped table, read and checked again.
    ///
    /// # Errors
    /// The first thing in the table that does not hold.
    pub fn check_shipped() -> Result<Self, ScaleTableError> {
        Self::read(include_str!("../../content/scales.toml"))
    }

    fn read(text: &str) -> Result<Self, ScaleTableError> {
        let file: ScalesFile = read("scales.toml", text)?;
        check::check(&file.scales, &read_sources()?)?;
        Ok(Self(file.scales))
    }

    /// Every scale.
    pub fn all(&self) -> &[Scale] {
        &self.0
    }

    /// The scale of that id.
    ///
    /// # Errors
    /// [`ScaleError::UnknownScale`], which names every scale there is.
    pub fn find(&self, id: &ScaleId) -> Result<&Scale, ScaleError> {
        let known = || self.0.iter().map(|scale| scale.id.clone()).collect();
        self.0.iter().find(|scale| scale.id == *id).ok_or_else(|| ScaleError::UnknownScale { known: known() })
    }
}
