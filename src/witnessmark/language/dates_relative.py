"""English relative dates and sets: "next week", "the past five years", "three days ago", "every Thursday"."""

import re
from typing import Final

from witnessmark.evidence.dates import Precision
from witnessmark.language.calendar_words import MONTHS, WEEKDAYS
from witnessmark.language.date_resolve import resolve_month, resolve_weekday, shift, span_of
from witnessmark.language.dates_seasons import season_by_step
from witnessmark.language.durations import iso_duration, number_of
from witnessmark.language.found import Found, Place, found_unit, looks_forward, unresolved
from witnessmark.language.moments import Anchor, Moment, make_anchor

_STEP: Final = {
    "last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "same": 0, "next": 1, "coming": 1, "following": 1,
}  # fmt: skip
_BACK: Final = frozenset({"last", "past", "previous", "recent"})
_PRECISIONS: Final[dict[str, Precision]] = {"year": "year", "decade": "year", "month": "month", "week": "week"}
_DIRECTION: Final = {-1: "last", 0: "this", 1: "next"}
#: Larger counts of units are no relative dates.
_MOST_UNITS: Final = 5000


def relative(match: re.Match[str], place: Place) -> Found | None:
    """Resolve "last week" and "next Thursday" against the anchor, "the following day" against the last date."""
    word = match["dir"].lower()
    step = _STEP[word]
    anchor = _counted_from(place, word)
    if anchor is None:
        return unresolved(match, "")
    note = match["part"] or match["after"] or ""
    if match["unit"]:
        return found_unit(match, shift(anchor, match["unit"], step), anchor, note=note)
    if match["w"]:
        weekday = WEEKDAYS[match["w"].lower().rstrip(".")]
        moment = resolve_weekday(anchor, weekday, _weekday_direction(word, place, match.start()))
        return None if moment is None else Found(
            start=match.start(), end=match.end(), moment=moment, anchor=anchor.value, weekday=weekday, note=note
        )  # fmt: skip
    if match["m"]:
        return found_unit(
            match, resolve_month(anchor, MONTHS[match["m"].lower().rstrip(".")], _DIRECTION[step]), anchor
        )
    if match["season"]:
        return season_by_step(match, anchor, step)
    unit = "century" if match["century"] else "day"
    return found_unit(match, shift(anchor, unit, step), anchor, note=note)


def _weekday_direction(word: str, place: Place, at: int) -> str:
    if word != "this":
        return _DIRECTION[_STEP[word]]
    return "coming" if looks_forward(place.text, at) else "this"


def _counted_from(place: Place, word: str) -> Anchor | None:
    if word in {"following", "previous", "same"} and place.last is not None:
        partial = place.last.partial()
        return make_anchor(partial) or place.anchor
    return place.anchor


def relative_span(match: re.Match[str], place: Place) -> Found | None:
    """Resolve "the past five years" to the interval that ends at the anchor."""
    unit = "century" if match["unit"].lower() == "centur" else match["unit"].lower()
    if match["dir"].lower() == "first" and not match["count"]:
        return None
    duration = iso_duration(match["count"], match["unit"].lower())
    number = number_of(match["count"])
    back = match["dir"].lower() in _BACK
    interval = ""
    if place.anchor and number and match["dir"].lower() != "first":
        interval = span_of(place.anchor, unit, number, back=back)
    precision = _PRECISIONS.get(unit, "day")
    if not interval:
        return Found(start=match.start(), end=match.end(), type="duration", value=duration, precision="unknown")
    return Found(
        start=match.start(), end=match.end(), type="duration", value=interval, precision=precision, note=duration,
        anchor=place.anchor.value if place.anchor else "",
    )  # fmt: skip


