//! What one try of a password costs, and how a clinic's first computer chooses it.

use std::time::{Duration, Instant};

use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::{Part, StoreError};

/// What one try of a password costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Cost {
    /// Memory in kibibytes.
    pub(crate) memory_kib: u32,
    /// Rounds over the memory.
    pub(crate) n_rounds: u32,
    /// Lanes.
    pub(crate) n_lanes: u32,
}

/// A try should take a person half a second to a second, and whoever holds the disk as long for every guess.
const SHORTEST: Duration = Duration::from_millis(500);
const LONGEST: Duration = Duration::from_millis(1_000);
/// Memory is chosen in whole steps, so that two computers of a kind choose the same.
const STEP_KIB: u32 = 8 * 1024;
/// Tries to find it; time is close to proportional to memory, so two are usually enough.
const MOST_MEASUREMENTS: usize = 4;

impl Cost {
    /// The least a slot may cost: RFC 9106, second recommended choice.
    pub(crate) const FLOOR: Self = Self { memory_kib: 64 * 1024, n_rounds: 3, n_lanes: 4 };
    /// The most a file may ask for; one that asks for more is taken for damaged.
    const CEILING: Self = Self { memory_kib: 1024 * 1024, n_rounds: 32, n_lanes: 16 };

    /// What a password should cost on this computer. Takes a second or two, at a clinic's first run only.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] never happens: the costs tried are all allowed.
    pub(crate) fn measured_here() -> Result<Self, StoreError> {
        Self::chosen_by(|cost| {
            let started = Instant::now();
            cost.stretch(b"a password to measure with", &[0; 16])?;
            Ok(started.elapsed())
        })
    }

    /// The cost of which `measure` says that it takes between [`SHORTEST`] and [`LONGEST`]; never below the floor.
    fn chosen_by(mut measure: impl FnMut(Self) -> Result<Duration, StoreError>) -> Result<Self, StoreError> {
        let mut cost = Self::FLOOR;
        for _ in 0..MOST_MEASUREMENTS {
            let took = measure(cost)?;
            let next = cost.scaled_to_the_middle(took);
            if (SHORTEST..=LONGEST).contains(&took) || next == cost {
                return Ok(cost);
            }
            cost = next;
        }
        Ok(cost)
    }

    /// The memory with which a try would take the middle of the two times, where this one took `took`.
    fn scaled_to_the_middle(self, took: Duration) -> Self {
        let middle_ms = u128::midpoint(SHORTEST.as_millis(), LONGEST.as_millis());
        let wanted_kib = u128::from(self.memory_kib) * middle_ms / took.as_millis().max(1);
        let wanted_kib = u32::try_from(wanted_kib).unwrap_or(u32::MAX) / STEP_KIB * STEP_KIB;
        Self { memory_kib: wanted_kib.clamp(Self::FLOOR.memory_kib, Self::CEILING.memory_kib), ..self }
    }

    /// Whether a try of this cost is cheaper than one of `other` in any way.
    pub(crate) fn is_below(self, other: Self) -> bool {
        self.memory_kib < other.memory_kib || self.n_rounds < other.n_rounds || self.n_lanes < other.n_lanes
    }

    /// Argon2id of a password.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where a file asks for less than the floor or more than a computer has.
    pub(crate) fn stretch(self, password: &[u8], salt: &[u8; 16]) -> Result<Zeroizing<[u8; 32]>, StoreError> {
        let damaged = StoreError::Damaged(Part::Keys);
        if !self.is_allowed() {
            return Err(damaged);
        }
        let params = Params::new(self.memory_kib, self.n_rounds, self.n_lanes, Some(32));
        let params = params.map_err(|_| damaged.clone())?;
        let mut stretched = Zeroizing::new([0_u8; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(password, salt, &mut *stretched)
            .map_err(|_| damaged)?;
        Ok(stretched)
    }

    fn is_allowed(self) -> bool {
        !self.is_below(Self::FLOOR) && !Self::CEILING.is_below(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A computer on which 64 MiB take `floor_ms`, and more memory takes proportionally more.
    fn chosen_where_the_floor_takes(floor_ms: u32) -> (u32, u32) {
        let took_ms = |cost: Cost| cost.memory_kib * floor_ms / Cost::FLOOR.memory_kib;
        let cost = Cost::chosen_by(|cost| Ok(Duration::from_millis(took_ms(cost).into()))).unwrap();
        (cost.memory_kib / 1024, took_ms(cost))
    }

    #[test]
    fn a_password_costs_half_a_second_to_a_second_on_whatever_computer() {
        for floor_ms in [50, 120, 308, 499, 500, 750, 1_000] {
            let (mib, took_ms) = chosen_where_the_floor_takes(floor_ms);
            assert!((500..=1_000).contains(&took_ms), "{floor_ms} ms at the floor gives {mib} MiB and {took_ms} ms");
        }
    }

    #[test]
    fn a_slow_computer_stays_at_the_floor_and_a_fast_one_at_a_gibibyte() {
        assert_eq!(chosen_where_the_floor_takes(4_000), (64, 4_000), "never cheaper than RFC 9106 asks for");
        assert_eq!(chosen_where_the_floor_takes(5).0, 1_024, "never more memory than a computer has");
    }

    #[test]
    fn one_slow_measurement_is_put_right_by_the_next() {
        let mut measured = [100_u64, 1_400, 700].into_iter();
        let cost = Cost::chosen_by(|_| Ok(Duration::from_millis(measured.next().unwrap()))).unwrap();
        assert_eq!(measured.next(), None, "it was measured until the time was right");
        assert!(!cost.is_below(Cost::FLOOR), "and the floor holds");
    }

    #[test]
    fn a_file_that_asks_for_less_or_for_far_too_much_is_damaged() {
        for (memory_kib, n_rounds, n_lanes) in [(8, 3, 4), (64 * 1024, 1, 4), (4 * 1024 * 1024, 3, 4)] {
            let stretched = Cost { memory_kib, n_rounds, n_lanes }.stretch(b"a password", &[0; 16]);
            assert_eq!(
                stretched.map(|_| ()),
                Err(StoreError::Damaged(Part::Keys)),
                "{memory_kib} KiB, {n_rounds} rounds"
            );
        }
    }
}
