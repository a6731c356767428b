"""Heads that count from the date after them: "two weeks from Tuesday", "the night of March 3", "the last weekend of July"."""

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from witnessmark.language.calendar_words import WEEKDAYS
from witnessmark.language.date_patterns import COUNT, MONTH, WEEKDAY
from witnessmark.language.date_resolve import weekend_of
from witnessmark.language.durations import iso_duration, number_of
from witnessmark.language.found import Found, Head, Place
from witnessmark.language.moments import Moment, Stretch, add_days, add_months

_DATED: Final = (
    r"(?:this\s+|last\s+|next\s+|(?:early|late|mid)[ -])?"
    rf"(?:{WEEKDAY}|{MONTH}|\d|[Cc]hristmas|Easter|Thanksgiving|New\s+Year|today|tomorrow)"
)
COUNTED_ON: Final = re.compile(
    rf"(?:(?P<the>the)|{COUNT})[ -](?P<unit>day|week|month|year)s?(?=\s+(?P<dir>from|after|before)\s+{_DATED})",
    re.IGNORECASE,
)
PART_OF: Final = re.compile(
    rf"the\s+(?P<unit>night|morning|evening|afternoon|weekend|week|day)(?=\s+of\s+(?:{WEEKDAY}|{MONTH}|[123]?\d\b))",
    re.IGNORECASE,
)
NTH_OF: Final = re.compile(
    rf"the\s+(?P<nth>first|second|third|fourth|last|final)\s+(?:full\s+)?(?P<unit>weekend|week|day|{WEEKDAY})"
    rf"(?=\s+(?:of|in)\s+(?:last\s+|next\s+|this\s+)?{MONTH})",
    re.IGNORECASE,
)
_NTH: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1}
_ORDINALS: Final = ("first", "second", "third", "fourth")
_BETWEEN: Final = re.compile(r"\s+(?:from|after|before|of|in)\s+(?:the\s+)?")
_DAYS: Final = {"day": 1, "week": 7}
_MONTHS: Final = {"month": 1, "year": 12}


def counted_on(match: re.Match[str], _: Place) -> Found | None:
    """Read "two weeks" of "two weeks from Tuesday"; alone it is a duration."""
    number = 1.0 if match["the"] else number_of(match["count"])
    direction = match["dir"].lower()
    if number is None or number != int(number) or (direction != "from" and not match["the"]):
        return None
    step = int(number) * (-1 if direction == "before" else 1)
    value = iso_duration("one" if match["the"] else match["count"], match["unit"].lower())
    return Found(
        start=match.start(), end=match.end(), type="duration", value=value, precision="unknown",
        head=Head("from" if direction == "from" else "on", match["unit"].lower(), step), vague=bool(match["the"]),
    )  # fmt: skip


def part_of(match: re.Match[str], _: Place) -> Found:
    """Read "the night" of "the night of March 3"."""
    return _waiting(match, Head("of", match["unit"].lower(), 0))


def nth_of(match: re.Match[str], _: Place) -> Found:
    """Read "the last weekend" of "the last weekend of July"."""
    return _waiting(match, Head("nth", match["unit"].lower(), _NTH[match["nth"].lower()]))


def _waiting(match: re.Match[str], head: Head) -> Found:
    """A head that says nothing without the date after it."""
    return Found(start=match.start(), end=match.end(), head=head, vague=True)


def join_head(first: Found, second: Found, gap: str) -> Found | None:
    """Return a head made one with the date after it, or None when they do not belong together."""
    head, moment = first.head, second.moment
    if head is None or moment is None or moment.hour is not None or not _BETWEEN.fullmatch(gap):
        return None
    placed = _of_month(head, moment) if head.way == "nth" else _of_day(head, _coming(head, second, moment))
    if placed is None:
        return None
    whole = replace(second, start=first.start, weekday=None)
    if isinstance(placed, Stretch):
        return replace(whole, moment=None, value=placed.value, timex=placed.timex, precision="estimate")
    return replace(whole, moment=placed, note=placed.note)


def _coming(head: Head, dated: Found, moment: Moment) -> Moment:
    """The weekday that "a week from Tuesday" counts from is the coming one, whatever the tense around it."""
    day = moment.date
    if head.way != "from" or day is None or dated.weekday is None or moment.value >= dated.anchor:
        return moment
    following = add_days(day, _DAYS["week"])
    return Moment.of(following) if following else moment


def _of_day(head: Head, moment: Moment) -> Moment | Stretch | None:
    day = moment.date
    if day is None:
        return None
    if head.way in {"from", "on"}:
        moved = (
            add_days(day, head.step * _DAYS[head.unit])
            if head.unit in _DAYS
            else add_months(day, head.step * _MONTHS[head.unit])
        )
        return Moment.of(moved) if moved else None
    if head.unit == "week":
        return Moment.of_week(day)
    return weekend_of(day) if head.unit == "weekend" else Moment.of(day, note="" if head.unit == "day" else head.unit)


def _of_month(head: Head, moment: Moment) -> Moment | Stretch | None:
    if moment.year is None or moment.month is None or moment.day is not None:
        return None
    first = dt.date(moment.year, moment.month, 1)
    if head.unit == "week":
        return replace(moment, note=f"{'last' if head.step < 0 else _ORDINALS[head.step - 1]} week")
    if head.unit == "day":
        return Moment.of(_nth(first, None, head.step))
    weekday = 5 if head.unit == "weekend" else WEEKDAYS[head.unit.rstrip(".")]
    day = _nth(first, weekday, head.step)
    return weekend_of(day) if head.unit == "weekend" else Moment.of(day)


def _nth(first: dt.date, weekday: int | None, nth: int) -> dt.date:
    """The nth day, or nth such weekday, of the month that begins with `first`; -1 is the last."""
    following = add_months(first, 1) or first
    last = following - dt.timedelta(days=1)
    if weekday is None:
        return last if nth < 0 else first + dt.timedelta(days=nth - 1)
    if nth < 0:
        return last - dt.timedelta(days=(last.weekday() - weekday) % 7)
    return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
