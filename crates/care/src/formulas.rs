//! The arithmetic of the spin, the platelets and the cream (facts 5.4 and 3.5).
//!
//! Factors and the places a result is rounded to are data in `content/formulas.toml`, each formula with its source and
//! status. Everything is worked out on whole numbers and rounded half up once, at the end. Nothing here judges: whether
//! a force or a dose is right is said by `assess`.

use serde::{Deserialize, Serialize};

use crate::decimal::{Decimal, Ratio, Rounded};
use crate::ids::RuleId;
use crate::protocol::Basis;

/// The largest rotor radius that is taken for one, in centimetres.
pub const MOST_RADIUS_CM: u32 = 1_000;
/// The most turns per minute that are taken for a spin.
pub const MOST_RPM: u32 = 1_000_000;

/// Millionths in one, twice over: the product of two decimals is counted in these.
const SQUARE: i128 = 1_000_000 * 1_000_000;
/// Thousand millionths in one: the unit of the factor of `f.rcf`.
const E9: i128 = 1_000_000_000;

/// What is said about a formula beside its result.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Formula {
    /// Its id: `f.rcf`.
    pub id: RuleId,
    /// Unit of the result; "1" for a plain ratio.
    pub unit: String,
    /// Places after the point the result is rounded to, half up.
    pub places: u32,
    source: Vec<String>,
    status: String,
}

impl Formula {
    /// Where it comes from.
    pub fn basis(&self) -> Basis {
        Basis { source: self.source.clone(), status: self.status.clone() }
    }

    fn round(&self, exact: Ratio) -> Option<Rounded> {
        exact.rounded(self.places)
    }
}

/// A volume of blood or plasma with the platelets in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Platelets {
    /// How many, in 10^9 per litre.
    pub e9_per_l: Decimal,
    /// In how many millilitres.
    pub ml: Decimal,
}

impl Platelets {
    fn product(self) -> i128 {
        self.e9_per_l.millionths() * self.ml.millionths()
    }
}

/// Every formula with its factors. A result is nothing when it divides by nothing, or is too large to be held.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Formulas {
    rcf_factor_e9: u32,
    mg_per_gram_percent: u32,
    ml_per_litre: u32,
    /// Force of a spin.
    pub rcf: Formula,
    /// Turns for a force.
    pub rpm: Formula,
    /// Concentration of the platelets.
    pub fold: Formula,
    /// Share of the platelets that was gained.
    pub recovery: Formula,
    /// Platelets in a volume.
    pub dose_plt: Formula,
    /// Milligrams of an agent on the skin.
    pub ta_mg: Formula,
    /// The same per kilogram of body weight.
    pub ta_mg_per_kg: Formula,
    /// Cream per skin.
    pub ta_g_per_cm2: Formula,
}

impl Formulas {
    /// Every formula, in the order of the table.
    pub fn all(&self) -> [&Formula; 8] {
        let Self { rcf, rpm, fold, recovery, dose_plt, ta_mg, ta_mg_per_kg, ta_g_per_cm2, .. } = self;
        [rcf, rpm, fold, recovery, dose_plt, ta_mg, ta_mg_per_kg, ta_g_per_cm2]
    }

    /// Force of a spin in multiples of gravity (`f.rcf`), to one place.
    pub fn rcf_g(&self, radius_cm: Decimal, rpm: Decimal) -> Option<Rounded> {
        self.rcf.round(self.exact_rcf_g(radius_cm, rpm)?)
    }

    /// The same before it is rounded, to be held against a limit.
    pub(crate) fn exact_rcf_g(&self, radius_cm: Decimal, rpm: Decimal) -> Option<Ratio> {
        let squared = rpm.millionths().checked_mul(rpm.millionths())?;
        let top = squared.checked_mul(i128::from(self.rcf_factor_e9) * radius_cm.millionths())?;
        Ratio::new(top, E9 * SQUARE * 1_000_000)
    }

    /// Whole turns per minute for a force in multiples of gravity (`f.rpm`).
    pub fn rpm(&self, radius_cm: Decimal, rcf_g: Decimal) -> Option<Rounded> {
        let bottom = i128::from(self.rcf_factor_e9) * radius_cm.millionths();
        Ratio::new(rcf_g.millionths() * E9, bottom)?.root_rounded(self.rpm.places)
    }

    /// Platelets of the plasma over those of the blood (`f.fold`), to two places. Both in the same unit.
    pub fn fold(&self, plasma: Decimal, blood: Decimal) -> Option<Rounded> {
        self.fold.round(Ratio::new(plasma.millionths(), blood.millionths())?)
    }

    /// Share of the platelets drawn that is in the plasma (`f.recovery`), to two places.
    pub fn recovery(&self, plasma: Platelets, blood: Platelets) -> Option<Rounded> {
        self.recovery.round(Ratio::new(plasma.product(), blood.product())?)
    }

    /// Platelets in a volume, in 10^9 (`f.dose_plt`), to two places.
    pub fn platelets_e9(&self, of: Platelets) -> Option<Rounded> {
        self.dose_plt.round(Ratio::new(of.product(), SQUARE * i128::from(self.ml_per_litre))?)
    }

