"""A date expression on its way: what a pattern found, before neighbours are joined and relations read."""

import re
from dataclasses import dataclass
from typing import Final, Literal

from witnessmark.evidence.dates import Precision
from witnessmark.language.moments import Anchor, Moment

FoundType = Literal["point", "duration", "range", "set"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """One expression: `moment` for a point, `value` for what has none (durations, sets, ranges).

    `weekday` is one named alone or beside the date; `explicit` tells a date that stands in the text from one that was
    counted from `anchor`.
    """

    start: int
    end: int
    type: FoundType = "point"
    moment: Moment | None = None
    value: str = ""
    precision: Precision = "day"
    note: str = ""
    every_day: bool = False
    anchor: str = ""
    relation: str = ""
    conflict: str = ""
    weekday: int | None = None
    explicit: bool = False
    own_year: bool = False


@dataclass(kw_only=True, slots=True)
class Place:
    """Where a pattern stands: the text, the anchor and the last full date named before it.

    `day_first` tells that 03/04 can only be the third of April in this language.
    """

    text: str
    anchor: Anchor | None
    last: Moment | None = None
    day_first: bool = False


#: How far back the words are looked at that tell past from future, in code points.
_LOOK_BACK: Final = 90
_FUTURE: Final = (
    r"will|would|shall|going to|plans? to|planned|expected|expects?|scheduled|due|slated|set (?:to|for)|to be|upcoming|"
    r"until|till|by|ahead of|no later than|deadline|tomorrow|coming|intends? to|aims? to|hopes? to|starting|"
    r"beginning|be [a-z]{3,}ed"
)
_PAST: Final = (
    r"said|told|says|was|were|had|did|been|after|since|ago|died|went|came|took|saw|held|met|left|began|[a-z]{3,}ed"
)
_TENSE: Final = re.compile(rf"\b(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))\b", re.IGNORECASE)
_STOP: Final = re.compile(r"[.!?\n]\s")


def looks_forward(text: str, at: int) -> bool | None:
    """Tell whether the words before `at` point to the future (True), to the past (False) or to neither (None).

    News is told in the past: without a word of the future, a bare weekday or month is the most recent one.
    """
    before = text[max(0, at - _LOOK_BACK) : at]
    stops = [stop.end() for stop in _STOP.finditer(before)]
    cues = list(_TENSE.finditer(before, stops[-1] if stops else 0))
    return cues[-1].lastgroup == "future" if cues else None


def found_unit(match: re.Match[str], result: Moment | str | None, anchor: Anchor, *, note: str = "") -> Found | None:
    """Return what `shift` counted, as a found point."""
    if result is None:
        return None
    start, end = match.span()
    if isinstance(result, str):
        return Found(start=start, end=end, value=result, precision="estimate", anchor=anchor.value, note=note)
    return Found(start=start, end=end, moment=result, anchor=anchor.value, note=note)


def unresolved(match: re.Match[str], value: str, *, type_: FoundType = "point", relation: str = "") -> Found:
    """Return an expression that names no date, or none without an anchor."""
    return Found(start=match.start(), end=match.end(), type=type_, value=value, precision="unknown", relation=relation)
