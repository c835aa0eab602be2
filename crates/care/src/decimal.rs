//! Exact decimal numbers: what was written is what is compared.
//!
//! A [`Decimal`] is held as whole millionths, so 0.1 is `100_000` and no binary fraction can creep into a limit.
//! Nothing here uses floating point arithmetic.

use std::str::FromStr;

/// Millionths in one.
const SCALE: i128 = 1_000_000;
/// The largest whole part that is held. Far above any dose, area or count of a clinic.
const LARGEST: i128 = 1_000_000_000;
const PLACES: usize = 6;

/// A number exactly as it was written, to six places; at most a thousand million either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(i64);

impl Decimal {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// A whole number.
    pub fn whole(number: u32) -> Self {
        Self(i64::from(number) * 1_000_000)
    }

    /// The number in thousandths, if it has no finer part and is not negative: millimetres to micrometres.
    pub fn thousandths(self) -> Option<u32> {
        if self.0 % 1_000 == 0 { u32::try_from(self.0 / 1_000).ok() } else { None }
    }

    /// The number as a count, if it is whole and not negative.
    pub fn count(self) -> Option<u32> {
        if self.0 % 1_000_000 == 0 { u32::try_from(self.0 / 1_000_000).ok() } else { None }
    }

    /// The number in millionths, for exact ratios.
    pub(crate) fn millionths(self) -> i128 {
        i128::from(self.0)
    }

    /// This number, `n` times. What is too large to be held stays at the largest number there is.
    pub(crate) fn times(self, n: u32) -> Self {
        Self(self.0.saturating_mul(i64::from(n)))
    }

    /// Both together. What is too large to be held stays at the largest number there is.
    pub(crate) fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// The number as it goes into JSON: 125 whole, 5.8 with its fraction.
    pub fn to_json(self) -> serde_json::Value {
        json_number(&self.to_string())
    }
}

/// Reading a short decimal text never rounds visibly, and no arithmetic is done on the result.
fn json_number(text: &str) -> serde_json::Value {
    let whole = text.parse::<i64>().ok().map(serde_json::Number::from);
    let number = whole.or_else(|| text.parse::<f64>().ok().and_then(serde_json::Number::from_f64));
    number.map_or(serde_json::Value::Null, serde_json::Value::Number)
}

impl std::fmt::Display for Decimal {
    /// The shortest way to write it: "11.8", "69".
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let all = Rounded { digits: i128::from(self.0), places: 6 }.to_string();
        f.write_str(all.trim_end_matches('0').trim_end_matches('.'))
    }
}

/// Why a text is not a number that can be held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DecimalError {
    /// Not digits with at most one point.
    #[error("not a decimal number")]
    NotANumber,
    /// Larger than a thousand million either way.
    #[error("too large")]
    TooLarge,
}

impl FromStr for Decimal {
    type Err = DecimalError;

    /// Reads digits with an optional sign and point. A seventh place is rounded half up.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !all_digits(whole) || !all_digits(fraction) {
            return Err(DecimalError::NotANumber);
        }
        let whole: i128 = whole.parse().map_err(|_| DecimalError::TooLarge)?;
        if whole > LARGEST {
            return Err(DecimalError::TooLarge);
        }
        let magnitude = whole * SCALE + millionths_of(fraction);
        let signed = if negative { -magnitude } else { magnitude };
        i64::try_from(signed).map(Self).map_err(|_| DecimalError::TooLarge)
    }
}

/// The digits after the point as millionths, the seventh place rounded half up.
fn millionths_of(fraction: &str) -> i128 {
    let digit = |index: usize| fraction.as_bytes().get(index).map_or(0, |byte| i128::from(byte - b'0'));
    let kept = (0..PLACES).fold(0, |sum, index| sum * 10 + digit(index));
    if digit(PLACES) >= 5 { kept + 1 } else { kept }
}

/// A fraction of whole numbers, kept exact until it is rounded for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ratio {
    top: i128,
    bottom: i128,
}

impl Ratio {
    /// `top / bottom`; nothing when the bottom is not above zero.
    pub fn new(top: i128, bottom: i128) -> Option<Self> {
        if bottom > 0 { Some(Self { top, bottom }) } else { None }
    }

    /// Rounded half up to `places` after the point; nothing when that has more digits than can be held.
    pub fn rounded(self, places: u32) -> Option<Rounded> {
        let unit = 10_i128.checked_pow(places)?;
        // Whole part and rest go separate ways, so that a large top needs no more room than the result.
        let (whole, rest) = (self.top.div_euclid(self.bottom), self.top.rem_euclid(self.bottom));
        let rest = rest.checked_mul(unit)?.checked_mul(2)?.checked_add(self.bottom)?;
        let digits = whole.checked_mul(unit)?.checked_add(rest.div_euclid(self.bottom.checked_mul(2)?))?;
        Some(Rounded { digits, places })
    }

    /// Its square root, rounded half up to `places` after the point; nothing below zero.
    ///
    /// Whole numbers only: the root is taken of four times the number, so that halves of the wanted place are counted,
    /// and an odd count is the half that rounds up.
    pub fn root_rounded(self, places: u32) -> Option<Rounded> {
        let square = 10_i128.checked_pow(places.checked_mul(2)?)?;
        let halves = self.top.checked_mul(square)?.checked_mul(4)?.div_euclid(self.bottom).checked_isqrt()?;
        Some(Rounded { digits: (halves + 1) / 2, places })
    }

