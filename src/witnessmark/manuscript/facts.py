"""What a stretch of text asserts that can be compared: numbers, dates, weekdays, names."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from witnessmark.evidence.dates import PartialDate
from witnessmark.evidence.reading import DateMention, QuantityMention
from witnessmark.language.dates import find_dates
from witnessmark.language.names import find_names
from witnessmark.language.numerals import find_numerals
from witnessmark.language.quantities import find_quantities
from witnessmark.text.scripts import name_key

WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY: Final = re.compile(rf"\b({'|'.join(WEEKDAYS)})s?\b", re.IGNORECASE)
_DAY_MONTH: Final = re.compile(
    r"\b(?:(\d{1,2})(?:st|nd|rd|th)?(?: of)? (?=(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
    r"|(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (\d{1,2})\b(?!\d))",
)
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
#: A number after these names a place in a document, a law or a series: no quantity.
_REFERENCE: Final = re.compile(
    r"(?:\b(?:paragraphs?|paras?\.?|articles?|arts?\.|sections?|chapters?|annex(?:es)?|appendix|pages?|pp?\.|no\.|nos\.|number|"
    r"figures?|tables?|footnotes?|notes?|rules?|principles?|resolution|decree|order|item|items|volume|line|row|version|"
    r"phase|grade|witness|interviewee|source|facility|camp|block|cell|room|school|hospital|unit|brigade|route|road|"
    r"highway|district|zone|gate|law|case|file)(?: no\.?)? ?|[#№§/@A-Za-z_-])$",
    re.IGNORECASE,
)
_LISTED: Final = re.compile(
    r"\b(?:paragraphs|paras\.?|articles|arts\.|sections|chapters|pages|pp\.|nos\.|rules|principles|items|rows|lines)\s+"
    r"(?:\d+[a-z]?(?:\(\w+\))*\s*(?:,|and|or|to|–|-)\s*)+(?:and |or )?$",
    re.IGNORECASE,
)
#: So many characters before a number tell what it is a number of.
_LEAD: Final = 120
_RAW_NUMBER: Final = re.compile(r"\d+(?:[,.\u00a0\u202f ’']\d{3})*(?:[.,]\d+)?")
#: A number alone in a cell of a table: no year, though it may look like one.
_CELL_NUMBER: Final = re.compile(r"(?:^|[\t;|]) *(\d{4}) *(?=$|[\t;|])", re.MULTILINE)
#: “8, 11 and ” before “14 February”.
_DAYS_BEFORE: Final = re.compile(
    r"(?<![\d.,:])(?:\d{1,2}(?:st|nd|rd|th)?, ?)*\d{1,2}(?:st|nd|rd|th)?,? (?:and|or|to|until|through) (?:the )?$"
)
_LAST_DAY: Final = 31
_TOKEN: Final = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: span, value (or magnitude), the words."""

    start: int
    end: int
    words: str
    value: float | None
    magnitude: str = ""


@dataclass(frozen=True, slots=True)
class NameFact:
    """A name in a text and the keys of the words it is made of."""

    start: int
    end: int
    words: str
    keys: tuple[str, ...]


@lru_cache(maxsize=32768)
def dates_in(text: str, anchor: PartialDate | None = None, language: str = "en") -> tuple[DateMention, ...]:
    """Return the date expressions of a text, resolved against an anchor where there is one."""
    found = tuple(find_dates(text, anchor=anchor, language=language))
    shared = [day for one in found for day in _shared_month(text, one)]
    return tuple(sorted([*found, *shared], key=lambda one: one.start)) if shared else found


def _shared_month(text: str, date: DateMention) -> Iterator[DateMention]:
    """Yield the days before “9 and 15 February” that share its month; a range has both its ends already."""
    if date.type != "point" or (lead := _DAYS_BEFORE.search(text, max(0, date.start - 40), date.start)) is None:
        return
    own = re.match(r"(\d{1,2})(?:st|nd|rd|th)? (?=[A-Z][a-z])", date.words)
    for day in re.finditer(r"\d{1,2}", lead[0]) if own else ():
        value = date.date.value if date.date is not None else ""
        whole = re.fullmatch(r"\d{4}-\d{2}-\d{2}", value)
        shared = PartialDate(value=f"{value[:8]}{int(day[0]):02d}", precision="day") if whole else None
        at = lead.start() + day.start()
        if own is not None and 0 < int(day[0]) <= _LAST_DAY and int(day[0]) != int(own[1]):
            words = f"{day[0]} {date.words[own.end() :]}"
            yield DateMention(start=at, end=at + len(day[0]), words=words, type="point", date=shared)


