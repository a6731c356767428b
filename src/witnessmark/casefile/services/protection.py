"""Sealing what concerns protected sources: one data key a source, wrapped by the identities key, outside the case.

Destroying the key is erasure: originals, texts, quotations and history under it become unreadable at once.
"""

from typing import Any

import msgspec

from witnessmark.casefile.errors import ErasedError
from witnessmark.casefile.records import Item, Source, SourceKey, Statement
from witnessmark.casefile.records.base import Record
from witnessmark.casefile.session import Session
from witnessmark.custody.sealing import open_sealed, seal_bytes
from witnessmark.evidence.ids import parse_id

#: How the label begins of a key that belongs to one captured thing, where no source is named.
OWN_KEY = "capture-"


def source_key(session: Session, label: str) -> SourceKey:
    """Return the key under a label (a source's id, or an item's own where the source is not known), made on first use."""
    session.keys.data_key(label, create=True)
    return SourceKey.objects.get_or_create(investigation=session.investigation, label=label)[0]


def key_under(session: Session, label: str) -> SourceKey | None:
    """Return the key kept under a label, or None where nothing was ever sealed under it."""
    return SourceKey.objects.filter(investigation=session.investigation, label=label).first()


def sealing_key(session: Session, record: Record) -> SourceKey | None:
    """Return the key that seals what is decided about a record: its protected source's, or its protected item's."""
    if isinstance(record, Source):
        return source_key(session, record.human_id) if record.protected else None
    if isinstance(record, Statement):
        record = Item.objects.get(investigation=session.investigation, number=parse_id(record.item)[1])
    return record.key if isinstance(record, Item) else None


def seal(session: Session, key: SourceKey, data: bytes, purpose: str) -> bytes:
    """Seal bytes with a source's key; `purpose` is bound in, so that a blob cannot stand in for another."""
    return seal_bytes(_data_key(session, key), data, purpose.encode(), random=session.random)


def unseal(session: Session, key: SourceKey, sealed: bytes, purpose: str) -> bytes:
    """Open sealed bytes; raises `ErasedError` when the key was destroyed."""
    return open_sealed(_data_key(session, key), bytes(sealed), purpose.encode())


def seal_json(session: Session, key: SourceKey, value: Any, purpose: str) -> bytes:  # noqa: ANN401 - any JSON value
    """Seal a JSON value."""
    return seal(session, key, msgspec.json.encode(value), purpose)


def unseal_json(session: Session, key: SourceKey, sealed: bytes, purpose: str) -> Any:  # noqa: ANN401 - any JSON value
    """Open a sealed JSON value."""
    return msgspec.json.decode(unseal(session, key, sealed, purpose))


def erased(session: Session, key: SourceKey | None) -> bool:
    """Whether what a key protected was erased."""
    return key is not None and session.keys.destroyed(key.label)


def _data_key(session: Session, key: SourceKey) -> bytes:
    """Return the unwrapped key."""
    if erased(session, key):
        raise ErasedError(
            "what this source gave was erased",
            where=key.label,
            do="It cannot be brought back; take it out of the report",
        )
    return session.keys.data_key(key.label)
