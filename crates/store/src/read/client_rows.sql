SELECT client.id, client.number, client.family, client.given, client.preferred, client.born_on, client.phone,
    (SELECT max(visit.visit_on) FROM visit WHERE visit.client_id = client.id) AS last_visit_on
FROM client
