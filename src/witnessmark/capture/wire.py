"""The last answer in a WARC: its bytes as sent, and its body, each with a digest of its own."""

import hashlib
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from typing import Any, Final

from witnessmark.capture.errors import FetchError

_CHUNK: Final = 1 << 20
#: A body may unpack to this much, for its digest only; more is a bomb.
_UNPACKED: Final = 1 << 30


@dataclass(frozen=True)
class Wire:
    """Status and type of an answer, the digest of it as sent, digest and size of its decoded body."""

    status: int
    media_type: str
    charset: str
    wire_sha256: str
    payload_sha256: str
    payload_size: int


def read_wire(path: Path) -> Wire:
    """Return the last answer in the WARC at `path`; raises `FetchError` if there is none."""
    from warcio.archiveiterator import ArchiveIterator

    with path.open("rb") as stream:
        wire_digest, found = "", None
        for record in ArchiveIterator(stream, no_record_parse=True):
            if record.rec_type == "response":
                wire_digest = _digest(record.raw_stream)[0]
    with path.open("rb") as stream:
        for record in ArchiveIterator(stream):
            if record.rec_type == "response" and record.http_headers is not None:
                found = _wire(record, wire_digest)
    if found is None:
        raise FetchError("the server closed without an answer", where=path.name, do="Try again later")
    return found


def _wire(record: Any, wire_digest: str) -> Wire:  # noqa: ANN401  (warcio has no types)
    digest, size = _digest(record.content_stream())
    headers = Message()
    headers["Content-Type"] = record.http_headers.get_header("Content-Type", "") or "application/octet-stream"
    return Wire(
        status=int(record.http_headers.get_statuscode()),
        media_type=headers.get_content_type(),
        charset=headers.get_content_charset() or "",
        wire_sha256=wire_digest,
        payload_sha256=digest,
        payload_size=size,
    )


def _digest(stream: Any) -> tuple[str, int]:  # noqa: ANN401  (warcio has no types)
    digest, size = hashlib.sha256(), 0
    while chunk := stream.read(_CHUNK):
        digest.update(chunk)
        size += len(chunk)
        if size > _UNPACKED:
            raise FetchError("the page unpacks to too much", got=f"more than {_UNPACKED} bytes", do="Do not open it")
    return digest.hexdigest(), size
