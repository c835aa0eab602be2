//! Reads one case on standard input and prints its verdict, each sentence as its word key.

use std::io::Read;

fn main() -> anyhow::Result<()> {
    let mut json = Vec::new();
    std::io::stdin().read_to_end(&mut json)?;
    match care::read_case(&json) {
        Ok(case) => {
            let verdict = care::assess(&case, care::Protocol::shipped());
            serde_json::to_writer(std::io::stdout(), &verdict.to_json(&|message| message.key.clone()))?;
        }
        Err(refusal) => {
            use std::io::Write;
            writeln!(std::io::stderr(), "{refusal}")?;
            std::process::exit(2);
        }
    }
    Ok(())
}
