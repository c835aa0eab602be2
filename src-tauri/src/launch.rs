//! What was asked for on the command line: the window, or a command of the terminal.

use std::ffi::OsString;
use std::path::PathBuf;

/// What to start.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Launch {
    /// The window, at a vault folder or at the usual one.
    Window {
        /// As given with `--vault`.
        vault_folder: Option<PathBuf>,
    },
    /// A command of the terminal, with all its arguments.
    Terminal(Vec<OsString>),
    /// Neither; a sentence says why.
    Unclear(String),
}

/// Reads the arguments after the program's name.
///
/// `--vault DIR` alone opens the window; anything else belongs to the terminal, which knows its commands and its help.
pub(crate) fn read_arguments(arguments: impl Iterator<Item = OsString>) -> Launch {
    let arguments: Vec<OsString> = arguments.collect();
    match arguments.as_slice() {
        [] => Launch::Window { vault_folder: None },
        [option] if option == "--vault" => Launch::Unclear("--vault needs a folder after it".to_owned()),
        [option, folder] if option == "--vault" => Launch::Window { vault_folder: Some(folder.into()) },
        _ => Launch::Terminal(arguments),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(given: &[&str], expected: &Launch) {
        let read = read_arguments(given.iter().map(OsString::from));
        assert_eq!(&read, expected, "`needlepoint {}`", given.join(" "));
    }

    #[test]
    fn no_argument_opens_the_window_at_the_usual_vault() {
        check(&[], &Launch::Window { vault_folder: None });
    }

    #[test]
    fn a_vault_folder_opens_the_window_there() {
        check(&["--vault", "/clinic"], &Launch::Window { vault_folder: Some("/clinic".into()) });
    }

    #[test]
    fn a_command_goes_to_the_terminal_with_all_its_arguments() {
        let words = ["verify", "export.zip", "--json"];
        check(&words, &Launch::Terminal(words.map(OsString::from).to_vec()));
    }

    #[test]
    fn a_vault_without_a_folder_is_said_so() {
        check(&["--vault"], &Launch::Unclear("--vault needs a folder after it".to_owned()));
    }
}
