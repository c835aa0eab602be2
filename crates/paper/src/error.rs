/// Why a document could not be made. Nothing is written when one of these is returned.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// No font of the program can draw this character.
    #[error("no font here can draw {character:?} (U+{:04X})", u32::from(*.character))]
    MissingGlyph {
        /// The first character nothing can draw.
        character: char,
    },
    /// The language is not a BCP 47 tag.
    #[error("the document's language is not a BCP 47 tag")]
    Language,
    /// The title is empty, which archives and screen readers do not accept.
    #[error("a document needs a title")]
    NoTitle,
    /// The instant lies outside the years a PDF can write down (0 to 9999).
    #[error("{created_at} seconds since 1970 is not a year between 0 and 9999")]
    CreatedAt {
        /// The instant that was given.
        created_at: i64,
    },
    /// A row has not as many cells as the table has columns, or the columns have no width.
    #[error("table row {row} has {n_cells} cells for {n_columns} columns")]
    TableShape {
        /// The row, counted from 1; 0 is the head.
        row: usize,
        /// How many cells it has.
        n_cells: usize,
        /// How many columns have a width.
        n_columns: usize,
    },
    /// A figure has no description for those who cannot see it.
    #[error("a figure needs a description in words")]
    FigureWithoutAlt,
    /// A photograph is no JPEG in grey or colour, or is cut off.
    #[error("a photograph cannot be shown")]
    Photo,
    /// A path is not SVG path language.
    #[error("an outline is not the path language of SVG")]
    Outline,
    /// A drawing or signature holds a size or place that is not a finite number, or has no extent.
    #[error("a drawing has a size that cannot be drawn")]
    Extent,
    /// Two attached files share a name, or a name is empty or no plain ASCII.
    #[error("an attached file needs a plain name of its own")]
    AttachmentName,
    /// The document runs to more pages than are numbered here.
    #[error("the document has more than {} pages", u16::MAX)]
    TooManyPages,
    /// The masthead and the footer are so long that they leave too little of the page to the text.
    #[error("the masthead and the footer leave no room for the text")]
    NoRoom,
    /// A font that comes with the program cannot be read or subset: the program is damaged.
    #[error("the font {name} of this program cannot be used")]
    Font {
        /// The name of the face.
        name: &'static str,
    },
    /// The PDF could not be assembled: a defect of the program.
    #[error("the PDF could not be assembled: {stage}")]
    Assembly {
        /// Which part failed.
        stage: &'static str,
    },
}
