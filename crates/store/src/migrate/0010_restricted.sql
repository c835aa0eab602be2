-- Clients whose record is shown only to somebody who says why. The id is the client's.

CREATE TABLE restriction (
    id BLOB PRIMARY KEY REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    version INTEGER NOT NULL,
    is_restricted INTEGER NOT NULL CHECK (is_restricted IN (0, 1)),
    body TEXT NOT NULL
) STRICT;
