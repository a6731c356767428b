"""English date expressions: from a pattern's match to the moment, duration or set that it names."""

import re
from collections.abc import Callable
from typing import Final

from witnessmark.language import date_patterns as p
from witnessmark.language import dates_relative as rel
from witnessmark.language.calendar_words import MONTHS, SEASONS, UNITS, WEEKDAYS
from witnessmark.language.date_resolve import resolve_month, resolve_month_day, resolve_weekday
from witnessmark.language.found import Found, Place, looks_forward
from witnessmark.language.moments import Moment, make_day, parse_moment
from witnessmark.language.numbers import ONES, TENS

Builder = Callable[[re.Match[str], Place], Found | None]


def _month(word: str) -> int:
    return MONTHS[word.lower().rstrip(".")]


def _day(word: str) -> int:
    return int(re.sub(r"\D", "", word))


def _full_year(word: str, century_of: int = 2000) -> int:
    if len(word) == 4:
        return int(word)
    return century_of + int(word) if int(word) < 70 else century_of - 100 + int(word)


def _point(match: re.Match[str], moment: Moment | None, *, anchor: str = "", **more: object) -> Found | None:
    if moment is None:
        return None
    return Found(start=match.start(), end=match.end(), moment=moment, anchor=anchor, explicit=not anchor, **more)  # type: ignore[arg-type]


def _iso(match: re.Match[str], _: Place) -> Found | None:
    return _point(match, parse_moment(match["value"]), own_year=True)


def _year_first(match: re.Match[str], _: Place) -> Found | None:
    day = make_day(int(match["y"]), int(match["m"]), int(match["d"]))
    return _point(match, Moment.of(day) if day else None, own_year=True)


def _slashed(match: re.Match[str], place: Place) -> Found | None:
    year, first, second = _full_year(match["y"]), int(match["a"]), int(match["b"])
    as_day_first, as_month_first = make_day(year, second, first), make_day(year, first, second)
    if match["sep"] == "-" and len(match["y"]) == 2:
        return None
    if as_day_first and as_month_first and first != second and match["sep"] != ".":
        order = _order(place.text)
        if not order:
            pair = sorted((as_day_first, as_month_first))
            note = "day and month could be either way round"
            return Found(
                start=match.start(), end=match.end(), value=f"{pair[0]}/{pair[1]}", precision="estimate", note=note,
                explicit=True,
            )  # fmt: skip
        day = as_day_first if order == "day first" else as_month_first
    else:
        day = as_day_first or as_month_first
    return _point(match, Moment.of(day) if day else None, own_year=True)


_ORDER: Final = re.compile(r"(?<!\d)(\d\d?)[/-](\d\d?)[/-](?:\d{4}|\d\d)(?!\d)")


def _order(text: str) -> str:
    """Which way round the text's other numeric dates are, where one of them can only be one way."""
    for found in _ORDER.finditer(text[:20_000]):
        if int(found[1]) > 12 >= int(found[2]):
            return "day first"
        if int(found[2]) > 12 >= int(found[1]):
            return "month first"
    return ""


def _with_day(match: re.Match[str], place: Place) -> Found | None:
    month, first = _month(match["m"]), _day(match["d"])
    year = int(match["y"]) if match["y"] else None
    if not _is_calendar(match["m"], place.text, match.start("m"), match.end("m"), with_digits=True):
        return None
    if match["d2"]:
        return _days(match, place, month, (first, _day(match["d2"])), year)
    moment, anchor = _one_day(place, month, first, year, match.start())
    return _point(match, moment, anchor=anchor, own_year=year is not None)


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


def _month_year(match: re.Match[str], place: Place) -> Found | None:
    if not _is_calendar(match["m"], place.text, match.start("m"), match.end("m"), with_digits=True):
        return None
    return _point(match, Moment(year=int(match["y"]), month=_month(match["m"])), own_year=True)


def _month_alone(match: re.Match[str], place: Place) -> Found | None:
    if not _is_calendar(match["m"], place.text, match.start(), match.end(), with_digits=False):
        return None
    month = _month(match["m"])
    if place.anchor is None:
        return Found(start=match.start(), end=match.end(), moment=Moment(month=month))
    direction = "coming" if looks_forward(place.text, match.start()) else "recent"
    return _point(match, resolve_month(place.anchor, month, direction), anchor=place.anchor.value)


