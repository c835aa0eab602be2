INSERT INTO appointment (id, version, client_id, on_day, starts, is_cancelled, body)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (id) DO UPDATE SET
    version = excluded.version, client_id = excluded.client_id, on_day = excluded.on_day,
    starts = excluded.starts, is_cancelled = excluded.is_cancelled, body = excluded.body
