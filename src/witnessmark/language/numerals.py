"""Where numbers stand in English text: digits, words, magnitudes and ranges, as values with exact spans."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from witnessmark.language.numbers import FRACTIONS, HUNDREDS, MULTIPLIERS, ONES, SCALES, TENS, parse_number

_SMALL: Final = frozenset(word for word in (*ONES, *TENS, *HUNDREDS) if word.isascii())
_LARGE: Final = frozenset(word for word in (*SCALES, *MULTIPLIERS) if word.isascii() and len(word) > 1) - {
    "bin",
    "score",
}
_SUFFIX: Final = frozenset({"k", "m", "bn", "mln"})
_MAGNITUDES: Final = frozenset(["couple", "tens", "dozens", "scores", "hundreds", "thousands", "millions", "billions"])
_FIRST: Final = _SMALL | _LARGE | _MAGNITUDES | {"half", "quarter"}
_TRIGGER: Final = re.compile(r"\d+|[A-Za-z]+")
_DIGITS: Final = re.compile(
    r"\d{1,3}(?:[,. ]\d{3}){1,6}(?:[.,]\d{1,9})?(?!\d)|\d{1,2}(?:,\d{2}){1,6},\d{3}(?!\d)|\d+(?:[.,]\d{1,9})?(?!\d)|\d+"
)
_WORD: Final = re.compile(r"[ \n-]?\s?([A-Za-z]+)")
_MAGNITUDE: Final = re.compile(
    r"(?:couple(?=\s+of\b)|tens|dozens|scores|hundreds|thousands|millions|billions)(?:\s+(?:of|or)\s+(?:(?:hundreds|tens)\s+of\s+)?"
    r"(?:thousands|millions|billions|hundreds))?\b",
    re.IGNORECASE,
)
_VAGUE_LEAD: Final = re.compile(r"\b((?:several|many|a few|few)\s+)$", re.IGNORECASE)
_ARTICLE_LEAD: Final = re.compile(r"\b((?:half\s+)?an?\s+)$", re.IGNORECASE)
#: "A quarter million" is a quarter of one.
_PART_OF_SCALE: Final = re.compile(
    r"(?P<part>half|quarter)(?:\s+of\s+a|\s+an?|-)?[\s-]?(?P<scale>thousand|million|billion|trillion)\b", re.IGNORECASE
)
_AND_HALF: Final = re.compile(r"\s+and\s+a\s+half\b", re.IGNORECASE)
#: "The quarter", "a couple from the coast": a part of a year or two who are married, no number of things.
_NO_NUMBER: Final = re.compile(r"quarter\b|couple\b", re.IGNORECASE)
_MOST_WORDS: Final = 9
#: The shortest number word has so many letters.
_SHORTEST: Final = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Numeral:
    """A number at `start`..`end`: its value, or its `magnitude` when the words give no figure."""

    start: int
    end: int
    value: float | None = None
    magnitude: str = ""
    in_digits: bool = False
    scaled: bool = False


def find_numerals(text: str) -> Iterator[Numeral]:
    """Yield the numbers of `text` in order, not overlapping; whether they are quantities is not asked here."""
    done = 0
    for match in _TRIGGER.finditer(text):
        word, at = match[0], match.start()
        if at < done:
            continue
        if word[0].isdigit():
            numeral = _from_digits(text, at)
        elif len(word) > _SHORTEST - 1 and word.lower() in _FIRST:
            numeral = _from_words(text, at, done)
        else:
            continue
        if numeral is not None:
            done = numeral.end
            yield numeral


def _from_digits(text: str, at: int) -> Numeral | None:
    match = _DIGITS.match(text, at)
    if match is None:
        return None
    end, scaled = _scales_after(text, match.end())
    value = parse_number(text[at:end])
    if value is None:
        end, scaled, value = match.end(), False, parse_number(match[0])
    return None if value is None else Numeral(start=at, end=end, value=value, in_digits=True, scaled=scaled)


def _scales_after(text: str, at: int) -> tuple[int, bool]:
    end = at
    half = _AND_HALF.match(text, at)
    if half:
        end = half.end()
    for _ in range(2):
        word = _WORD.match(text, end)
        if word is None or (
            word[1].lower() not in _LARGE and not (word[1].lower() in _SUFFIX and word.end() - end <= _SHORTEST)
        ):
            break
        if word[1] == "m" and text[at : word.start(1)] != "":
            break
        end = word.end()
    return (end, True) if end > at and not (half and end == half.end()) else (end, False)


def _from_words(text: str, at: int, floor: int) -> Numeral | None:
    magnitude = _MAGNITUDE.match(text, at)
    if magnitude:
        couple = magnitude[0].lower() == "couple"
        start = _led(_ARTICLE_LEAD if couple else _VAGUE_LEAD, text, at, floor)
        words = _squeezed(text[start : magnitude.end()])
        return Numeral(start=start, end=magnitude.end(), value=2.0 if couple else None, magnitude=words)
    part = _PART_OF_SCALE.match(text, at)
    if part:
        amount = FRACTIONS[part["part"].lower()] * SCALES[part["scale"].lower()]
        return Numeral(start=_led(_ARTICLE_LEAD, text, at, floor), end=part.end(), value=amount, scaled=True)
    if _NO_NUMBER.match(text, at):
        return None
    ends = list(_word_ends(text, at))
    first = re.match(r"[A-Za-z]+", text[at : at + 20])
    if first and first[0].lower() in _LARGE:
        vague = _led(_VAGUE_LEAD, text, at, floor)
        if vague != at:
            return Numeral(start=vague, end=ends[-1], magnitude=_squeezed(text[vague : ends[-1]]))
        at = _led(_ARTICLE_LEAD, text, at, floor)
    value, end = _longest_value(text, at, ends)
    if value is None:
        return None
    return Numeral(start=at, end=end, value=value, scaled=any(word in text[at:end].lower() for word in _LARGE))


def _longest_value(text: str, at: int, ends: list[int]) -> tuple[float | None, int]:
    """The value of the longest number that starts at `at`: a number of words stays one as long as each word fits."""
    value, stop = None, at
    for end in ends:
        longer = parse_number(re.sub(r"\s+", " ", text[at:end]))
        if longer is None:
            break
        value, stop = longer, end
    return value, stop


def _squeezed(words: str) -> str:
    return re.sub(r"\s+", " ", words.lower())


def _led(pattern: re.Pattern[str], text: str, at: int, floor: int) -> int:
    match = pattern.search(text[max(floor, at - 16) : at])
    return at - len(match[1]) if match else at


def _word_ends(text: str, at: int) -> Iterator[int]:
    """Where the number that starts at `at` might end, shortest first."""
    end = at
    for _ in range(_MOST_WORDS):
        word = _WORD.match(text, end)
        if word is None:
            return
        low = word[1].lower()
        end = word.end()
        if low in _SMALL or low in _LARGE or low in FRACTIONS:
            yield end
        elif low not in {"and", "a", "an"}:
            return