def ago(match: re.Match[str], place: Place) -> Found | None:
    """Resolve "three days ago" and "two weeks later"; without such a word it is a duration."""
    words, unit, direction = match["count"], match["unit"].lower(), re.sub(r"\s+", " ", match["dir"] or "").lower()
    if not words and not (
        (match["plural"] and unit not in {"second", "quarter", "night", "day"}) or (match["plural"] and direction)
    ):
        return None
    if (unit == "second" and not (words and match["plural"])) or (words in {"a", "an"} and unit == "second"):
        return None
    duration = iso_duration(words, unit)
    number = number_of(words)
    anchor = (
        place.anchor
        if direction in {"ago", "from now", "hence"}
        else _counted_from(place, "following")
        if place.last
        else None
    )
    if anchor is None and direction == "earlier" and unit == "year":
        anchor = place.anchor
    step = {"ago": -1, "earlier": -1, "prior": -1, "later": 1, "from now": 1, "hence": 1}.get(direction)
    if step and anchor and number and number == int(number) and number < _MOST_UNITS:
        result = shift(anchor, unit, step * int(number))
        if result is not None:
            return found_unit(match, result, anchor)
    relation = {"ago": "before", "earlier": "before", "before": "before", "prior": "before"}.get(direction, "")
    relation = relation or ("after" if direction in {"later", "after", "from now", "hence"} else "")
    return Found(
        start=match.start(), end=match.end(), type="duration", value=duration, precision="unknown", relation=relation
    )


def every(match: re.Match[str], _: Place) -> Found | None:
    """Return the set "every Thursday", "every two years"."""
    if match["w"]:
        index = WEEKDAYS[match["w"].lower().rstrip(".")]
        return unresolved(match, f"XXXX-WXX-{index + 1}", type_="set")
    count = "two" if match["other"] else match["count"] or "one"
    return unresolved(match, iso_duration(count, match["unit"].lower()), type_="set")


def times_a(match: re.Match[str], _: Place) -> Found:
    """Return the set "once a day"."""
    return unresolved(match, iso_duration("one", match["unit"].lower()), type_="set")


_ADVERBS: Final = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P3M",
    "yearly": "P1Y", "annually": "P1Y",
}  # fmt: skip


def adverb_set(match: re.Match[str], place: Place) -> Found | None:
    """Return the set "daily"; not in the name of a paper ("Daily Mail")."""
    if match["how"][0].isupper() and re.match(r"\s+[A-Z]", place.text[match.end() : match.end() + 4]):
        return None
    return unresolved(match, _ADVERBS[match["how"].lower()], type_="set")


def vague_now(match: re.Match[str], _: Place) -> Found:
    """Return a reference to the present or the recent past that names no date (TimeML PRESENT_REF, PAST_REF)."""
    return unresolved(match, "PAST_REF" if match["recent"] else "PRESENT_REF")


def deictic(match: re.Match[str], place: Place) -> Found | None:
    """Resolve today, yesterday, tomorrow, tonight and "the day before yesterday"."""
    step = {"yesterday": -1, "tomorrow": 1}.get((match["day"] or "").lower(), 0)
    note = "night" if (match["day"] or "").lower() == "tonight" else match["part"] or ""
    if match["around"]:
        step = -2 if match["around"].startswith("before") else 2
    if place.anchor is None:
        return unresolved(match, "")
    return found_unit(match, shift(place.anchor, "day", step), place.anchor, note=note)


def edge_point(match: re.Match[str], place: Place) -> Found | None:
    """Resolve "late 2017", "early next week", "the end of August"; the edge is kept as a note."""
    edge, anchor = match["edge"].lower(), place.anchor
    start, end = match.span()
    if match["decade"]:
        year = int(match["decade"])
        return Found(
            start=start, end=end, value=f"{year}/{year + 9}", precision="year", note=edge, explicit=True, own_year=True
        )
    if match["y"]:
        return Found(start=start, end=end, moment=Moment(year=int(match["y"]), note=edge), explicit=True, own_year=True)
    if match["m"]:
        return _edge_month(match, place, edge)
    unit = match["relunit"] or match["unit"]
    step = _STEP[match["rel"].lower()] if match["rel"] else 0
    if anchor is None or (edge == "turn" and unit != "century") or (not match["rel"] and not _definite(match)):
        return None
    return found_unit(match, shift(anchor, unit, step), anchor, note=edge)


def _definite(match: re.Match[str]) -> bool:
    return bool(re.search(r"\bthe\s+\S+$", match[0]))


def _edge_month(match: re.Match[str], place: Place, edge: str) -> Found | None:
    month = MONTHS[match["m"].lower().rstrip(".")]
    start, end = match.span()
    if match["y2"]:
        moment = Moment(year=int(match["y2"]), month=month, note=edge)
        return Found(start=start, end=end, moment=moment, explicit=True, own_year=True)
    if place.anchor is None:
        return Found(start=start, end=end, moment=Moment(month=month, note=edge))
    direction = "coming" if looks_forward(place.text, start) else "recent"
    return found_unit(match, resolve_month(place.anchor, month, direction), place.anchor, note=edge)
