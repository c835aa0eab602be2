//! What a reviewer would otherwise have to look for in every change: who imports whom, where SQL and markup may stand,
//! what a file may hold, under which licences, in which versions, with which words.

#[path = "tidy/cargo.rs"]
mod cargo;
#[path = "tidy/fuzz.rs"]
mod fuzz;
#[path = "tidy/imports.rs"]
mod imports;
#[path = "tidy/licences.rs"]
mod licences;
#[path = "tidy/machine.rs"]
mod machine;
#[path = "tidy/page.rs"]
mod page;
#[path = "tidy/shape.rs"]
mod shape;
#[path = "tidy/spdx.rs"]
mod spdx;
#[path = "tidy/tracked.rs"]
mod tracked;
#[path = "tidy/versions.rs"]
mod versions;
#[path = "tidy/words.rs"]
mod words;
