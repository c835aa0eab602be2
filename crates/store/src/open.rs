//! Opening the encrypted database: the order of the settings, and what each kind of connection may do.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use crate::keys::Secret;
use crate::record::Entity;
use crate::{Part, StoreError};

/// Marks a database as a vault of this product, in SQLite's own header field: "Nppt".
pub(crate) const APPLICATION_ID: i32 = 0x4e70_7074;

/// How long a connection waits for another process that writes.
const BUSY: Duration = Duration::from_secs(5);

/// Page caches in kibibytes. Small enough for 150 MiB in all, large enough that encryption costs nothing visible.
const WRITER_CACHE_KIB: i32 = 32 * 1024;
/// Pages of the log while a new vault is filled: a page that is written again and again is brought in once.
const FILLING_LOG_PAGES: u32 = 16 * 1024;
const COPY_CACHE_KIB: i32 = 8 * 1024;
pub(crate) const READER_CACHES_KIB: [i32; 2] = [16 * 1024, 8 * 1024];

/// The connection that makes a new database file. Refuses where there is one already.
pub(crate) fn create(path: &Path, key: &Secret) -> Result<Connection, StoreError> {
    if path.exists() {
        return Err(StoreError::NotEmpty);
    }
    let connection = connect(path, key, OpenFlags::SQLITE_OPEN_CREATE)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    settle(&connection, WRITER_CACHE_KIB)?;
    Ok(connection)
}

/// The connection for migrations and copies: durable like the writer, and without an authorizer, because
/// `VACUUM INTO` attaches a database and a migration changes the schema.
pub(crate) fn maintenance(path: &Path, key: &Secret) -> Result<Connection, StoreError> {
    let connection = connect(path, key, OpenFlags::empty())?;
    check_is_vault(&connection)?;
    settle(&connection, WRITER_CACHE_KIB)?;
    Ok(connection)
}

/// The one connection that writes.
pub(crate) fn writer(path: &Path, key: &Secret) -> Result<Connection, StoreError> {
    guarded(maintenance(path, key)?)
}

/// The connection that fills a vault nobody works with yet: the disk is waited for when the log is brought in, not at
/// every write. What it wrote is whole after a power cut, and may be less than was written.
pub(crate) fn filling_writer(path: &Path, key: &Secret) -> Result<Connection, StoreError> {
    let connection = maintenance(path, key)?;
    connection.execute_batch("PRAGMA synchronous = NORMAL")?;
    connection.pragma_update(None, "wal_autocheckpoint", FILLING_LOG_PAGES)?;
    guarded(connection)
}

