"""Signatures of time stamp authorities, in plain Python: RSA (PKCS #1 v1.5) and ECDSA on P-256."""

from collections.abc import Callable
from hashlib import sha256, sha384, sha512

from witnessmark.verify.der import INTEGER, NULL, SEQUENCE, Der, der_one
from witnessmark.verify.faults import BrokenError

#: DER content of object identifiers, in hex.
HASHES: dict[str, Callable[[bytes], bytes]] = {
    "608648016503040201": lambda data: sha256(data).digest(),
    "608648016503040202": lambda data: sha384(data).digest(),
    "608648016503040203": lambda data: sha512(data).digest(),
}
_RSA, _EC = "2a864886f70d010101", "2a8648ce3d0201"
_RSA_WITH = {
    "2a864886f70d01010b": "608648016503040201",
    "2a864886f70d01010c": "608648016503040202",
    "2a864886f70d01010d": "608648016503040203",
}
_ECDSA_WITH = {
    "2a8648ce3d040302": "608648016503040201",
    "2a8648ce3d040303": "608648016503040202",
    "2a8648ce3d040304": "608648016503040203",
}
_P256 = "2a8648ce3d030107"
_RSA_BITS_LEAST = 2048
_UNCOMPRESSED = 4
_FIELD = 2**256 - 2**224 + 2**192 + 2**96 - 1
_GROUP = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
_CURVE_B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
_GENERATOR = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)
_CurvePoint = tuple[int, int] | None


def signature_holds(
    key_info: Der, algorithm: Der, digest_oid: str, data: bytes, signature: bytes, *, where: str
) -> bool:
    """Return whether the signature over data holds for a SubjectPublicKeyInfo.

    Keys and algorithms other than RSA from 2048 bits and ECDSA on P-256, with SHA-2, raise `BrokenError`.
    """
    key_algorithm, bits = key_info.parts(SEQUENCE, where)
    kind, *key_rest = key_algorithm.parts(SEQUENCE, where)
    name, *rest = algorithm.parts(SEQUENCE, where)
    oid = name.oid(where)
    if digest_oid not in HASHES or [part.whole for part in rest] not in ([], [NULL]):
        raise BrokenError("unknown-algorithm", where, digest_oid, "SHA-256, SHA-384 or SHA-512")
    if kind.oid(where) == _RSA and (oid == _RSA or _RSA_WITH.get(oid) == digest_oid):
        return _rsa_holds(bits.content(3, where)[1:], digest_oid, data, signature, where)
    if kind.oid(where) == _EC and _ECDSA_WITH.get(oid) == digest_oid and key_rest[0].oid(where) == _P256:
        return _ecdsa_holds(bits.content(3, where)[1:], HASHES[digest_oid](data), signature, where)
    raise BrokenError("unknown-algorithm", where, oid, "RSA or ECDSA on P-256")


def _rsa_holds(key: bytes, digest_oid: str, data: bytes, signature: bytes, where: str) -> bool:
    modulus, exponent = (part.number(where) for part in der_one(key, where).parts(SEQUENCE, where))
    length = (modulus.bit_length() + 7) // 8
    number = int.from_bytes(signature, "big")
    if modulus.bit_length() < _RSA_BITS_LEAST or len(signature) != length or number >= modulus:
        return False
    digest, oid = HASHES[digest_oid](data), bytes.fromhex(digest_oid)
    info = b"\x06" + bytes([len(oid)]) + oid + NULL
    info = b"\x30" + bytes([len(info)]) + info + b"\x04" + bytes([len(digest)]) + digest
    info = b"\x30" + bytes([len(info)]) + info
    expected = b"\0\1" + b"\xff" * (length - len(info) - 3) + b"\0" + info
    return pow(number, exponent, modulus).to_bytes(length, "big") == expected


def _curve_add(p: _CurvePoint, q: _CurvePoint) -> _CurvePoint:
    if p is None or q is None:
        return q if p is None else p
    if p[0] == q[0] and (p[1] + q[1]) % _FIELD == 0:
        return None
    rise, run = (3 * (p[0] * p[0] - 1), 2 * p[1]) if p == q else (q[1] - p[1], q[0] - p[0])
    slope = rise * pow(run, -1, _FIELD)
    x = (slope * slope - p[0] - q[0]) % _FIELD
    return x, (slope * (p[0] - x) - p[1]) % _FIELD


def _curve_multiply(scalar: int, point: _CurvePoint) -> _CurvePoint:
    result: _CurvePoint = None
    while scalar:
        if scalar & 1:
            result = _curve_add(result, point)
        point = _curve_add(point, point)
        scalar >>= 1
    return result


def _ecdsa_holds(key: bytes, digest: bytes, signature: bytes, where: str) -> bool:
    x, y = int.from_bytes(key[1:33], "big"), int.from_bytes(key[33:], "big")
    on_curve = (y * y - x * x * x + 3 * x - _CURVE_B) % _FIELD == 0 and max(x, y) < _FIELD
    if len(key) != 1 + 32 + 32 or key[0] != _UNCOMPRESSED or not on_curve:
        raise BrokenError("wrong-key-form", where, key[:4].hex(), "a point on P-256")
    parts = der_one(signature, where).parts(SEQUENCE, where)
    if [part.tag for part in parts] != [INTEGER, INTEGER]:
        return False
    r, s = (part.number(where) for part in parts)
    if not (0 < r < _GROUP and 0 < s < _GROUP):
        return False
    number = int.from_bytes(digest[:32], "big")
    inverse = pow(s, -1, _GROUP)
    first = _curve_multiply(number * inverse % _GROUP, _GENERATOR)
    reached = _curve_add(first, _curve_multiply(r * inverse % _GROUP, (x, y)))
    return reached is not None and reached[0] % _GROUP == r
