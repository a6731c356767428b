"""Sealed bytes: AES-256-GCM, bound to what they are for, so that they open nowhere else."""

import os
from collections.abc import Callable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from witnessmark.custody.errors import SealError

KEY_BYTES = 32
#: Tells our sealed bytes from any others, and which cipher and layout they have.
_MAGIC = b"witnessmark-sealed/1\n"
_NONCE_BYTES = 12
_TAG_BYTES = 16


def new_key(random: Callable[[int], bytes] = os.urandom) -> bytes:
    """Return a new data key of 32 bytes."""
    return random(KEY_BYTES)


def seal_bytes(key: bytes, data: bytes, aad: bytes, *, random: Callable[[int], bytes] = os.urandom) -> bytes:
    """Return data sealed under a 32-byte key; `aad` names what it is for and must be given again to open it."""
    _check(key)
    nonce = random(_NONCE_BYTES)
    return _MAGIC + nonce + AESGCM(key).encrypt(nonce, data, _MAGIC + aad)


def open_sealed(key: bytes, sealed: bytes, aad: bytes) -> bytes:
    """Return what was sealed; raise `SealError` when key, purpose or bytes are not those of the sealing."""
    _check(key)
    if not sealed.startswith(_MAGIC) or len(sealed) < len(_MAGIC) + _NONCE_BYTES + _TAG_BYTES:
        raise SealError("these are not sealed bytes", got=repr(sealed[:20]), expected=_MAGIC.decode().strip())
    nonce = sealed[len(_MAGIC) : len(_MAGIC) + _NONCE_BYTES]
    try:
        return AESGCM(key).decrypt(nonce, sealed[len(_MAGIC) + _NONCE_BYTES :], _MAGIC + aad)
    except InvalidTag as error:
        raise SealError(
            "sealed bytes do not open",
            where=aad.decode(errors="replace"),
            expected="the key and the purpose that they were sealed with, and unchanged bytes",
        ) from error


def _check(key: bytes) -> None:
    if len(key) != KEY_BYTES:
        raise SealError("a data key has another length", got=f"{len(key)} bytes", expected=f"{KEY_BYTES} bytes")
