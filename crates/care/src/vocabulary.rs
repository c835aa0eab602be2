//! The closed word lists of a case: kinds, agents, products, states.
//!
//! Each list is an enum whose variants know the word that stands for them in a case, in content and in the
//! record. Nothing here judges anything.

/// Declares an enum whose every variant has one word, readable and writable through serde and listed in `ALL`.
macro_rules! words {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "contract", derive(ts_rs::TS))]
        $vis enum $name { $($(#[$variant_meta])* #[serde(rename = $word)] $variant),+ }

        impl $name {
            /// Every word of the list, in its own order.
            $vis const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word itself.
            $vis const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The variant a word stands for, if it is one of the list.
            $vis fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}
pub(crate) use words;

words! {
    /// Whose law and labels count.
    pub enum Jurisdiction {
        /// United States.
        Us = "US",
        /// United Kingdom.
        Gb = "GB",
        /// European Union.
        Eu = "EU",
        /// Australia.
        Au = "AU",
        /// Anywhere else.
        Other = "other",
    }
}

words! {
    /// Sex as recorded; only decides whether pregnancy and nursing are asked.
    pub enum Sex {
        /// Female.
        Female = "female",
        /// Male.
        Male = "male",
        /// Recorded as other.
        Other = "other",
        /// Not recorded.
        Unknown = "unknown",
    }
}

words! {
    /// Which reading of the isotretinoin evidence the clinic follows.
    pub enum IsotretinoinPolicy {
        /// The device label: wait after the last dose.
        Label = "label",
        /// The newer consensus: a prescriber decides.
        Consensus = "consensus",
    }
}

words! {
    /// What an answer says.
    pub enum AnswerState {
        /// The client has it, takes it or had it.
        Yes = "yes",
        /// The client has not.
        No = "no",
        /// Not asked, or the client does not know. Never counts as no.
        Unknown = "unknown",
    }
}

words! {
    /// The kinds of component a visit can hold.
    pub enum ComponentKind {
        /// Mechanical microneedling.
        Mn = "mn",
        /// Radiofrequency microneedling.
        Rf = "rf",
        /// Platelet-rich plasma.
        Prp = "prp",
        /// Chemical peel.
        Peel = "peel",
        /// Serum on needled skin.
        Serum = "serum",
        /// Topical anaesthetic.
        Ta = "ta",
        /// Light.
        Led = "led",
        /// Botulinum toxin.
        Toxin = "toxin",
        /// Filler.
        Filler = "filler",
        /// Laser or intense light.
        Laser = "laser",
    }
}

words! {
    /// What a rule applies to: the component kinds, with peels split by strength.
    pub enum Target {
        /// Mechanical microneedling.
        Mn = "mn",
        /// Radiofrequency microneedling.
        Rf = "rf",
        /// Platelet-rich plasma.
        Prp = "prp",
        /// A very superficial or superficial peel.
        Ps = "ps",
        /// A medium or deep peel.
        Pm = "pm",
        /// Serum.
        Serum = "serum",
        /// Topical anaesthetic.
        Ta = "ta",
        /// Light.
        Led = "led",
        /// Botulinum toxin.
        Toxin = "toxin",
        /// Filler.
        Filler = "filler",
        /// Laser or intense light.
        Laser = "laser",
    }
}

words! {
    /// Local anaesthetics, and the two chemical families allergies run in.
    pub enum AllergyClass {
        /// Lidocaine, prilocaine.
        Amide = "amide",
        /// Tetracaine, benzocaine.
        Ester = "ester",
        /// Both families.
        Both = "both",
    }
}

words! {
    /// What a peel is made of.
    pub enum PeelAgent {
        /// Glycolic acid.
        Glycolic = "glycolic",
        /// Lactic acid.
        Lactic = "lactic",
        /// Mandelic acid.
        Mandelic = "mandelic",
        /// Salicylic acid.
        Salicylic = "salicylic",
        /// Jessner's solution.
        Jessner = "jessner",
        /// Trichloroacetic acid.
        Tca = "tca",
        /// Trichloroacetic acid with hydrogen peroxide and kojic acid, as one product.
        TcaPrx = "tca_prx",
        /// Pyruvic acid.
        Pyruvic = "pyruvic",
        /// Phenol.
        Phenol = "phenol",
    }
}

words! {
    /// How deep a peel reaches, from the weakest to the strongest.
    pub enum PeelClass {
        /// Very superficial.
        VerySuperficial = "peel.vs",
        /// Superficial.
        Superficial = "peel.s",
        /// Medium.
        Medium = "peel.m",
        /// Deep.
        Deep = "peel.d",
    }
}

words! {
    /// What a serum is.
    pub enum Substance {
        /// The gel a device glides on.
        GlideGel = "glide_gel",
        /// Hyaluronic acid.
        HyaluronicAcid = "hyaluronic_acid",
        /// Tranexamic acid.
        TranexamicAcid = "tranexamic_acid",
        /// Growth factors.
        GrowthFactor = "growth_factor",
        /// Exosomes.
        Exosomes = "exosomes",
        /// Vitamin C.
        VitaminC = "vitamin_c",
        /// Retinoid.
        Retinoid = "retinoid",
        /// Exfoliating acids.
        AhaBha = "aha_bha",
        /// Minoxidil.
        Minoxidil = "minoxidil",
        /// Something else.
        Other = "other",
    }
}

words! {
    /// Where a serum's active part comes from.
    pub enum Origin {
        /// Made in a laboratory.
        Synthetic = "synthetic",
        /// From plants.
        Plant = "plant",
        /// From animals.
        Animal = "animal",
        /// From humans.
        Human = "human",
        /// Not stated by the maker.
        Unknown = "unknown",
    }
}

words! {
    /// Additives that have no place on open channels.
    pub enum Additive {
        /// Fragrance.
        Fragrance = "fragrance",
        /// Essential oil.
        EssentialOil = "essential_oil",
        /// Preservative.
        Preservative = "preservative",
    }
}

words! {
    /// When a serum goes on.
    pub enum SerumTiming {
        /// Under the needles.
        During = "during",
        /// After the last pass.
        After = "after",
    }
}

words! {
    /// Numbing products the rules know by name.
    pub enum NumbingProduct {
        /// Lidocaine with prilocaine.
        Lidoprilo = "lidoprilo",
        /// Lidocaine with tetracaine.
        Pliaglis = "pliaglis",
        /// Liposomal lidocaine.
        Lmx = "lmx",
        /// Tetracaine gel.
        Tetra4 = "tetra4",
        /// Anything else, by its agents.
        Other = "other",
    }
}

words! {
    /// Local anaesthetics.
    pub enum NumbingAgent {
        /// Benzocaine.
        Benzocaine = "benzocaine",
        /// Lidocaine.
        Lidocaine = "lidocaine",
        /// Prilocaine.
        Prilocaine = "prilocaine",
        /// Tetracaine.
        Tetracaine = "tetracaine",
    }
}

words! {
    /// What needles are made of.
    pub enum Needle {
        /// Stainless steel, which holds nickel.
        Steel = "steel",
        /// Titanium.
        Titanium = "titanium",
        /// Sold as free of nickel.
        NickelFree = "nickel_free",
    }
}

words! {
    /// What a filler is.
    pub enum FillerMaterial {
        /// Hyaluronic acid.
        Ha = "ha",
        /// Biostimulator or threads.
        Biostim = "biostim",
        /// Permanent filler.
        Permanent = "permanent",
    }
}

words! {
    /// What keeps drawn blood from clotting.
    pub enum Anticoagulant {
        /// Acid citrate dextrose A.
        AcdA = "acd_a",
        /// Sodium citrate.
        Citrate = "citrate",
        /// Nothing.
        None = "none",
    }
}

words! {
    /// What activates the plasma.
    pub enum Activator {
        /// Nothing.
        None = "none",
        /// Calcium chloride.
        CalciumChloride = "cacl2",
        /// Calcium gluconate.
        CalciumGluconate = "ca_gluconate",
        /// Thrombin.
        Thrombin = "thrombin",
    }
}

words! {
    /// What comparing the tube's label with the client gave.
    pub enum IdentityCheck {
        /// Same person.
        Match = "match",
        /// Not the same person.
        Mismatch = "mismatch",
    }
}

words! {
    /// Procedures of the past that still matter.
    pub enum PastKind {
        /// Mechanical microneedling.
        Mn = "mn",
        /// Radiofrequency microneedling.
        Rf = "rf",
        /// Platelet-rich plasma.
        Prp = "prp",
        /// Chemical peel.
        Peel = "peel",
        /// Strong acid set into single scars.
        TcaCross = "tca_cross",
        /// Microdermabrasion or dermaplaning.
        Microderm = "microderm",
        /// Non-ablative laser or intense light.
        LaserNa = "laser_na",
        /// Ablative laser.
        LaserAb = "laser_ab",
        /// Laser hair removal.
        LaserHair = "laser_hair",
        /// Botulinum toxin.
        Toxin = "toxin",
        /// Filler.
        Filler = "filler",
        /// Surgery.
        Surgery = "surgery",
    }
}

words! {
    /// Blood values the rules read.
    pub enum MeasureKind {
        /// Platelet count.
        Platelets = "platelets",
        /// Haemoglobin.
        Hb = "hb",
        /// Glycated haemoglobin.
        Hba1c = "hba1c",
        /// Clotting time ratio.
        Inr = "inr",
    }
}

impl ComponentKind {
    /// Whether the component drives needles into the skin.
    pub const fn is_needling(self) -> bool {
        matches!(self, Self::Mn | Self::Rf)
    }
}

impl PeelClass {
    /// What rules for peels of this strength are written for.
    pub const fn target(self) -> Target {
        match self {
            Self::VerySuperficial | Self::Superficial => Target::Ps,
            Self::Medium | Self::Deep => Target::Pm,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_leads_back_to_its_own_variant() {
        for kind in ComponentKind::ALL {
            assert_eq!(ComponentKind::from_word(kind.as_str()), Some(*kind), "a word must name exactly one kind");
        }
        assert_eq!(PeelAgent::from_word("bleach"), None, "a word outside the list names nothing");
    }
}
