//! The page: what its markup may hold, and what is kept apart in it. Which concept may import which is ESLint's to say.

use crate::tracked::{Tracked, tracked};

/// The page's one way to the desk, and its own test.
const DOOR: [&str; 2] = ["ui/src/lib/backend/tauri.ts", "ui/src/lib/backend/tauri.test.ts"];

#[test]
fn only_one_file_of_the_page_knows_tauri() -> anyhow::Result<()> {
    let page = page()?;
    let (door, others): (Vec<_>, Vec<_>) = page.iter().partition(|file| DOOR.contains(&file.path.as_str()));
    let found: Vec<String> = others.iter().flat_map(|file| file.places_of("@tauri-apps/")).collect();
    assert!(found.is_empty(), "the page must run over another host, and under test, unchanged: {found:?}");
    assert!(door.iter().any(|file| file.text.contains("@tauri-apps/")), "the door itself shows that this test can see");
    Ok(())
}

#[test]
fn no_text_becomes_markup_and_no_style_stands_in_an_attribute() -> anyhow::Result<()> {
    let mut found = Vec::new();
    for file in page()?.iter().filter(|file| file.has_extension(&["svelte", "html"])) {
        for needle in ["{@html", " style=\"", " style='", " style={", "javascript:"] {
            found.extend(file.places_of(needle));
        }
    }
    assert!(found.is_empty(), "a client's text could run as a program, or the content policy refuse it: {found:?}");
    Ok(())
}

#[test]
fn no_script_stands_in_an_html_file() -> anyhow::Result<()> {
    for file in page()?.iter().filter(|file| file.has_extension(&["html"])) {
        for (number, line) in file.code().filter(|(_, line)| line.contains("<script")) {
            assert!(line.contains("src="), "the content policy refuses it: {}:{number}", file.path);
        }
    }
    Ok(())
}

#[test]
fn the_kit_knows_no_clinic_and_no_backend() -> anyhow::Result<()> {
    let page = page()?;
    let kit = page.iter().filter(|file| file.is_under("ui/src/kit") && !file.path.ends_with(".test.ts"));
    let outward: Vec<(&str, &str)> = kit
        .flat_map(|file| imported(file).map(|path| (file.path.as_str(), path)))
        .filter(|(_, path)| path.starts_with("../"))
        .collect();
    assert!(outward.len() > 10, "imports are found at all: {outward:?}");
    let wrong: Vec<_> = outward.iter().filter(|(_, path)| !["../lib/words", "../lib/dates"].contains(path)).collect();
    assert!(wrong.is_empty(), "a button that knows a visit cannot be used anywhere else: {wrong:?}");
    Ok(())
}

#[test]
fn no_check_of_the_page_is_switched_off() -> anyhow::Result<()> {
    let mut found = Vec::new();
    for file in page()?.iter().filter(|file| file.is_under("ui/src") && !file.path.ends_with("contract.ts")) {
        for silence in ["eslint-disable", "@ts-ignore", "@ts-expect-error", "@ts-nocheck"] {
            let lines = file.text.lines().enumerate().filter(|(_, line)| line.contains(silence));
            found.extend(lines.map(|(index, _)| format!("{}:{} has {silence}", file.path, index + 1)));
        }
    }
    assert!(found.is_empty(), "the walls between the folders are ESLint's, and stand only while it looks: {found:?}");
    Ok(())
}

fn page() -> anyhow::Result<Vec<Tracked>> {
    let kinds = ["ts", "svelte", "js", "html"];
    let folders = ["ui/src", "ui/public"];
    let is_page = |file: &Tracked| folders.iter().any(|it| file.is_under(it)) || file.path.ends_with(".html");
    Ok(tracked()?.into_iter().filter(|file| file.has_extension(&kinds) && is_page(file)).collect())
}

/// What stands between quotes after `from`, `import` or `import(`.
fn imported(file: &Tracked) -> impl Iterator<Item = &str> {
    file.code().flat_map(|(_, line)| {
        let starts = ["from \"", "import \"", "import(\""];
        starts.into_iter().filter_map(move |start| line.split_once(start)?.1.split_once('"').map(|(path, _)| path))
    })
}
