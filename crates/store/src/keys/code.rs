//! The secret of a second factor and the codes it makes (RFC 6238: SHA-1, six digits, thirty seconds).
//!
//! A code is a gate before what administrators do. It seals nothing and opens nothing.

use chrono::{DateTime, Utc};
use totp_rs::{Algorithm, Builder, Secret as TotpSecret, Totp};
use zeroize::{ZeroizeOnDrop, Zeroizing};

use super::random;
use crate::{Part, StoreError};

const SECRET_BYTES: usize = 20;
/// Who made the code, as the authenticator shows it.
const ISSUER: &str = "Needlepoint";

/// A secret that an authenticator and the vault share, wiped when dropped.
#[derive(Clone, PartialEq, Eq, ZeroizeOnDrop)]
pub struct CodeSecret([u8; SECRET_BYTES]);

impl CodeSecret {
    /// A new secret from the operating system, to be shown and proved by one code before it counts.
    ///
    /// # Errors
    /// [`StoreError::NoRandomness`].
    pub fn generate() -> Result<Self, StoreError> {
        random().map(Self)
    }

    pub(crate) fn of_bytes(bytes: &[u8]) -> Result<Self, StoreError> {
        bytes.try_into().map(Self).map_err(|_| StoreError::Damaged(Part::Record))
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The secret as it is typed into an authenticator: groups of four letters and digits.
    #[must_use]
    pub fn typed(&self) -> Zeroizing<String> {
        let letters = Zeroizing::new(TotpSecret::from(self.0).to_base32());
        let mut groups = Zeroizing::new(String::with_capacity(letters.len() * 5 / 4));
        for (n, letter) in letters.chars().enumerate() {
            if n > 0 && n % 4 == 0 {
                groups.push(' ');
            }
            groups.push(letter);
        }
        groups
    }

    /// The address an authenticator reads from a picture. `name` is whose it is.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] never happens: the secret has its length and the name loses its colons.
    pub fn address(&self, name: &str) -> Result<Zeroizing<String>, StoreError> {
        let name = name.replace(':', " ");
        let account = if name.trim().is_empty() { ISSUER } else { name.as_str() };
        let url = self.builder().with_account_name(account).with_issuer(Some(ISSUER)).build();
        let url = url.and_then(|totp| totp.to_url()).map_err(|_| StoreError::Damaged(Part::Record))?;
        Ok(Zeroizing::new(url))
    }

    /// The time step whose code `typed` is, at `now` or one step beside it; `None` if it is no code of theirs.
    #[must_use]
    pub fn step_of(&self, typed: &str, now: DateTime<Utc>) -> Option<u64> {
        let digits: String = typed.chars().filter(|sign| !sign.is_whitespace()).collect();
        let now_s = u64::try_from(now.timestamp()).ok()?;
        self.totp()?.check(&digits, now_s)
    }

    /// The code of `now`, as an authenticator shows it.
    #[cfg(test)]
    pub(crate) fn code_at(&self, now: DateTime<Utc>) -> Option<String> {
        let now_s = u64::try_from(now.timestamp()).ok()?;
        Some(self.totp()?.generate(now_s).to_string())
    }

    fn totp(&self) -> Option<Totp> {
        self.builder().build().ok()
    }

    fn builder(&self) -> Builder {
        Builder::new().with_algorithm(Algorithm::SHA1).with_secret(self.0)
    }
}

impl std::fmt::Debug for CodeSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CodeSecret")
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    /// The secret of the test vectors in RFC 6238, appendix B.
    fn of_the_standard() -> CodeSecret {
        CodeSecret::of_bytes(b"12345678901234567890").unwrap()
    }

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    #[test]
    fn the_codes_are_those_of_the_standard() {
        // The last six of the eight digits of RFC 6238, appendix B, SHA-1.
        for (seconds, code) in
            [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (20_000_000_000, "353130")]
        {
            assert_eq!(of_the_standard().code_at(at(seconds)).as_deref(), Some(code), "at {seconds} s");
        }
    }

    #[test]
    fn a_code_is_taken_half_a_minute_early_or_late_and_no_more() {
        let noon = at(1_111_111_110);
        let code = of_the_standard().code_at(noon).unwrap();
        for (away_s, is_taken) in [(-60, false), (-30, true), (0, true), (30, true), (60, false)] {
            let step = of_the_standard().step_of(&code, noon + TimeDelta::seconds(away_s));
            assert_eq!(step.is_some(), is_taken, "{away_s} s away");
        }
        let spaced = format!("{} {}", &code[..3], &code[3..]);
        assert!(of_the_standard().step_of(&spaced, noon).is_some(), "as the authenticator shows it, with a gap");
        assert_eq!(of_the_standard().step_of("", noon), None, "nothing is no code");
    }

    #[test]
    fn the_address_names_the_program_and_the_person_and_carries_the_secret() {
        let address = of_the_standard().address("Dr: Siân Prys").unwrap();
        assert!(address.starts_with("otpauth://totp/"), "an authenticator knows it");
        assert!(address.contains("secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"), "with the secret in base32: {}", *address);
        assert!(address.contains("issuer=Needlepoint"), "and who made it");
        assert_eq!(*of_the_standard().typed(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ", "and to be typed by hand");
    }
}
