//! Lists the one command of the window for Tauri, and keeps the database's symbols inside the program.

fn main() {
    // SQLCipher carries the names of SQLite. Left visible, WebKit and libsoup would bind to ours instead of the
    // system's, and crash.
    println!("cargo:rustc-link-arg-bins=-Wl,--exclude-libs,ALL");
    let manifest = tauri_build::AppManifest::new().commands(&["rpc"]);
    if let Err(problem) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest)) {
        println!("cargo:warning={problem:#}");
        std::process::exit(1);
    }
}