#: Words before a month that show it to be one.
_BEFORE_MONTH: Final = re.compile(
    r"(?:\b(?:in|since|until|till|from|of|last|next|this|during|before|after|early|late|mid|through|between|every|each|and|or|"
    r"to|by|for|past|previous|following|the|around|about)[\s-]+|[(\[–—/-]\s?)$",
    re.IGNORECASE,
)
_SURE_MONTHS: Final = frozenset(
    ["january", "february", "july", "september", "october", "november", "december", "jan.", "feb.", "aug.", "sept.", "sep.", "oct.", "nov.", "dec.", "sept"]
)
_ALSO_WORDS: Final = frozenset({"may", "march"})


def _is_calendar(word: str, text: str, start: int, end: int, *, with_digits: bool) -> bool:
    """Tell a month from a name or verb: May the modal, March the walk, Jun or April the person."""
    low = word.lower()
    before = text[max(0, start - 14) : start]
    if with_digits:
        return low not in _ALSO_WORDS or word[0].isupper()
    if low.rstrip(".") in _ALSO_WORDS or len(low.rstrip(".")) == 3:
        follows_name = bool(re.match(r"\s+(?:[A-Z]|said|told|was|has|who)", text[end : end + 8])) and low in {
            "may",
            "jan",
            "jun",
        }
        led = re.search(
            r"(?:\b(?:in|since|until|last|next|this|during|early|late|mid|of|through|by|before|after|from|between|and|to)[\s-]+)$",
            before,
            re.IGNORECASE,
        )
        return led is not None and not (follows_name and led[0].strip().lower() in {"by", "of", "from", "and", "to"})
    if _BEFORE_MONTH.search(before):
        return True
    # "June Carter", "April O'Neil": a capital after it, and no word of time before it
    named = (
        re.match(r"\s+[A-Z]", text[end : end + 4])
        or (re.search(r"[a-z’']\s$", before)
        and re.search(r"\b[A-Z]\w+\s$", before))
    )
    return low in _SURE_MONTHS or not named


_NOT_DAYS: Final = re.compile(r"\b(?:Bloody|Black|Good|Ash|Holy|Super|Cyber|Palm|Easter|Maundy|Shrove)\s$")
_PAPERS: Final = re.compile(r"\s(?:Times|Telegraph|Mirror|Express|Mail|Post|Herald|Star|Sun|Service|Mass)\b")


def _weekday(match: re.Match[str], place: Place) -> Found | None:
    word = match["w"].lower().rstrip(".")
    index = WEEKDAYS[word]
    before, after = place.text[max(0, match.start() - 9) : match.start()], place.text[match.end() : match.end() + 10]
    if _NOT_DAYS.search(before) or _PAPERS.match(after):
        return None
    if not word.endswith("day") and not re.match(r"[.,]?\s+(?:\d|(?:the\s+)?\d|[A-Z][a-z]{2,8}\.?\s\d)", after[:14]):
        return None
    note = match["part"] or ""
    if place.anchor is None:
        return Found(start=match.start(), end=match.end(), weekday=index, note=note)
    direction = "coming" if looks_forward(place.text, match.start()) else "recent"
    moment = resolve_weekday(place.anchor, index, direction)
    return Found(
        start=match.start(), end=match.end(), moment=moment, weekday=index, anchor=place.anchor.value, note=note
    )


def _weekdays_every(match: re.Match[str], _: Place) -> Found:
    index = WEEKDAYS[match["w"].lower() + "day"]
    return Found(start=match.start(), end=match.end(), type="set", value=f"XXXX-WXX-{index + 1}", explicit=True)


def _decade(match: re.Match[str], _: Place) -> Found:
    year = int(match["y"])
    return _interval(match, year, year + 9, "decade")


def _short_decade(match: re.Match[str], _: Place) -> Found:
    year = 1900 + int(match["y"])
    return _interval(match, year, year + 9, match["edge"] or "decade")


def _century(match: re.Match[str], _: Place) -> Found:
    number = int(match["n"])
    return _interval(match, (number - 1) * 100 + 1, number * 100, "century")


def _interval(match: re.Match[str], first: int, last: int, note: str) -> Found:
    return Found(
        start=match.start(), end=match.end(), value=f"{first:04}/{last:04}", precision="year", note=note, explicit=True,
        own_year=True,
    )  # fmt: skip


