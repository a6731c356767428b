"""Telling details of a person found reworded: inflected, in another order, with a date less exact."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from witnessmark.text.analyser import tokens

_SILENT: Final = frozenset(
    ["a", "an", "the", "of", "in", "on", "at", "by", "from", "to", "for", "with", "and", "or", "is", "was", "were", "has", "had",
     "have", "be", "been", "his", "her", "their", "its", "who", "that", "this", "he", "she", "they", "it", "as", "one", "day"]
)  # fmt: skip
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE: Final = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? )?(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
    r"(?: \d{1,2}(?:st|nd|rd|th)?,?)?,? (?P<year>(?:19|20|21)\d{2})\b"
    r"|\b\d{1,2}[./](?P<m2>\d{1,2})[./](?P<y2>(?:19|20|21)\d{2})\b|\b(?P<y3>(?:19|20|21)\d{2})-(?P<m3>\d{2})(?:-\d{2})?\b",
    re.IGNORECASE,
)
_NUMBERS: Final = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
    "eleven": "11", "twelve": "12", "second": "2", "third": "3", "both": "2",
}  # fmt: skip
#: Words that tell the same of a person.
_SAME: Final = {
    "detained": "arrest", "arrested": "arrest", "seized": "arrest", "employed": "work", "works": "work", "worked": "work",
    "job": "work", "employee": "work", "lives": "live", "lived": "live", "resident": "live", "living": "live", "mum": "mother",
    "dad": "father", "broke": "break", "broken": "break", "born": "birth", "taught": "teach", "teaches": "teach",
    "teacher": "teach", "lost": "lose", "loses": "lose", "drove": "drive", "drives": "drive", "driver": "drive", "ran": "run",
    "runs": "run", "sold": "sell", "sells": "sell", "wrote": "write", "writes": "write",
}  # fmt: skip
_WORD: Final = re.compile(r"\d{4}-\d{2}|[^\W_]+(?:['’][^\W\d_]+)?")
#: The share of a detail's telling words that must stand in a stretch.
_ENOUGH: Final = 0.6
_MOST_WORDS: Final = 3
_SHORTEST: Final = 3


def details_in(text: str, details: tuple[str, ...]) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, how many) where two or more details of one person stand in one stretch of text.

    Two wordings of one detail that are met by the same words of the text count once.
    """
    if len(details) < 2:  # noqa: PLR2004 - one detail tells nobody
        return
    said = _keys(text)
    met: list[frozenset[str]] = []
    for detail in details:
        found = _found(detail, said)
        if found and not any(found & other for other in met):
            met.append(found)
    if len(met) > 1:
        spans = [said[key] for found in met for key in found]
        yield min(start for start, _ in spans), max(end for _, end in spans), len(met)


def telling_words(text: str) -> Iterable[str]:
    """Return the telling words of a text in one form each, months of a year among them."""
    return _keys(text)


def _found(detail: str, said: dict[str, tuple[int, int]]) -> frozenset[str]:
    """The telling words of a detail that a text has, if they are enough: of a short one all, of a longer one most."""
    wanted = _keys(detail)
    found = frozenset(key for key in wanted if key in said)
    words = [key for key in wanted if not key.isdigit()]
    needed = len(wanted) if len(wanted) < _MOST_WORDS else max(2, round(_ENOUGH * len(wanted) + 0.2))
    telling = [key for key in found if not key.isdigit()]
    enough = len(found) >= needed and len(telling) >= min(2, len(words)) and len(detail.strip()) >= _SHORTEST
    return found if wanted and enough else frozenset()


@lru_cache(maxsize=4096)
def _keys(text: str) -> dict[str, tuple[int, int]]:
    """Return the telling words of a text in one form each, with the first place where each stands."""
    keys: dict[str, tuple[int, int]] = {}
    dated = []
    for match in _DATE.finditer(text):
        month = match["month"]
        number = _MONTHS.index(month[:3].lower()) + 1 if month else int(match["m2"] or match["m3"])
        keys.setdefault(f"{match['year'] or match['y2'] or match['y3']}-{number:02d}", match.span())
        dated.append(match.span())
    for match in _WORD.finditer(text):
        if any(start <= match.start() < end for start, end in dated):
            continue
        key = _key(match[0])
        if key:
            keys.setdefault(key, match.span())
    return keys


@lru_cache(maxsize=32768)
def _key(word: str) -> str:
    lowered = word.casefold()
    if lowered in _SILENT:
        return ""
    known = _NUMBERS.get(lowered) or _SAME.get(lowered)
    return known or next(iter(tokens(lowered, "en" if word.isascii() else "")), "")


def details_met(text: str, details: tuple[str, ...]) -> frozenset[int]:
    """Return which of a person's details (by their place in `details`) a text tells, also reworded."""
    said = _keys(text)
    return frozenset(index for index, detail in enumerate(details) if _found(detail, said))


def shares_details(others: tuple[str, ...], details: Iterable[str]) -> bool:
    """Tell whether somebody with the details `others` could be meant by each of `details` as well."""
    told = _keys(" . ".join(others))
    return all(_found(detail, told) for detail in details)
