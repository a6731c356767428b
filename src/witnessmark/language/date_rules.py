"""Which patterns are tried where: the first word of an English time expression decides."""

import re
from collections.abc import Callable, Iterable
from typing import Final

from witnessmark.language import date_heads as heads
from witnessmark.language import date_patterns as p
from witnessmark.language import dates_counted as counted
from witnessmark.language import dates_numeric as numeric
from witnessmark.language import dates_relative as rel
from witnessmark.language import dates_seasons as seasons
from witnessmark.language import dates_sets as sets
from witnessmark.language import dates_vague as vague
from witnessmark.language.calendar_words import MONTHS, SEASONS, UNITS, WEEKDAYS
from witnessmark.language.dates_clock import clock, noon
from witnessmark.language.dates_english import month_alone, month_of, month_year, weekday, with_day
from witnessmark.language.dates_holidays import HOLIDAY, holiday
from witnessmark.language.found import Found, Place
from witnessmark.language.numbers import ONES, TENS

Rule = tuple[re.Pattern[str], Callable[[re.Match[str], Place], Found | None]]

_AGO: Final = ((heads.COUNTED_ON, heads.counted_on), (p.AGO, counted.ago))
_DIGIT_RULES: Final[tuple[Rule, ...]] = (
    (p.ISO, numeric.iso), (p.ISO_WEEK, numeric.iso), (p.YEAR_SPAN, numeric.year_span), (p.ISO_MONTH, numeric.iso),
    (p.YEAR_FIRST, numeric.year_first), (p.SLASHED, numeric.slashed), (p.NINE_ELEVEN, numeric.nine_eleven),
    (p.DAY_MONTH, with_day), (p.CLOCK, clock), (p.DECADE, numeric.decade), (p.TENS, numeric.short_decade),
    (p.CENTURY, numeric.century),    (seasons.QUARTER, seasons.quarter),
    *_AGO, (sets.TIMES_A, sets.times_a), (p.YEAR_ALONE, numeric.year_alone),
)  # fmt: skip
_MONTH_RULES: Final[tuple[Rule, ...]] = (
    (p.MONTH_DAY, with_day), (p.MONTH_YEAR, month_year), (p.MONTH_OF, month_of), (p.MONTH_ALONE, month_alone),
)  # fmt: skip
_WEEKDAY: Final = (p.WEEKDAY_ALONE, weekday)
_QUARTER: Final = (seasons.QUARTER, seasons.quarter)
_RELATIVE: Final = (
    (p.RELATIVE_SPAN, counted.relative_span),
    (p.ONE_SPAN, counted.one_span),
    (p.RELATIVE, rel.relative),
)
_DEICTIC: Final = (p.DEICTIC, rel.deictic)
_EDGE: Final = (p.EDGE_POINT, rel.edge_point)
_THE: Final[tuple[Rule, ...]] = (
    _DEICTIC, (heads.COUNTED_ON, heads.counted_on), (heads.PART_OF, heads.part_of), (heads.NTH_OF, heads.nth_of),
    (p.AROUND, rel.around), _QUARTER, *_RELATIVE, _EDGE, (p.SHORT_DECADE, numeric.short_decade),
    (p.CENTURY, numeric.century), (seasons.THE_QUARTER, seasons.the_quarter), (seasons.WEEKEND, seasons.weekend),
    (seasons.FISCAL, seasons.fiscal), (HOLIDAY, holiday),
)  # fmt: skip
_COUNTS: Final = (
    *(word for word in (*ONES, *TENS) if word.isascii()), "half", "several", "few", "many", "some", "numerous", "couple",
    "dozens", "hundreds", "thousands", "millions", "billions", "tens",
    *(f"{unit}s" for unit in UNITS if unit not in {"weekend", "century"}), "centuries",
)  # fmt: skip
#: First words of an expression, lower case, and what is tried there, in this order.
_BY_WORDS: Final[tuple[tuple[Iterable[str], tuple[Rule, ...]], ...]] = (
    (MONTHS, _MONTH_RULES),
    (WEEKDAYS, ((sets.WEEKDAYS_EVERY, sets.weekdays_every), _WEEKDAY)),
    (tuple(f"{day}s" for day in WEEKDAYS if day.endswith("day")), ((sets.WEEKDAYS_EVERY, sets.weekdays_every),)),
    (
        (
            "last",
            "next",
            "this",
            "that",
            "past",
            "coming",
            "previous",
            "prior",
            "preceding",
            "latest",
            "subsequent",
            "following",
            "current",
            "same",
        ),
        _RELATIVE,
    ),
    (("early", "earlier", "late", "later", "mid"), (_EDGE, (p.RELATIVE, rel.relative), _DEICTIC, _WEEKDAY)),
    (("beginning", "start", "middle", "end", "close", "turn", "rest", "remainder"), (_EDGE,)),
    (("today", "yesterday", "tomorrow", "tonight"), (_DEICTIC,)),
    (SEASONS, ((seasons.SEASON_YEAR, seasons.season_year),)),
    (_COUNTS, _AGO),
    (("recent",), ((p.RELATIVE_SPAN, counted.relative_span), *_AGO)),
    (("year", "month"), ((seasons.YEAR_END, seasons.year_end), (p.YEAR_AGO, rel.year_ago))),
    (
        ("day", "daylong", "week", "weeklong", "monthlong", "yearlong", "hour", "decade", "month", "year"),
        ((p.LONG, counted.long),),
    ),
    (("quarter", "a"), ((p.QUARTER_CENTURY, counted.quarter_century),)),
    (("a", "an"), ((sets.PER, sets.per_unit), *_AGO)),
    (("once", "twice"), ((sets.TIMES_A, sets.times_a),)),
    (("every", "each"), ((sets.EVERY, sets.every),)),
    (sets.ADVERBS, ((sets.ADVERB_SET, sets.adverb_set),)),
    (("weekends", "weekdays"), ((sets.WEEKENDS, sets.weekends),)),
    (("per",), ((sets.PER, sets.per_unit),)),
    (("noon", "midday", "midnight"), ((p.NOON, noon),)),
    (("q", "second", "third", "fourth"), (_QUARTER,)),
    (("first",), (_QUARTER, *_RELATIVE)),
    (("fiscal",), ((seasons.FISCAL, seasons.fiscal),)),
    (("weekend",), ((seasons.WEEKEND, seasons.weekend),)),
    (("the",), _THE),
)


