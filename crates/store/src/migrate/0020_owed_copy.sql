-- Copies of consents that are still owed. The start screen counts them each time it comes up, and a clinic of some
-- years has given hundreds of thousands: they are kept apart from those that were given.

CREATE TABLE owed_copy (
    signed_at_ms INTEGER NOT NULL,
    id BLOB NOT NULL REFERENCES consent (id) DEFERRABLE INITIALLY DEFERRED,
    client_id BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    visit_id BLOB NOT NULL REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (signed_at_ms, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX owed_copy_of_consent ON owed_copy (id);
CREATE INDEX owed_copy_of_client ON owed_copy (client_id);
CREATE INDEX owed_copy_of_visit ON owed_copy (visit_id);

INSERT INTO owed_copy (signed_at_ms, id, client_id, visit_id)
SELECT signed_at_ms, id, client_id, visit_id FROM consent
WHERE client_copy = 'owed' AND NOT EXISTS (SELECT 1 FROM copy_given WHERE copy_given.id = consent.id);
DROP INDEX consent_owed;

CREATE TRIGGER a_copy_is_owed AFTER INSERT ON consent
WHEN NEW.client_copy = 'owed' AND NOT EXISTS (SELECT 1 FROM copy_given WHERE copy_given.id = NEW.id)
BEGIN
    INSERT INTO owed_copy (signed_at_ms, id, client_id, visit_id)
    VALUES (NEW.signed_at_ms, NEW.id, NEW.client_id, NEW.visit_id);
END;
CREATE TRIGGER a_copy_is_given AFTER INSERT ON copy_given
BEGIN
    DELETE FROM owed_copy WHERE id = NEW.id;
END;
