//! Photos of a client and scans of paper: choosing files, filing, looking, what is allowed, withdrawing.

mod adding;
mod choosing;
mod looking;
mod rows;
mod standing;

pub(crate) use adding::{FiledPhoto, add_photo, add_scan, file_photo};
pub(crate) use choosing::{Untaken, choose_files, discard_file, take_chosen};
pub(crate) use looking::{open_photo, open_scan, save_scan, view_photos};
pub(crate) use standing::{set_scope, withdraw_photo, withdraw_scan};
