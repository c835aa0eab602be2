//! The shim between SQLite and the real files: counts, fails and records what goes through it.

#![expect(unsafe_code, reason = "SQLite takes a file system as a table of C functions; each one here only hands on")]

use std::ffi::{CStr, c_char, c_int, c_void};
use std::path::PathBuf;
use std::ptr;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use libsqlite3_sys as ffi;

/// What a failing disk answers, from the chosen moment until it is healed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// No write finds room any more.
    Full,
    /// No write, cut or sync succeeds any more.
    WriteError,
    /// No read succeeds any more.
    ReadError,
}

/// Something that was done to a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Op {
    /// Bytes were written.
    Write {
        /// To which file.
        file: PathBuf,
        /// From which byte on.
        at: u64,
        /// Which.
        bytes: Vec<u8>,
    },
    /// A file was cut to a length.
    Truncate {
        /// Which file.
        file: PathBuf,
        /// Its length then.
        len: u64,
    },
    /// Everything written to a file before is on the disk.
    Sync {
        /// Which file.
        file: PathBuf,
    },
    /// The program was told that its `n`th write is kept.
    Acknowledged {
        /// Counted by whoever writes.
        n: u64,
    },
}

#[derive(Default)]
struct State {
    armed: Option<(u64, Fault)>,
    n_counted: u64,
    has_failed: bool,
    recorded: Option<Vec<Op>>,
}

static STATE: Mutex<State> = Mutex::new(State { armed: None, n_counted: 0, has_failed: false, recorded: None });

/// The disk under every database of this process, lent to one test at a time.
#[derive(Debug)]
pub struct Disk {
    _turn: MutexGuard<'static, ()>,
}

impl Disk {
    /// Puts the shim under SQLite and waits until no other test has it.
    ///
    /// # Errors
    /// SQLite's code, where it does not take the shim.
    pub fn take() -> Result<Self, c_int> {
        static INSTALLED: OnceLock<c_int> = OnceLock::new();
        static TURN: Mutex<()> = Mutex::new(());
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let installed = *INSTALLED.get_or_init(install);
        let disk = Self { _turn: turn };
        disk.heal();
        if installed == ffi::SQLITE_OK { Ok(disk) } else { Err(installed) }
    }

    /// The `n`th operation from now on that `fault` concerns fails, and every one after it.
    pub fn fail_at(&self, n: u64, fault: Fault) {
        let mut state = state();
        *state = State { armed: Some((n, fault)), recorded: state.recorded.take(), ..State::default() };
    }

    /// Takes the fault away; says whether it was ever met.
    pub fn heal(&self) -> bool {
        let mut state = state();
        state.armed = None;
        std::mem::take(&mut state.has_failed)
    }

    /// Remembers every operation from now on.
    pub fn record(&self) {
        state().recorded = Some(Vec::new());
    }

    /// Notes that the program was told its `n`th write is kept.
    pub fn acknowledge(&self, n: u64) {
        note(|| Op::Acknowledged { n });
    }

    /// What was done since [`Disk::record`].
    #[must_use]
    pub fn recorded(&self) -> Vec<Op> {
        state().recorded.take().unwrap_or_default()
    }
}

fn state() -> MutexGuard<'static, State> {
    STATE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn note(op: impl FnOnce() -> Op) {
    if let Some(recorded) = &mut state().recorded {
        recorded.push(op());
    }
}

/// Whether this operation fails. `faults` are those that concern it.
fn fails(faults: &[Fault]) -> Option<Fault> {
    let mut state = state();
    let (n, fault) = state.armed.filter(|(_, fault)| faults.contains(fault))?;
    state.n_counted += 1;
    let is_over = state.n_counted >= n;
    state.has_failed |= is_over;
    is_over.then_some(fault)
}

/// A file of the shim: what SQLite sees, then the real file's bytes.
#[repr(C)]
struct File {
    base: ffi::sqlite3_file,
    /// The real file, in the bytes after this struct.
    real: *mut ffi::sqlite3_file,
    /// A `PathBuf` in a box; null for a file without a name.
    path: *mut PathBuf,
}

