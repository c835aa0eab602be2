//! What can be typed to make a vault.

use care::vocabulary::Jurisdiction;
use clap::Args;

/// The clinic and its first practitioner, who also administers.
#[derive(Debug, Args)]
pub(crate) struct ClinicArguments {
    /// Trading name of the clinic, as it heads every paper.
    #[arg(long, value_name = "NAME")]
    pub(crate) clinic: String,
    /// Full name of the first user, as it is printed under a signature.
    #[arg(long, value_name = "NAME")]
    pub(crate) practitioner: String,
    /// Whose law the rules follow: US, GB, EU, AU or other.
    #[arg(long, default_value = "GB", value_parser = jurisdiction)]
    pub(crate) jurisdiction: Jurisdiction,
    /// Postal address. Papers say that it is missing until it is entered.
    #[arg(long, default_value = NOT_ENTERED)]
    pub(crate) address: String,
    /// Telephone in opening hours. Papers say that it is missing until it is entered.
    #[arg(long, default_value = NOT_ENTERED)]
    pub(crate) phone: String,
    /// Telephone when the clinic is closed. Papers say that it is missing until it is entered.
    #[arg(long, default_value = NOT_ENTERED)]
    pub(crate) out_of_hours_phone: String,
    /// The first user may lift findings and approve the protocol.
    #[arg(long)]
    pub(crate) prescribes: bool,
    /// Deepest the first user may needle, in micrometres.
    #[arg(long, default_value_t = 2500)]
    pub(crate) max_depth_um: u16,
}

/// How large a made-up clinic is.
#[derive(Debug, Args)]
pub(crate) struct SampleArguments {
    /// Clients.
    #[arg(long, value_name = "N")]
    pub(crate) clients: u32,
    /// Visits of each client, on average.
    #[arg(long, value_name = "M", default_value_t = 4)]
    pub(crate) visits_per_client: u32,
    /// Made-up photos of the newest signed visits, five views each.
    #[arg(long, value_name = "P", default_value_t = 0)]
    pub(crate) photos: u32,
    /// Newest visits whose signed consent is filed as a PDF.
    #[arg(long, value_name = "D", default_value_t = 200)]
    pub(crate) documents: u32,
    /// The same seed on the same day makes the same clinic.
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub(crate) seed: u64,
}

/// What stands on a paper in place of what nobody has entered.
pub(crate) const NOT_ENTERED: &str = "(not entered yet)";

fn jurisdiction(word: &str) -> Result<Jurisdiction, String> {
    Jurisdiction::from_word(word).ok_or_else(|| "use US, GB, EU, AU or other".to_owned())
}
