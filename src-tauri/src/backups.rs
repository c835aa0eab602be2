//! Makes the backups that are due, on a thread where nobody waits for them.

use std::sync::Arc;
use std::time::Duration;

use desk::Desk;

/// How often the desk is asked whether one is due; short beside the hour it is due in, and beside the time somebody
/// takes to leave after the screen was locked.
const EVERY: Duration = Duration::from_secs(20);

/// Watches for as long as the program runs.
pub(crate) fn watch(desk: Arc<Desk>) {
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(EVERY);
            desk.back_up_if_due();
        }
    });
}
