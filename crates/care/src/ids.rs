//! Names of rows and parts, each its own type so that none is taken for another.

/// Declares a text id.
macro_rules! text_ids {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => { $(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The id as it is written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.to_owned())
            }
        }

        impl From<String> for $name {
            fn from(id: String) -> Self {
                Self(id)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    )+ };
}

text_ids! {
    /// A rule that can speak: `ci.pregnant`, `cap.wrinkle`, `cb.mn_vitc`.
    RuleId,
    /// A screening question: `ci.tan`, `cb.mn_txa.renal`.
    QuestionId,
    /// A waiting time of the protocol: `w.peel_s`.
    WaitId,
    /// Why a zone is treated: `ind.fine_lines`.
    IndicationId,
    /// A risk the consent names: `rk.pih`.
    RiskId,
    /// A line of the aftercare sheet: `ac.makeup`.
    HoldId,
    /// One component of a visit, as the visit names it.
    ComponentId,
    /// A listed medicine: `ibuprofen`.
    MedicineName,
    /// A symptom after treatment: `pus`.
    SymptomName,
    /// An outcome scale: `sc.ecca`.
    ScaleId,
    /// One number a scale asks for: `forehead_area`.
    ScaleItemId,
    /// What a score is called on its scale: `III`, `much_improved`.
    ScaleClassId,
}
