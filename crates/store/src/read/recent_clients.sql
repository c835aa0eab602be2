JOIN (
    SELECT id, min(place) AS place FROM (
        SELECT client_id AS id, row_number() OVER (ORDER BY visit_on DESC, started_at_ms DESC) AS place
        FROM (SELECT client_id, visit_on, started_at_ms FROM visit ORDER BY visit_on DESC, started_at_ms DESC LIMIT 400)
        UNION ALL
        -- Those who were added last and have no visit yet come after those who were here.
        SELECT id, 1000 + row_number() OVER (ORDER BY row DESC) AS place
        FROM (SELECT id, row FROM client ORDER BY row DESC LIMIT ?1)
    )
    GROUP BY id
) AS recent ON recent.id = client.id
ORDER BY recent.place LIMIT ?1
