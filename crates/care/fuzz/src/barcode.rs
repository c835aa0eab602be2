//! libFuzzer over the reader of barcodes. Holds no rule of its own: see `oracle/barcode.rs`.
#![no_main]

#[path = "oracle/barcode.rs"]
mod oracle;

use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|bytes: &[u8]| -> Corpus {
    // A scanner types letters; what is no text never reaches the reader.
    let Ok(text) = std::str::from_utf8(bytes) else { return Corpus::Reject };
    oracle::check_barcode(text);
    Corpus::Keep
});
