//! Taking from a process everything it does not need to turn bytes into pixels.

use rustix::process::{Resource, Rlimit, setrlimit};

use super::Purpose;
use super::limits::{PAGES_CPU_S, WORKER_CPU_S, WORKER_DATA_BYTES, WORKER_SPACE_BYTES};

/// Proof that this process is confined. Decoding asks for it, so nothing is decoded anywhere else.
#[derive(Debug)]
pub(super) struct Confined(());

impl Confined {
    /// Confines this process, for good: it can write and open no file, start no other process, leave no image of its
    /// memory, and has a fixed share of memory and time.
    ///
    /// # Errors
    /// Where the system refuses one of the limits: then nothing may be decoded.
    pub(super) fn confine_this_process(purpose: Purpose) -> Result<Self, rustix::io::Errno> {
        let cpu_s = match purpose {
            Purpose::Photo | Purpose::Scan => WORKER_CPU_S,
            Purpose::SignedPages => PAGES_CPU_S,
        };
        for (resource, most) in [
            (Resource::Core, 0),
            (Resource::Fsize, 0),
            (Resource::Nofile, 0),
            (Resource::Nproc, 0),
            (Resource::Cpu, cpu_s),
            (Resource::Data, WORKER_DATA_BYTES),
            (Resource::As, WORKER_SPACE_BYTES),
        ] {
            setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) })?;
        }
        Ok(Self(()))
    }

    /// For trials under a fuzzer, which watches memory and time itself.
    #[cfg(fuzzing)]
    pub(super) fn by_the_fuzzer() -> Self {
        Self(())
    }
}
