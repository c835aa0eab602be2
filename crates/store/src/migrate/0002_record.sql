-- The tables of the records: an index over the newest body of each, rebuilt from the journal at any time.
-- Columns stand here only where a read looks for them; the whole record is in `body`.

CREATE TABLE clinic (
    id BLOB PRIMARY KEY,
    version INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE user (
    id BLOB PRIMARY KEY,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE client (
    row INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    number TEXT NOT NULL,
    family TEXT NOT NULL,
    given TEXT NOT NULL,
    preferred TEXT NOT NULL,
    born_on TEXT NOT NULL,
    phone TEXT NOT NULL,
    -- Folded for comparing: no accents, no case, digits only.
    family_folded TEXT NOT NULL,
    given_folded TEXT NOT NULL,
    phone_digits TEXT NOT NULL,
    email_folded TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX client_by_number ON client (number);
CREATE INDEX client_by_birth ON client (born_on);
CREATE INDEX client_by_family ON client (family_folded);
CREATE INDEX client_by_phone ON client (phone_digits) WHERE phone_digits <> '';
CREATE INDEX client_by_email ON client (email_folded) WHERE email_folded <> '';

CREATE TABLE appointment (
    id BLOB PRIMARY KEY,
    version INTEGER NOT NULL,
    client_id BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    on_day TEXT NOT NULL,
    starts TEXT NOT NULL,
    is_cancelled INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX appointment_by_day ON appointment (on_day, starts);
CREATE INDEX appointment_of_client ON appointment (client_id);

CREATE TABLE visit (
    id BLOB PRIMARY KEY,
    version INTEGER NOT NULL,
    client_id BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    number TEXT NOT NULL,
    visit_on TEXT NOT NULL,
    started_at_ms INTEGER NOT NULL,
    is_signed INTEGER NOT NULL,
    is_open INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX visit_of_client ON visit (client_id, visit_on, started_at_ms);
CREATE INDEX visit_by_number ON visit (number);

CREATE TABLE screening (
    id BLOB PRIMARY KEY,
    version INTEGER NOT NULL,
    client_id BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    visit_id BLOB NOT NULL REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
    closed_at_ms INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX screening_of_client ON screening (client_id);
CREATE INDEX screening_of_visit ON screening (visit_id);

CREATE TABLE chart (
    id BLOB PRIMARY KEY,
    version INTEGER NOT NULL,
    client_id BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    visit_id BLOB NOT NULL REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX chart_of_client ON chart (client_id);
CREATE INDEX chart_of_visit ON chart (visit_id);

CREATE TABLE item_use (
    id BLOB PRIMARY KEY,
    version INTEGER NOT NULL,
    client_id BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    visit_id BLOB NOT NULL REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
    product TEXT NOT NULL,
    lot TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX item_use_of_client ON item_use (client_id);
CREATE INDEX item_use_of_visit ON item_use (visit_id);
CREATE INDEX item_use_by_lot ON item_use (lot);

CREATE TABLE consent (
    id BLOB PRIMARY KEY,
    version INTEGER NOT NULL,
    client_id BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    visit_id BLOB NOT NULL REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
    outcome TEXT NOT NULL,
    client_copy TEXT NOT NULL,
    signed_at_ms INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX consent_of_client ON consent (client_id);
CREATE INDEX consent_of_visit ON consent (visit_id);
CREATE INDEX consent_owed ON consent (signed_at_ms) WHERE client_copy = 'owed';

CREATE TABLE sign_off (
    id BLOB PRIMARY KEY,
    version INTEGER NOT NULL,
    client_id BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    visit_id BLOB NOT NULL REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
    signed_at_ms INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX sign_off_of_client ON sign_off (client_id);
CREATE INDEX sign_off_of_visit ON sign_off (visit_id);

CREATE TABLE addendum (
    id BLOB PRIMARY KEY,
    version INTEGER NOT NULL,
    client_id BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    visit_id BLOB NOT NULL REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
    written_at_ms INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX addendum_of_client ON addendum (client_id);
CREATE INDEX addendum_of_visit ON addendum (visit_id);

CREATE TABLE document (
    id BLOB PRIMARY KEY,
    version INTEGER NOT NULL,
    client_id BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    visit_id BLOB REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
    number TEXT NOT NULL,
    kind TEXT NOT NULL,
    pdf_sha256 TEXT NOT NULL,
    filed_at_ms INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX document_of_client ON document (client_id);
CREATE INDEX document_of_visit ON document (visit_id);
CREATE INDEX document_by_number ON document (number);

-- A copy that was owed and has been given. Its id is the consent's.
CREATE TABLE copy_given (
    id BLOB PRIMARY KEY REFERENCES consent (id) DEFERRABLE INITIALLY DEFERRED,
    version INTEGER NOT NULL,
    client_id BLOB NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    given_at_ms INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
