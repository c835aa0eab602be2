//! The document engine by its one door: a document in, a file out, read back as an archive, a printer and a reader would.

#![expect(clippy::expect_used, reason = "a test that cannot read what it checks has failed")]

mod archive;
mod conformance;
mod contents;
mod documents;
mod hostile;
mod large_print;
mod page_code;
mod pages;
mod photos;
mod reading;
mod scripts;
mod seal;
mod words;
