"""The edges that join records of one origin, each with its reason in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from witnessmark.evidence.snapshot import Evidence
from witnessmark.evidence.sources import Item
from witnessmark.evidence.statements import Statement
from witnessmark.weighing.copies import near_duplicates
from witnessmark.weighing.origins import above, name_of

#: What a link's relation says, as a person would read it.
WORDS = {
    "same_witness": "the same witness speaks in both",
    "same_document": "both are the same document",
    "wire_copy": "one is a copy of the other's agency text",
    "parent_organisation": "both belong to the same body",
    "cites": "one takes its information from the other",
    "near_duplicate": "their texts are near duplicates",
    "translation_of": "one is a translation of the other",
    "same_source": "both come from the same source",
    "stands_in": "the statement stands in it",
}


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """Two records (or a record and a source) that share an origin; `relation` is a key of `WORDS`."""

    a: str
    b: str
    relation: str
    reason: str


def cut_pairs(evidence: Evidence) -> set[tuple[frozenset[str], str]]:
    """Return the (pair, relation) that a person has cut: such edges are not drawn, also where they were computed."""
    return {
        (frozenset((item.id, link.to)), link.relation) for item in evidence.items for link in item.links if link.cut
    }


def document_edges(evidence: Evidence) -> list[Edge]:
    """Return all edges between items (and from items to sources by a recorded link); cut ones left out."""
    edges = [
        Edge(item.id, link.to, link.relation, link.reason or WORDS.get(link.relation, link.relation))
        for item in evidence.items
        for link in item.links
        if not link.cut and link.to in evidence.index
    ]
    edges += _same_bytes(evidence.items)
    edges += [
        Edge(a, b, "near_duplicate", f"near duplicates: {reason}") for a, b, reason in near_duplicates(evidence.items)
    ]
    cuts = cut_pairs(evidence)
    return [edge for edge in edges if (frozenset((edge.a, edge.b)), edge.relation) not in cuts]


def _same_bytes(items: Iterable[Item]) -> Iterator[Edge]:
    first: dict[str, str] = {}
    for item in items:
        if item.sha256 and first.setdefault(item.sha256, item.id) != item.id:
            yield Edge(first[item.sha256], item.id, "same_document", "their bytes are the same")


def record_edges(evidence: Evidence, record_id: str) -> Iterator[Edge]:
    """Yield the edges of one weighed record: to the item it stands in, and to the source it goes back to.

    A statement goes back to its resolved speaker, else to its item's source; an item to its source, else its publisher.
    """
    record = evidence.index[record_id]
    source = ""
    if isinstance(record, Statement):
        yield Edge(record.id, record.item, "stands_in", f"{record.id} stands in {record.item}")
        item = evidence.index.get(record.item)
        source = record.speaker or (_source(item) if isinstance(item, Item) else "")
    elif isinstance(record, Item):
        source = _source(record)
    if _tells_origin(evidence, source):
        yield Edge(record_id, _node(source), "same_source", f"{record_id} comes from {name_of(evidence, source)}")
        yield from parent_edges(evidence, source)


def _source(item: Item) -> str:
    return item.source or item.publisher


def _node(source: str) -> str:
    """A source as an origin of what is weighed; kept apart from the item nodes that links point at."""
    return source


def _tells_origin(evidence: Evidence, source: str) -> bool:
    record = evidence.index.get(source)
    return record is not None and getattr(record, "kind", "") != "unknown"


def parent_edges(evidence: Evidence, source: str) -> Iterator[Edge]:
    """Yield the edges from a source up through the bodies above it."""
    below = source
    for parent in above(evidence, source):
        reason = f"{name_of(evidence, below)} belongs to {name_of(evidence, parent)}"
        yield Edge(below, parent, "parent_organisation", reason)
        below = parent
