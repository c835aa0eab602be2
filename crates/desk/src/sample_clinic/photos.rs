//! Made-up photos: patches of colour with spots, no face and no skin of anybody. They are read and filed by the
//! functions that read and file a chosen photo, for the newest signed visits, five views each.

use care::record::{PhotoId, PhotoScope, PhotoView};
use chrono::NaiveTime;
use exchange::picture::drawn;

use super::dice::Dice;
use crate::cases::photos::{FiledPhoto, file_photo};
use crate::failure::Failure;
use crate::seat::Seat;

/// Views of a visit; close-ups are for what somebody wants to show.
const VIEWS: [PhotoView; 5] =
    [PhotoView::Front, PhotoView::LeftOblique, PhotoView::RightOblique, PhotoView::LeftSide, PhotoView::RightSide];
const WIDTH_PX: u32 = 640;
const HEIGHT_PX: u32 = 480;
/// Spots of a picture.
const N_SPOTS: u32 = 24;
/// Minutes after midnight a made-up photo was taken at, at the earliest, and how many there are to choose from.
const FIRST_MINUTE: u32 = 9 * 60;
const N_MINUTES: u32 = 8 * 60;

/// Files so many photos. Gives how many were filed: fewer where there are not as many visits.
pub(super) fn file_photos(seat: &Seat<'_>, dice: &mut Dice, n_photos: u32) -> Result<u32, Failure> {
    let n_views = u32::try_from(VIEWS.len()).unwrap_or(1);
    let visits = seat.read(|read| read.newest_signed_visits(n_photos.div_ceil(n_views)))?;
    let mut n_filed = 0;
    for visit in visits {
        let minute = FIRST_MINUTE + below(dice, N_MINUTES);
        let taken_time = NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0);
        let scope = if below(dice, 4) == 0 { PhotoScope::Teaching } else { PhotoScope::Record };
        for view in VIEWS {
            if n_filed == n_photos {
                return Ok(n_filed);
            }
            let said = FiledPhoto {
                id: PhotoId(dice.id(seat.now())),
                client: visit.client,
                visit: Some(visit.id),
                zone: None,
                view,
                taken_on: visit.visit_on,
                taken_time,
                scope,
            };
            file_photo(seat, &said, &picture(dice))?;
            n_filed += 1;
        }
    }
    Ok(n_filed)
}

/// A patch of one warm colour, lighter to one side, with spots.
fn picture(dice: &mut Dice) -> Vec<u8> {
    let ground = [150 + below(dice, 90), 110 + below(dice, 80), 90 + below(dice, 70)];
    let spots: Vec<[u32; 3]> =
        (0..N_SPOTS).map(|_| [below(dice, WIDTH_PX), below(dice, HEIGHT_PX), 3 + below(dice, 14)]).collect();
    drawn(WIDTH_PX, HEIGHT_PX, |x, y| {
        let in_spot = spots.iter().any(|[across, down, radius]| {
            let (dx, dy) = (x.abs_diff(*across), y.abs_diff(*down));
            dx * dx + dy * dy <= radius * radius
        });
        let light = x * 24 / WIDTH_PX;
        ground.map(|colour| u8::try_from(colour + light - if in_spot { 40 } else { 0 }).unwrap_or(u8::MAX))
    })
}

/// A whole number under `most`.
fn below(dice: &mut Dice, most: u32) -> u32 {
    u32::try_from(dice.between(0, i64::from(most) - 1)).unwrap_or(0)
}
