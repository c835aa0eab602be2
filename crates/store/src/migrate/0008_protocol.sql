-- The clinic's protocol: each version as it was written down, and the approval of a prescriber. Both are final;
-- the newest approved version is the one in force.

CREATE TABLE protocol (
    id BLOB PRIMARY KEY,
    version INTEGER NOT NULL,
    number INTEGER NOT NULL UNIQUE CHECK (number > 0),
    body TEXT NOT NULL
) STRICT;

-- Its id is the protocol's: a version is approved once.
CREATE TABLE protocol_approval (
    id BLOB PRIMARY KEY REFERENCES protocol (id) DEFERRABLE INITIALLY DEFERRED,
    version INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE TRIGGER protocol_is_never_replaced BEFORE INSERT ON protocol
WHEN EXISTS (SELECT 1 FROM protocol WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER protocol_is_never_updated BEFORE UPDATE ON protocol
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER protocol_is_never_deleted BEFORE DELETE ON protocol
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;

CREATE TRIGGER protocol_approval_is_never_replaced BEFORE INSERT ON protocol_approval
WHEN EXISTS (SELECT 1 FROM protocol_approval WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER protocol_approval_is_never_updated BEFORE UPDATE ON protocol_approval
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER protocol_approval_is_never_deleted BEFORE DELETE ON protocol_approval
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
