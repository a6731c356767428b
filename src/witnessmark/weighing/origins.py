"""Where information comes from: sources, the bodies above them, and names for both."""

from collections.abc import Iterator

from witnessmark.evidence.snapshot import Evidence
from witnessmark.evidence.sources import Item, Source
from witnessmark.evidence.statements import Statement


def source_of(evidence: Evidence, record_id: str) -> Source | None:
    """Return the source that a statement (its speaker, else its item's source) or an item goes back to."""
    record = evidence.index.get(record_id)
    if isinstance(record, Statement):
        speaker = evidence.index.get(record.speaker)
        return speaker if isinstance(speaker, Source) else source_of(evidence, record.item)
    if isinstance(record, Item):
        found = evidence.index.get(record.source or record.publisher)
        return found if isinstance(found, Source) else None
    return record if isinstance(record, Source) else None


def above(evidence: Evidence, record_id: str) -> Iterator[str]:
    """Yield the ids of the bodies above a source or organisation, nearest first; a cycle ends the walk."""
    seen = {record_id}
    parent = getattr(evidence.index.get(record_id), "parent", "")
    while parent and parent not in seen:
        yield parent
        seen.add(parent)
        parent = getattr(evidence.index.get(parent), "parent", "")


def name_of(evidence: Evidence, record_id: str) -> str:
    """Return `name (id)` of a record, or the id alone."""
    record = evidence.index.get(record_id)
    name = getattr(record, "name", "") or getattr(record, "title", "")
    return f"{name} ({record_id})" if name else record_id


def party_of(evidence: Evidence, source_id: str) -> str:
    """Return the side a source speaks for: its own party, that of a body above it, else its name."""
    source = evidence.index.get(source_id)
    for one in (source_id, *above(evidence, source_id)):
        party = getattr(evidence.index.get(one), "party", "")
        if party:
            return str(party)
    top = list(above(evidence, source_id))[-1:]
    named = evidence.index.get(top[0]) if top else source
    return str(getattr(named, "name", "") or source_id)
