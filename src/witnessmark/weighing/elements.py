"""Elements of crimes as data: 16 crimes against humanity, 75 elements, the four parts of the attack."""

from functools import cache
from importlib.resources import files
from typing import Final

import msgspec

from witnessmark.evidence.findings import Element, ElementState, Finding
from witnessmark.weighing.errors import ElementsDataError

CRIMES: Final = 16
ELEMENTS: Final = 75


class ElementText(msgspec.Struct, frozen=True, kw_only=True):
    """One element: its key (`cah.7.1.e/1`, `ctx/1`), what has to be shown, and whether it is a mental element."""

    key: str
    text: str
    mental: bool = False


class Crime(msgspec.Struct, frozen=True, kw_only=True):
    """A crime with its own elements and the two contextual ones, in order."""

    id: str
    name: str
    own: tuple[ElementText, ...]
    contextual: tuple[ElementText, ...]

    @property
    def elements(self) -> tuple[ElementText, ...]:
        """All elements, own ones first."""
        return (*self.own, *self.contextual)


class ElementsOfCrimes(msgspec.Struct, frozen=True, kw_only=True):
    """The data file: its source, the parts of the attack (A1 to A4), the crimes by id."""

    source: str
    attack: tuple[ElementText, ...]
    crimes: dict[str, Crime]


@cache
def elements_of_crimes() -> ElementsOfCrimes:
    """Return the elements; raise `ElementsDataError` when the file does not hold 16 crimes with 75 elements."""
    raw = msgspec.json.decode(files("witnessmark.weighing").joinpath("data/cah.json").read_bytes())
    contextual = tuple(msgspec.convert(part, ElementText) for part in raw["contextual"])
    crimes = {one["id"]: _crime(one, contextual) for one in raw["crimes"]}
    count = sum(len(crime.elements) for crime in crimes.values())
    if (len(crimes), count) != (CRIMES, ELEMENTS):
        raise ElementsDataError(
            "the elements of crimes are incomplete",
            got=f"{len(crimes)} crimes, {count} elements",
            expected=f"{CRIMES} crimes, {ELEMENTS} elements",
            do="Restore weighing/data/cah.json.",
        )
    attack = tuple(msgspec.convert(part, ElementText) for part in raw["attack"])
    return ElementsOfCrimes(source=raw["source"], attack=attack, crimes=crimes)


def _crime(raw: dict[str, object], contextual: tuple[ElementText, ...]) -> Crime:
    own = msgspec.convert(raw["own"], list[dict[str, object]])
    parts = (
        ElementText(key=f"{raw['id']}/{part['n']}", text=str(part["text"]), mental=bool(part["mental"])) for part in own
    )
    return Crime(id=str(raw["id"]), name=str(raw["name"]), own=tuple(parts), contextual=contextual)


class BoardRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the board finding × element: what has to be shown, its state, what it rests on."""

    element: ElementText
    state: ElementState
    rests_on: tuple[str, ...] = ()
    reason: str = ""


def crime_of(finding: Finding) -> Crime | None:
    """Return the crime whose elements a finding records, by the keys of its elements; None when it records none."""
    crimes = elements_of_crimes().crimes
    keys = (element.key.partition("/")[0] for element in finding.elements)
    return next((crimes[key] for key in keys if key in crimes), None)


def board(finding: Finding) -> tuple[BoardRow, ...]:
    """Return the board of a finding: every element of its crime, those without a record as `not assessed`."""
    crime = crime_of(finding)
    recorded: dict[str, Element] = {element.key.casefold(): element for element in finding.elements}
    wanted = crime.elements if crime else ()
    keys = {element.key for element in wanted}
    rows = [_row(element, recorded.get(element.key)) for element in wanted]
    rows += [
        _row(ElementText(key=one.key, text=one.reason or one.key), one)
        for one in finding.elements
        if one.key.casefold() not in keys
    ]
    return tuple(rows)


def _row(element: ElementText, record: Element | None) -> BoardRow:
    if record is None:
        return BoardRow(element=element, state="not assessed")
    return BoardRow(element=element, state=record.state, rests_on=record.rests_on, reason=record.reason)
