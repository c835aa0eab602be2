"""Asks pyHanko whether the seals of files hold and cover the whole of them."""

import sys

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

for path in sys.argv[1:]:
    with open(path, "rb") as file:
        signatures = PdfFileReader(file).embedded_signatures
        assert signatures, f"{path} has no seal"
        for signature in signatures:
            context = ValidationContext(trust_roots=[signature.signer_cert], allow_fetching=False)
            status = validate_pdf_signature(signature, context)
            assert status.intact and status.valid, f"{path}: {status.summary()}"
        coverage = signatures[-1].evaluate_signature_coverage()
        assert coverage == SignatureCoverageLevel.ENTIRE_FILE, f"{path}: the last seal covers {coverage}"
        print(f"pyHanko: {len(signatures)} seal(s) of {path.rsplit('/', 1)[-1]} hold")
