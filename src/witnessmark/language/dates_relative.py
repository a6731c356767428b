"""English relative dates, durations and sets: "next week", "the past five years", "every Thursday"."""

import re
from typing import Final

from witnessmark.evidence.dates import Precision
from witnessmark.language.calendar_words import MONTHS, UNITS, WEEKDAYS
from witnessmark.language.date_resolve import resolve_month, resolve_weekday, shift, span_of
from witnessmark.language.found import Found, Place, looks_forward
from witnessmark.language.moments import Anchor, Moment, make_anchor
from witnessmark.language.numbers import parse_number

_STEP: Final = {
    "last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "same": 0, "next": 1, "coming": 1, "following": 1,
}  # fmt: skip
_BACK: Final = frozenset({"last", "past", "previous", "recent"})
_PRECISIONS: Final[dict[str, Precision]] = {"year": "year", "decade": "year", "month": "month", "week": "week"}
_DIRECTION: Final = {-1: "last", 0: "this", 1: "next"}
_SEASON_MONTHS: Final = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
#: Larger counts of units are no relative dates.
_MOST_UNITS: Final = 5000
#: Words of number that name no number: the duration's count is X, as in TimeML.
_VAGUE: Final = frozenset(
    {
        "several",
        "a few",
        "few",
        "many",
        "some",
        "a number of",
        "a couple of",
        "a couple",
        "couple of",
        "numerous",
        "recent",
    }
)


def found_unit(match: re.Match[str], result: Moment | str | None, anchor: Anchor, *, note: str = "") -> Found | None:
    """Return what `shift` counted, as a found point."""
    if result is None:
        return None
    start, end = match.span()
    if isinstance(result, str):
        return Found(start=start, end=end, value=result, precision="estimate", anchor=anchor.value, note=note)
    return Found(start=start, end=end, moment=result, anchor=anchor.value, note=note)


def _unresolved(match: re.Match[str], value: str, *, type_: str = "point", relation: str = "") -> Found:
    return Found(start=match.start(), end=match.end(), type=type_, value=value, precision="unknown", relation=relation)  # type: ignore[arg-type]


def relative(match: re.Match[str], place: Place) -> Found | None:
    """Resolve "last week" and "next Thursday" against the anchor, "the following day" against the last date."""
    word = match["dir"].lower()
    step = _STEP[word]
    anchor = _counted_from(place, word)
    if anchor is None:
        return _unresolved(match, "")
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
        return _season_by_step(match, anchor, step)
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


def _season_by_step(match: re.Match[str], anchor: Anchor, step: int) -> Found:
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


def iso_duration(count: str | None, unit: str) -> str:
    """Return the ISO 8601 duration ("P5Y", "PT10M"); X stands for a count that is not said (TimeML)."""
    designator = UNITS["century" if unit == "centur" else unit]
    words = (count or "").lower()
    value = 0.5 if words.startswith("half") else parse_number(words) if words and words not in _VAGUE else None
    if words in {"a", "an"}:
        value = 1.0
    number = "X" if value is None else f"{value:g}"
    if unit == "fortnight" and value is not None:
        number = f"{value * 2:g}"
    return f"PT{number}{designator[1:]}" if designator.startswith("T") else f"P{number}{designator}"


def _number(count: str | None) -> float | None:
    words = (count or "").lower()
    if words in {"a", "an"}:
        return 1.0
    return None if not words or words in _VAGUE else parse_number(words)


def relative_span(match: re.Match[str], place: Place) -> Found | None:
    """Resolve "the past five years" to the interval that ends at the anchor."""
    unit = "century" if match["unit"].lower() == "centur" else match["unit"].lower()
    if match["dir"].lower() == "first" and not match["count"]:
        return None
    duration = iso_duration(match["count"], match["unit"].lower())
    number = _number(match["count"])
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
    number = _number(words)
    anchor = (
        place.anchor
        if direction in {"ago", "from now", "hence"}
        else _counted_from(place, "following")
        if place.last
        else None
    )
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
        return _unresolved(match, f"XXXX-WXX-{index + 1}", type_="set")
    count = "two" if match["other"] else match["count"] or "one"
    return _unresolved(match, iso_duration(count, match["unit"].lower()), type_="set")


def times_a(match: re.Match[str], _: Place) -> Found:
    """Return the set "once a day"."""
    return _unresolved(match, iso_duration("one", match["unit"].lower()), type_="set")


_ADVERBS: Final = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P1Q",
    "yearly": "P1Y", "annually": "P1Y",
}  # fmt: skip


def adverb_set(match: re.Match[str], place: Place) -> Found | None:
    """Return the set "daily"; not in the name of a paper ("Daily Mail")."""
    if match["how"][0].isupper() and re.match(r"\s+[A-Z]", place.text[match.end() : match.end() + 4]):
        return None
    return _unresolved(match, _ADVERBS[match["how"].lower()], type_="set")


def vague_now(match: re.Match[str], _: Place) -> Found:
    """Return a reference to the present or the recent past that names no date (TimeML PRESENT_REF, PAST_REF)."""
    return _unresolved(match, "PAST_REF" if match["recent"] else "PRESENT_REF")


def deictic(match: re.Match[str], place: Place) -> Found | None:
    """Resolve today, yesterday, tomorrow, tonight and "the day before yesterday"."""
    step = {"yesterday": -1, "tomorrow": 1}.get((match["day"] or "").lower(), 0)
    note = "night" if (match["day"] or "").lower() == "tonight" else match["part"] or ""
    if match["around"]:
        step = -2 if match["around"].startswith("before") else 2
    if place.anchor is None:
        return _unresolved(match, "")
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
