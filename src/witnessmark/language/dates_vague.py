"""Time expressions that name no date: references ("recently"), ages, bare parts of the day and seasons."""

import re
from typing import Final

from witnessmark.language.date_patterns import COUNT
from witnessmark.language.date_resolve import season_name, shift
from witnessmark.language.date_tense import looks_forward
from witnessmark.language.durations import iso_duration
from witnessmark.language.found import Found, Place, near_day
from witnessmark.language.moments import Moment

_PRESENT: Final = (
    r"now|currently|nowadays|presently|right\s+now|at\s+present|these\s+days|"
    r"(?:at\s+)?this\s+(?:moment|point\s+in\s+time)|"
    r"(?:the\s+)?present(?:\s+day|\s+time)?(?=\W*(?:$|[,.;:)”\"]))"
)
#: "The past" is one only alone: "the past week" is a length of time, "the past president" a man.
_PAST: Final = (
    r"recently|lately|back\s+then|(?:in\s+)?those\s+days|(?:not\s+)?(?:so\s+)?long\s+ago|a\s+long\s+time\s+ago|"
    r"the\s+(?:recent\s+|distant\s+)?past(?!\s+(?:few\b|the\b|(?:\w+\s+)?"
    r"(?:second|minute|hour|day|week|weekend|month|quarter|year|decade|centur)))"
)
_FUTURE: Final = (
    r"the\s+future|(?:the\s+)?(?:near|foreseeable|distant|immediate|not-too-distant)\s+future|"
    r"the\s+coming\s+(?:days|weeks|months|years|decades)"
)
REFERENCE: Final = re.compile(rf"(?:(?P<present>{_PRESENT})|(?P<past>{_PAST})|(?P<future>{_FUTURE}))\b", re.IGNORECASE)
AGE: Final = re.compile(
    rf"{COUNT}[ -](?P<unit>year|month|week|day|decade)s?(?P<join>[ -])old(?P<plural>s)?\b", re.IGNORECASE
)
PART: Final = re.compile(
    r"(?:the\s+)?(?P<half>mid-?|late\s+|early\s+)?(?P<part>morning|afternoon|evening)(?P<plural>s)?\b|(?P<over>overnight)\b|"
    r"(?P<nights>nights)\b",
    re.IGNORECASE,
)
SEASON: Final = re.compile(
    r"(?:(?P<the>the)\s+)?(?P<season>spring|summer|autumn|fall|winter)(?P<plural>s)?\b(?!\s+(?:[A-Z]|(?:of\s+)?\d{4}))"
)
_LED_PART: Final = re.compile(r"\b(?:in|by|during|until|till|through|since|of|early|this|late|all)\s+$", re.IGNORECASE)
_LED_SEASON: Final = re.compile(
    r"\b(?:in|by|during|until|since|of|through|annual|over|before|after|every|late|early)\s+$", re.IGNORECASE
)
_CODES: Final = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}


def reference(match: re.Match[str], _: Place) -> Found:
    """Read a reference to the present, the past or the future (TimeML 1.2.1 §2.2)."""
    return _vague(match, "PRESENT_REF" if match["present"] else "PAST_REF" if match["past"] else "FUTURE_REF")


def _vague(match: re.Match[str], value: str) -> Found:
    return Found(start=match.start(), end=match.end(), value=value, timex=value, precision="unknown", vague=True)


def age(match: re.Match[str], _: Place) -> Found:
    """Read "34-year-old" and "seven years old" as the length that TimeML takes an age for."""
    value = iso_duration(match["count"], match["unit"].lower())
    return Found(
        start=match.start(), end=match.end(), type="duration", value=value, timex=value, precision="unknown", vague=True
    )


def part_of_day(match: re.Match[str], place: Place) -> Found | None:
    """Read "by evening", "overnight" and "midafternoon" as a part of the day last named."""
    word = (match["part"] or match["over"] or match["nights"]).lower()
    code = _CODES.get(word, "NI")
    if match["nights"] or match["plural"]:
        value = f"XXXX-XX-XXT{code}"
        return Found(start=match.start(), end=match.end(), type="set", value=value, timex=value, vague=True)
    led = _LED_PART.search(place.text, max(0, match.start() - 10), match.start())
    if place.anchor is None or not (led or match["half"] or match["over"] or match[0].lower().startswith("the ")):
        return None
    day = _day_of(place, match.start())
    return _vague(match, f"{day}T{code}") if day else None


def _day_of(place: Place, at: int) -> str:
    today = near_day(place, at) or (place.anchor and shift(place.anchor, "day", 0))
    return today.value if isinstance(today, Moment) else ""


def bare_season(match: re.Match[str], place: Place) -> Found | None:
    """Read "the summer" as the season of that name nearest in the direction that the words give."""
    word, anchor = match["season"], place.anchor
    led = _LED_SEASON.search(place.text, max(0, match.start() - 10), match.start())
    if anchor is None or not (match["the"] or led) or (word in {"spring", "fall"} and not match["the"] and not led):
        return None
    if match["plural"]:
        return _vague(match, season_name(0, word).replace("0000", "XXXX"))
    ahead = looks_forward(place.text, match.start())
    first = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[word]
    year = anchor.day.year - (first > anchor.day.month and not ahead)
    return _vague(match, season_name(year, word))
