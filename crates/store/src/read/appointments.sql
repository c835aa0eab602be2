SELECT client.id, client.number, client.family, client.given, client.preferred, client.born_on, client.phone,
    (SELECT max(visit.visit_on) FROM visit WHERE visit.client_id = client.id) AS last_visit_on,
    EXISTS (SELECT 1 FROM restriction WHERE restriction.id = client.id AND restriction.is_restricted = 1) AS is_restricted,
    appointment.version AS appointment_version, appointment.body AS appointment_body
FROM appointment JOIN client ON client.id = appointment.client_id
WHERE appointment.on_day = ?1 AND appointment.is_cancelled = 0
ORDER BY appointment.starts, appointment.id
