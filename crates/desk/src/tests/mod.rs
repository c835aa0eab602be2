//! What the desk writes down before it shows or prints, tried behind the door where a failure can be made.

mod looks;
mod papers;
mod prints;
mod restricted;
mod room;
