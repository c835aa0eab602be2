SELECT count(*) FROM owed_copy
