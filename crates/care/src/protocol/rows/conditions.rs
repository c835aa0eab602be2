//! Conditions that rows of several tables share.

use serde::{Deserialize, Serialize};

/// Phototypes, as rules name them. An unknown one is treated as V to VI until it is assessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub(crate) enum Phototype {
    /// I.
    #[serde(rename = "I")]
    I,
    /// II.
    #[serde(rename = "II")]
    Ii,
    /// III.
    #[serde(rename = "III")]
    Iii,
    /// IV.
    #[serde(rename = "IV")]
    Iv,
    /// V.
    #[serde(rename = "V")]
    V,
    /// VI.
    #[serde(rename = "VI")]
    Vi,
    /// Not assessed.
    #[serde(rename = "unknown")]
    Unknown,
}

impl Phototype {
    /// The phototype of a record; whatever is not 1 to 6 was not assessed.
    pub(crate) fn of(fitzpatrick: Option<u8>) -> Self {
        match fitzpatrick {
            Some(1) => Self::I,
            Some(2) => Self::Ii,
            Some(3) => Self::Iii,
            Some(4) => Self::Iv,
            Some(5) => Self::V,
            Some(6) => Self::Vi,
            Some(_) | None => Self::Unknown,
        }
    }
}

/// An age in whole years: a number, or the clinic's own youngest age.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(untagged)]
pub(crate) enum Age {
    Years(u32),
    Named(NamedAge),
}

/// Ages a clinic sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub(crate) enum NamedAge {
    /// The youngest age treated.
    #[serde(rename = "min_age")]
    MinAge,
}

/// What a device's label may not cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub(crate) enum LabelPart {
    /// The client's phototype.
    #[serde(rename = "phototype")]
    Phototype,
    /// A zone's indication.
    #[serde(rename = "indication")]
    Indication,
}

/// How two components of a pair lie to each other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize)]
pub(crate) enum Meeting {
    /// In zones both have.
    #[default]
    #[serde(rename = "shared")]
    Shared,
    /// In no zone both have.
    #[serde(rename = "apart")]
    Apart,
    /// Anywhere.
    #[serde(rename = "any")]
    Any,
}

/// Where a component stands against the needling in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub(crate) enum Order {
    /// Before it.
    #[serde(rename = "first")]
    First,
}

/// The part of the body a zone lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub(crate) enum Region {
    /// Face.
    #[serde(rename = "face")]
    Face,
    /// Neck.
    #[serde(rename = "neck")]
    Neck,
    /// Scalp.
    #[serde(rename = "scalp")]
    Scalp,
    /// Chest, hands, arms, trunk, legs.
    #[serde(rename = "body")]
    Body,
    /// Elsewhere.
    #[serde(rename = "other")]
    Other,
}
