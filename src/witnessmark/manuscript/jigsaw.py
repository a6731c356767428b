"""Details of one protected person that stand apart in a text and together tell who it is (k-anonymity in the casefile)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from witnessmark.evidence.protected import Protected, ProtectedPerson
from witnessmark.manuscript.facts import dates_in, names_in
from witnessmark.manuscript.identity_details import details_met, shares_details
from witnessmark.manuscript.words import content_stems

#: So many persons of the casefile must fit what is told of one of them. Our own choice: three.
FEWEST: Final = 3
_TWO: Final = 2
#: Words that only join a day or a place to a person, in the form of stems.
_LINKING: Final = frozenset(
    content_stems(
        "arrested detained taken seized released born died lives lived living resident comes from works worked employed held met "
        "interviewed seen witness since until near village town district street"
    )
)


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
        count = fitting(person, told, protected.persons)
        if len(told) >= _TWO and count < FEWEST:
            yield Puzzle(person.source, len(told), tuple(sorted(set(met.values()))), count)


def atoms(detail: str) -> frozenset[tuple[str, str]]:
    """Return what a detail tells, in kinds: `date` (a day), `place` (a name in it), `trait` (what else it says)."""
    days = [one for one in dates_in(detail) if one.date is not None and one.date.precision == "day"]
    names = [one for one in names_in(detail) if not any(day.start <= one.start < day.end for day in days)]
    rest = detail
    for start, end in sorted(
        [*((one.start, one.end) for one in days), *((one.start, one.end) for one in names)], reverse=True
    ):
        rest = rest[:start] + " " + rest[end:]
    traits = [stem for stem in content_stems(rest) if stem not in _LINKING]
    found = {("date", one.date.value[:10]) for one in days if one.date is not None}
    found |= {("place", key) for one in names for key in one.keys}
    return frozenset(found | ({("trait", " ".join(sorted(traits)))} if traits else set()))


def atoms_told(text: str, person: ProtectedPerson) -> frozenset[tuple[str, str]]:
    """Return the atoms of a person's details that a text tells, wherever they stand in it."""
    days = {one.date.value[:10] for one in dates_in(text) if one.date is not None and one.date.precision == "day"}
    names = {key for one in names_in(text) for key in one.keys}
    stems = set(content_stems(text))
    told = set()
    for kind, key in frozenset().union(*(atoms(one) for one in person.details)) if person.details else ():
        met = key in days if kind == "date" else key in names if kind == "place" else set(key.split()) <= stems
        told |= {(kind, key)} if met else set()
    return frozenset(told)


def sharing(person: ProtectedPerson, told: frozenset[tuple[str, str]], persons: Iterable[ProtectedPerson]) -> int:
    """Return how many persons have every atom that is told of one, that person included."""
    others = (one for one in persons if one is not person)
    return 1 + sum(
        told <= frozenset().union(*(atoms(detail) for detail in one.details)) for one in others if one.details
    )


def _apart(details: tuple[str, ...], met: dict[int, int]) -> list[int]:
    """The details met, two wordings of one thing counted once."""
    kept: list[int] = []
    for index in met:
        if not any(shares_details((details[other],), (details[index],)) for other in kept):
            kept.append(index)
    return kept


def fitting(person: ProtectedPerson, told: Iterable[str], persons: Iterable[ProtectedPerson]) -> int:
    """Return how many persons could be meant by every detail told of one, that person included."""
    told = tuple(told)
    return 1 + sum(shares_details(other.details, told) for other in persons if other is not person)
