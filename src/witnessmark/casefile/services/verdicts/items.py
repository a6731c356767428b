"""Decisions about items: grades, links, attested texts, what may be published and what is blacked out."""

from typing import Any

from witnessmark.casefile.errors import JudgementError
from witnessmark.casefile.records import Item, Redaction
from witnessmark.casefile.services import record_write
from witnessmark.casefile.services.history_write import remember
from witnessmark.casefile.services.protection import seal_json
from witnessmark.casefile.services.record_read import get
from witnessmark.casefile.services.statement_write import place_quote
from witnessmark.casefile.services.text_write import NewText, add_text
from witnessmark.casefile.session import Session
from witnessmark.evidence.judgements import Judgement
from witnessmark.evidence.text import Tool

REDACTION_PURPOSE = "redaction"
#: left, bottom, right, top (PDF) or left, top, right, bottom (picture)
RECTANGLE_SIDES = 4


def grade(session: Session, judgement: Judgement) -> None:
    """Grade a source, an item or a statement, on one of the two axes or for authenticity; a reason is demanded."""
    if not judgement.reason.strip():
        raise JudgementError("a grade needs a reason", where=judgement.object)
    record = get(session.investigation, judgement.object, "source", "item", "statement")
    changes = dict(judgement.value)
    if isinstance(record, Item):
        changes = _item_grade(record, judgement)
    elif record.kind == "source":
        changes["reason"] = judgement.reason
    if record.kind == "statement":
        _grade_statement(session, record, judgement)
        return
    record_write.correct(session, record, changes, action="grade", reason=judgement.reason, actor=judgement.author)


def _item_grade(item: Item, judgement: Judgement) -> dict[str, Any]:
    """Return the item's fields after a grade; the two axes stand side by side and are never merged."""
    value = dict(judgement.value)
    changes: dict[str, Any] = {"authenticity": value.pop("authenticity")} if "authenticity" in value else {}
    if value:
        changes["assessment"] = (item.assessment or {}) | value | {"by": judgement.author, "reason": judgement.reason}
    return changes


def _grade_statement(session: Session, record: Any, judgement: Judgement) -> None:  # noqa: ANN401 - a statement record
    """Write the credibility of what a statement says."""
    before = record.credibility
    struct = record_write.validated("statement", record.human_id, record.value() | judgement.value)
    record.credibility = struct.credibility  # type: ignore[attr-defined]
    record.save(force_update=True)
    remember(
        session, "grade", record.human_id, before={"credibility": before}, after=judgement.value, reason=judgement.reason,
        actor=judgement.author,
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
    value = {"reason": judgement.reason} | judgement.value | {"cut": cut}
    get(session.investigation, str(value.get("to", "")), "item", "source")
    others = [edge for edge in item.links if (edge["relation"], edge["to"]) != (value.get("relation"), value.get("to"))]
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
    value = judgement.value
    kind, content = value.get("kind"), value.get("content")
    if kind not in ("transcription", "translation") or not isinstance(content, str) or not content.strip():
        raise JudgementError(
            "an attestation needs kind and content",
            where=judgement.object,
            got=", ".join(sorted(value)),
            expected='{"kind": "transcription" or "translation", "language": …, "content": …}',
        )
    new = NewText(
        kind=kind,
        content=content,
        language=str(value.get("language", "")),
        tool=Tool(name="person", version="1", options={"attested_by": judgement.author, "at": judgement.time}),
        attested_by=judgement.author,
    )
    record = add_text(session, item, new, actor=judgement.author)
    remember(
        session, "attest", item.human_id, after={"text": record.human_id, "kind": kind}, reason=judgement.reason,
        actor=judgement.author, key=item.key,
    )  # fmt: skip


def disclose(session: Session, judgement: Judgement) -> None:
    """Decide whether an item's original may be public, is published redacted, or is withheld."""
    item: Item = get(session.investigation, judgement.object, "item")
    decision = judgement.value.get("disclosure")
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


def redact(session: Session, judgement: Judgement) -> None:
    """Mark words of an item's text, or a rectangle of a page, that must not be seen when it is published."""
    item: Item = get(session.investigation, judgement.object, "item")
    value = judgement.value
    quote, rect = value.get("quote", ""), value.get("rect", [])
    if bool(quote) == bool(rect):
        raise JudgementError(
            "a redaction names words or a rectangle", where=item.human_id, expected="quote, or page and rect"
        )
    if rect and (len(rect) != RECTANGLE_SIDES or not value.get("page")):
        raise JudgementError(
            "this is not a rectangle", where=item.human_id, got=repr(rect), expected="page, and four sides"
        )
    if quote:
        place_quote(session, item, quote, every=True)
    row = Redaction(item=item, label=str(value.get("label", "")), page=int(value.get("page", 0)), rect=list(rect))
    if item.key is None:
        row.quote = quote
    else:
        row.sealed = seal_json(session, item.key, quote, REDACTION_PURPOSE)
    row.save(force_insert=True)
    remember(
        session, "redact", item.human_id, after=value, reason=judgement.reason, actor=judgement.author, key=item.key
    )
