//! Which rows of the content a code was read by, and what they stand on.

/// One row of the content that took part in reading a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadBy {
    /// Id of the row.
    pub id: &'static str,
    /// Keys of its sources.
    pub source: &'static [String],
    /// Its status code: V verified, G unverified.
    pub status: &'static str,
}

impl ReadBy {
    /// Whether nobody has read the row in the standard itself.
    #[must_use]
    pub fn is_unverified(self) -> bool {
        self.status.split('/').any(|code| code == "G")
    }
}
