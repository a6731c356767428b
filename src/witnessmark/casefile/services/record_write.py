"""Writing numbered records: every change is validated, refers only to what exists, and leaves a history row."""

from typing import Any

import msgspec

from witnessmark.casefile.errors import JudgementError
from witnessmark.casefile.records import SourceKey
from witnessmark.casefile.records.base import Record
from witnessmark.casefile.services.history_write import remember
from witnessmark.casefile.services.number_write import claim_number, next_number
from witnessmark.casefile.services.record_read import MODELS, check_references
from witnessmark.casefile.session import Session
from witnessmark.evidence.ids import make_id, parse_id


def describe(session: Session, human_id: str, value: dict[str, Any], *, reason: str, actor: str) -> Record:
    """Make a new record under an id that a person chose, from its struct's fields."""
    kind, _ = parse_id(human_id)
    struct = validated(kind, human_id, value)
    check_references(session.investigation, kind, value)
    record = MODELS[kind](investigation=session.investigation, number=claim_number(session.investigation, human_id))
    record.take(struct).save(force_insert=True)
    remember(session, "describe", human_id, after=record.value(), reason=reason, actor=actor)
    return record


def correct(
    session: Session, record: Record, changes: dict[str, Any], *, action: str, reason: str, actor: str,
    key: SourceKey | None = None,
) -> Record:  # fmt: skip
    """Change fields of a record; what they were before stays in the history."""
    before = record.value()
    unknown = set(changes) - set(record.struct.__struct_fields__) | ({"id"} & set(changes))
    if unknown:
        raise JudgementError(
            "these fields do not exist or cannot be changed",
            where=record.human_id,
            got=", ".join(sorted(unknown)),
            expected=", ".join(name for name in record.struct.__struct_fields__ if name != "id"),
        )
    struct = validated(record.kind, record.human_id, before | changes)
    check_references(session.investigation, record.kind, changes)
    record.take(struct).save(force_update=True)
    remember(session, action, record.human_id, before=before, after=record.value(), reason=reason, actor=actor, key=key)
    return record


def fresh_id(session: Session, kind: str) -> tuple[int, str]:
    """Give out the next (number, id) of a kind."""
    number = next_number(session.investigation, kind)
    return number, make_id(kind, number)


def validated(kind: str, human_id: str, value: dict[str, Any]) -> msgspec.Struct:
    """Return the value as its evidence struct; raise `JudgementError` that names the field, got and expected."""
    struct = MODELS[kind].struct
    unknown = set(value) - set(struct.__struct_fields__)
    if unknown:
        raise JudgementError(
            f"a {kind} has no such field",
            where=human_id,
            got=", ".join(sorted(unknown)),
            expected=", ".join(name for name in struct.__struct_fields__ if name != "id"),
        )
    try:
        return msgspec.convert(value | {"id": human_id}, struct)
    except msgspec.ValidationError as error:
        raise JudgementError(
            f"this is not a {kind}", where=human_id, got=str(error), expected="see docs/judgements.md"
        ) from error