@lru_cache(maxsize=32768)
def numbers_in(text: str, language: str = "en") -> tuple[Number, ...]:
    """Return the counted numbers of an English text: no dates, no numbers that name a paragraph, an article or a cell.

    "one" alone is left out: it is more often a pronoun than a count.
    """
    dated = [(d.start, d.end) for d in dates_in(text, None, language) if d.type in {"point", "range"}]
    found = []
    for one in find_numerals(text):
        words = text[one.start : one.end]
        inside = any(start <= one.start < end for start, end in dated)
        if (
            inside
            or words.lower() in {"one", "half"}
            or (one.in_digits and _names_a_place(text[max(0, one.start - _LEAD) : one.start]))
        ):
            continue
        if re.match(r"[-–]?[A-Za-z]", text[one.end : one.end + 1]) and not re.match(r"-", text[one.end : one.end + 1]):
            continue
        found.append(Number(one.start, one.end, words, one.value, one.magnitude))
    return tuple(found)


def _names_a_place(before: str) -> bool:
    """Tell whether a number names a place in a document: “article 7”, and each number of “articles 6, 7 and 9”."""
    return bool(_REFERENCE.search(before) or _LISTED.search(before))


@lru_cache(maxsize=16384)
def quantities_in(text: str, language: str = "en") -> tuple[QuantityMention, ...]:
    """Return the quantities of a text: values, ranges, hedges, what is counted."""
    dates = [(one.start, one.end) for one in dates_in(text, None, language)]
    return tuple(find_quantities(text, language=language, dates=dates))


@lru_cache(maxsize=8192)
def values_in(text: str, language: str = "") -> frozenset[float]:
    """Return every value that a source may be said to name: quantities, numerals, digits outside dates, in any script."""
    values: set[float] = set()
    for quantity in quantities_in(text, language or "en"):
        values.update(value for value in (quantity.value, quantity.low, quantity.high) if value is not None)
    values.update(
        one.value for one in find_numerals(text) if one.value is not None and not _dated(text, one.start, language)
    )
    folded = unicodedata.normalize("NFKC", text)
    for match in _RAW_NUMBER.finditer(_digits_folded(folded)):
        if not _dated(text, match.start(), language) or len(folded) != len(text):
            digits = re.sub(r"[,\u00a0\u202f ’'](?=\d{3})", "", match[0])
            values.add(float(digits.replace(",", ".")) if digits.count(",") + digits.count(".") < 2 else 0.0)  # noqa: PLR2004 - one decimal mark
    values.update(float(match[1]) for match in _CELL_NUMBER.finditer(text))
    return frozenset(values)


def _digits_folded(text: str) -> str:
    return "".join(str(unicodedata.digit(char)) if char.isdigit() and not char.isascii() else char for char in text)


def _dated(text: str, at: int, language: str) -> bool:
    return any(d.start <= at < d.end for d in dates_in(text, None, language or "en") if d.type in {"point", "range"})


@lru_cache(maxsize=32768)
def names_in(text: str) -> tuple[NameFact, ...]:
    """Return the names of a text with the keys of their capitalised words (transliteration signs and case folded)."""
    facts = []
    dated = [(found.start, found.end) for found in dates_in(text)]
    for name in find_names(text):
        if any(start <= name.start < end for start, end in dated):
            continue
        keys = tuple(name_key(token) for token in _TOKEN.findall(name.words) if _tells(token))
        if keys:
            facts.append(NameFact(name.start, name.end, name.words, keys))
    return tuple(facts)


def _tells(token: str) -> bool:
    return not token[0].islower() or not token.isascii()


@lru_cache(maxsize=8192)
def keys_in(text: str) -> frozenset[str]:
    """Return the keys of all words of a text, under which ways of writing a name meet."""
    keys: set[str] = set()
    for token in _TOKEN.findall(text):
        keys.add(name_key(token))
        keys.update(name_key(part) for part in re.split(r"[-’']", token) if part)
    return frozenset(keys)


def weekdays_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, weekday in lower case) of weekday names."""
    for match in _WEEKDAY.finditer(text):
        yield match.start(), match.end(), match[1].lower()


@lru_cache(maxsize=8192)
def day_months_in(text: str) -> frozenset[tuple[int, int]]:
    """Return the (month, day) pairs written in English without regard to a year."""
    pairs = set()
    for match in _DAY_MONTH.finditer(text):
        day, month = int(match[1] or match[4]), match[2] or match[3]
        pairs.add((_MONTHS.index(month) + 1, day))
        lead = _DAYS_BEFORE.search(text, max(0, match.start() - 40), match.start()) if match[1] else None
        pairs |= {(_MONTHS.index(month) + 1, int(one)) for one in re.findall(r"\d{1,2}", lead[0])} if lead else set()
    return frozenset(pairs)
