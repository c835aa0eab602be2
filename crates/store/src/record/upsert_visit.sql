INSERT INTO visit (id, version, client_id, number, visit_on, started_at_ms, is_signed, is_open, body)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
ON CONFLICT (id) DO UPDATE SET
    version = excluded.version, client_id = excluded.client_id, number = excluded.number,
    visit_on = excluded.visit_on, started_at_ms = excluded.started_at_ms, is_signed = excluded.is_signed,
    is_open = excluded.is_open, body = excluded.body