fn real_vfs() -> *mut ffi::sqlite3_vfs {
    static REAL: OnceLock<usize> = OnceLock::new();
    // SAFETY: SQLite gives its own default file system, which lives as long as the process.
    *REAL.get_or_init(|| unsafe { ffi::sqlite3_vfs_find(ptr::null()) } as usize) as *mut ffi::sqlite3_vfs
}

fn install() -> c_int {
    let real = real_vfs();
    if real.is_null() {
        return ffi::SQLITE_ERROR;
    }
    // SAFETY: `real` is SQLite's own; the copy differs in name, size and how a file is opened, and is never freed.
    unsafe {
        let mut shim = *real;
        shim.zName = c"faults".as_ptr();
        shim.pNext = ptr::null_mut();
        shim.szOsFile += c_int::try_from(size_of::<File>()).unwrap_or(c_int::MAX);
        shim.xOpen = Some(open);
        ffi::sqlite3_vfs_register(Box::leak(Box::new(shim)), 1)
    }
}

static METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    iVersion: 3,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: Some(shm_map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(shm_barrier),
    xShmUnmap: Some(shm_unmap),
    xFetch: Some(fetch),
    xUnfetch: Some(unfetch),
};

// SAFETY of everything below: SQLite calls with files that `open` has made and not `close`d yet, and the arguments are
// handed on as they came to the functions of its own file system.

unsafe extern "C" fn open(
    _: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out_flags: *mut c_int,
) -> c_int {
    unsafe {
        let shim = file.cast::<File>();
        let real = shim.add(1).cast::<ffi::sqlite3_file>();
        (*shim).base.pMethods = ptr::null();
        let vfs = real_vfs();
        let Some(open) = (*vfs).xOpen else { return ffi::SQLITE_ERROR };
        let code = open(vfs, name, real, flags, out_flags);
        if code != ffi::SQLITE_OK {
            return code;
        }
        (*shim).real = real;
        (*shim).path = if name.is_null() {
            ptr::null_mut()
        } else {
            Box::into_raw(Box::new(PathBuf::from(CStr::from_ptr(name).to_string_lossy().into_owned())))
        };
        (*shim).base.pMethods = &METHODS;
        code
    }
}

/// Calls the real file's method of that name; a file system without it cannot be under a vault.
macro_rules! hand_on {
    ($file:expr, $method:ident $(, $argument:expr)*) => {{
        let real = (*$file.cast::<File>()).real;
        match (*(*real).pMethods).$method {
            Some(method) => method(real $(, $argument)*),
            None => ffi::SQLITE_IOERR,
        }
    }};
}

unsafe fn path_of(file: *mut ffi::sqlite3_file) -> Option<PathBuf> {
    unsafe { (*file.cast::<File>()).path.as_ref().cloned() }
}

unsafe extern "C" fn close(file: *mut ffi::sqlite3_file) -> c_int {
    unsafe {
        let code = hand_on!(file, xClose);
        let path = (*file.cast::<File>()).path;
        if !path.is_null() {
            drop(Box::from_raw(path));
        }
        code
    }
}

unsafe extern "C" fn read(file: *mut ffi::sqlite3_file, into: *mut c_void, n: c_int, at: i64) -> c_int {
    if fails(&[Fault::ReadError]).is_some() {
        return ffi::SQLITE_IOERR_READ;
    }
    unsafe { hand_on!(file, xRead, into, n, at) }
}

unsafe extern "C" fn write(file: *mut ffi::sqlite3_file, from: *const c_void, n: c_int, at: i64) -> c_int {
    match fails(&[Fault::Full, Fault::WriteError]) {
        Some(Fault::Full) => return ffi::SQLITE_FULL,
        Some(Fault::WriteError | Fault::ReadError) => return ffi::SQLITE_IOERR_WRITE,
        None => {}
    }
    unsafe {
        let code = hand_on!(file, xWrite, from, n, at);
        if code == ffi::SQLITE_OK
            && let (Some(path), Ok(n), Ok(at)) = (path_of(file), usize::try_from(n), u64::try_from(at))
        {
            let bytes = std::slice::from_raw_parts(from.cast::<u8>(), n);
            note(|| Op::Write { file: path, at, bytes: bytes.to_vec() });
        }
        code
    }
}

