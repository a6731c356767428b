"""English dates by month and weekday: which ones they are, and which words only look like them."""

import re
from typing import Final

from witnessmark.language.calendar_words import MONTH_NAMES, MONTHS, WEEKDAYS
from witnessmark.language.date_months import is_month
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
    if not is_month(match["m"], place.text, match.start("m"), match.end("m"), with_digits=True):
        return None
    if match["d2"]:
        return _days(match, place, month, (first, _day(match["d2"])), year)
    if year is not None and make_day(year, month, first) is None:
        conflict = f"there is no {first} {MONTH_NAMES[month - 1]} {year}"
        return Found(start=match.start(), end=match.end(), conflict=conflict, explicit=True)
    if year is None and (month, first) == (9, 11) and _ATTACKS.match(place.text, match.end()):
        return point(match, Moment(year=2001, month=9, day=11))
    moment, anchor = _one_day(place, month, first, year, match.start())
    return point(match, moment, anchor=anchor, own_year=year is not None)


#: After these words the eleventh of September is that of 2001.
_ATTACKS: Final = re.compile(
    r",?\s+(?:terror\w*\s+)?(?:attacks?|hijack\w+|terrorist|commission|memorial)\b", re.IGNORECASE
)


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
    if not is_month(match["m"], place.text, match.start("m"), match.end("m"), with_digits=True):
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
    if not is_month(match["m"], place.text, match.start(), match.end(), with_digits=False):
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
