"""Reading originals back: out of the store, opened where they are sealed."""

from witnessmark.casefile.records import Item
from witnessmark.casefile.services.protection import unseal
from witnessmark.casefile.session import Session

ORIGINAL_PURPOSE = "original"


def original(session: Session, item: Item) -> bytes:
    """Return an item's original bytes, as they came in; raises `StoreError` when they have changed since."""
    stored = session.store.read(item.stored)
    return unseal(session, item.key, stored, ORIGINAL_PURPOSE) if item.key else stored
