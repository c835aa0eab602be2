WHERE client.row IN (SELECT rowid FROM client_word WHERE client_word MATCH ?1 LIMIT ?2)
