"""Reply requests, replies and the corrections table."""

from datetime import datetime

from witnessmark.casefile.errors import JudgementError
from witnessmark.casefile.records import Correction
from witnessmark.casefile.services import record_write
from witnessmark.casefile.services.history_write import remember
from witnessmark.casefile.services.record_read import get
from witnessmark.casefile.session import Session
from witnessmark.evidence.judgements import Judgement


def request_reply(session: Session, judgement: Judgement) -> None:
    """Record a letter for comment; its times carry an offset, and it was sent before it fell due."""
    sent, due = (_moment(judgement, name) for name in ("sent", "due"))
    if sent and due and sent >= due:
        raise JudgementError(
            "the deadline lies before the letter", where=judgement.object, got=f"sent {sent}, due {due}"
        )
    record_write.describe(session, judgement.object, judgement.value, reason=judgement.reason, actor=judgement.author)


def reply(session: Session, judgement: Judgement) -> None:
    """Record an answer with an outcome for each allegation that it touches."""
    for allegation in judgement.value.get("outcomes", {}):
        get(session.investigation, allegation, "allegation")
    _moment(judgement, "received")
    record_write.describe(session, judgement.object, judgement.value, reason=judgement.reason, actor=judgement.author)


def correction(session: Session, judgement: Judgement) -> None:
    """Add a row to the corrections table of a reply."""
    get(session.investigation, judgement.object, "reply")
    value = judgement.value
    comment, accepted, reason = value.get("comment"), value.get("accepted"), value.get("reason")
    if not isinstance(comment, str) or not isinstance(accepted, bool) or not isinstance(reason, str) or not reason:
        raise JudgementError(
            "a correction needs comment, accepted and reason",
            where=judgement.object,
            got=repr(value),
            expected='{"comment": …, "accepted": true or false, "reason": …, "change": …}',
        )
    if accepted and not value.get("change"):
        raise JudgementError(
            "an accepted comment needs the change it led to", where=judgement.object, expected="change"
        )
    Correction.objects.create(
        investigation=session.investigation, reply=judgement.object, comment=comment, accepted=accepted, reason=reason,
        change=value.get("change", ""),
    )  # fmt: skip
    remember(session, "correction", judgement.object, after=value, reason=judgement.reason, actor=judgement.author)


def _moment(judgement: Judgement, name: str) -> datetime | None:
    """Return a time of the judgement's value, or refuse one without offset; empty is not given."""
    text = judgement.value.get(name, "")
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except (TypeError, ValueError) as error:
        raise JudgementError(f"`{name}` is not a time", where=judgement.object, got=repr(text)) from error
    if moment.tzinfo is None:
        raise JudgementError(
            f"`{name}` has no offset", where=judgement.object, got=text, expected="such as 2031-06-02T17:00:00+05:00"
        )
    return moment
