-- Photos of clients, scans of paper, what was allowed and what was withdrawn. The files lie beside the database.

CREATE TABLE photo (
    id BLOB PRIMARY KEY,
    version INTEGER NOT NULL,
    client_id BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    visit_id BLOB REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
    taken_on TEXT NOT NULL,
    added_at_ms INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX photo_of_client ON photo (client_id, taken_on);
CREATE INDEX photo_of_visit ON photo (visit_id);

-- What a client allows a photo to be used for, where it was said later. The id is the photo's.
CREATE TABLE photo_permission (
    id BLOB PRIMARY KEY REFERENCES photo (id) DEFERRABLE INITIALLY DEFERRED,
    version INTEGER NOT NULL,
    client_id BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX photo_permission_of_client ON photo_permission (client_id);

CREATE TABLE scan (
    id BLOB PRIMARY KEY,
    version INTEGER NOT NULL,
    client_id BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    added_at_ms INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX scan_of_client ON scan (client_id, added_at_ms);

-- A photo or scan that was withdrawn. The id is the photo's or the scan's.
CREATE TABLE media_withdrawal (
    id BLOB PRIMARY KEY,
    version INTEGER NOT NULL,
    client_id BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX media_withdrawal_of_client ON media_withdrawal (client_id);

-- Small pictures, by the SHA-256 the records name them with. Larger ones are files.
CREATE TABLE thumbnail (
    sha256 BLOB PRIMARY KEY CHECK (length(sha256) = 32),
    bytes BLOB NOT NULL CHECK (length(bytes) <= 40960)
) STRICT;

CREATE TRIGGER photo_is_never_replaced BEFORE INSERT ON photo
WHEN EXISTS (SELECT 1 FROM photo WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER photo_is_never_updated BEFORE UPDATE ON photo
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER photo_is_never_deleted BEFORE DELETE ON photo
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;

CREATE TRIGGER scan_is_never_replaced BEFORE INSERT ON scan
WHEN EXISTS (SELECT 1 FROM scan WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER scan_is_never_updated BEFORE UPDATE ON scan
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER scan_is_never_deleted BEFORE DELETE ON scan
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;

CREATE TRIGGER media_withdrawal_is_never_replaced BEFORE INSERT ON media_withdrawal
WHEN EXISTS (SELECT 1 FROM media_withdrawal WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER media_withdrawal_is_never_updated BEFORE UPDATE ON media_withdrawal
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER media_withdrawal_is_never_deleted BEFORE DELETE ON media_withdrawal
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
