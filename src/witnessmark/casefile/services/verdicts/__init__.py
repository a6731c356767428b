"""One function for each verdict that a person can give; the table says which."""

from collections.abc import Callable
from typing import Final

from witnessmark.casefile.records import Item, Source, SourceKey
from witnessmark.casefile.services.protection import source_key
from witnessmark.casefile.services.record_read import find
from witnessmark.casefile.services.verdicts.fairness import correction, reply, request_reply
from witnessmark.casefile.services.verdicts.items import attest, cut, disclose, grade, hand_over, identify, link, redact
from witnessmark.casefile.services.verdicts.people import assess_risk, consent, merge, name, protect
from witnessmark.casefile.services.verdicts.records import correct_record, describe_record
from witnessmark.casefile.services.verdicts.statements import confirm, reject, stance
from witnessmark.casefile.session import Session
from witnessmark.evidence.judgements import Judgement

VERDICTS: Final[dict[str, Callable[[Session, Judgement], None]]] = {
    "describe": describe_record,
    "correct": correct_record,
    "confirm": confirm,
    "reject": reject,
    "stance": stance,
    "grade": grade,
    "consent": consent,
    "assess_risk": assess_risk,
    "name": name,
    "identify": identify,
    "hand_over": hand_over,
    "protect": protect,
    "merge": merge,
    "link": link,
    "cut": cut,
    "attest": attest,
    "disclose": disclose,
    "redact": redact,
    "request_reply": request_reply,
    "reply": reply,
    "correction": correction,
}


def key_of(session: Session, judgement: Judgement) -> SourceKey | None:
    """Return the key under which a judgement must be sealed, or None where it concerns nobody protected."""
    if judgement.verdict == "protect":
        return source_key(session, judgement.object)
    item_id = judgement.value.get("item", "") if judgement.verdict == "confirm" else judgement.object
    record = find(session.investigation, item_id) if isinstance(item_id, str) and item_id else None
    if isinstance(record, Item) and record.protected:
        return record.key
    if isinstance(record, Source) and record.protected:
        return source_key(session, record.human_id)
    return None
