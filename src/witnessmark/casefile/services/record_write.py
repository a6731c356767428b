"""Writing numbered records: every change is validated, refers only to what exists, and leaves a history row."""

from typing import Any, Final

import msgspec

from witnessmark.casefile.errors import JudgementError
from witnessmark.casefile.records import Source, SourceKey
from witnessmark.casefile.records.base import Record
from witnessmark.casefile.services.history_write import remember
from witnessmark.casefile.services.identity_read import refuse_names
from witnessmark.casefile.services.number_write import claim_number, next_number
from witnessmark.casefile.services.protection import sealing_key
from witnessmark.casefile.services.record_read import MODELS, check_references
from witnessmark.casefile.services.source_read import hide, source_fields
from witnessmark.casefile.services.value_check import check_moment, check_value
from witnessmark.casefile.session import Session
from witnessmark.evidence.ids import make_id, parse_id

#: Fields that hold a time with offset, by kind of record.
MOMENTS: Final = {"reply_request": ("sent", "due", "extended_to"), "reply": ("received",)}


def describe(session: Session, human_id: str, value: dict[str, Any], *, reason: str, actor: str) -> Record:
    """Make a new record under an id that a person chose, from its struct's fields."""
    kind, _ = parse_id(human_id)
    struct = validated(kind, human_id, value)
    check_references(session.investigation, kind, value)
    record = MODELS[kind](investigation=session.investigation, number=claim_number(session.investigation, human_id))
    record.take(struct)
    key, after = sealing_key(session, record), record.value()
    refuse_names(session, key, human_id, value)
    _hide(session, record)
    record.save(force_insert=True)
    remember(session, "describe", human_id, after=after, reason=reason, actor=actor, key=key)
    return record


def correct(
    session: Session, record: Record, changes: dict[str, Any], *, action: str, reason: str, actor: str,
    key: SourceKey | None = None,
) -> Record:  # fmt: skip
    """Change fields of a record; what they were before stays in the history."""
    before = source_fields(session, record) if isinstance(record, Source) else record.value()
    unknown = set(changes) - set(record.struct.__struct_fields__) | ({"id"} & set(changes))
    if unknown:
        raise JudgementError(
            "these fields do not exist or cannot be changed",
            where=record.human_id,
            got=", ".join(sorted(unknown)),
            expected=", ".join(name for name in record.struct.__struct_fields__ if name != "id"),
        )
    struct = validated(record.kind, record.human_id, before | changes, given=changes)
    check_references(session.investigation, record.kind, changes)
    record.take(struct)
    key, after = key or sealing_key(session, record), record.value()
    refuse_names(session, key, record.human_id, changes)
    _hide(session, record)
    record.save(force_update=True)
    remember(session, action, record.human_id, before=before, after=after, reason=reason, actor=actor, key=key)
    return record


def _hide(session: Session, record: Record) -> None:
    """Seal the telling columns of a protected source."""
    if isinstance(record, Source):
        hide(session, record)


def fresh_id(session: Session, kind: str) -> tuple[int, str]:
    """Give out the next (number, id) of a kind."""
    number = next_number(session.investigation, kind)
    return number, make_id(kind, number)


def validated(
    kind: str, human_id: str, value: dict[str, Any], *, given: dict[str, Any] | None = None
) -> msgspec.Struct:
    """Return the value as its evidence struct; raise `JudgementError` that names the field, got and expected.

    `given` are the fields that a person gave, where others were there before: only those are looked at closely.
    """
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
        made: msgspec.Struct = msgspec.convert(value | {"id": human_id}, struct)
    except msgspec.ValidationError as error:
        raise JudgementError(
            f"this is not a {kind}", where=human_id, got=str(error), expected="see docs/judgements.md"
        ) from error
    check_value(human_id, value if given is None else given, made)
    _check_moments(kind, human_id, made)
    return made


def _check_moments(kind: str, human_id: str, made: msgspec.Struct) -> None:
    """Refuse times without offset, and a deadline that lies before its letter."""
    moments = [check_moment(human_id, name, getattr(made, name)) for name in MOMENTS.get(kind, ())]
    known = [moment for moment in moments if moment is not None]
    if len(known) > 1 and known[0] >= known[1]:
        raise JudgementError(
            "the deadline lies before the letter", where=human_id, got=f"sent {known[0]}, due {known[1]}",
            expected="an answer due after the letter was sent",
        )  # fmt: skip
