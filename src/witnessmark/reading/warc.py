"""A WARC of one raw fetch: the payload of its last answered response."""

import io
from typing import Final

import msgspec
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from witnessmark.reading.errors import UnreadableError, UnsafeArchiveError

#: No page that a person reads unpacks to more.
_BODY: Final = 512 << 20


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
    except (ArchiveLoadFailed, OSError, EOFError) as error:
        raise UnreadableError("this WARC does not open", got=str(error), do="Check it with its SHA-256") from error
    if last is None:
        raise UnreadableError("this WARC holds no answered page", expected="a response record with a body")
    return last


def _payload(record: object) -> Payload | None:
    headers = record.http_headers  # type: ignore[attr-defined]
    status = headers.get_statuscode()
    if status.startswith("3"):
        return None
    body = record.content_stream().read(_BODY + 1)  # type: ignore[attr-defined]
    if len(body) > _BODY:
        raise UnsafeArchiveError("the page in this WARC unpacks to too much", expected=f"at most {_BODY} bytes")
    notes = () if status == "200" else (f"the server answered {status}",)
    return Payload(
        data=body,
        media_type=headers.get_header("Content-Type", "") or "text/html",
        address=record.rec_headers.get_header("WARC-Target-URI", "") or "",  # type: ignore[attr-defined]
        notes=notes,
    )
