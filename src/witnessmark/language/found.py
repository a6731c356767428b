"""A date expression on its way: what a pattern found, before neighbours are joined and relations read."""

import re
from dataclasses import dataclass
from typing import Final, Literal

from witnessmark.evidence.dates import Precision
from witnessmark.language.date_tense import sentence_ends
from witnessmark.language.moments import Anchor, Moment, Stretch, make_anchor

FoundType = Literal["point", "duration", "range", "set"]


@dataclass(frozen=True, slots=True)
class Head:
    """What counts from the date after it: "two weeks from", "the day after", "the night of", "the last weekend of".

    `way` is "from" (so many units on from the coming one), "on" (so many units on or back), "of" (the unit that the
    date lies in) or "nth" (which unit of the longer one).
    """

    way: Literal["from", "on", "of", "nth"]
    unit: str
    step: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """One expression: `moment` for a point, `value` for what has none (durations, sets, ranges).

    `weekday` is one named alone or beside the date; `explicit` tells a date that stands in the text from one that was
    counted from `anchor`. `timex` is the TIMEX3 value where the calendar has no name for it ("2013-Q1", "199");
    `vague` marks what is a time expression but no date and no length to reckon with: references ("recently"), ages.
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
    timex: str = ""
    vague: bool = False
    head: Head | None = None


@dataclass(kw_only=True, slots=True)
class Place:
    """Where a pattern stands: the text, the anchor, and the last date and the last full date named before it (at `last_at`).

    `day_first` tells that 03/04 can only be the third of April in this language; `vague` asks for vague expressions too.
    """

    text: str
    anchor: Anchor | None
    last: Moment | None = None
    last_day: Moment | None = None
    last_at: int = 0
    day_first: bool = False
    vague: bool = False


def found_unit(
    match: re.Match[str], result: Moment | Stretch | None, anchor: Anchor, *, note: str = ""
) -> Found | None:
    """Return what `shift` counted, as a found point."""
    if result is None:
        return None
    start, end = match.span()
    if isinstance(result, Stretch):
        return Found(
            start=start, end=end, value=result.value, precision="estimate", anchor=anchor.value, note=note,
            timex=result.timex,
        )  # fmt: skip
    return Found(start=start, end=end, moment=result, anchor=anchor.value, note=note)


def unresolved(match: re.Match[str], value: str, *, type_: FoundType = "point", relation: str = "") -> Found:
    """Return an expression that names no date, or none without an anchor."""
    return Found(start=match.start(), end=match.end(), type=type_, value=value, precision="unknown", relation=relation)


def last_named(place: Place, unit: str) -> Anchor | None:
    """Return the date last named that is exact enough to count `unit` from, or None."""
    last = place.last_day if unit not in {"month", "year", "decade"} else place.last
    partial = last.partial() if last is not None else None
    made = make_anchor(partial)
    return None if made is None or (unit == "month" and not made.knows_month) else made


#: So far back, in the same sentence, the day is looked for that a bare "9 p.m." or "evening" belongs to.
_NEAR: Final = 160


def near_day(place: Place, at: int) -> Moment | None:
    """Return the full date named before `at` in its sentence, without its time of day, or None."""
    if place.last_day is None or at - place.last_at > _NEAR or sentence_ends(place.text, place.last_at, at):
        return None
    day = place.last_day.date
    return Moment.of(day) if day else None
