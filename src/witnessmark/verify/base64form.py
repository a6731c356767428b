"""Base64 in its one canonical spelling."""

import base64
import binascii

from witnessmark.verify.faults import BrokenError


def canonical_base64(text: str, where: str) -> bytes:
    """Return the bytes; raise `BrokenError` for any spelling but the canonical one."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise BrokenError("non-canonical", where, str(error), "canonical base64") from error
    if base64.b64encode(data).decode() != text:
        raise BrokenError("non-canonical", where, text[-8:], base64.b64encode(data).decode()[-8:])
    return data
