"""Seasons, quarters, halves of a year and weekends."""

import re
from dataclasses import replace
from typing import Final

from witnessmark.language.date_patterns import YEAR
from witnessmark.language.date_resolve import half_of, quarter_of, season_name, shift
from witnessmark.language.date_tense import looks_forward
from witnessmark.language.found import Found, Place, found_unit, unresolved
from witnessmark.language.moments import Anchor, Stretch

SEASON_YEAR: Final = re.compile(
    rf"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?:\s+of|,)?\s+(?P<y>{YEAR})(?:[-–/](?:\d\d)?\d\d\b)?"
)
QUARTER: Final = re.compile(
    rf"(?:(?i:the\s+)?(?P<ordinal>(?i:first|second|third|fourth|1st|2nd|3rd|4th))[ -](?P<part>(?i:quarter|half))|Q(?P<q>[1-4]))"
    rf"(?![\w’'])(?!\s+(?:century|hour|of\s+(?!(?:{YEAR}|the\s+(?:fiscal\s+)?year|(?:this|last|next)\s+year|fiscal)\b)))"
    rf"(?:(?:,|\s+of)?\s+(?:(?:the\s+)?(?:fiscal\s+)?(?:year\s+)?(?P<y>{YEAR})"
    r"|(?P<rel>(?:the|this|last|next)\s+(?:fiscal\s+)?year)\b))?"
)
FISCAL: Final = re.compile(rf"(?:the\s+)?fiscal\s+(?:year\s+)?(?P<y>{YEAR})(?:[-–/]\d\d\b)?", re.IGNORECASE)
THE_QUARTER: Final = re.compile(r"the\s+quarter\b(?!\s+(?:of|century|mile|final))", re.IGNORECASE)
THE_UNIT: Final = re.compile(
    r"the\s+(?P<unit>week|month|year)"
    r"(?=[’']s\b|\W*[.,;:–—]|\s+(?:to|in|from|as|by|and|on|at|ended|ending|through|was|were|rose|fell|grew|dropped)\b)",
    re.IGNORECASE,
)
YEAR_END: Final = re.compile(r"(?P<unit>year|month)(?:[’']s\s+|-)end\b", re.IGNORECASE)
WEEKEND: Final = re.compile(r"(?:(?P<the>the)\s+)?weekend\b", re.IGNORECASE)
_SEASON_MONTHS: Final = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}


def season_by_step(match: re.Match[str], anchor: Anchor, step: int) -> Found:
    """Return the season so many years on from the one that is or was last."""
    first, _ = _SEASON_MONTHS[match["season"]]
    year = anchor.day.year
    if step:
        ahead = first > anchor.day.month
        year += (max(0, step)) * (not ahead) + (min(0, step)) * ahead
        year -= step < 0 and first <= anchor.day.month <= first + 2
    return season(match, match["season"], year, anchor.value)


def season(match: re.Match[str], name: str, year: int, anchor: str = "") -> Found:
    """Return a season of a year as its (northern) months, told as a season."""
    first, last = _SEASON_MONTHS[name.lower()]
    last_year = year + (last < first)
    return Found(
        start=match.start(), end=match.end(), value=f"{year:04}-{first:02}/{last_year:04}-{last:02}",
        precision="season", note=name.lower(), anchor=anchor, explicit=not anchor, own_year=not anchor,
        timex=season_name(year, name),
    )  # fmt: skip


def season_year(match: re.Match[str], _: Place) -> Found:
    """Resolve "summer 2017" and "winter of 2003-04"."""
    return season(match, match["season"], int(match["y"]))


_ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_YEAR_STEPS: Final = {"last": -1, "next": 1}


