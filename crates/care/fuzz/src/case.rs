//! libFuzzer over the reader of cases and the rules behind it. Holds no rule of its own: see `oracle/case.rs`.
#![no_main]

mod mutate;
#[path = "oracle/case.rs"]
mod oracle;

use libfuzzer_sys::{fuzz_mutator, fuzz_target};

fuzz_target!(|bytes: &[u8]| oracle::check_case(bytes));

fuzz_mutator!(|bytes: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let changed = bytes.get(..size).and_then(|case| mutate::changed_case(case, seed)).filter(|it| it.len() <= max_size);
    match (changed, bytes) {
        (Some(changed), room) if changed.len() <= room.len() => {
            room[..changed.len()].copy_from_slice(&changed);
            changed.len()
        }
        (_, room) => libfuzzer_sys::fuzzer_mutate(room, size, max_size),
    }
});
