WHERE client.row IN (SELECT rowid FROM client_part WHERE client_part MATCH ?1 LIMIT ?2)
