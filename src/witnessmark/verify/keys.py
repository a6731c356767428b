"""The signer's public key in the forms in which people pass it on."""

import base64
from dataclasses import dataclass
from hashlib import sha256

from witnessmark.verify.base64form import canonical_base64
from witnessmark.verify.faults import BrokenError

SSH_TYPE = b"ssh-ed25519"
_MINISIGN_LENGTH = 42


def ssh_string(data: bytes) -> bytes:
    """Return data with its length before it, as SSH writes it (RFC 4251 §5)."""
    return len(data).to_bytes(4, "big") + data


@dataclass(frozen=True)
class ReleaseKey:
    """An Ed25519 public key; `key_id` is minisign's, empty when the key came in SSH form."""

    raw: bytes
    key_id: bytes = b""

    @property
    def ssh_blob(self) -> bytes:
        """Return the key as SSH sends it."""
        return ssh_string(SSH_TYPE) + ssh_string(self.raw)

    @property
    def fingerprint(self) -> str:
        """Return the fingerprint as `ssh-keygen -l` prints it."""
        return "SHA256:" + base64.b64encode(sha256(self.ssh_blob).digest()).decode().rstrip("=")


def parse_key(text: str, where: str) -> ReleaseKey:
    """Return the key in a minisign public key (line or file), or in an SSH public key or allowed_signers line."""
    words = text.split()
    if SSH_TYPE.decode() in words[:-1]:
        blob = canonical_base64(words[words.index(SSH_TYPE.decode()) + 1], where)
        key = ReleaseKey(blob[-32:])
        if blob != key.ssh_blob:
            raise BrokenError("wrong-key-form", where, "another kind of SSH key", "ssh-ed25519")
        return key
    lines = text.strip().splitlines()
    data = canonical_base64(lines[-1].strip() if lines else "", where)
    if len(data) != _MINISIGN_LENGTH or data[:2] != b"Ed":
        raise BrokenError("wrong-key-form", where, f"{len(data)} bytes", "a minisign or SSH Ed25519 public key")
    return ReleaseKey(data[10:], data[2:10])
