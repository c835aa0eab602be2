-- Finding clients while somebody types. Both indexes hold folded text and no copy of it, and are written by
-- the same upsert that writes the client, never by a trigger.

-- Whole words and their beginnings: names, and the parts of a hyphenated name.
CREATE VIRTUAL TABLE client_word USING fts5 (
    words, content = '', contentless_delete = 1,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

-- Any three letters or digits in a row: inside a name, inside a telephone number.
CREATE VIRTUAL TABLE client_part USING fts5 (
    name, phone, content = '', contentless_delete = 1,
    tokenize = 'trigram remove_diacritics 1'
);
