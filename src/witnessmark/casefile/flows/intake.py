"""From what a person named to what is taken in: a file, a saved page with its picture, or a page fetched once."""

import tempfile
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from witnessmark.capture.admit import Admitted, admit_file
from witnessmark.capture.embedded import embedded_metadata
from witnessmark.capture.record import collection_record
from witnessmark.capture.web import Fetched, fetch
from witnessmark.casefile.errors import CaseError
from witnessmark.casefile.flows.capture import Captured, Incoming, take_in
from witnessmark.casefile.flows.captures_list import Wanted
from witnessmark.casefile.session import Session
from witnessmark.evidence.sources import CollectionRecord
from witnessmark.evidence.text import Tool

CLOCK = "this machine's own clock"
#: Sent as User-Agent: a page is asked for under our own name.
IDENTITY = f"witnessmark/{version('witnessmark')}"


def capture_one(session: Session, wanted: Wanted) -> Captured:
    """Capture one thing; raises a `WitnessmarkError` that says why it was refused, with nothing half-written."""
    return _capture_address(session, wanted) if wanted.url else _capture_file(session, wanted)


def _capture_file(session: Session, wanted: Wanted) -> Captured:
    """Take in a file, with its picture if one was named."""
    admitted = admit_file(Path(wanted.path), accept_mismatch=wanted.accept_mismatch)
    picture = _picture(wanted)
    record = _record(
        session, wanted, admitted, picture=picture, collected_at=wanted.collected_at or _file_time(admitted)
    )
    return take_in(session, _incoming(wanted, admitted, record, picture))


def _capture_address(session: Session, wanted: Wanted) -> Captured:
    """Fetch a page once, raw, and take in what came over the wire, as WARC."""
    picture = _picture(wanted)
    with tempfile.TemporaryDirectory() as work:
        fetched = fetch(wanted.url, out=Path(work) / "page.warc", identity=IDENTITY, allow_private=wanted.allow_private)
        admitted = admit_file(fetched.path)
        record = _record(
            session, wanted, admitted, picture=picture, collected_at=session.now(), address=fetched.final_address,
            layer=fetched.layer, wire=_wire(fetched),
        )  # fmt: skip
        return take_in(session, _incoming(wanted, admitted, record, picture))


def _wire(fetched: Fetched) -> dict[str, str]:
    """Return what the wire told, to be kept with the collection record."""
    return {
        "http_status": str(fetched.status),
        "media_type_declared": fetched.media_type,
        "wire_sha256": fetched.wire_sha256,
        "payload_sha256": fetched.payload_sha256,
        "server_address": fetched.remote_address,
        "redirects": " ".join(fetched.redirects),
    }


def _incoming(wanted: Wanted, admitted: Admitted, record: CollectionRecord, picture: Admitted | None) -> Incoming:
    """Return an admitted thing with what the person said of it."""
    return Incoming(
        admitted=admitted, record=record, picture=picture, source=wanted.source,
        protected=wanted.protected, published=wanted.published,
    )  # fmt: skip


def _record(
    session: Session, wanted: Wanted, admitted: Admitted, *, picture: Admitted | None, collected_at: str, address: str = "",
    layer: str = "file", wire: dict[str, str] | None = None,
) -> CollectionRecord:  # fmt: skip
    """Return the collection record, Berkeley a to h."""
    metadata = wire or _embedded(admitted)
    return collection_record(
        admitted, collected_at=collected_at, collector=wanted.collector or session.actor,
        tool=Tool(name="witnessmark capture", version=version("witnessmark")), address=wanted.address or address,
        screenshot=picture.media_type if picture else "",
        metadata=metadata, context=wanted.context, identity_used=wanted.identity_used, clock=CLOCK,
        layer=layer,
    )  # fmt: skip


def _embedded(admitted: Admitted) -> dict[str, str]:
    """Return the metadata inside a file."""
    if admitted.path is None:
        return {}
    with admitted.path.open("rb") as stream:
        return embedded_metadata(stream, admitted.media_type)


def _picture(wanted: Wanted) -> Admitted | None:
    """Return a page's full-page picture, or None where none was named; refuse what is no picture."""
    if not wanted.screenshot:
        return None
    admitted = admit_file(Path(wanted.screenshot))
    if not admitted.media_type.startswith(("image/", "application/pdf")):
        raise CaseError(
            "a screenshot is a picture", where=wanted.screenshot, got=admitted.media_type, expected="PNG, JPEG or PDF"
        )
    return admitted


def _file_time(admitted: Admitted) -> str:
    """Return when a file was last written: the nearest thing to the time of its collection that a bare file tells."""
    stamp = admitted.path.stat().st_mtime if admitted.path is not None else 0
    return datetime.fromtimestamp(stamp, UTC).isoformat(timespec="seconds")
