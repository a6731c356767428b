"""Which records a release shows: what is disclosed, what the report cites, and what these lead to. Nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from witnessmark.evidence.findings import Finding
from witnessmark.evidence.snapshot import Evidence
from witnessmark.evidence.sources import Item
from witnessmark.evidence.statements import Quantity, Statement


@dataclass(frozen=True, kw_only=True)
class Selection:
    """Internal ids of what is shown. A withheld item is in `items` only as a stub, because the report cites it."""

    items: frozenset[str]
    statements: frozenset[str]
    quantities: frozenset[str]
    findings: frozenset[str]
    allegations: frozenset[str]


def select(evidence: Evidence, cited: Iterable[str], disclosed: Iterable[str], shy: Iterable[str] = ()) -> Selection:
    """Return what the report shows: everything it leads to, and every disclosed item with its statements.

    `disclosed` are the ids of items that leave in some form. Uncited items that are withheld are not shown at all, not
    even counted one by one; nor are the statements `shy` that the report does not lead to.
    """
    reached = closure(evidence, [*cited, *(reply.item for reply in evidence.replies)])
    findings = {name for name in reached if isinstance(evidence.index[name], Finding)}
    items = {name for name in reached if isinstance(evidence.index[name], Item)}
    shown = set(disclosed)
    items |= shown
    statements = {one.id for one in evidence.statements if one.item in shown} - set(shy)
    statements |= {name for name in reached if isinstance(evidence.index[name], Statement)}
    asked = {name for request in evidence.reply_requests for name in request.allegations}
    allegations = asked | {name for found in findings for name in evidence.index[found].allegations}
    return Selection(
        items=frozenset(items), statements=frozenset(statements), findings=frozenset(findings),
        quantities=frozenset(name for name in reached if isinstance(evidence.index[name], Quantity)),
        allegations=frozenset(allegations),
    )  # fmt: skip


def closure(evidence: Evidence, start: Iterable[str]) -> set[str]:
    """Return the ids reached from `start` through findings, quantities, statements and replies to items."""
    reached: set[str] = set()
    waiting = [name for name in start if name in evidence.index]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += [one for one in leads_to(evidence.index[name], evidence) if one in evidence.index]
    return reached


def leads_to(record: Any, evidence: Evidence) -> list[str]:  # noqa: ANN401 - any record of the snapshot
    """Return the ids that a record rests on."""
    if isinstance(record, Finding):
        return [*record.rests_on, *record.against, *(one for element in record.elements for one in element.rests_on)]
    if isinstance(record, Quantity):
        texts = [evidence.index[passage.text].item for passage in record.passages if passage.text in evidence.index]
        return [*record.statements, *texts]
    item = getattr(record, "item", "")
    return [item] if item else []
