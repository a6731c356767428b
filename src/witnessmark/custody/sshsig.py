"""SSH signatures (OpenSSH PROTOCOL.sshsig) with Ed25519, and SSH public keys with their fingerprints."""

import base64
import textwrap
from hashlib import sha256, sha512

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from witnessmark.custody.errors import EncodingError, SignatureError
from witnessmark.custody.note import strict_base64

#: What our signatures are for; a signature made for anything else never counts as one on a release.
NAMESPACE = "witnessmark-release"
_MAGIC, _VERSION, _TYPE = b"SSHSIG", (1).to_bytes(4), b"ssh-ed25519"
_BEGIN, _END = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"
#: Column at which ssh-keygen breaks its armour.
_WIDTH = 70
_HASHES = {b"sha512": sha512, b"sha256": sha256}


def _string(data: bytes) -> bytes:
    return len(data).to_bytes(4) + data


def key_blob(raw: bytes) -> bytes:
    """Return the wire form of an Ed25519 public key (RFC 8709 §4)."""
    return _string(_TYPE) + _string(raw)


def public_line(raw: bytes, comment: str = "witnessmark-release") -> str:
    """Return the key as it stands in `authorized_keys` and `allowed_signers`, without a line end."""
    return f"{_TYPE.decode()} {base64.b64encode(key_blob(raw)).decode()} {comment}".rstrip()


def fingerprint(raw: bytes) -> str:
    """Return the fingerprint as `ssh-keygen -l` prints it: `SHA256:` and base64 without padding."""
    return "SHA256:" + base64.b64encode(sha256(key_blob(raw)).digest()).decode().rstrip("=")


def parse_public(line: str) -> bytes:
    """Return the 32 bytes of a key written as `ssh-ed25519 AAAA… [comment]`."""
    fields = line.split()
    if len(fields) < 2 or fields[0] != _TYPE.decode():  # noqa: PLR2004 - type and key
        raise EncodingError("this is not an SSH Ed25519 public key", got=line[:40], expected="ssh-ed25519 AAAA…")
    blob = strict_base64(fields[1], what="an SSH public key")
    raw = blob[-32:]
    if blob != key_blob(raw):
        raise EncodingError("this is not an SSH Ed25519 public key", got=line[:40], expected="ssh-ed25519 AAAA…")
    return raw


def _signed(data: bytes, namespace: str, hash_name: bytes) -> bytes:
    hashed = _HASHES[hash_name](data).digest()
    return _MAGIC + _string(namespace.encode()) + _string(b"") + _string(hash_name) + _string(hashed)


def _armour(raw: bytes, namespace: str, hash_name: bytes, signature: bytes) -> str:
    blob = _MAGIC + _VERSION + _string(key_blob(raw)) + _string(namespace.encode()) + _string(b"")
    blob += _string(hash_name) + _string(_string(_TYPE) + _string(signature))
    lines = textwrap.wrap(base64.b64encode(blob).decode(), _WIDTH)
    return "\n".join((_BEGIN, *lines, _END, ""))


def sign(data: bytes, key: Ed25519PrivateKey, namespace: str = NAMESPACE) -> str:
    """Return the armoured signature, byte for byte what `ssh-keygen -Y sign` writes with the same key."""
    signature = key.sign(_signed(data, namespace, b"sha512"))
    return _armour(key.public_key().public_bytes_raw(), namespace, b"sha512", signature)


def verify(data: bytes, signature: str, raw: bytes, namespace: str = NAMESPACE) -> None:
    """Raise unless this Ed25519 key signed these bytes for this namespace, in canonical armour.

    ssh-keygen accepts reflowed armour; we do not, or a moved line end would pass.
    """
    blob = strict_base64("".join(signature.split("\n")[1:-2]), what="an SSH signature")
    parts = _parts(blob)
    key, purpose, _, hash_name, inner = parts
    if hash_name not in _HASHES or inner[:-64] != _string(_TYPE) + (64).to_bytes(4):
        raise EncodingError("this SSH signature is of an unknown kind", got=repr(hash_name), expected="Ed25519, sha512")
    if key != key_blob(raw):
        raise SignatureError(
            "the SSH signature is from another key", got=fingerprint(key[-32:]), expected=fingerprint(raw)
        )
    if purpose != namespace.encode():
        raise SignatureError("the SSH signature is for another purpose", got=repr(purpose), expected=namespace)
    if signature != _armour(raw, namespace, hash_name, inner[-64:]):
        raise EncodingError("the SSH signature is not in canonical encoding", expected=f"lines of {_WIDTH} characters")
    try:
        Ed25519PublicKey.from_public_bytes(raw).verify(inner[-64:], _signed(data, namespace, hash_name))
    except InvalidSignature as error:
        raise SignatureError("the SSH signature does not hold", where=fingerprint(raw)) from error


def _parts(blob: bytes) -> list[bytes]:
    """Return public key, namespace, reserved, hash name and signature of an SSHSIG blob."""
    head = _MAGIC + _VERSION
    rest, parts = blob[len(head) :], []
    while rest:
        length = int.from_bytes(rest[:4])
        parts.append(rest[4 : 4 + length])
        rest = rest[4 + length :]
    expected = head + b"".join(_string(part) for part in parts)
    if len(parts) != 5 or parts[2] or blob != expected:  # noqa: PLR2004 - the five fields above
        raise EncodingError("this is not an SSH signature", got=repr(blob[:12]), expected="SSHSIG, version 1")
    return parts
