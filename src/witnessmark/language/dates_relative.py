"""English relative dates: "next week", "that evening", "the day before", "late last year", "today"."""

import re
from dataclasses import replace
from typing import Final

from witnessmark.language.calendar_words import MONTHS, WEEKDAYS
from witnessmark.language.date_resolve import resolve_month, resolve_weekday, shift
from witnessmark.language.date_tense import looks_forward
from witnessmark.language.dates_seasons import season_by_step
from witnessmark.language.found import Found, Place, found_unit, last_named, unresolved
from witnessmark.language.moments import Anchor, Moment

_STEP: Final = (
    dict.fromkeys(("last", "past", "previous", "prior", "preceding", "latest"), -1)
    | dict.fromkeys(("this", "that", "current", "same"), 0)
    | dict.fromkeys(("next", "coming", "following", "subsequent"), 1)
)
#: What these count from is the date last named, not the day of publication.
_ANAPHORIC: Final = frozenset({"following", "subsequent", "previous", "prior", "preceding", "same", "that"})
_DIRECTION: Final = {-1: "last", 0: "this", 1: "next"}


def relative(match: re.Match[str], place: Place) -> Found | None:
    """Resolve "last week" and "next Thursday" against the anchor, "the following day" against the last date."""
    word = match["dir"].lower()
    if word == "that" and not (match["unit"] or match["part"] or match["season"]):
        return None
    anchor = _counted_from(place, match)
    if anchor is None:
        return unresolved(match, "")
    note = " ".join(filter(None, ((match["edge"] or "").lower(), match["part"] or match["after"])))
    if match["w"]:
        return _named_weekday(match, place, anchor, note)
    return _named_unit(match, anchor, _STEP[word], note)


def _named_unit(match: re.Match[str], anchor: Anchor, step: int, note: str) -> Found | None:
    if match["m"]:
        month = MONTHS[match["m"].lower().rstrip(".")]
        return found_unit(match, resolve_month(anchor, month, _DIRECTION[step]), anchor, note=note)
    if match["season"]:
        return season_by_step(match, anchor, step)
    unit = match["unit"] or ("century" if match["century"] else "year" if match["fiscal"] else "day")
    return found_unit(match, shift(anchor, unit.lower(), step), anchor, note=note)


def _named_weekday(match: re.Match[str], place: Place, anchor: Anchor, note: str) -> Found | None:
    weekday = WEEKDAYS[match["w"].lower().rstrip(".")]
    moment = resolve_weekday(anchor, weekday, _weekday_direction(match["dir"].lower(), place, match.start()))
    if moment is None:
        return None
    return Found(start=match.start(), end=match.end(), moment=moment, anchor=anchor.value, weekday=weekday, note=note)


def _weekday_direction(word: str, place: Place, at: int) -> str:
    if word != "this":
        return _DIRECTION[_STEP[word]]
    return "coming" if looks_forward(place.text, at) else "this"


def _counted_from(place: Place, match: re.Match[str]) -> Anchor | None:
    word, unit = match["dir"].lower(), match["unit"] or ("day" if match["part"] else "")
    told = word == "next" and bool(match["the"]) and unit in {"day", "night"}
    return last_named(place, unit.lower()) or place.anchor if word in _ANAPHORIC or told else place.anchor


def around(match: re.Match[str], place: Place) -> Found | None:
    """Resolve "the day before", said of the date last named; with a clause after it, it is vague."""
    alone = re.match(
        r"\W*(?:$|\n)|[,.;:)”\"]|\s+(?:by|in|at|with|when|and|but|that)\b", place.text[match.end() : match.end() + 8]
    )
    unit = match["unit"].lower()
    anchor = last_named(place, unit) or place.anchor
    if anchor is None or not (alone or place.vague):
        return None
    end = match.end() if alone else match.end("unit")
    found = found_unit(match, shift(anchor, unit, -1 if match["dir"].lower() == "before" else 1), anchor)
    return replace(found, end=end, vague=not alone) if found else None


def year_ago(match: re.Match[str], place: Place) -> Found | None:
    """Resolve "year-earlier" of "the year-earlier quarter"."""
    return None if place.anchor is None else found_unit(match, shift(place.anchor, "year", -1), place.anchor)


def deictic(match: re.Match[str], place: Place) -> Found | None:
    """Resolve today, yesterday, tomorrow, tonight and "the day before yesterday"."""
    step = {"yesterday": -1, "tomorrow": 1}.get((match["day"] or "").lower(), 0)
    if match[0].isupper() and place.text.endswith("USA ", 0, match.start()):
        return None
    note = "night" if (match["day"] or "").lower() == "tonight" else match["part"] or match["edge"] or ""
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
            start=start, end=end, value=f"{year}/{year + 9}", precision="year", note=edge, explicit=True, own_year=True,
            timex=f"{year // 10}",
        )  # fmt: skip
    if match["y"]:
        return Found(start=start, end=end, moment=Moment(year=int(match["y"]), note=edge), explicit=True, own_year=True)
    if match["m"]:
        return _edge_month(match, place, edge)
    unit = match["relunit"] or match["unit"]
    step = _STEP[match["rel"].lower()] if match["rel"] else 0
    if match["rel"] == "that" or edge in {"earlier", "later"}:
        anchor = last_named(place, unit) or anchor
    if edge in {"end", "close"} and unit == "day":
        return None
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
