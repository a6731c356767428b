"""Confirm, reject and stance: what becomes of the machine's proposals, and what statements say to allegations."""

from typing import Any

import msgspec

from witnessmark.casefile.errors import JudgementError
from witnessmark.casefile.records import Stance
from witnessmark.casefile.services.history_write import remember
from witnessmark.casefile.services.record_read import get
from witnessmark.casefile.services.statement_write import confirm_statement, place_quote
from witnessmark.casefile.session import Session
from witnessmark.evidence import statements
from witnessmark.evidence.judgements import Judgement


def confirm(session: Session, judgement: Judgement) -> None:
    """Give a statement its S-number: these words of this item are what this speaker said."""
    value: dict[str, Any] = dict(judgement.value)
    quote = value.get("quote")
    if not isinstance(quote, str) or not quote.strip():
        raise JudgementError("a statement needs the exact words", where=judgement.object, expected='"quote" in value')
    value["item"] = get(session.investigation, str(value.get("item", "")), "item")
    speaker = value.get("speaker", "")
    if speaker:
        get(session.investigation, speaker, "source")
    chosen = value.pop("text", "")
    value["kinds"] = (chosen,) if chosen else ()
    confirm_statement(session, judgement.object, value, reason=judgement.reason, actor=judgement.author)


def reject(session: Session, judgement: Judgement) -> None:
    """Refuse a machine's proposal; the words stay in the text, and the refusal is remembered."""
    item = get(session.investigation, judgement.object, "item")
    quote = judgement.value.get("quote", "")
    _, passage = place_quote(session, item, quote, every=True)
    remember(
        session, "reject", item.human_id, before=msgspec.to_builtins(passage), reason=judgement.reason,
        actor=judgement.author, key=item.key,
    )  # fmt: skip


def stance(session: Session, judgement: Judgement) -> None:
    """Record what stance a statement takes to an allegation; a later judgement replaces an earlier one."""
    get(session.investigation, judgement.object, "statement")
    get(session.investigation, str(judgement.value.get("allegation", "")), "allegation")
    row = {"statement": judgement.object, "by": judgement.author, "reason": judgement.reason} | judgement.value
    try:
        struct = msgspec.convert(row, statements.Stance)
    except msgspec.ValidationError as error:
        raise JudgementError(
            "this is not a stance", where=judgement.object, got=str(error),
            expected='{"allegation": "A1", "stance": "asserts|denies|qualifies|reports|declines"}',
        ) from error  # fmt: skip
    fields = msgspec.structs.asdict(struct)
    keys = {name: fields.pop(name) for name in ("statement", "allegation")}
    earlier = Stance.objects.filter(investigation=session.investigation, **keys).first()
    before = earlier.stance if earlier else None
    Stance.objects.update_or_create(investigation=session.investigation, **keys, defaults=fields)
    remember(
        session, "stance", judgement.object, before=before, after=row, reason=judgement.reason, actor=judgement.author
    )
