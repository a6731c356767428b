"""Adding items: the same bytes twice are one item with two collection records, each committed in the custody log."""

import hashlib
from dataclasses import dataclass
from typing import Any

import msgspec

from witnessmark.casefile.records import Collection, Item, SourceKey
from witnessmark.casefile.services.custody_write import commit_hidden, record_event
from witnessmark.casefile.services.history_write import remember
from witnessmark.casefile.services.number_write import next_number
from witnessmark.casefile.services.protection import seal_json
from witnessmark.casefile.session import Session
from witnessmark.custody.canonical import canonical
from witnessmark.custody.commitments import SALT_BYTES, commit
from witnessmark.evidence.sources import CollectionRecord

COLLECTION_PURPOSE = "collection"
#: What of a protected item's collection record may stand open.
OPEN_COLUMNS = ("collected_at", "collector", "tool", "clock", "layer", "missing")


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """Bytes that came in and lie in the store: their digest, where the blob is, and how they were collected."""

    sha256: str
    stored: str
    size: int
    media_type: str
    record: CollectionRecord
    title: str = ""
    source: str = ""
    language: str = ""
    suspect: str = ""
    published: dict[str, Any] | None = None
    fingerprint: dict[str, Any] | None = None
    key: SourceKey | None = None


@dataclass(frozen=True)
class Added:
    """What became of an arrival: its item, whether the item is new, and whether this act of collection is new."""

    item: Item
    new_item: bool
    new_record: bool


def duplicate_key(session: Session, sha256: str, *, protected: bool) -> str:
    """Return what finds the same bytes again: their digest, or for protected ones a keyed digest of it."""
    return session.keys.keyed_digest(bytes.fromhex(sha256)) if protected else sha256


def find_duplicate(session: Session, sha256: str) -> Item | None:
    """Return the item that has these bytes, protected or not, or None."""
    keys = [duplicate_key(session, sha256, protected=protected) for protected in (False, True)]
    return Item.objects.filter(investigation=session.investigation, duplicate_key__in=keys).first()


def collection_identity(sha256: str, record: CollectionRecord) -> str:
    """Return what tells one act of collection from another: the bytes, where from, when, by whom."""
    parts = [sha256, record.address, record.file_name, record.collected_at, record.collector, record.part_of]
    return hashlib.sha256(canonical(parts)).hexdigest()


def add_arrival(session: Session, arrival: Arrival) -> Added:
    """Add an item, or a further collection record to the item that has the same bytes."""
    item = find_duplicate(session, arrival.sha256)
    new_item = item is None
    if item is None:
        item = _add_item(session, arrival)
    new_record = _add_collection(session, item, arrival)
    if new_record and not new_item:
        record_event(
            session, "collected", item=item.commitment, file=_file_commitment(session, item, arrival), again=True
        )
    return Added(item, new_item, new_record)


def _add_item(session: Session, arrival: Arrival) -> Item:
    """Make the item, its commitment and its event."""
    salt = session.random(SALT_BYTES)
    commitment = commit("item", bytes.fromhex(arrival.sha256), salt).hex()
    item = Item(
        investigation=session.investigation, number=next_number(session.investigation, "item"),
        media_type=arrival.media_type, title=arrival.title, source=arrival.source, language=arrival.language,
        size=arrival.size, commitment=commitment, protected=arrival.key is not None, suspect=arrival.suspect,
        published=arrival.published, fingerprint=None if arrival.key else arrival.fingerprint,
        duplicate_key=duplicate_key(session, arrival.sha256, protected=arrival.key is not None), stored=arrival.stored,
        salt=salt, file_name="" if arrival.key else arrival.record.file_name, key=arrival.key,
    )  # fmt: skip
    file = _file_commitment(session, item, arrival)
    item.log_index = record_event(session, "collected", item=commitment, file=file)
    item.save(force_insert=True)
    remember(session, "collect", item.human_id, after={"commitment": commitment}, key=item.key)
    return item


def _file_commitment(session: Session, item: Item, arrival: Arrival) -> bytes:
    """Return the salted commitment to the file's name or address: names tell who spoke to whom."""
    name = arrival.record.address or arrival.record.file_name
    return commit_hidden(session, "file", name.encode("utf-8", "surrogateescape"), item.key)


def _add_collection(session: Session, item: Item, arrival: Arrival) -> bool:
    """Add a collection record unless this very act of collection is known; tell whether it was new."""
    identity = collection_identity(arrival.sha256, arrival.record)
    if item.key is not None:
        identity = session.keys.keyed_digest(bytes.fromhex(identity))
    if Collection.objects.filter(identity=identity).exists():
        return False
    columns = msgspec.to_builtins(msgspec.structs.asdict(arrival.record))
    if item.key is not None:
        sealed = seal_json(session, item.key, arrival.record, COLLECTION_PURPOSE)
        columns = {name: columns[name] for name in OPEN_COLUMNS} | {"sealed": sealed}
    Collection.objects.create(item=item, identity=identity, **columns)
    return True
