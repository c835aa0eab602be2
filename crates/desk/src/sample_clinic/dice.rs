//! The dice a made-up clinic is thrown with: the same seed and the same stream throw the same again.

use chrono::{DateTime, Utc};
use uuid::{Builder, Uuid};

/// One stream of throws.
#[derive(Debug, Clone)]
pub(super) struct Dice(fastrand::Rng);

impl Dice {
    /// The dice of one stream under a seed. Streams do not look into each other: what one client throws never changes
    /// what another one gets.
    pub(super) fn of(seed: u64, stream: u64) -> Self {
        let mut mixed = fastrand::Rng::with_seed(seed);
        let base = mixed.u64(..);
        Self(fastrand::Rng::with_seed(base ^ stream.wrapping_mul(0x9E37_79B9_7F4A_7C15)))
    }

    /// A whole number from `least` to `most`, both among them.
    pub(super) fn between(&mut self, least: i64, most: i64) -> i64 {
        self.0.i64(least..=most.max(least))
    }

    /// True `times` in a thousand.
    pub(super) fn in_thousand(&mut self, times: u16) -> bool {
        self.0.u16(0..1000) < times
    }

    /// One of `items`; `None` of none.
    pub(super) fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        if items.is_empty() { None } else { items.get(self.0.usize(0..items.len())) }
    }

    /// One of `items`, each as often as its weight says.
    pub(super) fn weighted<'a, T>(&mut self, items: &'a [(u32, T)]) -> Option<&'a T> {
        let total: u32 = items.iter().map(|(weight, _)| weight).sum();
        let mut left = self.0.u32(0..total.max(1));
        for (weight, item) in items {
            match left.checked_sub(*weight) {
                Some(rest) => left = rest,
                None => return Some(item),
            }
        }
        None
    }

    /// An id as one made at `at` looks: a UUIDv7.
    pub(super) fn id(&mut self, at: DateTime<Utc>) -> Uuid {
        let mut random = [0_u8; 10];
        self.0.fill(&mut random);
        Builder::from_unix_timestamp_millis(at.timestamp_millis().max(0).unsigned_abs(), &random).into_uuid()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_throws_the_same() {
        let throw = |seed, stream| {
            let mut dice = Dice::of(seed, stream);
            (0..20).map(|_| dice.between(1, 6)).collect::<Vec<_>>()
        };
        assert_eq!(throw(7, 3), throw(7, 3), "a clinic can be made again");
        assert_ne!(throw(7, 3), throw(8, 3), "another seed is another clinic");
        assert_ne!(throw(7, 3), throw(7, 4), "two clients are not twins");
    }
}
