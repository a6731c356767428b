"""English dates by month and weekday: which ones they are, and which words only look like them."""

import re
from typing import Final

from witnessmark.language.calendar_words import MONTH_NAMES, MONTHS, WEEKDAYS
from witnessmark.language.date_resolve import resolve_month, resolve_month_day, resolve_weekday
from witnessmark.language.date_tense import looks_forward
from witnessmark.language.dates_numeric import point
from witnessmark.language.found import Found, Place
from witnessmark.language.moments import Moment, make_day


def _month(word: str) -> int:
    return MONTHS[word.lower().rstrip(".")]


def _day(word: str) -> int:
    return int(re.sub(r"\D", "", word))


def with_day(match: re.Match[str], place: Place) -> Found | None:
    """Read a day with its month, or days of one month, with or without the year."""
    month, first = _month(match["m"]), _day(match["d"])
    year = int(match["y"]) if match["y"] else None
    if not _is_calendar(match["m"], place.text, match.start("m"), match.end("m"), with_digits=True):
        return None
    if match["d2"]:
        return _days(match, place, month, (first, _day(match["d2"])), year)
    if year is not None and make_day(year, month, first) is None:
        conflict = f"there is no {first} {MONTH_NAMES[month - 1]} {year}"
        return Found(start=match.start(), end=match.end(), conflict=conflict, explicit=True)
    moment, anchor = _one_day(place, month, first, year, match.start())
    return point(match, moment, anchor=anchor, own_year=year is not None)


def _one_day(place: Place, month: int, day: int, year: int | None, at: int) -> tuple[Moment | None, str]:
    if year is not None:
        real = make_day(year, month, day)
        return (Moment.of(real) if real else None), ""
    if place.anchor is None:
        return Moment(month=month, day=day), ""
    moment = resolve_month_day(place.anchor, month, day, forward=looks_forward(place.text, at))
    return moment, place.anchor.value


def _days(match: re.Match[str], place: Place, month: int, days: tuple[int, int], year: int | None) -> Found | None:
    before = place.text[max(0, match.start() - 9) : match.start()].lower()
    if match["join"] in {"and", "or"} and "between" not in before:
        # two separate days: the second stands with its month and is found on its own
        return None
    first, anchor = _one_day(place, month, days[0], year, match.start())
    last, _ = _one_day(place, month, days[1], year, match.start())
    if first is None or last is None or not first.value or days[0] >= days[1]:
        return None
    return Found(
        start=match.start(), end=match.end(), type="range", value=f"{first.value}/{last.value}", anchor=anchor,
        explicit=not anchor, every_day=match["join"] not in {"and", "or"}, own_year=year is not None,
    )  # fmt: skip


def month_year(match: re.Match[str], place: Place) -> Found | None:
    """Read "September 2018"."""
    if not _is_calendar(match["m"], place.text, match.start("m"), match.end("m"), with_digits=True):
        return None
    return point(match, Moment(year=int(match["y"]), month=_month(match["m"])), own_year=True)


def month_of(match: re.Match[str], place: Place) -> Found | None:
    """Resolve "June of this year" and "June last year"."""
    if place.anchor is None:
        return None
    year = place.anchor.day.year + {"last": -1, "this": 0, "next": 1}[match["rel"]]
    return point(match, Moment(year=year, month=_month(match["m"])), anchor=place.anchor.value)


def month_alone(match: re.Match[str], place: Place) -> Found | None:
    """Read a bare month: the most recent one unless the words point forward."""
    if not _is_calendar(match["m"], place.text, match.start(), match.end(), with_digits=False):
        return None
    month = _month(match["m"])
    if place.anchor is None:
        return Found(start=match.start(), end=match.end(), moment=Moment(month=month))
    ahead = looks_forward(place.text, match.start())
    ahead = ahead or (ahead is None and _ELECTION.match(place.text, match.end()) is not None)
    direction = "coming" if ahead else "recent"
    return point(match, resolve_month(place.anchor, month, direction), anchor=place.anchor.value)


