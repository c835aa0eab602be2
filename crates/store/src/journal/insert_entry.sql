INSERT INTO journal (
    seq, id, device_id, at_ms, utc_offset_s, clock_went_back, user_id, user_name, role, session_id, app_version,
    schema_version, act, client_id, entity, entity_id, version, based_on, body_hash, prev, hash
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)
