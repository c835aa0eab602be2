//! What can be typed after `calc`.
//!
//! Numbers stay text here: they are read exactly, and a wrong one is answered with what is allowed.

use clap::{Args, Subcommand};

#[derive(Debug, Subcommand)]
pub(crate) enum CalcCommand {
    /// Force of a spin, in multiples of gravity.
    Rcf {
        /// Radius of the rotor.
        #[arg(long, value_name = "CM", allow_hyphen_values = true)]
        radius_cm: String,
        /// Turns per minute.
        #[arg(long, value_name = "TURNS", allow_hyphen_values = true)]
        rpm: String,
    },
    /// Turns per minute for a force.
    Rpm {
        /// Radius of the rotor.
        #[arg(long, value_name = "CM", allow_hyphen_values = true)]
        radius_cm: String,
        /// Force in multiples of gravity.
        #[arg(long, value_name = "G", allow_hyphen_values = true)]
        rcf_g: String,
    },
    /// Platelets of a plasma: how many, how concentrated, how many of those drawn.
    Prp(PlasmaArguments),
    /// Numbing cream on the skin: grams per area, milligrams of each agent.
    Anaesthetic(CreamArguments),
    /// Score of an outcome scale; without answers, what the scale asks for.
    Scale {
        /// The scale: `ecca`, or `sc.ecca`.
        name: String,
        /// Whole numbers by item: `v=2 u=1 m=3`. None: print the items with their ranges, the classes and the licence.
        #[arg(value_name = "ITEM=NUMBER")]
        answers: Vec<String>,
    },
}

/// A preparation. A number that lacks one of its parts is null.
#[derive(Debug, Args)]
#[group(required = true, multiple = true)]
pub(crate) struct PlasmaArguments {
    /// Platelets of the plasma, in 10^9 per litre.
    #[arg(long, value_name = "10^9/L", allow_hyphen_values = true)]
    pub(crate) prp_platelets: Option<String>,
    /// Plasma gained.
    #[arg(long, value_name = "ML", allow_hyphen_values = true)]
    pub(crate) prp_ml: Option<String>,
    /// Platelets of the blood, in 10^9 per litre.
    #[arg(long, value_name = "10^9/L", allow_hyphen_values = true)]
    pub(crate) blood_platelets: Option<String>,
    /// Blood drawn.
    #[arg(long, value_name = "ML", allow_hyphen_values = true)]
    pub(crate) blood_ml: Option<String>,
}

/// A cream, by its product or by its agents.
#[derive(Debug, Args)]
pub(crate) struct CreamArguments {
    /// Cream on the skin.
    #[arg(long, value_name = "G", allow_hyphen_values = true)]
    pub(crate) grams: String,
    /// Skin under it.
    #[arg(long, value_name = "CM2", allow_hyphen_values = true)]
    pub(crate) cm2: String,
    /// Weight of the client. Milligrams per kilogram are information only: a cream is limited by area and time.
    #[arg(long, value_name = "KG", allow_hyphen_values = true)]
    pub(crate) weight_kg: Option<String>,
    /// A product whose strength is known: lidoprilo, pliaglis, lmx or tetra4.
    #[arg(long, required_unless_present = "agent", conflicts_with = "agent")]
    pub(crate) product: Option<String>,
    /// An agent with its strength: `lidocaine=2.5`. Once for each agent.
    #[arg(long, value_name = "AGENT=PERCENT")]
    pub(crate) agent: Vec<String>,
}
