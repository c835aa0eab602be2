//! Signatures, drawn as the lines the pen made.

/// One signature with who gave it, as what, to what and when.
#[derive(Debug, Clone, PartialEq)]
pub struct SignatureBox {
    /// The name in full.
    pub name: String,
    /// As whom they sign: client, practitioner, witness, interpreter, guardian.
    pub role: String,
    /// What the signature means, for example "I have read and agree"; may be empty.
    pub meaning: String,
    /// When it was given, in words; empty draws a line to write the day on.
    pub time: String,
    /// The signature itself.
    pub mark: SignatureMark,
}

/// How a signature was given.
#[derive(Debug, Clone, PartialEq)]
pub enum SignatureMark {
    /// Not yet: room for a pen.
    Blank,
    /// Drawn by pen, touch or mouse. Any unit, y growing downwards; it is fitted into the box without distortion.
    Drawn(Vec<Stroke>),
    /// Typed instead of drawn.
    Typed(String),
}

/// One movement of the pen between touching down and lifting.
pub type Stroke = Vec<Point>;

/// Where the pen was.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Distance from the left.
    pub x: f32,
    /// Distance from the top.
    pub y: f32,
}