fn guarded(mut connection: Connection) -> Result<Connection, StoreError> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.authorizer(Some(|context: AuthContext<'_>| may_write(context.action)))?;
    Ok(connection)
}

/// A connection that can only read.
pub(crate) fn reader(path: &Path, key: &Secret, cache_kib: i32) -> Result<Connection, StoreError> {
    let mut connection = connect(path, key, OpenFlags::empty())?;
    check_is_vault(&connection)?;
    settle(&connection, cache_kib)?;
    connection.pragma_update(None, "query_only", true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.authorizer(Some(|context: AuthContext<'_>| may_read(context.action)))?;
    Ok(connection)
}

/// A connection to a copy, which does not change a byte of it nor put a file beside it. It takes the copy for
/// hostile: nothing of its schema is trusted, and a page must be what its cells say.
pub(crate) fn copy(path: &Path, key: &Secret) -> Result<Connection, StoreError> {
    let connection = connect_as(path, key, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    check_is_vault(&connection)?;
    connection.execute_batch(
        "PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;
         PRAGMA temp_store = MEMORY;",
    )?;
    connection.pragma_update(None, "cache_size", -COPY_CACHE_KIB)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    Ok(connection)
}

/// Whether the schema is word for word that of `known`: no trigger, view or table of somebody else.
pub(crate) fn has_schema_of(connection: &Connection, known: &Connection) -> Result<bool, StoreError> {
    Ok(schema(connection)? == schema(known)?)
}

fn schema(connection: &Connection) -> Result<Vec<[Option<String>; 4]>, StoreError> {
    let sql = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name";
    let mut statement = connection.prepare(sql)?;
    let rows = statement.query_map([], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?]))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whether the cipher has given a connection up. It does so at the first page it cannot read, for good and even where
/// only the disk did not answer: the connection must be opened anew.
pub(crate) fn is_given_up(connection: &Connection) -> bool {
    let status = connection.query_row("PRAGMA cipher_status", [], |row| row.get::<_, String>(0));
    status.as_deref() != Ok("1")
}

/// Whether every page of the file is authentic under its key.
pub(crate) fn pages_are_whole(connection: &Connection) -> Result<bool, StoreError> {
    let mut statement = connection.prepare("PRAGMA cipher_integrity_check")?;
    let mut complaints = statement.query([])?;
    Ok(complaints.next()?.is_none())
}

fn connect(path: &Path, key: &Secret, more: OpenFlags) -> Result<Connection, StoreError> {
    connect_as(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE | more)
}

fn connect_as(path: &Path, key: &Secret, flags: OpenFlags) -> Result<Connection, StoreError> {
    let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    // A missing file, or a folder in its place: the keys are there, so a database was there too.
    let is_unopenable = |error: &rusqlite::Error| error.sqlite_error_code() == Some(rusqlite::ErrorCode::CannotOpen);
    let connection = Connection::open_with_flags(path, flags)
        .map_err(|error| if is_unopenable(&error) { StoreError::Damaged(Part::Database) } else { error.into() })?;
    // Before the key: a wrong key would otherwise be reported on the standard error stream.
    connection.execute_batch("PRAGMA cipher_log_level = NONE")?;
    let key = Zeroizing::new(format!("PRAGMA key = \"{}\"", *key.as_sqlcipher()));
    connection.execute_batch(&key)?;
    connection.busy_timeout(BUSY)?;
    Ok(connection)
}

/// The first read decrypts the first page, so a wrong key shows here.
fn check_is_vault(connection: &Connection) -> Result<(), StoreError> {
    let application_id: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    if application_id == APPLICATION_ID {
        return Ok(());
    }
    Err(StoreError::Damaged(Part::Database))
}

fn settle(connection: &Connection, cache_kib: i32) -> Result<(), StoreError> {
    // FULL, not NORMAL: with NORMAL a power cut takes back saves that were already acknowledged.
    connection.execute_batch(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA foreign_keys = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;
         PRAGMA recursive_triggers = ON;
         PRAGMA temp_store = MEMORY;",
    )?;
    connection.pragma_update(None, "cache_size", -cache_kib)?;
    connection.set_prepared_statement_cache_capacity(96);
    Ok(())
}

/// What the writer may do: never change the journal, what is signed, or the schema; never reach another file.
fn may_write(action: AuthAction<'_>) -> Authorization {
    let is_allowed = if let AuthAction::Update { table_name, .. } = action {
        !is_append_only(table_name) && table_name != "draft_step"
    } else if let AuthAction::Delete { table_name } = action {
        !is_append_only(table_name) && Entity::ALL.iter().all(|kept| kept.word() != table_name)
    } else if let AuthAction::Insert { table_name } = action {
        !is_schema(table_name) && table_name != "vault"
    } else {
        return may_read(action);
    };
    if is_allowed { Authorization::Allow } else { Authorization::Deny }
}

/// What a reader may do. Everything that is not named here is denied.
fn may_read(action: AuthAction<'_>) -> Authorization {
    let is_reading = matches!(
        action,
        AuthAction::Select
            | AuthAction::Read { .. }
            | AuthAction::Recursive
            | AuthAction::Transaction { .. }
            | AuthAction::Savepoint { .. }
    );
    let is_asking =
        matches!(action, AuthAction::Pragma { pragma_name, pragma_value } if may_ask(pragma_name, pragma_value));
    let is_computing = matches!(action, AuthAction::Function { function_name } if function_name != "load_extension");
    if is_reading || is_asking || is_computing { Authorization::Allow } else { Authorization::Deny }
}

/// FTS5 asks for `data_version` on its own account.
fn may_ask(pragma_name: &str, pragma_value: Option<&str>) -> bool {
    pragma_value.is_none()
        && ["user_version", "data_version", "freelist_count", "page_count", "cipher_status"].contains(&pragma_name)
}

fn is_append_only(table: &str) -> bool {
    let is_final = || Entity::ALL.iter().any(|entity| entity.is_final() && entity.word() == table);
    ["journal", "journal_body", "vault", "media", "thumbnail", "seal_key"].contains(&table)
        || is_schema(table)
        || is_final()
}

fn is_schema(table: &str) -> bool {
    table.starts_with("sqlite_")
}
