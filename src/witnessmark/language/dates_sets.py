"""Sets of times: "every Thursday", "twice a day", "daily", "weekends"."""

import re
from dataclasses import replace
from typing import Final

from witnessmark.language.calendar_words import MONTHS, WEEKDAYS
from witnessmark.language.date_patterns import MONTH, SMALL, UNIT, WEEKDAY
from witnessmark.language.durations import iso_duration
from witnessmark.language.found import Found, Place, unresolved

EVERY: Final = re.compile(
    rf"(?:every|each)\s+(?:single\s+)?(?:(?P<other>other)\s+|(?:few|couple\s+of)\s+(?P<few>(?=\w)))?"
    rf"(?:(?P<count>{SMALL}|\d+)\s+)?"
    rf"(?:(?P<unit>{UNIT})s?\b|(?P<w>{WEEKDAY})(?:\s+(?P<wpart>morning|afternoon|evening|night)\b)?|"
    rf"(?P<part>morning|afternoon|evening)\b|(?P<season>spring|summer|autumn|fall|winter)\b|(?P<m>{MONTH}))",
    re.IGNORECASE,
)
TIMES_A: Final = re.compile(
    rf"(?:once|twice|(?:{SMALL}|\d+|several|many)\s+times)\s+(?:an?|per|every|each)\s+(?:(?P<count>{SMALL}|\d+)\s+)?"
    rf"(?P<unit>{UNIT})s?\b",
    re.IGNORECASE,
)
PER: Final = re.compile(
    rf"(?P<per>per|an?)\s+(?P<unit>{UNIT})\b(?!-)(?!\s+(?:ago|earlier|later|before|after|or|and|from|old|of)\b)"
)
ADVERB_SET: Final = re.compile(
    r"(?P<how>hourly|daily|nightly|weekly|monthly|quarterly|yearly|annually|annual)\b", re.IGNORECASE
)
WEEKENDS: Final = re.compile(r"(?P<which>weekends|weekdays)\b", re.IGNORECASE)
WEEKDAYS_EVERY: Final = re.compile(
    r"(?P<w>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:s|\s+(?P<part>morning|afternoon|evening|night)s)\b"
)
_SEASONS: Final = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_PARTS: Final = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
#: A speed is no set of times (TIDES 2005 §3.2).
_SPEED: Final = re.compile(r"\b(?:miles|kilomet(?:er|re)s|km|k|m|feet|met(?:er|re)s|knots)\s+$")
#: What is so often in a unit of time: "1,200 flights a day", "3 percent a year", "10 million a week".
_RATED: Final = re.compile(
    r"(?:\d|\b(?:percent|times|people|million|billion|thousand|hundred|once|twice|"
    r"(?!was|is|has|does|takes|lasts|lets|spends|as|its|this|plus|less)[a-z]{2,}s|"
    r"barrels|much|more|cents))\s+$"
)


def every(match: re.Match[str], _: Place) -> Found:
    """Return the set "every Thursday", "every two years"."""
    unit = (match["unit"] or "").lower()
    if not unit or unit == "weekend":
        return unresolved(match, f"XXXX-{_which(match)}", type_="set")
    count = "few" if match["few"] is not None else "two" if match["other"] else match["count"] or "one"
    return unresolved(match, iso_duration(count, unit), type_="set")


def _which(match: re.Match[str]) -> str:
    """Which time of each year, month, week or day it is, as TIMEX3 writes it after the year."""
    if match["m"]:
        return f"{MONTHS[match['m'].lower().rstrip('.')]:02}"
    if match["season"]:
        return _SEASONS[match["season"].lower()]
    if match["part"]:
        return f"XX-XX{_PARTS[match['part'].lower()]}"
    if match["unit"]:
        return "WXX-WE"
    return f"WXX-{WEEKDAYS[match['w'].lower().rstrip('.')] + 1}{_PARTS.get((match['wpart'] or '').lower(), '')}"


def times_a(match: re.Match[str], _: Place) -> Found:
    """Return the set "once a day", "three times every two years"."""
    return unresolved(match, iso_duration(match["count"] or "one", match["unit"].lower()), type_="set")


def per_unit(match: re.Match[str], place: Place) -> Found | None:
    """Return the set "a day" of "1,200 flights a day"; elsewhere "a day" is a duration."""
    if _SPEED.search(place.text, max(0, match.start() - 14), match.start()):
        return None
    if match["per"] != "per" and not _RATED.search(place.text, max(0, match.start() - 20), match.start()):
        return None
    return unresolved(match, iso_duration("one", match["unit"].lower()), type_="set")


#: A capital on both words makes a name of them ("Washington Monthly").
_NAMED: Final = re.compile(r"\b[A-Z][\w’']*\s+$")
#: Adverbs and adjectives of how often.
ADVERBS: Final = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P3M",
    "yearly": "P1Y", "annually": "P1Y", "annual": "P1Y",
}  # fmt: skip


def adverb_set(match: re.Match[str], place: Place) -> Found | None:
    """Return the set "daily"; not in the name of a paper ("Daily Mail")."""
    named = re.match(r"\s+[A-Z]", place.text[match.end() : match.end() + 4]) or _NAMED.search(
        place.text, max(0, match.start() - 30), match.start()
    )
    if match["how"][0].isupper() and named:
        return None
    how = match["how"].lower()
    # "the annual report" tells a reader of dates nothing
    return replace(unresolved(match, ADVERBS[how], type_="set"), vague=how == "annual")


def weekends(match: re.Match[str], _: Place) -> Found:
    """Return the set "weekends" or "weekdays"."""
    return unresolved(match, "XXXX-WXX-WE" if match["which"].lower() == "weekends" else "XXXX-WXX-WD", type_="set")


def weekdays_every(match: re.Match[str], _: Place) -> Found:
    """Read "Thursdays" and "Saturday nights" as a set."""
    index = WEEKDAYS[match["w"].lower() + "day"]
    value = f"XXXX-WXX-{index + 1}{_PARTS.get(match['part'] or '', '')}"
    return Found(start=match.start(), end=match.end(), type="set", value=value, explicit=True)
