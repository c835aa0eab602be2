//! Writes the TypeScript contract into the page.

fn main() -> std::io::Result<()> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/lib/backend/contract.ts");
    std::fs::write(path, desk::contract::typescript())
}