def _year_span(match: re.Match[str], _: Place) -> Found | None:
    first = int(match["y"])
    last = int(match["y2"]) if len(match["y2"]) == 4 else first // 100 * 100 + int(match["y2"])
    if not first < last:
        return None
    return Found(
        start=match.start(), end=match.end(), type="range", value=f"{first}/{last}", precision="year", explicit=True,
        every_day=True, own_year=True,
    )  # fmt: skip


_YEAR_LED: Final = re.compile(
    r"(?:\b(?:in|since|of|until|till|by|from|to|before|after|early|late|mid|during|between|and|through|around|circa|year|"
    r"spring|summer|autumn|fall|winter|the|a|an|its|their|his|her)[\s-]+|[(\[]|[–—-]\s?)$",
    re.IGNORECASE,
)
_NOT_YEAR: Final = re.compile(
    r"(?:\b(?:resolution|no|number|nos|room|flight|route|page|article|paragraph|act|law|highway|box|form|boeing|airbus|line|"
    r"than|least|most|some|about|nearly|almost|over|under|up to|as many as)\.?\s|[$€£¥#№+:/]\s?|\d[.,]?\s?)$",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(r"\s(?:[a-z]+(?:s|people|men|women|children)\b)")
_NOT_COUNTED: Final = frozenset({"was", "has", "is", "as", "its", "his", "this", "does", "says", "us", "when"})


def _year(match: re.Match[str], place: Place) -> Found | None:
    before = place.text[max(0, match.start() - 12) : match.start()]
    if _NOT_YEAR.search(before):
        return None
    counted = _COUNTED.match(place.text[match.end() : match.end() + 20])
    if counted and counted[0].strip() not in _NOT_COUNTED and not _YEAR_LED.search(before):
        return None
    return _point(match, Moment(year=int(match["y"])), own_year=True)


def _clock(match: re.Match[str], place: Place) -> Found | None:
    if match["h12"]:
        hour, minute = int(match["h12"]) % 12 + 12 * (match["half"] == "p"), int(match["min12"] or 0)
    elif match["mil"]:
        hour, minute = int(match["mil"][:2]), int(match["mil"][2:])
    else:
        hour, minute = int(match["h24"]), int(match["min24"])
        if match["sep"] != ":" and not match["zone"]:
            return None
    return _timed(
        match, place, Moment(hour=hour, minute=minute, zone=match["zone"] or "", offset=_offset(match["zone"]))
    )


def _noon(match: re.Match[str], place: Place) -> Found | None:
    hour = 0 if match["noon"] == "midnight" else 12
    return _timed(match, place, Moment(hour=hour, minute=0, zone=match["zone"] or "", offset=_offset(match["zone"])))


def _timed(match: re.Match[str], place: Place, clock: Moment) -> Found:
    """A time of day belongs to the anchor's day until a date beside it says otherwise."""
    if place.anchor is None or not place.anchor.knows_day:
        return Found(start=match.start(), end=match.end(), moment=clock)
    moment = Moment.of(place.anchor.day).with_clock(clock)
    return Found(start=match.start(), end=match.end(), moment=moment, anchor=place.anchor.value)


#: Zone names with one meaning; others keep their words only ("EST" in Australia, "IST" in three countries).
_OFFSETS: Final = {
    "UTC": "+00:00", "GMT": "+00:00", "Z": "+00:00", "CET": "+01:00", "CEST": "+02:00", "EET": "+02:00", "EEST": "+03:00",
    "WET": "+00:00", "WEST": "+01:00", "MSK": "+03:00", "JST": "+09:00", "EST": "-05:00", "EDT": "-04:00", "CDT": "-05:00",
    "PST": "-08:00", "PDT": "-07:00", "MDT": "-06:00",
}  # fmt: skip


def _offset(zone: str | None) -> str:
    shifted = re.fullmatch(r"(?:UTC|GMT) ?([+\-−])(\d{1,2})(?::?(\d\d))?", zone or "")
    if shifted:
        return f"{shifted[1].replace('−', '-')}{int(shifted[2]):02}:{shifted[3] or '00'}"
    return _OFFSETS.get(zone or "", "")


def _nine_eleven(match: re.Match[str], _: Place) -> Found | None:
    return _point(match, Moment(year=2001, month=9, day=11), own_year=True)


_AGO: Final = (p.AGO, rel.ago)
_DIGIT_RULES: Final[tuple[tuple[re.Pattern[str], Builder], ...]] = (
    (p.ISO, _iso), (p.ISO_WEEK, _iso), (p.YEAR_SPAN, _year_span), (p.ISO_MONTH, _iso), (p.YEAR_FIRST, _year_first),
    (p.SLASHED, _slashed), (p.NINE_ELEVEN, _nine_eleven), (p.DAY_MONTH, _with_day), (p.CLOCK, _clock), (p.DECADE, _decade),
    (p.CENTURY, _century), _AGO, (p.TIMES_A, rel.times_a), (p.YEAR_ALONE, _year),
)  # fmt: skip
_MONTH_RULES: Final[tuple[tuple[re.Pattern[str], Builder], ...]] = (
    (p.MONTH_DAY, _with_day), (p.MONTH_YEAR, _month_year), (p.MONTH_ALONE, _month_alone),
)  # fmt: skip
_RELATIVE: Final = ((p.RELATIVE_SPAN, rel.relative_span), (p.RELATIVE, rel.relative))
_EDGE: Final = (p.EDGE_POINT, rel.edge_point)


def _rules() -> dict[str, tuple[tuple[re.Pattern[str], Builder], ...]]:
    """First word of an expression, lower case → what to try there, in this order."""
    rules: dict[str, tuple[tuple[re.Pattern[str], Builder], ...]] = {}
    rules.update(dict.fromkeys(MONTHS, _MONTH_RULES))
    rules.update(dict.fromkeys(WEEKDAYS, ((p.WEEKDAY_ALONE, _weekday),)))
    rules.update(
        dict.fromkeys((f"{day}s" for day in WEEKDAYS if day.endswith("day")), ((p.WEEKDAYS_EVERY, _weekdays_every),))
    )
    rules.update(
        dict.fromkeys(
            ("last", "next", "this", "past", "coming", "previous", "following", "current", "same", "first"), _RELATIVE
        )
    )
    rules.update(
        dict.fromkeys(("early", "late", "mid", "beginning", "start", "middle", "end", "close", "turn"), (_EDGE,))
    )
    rules.update(dict.fromkeys(("today", "yesterday", "tomorrow", "tonight"), ((p.DEICTIC, rel.deictic),)))
    rules.update(dict.fromkeys(SEASONS, ((p.SEASON_YEAR, rel.season_year),)))
    counts = [
        *(word for word in (*ONES, *TENS) if word.isascii()),
        "a",
        "an",
        "half",
        "several",
        "few",
        "many",
        "some",
        "numerous",
        "couple",
    ]
    rules.update(dict.fromkeys(counts, (_AGO,)))
    rules.update(dict.fromkeys((f"{unit}s" for unit in UNITS if unit not in {"second", "century"}), (_AGO,)))
    rules.update(dict.fromkeys(("centuries",), (_AGO,)))
    rules.update(dict.fromkeys(("once", "twice"), ((p.TIMES_A, rel.times_a),)))
    rules.update(dict.fromkeys(("every", "each"), ((p.EVERY, rel.every),)))
    rules.update(
        dict.fromkeys(
            ("hourly", "daily", "nightly", "weekly", "monthly", "quarterly", "yearly", "annually"),
            ((p.ADVERB_SET, rel.adverb_set),),
        )
    )
    rules.update(
        dict.fromkeys(
            ("now", "currently", "nowadays", "presently", "recently", "lately"), ((p.VAGUE_NOW, rel.vague_now),)
        )
    )
    rules.update(dict.fromkeys(("noon", "midday", "midnight"), ((p.NOON, _noon),)))
    rules["recent"] = (_AGO,)
    rules["the"] = (*_RELATIVE, _EDGE, (p.SHORT_DECADE, _short_decade), (p.CENTURY, _century), (p.DEICTIC, rel.deictic))
    rules["at"] = ((p.VAGUE_NOW, rel.vague_now),)
    return rules


RULES: Final = _rules()


def try_rules(rules: tuple[tuple[re.Pattern[str], Builder], ...], place: Place, at: int) -> Found | None:
    """Return what the first fitting rule finds at `at`, or None."""
    for pattern, build in rules:
        match = pattern.match(place.text, at)
        if match is not None:
            found = build(match, place)
            if found is not None:
                return found
    return None


def english_at(place: Place, word: str, at: int) -> Found | None:
    """Return the expression that starts with `word` at `at`, or None."""
    if word[0].isdigit():
        return try_rules(_DIGIT_RULES, place, at)
    rules = RULES.get(word.lower())
    return None if rules is None else try_rules(rules, place, at)
