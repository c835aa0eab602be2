//! A secret in memory that the operating system keeps out of the swap file.
//!
//! It never reaches a disk by way of the pager, and it is wiped before its page is given back. Where the system
//! refuses to lock memory there is no such secret: nothing here falls back to memory that may be swapped.

use region::LockGuard;
use zeroize::Zeroize as _;

use super::random;
use crate::StoreError;

/// Systems lock whole pages, and giving one back unlocks it for everybody on it: so a secret has pages of its own.
/// The largest page of any computer this runs on is 16 KiB.
#[repr(align(16384))]
struct Page([u8; 16_384]);

/// 32 random bytes in locked memory, wiped when dropped.
pub(crate) struct LockedSecret {
    // Dropped before the page it stands for is given back.
    _lock: LockGuard,
    page: Box<Page>,
}

impl LockedSecret {
    /// A new secret; `None` where the system locks no memory for this program.
    ///
    /// # Errors
    /// [`StoreError::NoRandomness`].
    pub(crate) fn generate() -> Result<Option<Self>, StoreError> {
        let mut page = Box::new(Page([0; 16_384]));
        // Locked first, so that the secret is never in a page that may be swapped.
        let Ok(lock) = region::lock(page.0.as_ptr(), page.0.len()) else {
            return Ok(None);
        };
        let mut drawn: [u8; 32] = random()?;
        page.0[..32].copy_from_slice(&drawn);
        drawn.zeroize();
        Ok(Some(Self { _lock: lock, page }))
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.page.0[..32]
    }
}

impl Drop for LockedSecret {
    fn drop(&mut self) {
        self.page.0.zeroize();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_secret_is_drawn_anew_and_has_pages_of_its_own() {
        let (one, other) = (LockedSecret::generate().unwrap(), LockedSecret::generate().unwrap());
        let (Some(one), Some(other)) = (one, other) else {
            return; // This system locks no memory for us: then there is no secret, which is the promise.
        };
        assert_ne!(one.bytes(), other.bytes(), "nobody can derive one from another");
        for secret in [&one, &other] {
            assert_eq!(secret.bytes().as_ptr().addr() % 16_384, 0, "unlocking one never unlocks a neighbour");
        }
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn the_system_counts_the_secret_among_locked_memory() {
        let locked_kib = || {
            let status = std::fs::read_to_string("/proc/self/status").unwrap();
            let line = status.lines().find(|line| line.starts_with("VmLck:")).unwrap().to_owned();
            line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap()
        };
        let Some(secret) = LockedSecret::generate().unwrap() else {
            return;
        };
        assert!(locked_kib() >= 16, "its page is locked while it lives");
        drop(secret);
    }
}
