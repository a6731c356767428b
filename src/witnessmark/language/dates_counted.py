"""Counted units of time: "three days ago", "two weeks later", "the past five years", "a 60-day notice", "yearlong"."""

import re
from dataclasses import replace
from typing import Final

from witnessmark.evidence.dates import Precision
from witnessmark.language.date_resolve import shift, span_of
from witnessmark.language.durations import iso_duration, number_of, timex_duration
from witnessmark.language.found import Found, Place, found_unit, last_named

_BACK: Final = frozenset({"last", "past", "previous", "prior", "preceding", "recent"})
_PRECISIONS: Final[dict[str, Precision]] = {"year": "year", "decade": "year", "month": "month", "week": "week"}
#: Larger counts of units are no relative dates.
_MOST_UNITS: Final = 5000


#: Before these "the next year" is the stretch from now on, elsewhere the year that follows.
_WITHIN: Final = re.compile(r"\b(?:over|in|within|during|for|throughout|of)\s+$", re.IGNORECASE)


def one_span(match: re.Match[str], place: Place) -> Found | None:
    """Resolve "the past week" and "over the next year" to the stretch that ends or begins at the anchor."""
    word, unit = match["dir"].lower(), match["unit"].lower()
    within = match["the"] and _WITHIN.search(place.text, max(0, match.start() - 12), match.start())
    if word != "past" and not (within and not re.match(r"\s+of\b", place.text[match.end() : match.end() + 4])):
        return None
    return _span(match, place, unit, "one")


def relative_span(match: re.Match[str], place: Place) -> Found | None:
    """Resolve "the past five years" to the interval that ends at the anchor."""
    unit = "century" if match["unit"].lower() == "centur" else match["unit"].lower()
    if match["dir"].lower() == "first" and not match["count"]:
        return None
    return _span(match, place, unit, match["count"])


_UNTOLD: Final = {"recent": "PAST_REF", "coming": "FUTURE_REF"}


def _span(match: re.Match[str], place: Place, unit: str, count: str | None) -> Found:
    word, duration, number = match["dir"].lower(), iso_duration(count, unit), number_of(count)
    interval = ""
    if place.anchor and number and word != "first":
        interval = span_of(place.anchor, unit, number, back=word in _BACK)
    timex = timex_duration(count, unit) if count else _UNTOLD.get(word, timex_duration(count, unit))
    if not interval or place.anchor is None:
        return Found(
            start=match.start(), end=match.end(), type="duration", value=duration, precision="unknown", timex=timex
        )
    return Found(
        start=match.start(), end=match.end(), type="duration", value=interval, precision=_PRECISIONS.get(unit, "day"),
        note=duration, anchor=place.anchor.value, timex=timex,
    )  # fmt: skip


def ago(match: re.Match[str], place: Place) -> Found | None:
    """Resolve "three days ago" and "two weeks later"; without such a word it is a duration."""
    words, unit, direction = match["count"], match["unit"].lower(), re.sub(r"\s+", " ", match["dir"] or "").lower()
    if not _is_length(match, place, unit, direction):
        return None
    number = number_of(words)
    if number is not None and match["half"]:
        number, words = number + 0.5, f"{number + 0.5:g}"
    counted = _counted(match, place, unit, direction, number) if number else None
    if counted is not None:
        return counted
    untold = direction == "ago" and number is None
    return Found(
        start=match.start(), end=match.end(), type="duration", value=iso_duration(words, unit), precision="unknown",
        relation=_SIDES.get(direction, ""), timex="PAST_REF" if untold else timex_duration(words, unit),
    )  # fmt: skip


_SIDES: Final = {
    "ago": "before", "earlier": "before", "before": "before", "prior": "before",
    "later": "after", "after": "after", "from now": "after", "hence": "after",
}  # fmt: skip
#: Before these a bare "days" is a length of time.
_LASTING: Final = re.compile(
    r"\b(?:for|in|of|within|takes?|took|lasted|spent|after|just|only|few|many|several|more|recent)\s+$", re.IGNORECASE
)


_FRACTION: Final = re.compile(r"(?:one|three)-quarters?", re.IGNORECASE)


def _is_length(match: re.Match[str], place: Place, unit: str, direction: str) -> bool:
    """Whether a unit is counted here: not "a second time", "three quarters of the votes", "on a night when"."""
    words, plural, text = (match["count"] or "").lower(), bool(match["plural"]), place.text
    if unit == "quarter":
        return bool(words) and (bool(direction) or not _is_share(match, words, text))
    lasting = _LASTING.search(text, max(0, match.start() - 12), match.start()) is not None
    if unit == "second":
        return plural and (bool(words) or lasting)
    if words:
        return not (
            words == "a" and unit in {"night", "day"} and not direction and text.endswith(" on ", 0, match.start())
        )
    return plural and (bool(direction) or unit not in {"night", "day"} or (unit == "day" and lasting))


def _is_share(match: re.Match[str], words: str, text: str) -> bool:
    """Whether quarters are those of something, no time: "three-quarters", "a quarter", "two quarters of the votes"."""
    of = re.match(r"\s+of\b", text[match.end() : match.end() + 4])
    return words in {"a", "half", "some", "many"} or of is not None or _FRACTION.fullmatch(match[0]) is not None


_STEPS: Final = {"ago": -1, "earlier": -1, "prior": -1, "later": 1, "from now": 1, "hence": 1}


def _counted(match: re.Match[str], place: Place, unit: str, direction: str, number: float) -> Found | None:
    """The date that so many units lead to, or None where they lead to none."""
    anchor = place.anchor
    if direction in {"earlier", "prior", "later"}:
        # "from a day earlier" of a report is counted from its own day, "two weeks earlier" only from one that was named
        own = direction == "earlier" and (unit == "year" or number == 1)
        anchor = last_named(place, unit) or (anchor if own else None)
    step = _STEPS.get(direction)
    if step is None or anchor is None or number >= _MOST_UNITS:
        return None
    if number != int(number):
        return found_unit(match, shift(anchor, "month", step * int(number * 12)), anchor) if unit == "year" else None
    result = shift(anchor, unit, step * int(number))
    found = found_unit(match, result, anchor)
    if found is not None and unit in {"decade", "century"}:
        year = anchor.day.year + step * int(number) * (10 if unit == "decade" else 100)
        return replace(found, timex=f"{year:04}")
    return found


def quarter_century(match: re.Match[str], _: Place) -> Found:
    """Read "a quarter of a century"."""
    return Found(start=match.start(), end=match.end(), type="duration", value="P25Y", precision="unknown")


def long(match: re.Match[str], _: Place) -> Found:
    """Read "yearlong" and "decade-long" as durations."""
    count = None if match["s"] else "one"
    return Found(
        start=match.start(), end=match.end(), type="duration", value=iso_duration(count, match["unit"].lower()),
        precision="unknown", timex=timex_duration(count, match["unit"].lower()),
    )  # fmt: skip
