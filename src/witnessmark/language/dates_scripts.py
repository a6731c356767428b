"""Dates in numerals and month names of Chinese, Arabic, Persian, Russian, Uyghur and Turkish."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from witnessmark.language.calendar_words import (
    MONTHS_AR,
    MONTHS_FA,
    MONTHS_RU,
    MONTHS_TR,
    WEEKDAYS_AR,
    WEEKDAYS_RU,
    WEEKDAYS_UG,
    WEEKDAYS_ZH,
)
from witnessmark.language.date_resolve import resolve_month_day
from witnessmark.language.dates_scripts_relative import find_relative
from witnessmark.language.found import Found, Place
from witnessmark.language.moments import Moment, make_day
from witnessmark.language.numbers import DIGITS, parse_number

_MONTHS: Final = 12
_D: Final = "[0-9٠-٩۰-۹０-９]"


def _any(words: dict[str, int]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


_ZH_NUMBER: Final = "[0-9０-９〇零一二三四五六七八九十两]"
_ZH: Final = re.compile(
    rf"(?:(?P<y>{_ZH_NUMBER}{{4}})\s?年)?\s?(?P<m>{_ZH_NUMBER}{{1,3}})\s?月\s?(?:(?P<d>{_ZH_NUMBER}{{1,3}})\s?[日号]"
    rf"(?:\s?[至到~–—-]\s?(?P<to>{_ZH_NUMBER}{{1,3}})\s?[日号])?)?"
    rf"(?:\s?[（(]?(?:星期|周|礼拜)(?P<w>[一二三四五六日天]))?|(?P<y2>{_ZH_NUMBER}{{4}})\s?年(?!代)"
)
_AR: Final = re.compile(
    rf"(?:(?:يوم\s+)?(?P<w>{_any(WEEKDAYS_AR)})\s*[،,]?\s*)?(?P<d>{_D}{{1,2}})\s+(?:من\s+)?(?:شهر\s+)?(?P<m>{_any(MONTHS_AR)})"
    rf"(?:\s*/\s*(?:{_any(MONTHS_AR)}))?(?!\w)(?:[\s،,]+(?:من\s+)?(?:عام\s+|سنة\s+)?(?P<y>{_D}{{4}}))?"
    rf"|(?P<m2>{_any(MONTHS_AR)})(?:\s*/\s*(?:{_any(MONTHS_AR)}))?\s*[،,]?\s+(?:عام\s+|"
    rf"سنة\s+)?(?P<y2>{_D}{{4}})(?!{_D})"
    rf"|(?:عام|سنة)\s+(?P<y3>{_D}{{4}})(?!{_D})"
)
_FA: Final = re.compile(rf"(?P<d>{_D}{{1,2}})\s+(?P<m>{_any(MONTHS_FA)})(?!\w)(?:\s+(?:سال\s+)?(?P<y>{_D}{{4}}))?")
_RU: Final = re.compile(
    rf"(?:(?P<w>{_any(WEEKDAYS_RU)})[а-я]{{0,2}},?\s+)?\b(?P<d>\d{{1,2}})(?:-го)?\s+(?P<m>{_any(MONTHS_RU)})(?:[а-я]{{1,3}}|\.)"
    r"(?:\s+(?P<y>\d{4})(?:\s?(?:года|году|г\.))?)?(?!\w)"
    rf"|\b(?P<m2>{_any(MONTHS_RU)})(?:[а-я]{{1,3}}|\.)?\s+(?P<y2>\d{{4}})(?:\s?(?:года|году|г\.))?(?!\w)"
    r"|\b(?P<y3>(?:1[5-9]|2[01])\d\d)(?:-м|-го)?\s?(?:года|году|год|г\.)(?!\w)",
    re.IGNORECASE,
)
_UG: Final = re.compile(
    rf"(?:(?P<y>{_D}{{4}})\s*[-–]?\s*يىل(?:ى|نىڭ|لىق)?\s*[،,]?\s*)?(?P<m>{_D}{{1,2}})\s*[-–]?\s*ئاي(?:نىڭ|دا|دىكى|"
    rf"دىن|غىچە)?"
    rf"(?:\s*(?P<d>{_D}{{1,2}})\s*[-–]?\s*كۈن(?:ى|ىدىكى|ىدىن|ىگىچە|ىنىڭ|"
    rf"دە)?)?(?:\s*[،,]?\s*(?P<w>{_any(WEEKDAYS_UG)})(?:\s+كۈنى)?)?(?!\w)"
    rf"|(?P<y2>{_D}{{4}})\s*[-–]\s*يىل(?:ى|نىڭ|لىق|دا|دىن)?(?!\w)"
)
_TR: Final = re.compile(
    rf"\b(?P<d>\d{{1,2}})\s+(?P<m>{_any(MONTHS_TR)})(?:['’]?\w{{0,4}})?(?:\s+(?P<y>\d{{4}}))?(?!\d)"
    rf"|\b(?P<m2>{_any(MONTHS_TR)})\s+(?P<y2>\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_NUMERIC: Final = re.compile(
    rf"(?P<d>{_D}{{1,2}})[/.\-](?P<m>{_D}{{1,2}})[/.\-](?P<y>{_D}{{4}})(?!{_D})|"
    rf"(?P<y2>[٠-٩۰-۹]{{4}})[/\-](?P<m2>[٠-٩۰-۹]{{1,2}})[/\-](?P<d2>[٠-٩۰-۹]{{1,2}})(?![٠-٩۰-۹])"
)


def _table(words: dict[str, int]) -> Callable[[str], int]:
    return lambda word: words[re.sub(r"\s+", " ", word.lower())]


def _number(word: str) -> int:
    return int(parse_number(word.translate(DIGITS)) or 0)


#: Pattern, how its month word reads, how its weekday word reads.
_SCRIPTS: Final[tuple[tuple[str, re.Pattern[str], Callable[[str], int], dict[str, int]], ...]] = (
    ("[月年]", _ZH, _number, WEEKDAYS_ZH),
    ("ئاي|يىل", _UG, _number, WEEKDAYS_UG),
    ("[\u0600-\u06ff]", _AR, _table(MONTHS_AR), WEEKDAYS_AR),
    ("[\u0600-\u06ff]", _FA, _table(MONTHS_FA), {}),
    ("[\u0400-\u04ff]", _RU, _table(MONTHS_RU), WEEKDAYS_RU),
    ("[ğışŞ]|[Oo]cak|[Mm]art|[Nn]isan|[Hh]aziran|[Tt]emmuz|[Ee]yl|[Ee]kim", _TR, _table(MONTHS_TR), {}),
    ("[٠-٩۰-۹]", _NUMERIC, _number, {}),
)


def find_by_script(place: Place) -> list[Found]:
    """Return dates of all the scripts read here, in no order; two readings of one place may overlap."""
    found = list(find_relative(place))
    for needed, pattern, month_of, weekdays in _SCRIPTS:
        if not re.search(needed, place.text):
            continue
        for match in pattern.finditer(place.text):
            one = _built(match, place, month_of, weekdays)
            if one is not None:
                found.append(one)
    return found


def _built(
    match: re.Match[str], place: Place, month_of: Callable[[str], int], weekdays: dict[str, int]
) -> Found | None:
    groups = match.groupdict()
    year_word = groups.get("y") or groups.get("y2") or groups.get("y3")
    month_word = groups.get("m") or groups.get("m2")
    day_word, weekday = groups.get("d") or groups.get("d2"), groups.get("w")
    year = _number(year_word) if year_word else None
    month = month_of(month_word) if month_word else None
    moment, anchor = _moment(place, year, month, _number(day_word) if day_word else None)
    if moment is None:
        return None
    if groups.get("to"):
        return _days(match, moment, _number(groups["to"]), anchor)
    return Found(
        start=match.start(), end=match.end(), moment=moment, anchor=anchor, explicit=not anchor,
        own_year=year is not None,
        weekday=weekdays[weekday.lower()] if weekday else None,
    )  # fmt: skip


def _days(match: re.Match[str], first: Moment, last_day: int, anchor: str) -> Found | None:
    """Days of one month, from the first to the last."""
    last = replace(first, day=last_day)
    if not first.value or last.date is None or last_day <= (first.day or 0):
        return None
    value = f"{first.value}/{last.value}"
    return Found(
        start=match.start(),
        end=match.end(),
        type="range",
        value=value,
        anchor=anchor,
        explicit=not anchor,
        every_day=True,
    )


def _moment(place: Place, year: int | None, month: int | None, day: int | None) -> tuple[Moment | None, str]:
    if month is not None and not 1 <= month <= _MONTHS:
        return None, ""
    if year is not None:
        possible = year > 0 and (day is None or month is None or make_day(year, month, day) is not None)
        return (Moment(year=year, month=month, day=day) if possible else None), ""
    if month is None:
        return None, ""
    if place.anchor is None:
        return Moment(month=month, day=day), ""
    if day is None:
        from_year = place.anchor.day.year - (month > place.anchor.day.month)
        return Moment(year=from_year, month=month), place.anchor.value
    return resolve_month_day(place.anchor, month, day, forward=None), place.anchor.value
