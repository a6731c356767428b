"""Checkpoints: the size and root of the log, signed (C2SP tlog-checkpoint)."""

import base64
import re
from dataclasses import dataclass
from hashlib import sha256

from witnessmark.custody.errors import EncodingError
from witnessmark.custody.note import NoteKey, NoteVerifier, parse_note, sign_note, strict_base64, verify_note

_DECIMAL = re.compile(r"0|[1-9][0-9]{0,18}")


@dataclass(frozen=True)
class Checkpoint:
    """Which log, how many leaves, which root; `extension` lines are kept and mean nothing here."""

    origin: str
    size: int
    root: bytes
    extension: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Return the text that is signed."""
        lines = (self.origin, str(self.size), base64.b64encode(self.root).decode(), *self.extension)
        return "".join(f"{line}\n" for line in lines)


def sign_checkpoint(origin: str, size: int, root: bytes, key: NoteKey) -> str:
    """Return the signed checkpoint of a log of `size` leaves with this root."""
    if not origin or "\n" in origin:
        raise EncodingError("an origin is one line", got=repr(origin), expected="office.example/log")
    return sign_note(Checkpoint(origin, size, root).text, key)


def parse(note: str) -> Checkpoint:
    """Read a checkpoint without checking its signatures; raise `EncodingError` unless its form is the canonical one."""
    return _from_text(parse_note(note).text)


def verify_checkpoint(note: str, key: NoteVerifier, *, origin: str = "") -> Checkpoint:
    """Return the checkpoint; raise unless `key` signed it and it is of this origin (the key's name when left out)."""
    found = _from_text(verify_note(note, key).text)
    expected = origin or key.name
    if found.origin != expected:
        raise EncodingError("this checkpoint is of another log", got=found.origin, expected=expected)
    return found


def _from_text(text: str) -> Checkpoint:
    lines = text[:-1].split("\n")
    if len(lines) < 3 or not all(lines):  # noqa: PLR2004 - origin, size, root
        raise EncodingError(
            "this is not a checkpoint", got=repr(text[:60]), expected="origin, size and root, a line each"
        )
    origin, size, root64, *extension = lines
    if not _DECIMAL.fullmatch(size):
        raise EncodingError("the size in a checkpoint", got=repr(size), expected="decimal without leading zeros")
    root = strict_base64(root64, what="the root in a checkpoint")
    if len(root) != sha256().digest_size:
        raise EncodingError("the root in a checkpoint", got=f"{len(root)} bytes", expected="32 bytes")
    return Checkpoint(origin, int(size), root, tuple(extension))
