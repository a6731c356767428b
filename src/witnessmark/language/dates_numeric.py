"""Dates in digits: ISO 8601, slashes and dots, years, decades and centuries."""

import re
from typing import Final

from witnessmark.language.found import Found, Place
from witnessmark.language.moments import Moment, make_day, parse_moment

_YEAR_DIGITS: Final = 4
_MONTHS: Final = 12
#: Two digits below this are years of this century.
_PIVOT: Final = 70


def _full_year(word: str, century_of: int = 2000) -> int:
    if len(word) == _YEAR_DIGITS:
        return int(word)
    return century_of + int(word) if int(word) < _PIVOT else century_of - 100 + int(word)


def point(match: re.Match[str], moment: Moment | None, *, anchor: str = "", **more: object) -> Found | None:
    """Return the match as a found point, or None when there is no such moment."""
    if moment is None:
        return None
    return Found(start=match.start(), end=match.end(), moment=moment, anchor=anchor, explicit=not anchor, **more)  # type: ignore[arg-type]


def iso(match: re.Match[str], _: Place) -> Found | None:
    """Read an ISO 8601 date, week, month or date with time."""
    return point(match, parse_moment(match["value"]), own_year=True)


def year_first(match: re.Match[str], _: Place) -> Found | None:
    """Read 2022/8/31."""
    day = make_day(int(match["y"]), int(match["m"]), int(match["d"]))
    return point(match, Moment.of(day) if day else None, own_year=True)


def slashed(match: re.Match[str], place: Place) -> Found | None:
    """Read 31/08/2022; where day and month may be either way round and the text does not tell, the value is both."""
    year, first, second = _full_year(match["y"]), int(match["a"]), int(match["b"])
    as_day_first, as_month_first = make_day(year, second, first), make_day(year, first, second)
    if match["sep"] == "-" and len(match["y"]) < _YEAR_DIGITS:
        return None
    if as_day_first and as_month_first and first != second and match["sep"] != ".":
        order = "day first" if place.day_first else _order(place.text)
        if not order:
            pair = sorted((as_day_first, as_month_first))
            note = "day and month could be either way round"
            return Found(
                start=match.start(), end=match.end(), value=f"{pair[0]}/{pair[1]}", precision="estimate", note=note,
                explicit=True,
            )  # fmt: skip
        day = as_day_first if order == "day first" else as_month_first
        return point(match, Moment.of(day), own_year=True)
    sole = as_day_first or as_month_first
    return point(match, Moment.of(sole) if sole else None, own_year=True)


_ORDER: Final = re.compile(r"(?<!\d)(\d\d?)[/-](\d\d?)[/-](?:\d{4}|\d\d)(?!\d)")


def _order(text: str) -> str:
    """Which way round the text's other numeric dates are, where one of them can only be one way."""
    for found in _ORDER.finditer(text[:20_000]):
        if int(found[1]) > _MONTHS >= int(found[2]):
            return "day first"
        if int(found[2]) > _MONTHS >= int(found[1]):
            return "month first"
    return ""


def decade(match: re.Match[str], _: Place) -> Found:
    """Read "1990s"."""
    year = int(match["y"])
    return _interval(match, year, year + 9, "decade") if year % 100 else _interval(match, year, year + 99, "century")


def short_decade(match: re.Match[str], _: Place) -> Found:
    """Read "the 90s" as those of the twentieth century."""
    year = 1900 + int(match["y"])
    return _interval(match, year, year + 9, match["edge"] or "decade")


def century(match: re.Match[str], _: Place) -> Found:
    """Read "the 20th century"."""
    number = int(match["n"])
    return _interval(match, (number - 1) * 100 + 1, number * 100, "century")


def _interval(match: re.Match[str], first: int, last: int, note: str) -> Found:
    return Found(
        start=match.start(), end=match.end(), value=f"{first:04}/{last:04}", precision="year", note=note, explicit=True,
        own_year=True, timex=f"{first // (10 if last - first < _CENTURY else 100)}",
    )  # fmt: skip


#: Years between the first and the last of a century.
_CENTURY: Final = 99


def year_span(match: re.Match[str], _: Place) -> Found | None:
    """Read "2017–2019" and "2017-19"."""
    first = int(match["y"])
    last = int(match["y2"]) if len(match["y2"]) == _YEAR_DIGITS else first // 100 * 100 + int(match["y2"])
    if not first < last:
        return None
    return Found(
        start=match.start(), end=match.end(), type="range", value=f"{first}/{last}", precision="year", explicit=True,
        every_day=True, own_year=True,
    )  # fmt: skip


#: Before these a year describes what follows it ("the 2016 elections") and counts nothing.
_DETERMINED: Final = re.compile(r"\b(?:the|a|an|its|their|his|her|this|early|late|mid|[A-Z]\w+)[\s-]$")
_NOT_YEAR: Final = re.compile(
    r"(?:\b(?:resolution|bill|no|number|nos|room|flight|route|page|article|paragraph|act|law|highway|box|form|boeing|"
    r"airbus|line|"
    r"than|least|most|some|about|nearly|almost|over|under|up to|as many as)\.?\s|[$€£¥#№+:/]\s?|\d[.,])$",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(r"\s(?:[a-z]+(?:s|people|men|women|children)\b)")
_NOT_COUNTED: Final = frozenset({"was", "has", "is", "as", "its", "his", "this", "does", "says", "us", "when"})


def year_alone(match: re.Match[str], place: Place) -> Found | None:
    """Read four digits as a year unless they count or number something."""
    before = place.text[max(0, match.start() - 12) : match.start()]
    if _NOT_YEAR.search(before):
        return None
    counted = _COUNTED.match(place.text[match.end() : match.end() + 20])
    if counted and counted[0].strip() not in _NOT_COUNTED and not _DETERMINED.search(before):
        return None
    return point(match, Moment(year=int(match["y"])), own_year=True)


def nine_eleven(match: re.Match[str], _: Place) -> Found | None:
    """Read 9/11 as the day it names."""
    return point(match, Moment(year=2001, month=9, day=11), own_year=True)
