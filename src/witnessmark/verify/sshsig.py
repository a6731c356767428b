"""SSH signatures (OpenSSH PROTOCOL.sshsig), demanded byte for byte as ssh-keygen writes them."""

import base64
from hashlib import sha512

from witnessmark.verify.base64form import canonical_base64
from witnessmark.verify.ed25519 import ed25519_holds
from witnessmark.verify.faults import BrokenError
from witnessmark.verify.keys import SSH_TYPE, ReleaseKey, ssh_string

SSH_NAMESPACE = b"witnessmark-release"
_ARMOUR_WIDTH = 70
_ARMOUR_BEGIN, _ARMOUR_END = "-----BEGIN SSH SIGNATURE-----\n", "-----END SSH SIGNATURE-----\n"


def _ssh_file(key: ReleaseKey, signature: bytes) -> bytes:
    """Return the only file that this key's signature can stand in."""
    head = b"SSHSIG" + (1).to_bytes(4, "big") + ssh_string(key.ssh_blob)
    body = ssh_string(SSH_NAMESPACE) + ssh_string(b"") + ssh_string(b"sha512")
    blob = head + body + ssh_string(ssh_string(SSH_TYPE) + ssh_string(signature))
    text = base64.b64encode(blob).decode()
    lines = "".join(text[at : at + _ARMOUR_WIDTH] + "\n" for at in range(0, len(text), _ARMOUR_WIDTH))
    return (_ARMOUR_BEGIN + lines + _ARMOUR_END).encode()


def ssh_signer(file: bytes, where: str) -> ReleaseKey:
    """Return the key that stands in the signature; it proves nothing until it is compared with one from outside."""
    lines = file.decode("ascii", "replace").split("\n")
    blob = canonical_base64("".join(lines[1:-2]), where)
    start = len(b"SSHSIG") + 4 + 4
    key = ReleaseKey(blob[start : start + len(ReleaseKey(bytes(32)).ssh_blob)][-32:])
    if file != _ssh_file(key, blob[-64:]):
        raise BrokenError("non-canonical", where, "another encoding, purpose or kind of key", "as ssh-keygen writes it")
    return key


def check_sshsig(data: bytes, file: bytes, key: ReleaseKey, where: str) -> None:
    """Raise `BrokenError` unless `key` signed these bytes as a release, in canonical armour."""
    signer = ssh_signer(file, where)
    if signer.raw != key.raw:
        raise BrokenError("wrong-signer", where, signer.fingerprint, key.fingerprint)
    signature = canonical_base64("".join(file.decode("ascii").split("\n")[1:-2]), where)[-64:]
    body = ssh_string(SSH_NAMESPACE) + ssh_string(b"") + ssh_string(b"sha512") + ssh_string(sha512(data).digest())
    if not ed25519_holds(key.raw, b"SSHSIG" + body, signature):
        raise BrokenError("wrong-signature", where, "a signature over other bytes", key.fingerprint)
