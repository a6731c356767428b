"""Reply requests, replies and the corrections table."""

import msgspec

from witnessmark.casefile.errors import JudgementError
from witnessmark.casefile.records import Correction
from witnessmark.casefile.services import record_write
from witnessmark.casefile.services.history_write import remember
from witnessmark.casefile.services.record_read import get, kind_of_id
from witnessmark.casefile.services.verdict_values import CorrectionValue, value_of
from witnessmark.casefile.session import Session
from witnessmark.evidence.ids import PREFIXES
from witnessmark.evidence.judgements import Judgement


def request_reply(session: Session, judgement: Judgement) -> None:
    """Record a letter for comment; its times carry an offset, and it was sent before it fell due."""
    _refuse_other(judgement, "reply_request")
    record_write.describe(session, judgement.object, judgement.value, reason=judgement.reason, actor=judgement.author)


def reply(session: Session, judgement: Judgement) -> None:
    """Record an answer with an outcome for each allegation that it touches."""
    _refuse_other(judgement, "reply")
    record_write.describe(session, judgement.object, judgement.value, reason=judgement.reason, actor=judgement.author)


def correction(session: Session, judgement: Judgement) -> None:
    """Add a row to the corrections table of a reply."""
    get(session.investigation, judgement.object, "reply")
    value = value_of(judgement, CorrectionValue)
    if value.accepted and not value.change.strip():
        raise JudgementError(
            "an accepted comment needs the change it led to", where=judgement.object, expected="change"
        )
    row = msgspec.to_builtins(value)
    Correction.objects.create(investigation=session.investigation, reply=judgement.object, **row)
    remember(session, "correction", judgement.object, after=row, reason=judgement.reason, actor=judgement.author)


def _refuse_other(judgement: Judgement, kind: str) -> None:
    """Refuse an id of another kind than this verdict makes."""
    if kind_of_id(judgement.object) != kind:
        raise JudgementError(
            f"`{judgement.verdict}` makes a {kind.replace('_', ' ')}", where=judgement.object,
            expected=f"a new id, such as {PREFIXES[kind]}1",
        )  # fmt: skip
