"""Capturing: bytes in, untouched; then read, committed and logged, in one transaction for each thing named."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Any

import msgspec
from django.db import transaction

from witnessmark.capture.admit import Admitted, admit_bytes
from witnessmark.capture.embedded import embedded_metadata
from witnessmark.casefile.errors import CaseError, ExposureError
from witnessmark.casefile.records import SourceKey
from witnessmark.casefile.services.custody_write import sign_head
from witnessmark.casefile.services.exposure_read import named_in
from witnessmark.casefile.services.item_write import Added, Arrival, add_arrival, find_duplicate
from witnessmark.casefile.services.original_read import ORIGINAL_PURPOSE
from witnessmark.casefile.services.protection import OWN_KEY, seal, source_key
from witnessmark.casefile.services.text_write import NewText, add_reading, add_text
from witnessmark.casefile.session import Session
from witnessmark.evidence.dates import PartialDate
from witnessmark.evidence.errors import WitnessmarkError
from witnessmark.evidence.reading import Reading
from witnessmark.evidence.sources import CollectionRecord
from witnessmark.evidence.text import Text
from witnessmark.reading.extract import extract, supported
from witnessmark.reading.extraction import Extraction, Part
from witnessmark.reading.prints import fingerprint_of
from witnessmark.reading.reader import read_text

#: Larger files are kept and hashed, but not read: their text would not fit beside everything else.
READ_LIMIT = 64 * 1024 * 1024
#: An e-mail in an e-mail in an e-mail: deeper ones are kept inside their carrier and told.
DEPTH_LIMIT = 4
PICTURE_PURPOSE = "screenshot"
SOURCE_ID = re.compile(r"O[1-9][0-9]{0,8}")


@dataclass(frozen=True, kw_only=True)
class Incoming:
    """Bytes that were admitted: in a file (`admitted.path`) or in memory, and how they were collected.

    `picture` is the full-page picture that is kept beside a page, sealed like the page itself.
    `seal_with` is the label of its carrier's key: what lies inside a thing is erased together with it.
    """

    admitted: Admitted
    record: CollectionRecord
    data: bytes = b""
    source: str = ""
    protected: bool = False
    published: PartialDate | None = None
    depth: int = 0
    picture: Admitted | None = None
    seal_with: str = ""

    @property
    def media_type(self) -> str:
        """What the content is."""
        return self.admitted.media_type


@dataclass(frozen=True, kw_only=True)
class Captured:
    """What became of one incoming thing: its item, whether it was new, what is suspect, what was noticed, its parts."""

    item: str
    media_type: str
    name: str
    new_item: bool
    new_record: bool
    suspect: str = ""
    statements: int = 0
    characters: int = 0
    notes: tuple[str, ...] = ()
    parts: tuple["Captured", ...] = field(default_factory=tuple)

    def flat(self) -> Iterator["Captured"]:
        """Yield this and all parts, carriers first."""
        yield self
        for part in self.parts:
            yield from part.flat()


def take_in(session: Session, incoming: Incoming) -> Captured:
    """Take one thing in, with everything inside it, in one transaction; bytes reach the store before any record does."""
    _check_source(incoming)
    prepared = _prepare(session, incoming)
    with transaction.atomic():
        captured = _write(session, prepared)
        if any(one.new_record for one in captured.flat()):
            sign_head(session)
    return captured


@dataclass(frozen=True, kw_only=True)
class _Prepared:
    """Bytes in the store, and what reading made of them."""

    incoming: Incoming
    stored: str
    key: SourceKey | None
    extraction: Extraction | None
    reading: Reading | None
    notes: tuple[str, ...]
    parts: tuple["_Prepared", ...] = ()


def _prepare(session: Session, incoming: Incoming) -> _Prepared:
    """Store the bytes and read them; nothing of this is recorded yet, and doing it again changes nothing."""
    data = incoming.data or _whole(incoming.admitted)
    known = find_duplicate(session, incoming.admitted.sha256)
    if known is not None and incoming.protected and known.key is None:
        raise CaseError(
            "these bytes are in the case already, unsealed", where=incoming.admitted.name, got=f"{known.human_id}, not protected",
            expected="bytes that are new to the case, to be sealed", do="Start a new case for it if it must be sealed",
        )  # fmt: skip
    key = known.key if known else _key(session, incoming)
    incoming = replace(incoming, protected=key is not None)
    extraction, notes = _extracted(incoming, data)
    if known is None and key is None and extraction is not None:
        _refuse_exposure(session, incoming.admitted, extraction.content)
    parts, refused = _parts(session, incoming, extraction, key)
    stored = known.stored if known else _store(session, incoming, data, key)
    incoming = _with_picture(session, incoming, key)
    reading = _read(incoming, extraction) if extraction is not None else None
    return _Prepared(
        incoming=incoming, stored=stored, key=key, extraction=extraction, reading=reading, parts=parts,
        notes=(*incoming.admitted.notes, *notes, *refused),
    )  # fmt: skip


def _refuse_exposure(session: Session, admitted: Admitted, content: str) -> None:
    """Refuse a file that names a protected person and would lie unsealed in the case folder."""
    named = named_in(session, content)
    if named:
        raise ExposureError(
            "this file names a protected person", where=admitted.name, got=f"a name of {', '.join(named)}",
            expected="a file that is sealed", do="Capture it with --protected; it can still be published redacted",
        )  # fmt: skip


def _whole(admitted: Admitted) -> bytes:
    """Return a file's bytes if they may be held in memory, else nothing."""
    if admitted.path is None or admitted.size > READ_LIMIT:
        return b""
    return admitted.path.read_bytes()


