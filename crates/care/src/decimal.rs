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

    /// Rounded half up to `places` after the point.
    pub fn rounded(self, places: u32) -> Option<Rounded> {
        let scaled = self.top.checked_mul(10_i128.pow(places))?.checked_mul(2)?.checked_add(self.bottom)?;
        Some(Rounded { digits: scaled.div_euclid(self.bottom.checked_mul(2)?), places })
    }

    /// Whether this is more than `other`.
    pub fn exceeds(self, other: Self) -> bool {
        match (self.top.checked_mul(other.bottom), other.top.checked_mul(self.bottom)) {
            (Some(left), Some(right)) => left > right,
            (None, _) => true,
            (_, None) => false,
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
        // Reading a short decimal text never rounds visibly, and no arithmetic is done on the result.
        self.to_string()
            .parse::<f64>()
            .ok()
            .and_then(serde_json::Number::from_f64)
            .map_or(serde_json::Value::Null, serde_json::Value::Number)
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
    fn a_number_beyond_every_dose_is_turned_down() {
        assert_eq!("1000000001".parse::<Decimal>(), Err(DecimalError::TooLarge), "no clinic doses that much");
        assert_eq!("1e5".parse::<Decimal>(), Err(DecimalError::NotANumber), "only plain digits are a number here");
    }
}
