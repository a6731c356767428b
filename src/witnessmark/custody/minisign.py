"""minisign signatures and keys (jedisct1/minisign file formats), written and demanded in one canonical encoding."""

import base64
from dataclasses import dataclass
from hashlib import blake2b, sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from witnessmark.custody.errors import EncodingError, SignatureError
from witnessmark.custody.note import strict_base64

_UNTRUSTED, _TRUSTED = "untrusted comment: ", "trusted comment: "
_PREHASHED, _LEGACY = b"ED", b"Ed"
_KEY_ID_BYTES, _KEY_BYTES, _SIGNATURE_BYTES = 8, 32, 64


@dataclass(frozen=True)
class PublicKey:
    """A minisign public key: its 8-byte id and the 32 bytes of Ed25519."""

    key_id: bytes
    raw: bytes

    @property
    def key_id_hex(self) -> str:
        """Return the id as 16 digits: a little-endian number in upper-case hex."""
        return self.key_id[::-1].hex().upper()

    @property
    def line(self) -> str:
        """Return the one-line form, as `minisign -P` takes it."""
        return base64.b64encode(_LEGACY + self.key_id + self.raw).decode()

    @property
    def file(self) -> str:
        """Return the two-line file, as `minisign -p` takes it."""
        # minisign itself prints the number here, without leading zeros.
        return f"{_UNTRUSTED}minisign public key {int.from_bytes(self.key_id, 'little'):X}\n{self.line}\n"

    @classmethod
    def parse(cls, text: str) -> "PublicKey":
        """Read a key from its one line or its file."""
        lines = text.strip().splitlines()
        if not lines or len(lines) > 2 or (len(lines) == 2 and not lines[0].startswith(_UNTRUSTED)):  # noqa: PLR2004 - comment and key
            raise EncodingError("this is not a minisign public key", got=repr(text[:60]), expected="comment and base64")
        data = strict_base64(lines[-1], what="a minisign public key")
        if len(data) != len(_LEGACY) + _KEY_ID_BYTES + _KEY_BYTES or data[:2] != _LEGACY:
            raise EncodingError("this is not a minisign public key", got=f"{len(data)} bytes", expected="Ed, id, key")
        return cls(data[2:10], data[10:])


def public_key(raw: bytes) -> PublicKey:
    """Return our minisign form of an Ed25519 public key; its id is the beginning of the key's SHA-256."""
    return PublicKey(sha256(raw).digest()[:_KEY_ID_BYTES], raw)


def untrusted_comment(key: PublicKey) -> str:
    """Return the only untrusted comment that we write: it is not signed, so it may hold nothing of its own."""
    return f"signature from witnessmark release key {key.key_id_hex}"


def sign(data: bytes, key: Ed25519PrivateKey, trusted_comment: str) -> str:
    """Return the prehashed (BLAKE2b-512) signature file over data; the trusted comment is signed with it."""
    _check_comment(trusted_comment)
    public = public_key(key.public_key().public_bytes_raw())
    signature = key.sign(blake2b(data).digest())
    over_all = key.sign(signature + trusted_comment.encode())
    return Signature(_PREHASHED, public.key_id, signature, untrusted_comment(public), trusted_comment, over_all).file


def _check_comment(comment: str) -> None:
    if not comment.isascii() or not comment.replace("\t", " ").isprintable():
        raise EncodingError("a comment is one line of ASCII", got=repr(comment))


@dataclass(frozen=True)
class Signature:
    """A signature file, taken apart."""

    algorithm: bytes
    key_id: bytes
    signature: bytes
    untrusted_comment: str
    trusted_comment: str
    over_all: bytes

    @property
    def file(self) -> str:
        """Return the one canonical spelling of the file."""
        blob = base64.b64encode(self.algorithm + self.key_id + self.signature).decode()
        over_all = base64.b64encode(self.over_all).decode()
        return f"{_UNTRUSTED}{self.untrusted_comment}\n{blob}\n{_TRUSTED}{self.trusted_comment}\n{over_all}\n"

    @classmethod
    def parse(cls, text: str) -> "Signature":
        """Read a signature file; raise `EncodingError` unless every byte is as we would write it."""
        lines = text.split("\n")
        if len(lines) != 5 or not lines[0].startswith(_UNTRUSTED) or not lines[2].startswith(_TRUSTED):  # noqa: PLR2004 - four lines and the end
            raise EncodingError("this is not a minisign signature", got=repr(text[:60]), expected="four lines")
        blob = strict_base64(lines[1], what="a minisign signature")
        over_all = strict_base64(lines[3], what="the signature over the trusted comment")
        if len(blob) != 2 + _KEY_ID_BYTES + _SIGNATURE_BYTES or len(over_all) != _SIGNATURE_BYTES:
            raise EncodingError("this is not a minisign signature", got=f"{len(blob)} and {len(over_all)} bytes")
        untrusted, trusted = lines[0][len(_UNTRUSTED) :], lines[2][len(_TRUSTED) :]
        return cls(blob[:2], blob[2:10], blob[10:], untrusted, trusted, over_all)


def verify(data: bytes, signature: str, key: PublicKey, *, foreign: bool = False) -> str:
    """Return the trusted comment; raise unless `key` signed these bytes and this comment in canonical encoding.

    minisign itself accepts any untrusted comment; we demand our own, or a flipped byte would pass. `foreign`
    allows any one-line untrusted comment, for files that another program signed.
    """
    parsed = Signature.parse(signature)
    if parsed.key_id != key.key_id:
        got = parsed.key_id[::-1].hex().upper()
        raise SignatureError("the signature is from another key", got=got, expected=key.key_id_hex)
    if parsed.algorithm not in (_PREHASHED, _LEGACY):
        raise EncodingError("unknown kind of minisign signature", got=repr(parsed.algorithm), expected="ED or Ed")
    if not foreign and parsed.untrusted_comment != untrusted_comment(key):
        expected = untrusted_comment(key)
        raise SignatureError("the untrusted comment was edited", got=parsed.untrusted_comment, expected=expected)
    public = Ed25519PublicKey.from_public_bytes(key.raw)
    try:
        public.verify(parsed.signature, blake2b(data).digest() if parsed.algorithm == _PREHASHED else data)
        public.verify(parsed.over_all, parsed.signature + parsed.trusted_comment.encode())
    except InvalidSignature as error:
        raise SignatureError("the minisign signature does not hold", where=f"key {key.key_id_hex}") from error
    return parsed.trusted_comment
