"""Seasons, quarters, weekends and holidays of a fixed date."""

import re
from typing import Final

from witnessmark.language.date_resolve import resolve_month_day, shift
from witnessmark.language.found import Found, Place, found_unit, looks_forward, unresolved
from witnessmark.language.moments import Anchor, Moment

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
        precision="season",
        note=name.lower(), anchor=anchor, explicit=not anchor, own_year=not anchor,
    )  # fmt: skip


def season_year(match: re.Match[str], _: Place) -> Found:
    """Resolve "summer 2017"."""
    return season(match, match["season"], int(match["y"]))


_ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def quarter(match: re.Match[str], place: Place) -> Found | None:
    """Resolve "the third quarter of 2012" and "Q3 2012"; without a year it is the most recent one that has ended."""
    number = int(match["q"]) if match["q"] else _ORDINALS[match["ordinal"].lower()]
    if match["y"] is None and place.anchor is None:
        return None
    year = int(match["y"]) if match["y"] else place.anchor.day.year if place.anchor else 0
    anchor = "" if match["y"] or place.anchor is None else place.anchor.value
    if anchor and place.anchor and number * 3 >= place.anchor.day.month:
        year -= 1
    return Found(
        start=match.start(), end=match.end(), value=f"{year:04}-{number * 3 - 2:02}/{year:04}-{number * 3:02}",
        precision="estimate", anchor=anchor, explicit=not anchor, own_year=not anchor,
    )  # fmt: skip


def weekend(match: re.Match[str], place: Place) -> Found | None:
    """Resolve "the weekend" to the one nearest in the direction that the words give."""
    if place.anchor is None:
        return unresolved(match, "")
    saturday = 5
    ahead = looks_forward(place.text, match.start()) or place.anchor.day.weekday() >= saturday
    return found_unit(match, shift(place.anchor, "weekend", 0 if ahead else -1), place.anchor)


_HOLIDAYS: Final = {
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
}


def holiday(match: re.Match[str], place: Place) -> Found | None:
    """Resolve a holiday that has the same date everywhere and every year."""
    name = re.sub(r"\s+", " ", match["holiday"].lower().replace("’", "'")).removesuffix(" day")
    month, day = _HOLIDAYS.get(name) or _HOLIDAYS[f"{name} day"]
    if match["y"]:
        moment = Moment(year=int(match["y"]), month=month, day=day)
        return Found(start=match.start(), end=match.end(), moment=moment, explicit=True, own_year=True)
    if place.anchor is None:
        return None
    forward = looks_forward(place.text, match.start())
    return found_unit(match, resolve_month_day(place.anchor, month, day, forward=forward), place.anchor)
