//! The machine around the desk, as the terminal sees it, and signing in.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use desk::clock::Clock;
use desk::{Desk, Host, Keyring, Place, PrintJob, PrintProblem, Printer};
use directories::ProjectDirs;
use serde_json::{Value, json};

use crate::arguments::At;
use crate::failure::{CliFailure, Exit};
use crate::os_keyring::OsKeyring;

/// A terminal has no printer and no dialogs; a file goes where the arguments say.
struct Terminal {
    out: Option<PathBuf>,
}

impl Host for Terminal {
    fn printers(&self) -> Vec<Printer> {
        Vec::new()
    }

    fn print(&self, _: &PrintJob<'_>) -> Result<(), PrintProblem> {
        Err(PrintProblem::NoPrinter)
    }

    fn choose_file(&self, _: &str) -> Option<PathBuf> {
        self.out.clone()
    }

    fn choose_folder(&self) -> Option<PathBuf> {
        self.out.clone()
    }

    fn picture_program(&self) -> Option<PathBuf> {
        // This very program, also when its file was replaced by an update meanwhile.
        Some(PathBuf::from("/proc/self/exe"))
    }

    fn keyring(&self) -> &dyn Keyring {
        &OsKeyring
    }
}

/// A desk with somebody at it.
pub(crate) struct SignedIn {
    pub(crate) desk: Desk,
    /// Confirms what the window would ask a PIN for.
    pub(crate) password: String,
}

impl SignedIn {
    /// Runs a command of the door.
    pub(crate) fn call(&self, name: &str, request: &Value) -> Result<Value, CliFailure> {
        Ok(self.desk.call(name, request)?)
    }
}

/// Opens the vault beside a window and signs in. `out` is where a file of this command goes.
pub(crate) fn sign_in(at: &At, out: Option<PathBuf>) -> Result<SignedIn, CliFailure> {
    let desk = desk_at(vault_folder(at)?, out);
    let view = desk.call("desk_view", &json!({}))?;
    let user = choose_user(&view, at.user.as_deref())?;
    let password = read_password(at.password_file.as_deref())?;
    desk.call("vault_unlock", &json!({ "user": user, "password": password }))?;
    Ok(SignedIn { desk, password })
}

/// A desk of the terminal at the vault in `folder`. `named` is what the arguments name: where a file of this command
/// goes, or the folder it is about.
pub(crate) fn desk_at(folder: PathBuf, named: Option<PathBuf>) -> Desk {
    Desk::new(folder, Place::Terminal, Clock::system(), Arc::new(Terminal { out: named }))
}

/// The vault the arguments name, or the usual one.
pub(crate) fn vault_folder(at: &At) -> Result<PathBuf, CliFailure> {
    let usual = || ProjectDirs::from("", "", "needlepoint").map(|dirs| dirs.data_dir().join("vault"));
    let folder = at.vault.clone().or_else(usual);
    folder.ok_or_else(|| {
        CliFailure::new(Exit::WrongInput, "This computer has no data folder. Name the vault with --vault.")
    })
}

/// The id of who signs in, of the users a view lists.
pub(crate) fn choose_user(view: &Value, name: Option<&str>) -> Result<String, CliFailure> {
    let users: Vec<(&str, &str)> = view["users"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|user| Some((user["id"].as_str()?, user["name"].as_str()?)))
        .collect();
    let chosen = match (name, users.as_slice()) {
        (_, []) => {
            return Err(CliFailure::new(
                Exit::WrongInput,
                "There is no vault in this folder. Name another with --vault.",
            ));
        }
        (None, [(id, _)]) => Some(*id),
        (None, _) => None,
        (Some(name), users) => users.iter().find(|(_, known)| *known == name).map(|(id, _)| *id),
    };
    chosen.map(str::to_owned).ok_or_else(|| {
        CliFailure::new(Exit::WrongInput, "Say who signs in: --user with the full name, as on the lock screen.")
    })
}

/// The password in the file named for it.
pub(crate) fn read_password(file: Option<&Path>) -> Result<String, CliFailure> {
    let Some(file) = file else {
        return Err(CliFailure::new(
            Exit::WrongInput,
            "Give the password in a file that only you can read: --password-file FILE.",
        ));
    };
    first_line(file)
}

/// The first line of a file that holds a password or a recovery key.
pub(crate) fn first_line(file: &Path) -> Result<String, CliFailure> {
    let text = fs::read_to_string(file).map_err(|_| {
        CliFailure::new(Exit::WrongInput, "The password file cannot be read. Check its name and permissions.")
    })?;
    Ok(text.lines().next().unwrap_or_default().to_owned())
}
