"""WARC files: the payload of the last answered response where one fetch was kept, or each page of many."""

import io
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

import msgspec
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from witnessmark.reading.errors import UnreadableError, UnsafeArchiveError

#: No page that a person reads unpacks to more.
_BODY: Final = 512 << 20
#: Of the many responses that a crawl keeps, those that a person reads; the rest are pictures, styles and programs.
_READ: Final = frozenset({"text/html", "application/xhtml+xml", "text/plain", "application/pdf"})
_FAULTS: Final = (ArchiveLoadFailed, OSError, EOFError)


class Payload(msgspec.Struct, frozen=True, kw_only=True):
    """The decoded body of a response with the address and the headers it came with."""

    data: bytes
    media_type: str
    address: str
    notes: tuple[str, ...] = ()


def payload_of(data: bytes) -> Payload:
    """Return the payload of the last response with a body that is no redirect; `media_type` is as the server declared.

    Content encodings (gzip) and transfer encodings are undone, for reading only: digests are of the stored bytes.
    """
    last: Payload | None = None
    try:
        for record in ArchiveIterator(io.BytesIO(data)):
            if record.rec_type == "response" and record.http_headers is not None:
                last = _payload(record) or last
    except _FAULTS as error:
        raise _broken(error) from error
    if last is None:
        raise UnreadableError("this WARC holds no answered page", expected="a response record with a body")
    return last


def pages_of(stream: BinaryIO) -> Iterator[tuple[int, str]]:
    """Yield (offset, address) of each page that was answered in full, in the order of the file.

    Only headers are kept in memory. Raises `UnreadableError` at the place where the file breaks off or is no WARC.
    """
    try:
        records = ArchiveIterator(stream)
        for record in records:
            if record.rec_type == "response" and record.http_headers is not None and _is_page(record):
                yield records.get_record_offset(), record.rec_headers.get_header("WARC-Target-URI", "") or ""
    except _FAULTS as error:
        raise _broken(error) from error


def page_at(stream: BinaryIO, offset: int) -> Payload:
    """Return the page whose record starts at an offset that `pages_of` gave."""
    stream.seek(offset)
    try:
        page = _payload(next(ArchiveIterator(stream)))
    except (*_FAULTS, StopIteration) as error:
        raise _broken(error) from error
    if page is None:
        raise UnreadableError("this WARC has changed while it was read", expected=f"a page at byte {offset}")
    return page


def _is_page(record: Any) -> bool:  # noqa: ANN401 - warcio has no types
    kind = (record.http_headers.get_header("Content-Type", "") or "").partition(";")[0].strip().lower()
    return record.http_headers.get_statuscode() == "200" and kind in _READ


def _broken(error: Exception) -> UnreadableError:
    return UnreadableError("this WARC does not open", got=str(error), do="Check it with its SHA-256")


def _payload(record: Any) -> Payload | None:  # noqa: ANN401 - warcio has no types
    headers = record.http_headers
    status = headers.get_statuscode()
    if status.startswith("3"):
        return None
    body = record.content_stream().read(_BODY + 1)
    if len(body) > _BODY:
        raise UnsafeArchiveError("the page in this WARC unpacks to too much", expected=f"at most {_BODY} bytes")
    notes = () if status == "200" else (f"the server answered {status}",)
    return Payload(
        data=body,
        media_type=headers.get_header("Content-Type", "") or "text/html",
        address=record.rec_headers.get_header("WARC-Target-URI", "") or "",
        notes=notes,
    )