def _key(session: Session, incoming: Incoming) -> SourceKey | None:
    """Return the key that seals a protected thing: its source's, or one of its own where no source is named."""
    if not incoming.protected:
        return None
    return source_key(session, incoming.source or incoming.seal_with or f"{OWN_KEY}{session.random(8).hex()}")


def _store(session: Session, incoming: Incoming, data: bytes, key: SourceKey | None) -> str:
    """Put the bytes into the store, sealed where a key is given; refuse a file that changed while it was looked at."""
    admitted = incoming.admitted
    if key is not None:
        whole = data if data or admitted.path is None else admitted.path.read_bytes()
        _unchanged(admitted, hashlib.sha256(whole).hexdigest())
        return session.store.put(seal(session, key, whole, ORIGINAL_PURPOSE)).sha256
    if data or admitted.path is None:
        _unchanged(admitted, hashlib.sha256(data).hexdigest())
        return session.store.put(data).sha256
    with admitted.path.open("rb") as stream:
        stored = session.store.put(stream).sha256
    _unchanged(admitted, stored)
    return stored


def _with_picture(session: Session, incoming: Incoming, key: SourceKey | None) -> Incoming:
    """Keep the picture of a page, and name it in the record by the digest of what lies in the store."""
    picture = incoming.picture
    if picture is None or picture.path is None:
        return incoming
    data = picture.path.read_bytes()
    _unchanged(picture, hashlib.sha256(data).hexdigest())
    stored = session.store.put(seal(session, key, data, PICTURE_PURPOSE) if key else data)
    record = replace_record(incoming.record, screenshot=f"{picture.media_type} sha256:{stored.sha256}")
    return replace(incoming, record=record)


def _check_source(incoming: Incoming) -> None:
    """Refuse a source that is not the id of one; it may be described later."""
    if incoming.source and SOURCE_ID.fullmatch(incoming.source) is None:
        raise CaseError(
            "this is not the id of a source", where=incoming.admitted.name, got=repr(incoming.source),
            expected="an id such as O3, described now or later",
        )  # fmt: skip


def _unchanged(admitted: Admitted, digest: str) -> None:
    """Refuse bytes that are not those that were looked at."""
    if digest != admitted.sha256:
        raise CaseError(
            "the file changed while it was captured", where=str(admitted.path or admitted.name), got=digest,
            expected=admitted.sha256, do="Wait until nobody writes to it, then capture it again",
        )  # fmt: skip


def _extracted(incoming: Incoming, data: bytes) -> tuple[Extraction | None, tuple[str, ...]]:
    """Return the text of the bytes; what cannot be read is kept all the same, and told."""
    if not data:
        return None, (f"kept, not read: more than {READ_LIMIT:,} bytes",)
    if not supported(incoming.media_type):
        return None, (f"kept, not read: no reader for {incoming.media_type}",)
    try:
        extraction = extract(data, incoming.media_type, address=incoming.record.address)
    except WitnessmarkError as error:
        return None, (f"kept, not read: {error.one_line()}",)
    return extraction, (*extraction.notes, *(f"refused: {row}" for row in extraction.refused))


def _read(incoming: Incoming, extraction: Extraction) -> Reading | None:
    """Read a text: lines, proposals, dates, numbers. None where there is no text."""
    if not extraction.content:
        return None
    text = Text(
        id="", item="", kind=extraction.kind, tool=extraction.tool, content=extraction.content,
        segments=extraction.segments, language=extraction.language, trusted_layout=extraction.trusted_layout,
    )  # fmt: skip
    return read_text(
        text,
        published=incoming.published or extraction.published,
        address=incoming.record.address,
        title=extraction.title,
    )


