-- Keeping and giving: the weekly proof of a backup, requests for a copy of a record, holds on its removal, and what was
-- erased. Proofs and erasures have one version.

CREATE TABLE restore_drill (
    id BLOB PRIMARY KEY,
    version INTEGER NOT NULL,
    begun_at_ms INTEGER NOT NULL,
    is_good INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX restore_drill_by_time ON restore_drill (begun_at_ms);

CREATE TRIGGER restore_drill_is_never_replaced BEFORE INSERT ON restore_drill
WHEN EXISTS (SELECT 1 FROM restore_drill WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER restore_drill_is_never_updated BEFORE UPDATE ON restore_drill
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER restore_drill_is_never_deleted BEFORE DELETE ON restore_drill
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;

CREATE TABLE access_request (
    id BLOB PRIMARY KEY,
    version INTEGER NOT NULL,
    client_id BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    answer_by TEXT NOT NULL,
    is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    body TEXT NOT NULL
) STRICT;
CREATE INDEX access_request_of_client ON access_request (client_id);
CREATE INDEX access_request_open ON access_request (answer_by) WHERE is_open = 1;

-- The id is the client's.
CREATE TABLE retention_hold (
    id BLOB PRIMARY KEY REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    version INTEGER NOT NULL,
    is_held INTEGER NOT NULL CHECK (is_held IN (0, 1)),
    body TEXT NOT NULL
) STRICT;

-- The id is the client's, who is in no other table any more. The numbers are never given again.
CREATE TABLE erasure (
    id BLOB PRIMARY KEY,
    version INTEGER NOT NULL,
    erased_at_ms INTEGER NOT NULL,
    client_number TEXT NOT NULL,
    visit_number TEXT,
    document_number TEXT,
    body TEXT NOT NULL
) STRICT;

CREATE TRIGGER erasure_is_never_replaced BEFORE INSERT ON erasure
WHEN EXISTS (SELECT 1 FROM erasure WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER erasure_is_never_updated BEFORE UPDATE ON erasure
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER erasure_is_never_deleted BEFORE DELETE ON erasure
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
