"""Details of one protected person that stand apart in a text and together tell who it is (k-anonymity in the casefile)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from witnessmark.evidence.protected import Protected, ProtectedPerson
from witnessmark.manuscript.identity_details import details_met, shares_details

#: So many persons of the casefile must fit what is told of one of them. Our own choice: three.
FEWEST: Final = 3
_TWO: Final = 2


@dataclass(frozen=True, slots=True)
class Puzzle:
    """What is told of one protected source: how many details, by which stretches (their indices), and how many persons fit."""

    source: str
    details: int
    stretches: tuple[int, ...]
    persons: int


def puzzles(stretches: Sequence[tuple[str, frozenset[str]]], protected: Protected) -> Iterator[Puzzle]:
    """Yield who can be told from several stretches of a text, each given with the sources that it speaks of.

    A person is told when two or more of their details stand in the stretches that speak of them and fewer than `FEWEST`
    persons of the casefile have them all. The details themselves are not repeated.
    """
    for person in protected.persons:
        if not person.source or len(person.details) < _TWO:
            continue
        met: dict[int, int] = {}
        for index, (text, sources) in enumerate(stretches):
            if person.source in sources:
                for detail in sorted(details_met(text, person.details)):
                    met.setdefault(detail, index)
        told = [person.details[index] for index in _apart(person.details, met)]
        fitting = _fitting(person, told, protected.persons)
        if len(told) >= _TWO and fitting < FEWEST:
            yield Puzzle(person.source, len(told), tuple(sorted(set(met.values()))), fitting)


def _apart(details: tuple[str, ...], met: dict[int, int]) -> list[int]:
    """The details met, two wordings of one thing counted once."""
    kept: list[int] = []
    for index in met:
        if not any(shares_details((details[other],), (details[index],)) for other in kept):
            kept.append(index)
    return kept


def _fitting(person: ProtectedPerson, told: Iterable[str], persons: Iterable[ProtectedPerson]) -> int:
    told = tuple(told)
    return 1 + sum(shares_details(other.details, told) for other in persons if other is not person)
