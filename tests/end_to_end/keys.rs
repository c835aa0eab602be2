//! Keys by the names people use: "Ctrl+K", "Alt+S", "Enter", "7".

use std::time::Duration;

use anyhow::{Context, bail};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;

/// The actions that press `chord` once.
pub(crate) fn press(chord: &str) -> anyhow::Result<KeyActions> {
    let mut names: Vec<&str> = chord.split('+').collect();
    let last = key(names.pop().context("no key")?)?;
    let held = names.into_iter().map(modifier).collect::<anyhow::Result<Vec<char>>>()?;
    let down = held.iter().map(|value| KeyAction::Down { value: *value });
    let up = held.iter().rev().map(|value| KeyAction::Up { value: *value });
    let tap = [KeyAction::Down { value: last }, KeyAction::Up { value: last }];
    Ok(down.chain(tap).chain(up).fold(KeyActions::new("keyboard".to_owned()), KeyActions::then))
}

/// Time between two keys of a quick typist. Faster than 35 ms is taken for a barcode scanner.
const BETWEEN_KEYS: Duration = Duration::from_millis(45);

/// The actions that type `text`.
pub(crate) fn type_text(text: &str) -> KeyActions {
    text.chars()
        .flat_map(|value| {
            [KeyAction::Down { value }, KeyAction::Up { value }, KeyAction::Pause { duration: BETWEEN_KEYS }]
        })
        .fold(KeyActions::new("keyboard".to_owned()), KeyActions::then)
}

fn modifier(name: &str) -> anyhow::Result<char> {
    Ok(match name {
        "Ctrl" => Key::Control.into(),
        "Alt" => Key::Alt.into(),
        "Shift" => Key::Shift.into(),
        _ => bail!("{name} is not held down with other keys"),
    })
}

fn key(name: &str) -> anyhow::Result<char> {
    let named = match name {
        "Enter" => Key::Enter,
        "Tab" => Key::Tab,
        "Escape" => Key::Escape,
        "Space" => return Ok(' '),
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "F2" => Key::F2,
        "F6" => Key::F6,
        "F9" => Key::F9,
        letter => {
            let mut letters = letter.chars();
            let (Some(only), None) = (letters.next(), letters.next()) else { bail!("no key is named {name}") };
            return Ok(only.to_ascii_lowercase());
        }
    };
    Ok(named.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_does_not_exist_is_refused_before_anything_is_pressed() {
        assert!(press("Ctrl+Enterr").is_err(), "a misspelt key must not pass as no key");
    }
}
