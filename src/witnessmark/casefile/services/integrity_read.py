"""Looking at the stored bytes of items: are they those that were captured?"""

from collections.abc import Container, Iterable

import msgspec

from witnessmark.casefile.records import Item
from witnessmark.casefile.session import Session
from witnessmark.custody.errors import StoreError
from witnessmark.evidence.snapshot import Evidence
from witnessmark.evidence.sources import Integrity


def with_integrity(session: Session, evidence: Evidence, items: Iterable[str]) -> Evidence:
    """Return the snapshot with the state of these items' stored originals: read again, and compared with their digests."""
    wanted = set(items)
    records = {one.human_id: one for one in Item.objects.filter(investigation=session.investigation)}
    held = set(session.store.sha256s())
    seen = {one: integrity_of(session, records[one], held) for one in wanted & set(records)}
    changed = tuple(
        msgspec.structs.replace(item, integrity=seen[item.id]) if item.id in seen else item for item in evidence.items
    )
    return msgspec.structs.replace(evidence, items=changed)


def integrity_of(session: Session, item: Item, held: Container[str]) -> Integrity:
    """Return whether an item's stored bytes match the digest they were stored under, differ from it, or are gone.

    `held` are the digests in the store.
    """
    if item.stored not in held:
        return "missing"
    try:
        session.store.verify(item.stored)
    except StoreError:
        return "differs"
    return "matches"