    /// Milligrams of an agent in a cream (`f.ta_mg`), to one place: applied, not absorbed.
    pub fn mg(&self, grams: Decimal, percent: Decimal) -> Option<Rounded> {
        self.ta_mg.round(Ratio::new(self.mg_e12(grams, percent)?, SQUARE)?)
    }

    /// The same per kilogram of body weight, to two places. Information only: a cream is limited by area and time.
    pub fn mg_per_kg(&self, grams: Decimal, percent: Decimal, weight_kg: Decimal) -> Option<Rounded> {
        self.ta_mg_per_kg.round(Ratio::new(self.mg_e12(grams, percent)?, weight_kg.millionths() * 1_000_000)?)
    }

    /// Grams of cream per square centimetre of skin, to three places.
    pub fn g_per_cm2(&self, grams: Decimal, area_cm2: Decimal) -> Option<Rounded> {
        self.ta_g_per_cm2.round(Ratio::new(grams.millionths(), area_cm2.millionths())?)
    }

    fn mg_e12(&self, grams: Decimal, percent: Decimal) -> Option<i128> {
        let product = grams.millionths() * percent.millionths();
        product.checked_mul(i128::from(self.mg_per_gram_percent))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::Protocol;

    fn formulas() -> &'static Formulas {
        &Protocol::shipped().formulas
    }

    fn number(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn said(result: Option<Rounded>) -> String {
        result.map_or_else(|| "nothing".to_owned(), |rounded| rounded.to_string())
    }

    fn force(radius_cm: &str, rpm: &str) -> String {
        said(formulas().rcf_g(number(radius_cm), number(rpm)))
    }

    fn turns(radius_cm: &str, rcf_g: &str) -> String {
        said(formulas().rpm(number(radius_cm), number(rcf_g)))
    }

    fn platelets(e9_per_l: &str, ml: &str) -> Platelets {
        Platelets { e9_per_l: number(e9_per_l), ml: number(ml) }
    }

    #[test]
    fn the_force_of_a_spin_is_that_of_the_fact_base() {
        assert_eq!(force("16", "1500"), "402.5", "16 cm at 1500 turns");
        assert_eq!(force("8", "3000"), "805.0", "half the radius at twice the turns");
        assert_eq!(force("10", "1500"), "251.6", "251.55 rounds up");
    }

    #[test]
    fn the_turns_for_a_force_are_those_of_the_fact_base() {
        for (rcf_g, rpm) in [("100", "748"), ("300", "1295"), ("400", "1495"), ("700", "1978")] {
            assert_eq!(turns("16", rcf_g), rpm, "{rcf_g} g on a rotor of 16 cm");
        }
    }

    #[test]
    fn a_broken_number_of_turns_is_not_cut_off() {
        assert_eq!(force("1000", "100000"), "111800000.0", "a whole number of turns");
        assert_eq!(force("1000", "100000.0009"), "111800002.0", "the fourth place after the point still counts");
    }

    #[test]
    fn the_strongest_spin_that_can_be_typed_still_has_its_force() {
        assert_eq!(force("1000", "1000000"), "11180000000.0", "1.118e-5 x 1000 x 10^12");
        assert_eq!(force("999.999999", "999999.999999"), "11179999988.8", "with every digit in use");
    }

    #[test]
    fn platelets_are_those_of_the_fact_base() {
        let formulas = formulas();
        let (plasma, blood) = (platelets("960", "4"), platelets("240", "20"));
        assert_eq!(said(formulas.fold(plasma.e9_per_l, blood.e9_per_l)), "4.00", "four times as many");
        assert_eq!(said(formulas.recovery(plasma, blood)), "0.80", "four fifths were gained");
        assert_eq!(said(formulas.platelets_e9(plasma)), "3.84", "3.84 x 10^9 platelets");
    }

    #[test]
    fn blood_without_platelets_gives_no_ratio() {
        let formulas = formulas();
        assert_eq!(said(formulas.fold(number("960"), Decimal::ZERO)), "nothing", "no number stands for it");
        let none = platelets("0", "20");
        assert_eq!(said(formulas.recovery(platelets("960", "4"), none)), "nothing", "no number stands for it");
    }

    #[test]
    fn the_cream_is_that_of_the_fact_base() {
        let formulas = formulas();
        let (grams, percent) = (number("30"), number("2.5"));
        assert_eq!(said(formulas.mg(grams, percent)), "750.0", "30 g of 2.5 % is 750 mg");
        assert_eq!(said(formulas.mg_per_kg(grams, percent, number("70"))), "10.71", "on a person of 70 kg");
        assert_eq!(said(formulas.g_per_cm2(grams, number("400"))), "0.075", "30 g on 400 cm2");
    }

    #[test]
    fn every_formula_says_its_unit_and_where_it_comes_from() {
        for formula in formulas().all() {
            let known = Protocol::shipped().basis(&formula.id);
            assert_eq!(known, Some(&formula.basis()), "{} is one row in one place", formula.id);
            assert!(!formula.unit.is_empty(), "{} is a number of something", formula.id);
        }
    }
}
