//! The tree of tags: what a screen reader is told about the ink on the pages.

/// One node of the tree.
#[derive(Debug, Clone)]
pub(crate) struct Tag {
    pub(crate) kind: TagKind,
    pub(crate) children: Vec<Child>,
    /// What a drawing shows.
    pub(crate) alt: Option<String>,
    /// The text in reading order, where the ink stands in another.
    pub(crate) actual_text: Option<String>,
    /// The edges of a figure on its page: left, bottom, right, top.
    pub(crate) bounds: Option<[f32; 4]>,
}

/// A place in the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TagId(usize);

/// What belongs to a tag, in reading order.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Child {
    /// A tag under it.
    Tag(TagId),
    /// A marked stretch of a page's content.
    Mark { page: usize, mark: i64 },
}

/// The standard structure types of PDF that are used here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TagKind {
    Document,
    Group,
    /// Level 1 to 3.
    Heading(u8),
    Paragraph,
    BulletList,
    NumberedList,
    ListItem,
    Label,
    ItemBody,
    Table,
    Row,
    ColumnHead,
    RowHead,
    Cell,
    Figure,
    Caption,
    Contents,
    ContentsEntry,
}

impl TagKind {
    /// Its name in the file.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Group => "Div",
            Self::Heading(1) => "H1",
            Self::Heading(2) => "H2",
            Self::Heading(_) => "H3",
            Self::Paragraph => "P",
            Self::BulletList | Self::NumberedList => "L",
            Self::ListItem => "LI",
            Self::Label => "Lbl",
            Self::ItemBody => "LBody",
            Self::Table => "Table",
            Self::Row => "TR",
            Self::ColumnHead | Self::RowHead => "TH",
            Self::Cell => "TD",
            Self::Figure => "Figure",
            Self::Caption => "Caption",
            Self::Contents => "TOC",
            Self::ContentsEntry => "TOCI",
        }
    }
}

/// All tags of a document; the first is its root.
#[derive(Debug)]
pub(crate) struct TagTree(Vec<Tag>);

impl TagTree {
    pub(crate) fn new() -> Self {
        Self(vec![Tag::new(TagKind::Document)])
    }

    pub(crate) const ROOT: TagId = TagId(0);

    /// Adds a tag as the last child of another.
    pub(crate) fn add(&mut self, parent: TagId, kind: TagKind) -> TagId {
        let id = TagId(self.0.len());
        self.0.push(Tag::new(kind));
        self.get_mut(parent).children.push(Child::Tag(id));
        id
    }

    /// Adds a drawing with the words for what it shows.
    pub(crate) fn add_figure(&mut self, parent: TagId, alt: String) -> TagId {
        let id = self.add(parent, TagKind::Figure);
        self.get_mut(id).alt = Some(alt);
        id
    }

    pub(crate) fn get_mut(&mut self, id: TagId) -> &mut Tag {
        &mut self.0[id.0]
    }

    /// All tags with their places, the root first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (TagId, &Tag)> {
        self.0.iter().enumerate().map(|(index, tag)| (TagId(index), tag))
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }
}

impl TagId {
    /// Its place in the order of [`TagTree::iter`].
    pub(crate) fn index(self) -> usize {
        self.0
    }
}

impl Tag {
    fn new(kind: TagKind) -> Self {
        Self { kind, children: Vec::new(), alt: None, actual_text: None, bounds: None }
    }
}
