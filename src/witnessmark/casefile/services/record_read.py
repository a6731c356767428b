"""Reading records by their human ids."""

from collections.abc import Iterable
from typing import Any, Final

from witnessmark.casefile.errors import UnknownIdError
from witnessmark.casefile.records import (
    Allegation,
    Approach,
    Conflict,
    Corrigendum,
    Finding,
    Incident,
    Investigation,
    Item,
    Organisation,
    Person,
    Place,
    Quantity,
    Recommendation,
    Reply,
    ReplyRequest,
    Review,
    Source,
    Statement,
    Text,
    TreatyStatus,
    Waiver,
)
from witnessmark.casefile.records.base import Record
from witnessmark.evidence.errors import InvalidValueError
from witnessmark.evidence.ids import PREFIXES, kind_of, parse_id

MODELS: Final[dict[str, type[Record]]] = {
    model.kind: model
    for model in (
        Source, Item, Text, Statement, Allegation, Incident, Person, Organisation, Place, Quantity, Finding,
        ReplyRequest, Reply, Approach, Recommendation, Waiver, Review, Conflict, TreatyStatus, Corrigendum,
    )
}  # fmt: skip

#: Which kinds of record a field may refer to; every id in such a field must exist when it is written.
REFERENCES: Final[dict[tuple[str, str], tuple[str, ...]]] = {
    ("source", "parent"): ("source", "organisation"),
    ("item", "source"): ("source",),
    ("item", "publisher"): ("source",),
    ("statement", "speaker"): ("source",),
    ("allegation", "against"): ("source", "organisation", "person"),
    ("quantity", "owner"): ("source",),
    ("quantity", "statements"): ("statement",),
    ("quantity", "overlaps"): ("quantity",),
    ("quantity", "origin"): ("quantity",),
    ("conflict", "between"): ("statement", "item", "quantity", "incident", "person"),
    ("conflict", "allegation"): ("allegation",),
    ("corrigendum", "findings"): ("finding",),
    ("finding", "rests_on"): ("statement", "item", "finding", "quantity"),
    ("finding", "against"): ("statement", "item", "finding", "quantity"),
    ("finding", "allegations"): ("allegation",),
    ("reply_request", "to"): ("source", "organisation"),
    ("reply_request", "allegations"): ("allegation",),
    ("reply", "request"): ("reply_request",),
    ("reply", "item"): ("item",),
    ("reply", "outcomes"): ("allegation",),
    ("recommendation", "findings"): ("finding",),
    ("organisation", "parent"): ("organisation",),
    ("place", "within"): ("place",),
    ("incident", "place"): ("place",),
    ("incident", "statements"): ("statement",),
}


def kind_of_id(human_id: str) -> str:
    """Return the kind that an id names; raise `UnknownIdError` when it has not the form of an id."""
    try:
        return kind_of(human_id)
    except InvalidValueError as error:
        raise UnknownIdError(error.what, got=error.got, expected=error.expected) from error


def find(investigation: Investigation, human_id: str) -> Record | None:
    """Return the record with this id, or None."""
    kind, number = parse_id(human_id if isinstance(human_id, str) else repr(human_id))
    model = MODELS.get(kind)
    if model is None:
        return None
    return model.objects.filter(investigation=investigation, number=number).first()


def get(investigation: Investigation, human_id: str, *kinds: str) -> Any:  # noqa: ANN401 - the record differs by kind
    """Return the record with this id.

    Raises `UnknownIdError` when there is none, or it is not of one of `kinds`.
    """
    expected = " or ".join(f"the id of a {kind} ({PREFIXES[kind]}…)" for kind in kinds) or "an id of this casefile"
    try:
        record = find(investigation, human_id)
    except InvalidValueError as error:
        raise UnknownIdError("this is not an id", got=repr(human_id), expected=expected) from error
    if record is not None and kinds and record.kind not in kinds:
        raise UnknownIdError(f"this is the id of a {record.kind}", where=human_id, expected=expected)
    if record is None:
        raise UnknownIdError(
            "no such record",
            where=human_id,
            expected=expected,
            do="List what there is with `witnessmark items` and `witnessmark statements`, or describe it in an earlier line",
        )
    return record


#: The same for fields of the parts inside a record.
NESTED: Final[dict[tuple[str, str, str], tuple[str, ...]]] = {
    ("incident", "acts", "victim"): ("person",),
    ("incident", "acts", "place"): ("place",),
    ("incident", "involvements", "who"): ("person", "organisation", "source"),
    ("finding", "elements", "rests_on"): ("statement", "item", "finding", "quantity"),
    ("quantity", "passages", "text"): ("text",),
    ("reply", "points", "allegation"): ("allegation",),
    ("reply", "points", "statement"): ("statement",),
}


def check_references(investigation: Investigation, kind: str, value: dict[str, Any]) -> None:
    """Refuse a value, valid in its types, that refers to a record that does not exist."""
    for (owner, field), kinds in REFERENCES.items():
        if owner == kind:
            _check_ids(investigation, value.get(field), kinds)
    for (owner, field, inner), kinds in NESTED.items():
        for part in (value.get(field) or ()) if owner == kind else ():
            _check_ids(investigation, part.get(inner), kinds)


def _check_ids(investigation: Investigation, named: str | Iterable[str] | None, kinds: tuple[str, ...]) -> None:
    """Refuse an id, or any of several, that no record of these kinds has; empty is not given."""
    for human_id in (named,) if isinstance(named, str) else named or ():
        if human_id:
            get(investigation, human_id, *kinds)
