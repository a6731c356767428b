"""Decisions about items: grades, links, attested texts, what may be published and what is blacked out."""

from datetime import datetime
from typing import Any

import msgspec

from witnessmark.casefile.errors import JudgementError
from witnessmark.casefile.records import Item, Redaction, Statement
from witnessmark.casefile.services import record_write
from witnessmark.casefile.services.history_write import remember
from witnessmark.casefile.services.protection import seal_json, sealing_key
from witnessmark.casefile.services.record_read import get
from witnessmark.casefile.services.statement_write import place_quote
from witnessmark.casefile.services.text_write import NewText, add_text
from witnessmark.casefile.services.value_check import check_moment
from witnessmark.casefile.services.verdict_values import (
    Attestation,
    Disclose,
    Edge,
    HandoverValue,
    ItemGrade,
    PortraitValue,
    Redact,
    SourceGrade,
    StatementGrade,
    value_of,
)
from witnessmark.casefile.session import Session
from witnessmark.evidence.judgements import Judgement
from witnessmark.evidence.text import Tool

REDACTION_PURPOSE = "redaction"


def grade(session: Session, judgement: Judgement) -> None:
    """Grade a source, an item or a statement, on one of the two axes or for authenticity; a reason is demanded."""
    if not judgement.reason.strip():
        raise JudgementError("a grade needs a reason", where=judgement.object, expected="the reason in words")
    record = get(session.investigation, judgement.object, "source", "item", "statement")
    if record.kind == "statement":
        _grade_statement(session, record, judgement)
        return
    changes = _item_grade(record, judgement) if record.kind == "item" else _source_grade(judgement)
    record_write.correct(session, record, changes, action="grade", reason=judgement.reason, actor=judgement.author)


def _source_grade(judgement: Judgement) -> dict[str, Any]:
    """Return the source's fields after a grade."""
    return {"reliability": value_of(judgement, SourceGrade).reliability, "reason": judgement.reason}


def _item_grade(item: Item, judgement: Judgement) -> dict[str, Any]:
    """Return the item's fields after a grade; the two axes stand side by side and are never merged."""
    grade = msgspec.to_builtins(value_of(judgement, ItemGrade))
    axes = {name: grade[name] for name in ("reliability", "credibility") if grade[name] is not None}
    if not axes and grade["authenticity"] is None:
        raise JudgementError(
            "a grade says something", where=judgement.object, expected="reliability, credibility or authenticity"
        )
    changes: dict[str, Any] = {} if grade["authenticity"] is None else {"authenticity": grade["authenticity"]}
    if axes:
        changes["assessment"] = (item.assessment or {}) | axes | {"by": judgement.author, "reason": judgement.reason}
    return changes


def _grade_statement(session: Session, record: Statement, judgement: Judgement) -> None:
    """Write the credibility of what a statement says."""
    before, record.credibility = record.credibility, value_of(judgement, StatementGrade).credibility
    record.save(force_update=True)
    remember(
        session, "grade", record.human_id, before={"credibility": before}, after=judgement.value, reason=judgement.reason,
        actor=judgement.author, key=sealing_key(session, record),
    )  # fmt: skip


def link(session: Session, judgement: Judgement) -> None:
    """Say that two items, or an item and a source, share an origin."""
    _edge(session, judgement, cut=False)


def cut(session: Session, judgement: Judgement) -> None:
    """Say that two items do not share an origin after all; the edge stays, marked as cut."""
    _edge(session, judgement, cut=True)


def _edge(session: Session, judgement: Judgement, *, cut: bool) -> None:
    """Write one edge of the independence graph."""
    item = get(session.investigation, judgement.object, "item")
    edge = value_of(judgement, Edge)
    other = get(session.investigation, edge.to, "item", "source")
    if other.human_id == item.human_id:
        raise JudgementError(
            "an item is not linked to itself", where=item.human_id, expected="another item or a source"
        )
    value = {"relation": edge.relation, "to": edge.to, "reason": edge.reason or judgement.reason, "cut": cut}
    others = [row for row in item.links if (row["relation"], row["to"]) != (edge.relation, edge.to)]
    record_write.correct(
        session,
        item,
        {"links": [*others, value]},
        action=judgement.verdict,
        reason=judgement.reason,
        actor=judgement.author,
    )


