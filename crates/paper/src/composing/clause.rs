//! Numbered clauses with the box for their initials.

use super::list::BULLET;
use super::strip::tie_together;
use super::{Column, Composer, Drawn, Slab, Strip};
use crate::PaperError;
use crate::document::{ClausePart, Initials, Print, RichText, Weight};
use crate::tags::{TagId, TagKind, TagTree};
use crate::theme::{BODY, CLAUSE_GAP, INK, ITEM_GAP, PEN, SMALL, TEXT_WIDTH};
use crate::typesetting::{Alignment, TextStyle};

/// How far a clause stands in, unless its number needs more.
const INDENT: f32 = 30.0;
/// The most room a number is given before it runs over two lines.
const WIDEST_NUMBER: f32 = 90.0;
/// How far a point stands in from its bullet, and how far in large print.
const HANG: f32 = 13.0;
const LARGE_HANG: f32 = 21.0;
/// Between a number and its clause, and between a label and its box.
const GUTTER: f32 = 9.0;
/// The box for initials: room for a pen.
const BOX_WIDTH: f32 = 66.0;
const BOX_HEIGHT: f32 = 23.0;
/// Between the edge of the box and what stands in it.
const BOX_PADDING: f32 = 6.0;
/// The widest a box grows for a long word such as "declined".
const WIDEST_BOX: f32 = TEXT_WIDTH / 2.0;

const MARK: TextStyle =
    TextStyle { size: 10.5, weight: Weight::Bold, colour: PEN, alignment: Alignment::Centre, ..BODY };
const LABEL: TextStyle = TextStyle { alignment: Alignment::End, ..SMALL };

impl Composer<'_, '_> {
    pub(super) fn clause(
        &mut self,
        number: &str,
        body: &[ClausePart],
        initials: Option<&Initials>,
    ) -> Result<(), PaperError> {
        if body.iter().all(|part| part.text().is_blank()) {
            return Ok(());
        }
        let list = match self.open_list {
            Some(list) => list,
            None => self.tags.add(TagTree::ROOT, TagKind::NumberedList),
        };
        self.open_list = Some(list);
        let number_width = self.typesetter.width(&RichText::from(number), &BODY)?;
        let indent = (number_width + GUTTER).clamp(INDENT, WIDEST_NUMBER);
        let (mut slab, body_tag) = self.labelled(list, number, indent)?;
        let column = Column { start: indent, width: TEXT_WIDTH - indent };
        self.clause_body(&mut slab, body_tag, body, column)?;
        let mut strips = slab.cut();
        if let Some(initials) = initials {
            strips.extend(self.initials(body_tag, initials)?);
        }
        tie_together(&mut strips, self.tallest_kept());
        self.push(strips, CLAUSE_GAP);
        Ok(())
    }

    /// Paragraphs and points under each other. The lines of a point stand under its first word, not under its bullet.
    fn clause_body(
        &mut self,
        slab: &mut Slab,
        clause: TagId,
        body: &[ClausePart],
        column: Column,
    ) -> Result<(), PaperError> {
        let hang = match self.typesetter.print() {
            Print::Normal => HANG,
            Print::Large => LARGE_HANG,
        };
        // Beside a number that runs over many lines the lines stay level with it: where they do not, nothing can be cut.
        let number_ends = slab.height;
        let mut bottom = 0.0;
        let mut list = None;
        for part in body.iter().filter(|part| !part.text().is_blank()) {
            let y = if bottom > 0.0 && bottom > number_ends - 0.01 { bottom + ITEM_GAP } else { bottom };
            bottom = match part {
                ClausePart::Paragraph(text) => {
                    list = None;
                    let tag = self.tags.add(clause, TagKind::Paragraph);
                    self.set(slab, tag, text, column, y, &BODY)?
                }
                ClausePart::Point(text) => {
                    let list = *list.get_or_insert_with(|| self.tags.add(clause, TagKind::BulletList));
                    let item = self.tags.add(list, TagKind::ListItem);
                    let label = self.tags.add(item, TagKind::Label);
                    self.set(slab, label, &RichText::from(BULLET), Column { width: hang, ..column }, y, &BODY)?;
                    let inside = self.tags.add(item, TagKind::ItemBody);
                    let tag = self.tags.add(inside, TagKind::Paragraph);
                    let beside = Column { start: column.start + hang, width: column.width - hang };
                    self.set(slab, tag, text, beside, y, &BODY)?
                }
            };
        }
        Ok(())
    }

    /// The box at the end of the line with its label, tied to the last lines of its clause.
    fn initials(&mut self, clause: TagId, initials: &Initials) -> Result<Vec<Strip>, PaperError> {
        let tag = self.tags.add(clause, TagKind::Paragraph);
        let mark = RichText::from(initials.mark.as_str());
        let wanted = self.typesetter.width(&mark, &TextStyle { alignment: Alignment::Start, ..MARK })?;
        let width = (wanted + 2.0 * BOX_PADDING + 2.0).clamp(BOX_WIDTH, WIDEST_BOX);
        let label_column = Column { start: 0.0, width: TEXT_WIDTH - width - GUTTER };
        let mark_column = Column { start: TEXT_WIDTH - width + BOX_PADDING, width: width - 2.0 * BOX_PADDING };
        let mut label = Slab::default();
        self.set(&mut label, tag, &RichText::from(initials.label.as_str()), label_column, 0.0, &LABEL)?;
        let mut content = Slab::default();
        self.set(&mut content, tag, &mark, mark_column, 0.0, &MARK)?;
        let height = BOX_HEIGHT.max(content.height + BOX_PADDING).max(label.height);
        if height > self.tallest_kept() {
            // Nobody initials a page; but what was written is never lost.
            return Ok(label.cut().into_iter().chain(content.cut()).collect());
        }
        let x = self.left_of(Column { start: TEXT_WIDTH - width, width });
        let mut drawn = vec![Drawn::Frame { x, y: 0.0, width, height, colour: INK, thickness: 0.8 }];
        for slab in [label, content] {
            let down = (height - slab.height) / 2.0;
            drawn.extend(slab.drawn.into_iter().map(|thing| thing.lowered(down)));
        }
        Ok(vec![Strip { height, gap: 4.0, is_tied: true, drawn, ..Strip::default() }])
    }
}
