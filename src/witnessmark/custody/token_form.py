"""The form of a time stamp response: made canonical where nobody signed it, so that it can be kept and compared."""

from witnessmark.custody.errors import TimeStampError

_SEQUENCE, _CONTEXT_0 = 0x30, 0xA0
_LONG = 0x80
_GRANTED = b"\x02\x01\x00"


def wrap(tag: int, body: bytes) -> bytes:
    """Return a DER element."""
    if len(body) < _LONG:
        return bytes((tag, len(body))) + body
    length = len(body).to_bytes((len(body).bit_length() + 7) // 8)
    return bytes((tag, _LONG | len(length))) + length + body


def split(data: bytes) -> list[bytes]:
    """Return the DER elements that fill the data, each whole; anything else raises `ValueError`."""
    found, at = [], 0
    while at < len(data):
        size = data[at + 1] if at + 1 < len(data) else _LONG
        head = 2
        if size >= _LONG:
            head += size - _LONG
            size = int.from_bytes(data[at + 2 : at + head])
        element = data[at : at + head + size]
        if element != wrap(data[at], element[head:]) or len(element) != head + size:
            raise ValueError("lengths that do not fit")
        found.append(element)
        at += len(element)
    return found


def inside(element: bytes, tag: int = _SEQUENCE) -> list[bytes]:
    """Return the elements inside a constructed element of this tag."""
    if element[0] != tag:
        raise ValueError(f"tag {element[0]:#x} instead of {tag:#x}")
    head = 2 + (element[1] - _LONG if element[1] >= _LONG else 0)
    return split(element[head:])


def canonical_answer(answer: bytes) -> bytes:
    """Return a granted TimeStampResp with the bare status, and with its certificates in the order that DER demands.

    Free text of the authority and the order of certificates are signed by nobody. OpenSSL writes certificates as they come,
    which strict readers refuse (X.690 §11.6). An answer that grants nothing raises `TimeStampError`.
    """
    try:
        (response,) = split(answer)
        status, *token = inside(response)
        if inside(status)[0] != _GRANTED or not token:
            raise TimeStampError("the authority refused the time stamp", got=ascii(answer[:80]), do="Ask another one")
        oid, wrapped = inside(token[0])
        (signed,) = inside(wrapped, _CONTEXT_0)
        parts = b"".join(_sorted(part) for part in inside(signed))
    except (ValueError, IndexError) as error:
        got = f"{len(answer)} bytes: {error}"
        raise TimeStampError("this is not a time stamp", got=got, expected="RFC 3161 TimeStampResp") from error
    token_again = wrap(_SEQUENCE, oid + wrap(_CONTEXT_0, wrap(_SEQUENCE, parts)))
    return wrap(_SEQUENCE, wrap(_SEQUENCE, _GRANTED) + token_again)


def _sorted(part: bytes) -> bytes:
    """Return a part of the SignedData; the certificates (its only part under [0]) sorted."""
    return wrap(_CONTEXT_0, b"".join(sorted(inside(part, _CONTEXT_0)))) if part[0] == _CONTEXT_0 else part
