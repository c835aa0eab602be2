//! Words with emphasis, and values that keep their own reading direction.

/// A paragraph's worth of text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RichText(pub Vec<Span>);

impl RichText {
    /// A text without any words, which draws nothing.
    pub fn is_blank(&self) -> bool {
        self.0.iter().all(|span| span.text.trim().is_empty())
    }
}

impl From<&str> for RichText {
    fn from(text: &str) -> Self {
        Self(vec![Span::words(text)])
    }
}

impl From<String> for RichText {
    fn from(text: String) -> Self {
        Self(vec![Span::words(text)])
    }
}

impl From<Vec<Span>> for RichText {
    fn from(spans: Vec<Span>) -> Self {
        Self(spans)
    }
}

/// A stretch of text that looks the same throughout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The characters. Composed or not makes no difference.
    pub text: String,
    /// How heavy they are.
    pub weight: Weight,
    /// Whether they are the document's own words or a value put into them.
    pub kind: SpanKind,
}

impl Span {
    /// The document's own words. Values already put into them must stand between U+2068 and U+2069.
    pub fn words(text: impl Into<String>) -> Self {
        Self { text: text.into(), weight: Weight::Regular, kind: SpanKind::Words }
    }

    /// A value put into the words: a name, a date, a telephone number. It is isolated, so that the direction of the
    /// words around it can never turn its parts about.
    pub fn value(text: impl Into<String>) -> Self {
        Self { text: text.into(), weight: Weight::Regular, kind: SpanKind::Value }
    }

    /// The same text in bold.
    #[must_use]
    pub fn bold(self) -> Self {
        Self { weight: Weight::Bold, ..self }
    }
}

/// How heavy letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Running text.
    Regular,
    /// Emphasis.
    Bold,
}

/// Where a stretch of text came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpanKind {
    /// The document's own words.
    Words,
    /// A value put into the words.
    Value,
}
