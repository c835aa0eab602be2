INSERT INTO client (
    id, version, number, family, given, preferred, born_on, phone,
    family_folded, given_folded, phone_digits, email_folded, body
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
ON CONFLICT (id) DO UPDATE SET
    version = excluded.version, number = excluded.number, family = excluded.family, given = excluded.given,
    preferred = excluded.preferred, born_on = excluded.born_on, phone = excluded.phone,
    family_folded = excluded.family_folded, given_folded = excluded.given_folded,
    phone_digits = excluded.phone_digits, email_folded = excluded.email_folded, body = excluded.body
