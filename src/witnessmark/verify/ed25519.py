"""Ed25519 signatures checked in plain Python (RFC 8032 §5.1.7), strict about every encoding."""

from hashlib import sha512

_P = 2**255 - 19
_ORDER = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, -1, _P) % _P
_ROOT_OF_MINUS_ONE = pow(2, (_P - 1) // 4, _P)
_EdwardsPoint = tuple[int, int, int, int]
_NEUTRAL: _EdwardsPoint = (0, 1, 1, 0)
_COFACTOR = 8


def _add(p: _EdwardsPoint, q: _EdwardsPoint) -> _EdwardsPoint:
    a = (p[1] - p[0]) * (q[1] - q[0]) % _P
    b = (p[1] + p[0]) * (q[1] + q[0]) % _P
    c, d = 2 * p[3] * q[3] * _D % _P, 2 * p[2] * q[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _multiply(scalar: int, point: _EdwardsPoint) -> _EdwardsPoint:
    result = _NEUTRAL
    while scalar:
        if scalar & 1:
            result = _add(result, point)
        point = _add(point, point)
        scalar >>= 1
    return result


def _decompress(data: bytes) -> _EdwardsPoint | None:
    """Return the point, or None when the encoding is not canonical or names no point on the curve."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    if y >= _P:
        return None
    square = (y * y - 1) * pow(_D * y * y + 1, -1, _P) % _P
    x = pow(square, (_P + 3) // 8, _P)
    if (x * x - square) % _P:
        x = x * _ROOT_OF_MINUS_ONE % _P
    if (x * x - square) % _P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = _P - x
    return x, y, 1, x * y % _P


def _compress(point: _EdwardsPoint) -> bytes:
    inverse = pow(point[2], -1, _P)
    x, y = point[0] * inverse % _P, point[1] * inverse % _P
    return (y | (x & 1) << 255).to_bytes(32, "little")


_BASE_Y = 4 * pow(5, -1, _P) % _P
_BASE = _decompress(_BASE_Y.to_bytes(32, "little"))


def ed25519_holds(public: bytes, message: bytes, signature: bytes) -> bool:
    """Return whether the signature (64 bytes) of this key (32 bytes) over the message holds.

    Keys and points of small order, points not in canonical form and scalars beyond the group's order are refused:
    with them one signature could be written in several ways, or hold for several messages.
    """
    if len(public) != 32 or len(signature) != 64 or _BASE is None:  # noqa: PLR2004 - RFC 8032 §5.1.5 and §5.1.6
        return False
    key, scalar = _decompress(public), int.from_bytes(signature[32:], "little")
    if key is None or scalar >= _ORDER or _compress(_multiply(_COFACTOR, key)) == _compress(_NEUTRAL):
        return False
    challenge = int.from_bytes(sha512(signature[:32] + public + message).digest(), "little") % _ORDER
    minus_key = (_P - key[0], key[1], 1, _P - key[3])
    return _compress(_add(_multiply(scalar, _BASE), _multiply(challenge, minus_key))) == signature[:32]
