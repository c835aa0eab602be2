-- The clinic's key for the seals of its documents, made once and sealed under the clinic's key. Not history: the journal
-- has the fingerprint of its certificate, never the key.

CREATE TABLE seal_key (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    -- The 32 secret bytes, sealed; sealed anew when the clinic's key is changed.
    sealed TEXT NOT NULL,
    -- What the certificate is made of beside the key: the clinic's name, and from when on it is valid.
    clinic TEXT NOT NULL,
    valid_from_s INTEGER NOT NULL
) STRICT;

CREATE TRIGGER seal_key_is_never_replaced BEFORE INSERT ON seal_key
WHEN EXISTS (SELECT 1 FROM seal_key)
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;

CREATE TRIGGER seal_key_keeps_its_certificate BEFORE UPDATE OF only_row, clinic, valid_from_s ON seal_key
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;

CREATE TRIGGER seal_key_is_never_deleted BEFORE DELETE ON seal_key
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
