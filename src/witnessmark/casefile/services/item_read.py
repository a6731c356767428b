"""Reading items with their collection records, opened where the key is at hand."""

from typing import Any

import msgspec

from witnessmark.casefile.records import Item
from witnessmark.casefile.services.item_write import COLLECTION_PURPOSE
from witnessmark.casefile.services.protection import erased, unseal_json
from witnessmark.casefile.session import Session
from witnessmark.evidence.sources import Item as ItemValue


def item_value(session: Session, item: Item) -> ItemValue:
    """Return an item as its evidence value; sealed collection records are opened unless their key was destroyed."""
    value: dict[str, Any] = item.value()
    if item.key is not None and not erased(session, item.key):
        value["collected"] = [
            unseal_json(session, item.key, record.sealed, COLLECTION_PURPOSE) for record in item.collections.all()
        ]
    return msgspec.convert(value, ItemValue)
