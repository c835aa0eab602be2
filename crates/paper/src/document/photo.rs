//! Photographs, passed through as they were taken.

/// One photograph: a JPEG in grey or colour. It is never decoded or compressed again; what it says about itself beside
/// the picture (place, camera, a preview) is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// The file. Its pixels must stand upright: an orientation it only mentions is not applied.
    pub jpeg: Vec<u8>,
    /// What it shows, for those who cannot see it. Required, so it may not be empty.
    pub alt: String,
    /// The line under it: the day and the view; may be empty.
    pub caption: String,
}
