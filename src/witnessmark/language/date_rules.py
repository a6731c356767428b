"""Which patterns are tried where: the first word of an English date expression decides."""

import re
from collections.abc import Callable
from typing import Final

from witnessmark.language import date_patterns as p
from witnessmark.language import dates_relative as rel
from witnessmark.language import dates_seasons as seasons
from witnessmark.language.calendar_words import MONTHS, SEASONS, UNITS, WEEKDAYS
from witnessmark.language.dates_clock import clock, noon
from witnessmark.language.dates_english import month_alone, month_year, weekday, weekdays_every, with_day
from witnessmark.language.dates_numeric import (
    century,
    decade,
    iso,
    nine_eleven,
    short_decade,
    slashed,
    year_alone,
    year_first,
    year_span,
)
from witnessmark.language.found import Found, Place
from witnessmark.language.numbers import ONES, TENS

Builder = Callable[[re.Match[str], Place], Found | None]


_AGO: Final = (p.AGO, rel.ago)
_DIGIT_RULES: Final[tuple[tuple[re.Pattern[str], Builder], ...]] = (
    (p.ISO, iso), (p.ISO_WEEK, iso), (p.YEAR_SPAN, year_span), (p.ISO_MONTH, iso), (p.YEAR_FIRST, year_first),
    (p.SLASHED, slashed), (p.NINE_ELEVEN, nine_eleven), (p.DAY_MONTH, with_day), (p.CLOCK, clock), (p.DECADE, decade),
    (p.CENTURY, century), _AGO, (p.TIMES_A, rel.times_a), (p.YEAR_ALONE, year_alone),
)  # fmt: skip
_MONTH_RULES: Final[tuple[tuple[re.Pattern[str], Builder], ...]] = (
    (p.MONTH_DAY, with_day), (p.MONTH_YEAR, month_year), (p.MONTH_ALONE, month_alone),
)  # fmt: skip
_RELATIVE: Final = ((p.RELATIVE_SPAN, rel.relative_span), (p.RELATIVE, rel.relative))
_EDGE: Final = (p.EDGE_POINT, rel.edge_point)


def _rules() -> dict[str, tuple[tuple[re.Pattern[str], Builder], ...]]:
    """First word of an expression, lower case → what to try there, in this order."""
    rules: dict[str, tuple[tuple[re.Pattern[str], Builder], ...]] = {}
    rules.update(dict.fromkeys(MONTHS, _MONTH_RULES))
    rules.update(dict.fromkeys(WEEKDAYS, ((p.WEEKDAY_ALONE, weekday),)))
    rules.update(
        dict.fromkeys((f"{day}s" for day in WEEKDAYS if day.endswith("day")), ((p.WEEKDAYS_EVERY, weekdays_every),))
    )
    rules.update(
        dict.fromkeys(
            ("last", "next", "this", "past", "coming", "previous", "following", "current", "same", "first"), _RELATIVE
        )
    )
    rules.update(
        dict.fromkeys(("early", "late", "mid", "beginning", "start", "middle", "end", "close", "turn"), (_EDGE,))
    )
    rules.update(dict.fromkeys(("today", "yesterday", "tomorrow", "tonight"), ((p.DEICTIC, rel.deictic),)))
    rules.update(dict.fromkeys(SEASONS, ((p.SEASON_YEAR, seasons.season_year),)))
    counts = [
        *(word for word in (*ONES, *TENS) if word.isascii()),
        "a",
        "an",
        "half",
        "several",
        "few",
        "many",
        "some",
        "numerous",
        "couple",
    ]
    rules.update(dict.fromkeys(counts, (_AGO,)))
    rules.update(dict.fromkeys((f"{unit}s" for unit in UNITS if unit not in {"second", "century"}), (_AGO,)))
    rules.update(dict.fromkeys(("centuries",), (_AGO,)))
    rules.update(dict.fromkeys(("once", "twice"), ((p.TIMES_A, rel.times_a),)))
    rules.update(dict.fromkeys(("every", "each"), ((p.EVERY, rel.every),)))
    rules.update(
        dict.fromkeys(
            ("hourly", "daily", "nightly", "weekly", "monthly", "quarterly", "yearly", "annually"),
            ((p.ADVERB_SET, rel.adverb_set),),
        )
    )
    rules.update(
        dict.fromkeys(
            ("now", "currently", "nowadays", "presently", "recently", "lately"), ((p.VAGUE_NOW, rel.vague_now),)
        )
    )
    rules.update(dict.fromkeys(("noon", "midday", "midnight"), ((p.NOON, noon),)))
    rules["recent"] = (_AGO,)
    rules["the"] = (*_RELATIVE, _EDGE, (p.SHORT_DECADE, short_decade), (p.CENTURY, century), (p.DEICTIC, rel.deictic))
    rules["the"] = (*rules["the"], (p.QUARTER, seasons.quarter), (p.WEEKEND, seasons.weekend))
    rules.update(dict.fromkeys(("q", "second", "third", "fourth"), ((p.QUARTER, seasons.quarter),)))
    rules["first"] = (*_RELATIVE, (p.QUARTER, seasons.quarter))
    rules.update(dict.fromkeys(("christmas", "new"), ((p.HOLIDAY, seasons.holiday),)))
    rules["at"] = ((p.VAGUE_NOW, rel.vague_now),)
    return rules


RULES: Final = _rules()


def try_rules(rules: tuple[tuple[re.Pattern[str], Builder], ...], place: Place, at: int) -> Found | None:
    """Return what the first fitting rule finds at `at`, or None."""
    for pattern, build in rules:
        match = pattern.match(place.text, at)
        if match is not None:
            found = build(match, place)
            if found is not None:
                return found
    return None


def english_at(place: Place, word: str, at: int) -> Found | None:
    """Return the expression that starts with `word` at `at`, or None."""
    if word[0].isdigit():
        return try_rules(_DIGIT_RULES, place, at)
    rules = RULES.get(word.lower())
    return None if rules is None else try_rules(rules, place, at)
