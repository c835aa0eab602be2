//! What is not said by a document itself: how large it is printed, and what travels inside it.

/// How a document is made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Making<'a> {
    /// How large the letters are.
    pub print: Print,
    /// Files that travel inside the document.
    pub attachments: &'a [Attachment],
}

/// How large the letters are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Print {
    /// 10.5 points.
    #[default]
    Normal,
    /// 18 points, for those who do not read small print; columns that grow too narrow stand under each other.
    Large,
}

/// A file inside the document: the record it was made from, in a form a computer reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its name: plain ASCII without a slash, different from the others.
    pub file_name: String,
    /// What it is, for example `application/json`.
    pub media_type: String,
    /// What it holds, in the words of the document's language.
    pub description: String,
    /// The file.
    pub bytes: Vec<u8>,
}
