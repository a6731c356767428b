"""Canonical JSON: one value, one sequence of bytes."""

from typing import Any

import rfc8785

from witnessmark.custody.errors import EncodingError


def canonical(value: Any) -> bytes:  # noqa: ANN401 - any JSON value; what is none is refused below
    """Return the one canonical JSON encoding of a value, UTF-8, without a line end.

    Integers beyond ±(2**53 − 1), NaN, infinities, lone surrogates and anything that is not JSON raise
    `EncodingError` (RFC 8785 §3.2).
    """
    try:
        return rfc8785.dumps(value)
    except (rfc8785.CanonicalizationError, UnicodeEncodeError) as error:
        raise EncodingError(
            "this value has no canonical JSON form",
            got=str(error),
            expected="strings, integers below 2**53, finite numbers, lists and objects of them",
        ) from error
