"""A moment of the calendar as exact as its words, and the anchor it is resolved against."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import Final, Self

from witnessmark.evidence.dates import PartialDate, Precision

_ISO: Final = re.compile(
    r"(?P<year>\d{4})(?:-W(?P<week>\d\d)|-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?"
    r"(?:[T ](?P<hour>\d\d):?(?P<minute>\d\d)(?::?\d\d(?:[.,]\d+)?)?\s?(?P<offset>Z|[+-]\d\d:?(?:\d\d)?)?)?"
)
_MONTHS_A_YEAR: Final = 12


@dataclass(frozen=True, kw_only=True, slots=True)
class Moment:
    """Parts of a date, `None` where not said; `offset` is for the value, `zone` is as the text has it."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    week: int | None = None
    hour: int | None = None
    minute: int | None = None
    offset: str = ""
    zone: str = ""
    note: str = ""

    @classmethod
    def of(cls, day: dt.date, *, note: str = "") -> Self:
        """Return the moment of one day."""
        return cls(year=day.year, month=day.month, day=day.day, note=note)

    @classmethod
    def of_week(cls, day: dt.date) -> Self:
        """Return the ISO week that `day` lies in."""
        year, week, _ = day.isocalendar()
        return cls(year=year, week=week)

    @property
    def precision(self) -> Precision:
        """How exact the moment is."""
        if self.hour is not None:
            return "minute"
        if self.day is not None:
            return "day"
        if self.week is not None:
            return "week"
        return "month" if self.month is not None else "year"

    @property
    def date(self) -> dt.date | None:
        """The day, when all three parts are known and there is such a day."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return make_day(self.year, self.month, self.day)

    @property
    def value(self) -> str:
        """ISO 8601, cut to the precision; empty when not even the year is known."""
        clock = "" if self.hour is None else f"T{self.hour:02}:{self.minute or 0:02}{self.offset}"
        if self.year is None:
            return clock
        if self.week is not None:
            return f"{self.year:04}-W{self.week:02}{clock}"
        month = "" if self.month is None else f"-{self.month:02}"
        return f"{self.year:04}{month}" + ("" if self.day is None else f"-{self.day:02}") + clock

    def partial(self) -> PartialDate | None:
        """Return the evidence's form of this moment, or None when nothing is known."""
        if not self.value:
            return None
        return PartialDate(value=self.value, precision=self.precision, zone=self.zone, note=self.note)

    def with_clock(self, clock: "Moment") -> "Moment":
        """Return this day at the time of `clock`."""
        return replace(self, hour=clock.hour, minute=clock.minute, offset=clock.offset, zone=clock.zone)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time that ISO 8601 has no name for: the interval, and the name that TIMEX3 has."""

    value: str
    timex: str


def make_day(year: int, month: int, day: int) -> dt.date | None:
    """Return that day, or None when the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


@dataclass(frozen=True, kw_only=True, slots=True)
class Anchor:
    """The day that relative expressions count from, and which units it is exact enough for."""

    day: dt.date
    precision: str
    value: str
    clock: str = ""

    @property
    def knows_day(self) -> bool:
        """Whether days and weeks may be counted from it."""
        return self.precision == "day"

    @property
    def knows_month(self) -> bool:
        """Whether months may be counted from it."""
        return self.precision in {"day", "month"}


def parse_moment(value: str) -> Moment | None:
    """Return the moment that an ISO 8601 value names (its start, for an interval), or None when it is no such value."""
    match = _ISO.fullmatch(value.partition("/")[0])
    if match is None:
        return None
    parts = {name: int(match[name]) for name in ("year", "month", "day", "week", "hour", "minute") if match[name]}
    offset = (match["offset"] or "").replace("Z", "+00:00")
    moment = Moment(**parts, offset=offset, zone=match["offset"] or "")  # type: ignore[arg-type]
    return moment if _is_possible(moment) else None


def _is_possible(moment: Moment) -> bool:
    if moment.day is not None and moment.date is None:
        return False
    last_hour, last_minute, last_week = 24, 59, 53
    return (
        1 <= (moment.month or 1) <= _MONTHS_A_YEAR
        and 1 <= (moment.week or 1) <= last_week
        and (moment.hour or 0) <= last_hour
        and (moment.minute or 0) <= last_minute
        and (moment.year or 0) >= 1
    )


def make_anchor(anchor: PartialDate | None) -> Anchor | None:
    """Return what relative expressions are counted from, or None when the anchor gives nothing to count from."""
    moment = parse_moment(anchor.value) if anchor else None
    if anchor is None or moment is None or moment.year is None:
        return None
    if moment.week is not None:
        day = dt.date.fromisocalendar(moment.year, min(moment.week, 52), 1)
        return Anchor(day=day, precision="month", value=anchor.value)
    day = dt.date(moment.year, moment.month or 1, moment.day or 1)
    precision = "day" if moment.day else "month" if moment.month else "year"
    return Anchor(day=day, precision=precision, value=moment.value[:10])


def add_months(day: dt.date, count: int) -> dt.date | None:
    """Return the same day `count` months on, or that month's last day; None past the calendar."""
    index = day.year * _MONTHS_A_YEAR + day.month - 1 + count
    year, month = divmod(index, _MONTHS_A_YEAR)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return None
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_days(day: dt.date, count: int) -> dt.date | None:
    """Return the day `count` days on; None past the calendar."""
    try:
        return day + dt.timedelta(days=count)
    except OverflowError:
        return None
