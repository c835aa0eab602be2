//! On whose authority a rule speaks.

/// Sources and status of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basis {
    /// Source keys: `SPLAB`, `S1-12`.
    pub source: Vec<String>,
    /// Status codes joined by a slash: S seed, V verified, Vc verified in a copy, G general knowledge, P policy.
    pub status: String,
}

impl Basis {
    /// The source keys in one line.
    pub fn sources(&self) -> String {
        self.source.join(", ")
    }
}
