-- The first is the length of an index; of copies that were given there are few.
SELECT (SELECT count(*) FROM consent WHERE client_copy = 'owed')
    - (SELECT count(*) FROM copy_given JOIN consent ON consent.id = copy_given.id WHERE consent.client_copy = 'owed')
