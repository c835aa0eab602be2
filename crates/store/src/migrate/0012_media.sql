-- The row that opens an encrypted file is not replaced by another one, under its own name or its content's. A file
-- that is kept again keeps the row it has.

CREATE TRIGGER media_is_never_replaced BEFORE INSERT ON media
WHEN EXISTS (SELECT 1 FROM media WHERE id = NEW.id OR sha256 = NEW.sha256)
BEGIN
    SELECT RAISE(ABORT, 'signed is final');
END;
