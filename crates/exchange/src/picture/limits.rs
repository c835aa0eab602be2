//! How much a picture may cost. Each number has its reason; none of them follows from another program's default.

/// Bytes of a file at most. The largest photo of a telephone and a page scanned in colour at 600 dpi are smaller.
pub const MOST_BYTES: usize = 40 * 1024 * 1024;
/// Pixels along one edge at most. Read from the header, before a pixel is decoded.
pub const MOST_EDGE_PX: u32 = 12_000;
/// Pixels altogether at most: a camera of 50 megapixels, A4 at 600 dpi (35 megapixels). Read from the header, too.
pub const MOST_PIXELS: u64 = 52_000_000;
/// Bytes the decoder may take for itself and its pixels; 52 million pixels of three bytes are 156 MB.
pub(super) const MOST_DECODED_BYTES: u64 = 256 * 1024 * 1024;

/// Longer edge of a thumbnail: sharp at twice the size it is shown in.
pub const THUMBNAIL_EDGE_PX: u32 = 256;
/// Bytes of a thumbnail at most: the database stays small enough to be copied every hour.
pub const MOST_THUMBNAIL_BYTES: usize = 40 * 1024;
/// Quality a photo is kept in: above it files grow and nobody sees why.
pub(super) const PICTURE_QUALITY: u8 = 90;
/// Qualities a thumbnail is tried in, until it is small enough.
pub(super) const THUMBNAIL_QUALITIES: [u8; 4] = [80, 60, 40, 20];

/// Bytes a colour profile may have; those of cameras have a few thousand, printers' tables are of no use here.
pub(super) const MOST_PROFILE_BYTES: usize = 1024 * 1024;

/// Pages of one file at most whose codes are looked for: more than any paper that is signed here.
pub(super) const MOST_SIGNED_PAGES: usize = 40;
/// Pictures on a page of a PDF that are looked at.
pub(super) const MOST_PICTURES_OF_A_PAGE: usize = 4;
/// Longer edge of a page in which a code is looked for: A4 at 300 dots an inch.
pub(super) const MOST_PAGE_EDGE_PX: u32 = 3508;
/// Pixels that are looked at for the codes of one file.
pub(super) const MOST_SEARCHED_PIXELS: u64 = 400_000_000;
/// Codes on one page at most.
pub(super) const MOST_CODES: usize = 8;
/// Characters of a code at most; a longer one is none of ours.
pub(super) const MOST_CODE_CHARACTERS: usize = 128;

/// Memory of the reading process for data. Below 400 MB with what the program itself takes.
pub(super) const WORKER_DATA_BYTES: u64 = 376 * 1024 * 1024;
/// Address space of the reading process, libraries of the window among it. They are mapped, not held.
pub(super) const WORKER_SPACE_BYTES: u64 = 2 * 1024 * 1024 * 1024;
/// Seconds of computing: fifty megapixels take about two on a slow computer.
pub(super) const WORKER_CPU_S: u64 = 8;
/// Milliseconds until a reading process that has not answered is ended: more than it may compute, because a busy
/// computer lets it wait.
pub const PATIENCE_MS: u64 = 20_000;
/// The same for files of signed pages: up to forty pages are decoded and searched.
pub(super) const PAGES_CPU_S: u64 = 30;
/// And how long their answer is waited for.
pub(super) const PAGES_PATIENCE_MS: u64 = 60_000;

/// Bytes an answer may have at most: no clean picture is larger than what the worker may hold.
pub(super) const MOST_ANSWER_BYTES: usize = 120 * 1024 * 1024;
