-- The bodies of what is long and written once a visit stand in the journal only, where they are packed: half of the
-- vault was the same words a second time.

ALTER TABLE screening DROP COLUMN body;
ALTER TABLE chart DROP COLUMN body;
ALTER TABLE consent DROP COLUMN body;
ALTER TABLE sealed_consent DROP COLUMN body;
