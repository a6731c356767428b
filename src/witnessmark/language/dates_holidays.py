"""Holidays with a date of their own, fixed or counted: Christmas, Thanksgiving, Labor Day, Easter."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Final

from witnessmark.language.date_patterns import YEAR
from witnessmark.language.date_tense import looks_forward
from witnessmark.language.found import Found, Place, found_unit
from witnessmark.language.moments import Moment

HOLIDAY: Final = re.compile(
    r"(?P<holiday>Christmas\s+(?:Eve|Day)|Christmas|New\s+Year[’']s\s+(?:Eve|Day)|Thanksgiving(?:\s+Day)?|"
    r"Independence\s+Day|(?:the\s+)?(?:Fourth\s+of\s+July|July\s+Fourth)|Memorial\s+Day|Labor\s+Day|Columbus\s+Day|"
    r"Veterans\s+Day|Presidents?[’']?s?[’']?\s+Day|Martin\s+Luther\s+King\s+(?:Jr\.\s+)?Day|Halloween|Valentine[’']s\s+Day|"
    r"St\.\s+Patrick[’']s\s+Day|Easter(?:\s+(?:Sunday|Monday))?|Good\s+Friday|Boxing\s+Day|May\s+Day|Earth\s+Day|"
    rf"Groundhog\s+Day)(?![\w-])(?:,?\s+(?P<y>{YEAR}))?(?!\s(?!Eve|Day)[A-Z])"
)
_FIXED: Final = {
    "christmas eve": (12, 24), "christmas": (12, 25), "new year's eve": (12, 31), "new year's": (1, 1),
    "independence": (7, 4), "fourth of july": (7, 4), "july fourth": (7, 4), "veterans": (11, 11), "halloween": (10, 31),
    "valentine's": (2, 14), "st. patrick's": (3, 17), "boxing": (12, 26), "may": (5, 1), "earth": (4, 22),
    "groundhog": (2, 2),
}  # fmt: skip
#: Month, weekday (0 is Monday) and which one of the month; -1 is the last.
_COUNTED: Final = {
    "thanksgiving": (11, 3, 4), "memorial": (5, 0, -1), "labor": (9, 0, 1), "columbus": (10, 0, 2),
    "presidents": (2, 0, 3), "martin luther king": (1, 0, 3),
}  # fmt: skip
_FROM_EASTER: Final = {"easter": 0, "easter sunday": 0, "easter monday": 1, "good friday": -2}


def holiday(match: re.Match[str], place: Place) -> Found | None:
    """Resolve a holiday: of its year, or the nearest in the direction that the words give."""
    day_in = _calendar(match["holiday"])
    if match["y"]:
        moment = Moment.of(day_in(int(match["y"])))
        return Found(start=match.start(), end=match.end(), moment=moment, explicit=True, own_year=True)
    if place.anchor is None or not place.anchor.knows_day:
        return None
    forward = looks_forward(place.text, match.start())
    return found_unit(match, Moment.of(_nearest(day_in, place.anchor.day, forward=forward)), place.anchor)


#: Without a word of the future a holiday so few days ahead is still the coming one.
_SOON: Final = 21


def _nearest(day_in: Callable[[int], dt.date], today: dt.date, *, forward: bool | None) -> dt.date:
    years = (year for year in (today.year - 1, today.year, today.year + 1) if dt.MINYEAR <= year <= dt.MAXYEAR)
    days = [day_in(year) for year in years]
    ahead = next((day for day in days if day >= today), days[-1])
    past = next((day for day in reversed(days) if day <= today), days[0])
    soon = forward is None and (ahead - today).days <= _SOON < (today - past).days
    return ahead if forward or soon else past


def _calendar(words: str) -> Callable[[int], dt.date]:
    """The rule by which a holiday falls on a day of a year."""
    name = re.sub(r"\s+", " ", words.lower().replace("’", "'").removeprefix("the ")).removesuffix(" day")
    name = name.replace("presidents'", "presidents").replace("president's", "presidents").replace(" jr.", "")
    if name in _FROM_EASTER:
        return lambda year: easter(year) + dt.timedelta(days=_FROM_EASTER[name])
    if name in _COUNTED:
        return lambda year: _nth_weekday(year, *_COUNTED[name])
    month, day = _FIXED[name]
    return lambda year: dt.date(year, month, day)


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date:
    if nth < 0:
        last = dt.date(year, month + 1, 1) - dt.timedelta(days=1)
        return last - dt.timedelta(days=(last.weekday() - weekday) % 7)
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> dt.date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous computus, after Meeus, Astronomical Algorithms)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)
