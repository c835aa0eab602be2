//! The tables a row of a client can stand in.

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::StoreError;

/// A table of ours: no index of the search, no table of SQLite's own, not the chain.
pub(super) struct Table {
    pub(super) name: String,
    columns: BTreeSet<String>,
}

impl Table {
    pub(super) fn has(&self, column: &str) -> bool {
        self.columns.contains(column)
    }

    pub(super) fn delete(&self, from: &Connection, which: &str, value: impl rusqlite::ToSql) -> Result<(), StoreError> {
        from.execute(&format!("DELETE FROM {} WHERE {which}", self.name), [value])?;
        Ok(())
    }
}

/// Every table a row of a client can stand in. A table a later migration adds is one of them by its columns: `client_id`,
/// `visit_id`, `id`, or the `sha256` of a file.
pub(super) fn tables(connection: &Connection) -> Result<Vec<Table>, StoreError> {
    let sql = "SELECT name FROM pragma_table_list
               WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
                   AND name NOT IN ('journal', 'journal_body', 'vault', 'erasure') ORDER BY name";
    let names: Vec<String> = connection.prepare(sql)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let tables = names.into_iter().map(|name| {
        let mut columns = connection.prepare("SELECT name FROM pragma_table_info(?1)")?;
        let columns = columns.query_map([&name], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(Table { name, columns })
    });
    tables.collect()
}
