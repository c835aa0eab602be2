//! Locks the vault when nobody has touched it for as long as the clinic allows, or when the computer has slept.

use std::sync::Arc;
use std::time::Duration;

use desk::Desk;
use rustix::time::{ClockId, Timespec, clock_gettime};
use serde_json::json;

/// How often the desk is asked; short beside the shortest time a clinic may set, one minute.
const EVERY: Duration = Duration::from_secs(5);
/// Time asleep that counts as having been away, in seconds.
const ASLEEP_S: i64 = 2;

/// Watches for as long as the program runs.
pub(crate) fn watch(desk: Arc<Desk>) {
    std::thread::spawn(move || {
        let mut asleep_s = seconds_asleep();
        loop {
            std::thread::sleep(EVERY);
            desk.lock_if_idle();
            let now_s = seconds_asleep();
            if now_s - asleep_s >= ASLEEP_S {
                // A vault that is locked already answers with that, which is as good.
                let _ = desk.call("vault_lock", &json!({}));
            }
            asleep_s = now_s;
        }
    });
}

/// Seconds this computer has slept since it was started: one clock counts sleep, the other does not.
fn seconds_asleep() -> i64 {
    let seconds = |clock: Timespec| clock.tv_sec;
    seconds(clock_gettime(ClockId::Boottime)) - seconds(clock_gettime(ClockId::Monotonic))
}
