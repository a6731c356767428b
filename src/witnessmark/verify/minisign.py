"""minisign signatures, demanded in the one encoding that a release writes."""

from hashlib import blake2b

from witnessmark.verify.base64form import canonical_base64
from witnessmark.verify.ed25519 import ed25519_holds
from witnessmark.verify.faults import BrokenError
from witnessmark.verify.keys import ReleaseKey

_BLOB_LENGTH = 74
_LINES = 5
_OURS = "untrusted comment: signature from witnessmark release key "
_COMMENT = "trusted comment: "


def check_minisign(data: bytes, file: bytes, key: ReleaseKey, where: str) -> str:
    """Return the trusted comment; raise `BrokenError` unless `key` signed these bytes and this comment.

    The untrusted comment is signed by nobody, so only the fixed text with the key's id may stand in it.
    """
    lines = file.decode("ascii", "replace").split("\n")
    if len(lines) != _LINES or lines[4] or not lines[2].startswith(_COMMENT):
        raise BrokenError("non-canonical", where, f"{len(lines) - 1} lines", "the four lines of minisign")
    blob, over_all = canonical_base64(lines[1], where), canonical_base64(lines[3], where)
    if len(blob) != _BLOB_LENGTH or blob[:2] != b"ED":
        raise BrokenError("non-canonical", where, repr(blob[:2]), "a prehashed minisign signature (ED)")
    key_id, signature, comment = blob[2:10], blob[10:], lines[2][len(_COMMENT) :]
    if key.key_id and key_id != key.key_id:
        raise BrokenError("wrong-signer", where, key_id[::-1].hex().upper(), key.key_id[::-1].hex().upper())
    if lines[0] != _OURS + key_id[::-1].hex().upper():
        raise BrokenError("non-canonical", f"{where}: untrusted comment", lines[0][:80], _OURS + "and the key's id")
    if not ed25519_holds(key.raw, blake2b(data).digest(), signature):
        raise BrokenError("wrong-signature", where, "a signature by another key or over other bytes", key.fingerprint)
    if not ed25519_holds(key.raw, signature + comment.encode(), over_all):
        raise BrokenError("wrong-signature", f"{where}: trusted comment", comment[:80], "the comment that was signed")
    return comment