#: What is named by its month before it is held.
_ELECTION: Final = re.compile(
    r"\s+(?:general\s+|presidential\s+)?(?:elections?|contest|ballot|runoff|run-off|referendum)\b"
)
#: A month in small letters is one only after these: "march" and "may" are other words too.
_LED_SMALL: Final = re.compile(r"\b(?:in|since|until|last|next|during|early|late|mid)[\s-]+$", re.IGNORECASE)
#: Words before a month that show it to be one.
_BEFORE_MONTH: Final = re.compile(
    r"(?:\b(?:in|since|until|till|from|of|last|next|this|during|before|after|early|late|mid|through|between|every|"
    r"each|and|or|"
    r"to|by|for|past|previous|following|the|around|about)[\s-]+|[(\[–—/-]\s?)$",
    re.IGNORECASE,
)
_SURE_MONTHS: Final = frozenset(
    [
        "january",
        "february",
        "july",
        "september",
        "october",
        "november",
        "december",
        "jan.",
        "feb.",
        "aug.",
        "sept.",
        "sep.",
        "oct.",
        "nov.",
        "dec.",
        "sept",
    ]
)
_SHORT: Final = 3
_ALSO_WORDS: Final = frozenset({"may", "march"})


def _is_calendar(word: str, text: str, start: int, end: int, *, with_digits: bool) -> bool:
    """Tell a month from a name or verb: May the modal, March the walk, Jun or April the person."""
    low = word.lower()
    before = text[max(0, start - 14) : start]
    if with_digits:
        return low not in _ALSO_WORDS or word[0].isupper() or bool(re.search(r"\b(?:on|by|in|since|from)\s$", before))
    if word.islower():
        return _LED_SMALL.search(before) is not None
    if low.rstrip(".") in _ALSO_WORDS or len(low.rstrip(".")) <= _SHORT:
        follows_name = bool(re.match(r"\s+(?:[A-Z]|said|told|was|has|who)", text[end : end + 8])) and low in {
            "may",
            "jan",
            "jun",
        }
        led = re.search(
            r"(?:\b(?:in|since|until|last|next|this|during|early|late|mid|of|through|by|before|after|from|between|"
            r"and|to)[\s-]+)$",
            before,
            re.IGNORECASE,
        )
        return led is not None and not (follows_name and led[0].strip().lower() in {"by", "of", "from", "and", "to"})
    if _BEFORE_MONTH.search(before):
        return True
    # "June Carter", "April O'Neil": a capital after it, and no word of time before it
    named = re.match(r"\s+[A-Z]", text[end : end + 4]) or (
        re.search(r"[a-z’']\s$", before) and re.search(r"\b[A-Z]\w+\s$", before)
    )
    return low in _SURE_MONTHS or not named


_NOT_DAYS: Final = re.compile(r"\b(?:Bloody|Black|Good|Ash|Holy|Super|Cyber|Palm|Easter|Maundy|Shrove)\s$")
_PAPERS: Final = re.compile(r"\s(?:Times|Telegraph|Mirror|Express|Mail|Post|Herald|Star|Sun|Service|Mass)\b")


def weekday(match: re.Match[str], place: Place) -> Found | None:
    """Read a bare weekday: the most recent one unless the words point forward."""
    word = match["w"].lower().rstrip(".")
    index = WEEKDAYS[word]
    before, after = place.text[max(0, match.start() - 9) : match.start()], place.text[match.end() : match.end() + 10]
    if _NOT_DAYS.search(before) or _PAPERS.match(after):
        return None
    if not word.endswith("day") and not re.match(r"[.,]?\s+(?:\d|(?:the\s+)?\d|[A-Z][a-z]{2,8}\.?\s\d)", after[:14]):
        return None
    note = " ".join(filter(None, ((match["edge"] or "").lower(), match["part"])))
    if place.anchor is None:
        return Found(start=match.start(), end=match.end(), weekday=index, note=note)
    direction = "coming" if looks_forward(place.text, match.start()) else "recent"
    moment = resolve_weekday(place.anchor, index, direction)
    return Found(
        start=match.start(), end=match.end(), moment=moment, weekday=index, anchor=place.anchor.value, note=note
    )
