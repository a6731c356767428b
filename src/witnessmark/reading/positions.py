"""Positions: what each party says, over time, in one document or several."""

from collections.abc import Sequence

import msgspec

from witnessmark.evidence.dates import PartialDate
from witnessmark.evidence.reading import Proposal, Reading
from witnessmark.reading.date_order import in_time
from witnessmark.reading.parties import UNRESOLVED, parties_of, sides_of


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One statement of a party: its reading's number (from 0), the proposal, when it was said or, else, published.

    `published_only` tells that the date is that of the page: the statement itself is not dated.
    """

    reading: int
    statement: Proposal
    date: PartialDate | None = None
    published_only: bool = False


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """A party, the speakers who speak for it, what they say, oldest first, and how often they affirm, deny, decline."""

    party: str
    speakers: tuple[str, ...]
    said: tuple[Said, ...]
    counts: dict[str, int]


def positions(readings: Sequence[Reading]) -> tuple[Position, ...]:
    """Return the parties with their statements, those with most statements first, the unresolved last."""
    said: dict[str, list[Said]] = {}
    sides = sides_of(readings)
    for number, reading in enumerate(readings):
        parties = parties_of(reading, sides)
        for each in reading.statements:
            own = each.date is not None
            date = each.date if own else reading.published
            entry = Said(reading=number, statement=each, date=date, published_only=not own and date is not None)
            said.setdefault(parties[each.ordinal], []).append(entry)
    made = [_position(party, entries) for party, entries in said.items()]
    return tuple(sorted(made, key=lambda each: (each.party == UNRESOLVED, -len(each.said), each.party)))


def _position(party: str, entries: Sequence[Said]) -> Position:
    ordered = sorted(entries, key=lambda each: (in_time(each.date), each.reading, each.statement.ordinal))
    counts: dict[str, int] = {}
    for each in ordered:
        counts[each.statement.polarity] = counts.get(each.statement.polarity, 0) + 1
    speakers = tuple(dict.fromkeys(each.statement.speaker for each in ordered if each.statement.speaker))
    return Position(party=party, speakers=speakers, said=tuple(ordered), counts=counts)
