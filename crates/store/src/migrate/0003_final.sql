-- What is signed or filed has no second version, and what belongs to a signed visit is locked with it.
-- The sentence of the refusal is read by the program.

CREATE TRIGGER consent_is_never_replaced BEFORE INSERT ON consent
WHEN EXISTS (SELECT 1 FROM consent WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER consent_is_never_updated BEFORE UPDATE ON consent
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER consent_is_never_deleted BEFORE DELETE ON consent
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;

CREATE TRIGGER copy_given_is_never_replaced BEFORE INSERT ON copy_given
WHEN EXISTS (SELECT 1 FROM copy_given WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER copy_given_is_never_updated BEFORE UPDATE ON copy_given
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER copy_given_is_never_deleted BEFORE DELETE ON copy_given
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;

CREATE TRIGGER sign_off_is_never_replaced BEFORE INSERT ON sign_off
WHEN EXISTS (SELECT 1 FROM sign_off WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER sign_off_is_never_updated BEFORE UPDATE ON sign_off
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER sign_off_is_never_deleted BEFORE DELETE ON sign_off
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;

CREATE TRIGGER addendum_is_never_replaced BEFORE INSERT ON addendum
WHEN EXISTS (SELECT 1 FROM addendum WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER addendum_is_never_updated BEFORE UPDATE ON addendum
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER addendum_is_never_deleted BEFORE DELETE ON addendum
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;

CREATE TRIGGER document_is_never_replaced BEFORE INSERT ON document
WHEN EXISTS (SELECT 1 FROM document WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER document_is_never_updated BEFORE UPDATE ON document
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER document_is_never_deleted BEFORE DELETE ON document
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;

CREATE TRIGGER visit_signed_is_never_replaced BEFORE INSERT ON visit
WHEN EXISTS (SELECT 1 FROM visit WHERE id = NEW.id AND is_signed = 1)
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER visit_signed_is_never_updated BEFORE UPDATE ON visit
WHEN OLD.is_signed = 1
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER visit_signed_is_never_deleted BEFORE DELETE ON visit
WHEN OLD.is_signed = 1
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;

CREATE TRIGGER screening_is_locked_against_insert BEFORE INSERT ON screening
WHEN EXISTS (SELECT 1 FROM visit WHERE id = NEW.visit_id AND is_signed = 1)
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER screening_is_locked_against_update BEFORE UPDATE ON screening
WHEN EXISTS (SELECT 1 FROM visit WHERE id IN (OLD.visit_id, NEW.visit_id) AND is_signed = 1)
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER screening_is_locked_against_delete BEFORE DELETE ON screening
WHEN EXISTS (SELECT 1 FROM visit WHERE id = OLD.visit_id AND is_signed = 1)
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;

CREATE TRIGGER chart_is_locked_against_insert BEFORE INSERT ON chart
WHEN EXISTS (SELECT 1 FROM visit WHERE id = NEW.visit_id AND is_signed = 1)
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER chart_is_locked_against_update BEFORE UPDATE ON chart
WHEN EXISTS (SELECT 1 FROM visit WHERE id IN (OLD.visit_id, NEW.visit_id) AND is_signed = 1)
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER chart_is_locked_against_delete BEFORE DELETE ON chart
WHEN EXISTS (SELECT 1 FROM visit WHERE id = OLD.visit_id AND is_signed = 1)
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;

CREATE TRIGGER item_use_is_locked_against_insert BEFORE INSERT ON item_use
WHEN EXISTS (SELECT 1 FROM visit WHERE id = NEW.visit_id AND is_signed = 1)
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER item_use_is_locked_against_update BEFORE UPDATE ON item_use
WHEN EXISTS (SELECT 1 FROM visit WHERE id IN (OLD.visit_id, NEW.visit_id) AND is_signed = 1)
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
CREATE TRIGGER item_use_is_locked_against_delete BEFORE DELETE ON item_use
WHEN EXISTS (SELECT 1 FROM visit WHERE id = OLD.visit_id AND is_signed = 1)
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
