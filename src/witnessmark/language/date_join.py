"""Neighbouring expressions made one: weekday with date, day with time, two dates with a range; and their relations."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from witnessmark.language.date_heads import join_head
from witnessmark.language.found import Found
from witnessmark.language.moments import Moment
from witnessmark.language.weekdays import weekday_conflict

#: Longest gap that can join two expressions, in code points.
_GAP: Final = 14
_BESIDE: Final = re.compile(r"[\s,]*(?:the\s+)?|,?\s+(?:\(|a\s+|which was a\s+)|\s*\(")
_DAY_THEN_TIME: Final = re.compile(r"[\s,T]*(?:at|around|by|about|,|at about|at around|-|–)?\s*")
_TIME_THEN_DAY: Final = re.compile(r"[\s,(]*(?:on|of)?\s*(?:the\s+)?")
_RANGE: Final = re.compile(r"\s*(?P<word>[-–—]|to|until|till|through|and)\s*(?:the\s+)?")
_LED: Final = re.compile(r"\b(?P<word>from|between)\s+(?:the\s+|about\s+|around\s+)?$", re.IGNORECASE)
_RELATION: Final = re.compile(
    r"\b(?P<word>by|before|until|till|since|after|prior to|no later than|not later than|"
    r"ahead of|following|(?<!week )(?<!day )(?<!month )(?<!year )from|"
    r"as of|through)"
    r"(?:\s+(?:the|at least|about|around|midnight on))*\s+$",
    re.IGNORECASE,
)
_RELATIONS: Final = {
    "by": "by", "no later than": "by", "not later than": "by", "before": "before", "prior to": "before", "ahead "
    "of": "before",
    "until": "until", "till": "until", "through": "until", "since": "since", "from": "since", "after": "after",
    "following": "after",
}  # fmt: skip
#: How far back a relation word is looked for.
_REACH: Final = 26


def join(found: Iterable[Found], text: str, *, ranges: bool = True) -> list[Found]:
    """Return the expressions with neighbours joined, relations read and weekday conflicts told; two ends as one range."""
    whole = _joined(found, text, ranges=ranges)
    if any(item.head is not None for item in whole):
        whole = _joined(whole, text, ranges=False, heads=True)
    return [_finished(item, text) for item in whole if item.head is None or item.value]


def _joined(found: Iterable[Found], text: str, *, ranges: bool, heads: bool = False) -> list[Found]:
    """Neighbours made one; a head waits until the date after it is whole ("the night of Friday, 14 March")."""
    joined: list[Found] = []
    for item in found:
        current = item
        while joined and 0 <= current.start - joined[-1].end <= _GAP:
            both = _both(joined[-1], current, text, ranges=ranges, heads=heads)
            if both is None:
                break
            joined.pop()
            current = both
        joined.append(current)
    return joined


def _both(first: Found, second: Found, text: str, *, ranges: bool, heads: bool) -> Found | None:
    gap = text[first.end : second.start]
    if first.head is not None:
        return join_head(first, second, gap) if heads else None
    both = _weekday_and_day(first, second, gap) or _day_and_time(first, second, gap)
    return _range(first, second, text) if both is None and ranges else both


def _weekday_and_day(first: Found, second: Found, gap: str) -> Found | None:
    if (first.weekday is None) == (second.weekday is None) or not _BESIDE.fullmatch(gap):
        return None
    if _is_clock(first) or _is_clock(second):
        return None
    named, dated = (first, second) if first.weekday is not None else (second, first)
    if dated.type == "point" and dated.moment is not None and dated.moment.day is not None and not named.explicit:
        return replace(dated, start=first.start, end=second.end, weekday=named.weekday, note=named.note or dated.note)
    return None


def _is_clock(found: Found) -> bool:
    return found.moment is not None and found.moment.hour is not None and not found.explicit


def _day_and_time(first: Found, second: Found, gap: str) -> Found | None:
    if _is_clock(second) and _is_day(first) and _DAY_THEN_TIME.fullmatch(gap):
        day, clock = first, second
    elif _is_clock(first) and _is_day(second) and _TIME_THEN_DAY.fullmatch(gap):
        day, clock = second, first
    else:
        return None
    if day.moment is None or clock.moment is None:
        return None
    return replace(day, start=first.start, end=second.end, moment=day.moment.with_clock(clock.moment))


def _is_day(found: Found) -> bool:
    return (
        found.type == "point"
        and found.moment is not None
        and found.moment.day is not None
        and found.moment.hour is None
    )


def _range(first: Found, second: Found, text: str) -> Found | None:
    gap = text[first.end : second.start]
    match = _RANGE.fullmatch(gap)
    ends = _range_ends(first, second)
    if match is None or ends is None:
        return None
    led = _LED.search(text[max(0, first.start - _REACH) : first.start])
    word, lead = match["word"], led["word"].lower() if led else ""
    if (word == "and") != (lead == "between") or (word in {"-", "–", "—"} and gap.strip() != gap and word == "-"):
        return None
    start, end = ends
    if not start.value or not end.value or start.value >= end.value:
        return None
    return Found(
        start=first.start, end=second.end, type="range", value=f"{start.value}/{end.value}", precision=end.precision,
        every_day=word != "and", anchor=first.anchor or second.anchor, explicit=first.explicit and second.explicit,
        own_year=second.own_year,
    )  # fmt: skip


def _range_ends(first: Found, second: Found) -> tuple[Moment, Moment] | None:
    """The two ends with the year of the one that has one given to the other."""
    one, two = first.moment, second.moment
    if one is None or two is None or first.type != "point" or second.type != "point" or one.precision != two.precision:
        return None
    if second.own_year and not first.own_year and one.month is not None and two.year is not None:
        later = (one.month, one.day or 0) > (two.month or 0, two.day or 0)
        one = replace(one, year=two.year - later)
    return one, two


def _finished(found: Found, text: str) -> Found:
    before = text[max(0, found.start - _REACH) : found.start]
    match = _RELATION.search(before)
    relation = found.relation or (_RELATIONS.get(match["word"].lower(), "") if match else "")
    if found.type == "duration" and match and match["word"].lower() in {"by", "following", "from", "through"}:
        relation = found.relation
    day = found.moment.date if found.moment else None
    named = found.weekday is not None and day is not None
    conflict = weekday_conflict(day, found.weekday) if named and day and found.weekday is not None else found.conflict
    if found.type == "range":
        relation = ""
    return replace(found, relation=relation, conflict=conflict)
