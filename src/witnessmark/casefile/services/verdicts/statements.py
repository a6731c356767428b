"""Confirm, reject and stance: what becomes of the machine's proposals, and what statements say to allegations."""

import msgspec

from witnessmark.casefile.errors import JudgementError
from witnessmark.casefile.records import Stance
from witnessmark.casefile.services.history_write import remember
from witnessmark.casefile.services.protection import sealing_key
from witnessmark.casefile.services.record_read import get, kind_of_id
from witnessmark.casefile.services.statement_write import confirm_statement, place_quote
from witnessmark.casefile.services.verdict_values import Confirm, Quoted, StanceValue, value_of
from witnessmark.casefile.session import Session
from witnessmark.evidence.judgements import Judgement


def confirm(session: Session, judgement: Judgement) -> None:
    """Give a statement its S-number: these words of this item are what this speaker said."""
    own = {name: judgement.value[name] for name in Confirm.__struct_fields__ if name in judgement.value}
    chosen = value_of(judgement, Confirm, own)
    fields = {name: part for name, part in judgement.value.items() if name not in own}
    if kind_of_id(judgement.object) != "statement":
        raise JudgementError("only a statement is confirmed", where=judgement.object, expected="a new id, such as S34")
    if fields.keys() & {"passage", "confirmed_by", "withheld"}:
        raise JudgementError(
            "these fields are not a person's to give", where=judgement.object,
            got=", ".join(sorted(fields.keys() & {"passage", "confirmed_by", "withheld"})), expected="the quote",
        )  # fmt: skip
    item = get(session.investigation, chosen.item, "item")
    confirm_statement(session, judgement.object, item, chosen, fields, reason=judgement.reason, actor=judgement.author)


def reject(session: Session, judgement: Judgement) -> None:
    """Refuse a machine's proposal; the words stay in the text, and the refusal is remembered."""
    item = get(session.investigation, judgement.object, "item")
    quote = value_of(judgement, Quoted).quote
    _, passage = place_quote(session, item, quote, every=True)
    remember(
        session, "reject", item.human_id, before=msgspec.to_builtins(passage), reason=judgement.reason,
        actor=judgement.author, key=item.key,
    )  # fmt: skip


def stance(session: Session, judgement: Judgement) -> None:
    """Record what stance a statement takes to an allegation; a later judgement replaces an earlier one."""
    statement = get(session.investigation, judgement.object, "statement")
    value = value_of(judgement, StanceValue)
    get(session.investigation, value.allegation, "allegation")
    if value.reports:
        get(session.investigation, value.reports, "source")
    row = {"statement": judgement.object, "by": judgement.author, "reason": judgement.reason}
    fields = row | msgspec.to_builtins(value)
    keys = {name: fields.pop(name) for name in ("statement", "allegation")}
    earlier = Stance.objects.filter(investigation=session.investigation, **keys).first()
    before = earlier.stance if earlier else None
    Stance.objects.update_or_create(investigation=session.investigation, **keys, defaults=fields)
    remember(
        session, "stance", judgement.object, before=before, after=row | msgspec.to_builtins(value),
        reason=judgement.reason, actor=judgement.author, key=sealing_key(session, statement),
    )  # fmt: skip
