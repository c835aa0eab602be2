//! What `make fuzz` asks of random texts, asked of its seeds: so the questions themselves are tried at every build.

#[path = "../fuzz/src/oracle/barcode.rs"]
mod barcode;
#[path = "../fuzz/src/oracle/case.rs"]
mod case;

use std::path::Path;

fn seeds(folder: &str) -> anyhow::Result<Vec<Vec<u8>>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    std::fs::read_dir(folder)?.map(|entry| Ok(std::fs::read(entry?.path())?)).collect()
}

#[test]
fn every_seed_of_the_barcodes_holds() -> anyhow::Result<()> {
    let seeds = seeds("fuzz/seeds/barcode")?;
    assert!(seeds.len() > 10, "the seeds are found: {}", seeds.len());
    for seed in seeds {
        barcode::check_barcode(std::str::from_utf8(&seed)?);
    }
    Ok(())
}

#[test]
fn every_seed_of_the_cases_holds() -> anyhow::Result<()> {
    let seeds: Vec<_> = seeds("fuzz/seeds/case")?.into_iter().chain(seeds("tests/cases")?).collect();
    assert!(seeds.len() > 5, "the seeds are found: {}", seeds.len());
    let n_read = seeds.iter().filter(|seed| care::read_case(seed).is_ok()).count();
    assert!(n_read > 4, "and most of them reach the rules: {n_read}");
    seeds.iter().for_each(|seed| case::check_case(seed));
    Ok(())
}
