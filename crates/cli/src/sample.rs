//! A new vault with a made-up clinic in it, and how far its making has come.

use std::io::{IsTerminal as _, Write as _};

use desk::{SampleMade, SampleOrder, SampleProgress};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value, json};

use crate::arguments::{At, SampleArguments};
use crate::failure::{CliFailure, Exit};
use crate::init::{no_vault, printed, write_out};
use crate::json::{Format, pretty};
use crate::terminal::{desk_at, read_password, vault_folder};

/// Makes the vault and fills it.
pub(crate) fn sample(at: &At, size: &SampleArguments, format: Format) -> Result<(), CliFailure> {
    let order = SampleOrder {
        n_clients: size.clients,
        visits_per_client: size.visits_per_client,
        n_documents: size.documents,
        n_photos: size.photos,
        seed: size.seed,
        password: read_password(at.password_file.as_deref())?,
    };
    let desk = desk_at(vault_folder(at)?, None);
    let key = desk.call("recovery_key_make", &json!({}))?;
    if format == Format::Words {
        write_out(&key, format)?;
    }
    let mut shown = Shown::begin();
    let made = desk.make_sample(&order, &mut |progress| shown.go_on(progress));
    shown.end();
    let made = made.map_err(no_vault)?;
    desk.call("vault_lock", &json!({}))?;
    tell(&key, &made, format)
}

/// Words go beside what a program reads; with `--json` the one document holds the key as well. Made-up people may be
/// lost, so nothing is lost where it cannot be written out.
fn tell(key: &Value, made: &SampleMade, format: Format) -> Result<(), CliFailure> {
    let unsaid = |_| CliFailure::new(Exit::MachineFailed, "The clinic was made, but the answer could not be written.");
    match format {
        Format::Words => writeln!(
            std::io::stderr(),
            "{} made-up clients, {} visits ({} signed), {} papers, {} photos, {} entries in the journal.",
            made.n_clients,
            made.n_visits,
            made.n_signed,
            made.n_documents,
            made.n_photos,
            made.n_entries
        )
        .map_err(unsaid),
        Format::Json => {
            let document = json!({
                "recovery_key": printed(key), "clients": made.n_clients, "visits": made.n_visits,
                "signed": made.n_signed, "documents": made.n_documents, "photos": made.n_photos, "entries": made.n_entries,
            });
            writeln!(std::io::stdout(), "{}", pretty(&document)?).map_err(unsaid)
        }
    }
}

/// How far it has come: a bar on a terminal, a plain line for every tenth elsewhere.
enum Shown {
    Bar(ProgressBar),
    Lines { n_tenths: u64 },
}

impl Shown {
    fn begin() -> Self {
        if !std::io::stderr().is_terminal() {
            return Self::Lines { n_tenths: 0 };
        }
        let style = ProgressStyle::with_template("{bar:40} {pos}/{len} visits, {eta} left");
        let bar = ProgressBar::no_length();
        Self::Bar(match style {
            Ok(style) => bar.with_style(style),
            Err(_) => bar,
        })
    }

    fn go_on(&mut self, progress: SampleProgress) {
        match self {
            Self::Bar(bar) => {
                bar.set_length(progress.n_total);
                bar.set_position(progress.n_done);
            }
            Self::Lines { n_tenths } => {
                let reached = progress.n_done * 10 / progress.n_total.max(1);
                if reached > *n_tenths {
                    *n_tenths = reached;
                    // A line nobody reads is no reason to stop.
                    let _ = writeln!(std::io::stderr(), "{} of {} visits", progress.n_done, progress.n_total);
                }
            }
        }
    }

    fn end(&self) {
        match self {
            Self::Bar(bar) => bar.finish_and_clear(),
            Self::Lines { .. } => {}
        }
    }
}
