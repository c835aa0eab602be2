WHERE client.row IN (
    SELECT row FROM client WHERE born_on = ?1 AND (family_folded = ?2 OR given_folded = ?3)
    UNION
    SELECT row FROM client WHERE family_folded = ?2 AND given_folded = ?3
    UNION
    SELECT row FROM client WHERE email_folded = ?5 AND ?5 <> ''
    UNION
    SELECT rowid FROM client_part WHERE ?4 IS NOT NULL AND client_part MATCH 'phone : ' || ?4
)
ORDER BY client.family_folded, client.given_folded, client.born_on, client.number
LIMIT 20
