SELECT client.id, client.number, client.born_on,
    (SELECT coalesce(max(journal.at_ms), 0) FROM journal
     WHERE journal.client_id = client.id AND journal.entity IS NOT NULL
         AND journal.entity NOT IN ('access_request', 'retention_hold', 'restriction')),
    nullif(max(coalesce((SELECT max(visit_on) FROM visit WHERE visit.client_id = client.id), ''),
               coalesce((SELECT max(on_day) FROM appointment
                         WHERE appointment.client_id = client.id AND is_cancelled = 0), '')), ''),
    EXISTS (SELECT 1 FROM visit WHERE visit.client_id = client.id AND visit.is_open = 1),
    EXISTS (SELECT 1 FROM access_request WHERE access_request.client_id = client.id AND access_request.is_open = 1)
FROM client