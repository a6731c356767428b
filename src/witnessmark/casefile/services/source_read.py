"""Reading sources, with what is sealed of protected ones opened where the key is at hand."""

from typing import Any

import msgspec

from witnessmark.casefile.records import Source
from witnessmark.casefile.services.protection import erased, key_under, seal_json, source_key, unseal_json
from witnessmark.casefile.session import Session
from witnessmark.evidence.sources import Source as SourceValue

SOURCE_PURPOSE = "source"


def source_fields(session: Session, record: Source) -> dict[str, Any]:
    """Return a source's fields in the struct's form; what a destroyed key sealed stays empty."""
    value = record.value()
    key = key_under(session, record.human_id) if record.sealed else None
    if key is not None and not erased(session, key):
        value |= unseal_json(session, key, record.sealed, SOURCE_PURPOSE)
    return value


def source_value(session: Session, record: Source) -> SourceValue:
    """Return a source as its evidence value."""
    return msgspec.convert(source_fields(session, record), SourceValue)


def hide(session: Session, record: Source) -> None:
    """Move the telling columns of a protected source under its key, before the record is saved."""
    if not record.protected:
        return
    telling = {name: getattr(record, name) for name in Source.SEALED}
    record.sealed = seal_json(session, source_key(session, record.human_id), telling, SOURCE_PURPOSE)
    record.reason, record.connection, record.best_interest = "", "", ""
    record.consents, record.risks, record.minor = [], [], False
