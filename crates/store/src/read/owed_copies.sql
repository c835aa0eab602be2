SELECT client.id, client.number, client.family, client.given, client.preferred, client.born_on, client.phone,
    (SELECT max(visit.visit_on) FROM visit WHERE visit.client_id = client.id) AS last_visit_on,
    EXISTS (SELECT 1 FROM restriction WHERE restriction.id = client.id AND restriction.is_restricted = 1) AS is_restricted,
    consent.version AS consent_version, consent.id AS consent_id
FROM consent JOIN client ON client.id = consent.client_id
WHERE consent.client_copy = 'owed'
    AND NOT EXISTS (SELECT 1 FROM copy_given WHERE copy_given.id = consent.id)
ORDER BY consent.signed_at_ms, consent.id
LIMIT ?1
