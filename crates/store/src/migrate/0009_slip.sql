-- The words names are made of, for a name that was typed with a slip: a window onto the search index, no copy of it.
CREATE VIRTUAL TABLE client_word_term USING fts5vocab('client_word', 'row');
