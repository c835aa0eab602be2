//! The clinic's seal: made once for a vault, and set on what is signed, so that a changed byte is found out by anybody.

use paper::{SealError, SealFacts, SealKey};
use store::{Act, Stamp, Vault};

use crate::failure::Failure;
use crate::seat::Seat;

/// Keys drawn at most: of 2³² random ones, one is no key of the curve.
const MOST_DRAWS: usize = 3;

/// Makes the clinic's seal where the vault has none. A vault from before there were seals gets one at its next opening.
///
/// # Errors
/// What the vault says where it cannot be written.
pub(crate) fn make_if_missing(vault: &Vault, stamp: &Stamp, clinic: &str) -> Result<(), Failure> {
    if vault.seal_secret()?.is_some() {
        return Ok(());
    }
    for _ in 0..MOST_DRAWS {
        let drawn = vault.draw_seal_secret(clinic, stamp.at)?;
        let fingerprint = match SealKey::new(drawn.bytes(), drawn.clinic(), drawn.valid_from_s()) {
            Ok(key) => key.fingerprint()?,
            Err(SealError::Key) => continue,
            Err(problem) => return Err(problem.into()),
        };
        let made = format!("clinic seal made, certificate {fingerprint}");
        return Ok(vault.keep_seal_secret(stamp, &drawn, |write| write.note(Act::Key, None, made.as_str()))?);
    }
    Err(SealError::Key.into())
}

/// The clinic's seal with its certificate.
pub(crate) struct ClinicSeal {
    key: SealKey,
    /// SHA-256 of the certificate as 64 hexadecimal digits: what the clinic gives out.
    pub(crate) fingerprint: String,
}

impl ClinicSeal {
    /// The seal of the vault at the desk, made now where there is none yet.
    ///
    /// # Errors
    /// What the vault says.
    pub(crate) fn of(seat: &Seat<'_>) -> Result<Self, Failure> {
        let vault = &seat.opened().vault;
        make_if_missing(vault, &seat.stamp(), &seat.clinic().name)?;
        let secret = vault.seal_secret()?.ok_or(store::StoreError::NotFound)?;
        let key = SealKey::new(secret.bytes(), secret.clinic(), secret.valid_from_s())?;
        let fingerprint = key.fingerprint()?;
        Ok(Self { key, fingerprint })
    }

    /// Seals a finished PDF. `reason` is what readers show, in the document's language.
    ///
    /// # Errors
    /// [`Failure::Seal`] where the file cannot be sealed: then nothing is filed.
    pub(crate) fn set(&self, seat: &Seat<'_>, pdf: &[u8], reason: &str) -> Result<Vec<u8>, Failure> {
        let facts = SealFacts { reason, name: &seat.clinic().name, at: seat.now().timestamp() };
        Ok(paper::seal(pdf, &self.key, &facts)?)
    }
}

/// The fingerprint of the clinic's certificate, for whoever wants to give it out; `None` before there is a seal.
///
/// # Errors
/// What the vault says.
pub(crate) fn fingerprint(vault: &Vault) -> Result<Option<String>, Failure> {
    let Some(secret) = vault.seal_secret()? else { return Ok(None) };
    Ok(Some(SealKey::new(secret.bytes(), secret.clinic(), secret.valid_from_s())?.fingerprint()?))
}

/// A fingerprint in groups of eight digits, as it is compared by eye.
pub(crate) fn in_groups(fingerprint: &str) -> String {
    let digits: Vec<char> = fingerprint.chars().collect();
    digits.chunks(8).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}
