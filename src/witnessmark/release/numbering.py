"""Public numbering: continuous ids in the order of first citation. Gaps would tell what was withheld."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

import msgspec

from witnessmark.evidence.ids import PREFIXES, make_id, parse_id
from witnessmark.evidence.snapshot import Evidence
from witnessmark.evidence.statements import Statement
from witnessmark.manuscript.model import Block, Cell, Image, Manuscript
from witnessmark.release.errors import ReleaseRefusedError

#: Fields of the vocabulary that hold ids, alone or in a list. `text` is an id in a Passage and prose in a Finding: only
#: values that are wholly a known id are changed.
ID_FIELDS: Final = frozenset({
    "id", "item", "source", "publisher", "parent", "part_of", "to", "text", "texts", "source_text", "statement",
    "statements", "speaker", "owner", "allegation", "allegations", "against", "rests_on", "request", "reply",
    "findings", "reports",
})  # fmt: skip
#: Prose written by the office, in which an id may be mentioned.
PROSE_FIELDS: Final = frozenset({
    "text", "reason", "summary", "comment", "change", "judgement", "what", "method",
    "authenticity", "suspect", "withheld", "mandate", "hedge",
})  # fmt: skip
#: What stands in a map of ids for a record that is not in the release.
NOT_PUBLISHED: Final = "[not published]"
_MENTION: Final = re.compile(rf"\b(?:{'|'.join(sorted(PREFIXES.values(), key=len, reverse=True))})[1-9][0-9]{{0,8}}\b")
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
#: Front matter that the public manuscript keeps.
PUBLIC_META: Final = frozenset(
    {"title", "subtitle", "date", "office", "standard", "notice", "version", "lang", "language"}
)


def first_cited(manuscript: Manuscript, evidence: Evidence) -> tuple[str, ...]:
    """Return internal ids in the order in which a reader first meets them; a statement brings its item with it."""
    order: dict[str, None] = {}
    divs = sorted(manuscript.divs, key=lambda div: div.span.start)
    places = [(div.span.start, div.ref) for div in divs if div.ref]
    for block in manuscript.blocks:
        places += ids_in(block)
    for _, name in sorted(places):
        order[name] = None
        record = evidence.index.get(name)
        if isinstance(record, Statement):
            order[record.item] = None
    return tuple(name for name in order if name in evidence.index)


def ids_in(block: Block) -> list[tuple[int, str]]:
    """Return (offset, id) of each citation, bound quantity and picture of a block, its table cells included."""
    places: list[tuple[int, str]] = []
    for holder in holders(block):
        places += [(bound.start, bound.ref) for bound in holder.bounds if bound.ref]
        places += [(one.start, one.id) for group in holder.groups for one in group.citations]
        places += [(part.start, part.target) for part in holder.inlines if isinstance(part, Image)]
    return places


def holders(block: Block) -> tuple[Block | Cell, ...]:
    """Return what of a block holds inline parts: itself, and the cells of a table."""
    return (block, *(cell for row in block.rows for cell in row))


def public_ids(evidence: Evidence, order: Iterable[str]) -> dict[str, str]:
    """Return internal id → public id for every record of the (already reduced) snapshot, continuous in each kind."""
    rank = {name: place for place, name in enumerate(order)}
    last = len(rank)

    def place(name: str) -> tuple[int, int, tuple[str, int]]:
        """Order what is not cited itself, such as texts, by the item that it belongs to."""
        belongs = getattr(evidence.index[name], "item", "")
        return rank.get(name, last), rank.get(belongs, last), parse_id(name)

    ids = sorted(evidence.index, key=place)
    counts: dict[str, int] = {}
    mapping: dict[str, str] = {}
    for name in ids:
        kind = parse_id(name)[0]
        counts[kind] = counts.get(kind, 0) + 1
        mapping[name] = make_id(kind, counts[kind])
    return mapping


def renumber(evidence: Evidence, mapping: Mapping[str, str]) -> Evidence:
    """Return the snapshot under public ids, each kind of record in the order of its numbers."""
    builtins = changed(msgspec.to_builtins(evidence), mapping)
    for records in builtins.values():
        if isinstance(records, list) and records and "id" in records[0]:
            records.sort(key=lambda record: parse_id(record["id"]))
    return msgspec.convert(builtins, Evidence)


def changed(value: Any, mapping: Mapping[str, str], field: str = "", owner: str = "") -> Any:  # noqa: ANN401 - any JSON value
    """Return a JSON value with ids changed where the field holds ids or prose of the office.

    `owner` is the id of the record that the value belongs to, for the message of a refusal.
    """
    if isinstance(value, dict):
        owner = value.get("id", owner)
        return {mapping.get(key, key): changed(inner, mapping, key, owner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [changed(inner, mapping, field, owner) for inner in value]
    if not isinstance(value, str):
        return value
    if field in ID_FIELDS and value in mapping:
        return mapping[value]
    return (
        in_prose(value, mapping, f"{field} of {owner or 'a record without number'}") if field in PROSE_FIELDS else value
    )


def in_prose(words: str, mapping: Mapping[str, str], where: str) -> str:
    """Return prose with every known id that it mentions changed; `where` names the field.

    Raises `ReleaseRefusedError` when it mentions a record that is not published.
    """
    for match in _MENTION.finditer(words):
        if mapping.get(match[0]) == NOT_PUBLISHED:
            raise ReleaseRefusedError(
                "words of the office point at a record that is not published", where=where, got=match[0],
                expected="records that the release shows", do=f"Correct the {where} so that it names no such record",
            )  # fmt: skip
    return _MENTION.sub(lambda match: mapping.get(match[0], match[0]), words)


def public_manuscript(manuscript: Manuscript, mapping: Mapping[str, str]) -> str:
    """Return the source with public ids, without comments and without private front matter."""
    edits = {*citation_edits(manuscript, mapping), *attribute_edits(manuscript, mapping)}
    text, at = [], 0
    for start, end, words in sorted(edits):
        text += [manuscript.source[at:start], words]
        at = end
    source = "".join([*text, manuscript.source[at:]])
    head = manuscript.meta_span.end - manuscript.meta_span.start
    return public_meta(source[:head]) + _COMMENT.sub("", source[head:])


def citation_edits(manuscript: Manuscript, mapping: Mapping[str, str]) -> Iterable[tuple[int, int, str]]:
    """Yield (start, end, new id) for each id inside citation groups and picture targets."""
    for block in manuscript.blocks:
        for holder in holders(block):
            for group in holder.groups:
                for one in group.citations:
                    yield from replaced(manuscript.source, one.start, one.end, one.id, mapping)
            for part in holder.inlines:
                if isinstance(part, Image):
                    at = manuscript.source.rindex(part.target, part.start, part.end) if part.target else part.start
                    yield from replaced(manuscript.source, at, part.end, part.target, mapping)


def attribute_edits(manuscript: Manuscript, mapping: Mapping[str, str]) -> Iterable[tuple[int, int, str]]:
    """Yield (start, end, new id) for each `ref=` of bound words and divs."""
    source = manuscript.source
    for block in manuscript.blocks:
        for holder in holders(block):
            for bound in holder.bounds:
                at = source.rfind("{", bound.start, bound.end)
                yield from replaced(source, max(at, bound.start), bound.end, bound.ref, mapping)
    for div in manuscript.divs:
        line_end = source.find("\n", div.span.start)
        end = line_end if line_end >= 0 else len(source)
        at = source.find("ref=", div.span.start, end)
        yield from replaced(source, max(at, div.span.start), end, div.ref, mapping)


def replaced(
    source: str, start: int, end: int, name: str, mapping: Mapping[str, str]
) -> Iterable[tuple[int, int, str]]:
    """Yield the edit that puts the public id in the place of `name` between start and end, if it is a known id."""
    match = re.compile(rf"\b{re.escape(name)}\b").search(source, start, end) if name in mapping else None
    if match:
        yield match.start(), match.end(), mapping[name]


def public_meta(head: str) -> str:
    """Return the front matter with the lines of public keys only."""
    kept = [
        line
        for line in head.splitlines(keepends=True)
        if line.strip() in {"---", "..."} or line.partition(":")[0].strip() in PUBLIC_META
    ]
    return "".join(kept)
