"""How one copy came in: the collection record of the Berkeley Protocol, and what of its minimum is missing."""

from datetime import datetime
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import urlsplit

from witnessmark.capture.admit import Admitted
from witnessmark.capture.errors import RecordError
from witnessmark.evidence.sources import CollectionRecord
from witnessmark.evidence.text import Tool

#: Berkeley Protocol, collection: a to c are the minimum for an item from the web.
_A: Final = "a: web address"
_B: Final = "b: HTML source"
_C: Final = "c: full-page capture"
_PAGE_SUFFIXES: Final = frozenset({"", ".html", ".htm", ".php", ".asp", ".aspx", ".jsp"})
_PAGES: Final = frozenset({"text/html", "application/xhtml+xml", "application/warc"})


def collection_record(
    admitted: Admitted,
    *,
    collected_at: str,
    collector: str,
    tool: Tool,
    address: str = "",
    screenshot: str = "",
    media: tuple[str, ...] = (),
    metadata: dict[str, str] | None = None,
    context: str = "",
    machine_address: str = "",
    identity_used: str = "",
    clock: str = "",
    layer: str = "file",
    part_of: str = "",
) -> CollectionRecord:
    """Return the record of one copy; `missing` names what of a to c an item from the web lacks.

    `collected_at` is ISO 8601 with an offset (g), `layer` says which bytes `sha256` is of (h): file, wire or attachment.
    `metadata` comes from `embedded_metadata` (e). Raises `RecordError` for a time without offset, or no collector.
    """
    _check_time(collected_at)
    if not collector.strip():
        raise RecordError(
            "a collection record needs its collector", expected="who collected it (g)", do="Give --collector"
        )
    return CollectionRecord(
        address=address,
        collected_at=collected_at,
        collector=collector,
        tool=tool,
        machine_address=machine_address,
        identity_used=identity_used,
        clock=clock,
        layer=layer,
        file_name=admitted.name,
        screenshot=screenshot,
        embedded_metadata=metadata or {},
        media=media,
        context=context,
        sha256=admitted.sha256,
        part_of=part_of,
        missing=_missing(admitted.media_type, address, screenshot),
    )


def _missing(media_type: str, address: str, screenshot: str) -> tuple[str, ...]:
    """A page must have all three; a picture or print of a page lacks its source; another file is its own source."""
    if media_type in _PAGES:
        return (() if address else (_A,)) + (() if screenshot else (_C,))
    return (_B,) if address and PurePosixPath(urlsplit(address).path).suffix.lower() in _PAGE_SUFFIXES else ()


def _check_time(collected_at: str) -> None:
    try:
        moment = datetime.fromisoformat(collected_at)
    except ValueError as error:
        raise _bad_time(collected_at) from error
    if moment.tzinfo is None:
        raise _bad_time(collected_at)


def _bad_time(got: str) -> RecordError:
    return RecordError(
        "the time of collection is not usable",
        got=repr(got),
        expected="ISO 8601 with an offset, such as 2031-05-02T10:00:00+05:00",
        do="Give --collected-at with the offset of the collector's clock",
    )  # fmt: skip
