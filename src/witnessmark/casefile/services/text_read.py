"""Reading Texts with their content, opened where the key is at hand."""

from collections.abc import Iterable

import msgspec

from witnessmark.casefile.records import Item, Run, Text
from witnessmark.casefile.services.protection import unseal
from witnessmark.casefile.session import Session
from witnessmark.evidence.reading import Reading
from witnessmark.evidence.text import Text as TextValue

TEXT_PURPOSE = "text"
READING_PURPOSE = "reading"


def text_value(session: Session, record: Text) -> TextValue:
    """Return a Text as its evidence value with its content; raises `ErasedError` when its key was destroyed."""
    value = record.value()
    if record.sealed and record.item_record.key is not None:
        value["content"] = unseal(session, record.item_record.key, record.sealed, TEXT_PURPOSE).decode()
    return msgspec.convert(value, TextValue)


def texts_of(item: Item, *kinds: str) -> list[Text]:
    """Return an item's Texts, oldest first; of the given kinds only, when any are given."""
    found = Text.objects.filter(item_record=item).select_related("item_record__key")
    return list(found.filter(text_kind__in=kinds) if kinds else found)


def latest_reading(session: Session, texts: Iterable[Text]) -> Reading | None:
    """Return the newest reading of these Texts, or None when none was read."""
    run = Run.objects.filter(text__in=list(texts)).order_by("-pk").first()
    if run is None:
        return None
    data = bytes(run.reading)
    key = run.text.item_record.key
    if run.sealed and key is not None:
        data = unseal(session, key, data, READING_PURPOSE)
    return msgspec.json.decode(data, type=Reading)
