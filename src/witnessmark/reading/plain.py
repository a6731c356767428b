"""Plain text and Markdown: the Text is the decoded input, line ends and all."""

import re
from typing import Final

from witnessmark.reading.decode import decode
from witnessmark.reading.extraction import Extraction, tool

#: Control characters that no text holds, and bytes that fit no encoding; tab, line ends, form feed and escape do occur.
_BINARY: Final = re.compile(r"[\0-\x06\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
#: One such character in so many is damage; more of them are no text.
_DAMAGE: Final = 100


def read_plain(data: bytes, *, charset: str = "") -> Extraction:
    """Return the decoded input unchanged, so that an offset here is an offset in the file (in code points).

    A byte-order mark is not text and is left out, which the notes then say. What is no text is told in `suspect`.
    """
    decoded = decode(data, charset)
    notes = (f"encoding: {decoded.encoding}", *decoded.notes)
    return Extraction(
        content=decoded.text, kind="decoded", tool=tool("plain"), notes=notes, suspect=_suspect(decoded.text)
    )


def _suspect(text: str) -> str:
    if not text.strip():
        return "empty: the file holds no text"
    strange = len(_BINARY.findall(text))
    if strange > 1 and strange * _DAMAGE > len(text):
        return f"no text: {strange:,} of {len(text):,} characters are control characters or damage"
    return ""