def _by_word(*tables: tuple[tuple[Iterable[str], tuple[Rule, ...]], ...]) -> dict[str, tuple[Rule, ...]]:
    rules: dict[str, tuple[Rule, ...]] = {}
    for words, tried in (row for table in tables for row in table):
        rules.update((word, rules.get(word, ()) + tried) for word in words)
    return rules


_HOLIDAYS: Final = (
    (
        ("christmas", "new", "thanksgiving", "independence", "fourth", "july", "memorial", "labor", "columbus", "veterans",
         "president", "presidents", "martin", "halloween", "valentine", "st", "easter", "good", "boxing", "may", "earth",
         "groundhog"),
        ((HOLIDAY, holiday),),
    ),
)  # fmt: skip
_PART: Final = (vague.PART, vague.part_of_day)
_REFERENCE: Final = (vague.REFERENCE, vague.reference)
_SEASON: Final = (vague.SEASON, vague.bare_season)
_AGE: Final = ((vague.AGE, vague.age),)
#: What is tried besides where vague expressions are asked for: ages before counts, the others after all else.
_VAGUE_FIRST: Final = ((_COUNTS, _AGE), (("a", "an"), _AGE))
_VAGUE_LAST: Final[tuple[tuple[Iterable[str], tuple[Rule, ...]], ...]] = (
    (
        ("now", "currently", "nowadays", "presently", "recently", "lately", "right", "at", "this", "these", "those", "back",
         "in", "present", "long", "a", "near", "foreseeable"),
        (_REFERENCE,),
    ),
    (("morning", "afternoon", "evening", "mornings", "afternoons", "evenings", "nights", "overnight"), (_PART,)),
    (("mid", "midmorning", "midafternoon"), (_PART,)),
    (SEASONS, (_SEASON,)),
    (("the",), (_REFERENCE, _PART, _SEASON, (seasons.THE_UNIT, seasons.the_unit))),
)  # fmt: skip
RULES: Final = _by_word(_HOLIDAYS, _BY_WORDS)
VAGUE_RULES: Final = _by_word(_VAGUE_FIRST, _HOLIDAYS, _BY_WORDS, _VAGUE_LAST)
_VAGUE_DIGITS: Final = (*_AGE, *_DIGIT_RULES)


def try_rules(rules: tuple[Rule, ...], place: Place, at: int) -> Found | None:
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
        return try_rules(_VAGUE_DIGITS if place.vague else _DIGIT_RULES, place, at)
    rules = (VAGUE_RULES if place.vague else RULES).get(word.lower())
    return None if rules is None else try_rules(rules, place, at)
