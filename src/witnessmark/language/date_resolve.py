"""Relative dates counted from an anchor: the most recent Thursday, next week, three months ago."""

import datetime as dt
from typing import Final

from witnessmark.language.moments import Anchor, Moment, Stretch, add_days, add_months, make_day

_WEEK: Final = 7
_SATURDAY: Final = 5
_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS: Final = {"day": 1, "night": 1, "week": _WEEK, "weekend": _WEEK, "fortnight": 2 * _WEEK}
#: A day without its year is of this year (AP style); so many days ahead it is last year's, unless the words say otherwise.
_FAR_AHEAD: Final = 150
#: A past tense does not outweigh a date that lies only so few days ahead ("announced a vote on Friday, Sept. 2").
_FEW_DAYS: Final = 60
#: What is to come and lies so many days back is next year's.
_FAR_BACK: Final = 60
#: Larger counts of units are no relative dates.
_MOST_UNITS: Final = 10_000


def resolve_weekday(anchor: Anchor, weekday: int, direction: str) -> Moment | None:
    """Return the day of `weekday` in `direction`: recent, coming, last, next or this (week)."""
    if not anchor.knows_day:
        return None
    ahead = (weekday - anchor.day.weekday()) % _WEEK
    shift = {
        "recent": ahead - _WEEK if ahead else 0,
        "coming": ahead,
        "last": ahead - _WEEK,
        "next": ahead or _WEEK,
        "this": weekday - anchor.day.weekday(),
    }[direction]
    day = add_days(anchor.day, shift)
    return Moment.of(day) if day else None


def resolve_month(anchor: Anchor, month: int, direction: str) -> Moment | None:
    """Return the month in `direction`; `recent` and `coming` may be the anchor's own month."""
    if not anchor.knows_month:
        return Moment(year=anchor.day.year, month=month)
    years = {
        "recent": -(month > anchor.day.month),
        "coming": int(month < anchor.day.month),
        "last": -(month >= anchor.day.month),
        "next": int(month <= anchor.day.month),
        "this": 0,
    }[direction]
    return Moment(year=anchor.day.year + years, month=month)


def resolve_month_day(anchor: Anchor, month: int, day: int, *, forward: bool | None) -> Moment | None:
    """Return the day of that name nearest in the direction that the words give.

    `forward` True: today or later; False: today or earlier; None: this year's, unless it lies far ahead.
    """
    year = anchor.day.year
    this = make_day(year, month, day)
    if this is None:
        leap = next((at for at in range(year, year - _WEEK - 1, -1) if make_day(at, month, day)), None)
        return Moment(year=leap, month=month, day=day) if leap else None
    if not anchor.knows_day:
        return Moment.of(this)
    ahead = (this - anchor.day).days
    if forward is True and ahead < -_FAR_BACK:
        year += 1
    elif (forward is False and ahead > _FEW_DAYS) or (forward is None and ahead > _FAR_AHEAD):
        year -= 1
    shifted = make_day(year, month, day)
    return Moment.of(shifted) if shifted else Moment(year=year, month=month, day=day)


def shift(anchor: Anchor, unit: str, count: int) -> Moment | Stretch | None:
    """Return the unit of time `count` units on from the anchor's own; a stretch where ISO 8601 has no name for it."""
    if unit in _DAYS:
        if not anchor.knows_day:
            return None
        day = add_days(anchor.day, count * _DAYS[unit])
        return None if day is None else _day_unit(day, unit)
    if unit not in _MONTHS or (unit in {"month", "quarter"} and not anchor.knows_month):
        return None
    day = add_months(anchor.day.replace(day=1), count * _MONTHS[unit])
    return None if day is None else _month_unit(day, unit)


def _day_unit(day: dt.date, unit: str) -> Moment | Stretch | None:
    if unit in {"day", "night"}:
        return Moment.of(day, note="night" if unit == "night" else "")
    if unit == "weekend":
        return weekend_of(day)
    return Moment.of_week(day)


def weekend_of(day: dt.date) -> Stretch | None:
    """Return the weekend of the ISO week that `day` lies in; None past the calendar."""
    saturday = add_days(day, _SATURDAY - day.weekday())
    sunday = add_days(saturday, 1) if saturday else None
    return Stretch(f"{saturday}/{sunday}", f"{Moment.of_week(day).value}-WE") if sunday else None


_SEASONS: Final = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}


def season_name(year: int, season: str) -> str:
    """Return the name that TIMEX3 has for a season; a winter bears the year that it begins in."""
    return f"{year:04}-{_SEASONS[season.lower()]}"


def quarter_of(year: int, number: int) -> Stretch:
    """Return a quarter of a calendar year."""
    return Stretch(f"{year:04}-{number * 3 - 2:02}/{year:04}-{number * 3:02}", f"{year:04}-Q{number}")


def half_of(year: int, number: int) -> Stretch:
    """Return a half of a calendar year."""
    return Stretch(f"{year:04}-{number * 6 - 5:02}/{year:04}-{number * 6:02}", f"{year:04}-H{number}")


def _month_unit(day: dt.date, unit: str) -> Moment | Stretch:
    if unit == "month":
        return Moment(year=day.year, month=day.month)
    if unit == "year":
        return Moment(year=day.year)
    if unit == "quarter":
        return quarter_of(day.year, (day.month - 1) // 3 + 1)
    size = 10 if unit == "decade" else 100
    start = day.year // size * size
    return Stretch(f"{start:04}/{start + size - 1:04}", f"{start // size}")


def span_of(anchor: Anchor, unit: str, count: float, *, back: bool) -> str:
    """Return the interval of `count` units that ends at the anchor (starts there, with `back` False), or ""."""
    if count != int(count) or count > _MOST_UNITS:
        return ""
    here, there = shift(anchor, unit, 0), shift(anchor, unit, -int(count) if back else int(count))
    if not isinstance(here, Moment) or not isinstance(there, Moment):
        return _long_span(anchor, unit, int(count), back=back)
    first, last = (there, here) if back else (here, there)
    return f"{first.value}/{last.value}"


def _long_span(anchor: Anchor, unit: str, count: int, *, back: bool) -> str:
    if unit not in {"decade", "century"}:
        return ""
    years = count * _MONTHS[unit] // 12
    this = anchor.day.year
    if not 0 < this - years < this + years <= dt.MAXYEAR:
        return ""
    return f"{this - years:04}/{this:04}" if back else f"{this:04}/{this + years:04}"
