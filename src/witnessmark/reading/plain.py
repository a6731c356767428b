"""Plain text and Markdown: the Text is the decoded input, line ends and all."""

from witnessmark.reading.decode import decode
from witnessmark.reading.extraction import Extraction, tool


def read_plain(data: bytes, *, charset: str = "") -> Extraction:
    """Return the decoded input unchanged, so that an offset here is an offset in the file (in code points).

    A byte-order mark is not text and is left out, which the notes then say.
    """
    decoded = decode(data, charset)
    notes = (f"encoding: {decoded.encoding}", *decoded.notes)
    return Extraction(content=decoded.text, kind="decoded", tool=tool("plain"), notes=notes)
