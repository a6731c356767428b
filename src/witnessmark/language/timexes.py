"""Time expressions as TIMEX3 has them (TimeML 1.2.1, as in TempEval): dates, times, durations, sets, references."""

import re
from dataclasses import dataclass
from typing import Final, Literal

from witnessmark.evidence.dates import PartialDate
from witnessmark.language.date_find import find_expressions
from witnessmark.language.date_join import join
from witnessmark.language.found import Found, Place
from witnessmark.language.moments import Moment, make_anchor

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
#: Parts of the day as TIMEX3 writes them after a day.
_PARTS: Final = {
    "morning": "TMO", "midday": "TMI", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "overnight": "TNI",
}  # fmt: skip
_THE: Final = re.compile(r"\b[Tt]he\s+$")
#: TimeML takes these into the extent of a length of time.
_ABOUT: Final = re.compile(
    r"\b(?:about|around|nearly|almost|roughly|(?:more|less) than|at least|up to|over)\s+$", re.IGNORECASE
)
_OFFSET: Final = re.compile(r"(?<=T\d\d:\d\d)[+-]\d\d:\d\d$")


@dataclass(frozen=True, kw_only=True, slots=True)
class Timex:
    """One time expression: offsets in code points, its words, TIMEX3 type and value."""

    start: int
    end: int
    words: str
    type: TimexType
    value: str


def find_timexes(text: str, *, anchor: PartialDate | None, language: str = "en", base: int = 0) -> list[Timex]:
    """Return every time expression of `text` in order, with values counted from `anchor`.

    More is found than by `find_dates`: vague references (PAST_REF, PRESENT_REF, FUTURE_REF) and ages ("34-year-old" is
    P34Y) are here, and both ends of a range stand for themselves, as TimeML has them. Offsets are code points plus `base`.
    Without an anchor what is counted from it has X for the parts that are not known.
    """
    place = Place(text=text, anchor=make_anchor(anchor), day_first=language not in {"", "en"}, vague=True)
    return [_timex(found, text, base) for found in join(find_expressions(place), text, ranges=False)]


def _timex(found: Found, text: str, base: int) -> Timex:
    value = timex_value(found)
    start = _extent_start(found, value, text)
    return Timex(
        start=start + base, end=found.end + base, words=text[start : found.end], type=_type(found, value), value=value
    )


def _extent_start(found: Found, value: str, text: str) -> int:
    """TimeML's extents begin with the article and with "about" or "nearly" of a length, not with a preposition."""
    start = found.start
    if found.type == "set" or not text[max(0, start - 1) : start].isspace():
        return start
    led = _THE.search(text, max(0, start - 6), start)
    if led is None and value[0] == "P" and text[start : start + 4].lower() != "the ":
        led = _ABOUT.search(text, max(0, start - 14), start)
    return led.start() if led else start


def _type(found: Found, value: str) -> TimexType:
    if found.type == "set":
        return "SET"
    if value.startswith("P") and not value.endswith("_REF"):
        return "DURATION"
    return "TIME" if "T" in value and not value.endswith("_REF") else "DATE"


def timex_value(found: Found) -> str:
    """Return the TIMEX3 value of an expression: what ISO 8601 lacks by its TIMEX3 name, no offset from UTC."""
    if found.timex:
        return found.timex
    if found.type == "duration":
        return found.note or found.value
    if found.value:
        return found.value.partition("/")[0]
    value = _day(found)
    part = _PARTS.get(found.note.rpartition(" ")[2], "")
    return value + part if part and "T" not in value else value


def _day(found: Found) -> str:
    moment = found.moment or Moment()
    if moment.year is not None:
        return _OFFSET.sub("", moment.value)
    if found.weekday is not None and moment.day is None:
        return f"XXXX-WXX-{found.weekday + 1}" + moment.value
    month = "XX" if moment.month is None else f"{moment.month:02}"
    day = (
        "" if moment.day is None and moment.month is not None else "-XX" if moment.day is None else f"-{moment.day:02}"
    )
    return f"XXXX-{month}{day}{_OFFSET.sub('', moment.value)}"
