-- A visit being worked on: every field durable the moment it is entered. Drafts are not history.

CREATE TABLE draft (
    visit_id BLOB NOT NULL,
    path TEXT NOT NULL,
    value TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    user_id BLOB,
    PRIMARY KEY (visit_id, path)
) STRICT, WITHOUT ROWID;

-- What each entry changed, for undo and redo. NULL is a field that was not there.
CREATE TABLE draft_step (
    visit_id BLOB NOT NULL,
    step INTEGER NOT NULL,
    path TEXT NOT NULL,
    before TEXT,
    after TEXT,
    PRIMARY KEY (visit_id, step)
) STRICT, WITHOUT ROWID;

-- Which step the draft stands at; the steps after it can be redone.
CREATE TABLE draft_place (
    visit_id BLOB PRIMARY KEY,
    step INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