def quarter(match: re.Match[str], place: Place) -> Found | None:
    """Resolve "the third quarter of 2012", "Q3" and "the first half"; without a year it is the latest that has begun."""
    number = int(match["q"]) if match["q"] else _ORDINALS[match["ordinal"].lower()]
    halves = (match["part"] or "").lower() == "half"
    size = _HALF if halves else _QUARTER
    if number * size > _MONTHS_A_YEAR or (match["y"] is None and place.anchor is None):
        return None
    if halves and not (match["y"] or match["rel"] or _EARNED.match(place.text, match.end())):
        return None
    year = int(match["y"]) if match["y"] else _year_of_part(match, place, number * size - size + 1)
    part = half_of(year, number) if halves else quarter_of(year, number)
    return _part_of_year(match, part, "" if match["y"] or place.anchor is None else place.anchor.value)


_QUARTER, _HALF, _MONTHS_A_YEAR = 3, 6, 12
#: Halves without a year are those of a match, unless money is earned in them.
_EARNED: Final = re.compile(
    r"\s+(?:net\s+|operating\s+|pretax\s+)?(?:profits?|earnings|results|sales|revenues?|loss|income|growth)\b"
)


def _year_of_part(match: re.Match[str], place: Place, first_month: int) -> int:
    anchor = place.anchor
    if anchor is None:
        return 0
    if match["rel"] and not match["rel"].lower().startswith("the"):
        return anchor.day.year + _YEAR_STEPS.get(match["rel"].split()[0].lower(), 0)
    begun = first_month <= anchor.day.month
    return anchor.day.year - (not begun and not looks_forward(place.text, match.start()))


def _part_of_year(match: re.Match[str], part: Stretch, anchor: str) -> Found:
    return Found(
        start=match.start(), end=match.end(), value=part.value, precision="estimate", anchor=anchor, explicit=not anchor,
        own_year=not anchor, timex=part.timex,
    )  # fmt: skip


def the_quarter(match: re.Match[str], place: Place) -> Found | None:
    """Resolve "the quarter" of a report on earnings: the latest one that has ended."""
    ended = shift(place.anchor, "quarter", -1) if place.anchor else None
    if not isinstance(ended, Stretch) or place.anchor is None:
        return None
    return found_unit(match, ended, place.anchor)


_REPORTED: Final = re.compile(r"\b(?:for|during|in|over|of)\s+$", re.IGNORECASE)


def the_unit(match: re.Match[str], place: Place) -> Found | None:
    """Resolve "for the year" and "in the month" of a report: the year or week that runs, the month that ended."""
    if place.anchor is None or not _REPORTED.search(place.text, max(0, match.start() - 8), match.start()):
        return None
    unit = match["unit"].lower()
    found = found_unit(match, shift(place.anchor, unit, -(unit == "month")), place.anchor)
    return replace(found, vague=True) if found else None


def fiscal(match: re.Match[str], _: Place) -> Found:
    """Read "fiscal 2013" as that year; when it begins, no newspaper says."""
    year = match["y"]
    return Found(
        start=match.start(), end=match.end(), value=year, precision="estimate", note="fiscal year", explicit=True,
        own_year=True,
    )  # fmt: skip


#: Until this month the news reports on the year that has ended.
_REPORTED_UNTIL: Final = 3


def year_end(match: re.Match[str], place: Place) -> Found | None:
    """Resolve "year-end" and "by month's end": the coming one, but early in a year the one just gone."""
    if place.anchor is None:
        return None
    gone = match["unit"].lower() == "year" and place.anchor.day.month <= _REPORTED_UNTIL
    back = gone and not looks_forward(place.text, match.start())
    return found_unit(match, shift(place.anchor, match["unit"].lower(), -back), place.anchor, note="end")


def weekend(match: re.Match[str], place: Place) -> Found | None:
    """Resolve "the weekend" to the one nearest in the direction that the words give."""
    if not match["the"] and not place.vague:
        return None
    if place.anchor is None:
        return unresolved(match, "")
    saturday = 5
    ahead = looks_forward(place.text, match.start()) or place.anchor.day.weekday() >= saturday
    return found_unit(match, shift(place.anchor, "weekend", 0 if ahead else -1), place.anchor)