    /// Whether this is more than `other`. Never multiplies, so that no two fractions are too large to compare.
    pub fn exceeds(self, other: Self) -> bool {
        let (mut left, mut right) = (self, other);
        loop {
            let whole = (left.top.div_euclid(left.bottom), right.top.div_euclid(right.bottom));
            if whole.0 != whole.1 {
                return whole.0 > whole.1;
            }
            // Equal whole parts: the larger rest is the one whose reciprocal is smaller.
            match (left.top.rem_euclid(left.bottom), right.top.rem_euclid(right.bottom)) {
                (0, _) => return false,
                (_, 0) => return true,
                (rest, other_rest) => {
                    let reciprocal = Self { top: left.bottom, bottom: rest };
                    left = Self { top: right.bottom, bottom: other_rest };
                    right = reciprocal;
                }
            }
        }
    }
}

/// A number rounded for people, with the places it was rounded to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rounded {
    digits: i128,
    places: u32,
}

impl Rounded {
    /// The number as it goes into JSON.
    pub fn to_json(self) -> serde_json::Value {
        json_number(&self.to_string())
    }
}

impl std::fmt::Display for Rounded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let unit = 10_i128.pow(self.places);
        let (whole, rest) = (self.digits.abs() / unit, self.digits.abs() % unit);
        let sign = if self.digits < 0 { "-" } else { "" };
        if self.places == 0 {
            return write!(f, "{sign}{whole}");
        }
        write!(f, "{sign}{whole}.{rest:0places$}", places = self.places as usize)
    }
}

/// Micrometres as millimetres: `1500` is 1.5.
pub fn millimetres(depth_um: u32) -> Rounded {
    Rounded { digits: i128::from(depth_um), places: 3 }
}

impl<'de> serde::Deserialize<'de> for Decimal {
    /// Content writes decimals as text, so that they are read exactly.
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <String as serde::Deserialize>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl serde::Serialize for Decimal {
    /// The text content would write it as.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_depth_in_millimetres_becomes_whole_micrometres() {
        let read = |text: &str| text.parse::<Decimal>().unwrap().thousandths();
        assert_eq!(read("1.5"), Some(1500), "1.5 mm is 1500 µm");
        assert_eq!(read("0.0005"), None, "half a micrometre is finer than any depth");
        assert_eq!(read("-1"), None, "a depth is never negative");
    }

    #[test]
    fn a_ratio_is_rounded_half_up() {
        let rounded = |top, bottom, places| Ratio::new(top, bottom).unwrap().rounded(places).unwrap().to_string();
        assert_eq!(rounded(25155, 100, 1), "251.6", "251.55 rounds up");
        assert_eq!(rounded(1, 3, 2), "0.33", "a third rounds down");
        assert_eq!(rounded(2321, 100, 2), "23.21", "an exact value stays");
    }

    #[test]
    fn a_root_is_rounded_half_up() {
        let rounded = |top, bottom, places| Ratio::new(top, bottom)?.root_rounded(places).map(|it| it.to_string());
        assert_eq!(rounded(559_033_900, 1_000, 0).as_deref(), Some("748"), "747.69 rounds up");
        assert_eq!(rounded(225, 100, 0).as_deref(), Some("2"), "1.5 is the half and rounds up");
        assert_eq!(rounded(2_249, 1_000, 0).as_deref(), Some("1"), "1.4997 rounds down");
        assert_eq!(rounded(2, 1, 3).as_deref(), Some("1.414"), "the root of two");
        assert_eq!(rounded(-1, 1, 0), None, "no number has that square");
    }

    #[test]
    fn of_two_fractions_the_larger_is_found_however_large_they_are() {
        let ratio = |top, bottom| Ratio::new(top, bottom).unwrap();
        let huge = i128::MAX;
        assert!(ratio(huge, huge - 1).exceeds(ratio(1, 1)), "a little more than one");
        assert!(!ratio(1, 1).exceeds(ratio(huge, huge - 1)), "one is less than that");
        assert!(!ratio(2, 6).exceeds(ratio(1, 3)), "two sixths are a third");
        assert!(ratio(3, 7).exceeds(ratio(2, 5)), "15/35 is more than 14/35");
        assert!(!ratio(2, 5).exceeds(ratio(3, 7)), "and 14/35 is less");
        assert!(ratio(1, 3).exceeds(ratio(-1, 2)), "anything is more than less than nothing");
        assert!(!ratio(-2, 3).exceeds(ratio(-1, 2)), "two thirds below is further below than a half");
    }

    #[test]
    fn a_whole_number_stays_whole_in_json() {
        let json = |text: &str| text.parse::<Decimal>().unwrap().to_json().to_string();
        assert_eq!((json("125"), json("5.8")), ("125".to_owned(), "5.8".to_owned()), "as a person writes them");
    }

    #[test]
    fn a_number_beyond_every_dose_is_turned_down() {
        assert_eq!("1000000001".parse::<Decimal>(), Err(DecimalError::TooLarge), "no clinic doses that much");
        assert_eq!("1e5".parse::<Decimal>(), Err(DecimalError::NotANumber), "only plain digits are a number here");
    }
}
