"""Describe and correct: making and changing numbered records."""

from typing import Final

from witnessmark.casefile.errors import JudgementError
from witnessmark.casefile.records import Item
from witnessmark.casefile.services import record_write
from witnessmark.casefile.services.record_read import MODELS, get, kind_of_id
from witnessmark.casefile.session import Session
from witnessmark.evidence.ids import PREFIXES
from witnessmark.evidence.judgements import Judgement

#: What a person may say of an item; bytes, digests, commitments and collection records are not a person's to change.
ITEM_FIELDS: Final = (
    "title",
    "source",
    "publisher",
    "published",
    "genre",
    "language",
    "suspect",
    "obtained",
    "alteration",
    "alteration_note",
)

#: Kinds that are made by a verdict of their own.
OWN_VERDICT: Final = {
    "statement": "confirm",
    "item": "capture",
    "text": "attest",
    "reply_request": "request_reply",
    "reply": "reply",
    "waiver": "waive",
    "review": "sign",
}

#: Prefixes of the records that `describe` makes.
DESCRIBED: Final = tuple(PREFIXES[kind] for kind in MODELS if kind not in OWN_VERDICT)


def describe_record(session: Session, judgement: Judgement) -> None:
    """Make a new record, or say what an item is."""
    kind = kind_of_id(judgement.object)
    if kind == "item":
        _describe_item(session, judgement)
        return
    if kind in OWN_VERDICT:
        raise JudgementError(f"a {kind} is not described", where=judgement.object, expected=f"`{OWN_VERDICT[kind]}`")
    if kind not in MODELS:
        raise JudgementError(
            f"a {kind} is not described", where=judgement.object, expected="one of " + ", ".join(DESCRIBED)
        )
    record_write.describe(session, judgement.object, judgement.value, reason=judgement.reason, actor=judgement.author)


def correct_record(session: Session, judgement: Judgement) -> None:
    """Change fields of a record that exists; the history keeps what they were."""
    record = get(session.investigation, judgement.object)
    if isinstance(record, Item):
        _describe_item(session, judgement)
        return
    if record.kind in ("text", "statement", "waiver", "review"):
        raise JudgementError(
            f"a {record.kind} is never changed",
            where=judgement.object,
            expected="a record that may be corrected",
            do="Reject it and confirm or attest a new one",
        )
    record_write.correct(
        session, record, judgement.value, action=judgement.verdict, reason=judgement.reason, actor=judgement.author
    )


def _describe_item(session: Session, judgement: Judgement) -> None:
    """Write what a person says of an item."""
    other = sorted(set(judgement.value) - set(ITEM_FIELDS))
    if other:
        raise JudgementError(
            "this is not a person's to say of an item",
            where=judgement.object,
            got=", ".join(other),
            expected=", ".join(ITEM_FIELDS),
        )
    item = get(session.investigation, judgement.object, "item")
    record_write.correct(
        session, item, judgement.value, action=judgement.verdict, reason=judgement.reason, actor=judgement.author
    )
