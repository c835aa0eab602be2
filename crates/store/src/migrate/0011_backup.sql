-- What became of each backup. A try has one version.

CREATE TABLE backup_run (
    id BLOB PRIMARY KEY,
    version INTEGER NOT NULL,
    begun_at_ms INTEGER NOT NULL,
    is_good INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX backup_run_by_time ON backup_run (begun_at_ms);
CREATE INDEX backup_run_good ON backup_run (begun_at_ms) WHERE is_good = 1;

CREATE TRIGGER backup_run_is_never_replaced BEFORE INSERT ON backup_run
WHEN EXISTS (SELECT 1 FROM backup_run WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER backup_run_is_never_updated BEFORE UPDATE ON backup_run
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER backup_run_is_never_deleted BEFORE DELETE ON backup_run
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
