"""The checkpoint of the custody log: a C2SP signed note."""

import re
from dataclasses import dataclass
from hashlib import sha256

from witnessmark.verify.base64form import canonical_base64
from witnessmark.verify.ed25519 import ed25519_holds
from witnessmark.verify.faults import BrokenError

_NOTE_LINE = re.compile(r"— ([^\s+]+) ([A-Za-z0-9+/=]+)")
_SIZE = re.compile(r"0|[1-9][0-9]{0,18}")
_VKEY_TYPE = b"\x01"


@dataclass(frozen=True)
class LogHead:
    """Which log, how many leaves, which root."""

    origin: str
    size: int
    root: bytes


def parse_vkey(vkey: str, where: str) -> tuple[str, bytes, bytes]:
    """Return name, key id and the 32 bytes of the key in a vkey `name+hash+base64`."""
    name, _, rest = vkey.partition("+")
    key_id, _, material = rest.partition("+")
    data = canonical_base64(material, where)
    expected = sha256(name.encode() + b"\n" + data).digest()[:4]
    if len(data) != 1 + 32 or data[:1] != _VKEY_TYPE or key_id != expected.hex() or not name:
        raise BrokenError("wrong-key-form", where, vkey[:80], "name+hash+base64 of an Ed25519 key")
    return name, expected, data[1:]


def check_checkpoint(note: str, vkey: str, where: str) -> LogHead:
    """Return the head of the log; raise `BrokenError` unless this key signed it in canonical form."""
    name, key_id, public = parse_vkey(vkey, where)
    text, separator, tail = note.rpartition("\n\n")
    if not separator or not tail.endswith("\n"):
        raise BrokenError("non-canonical", where, repr(note[:60]), "text, empty line, signatures")
    text += "\n"
    ours = [blob[4:] for signer, blob in _note_lines(tail, where) if (signer, blob[:4]) == (name, key_id)]
    if not ours or not all(ed25519_holds(public, text.encode(), signature) for signature in ours):
        raise BrokenError("wrong-signature", where, "no valid signature of the log's key", vkey)
    return _log_head(text, where)


def _note_lines(tail: str, where: str) -> list[tuple[str, bytes]]:
    found = []
    for line in tail[:-1].split("\n"):
        match = _NOTE_LINE.fullmatch(line)
        if match is None:
            raise BrokenError("non-canonical", where, repr(line[:80]), "— name base64")
        found.append((match[1], canonical_base64(match[2], where)))
    return found


def _log_head(text: str, where: str) -> LogHead:
    lines = text[:-1].split("\n")
    if len(lines) < 3 or not all(lines) or not _SIZE.fullmatch(lines[1]):  # noqa: PLR2004 - origin, size, root
        raise BrokenError("non-canonical", where, repr(text[:60]), "origin, size and root, a line each")
    root = canonical_base64(lines[2], where)
    if len(root) != sha256().digest_size:
        raise BrokenError("non-canonical", where, f"a root of {len(root)} bytes", "32 bytes")
    return LogHead(lines[0], int(lines[1]), root)