def _parts(
    session: Session, incoming: Incoming, extraction: Extraction | None, key: SourceKey | None
) -> tuple[tuple[_Prepared, ...], tuple[str, ...]]:
    """Prepare what lies inside a thing, such as an e-mail's attachments; tell which of them were refused, and why."""
    prepared: list[_Prepared] = []
    refused: list[str] = []
    for part in extraction.parts if extraction else ():
        if part.role == "alternative":
            continue
        if incoming.depth >= DEPTH_LIMIT:
            refused.append(f"left inside its carrier, {DEPTH_LIMIT} levels deep: {part.name}")
            continue
        try:
            prepared.append(_prepare(session, _part(incoming, part, key)))
        except ExposureError:
            raise
        except WitnessmarkError as error:
            refused.append(f"attachment left inside its carrier: {part.name}: {error.one_line()}")
    return tuple(prepared), tuple(refused)


def _part(incoming: Incoming, part: Part, key: SourceKey | None) -> Incoming:
    """Return one attachment with a collection record that names its carrier."""
    admitted = admit_bytes(part.data, part.name)
    metadata = embedded_metadata(BytesIO(part.data), admitted.media_type)
    record = replace_record(
        incoming.record, file_name=admitted.name, layer="attachment", part_of=incoming.admitted.sha256, address="",
        screenshot="", sha256=admitted.sha256, missing=(), embedded_metadata=metadata,
    )  # fmt: skip
    return Incoming(
        admitted=admitted, data=part.data, record=record, source=incoming.source, protected=incoming.protected,
        depth=incoming.depth + 1, seal_with=key.label if key else "",
    )  # fmt: skip


def replace_record(record: CollectionRecord, **changes: Any) -> CollectionRecord:  # noqa: ANN401 - any field
    """Return a collection record with some fields changed."""
    return msgspec.structs.replace(record, **changes)


def _write(session: Session, prepared: _Prepared, carrier: str = "") -> Captured:
    """Record a prepared thing and what lies inside it; inside the caller's transaction."""
    incoming, extraction, reading = prepared.incoming, prepared.extraction, prepared.reading
    record = replace_record(incoming.record, part_of=carrier) if carrier else incoming.record
    added = add_arrival(session, _arrival(replace(prepared, incoming=replace(incoming, record=record))))
    if extraction is not None and extraction.content and added.new_item:
        _write_text(session, added, extraction, reading, incoming.admitted.sha256)
    return Captured(
        item=added.item.human_id,
        media_type=incoming.media_type,
        name=record.address or record.file_name,
        new_item=added.new_item,
        new_record=added.new_record,
        suspect=added.item.suspect,
        statements=len(reading.statements) if reading else 0,
        characters=len(extraction.content) if extraction else 0,
        notes=prepared.notes,
        parts=tuple(_write(session, part, added.item.human_id) for part in prepared.parts),
    )


def _write_text(session: Session, added: Added, extraction: Extraction, reading: Reading | None, digest: str) -> None:
    """Record the Text and its reading."""
    new = NewText(
        kind=extraction.kind, content=extraction.content, tool=extraction.tool, input_sha256=digest,
        language=reading.language if reading else extraction.language, segments=extraction.segments,
        trusted_layout=extraction.trusted_layout,
    )  # fmt: skip
    record = add_text(session, added.item, new)
    if reading is not None:
        add_reading(session, record, reading)


def _arrival(prepared: _Prepared) -> Arrival:
    """Return the arrival of a prepared thing: what is known of it before any person says more."""
    incoming, extraction, reading = prepared.incoming, prepared.extraction, prepared.reading
    published = (
        incoming.published or (reading.published if reading else None) or (extraction.published if extraction else None)
    )
    return Arrival(
        sha256=incoming.admitted.sha256,
        stored=prepared.stored,
        size=incoming.admitted.size,
        media_type=incoming.media_type,
        record=incoming.record,
        title="" if prepared.key or extraction is None else extraction.title,
        source=incoming.source,
        language=reading.language if reading else "",
        suspect=_suspect(extraction, reading),
        published=msgspec.to_builtins(published) if published else None,
        fingerprint=msgspec.to_builtins(fingerprint_of(reading)) if reading and not prepared.key else None,
        key=prepared.key,
    )


def _suspect(extraction: Extraction | None, reading: Reading | None) -> str:
    """Return why a capture may hold nothing, or nothing."""
    if reading is not None and reading.suspect:
        return reading.suspect
    return extraction.suspect if extraction is not None else ""
