-- In the order of what is owed: the join is not turned about.
SELECT client.id, client.number, client.family, client.given, client.preferred, client.born_on, client.phone,
    (SELECT max(visit.visit_on) FROM visit WHERE visit.client_id = client.id) AS last_visit_on,
    EXISTS (SELECT 1 FROM restriction WHERE restriction.id = client.id AND restriction.is_restricted = 1) AS is_restricted,
    consent.version AS consent_version, consent.id AS consent_id
FROM owed_copy CROSS JOIN consent ON consent.id = owed_copy.id JOIN client ON client.id = consent.client_id
ORDER BY owed_copy.signed_at_ms, owed_copy.id
LIMIT ?1
