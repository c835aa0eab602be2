-- One row for each encrypted file beside the database. Without its row a file cannot be read by anybody.

CREATE TABLE media (
    id BLOB PRIMARY KEY CHECK (length(id) = 32),
    wrapped_key BLOB NOT NULL,
    n_bytes INTEGER NOT NULL,
    sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32)
) STRICT;