unsafe extern "C" fn truncate(file: *mut ffi::sqlite3_file, len: i64) -> c_int {
    if fails(&[Fault::WriteError]).is_some() {
        return ffi::SQLITE_IOERR_TRUNCATE;
    }
    unsafe {
        let code = hand_on!(file, xTruncate, len);
        if let (Some(path), Ok(len)) = (path_of(file), u64::try_from(len)) {
            note(|| Op::Truncate { file: path, len });
        }
        code
    }
}

unsafe extern "C" fn sync(file: *mut ffi::sqlite3_file, flags: c_int) -> c_int {
    if fails(&[Fault::WriteError]).is_some() {
        return ffi::SQLITE_IOERR_FSYNC;
    }
    unsafe {
        let code = hand_on!(file, xSync, flags);
        if let Some(path) = path_of(file) {
            note(|| Op::Sync { file: path });
        }
        code
    }
}

unsafe extern "C" fn file_size(file: *mut ffi::sqlite3_file, size: *mut i64) -> c_int {
    unsafe { hand_on!(file, xFileSize, size) }
}

unsafe extern "C" fn lock(file: *mut ffi::sqlite3_file, level: c_int) -> c_int {
    unsafe { hand_on!(file, xLock, level) }
}

unsafe extern "C" fn unlock(file: *mut ffi::sqlite3_file, level: c_int) -> c_int {
    unsafe { hand_on!(file, xUnlock, level) }
}

unsafe extern "C" fn check_reserved_lock(file: *mut ffi::sqlite3_file, out: *mut c_int) -> c_int {
    unsafe { hand_on!(file, xCheckReservedLock, out) }
}

unsafe extern "C" fn file_control(file: *mut ffi::sqlite3_file, op: c_int, argument: *mut c_void) -> c_int {
    unsafe { hand_on!(file, xFileControl, op, argument) }
}

unsafe extern "C" fn sector_size(file: *mut ffi::sqlite3_file) -> c_int {
    unsafe { hand_on!(file, xSectorSize) }
}

/// Nothing is promised about order or tearing: SQLite must not lean on what another disk may not give.
unsafe extern "C" fn device_characteristics(_: *mut ffi::sqlite3_file) -> c_int {
    0
}

unsafe extern "C" fn shm_map(
    file: *mut ffi::sqlite3_file,
    page: c_int,
    size: c_int,
    extend: c_int,
    out: *mut *mut c_void,
) -> c_int {
    unsafe { hand_on!(file, xShmMap, page, size, extend, out) }
}

unsafe extern "C" fn shm_lock(file: *mut ffi::sqlite3_file, offset: c_int, n: c_int, flags: c_int) -> c_int {
    unsafe { hand_on!(file, xShmLock, offset, n, flags) }
}

unsafe extern "C" fn shm_barrier(file: *mut ffi::sqlite3_file) {
    unsafe {
        let real = (*file.cast::<File>()).real;
        if let Some(barrier) = (*(*real).pMethods).xShmBarrier {
            barrier(real);
        }
    }
}

unsafe extern "C" fn shm_unmap(file: *mut ffi::sqlite3_file, delete: c_int) -> c_int {
    unsafe { hand_on!(file, xShmUnmap, delete) }
}

unsafe extern "C" fn fetch(file: *mut ffi::sqlite3_file, at: i64, n: c_int, out: *mut *mut c_void) -> c_int {
    unsafe { hand_on!(file, xFetch, at, n, out) }
}

unsafe extern "C" fn unfetch(file: *mut ffi::sqlite3_file, at: i64, from: *mut c_void) -> c_int {
    unsafe { hand_on!(file, xUnfetch, at, from) }
}