def attest(session: Session, judgement: Judgement) -> None:
    """Add a transcription or translation that a person vouches for."""
    item: Item = get(session.investigation, judgement.object, "item")
    value = value_of(judgement, Attestation)
    new = NewText(
        kind=value.kind,
        content=value.content,
        language=value.language,
        tool=Tool(name="person", version="1", options={"attested_by": judgement.author, "at": judgement.time}),
        attested_by=judgement.author,
    )
    record = add_text(session, item, new, actor=judgement.author)
    remember(
        session, "attest", item.human_id, after={"text": record.human_id, "kind": value.kind}, reason=judgement.reason,
        actor=judgement.author, key=item.key,
    )  # fmt: skip


def disclose(session: Session, judgement: Judgement) -> None:
    """Decide whether an item's original may be public, is published redacted, or is withheld."""
    item: Item = get(session.investigation, judgement.object, "item")
    decision = value_of(judgement, Disclose).disclosure
    if item.protected and decision == "public":
        raise JudgementError(
            "a protected item cannot be public as it is",
            where=item.human_id,
            got="public",
            expected="redacted or withheld",
        )
    record_write.correct(
        session, item, {"disclosure": decision}, action="disclose", reason=judgement.reason, actor=judgement.author
    )


def identify(session: Session, judgement: Judgement) -> None:
    """Record one person's judgement that an image shows somebody; a portrait takes two who looked independently."""
    item: Item = get(session.investigation, judgement.object, "item")
    value = value_of(judgement, PortraitValue)
    row = msgspec.to_builtins(value) | {"by": judgement.author}
    others = [one for one in item.portraits if (one["person"], one["by"]) != (value.person, judgement.author)]
    record_write.correct(
        session, item, {"portraits": [*others, row]}, action="identify", reason=judgement.reason, actor=judgement.author
    )


def hand_over(session: Session, judgement: Judgement) -> None:
    """Add a step to the chain of custody of a thing that people held; its time carries an offset."""
    item: Item = get(session.investigation, judgement.object, "item")
    value = value_of(judgement, HandoverValue)
    check_moment(judgement.object, "at", value.at)
    rows = sorted([*item.handovers, msgspec.to_builtins(value)], key=lambda row: datetime.fromisoformat(row["at"]))
    record_write.correct(
        session, item, {"handovers": rows}, action="hand_over", reason=judgement.reason, actor=judgement.author
    )


def redact(session: Session, judgement: Judgement) -> None:
    """Mark words of an item's text, or a rectangle of a page, that must not be seen when it is published."""
    item: Item = get(session.investigation, judgement.object, "item")
    value = value_of(judgement, Redact)
    _check_redaction(item, value)
    if value.quote:
        place_quote(session, item, value.quote, every=True)
    row = Redaction(item=item, label=value.label, page=value.page or 0, rect=list(value.rect or ()))
    if item.key is None:
        row.quote = value.quote
    else:
        row.sealed = seal_json(session, item.key, value.quote, REDACTION_PURPOSE)
    row.save(force_insert=True)
    remember(
        session, "redact", item.human_id, after=judgement.value, reason=judgement.reason, actor=judgement.author, key=item.key
    )  # fmt: skip


def _check_redaction(item: Item, value: Redact) -> None:
    """Refuse a redaction that names neither words nor a rectangle, or both, or a rectangle without an inside."""
    if bool(value.quote.strip()) == (value.rect is not None):
        raise JudgementError(
            "a redaction names words or a rectangle", where=item.human_id, expected="quote, or page and rect"
        )
    if value.rect is None:
        return
    left, low, right, high = value.rect
    if value.page is None or left >= right or low >= high or min(value.rect) < 0:
        raise JudgementError(
            "this is not a rectangle", where=item.human_id, got=f"page {value.page}, {list(value.rect)}",
            expected="page from 1, and four sides: left, bottom, right, top (pictures: left, top, right, bottom)",
        )  # fmt: skip
