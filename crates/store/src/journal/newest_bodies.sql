SELECT journal.entity, journal.version, journal_body.encoding, journal_body.bytes
FROM journal JOIN journal_body USING (row)
WHERE journal.entity IS NOT NULL
    AND journal.row = (
        SELECT newest.row FROM journal AS newest
        WHERE newest.entity = journal.entity AND newest.entity_id = journal.entity_id
        ORDER BY newest.version DESC, newest.row DESC LIMIT 1
    )
ORDER BY journal.row
