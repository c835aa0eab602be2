-- The second factor of who administers. Not history: the journal has what was done with it, never the secret.

CREATE TABLE second_factor (
    user_id BLOB PRIMARY KEY,
    secret BLOB NOT NULL,
    -- The time step of the newest code that was taken: it and every earlier one is used up.
    last_step INTEGER NOT NULL,
    -- Wrong codes since the last right one, and until when the next must wait, by the clock as it was then.
    n_wrong INTEGER NOT NULL,
    decided_at_ms INTEGER NOT NULL,
    allowed_from_ms INTEGER NOT NULL
) STRICT;
