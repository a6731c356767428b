"""Opening what a person names on the command line: a file, an address, or standard input."""

import sys
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from witnessmark.capture.sniff import HEAD, TAIL, sniff
from witnessmark.evidence.errors import WitnessmarkError

#: What `read` and `quote` take into memory at most.
SIZE_LIMIT = 64 * 1024 * 1024
STDIN = "-"


class SourceError(WitnessmarkError):
    """What was named on the command line cannot be read."""


def refusal(error: WitnessmarkError | OSError) -> WitnessmarkError:
    """Return an error in our own form, also what the operating system refused."""
    if isinstance(error, WitnessmarkError):
        return error
    return WitnessmarkError(
        "the system refused a file operation",
        where=str(error.filename or ""),
        got=error.strerror or str(error),
        do="Check the path, its permissions and the space left on the disk, then run the command again",
    )


@dataclass(frozen=True)
class Opened:
    """Bytes with their media type, and what to call them."""

    data: bytes
    media_type: str
    name: str
    address: str = ""


def open_source(name: str) -> Opened:
    """Return the bytes behind a path, an http(s) address or `-`; a page is fetched only because a person named it."""
    if name == STDIN:
        data = sys.stdin.buffer.read(SIZE_LIMIT + 1)
        return opened(data, "standard input", "")
    if name.startswith(("http://", "https://")):
        return _fetched(name)
    path = Path(name)
    if not path.exists():
        raise SourceError("there is no such file", where=name, do="Check the path")
    if path.is_dir():
        raise SourceError("this is a folder", where=name, expected="a file", do="Name the files in it")
    with path.open("rb") as stream:
        data = stream.read(SIZE_LIMIT + 1)
    return opened(data, name, "")


def _fetched(address: str) -> Opened:
    """Fetch a page once and return what came over the wire."""
    from witnessmark.capture.web import fetch

    with tempfile.TemporaryDirectory() as work:
        out = Path(work) / "page.warc"
        page = fetch(address, out=out, identity=f"witnessmark/{version('witnessmark')}")
        return Opened(out.read_bytes(), "application/warc", page.final_address, page.final_address)


def opened(data: bytes, name: str, address: str) -> Opened:
    """Return bytes under what they are; raise `SourceError` for what is empty, too large or of no known kind."""
    if not data:
        raise SourceError("the file is empty", where=name)
    if len(data) > SIZE_LIMIT:
        raise SourceError(
            "the file is too large to read at once", where=name, got=f"more than {SIZE_LIMIT:,} bytes",
            do="Capture it into a case, or give the part that matters",
        )  # fmt: skip
    found = sniff(data[:HEAD], data[-TAIL:], "" if name == "standard input" else Path(name).name)
    if not found.media_type:
        raise SourceError(
            "this kind of file cannot be read", where=name, got="content of no known kind",
            expected="HTML, text, Markdown, PDF, DOCX, EML, CSV or XLSX",
        )  # fmt: skip
    return Opened(data, found.media_type, name, address)
