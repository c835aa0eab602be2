//! A printer that keeps what it is given: programs named `lp` and `lpstat`, found before the system's own.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context;

/// One print as it arrived.
#[derive(Debug, Clone)]
pub(crate) struct Printed {
    /// Arguments of `lp`.
    pub(crate) arguments: Vec<String>,
    /// The PDF.
    pub(crate) file: PathBuf,
}

impl Printed {
    /// What it says, without its lines.
    pub(crate) fn text(&self) -> anyhow::Result<String> {
        let text = Command::new("pdftotext").arg(&self.file).arg("-").output()?;
        let text = String::from_utf8(text.stdout).context("the paper is text")?;
        Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

/// The printer.
pub(crate) struct Printer {
    tray: PathBuf,
}

impl Printer {
    /// Puts the printer's programs into `programs`; its paper goes to `tray`.
    pub(crate) fn put_into(programs: &Path, tray: &Path) -> anyhow::Result<Self> {
        let tray_name = tray.display();
        let lp = format!(
            "#!/bin/sh\n\
             number=$(ls '{tray_name}' | grep -c pdf)\n\
             printf '%s\\n' \"$@\" >'{tray_name}'/$number.arguments\n\
             cat >'{tray_name}'/$number.part\n\
             mv '{tray_name}'/$number.part '{tray_name}'/$number.pdf\n\
             echo \"request id is Treatment_room-$number (1 file(s))\"\n"
        );
        let lpstat = "#!/bin/sh\n\
             case $1 in\n\
             -e) echo Front_desk; echo Treatment_room ;;\n\
             -d) echo 'system default destination: Treatment_room' ;;\n\
             esac\n";
        write_program(&programs.join("lp"), &lp)?;
        write_program(&programs.join("lpstat"), lpstat)?;
        Ok(Self { tray: tray.to_owned() })
    }

    /// Everything printed so far, in order.
    pub(crate) fn printed(&self) -> anyhow::Result<Vec<Printed>> {
        (0..)
            .map(|number| self.tray.join(format!("{number}.pdf")))
            .take_while(|file| file.is_file())
            .map(|file| {
                let arguments = fs::read_to_string(file.with_extension("arguments"))?;
                Ok(Printed { arguments: arguments.lines().map(str::to_owned).collect(), file })
            })
            .collect()
    }
}

fn write_program(path: &Path, text: &str) -> anyhow::Result<()> {
    fs::write(path, text)?;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755))?;
    Ok(())
}
