-- The journal: an append-only chain of everything done, one chain per device. The bodies stand apart with
-- their salt, so that an erased body leaves the chain whole.

CREATE TABLE vault (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    id BLOB NOT NULL CHECK (length(id) = 16),
    device_id BLOB NOT NULL CHECK (length(device_id) = 16)
) STRICT;

CREATE TABLE journal (
    row INTEGER PRIMARY KEY,
    device_id BLOB NOT NULL CHECK (length(device_id) = 16),
    seq INTEGER NOT NULL CHECK (seq > 0),
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    at_ms INTEGER NOT NULL,
    utc_offset_s INTEGER NOT NULL,
    clock_went_back INTEGER NOT NULL CHECK (clock_went_back IN (0, 1)),
    user_id BLOB,
    user_name TEXT NOT NULL,
    role TEXT,
    session_id BLOB NOT NULL,
    app_version TEXT NOT NULL,
    schema_version INTEGER NOT NULL,
    act TEXT NOT NULL,
    client_id BLOB,
    entity TEXT,
    entity_id BLOB,
    version INTEGER,
    based_on INTEGER,
    body_hash BLOB NOT NULL CHECK (length(body_hash) = 32),
    prev BLOB NOT NULL CHECK (length(prev) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    UNIQUE (device_id, seq),
    CHECK ((entity IS NULL) = (entity_id IS NULL) AND (entity IS NULL) = (version IS NULL))
) STRICT;

CREATE INDEX journal_of_client ON journal (client_id, row) WHERE client_id IS NOT NULL;
CREATE UNIQUE INDEX journal_version ON journal (entity, entity_id, version, device_id) WHERE entity IS NOT NULL;

CREATE TABLE journal_body (
    row INTEGER PRIMARY KEY REFERENCES journal (row),
    salt BLOB NOT NULL CHECK (length(salt) = 16),
    -- 0: the canonical JSON as it is; 1: the same, zstd.
    encoding INTEGER NOT NULL CHECK (encoding IN (0, 1)),
    bytes BLOB NOT NULL
) STRICT;

CREATE TRIGGER journal_continues_its_chain BEFORE INSERT ON journal
WHEN NEW.seq IS NOT 1 + coalesce((SELECT max(seq) FROM journal WHERE device_id = NEW.device_id), 0)
    OR NEW.prev IS NOT coalesce(
        (SELECT hash FROM journal WHERE device_id = NEW.device_id AND seq = NEW.seq - 1), zeroblob(32))
    OR EXISTS (SELECT 1 FROM journal WHERE row = NEW.row OR id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'the journal only grows at its end');
END;

CREATE TRIGGER journal_is_never_updated BEFORE UPDATE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal only grows at its end');
END;

CREATE TRIGGER journal_is_never_deleted BEFORE DELETE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal only grows at its end');
END;

CREATE TRIGGER journal_body_is_never_replaced BEFORE INSERT ON journal_body
WHEN EXISTS (SELECT 1 FROM journal_body WHERE row = NEW.row)
BEGIN
    SELECT RAISE(ABORT, 'the journal only grows at its end');
END;

CREATE TRIGGER journal_body_is_never_updated BEFORE UPDATE ON journal_body
BEGIN
    SELECT RAISE(ABORT, 'the journal only grows at its end');
END;

CREATE TRIGGER journal_body_is_never_deleted BEFORE DELETE ON journal_body
BEGIN
    SELECT RAISE(ABORT, 'the journal only grows at its end');
END;
