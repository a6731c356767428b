"""Confirming statements: a person's choice of exact words, anchored in a Text."""

from functools import lru_cache
from typing import Any

import msgspec

from witnessmark.casefile.errors import JudgementError
from witnessmark.casefile.records import Item, SourceKey, Statement, Text
from witnessmark.casefile.services.history_write import remember
from witnessmark.casefile.services.number_write import claim_number
from witnessmark.casefile.services.protection import seal_json, unseal_json
from witnessmark.casefile.services.record_read import check_references
from witnessmark.casefile.services.record_write import validated
from witnessmark.casefile.services.text_read import latest_reading, text_value, texts_of
from witnessmark.casefile.services.value_check import is_calendar_date
from witnessmark.casefile.services.verdict_values import Confirm
from witnessmark.casefile.session import Session
from witnessmark.evidence.reading import Proposal
from witnessmark.evidence.statements import Statement as StatementValue
from witnessmark.evidence.text import Passage
from witnessmark.text.passages import make_passage
from witnessmark.text.quotation import PreparedText, match_quotation, prepare

PASSAGE_PURPOSE = "passage"
#: What a statement takes from the machine's proposal where the person said nothing else.
FROM_PROPOSAL = ("kind", "polarity", "hedges", "audience")


def place_quote(
    session: Session, item: Item, quote: str, *, occurrence: int = 0, kinds: tuple[str, ...] = (), every: bool = False
) -> tuple[Text, Passage]:
    """Return the Text of an item that holds the words, and the passage; refuse words that it does not hold exactly once.

    `occurrence` (from 1) chooses among several places; `every` accepts several and returns the first. Translations are
    looked into only when `kinds` names them, or `every` is set: a translation's words are not the item's own.
    """
    texts = texts_of(item, *kinds)
    if not kinds and not every:
        texts = [record for record in texts if record.text_kind != "translation"]
    for record in texts:
        value = text_value(session, record)
        places = match_quotation(quote, _prepared(value.content)).places
        if len(places) > 1 and occurrence > len(places):
            raise JudgementError(
                "there is no such occurrence", where=item.human_id, got=str(occurrence), expected=f"1 to {len(places)}"
            )
        if len(places) > 1 and not occurrence and not every:
            raise JudgementError(
                "these words stand in several places", where=item.human_id, got=f"{len(places)} places",
                do=f'Add "occurrence" (1 to {len(places)}) or quote more words',
            )  # fmt: skip
        if len(places) >= max(occurrence, 1):
            place = places[max(occurrence, 1) - 1]
            return record, make_passage(value, place.start, place.end)
    raise _not_there(session, item, quote, texts)


@lru_cache(maxsize=8)
def _prepared(content: str) -> PreparedText:
    """Return a text ready to be asked about many quotations; a file of judgements asks the same few texts again."""
    return prepare(content)


def _not_there(session: Session, item: Item, quote: str, texts: list[Text]) -> JudgementError:
    """Return the error for words that an item's Texts do not hold, with the nearest words as a suggestion."""
    if not texts or not any(text_value(session, text).content for text in texts):
        return JudgementError(
            "this item has no text to quote from", where=item.human_id, do="Attest a transcription of it first"
        )
    near = [match_quotation(quote, _prepared(text_value(session, text).content)).suggestion for text in texts]
    nearest = next((found.quote for found in near if found is not None), "nothing alike")
    return JudgementError(
        "these words do not stand in the item",
        where=item.human_id,
        got=quote,
        expected=f"the item's own words, such as: {nearest}",
    )


def confirm_statement(
    session: Session, human_id: str, item: Item, chosen: Confirm, said: dict[str, Any], *, reason: str, actor: str
) -> Statement:
    """Make a statement under an id that a person chose; what the person left out comes from the machine's proposal.

    `chosen` says which words of the item, `said` holds further fields of the statement.
    """
    record, passage = place_quote(
        session, item, chosen.quote, occurrence=chosen.occurrence, kinds=(chosen.text,) if chosen.text else ()
    )
    proposal = _proposal_at(session, record, passage)
    fields = _proposed(session, record, proposal) | said | {"item": item.human_id, "confirmed_by": actor}
    struct = validated("statement", human_id, fields | {"passage": msgspec.to_builtins(passage)})
    check_references(session.investigation, "statement", said)
    made = Statement(
        investigation=session.investigation, number=claim_number(session.investigation, human_id),
        **_columns(session, struct, item.key),
    )  # fmt: skip
    made.save(force_insert=True)
    remember(session, "confirm", human_id, after=msgspec.to_builtins(struct), reason=reason, actor=actor, key=item.key)
    return made


def statement_value(session: Session, record: Statement, key: SourceKey | None) -> StatementValue:
    """Return a statement as its evidence value, its words opened."""
    value = record.value()
    if record.sealed and key is not None:
        value["passage"] = unseal_json(session, key, record.sealed, PASSAGE_PURPOSE)
    return msgspec.convert(value, StatementValue)


def _columns(session: Session, struct: Any, key: SourceKey | None) -> dict[str, Any]:  # noqa: ANN401 - a statement value
    """Return the columns of a statement, its words sealed where a key is given."""
    columns = msgspec.to_builtins(struct)
    plain = {name: columns[name] for name in Statement.shared_fields() if name in columns}
    plain["statement_kind"] = struct.kind
    if key is None:
        return plain
    hidden = Passage(text=struct.passage.text, start=struct.passage.start, end=struct.passage.end, quote="")
    return plain | {
        "passage": msgspec.to_builtins(hidden),
        "sealed": seal_json(session, key, struct.passage, PASSAGE_PURPOSE),
    }


def _proposal_at(session: Session, text: Text, passage: Passage) -> Proposal | None:
    """Return the machine's proposal whose content overlaps the passage most, or None."""
    reading = latest_reading(session, [text])
    scored = [(_overlap(proposal, passage), proposal) for proposal in (reading.statements if reading else ())]
    best = max(scored, key=lambda pair: pair[0], default=(0, None))
    return best[1] if best[0] else None


def _overlap(proposal: Proposal, passage: Passage) -> int:
    """Return how many code points proposal and passage share."""
    return sum(max(0, min(end, passage.end) - max(start, passage.start)) for start, end in proposal.content)


def _proposed(session: Session, text: Text, proposal: Proposal | None) -> dict[str, Any]:
    """Return the fields that a statement takes from a proposal; without one, a direct statement."""
    if proposal is None:
        return {"kind": "direct"}
    content = text_value(session, text).content
    fields: dict[str, Any] = {name: msgspec.to_builtins(getattr(proposal, name)) for name in FROM_PROPOSAL}
    fields["cue"] = " ".join(content[start:end] for start, end in proposal.cue)
    fields["speaker_phrase"] = " ".join(content[start:end] for start, end in proposal.source)
    # A machine's "now" and "recently" name no day: the statement keeps no date rather than one that is none.
    dated = proposal.date is not None and is_calendar_date(proposal.date)
    fields["date"] = msgspec.to_builtins(proposal.date) if dated else None
    return fields
