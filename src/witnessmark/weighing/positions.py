"""The positions table: for each allegation, every party's stance over time, with words, date and passage."""

from dataclasses import dataclass, replace

from witnessmark.evidence.snapshot import Evidence
from witnessmark.evidence.sources import Item
from witnessmark.evidence.statements import Allegation, Stance, Statement
from witnessmark.evidence.text import Passage
from witnessmark.weighing.origins import party_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One stance of a party. `stance` is a stance verb or `no answer`; `changed` marks a change of position.

    `date` is that of the statement, else of its item; "" when neither is known (such rows stand last).
    """

    allegation: str
    party: str
    stance: str
    date: str = ""
    speaker: str = ""
    statement: str = ""
    words: str = ""
    passage: Passage | None = None
    reports: str = ""
    changed: bool = False


def positions(evidence: Evidence, allegation: str = "") -> tuple[Position, ...]:
    """Return the positions table, by allegation, party and date; of one allegation if its id is given.

    A party that was asked for a reply and gave none by any means has one row `no answer`.
    """
    wanted = [one for one in evidence.allegations if allegation in {"", one.id}]
    rows: list[Position] = []
    for one in wanted:
        stances = [_position(evidence, stance) for stance in evidence.stances if stance.allegation == one.id]
        known = [position for position in stances if position is not None]
        rows += _marked(sorted(known, key=lambda row: (row.party, not row.date, row.date, row.statement)))
        rows += _unanswered(evidence, one, {row.party for row in known})
    return tuple(rows)


def _position(evidence: Evidence, stance: Stance) -> Position | None:
    statement = evidence.index.get(stance.statement)
    if not isinstance(statement, Statement):
        return None
    item = evidence.index.get(statement.item)
    date = statement.date or (item.published if isinstance(item, Item) else None)
    return Position(
        allegation=stance.allegation,
        party=party_of(evidence, statement.speaker) if statement.speaker else statement.speaker_phrase or "unresolved",
        stance=stance.stance,
        date=date.value if date else "",
        speaker=statement.speaker,
        statement=statement.id,
        words=statement.passage.quote,
        passage=statement.passage,
        reports=stance.reports,
    )


def _marked(rows: list[Position]) -> list[Position]:
    """Mark a row whose stance differs from the same party's one before; declining to answer changes no position."""
    held: dict[str, str] = {}
    marked = []
    for row in rows:
        before = held.get(row.party, "")
        changed = bool(before) and row.stance not in {"declines", before}
        if row.stance != "declines":
            held[row.party] = row.stance
        marked.append(replace(row, changed=True) if changed else row)
    return marked


def _unanswered(evidence: Evidence, allegation: Allegation, answered: set[str]) -> list[Position]:
    rows = []
    replied = {reply.request for reply in evidence.replies if allegation.id in reply.outcomes}
    for request in evidence.reply_requests:
        party = party_of(evidence, request.to)
        if (
            allegation.id in request.allegations
            and request.sent
            and request.id not in replied
            and party not in answered
        ):
            rows.append(
                Position(
                    allegation=allegation.id, party=party, stance="no answer", date=request.due, speaker=request.to
                )
            )
    return rows
