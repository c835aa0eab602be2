-- What was signed, whole, with its hash and signatures: one row for each consent, whose id it has. And corrections that
-- stand beside a consent. Neither has a second version.

CREATE TABLE sealed_consent (
    id BLOB PRIMARY KEY REFERENCES consent (id) DEFERRABLE INITIALLY DEFERRED,
    version INTEGER NOT NULL,
    client_id BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    doc_sha256 TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX sealed_consent_of_client ON sealed_consent (client_id);

CREATE TRIGGER sealed_consent_is_never_replaced BEFORE INSERT ON sealed_consent
WHEN EXISTS (SELECT 1 FROM sealed_consent WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER sealed_consent_is_never_updated BEFORE UPDATE ON sealed_consent
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER sealed_consent_is_never_deleted BEFORE DELETE ON sealed_consent
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;

CREATE TABLE consent_addendum (
    id BLOB PRIMARY KEY,
    version INTEGER NOT NULL,
    client_id BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    consent_id BLOB NOT NULL REFERENCES consent (id) DEFERRABLE INITIALLY DEFERRED,
    written_at_ms INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX consent_addendum_of_client ON consent_addendum (client_id);

CREATE TRIGGER consent_addendum_is_never_replaced BEFORE INSERT ON consent_addendum
WHEN EXISTS (SELECT 1 FROM consent_addendum WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER consent_addendum_is_never_updated BEFORE UPDATE ON consent_addendum
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER consent_addendum_is_never_deleted BEFORE DELETE ON consent_addendum
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
