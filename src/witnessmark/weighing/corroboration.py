"""Corroboration: how many independent origins speak for and against, and how they know."""

from collections.abc import Iterable
from dataclasses import dataclass

from witnessmark.evidence.findings import Finding
from witnessmark.evidence.snapshot import Evidence
from witnessmark.evidence.sources import Item
from witnessmark.evidence.statements import Allegation, Quantity, Statement
from witnessmark.weighing.errors import UnknownRecordError
from witnessmark.weighing.groups import Group, Grouper
from witnessmark.weighing.origins import name_of, source_of

#: Distances (methodology: 0 experienced, 1 saw) that make an account first-hand.
FIRST_HAND = frozenset({0, 1})
#: Reliability letters that make a source reliable: completely, usually, fairly. F is no basis to judge, not a low grade.
RELIABLE = frozenset("ABC")
_UNRELIABLE = frozenset("DE")
_DOUBTED = frozenset("45")


@dataclass(frozen=True, slots=True, kw_only=True)
class Corroboration:
    """Groups for and against; what is first-hand; two axes side by side, never merged (methodology, rule 1).

    `grades` lists (id, reliability of its source, credibility of the information). `hearsay_only`: statements are
    cited, and every one is at second hand or further. `interested_only`: all known sources are parties to the matter.
    """

    groups_for: tuple[Group, ...]
    groups_against: tuple[Group, ...] = ()
    first_hand: tuple[str, ...] = ()
    reliable: tuple[str, ...] = ()
    credible: tuple[str, ...] = ()
    assessed: tuple[str, ...] = ()
    graded_documents: tuple[str, ...] = ()
    hearsay_only: bool = False
    interested_only: bool = False
    grades: tuple[tuple[str, str, str], ...] = ()
    reasons: tuple[str, ...] = ()


def corroborate(
    evidence: Evidence, ids: Iterable[str], *, against: Iterable[str] = (), grouper: Grouper | None = None
) -> Corroboration:
    """Weigh statements and items (also findings, quantities, allegations: what they rest on is weighed).

    Raises `UnknownRecordError` for an id that is in the snapshot under no record that carries evidence.
    """
    grouper = grouper or Grouper(evidence)
    pro, contra = expand(evidence, ids), expand(evidence, against)
    groups, others = grouper.groups(pro), grouper.groups(contra)
    grades = tuple((one, *grades_of(evidence, one)) for one in pro)
    first_hand = tuple(one for one in pro if _distance(evidence, one) in FIRST_HAND)
    hearsay = _hearsay_only(evidence, pro)
    interested = _interested_only(evidence, pro)
    return Corroboration(
        groups_for=groups,
        groups_against=others,
        first_hand=first_hand,
        reliable=tuple(one for one, letter, _ in grades if letter in RELIABLE),
        credible=tuple(one for one, letter, digit in grades if letter not in _UNRELIABLE and digit not in _DOUBTED),
        assessed=tuple(one for one, letter, digit in grades if letter != "F" or digit != "6"),
        graded_documents=tuple(one for one in pro if _authenticity(evidence, one)),
        hearsay_only=hearsay,
        interested_only=interested,
        grades=grades,
        reasons=_reasons(evidence, groups, others, first_hand, hearsay=hearsay, interested=interested),
    )


def expand(evidence: Evidence, ids: Iterable[str], *, strict: bool = True) -> tuple[str, ...]:
    """Return the statements and items that ids stand for: findings, quantities and allegations are followed.

    An id that the snapshot does not hold raises `UnknownRecordError`; with `strict` off it stands for nothing.
    """
    reached: dict[str, None] = {}
    waiting = list(ids)[::-1]
    seen: set[str] = set()
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        record = evidence.index.get(one)
        if isinstance(record, (Statement, Item)):
            reached[one] = None
        elif record is not None or strict:
            waiting.extend(_below(evidence, one, record)[::-1])
    return tuple(reached)


def _below(evidence: Evidence, one: str, record: object) -> list[str]:
    if isinstance(record, Finding):
        return [*record.rests_on]
    if isinstance(record, Quantity):
        texts = (evidence.index.get(passage.text) for passage in record.passages)
        return [*record.statements, *(text.item for text in texts if text is not None)]
    if isinstance(record, Allegation):
        return [s.statement for s in evidence.stances if s.allegation == one and s.stance in {"asserts", "reports"}]
    if record is None:
        raise UnknownRecordError("this cannot be weighed", got=one, expected="the id of a record in the snapshot")
    item = getattr(record, "item", "")
    return [item] if item else []


def grades_of(evidence: Evidence, record_id: str) -> tuple[str, str]:
    """Return (reliability letter of the source, credibility digit of the information); F and 6 are no basis to judge."""
    record = evidence.index.get(record_id)
    source = source_of(evidence, record_id)
    letter = source.reliability if source else "F"
    digit = record.credibility if isinstance(record, Statement) else None
    item = evidence.index.get(record.item) if isinstance(record, Statement) else record
    if isinstance(item, Item) and item.assessment:
        digit = digit or item.assessment.credibility
        letter = letter if letter != "F" else item.assessment.reliability or "F"
    return letter, digit or "6"


def _distance(evidence: Evidence, one: str) -> int | None:
    record = evidence.index.get(one)
    return record.distance if isinstance(record, Statement) else None


def _authenticity(evidence: Evidence, one: str) -> str:
    record = evidence.index.get(one)
    item = evidence.index.get(record.item) if isinstance(record, Statement) else record
    return item.authenticity if isinstance(item, Item) else ""


def _hearsay_only(evidence: Evidence, ids: tuple[str, ...]) -> bool:
    """Unknown distance is not called hearsay, and a document cited as such speaks for itself."""
    distances = [_distance(evidence, one) for one in ids]
    return bool(distances) and all(distance is not None and distance not in FIRST_HAND for distance in distances)


def _interested_only(evidence: Evidence, ids: tuple[str, ...]) -> bool:
    sources = [source_of(evidence, one) for one in ids]
    return bool(sources) and all(source is not None and source.interested for source in sources)


def _reasons(
    evidence: Evidence,
    groups: tuple[Group, ...],
    others: tuple[Group, ...],
    first_hand: tuple[str, ...],
    *,
    hearsay: bool,
    interested: bool,
) -> tuple[str, ...]:
    reasons = [f"{len(groups)} independence group{'s' if len(groups) != 1 else ''} for, {len(others)} against"]
    reasons += [
        f"{', '.join(group.members)} count as one: {'; '.join(group.reasons)}"
        for group in groups
        if len(group.members) > 1
    ]
    sources = [source_of(evidence, one) for one in first_hand]
    if first_hand:
        named = ", ".join(
            f"{one} ({name_of(evidence, source.id)})" if source else one
            for one, source in zip(first_hand, sources, strict=True)
        )
        reasons.append(f"first-hand: {named}")
    reasons += ["hearsay only"] if hearsay else []
    reasons += ["interested parties only"] if interested else []
    return tuple(reasons)
