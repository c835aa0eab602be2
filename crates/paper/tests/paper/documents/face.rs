//! A face with two treated zones.

use paper::{Anchor, Block, Colour, Drawing, Line, Outline, Shape, ViewBox};

const LINE: Colour = Colour::new(0x86, 0x75, 0x6a);
const FACE: &str = "M220,60 C282,60 327,98 333,160 C337,196 337,230 333,258 C330,298 323,328 309,352 C295,380 268,409 \
                    247,420 C237,425 228,426 220,426 C212,426 203,425 193,420 C172,409 145,380 131,352 C117,328 \
                    110,298 107,258 C103,230 103,196 107,160 C113,98 158,60 220,60 Z";
const FOREHEAD: [&str; 2] = [
    "M184,40 L70,40 L70,112 C98,126 119,150 127,183 C143,170 168,171 184,183 Z",
    "M256,40 L370,40 L370,112 C342,126 321,150 313,183 C297,170 272,171 256,183 Z",
];
const CHEEKS: [&str; 2] = [
    "M198,263 C176,280 154,280 139,272 C134,296 139,318 153,335 C166,336 178,330 186,316 C182,306 186,292 193,282 \
     C197,276 199,270 198,263 Z",
    "M242,263 C264,280 286,280 301,272 C306,296 301,318 287,335 C274,336 262,330 254,316 C258,306 254,292 247,282 \
     C243,276 241,270 242,263 Z",
];

/// The drawing with its caption.
pub(crate) fn figure() -> Block {
    Block::Figure {
        drawing: drawing(),
        alt: "A face from the front: the forehead and both cheeks are marked as treated.".to_owned(),
        caption: "Marked: forehead at 0.5 mm, cheeks at 1.5 mm".to_owned(),
    }
}

fn drawing() -> Drawing {
    let zone = |path: &str, fill| Shape::Area {
        outline: outline(path),
        fill: Some(fill),
        line: Some(Line { colour: LINE, width_pt: 0.6 }),
    };
    let label = |text: &str, x, y| Shape::Label { x, y, anchor: Anchor::Left, text: text.to_owned(), size_pt: 8.0 };
    let mut inside =
        vec![Shape::Area { outline: outline(FACE), fill: Some(Colour::new(0xf8, 0xf3, 0xec)), line: None }];
    inside.extend(FOREHEAD.map(|path| zone(path, Colour::new(0xb9, 0xdb, 0xd6))));
    inside.extend(CHEEKS.map(|path| zone(path, Colour::new(0xec, 0xc7, 0xae))));
    Drawing {
        view: ViewBox { min_x: 90.0, min_y: 50.0, width: 420.0, height: 386.0 },
        width_mm: 78.0,
        shapes: vec![
            Shape::Clipped { to: outline(FACE), shapes: inside },
            Shape::Area { outline: outline(FACE), fill: None, line: Some(Line { colour: LINE, width_pt: 1.2 }) },
            label("Forehead 0.5 mm", 350.0, 120.0),
            label("Cheeks 1.5 mm", 350.0, 300.0),
        ],
    }
}

#[expect(clippy::expect_used, reason = "the paths stand above")]
fn outline(path: &str) -> Outline {
    Outline::from_svg(path).expect("a path of this file")
}
