-- A visit that was recorded under the wrong client, as it stands in each of the two files. A side has one version.

CREATE TABLE wrong_client (
    id BLOB PRIMARY KEY,
    version INTEGER NOT NULL,
    client_id BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    visit_id BLOB NOT NULL REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
    at_ms INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX wrong_client_of_client ON wrong_client (client_id);
CREATE INDEX wrong_client_of_visit ON wrong_client (visit_id);

CREATE TRIGGER wrong_client_is_never_replaced BEFORE INSERT ON wrong_client
WHEN EXISTS (SELECT 1 FROM wrong_client WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER wrong_client_is_never_updated BEFORE UPDATE ON wrong_client
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER wrong_client_is_never_deleted BEFORE DELETE ON wrong_client
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
