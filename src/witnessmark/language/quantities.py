"""Numbers in running text with what they count, their hedge and range; never dates, times or list numbers."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from witnessmark.evidence.reading import QuantityMention
from witnessmark.language.counted import Counted, read_counted
from witnessmark.language.counted_nouns import CURRENCIES
from witnessmark.language.dates import find_dates
from witnessmark.language.numbers import DIGITS, SCALES
from witnessmark.language.numerals import Numeral, find_numerals
from witnessmark.language.overlaps import longest
from witnessmark.language.quantities_scripts import find_in_scripts
from witnessmark.language.references import is_reference

Span = tuple[int, int]
_HEDGE: Final = re.compile(
    r"\b(?P<hedge>at least|at most|up to|as many as|as much as|as few as|as little as|no more than|no fewer than|"
    r"no less than|"
    r"not more than|not less than|more than|fewer than|less than|in excess of|upwards of|(?:an\s+)?estimated|"
    r"an? approximate|"
    r"approximately|about|around|roughly|some|nearly|almost|close to|just over|just under|well over|over|under|only|"
    r"a reported|reportedly|a total of|possibly|perhaps|maybe|an additional|another|exactly|a minimum of|"
    r"a maximum of|~|≈)"
    r"\s*(?:an?\s+)?$",
    re.IGNORECASE,
)
_CURRENCY: Final = re.compile(
    r"(?P<sign>(?:US|A|C|HK|CDN|CA|AU)?\$|€|£|¥|₽|₴|₺|₹|₿|\b(?:USD|EUR|GBP|CNY|RMB|CHF)\s)\s?$"
)
_RANGE: Final = re.compile(
    r"\s*(?P<word>–|—|-|to|and|or)\s*(?P<hedge>(?:as many as|more than|nearly|over|up to|almost|about|"
    r"as much as)\s+)?(?:[$€£¥]\s?)?"
)
_PLUS: Final = re.compile(r"\+|\s+or more\b|\s+or so\b|\s+or fewer\b")
_AGE: Final = re.compile(r"(?:-|\s)years?(?:-|\s)olds?\b")
#: "Aged 34", "at the age of 78", "ages of 14 and 18", "when she was 19", "Vall, now 22".
_AGED: Final = re.compile(
    r"\b(?:aged?|ages?\s(?:of|between|over|under)|ages?\sof\s\d{1,2}\s(?:and|to|or))\s$|\b[Ss]?[Hh]e\s(?:was|is)\s(?:about\s|just\s|only\s|nearly\s)?$|"
    r"[A-Z][\w’'-]+,\s(?:now|then)\s$"
)
#: "Nadia Fell, 49, was", with a comma or bracket on both sides.
_BESIDE_A_NAME: Final = re.compile(r"[A-Z][\w’'.-]+(?:\s\()?,?\s?$")
_OLDEST: Final = 115
_DIGITS_AFTER_FOLD: Final = re.compile("[٠-٩۰-۹０-９٬٫\u00a0\u202f\u2009]")
_FLOORS: Final = frozenset(
    {
        "at least",
        "more than",
        "no fewer than",
        "no less than",
        "not less than",
        "over",
        "just over",
        "well over",
        "in excess of",
        "upwards of",
        "a minimum of",
    }
)
_CEILINGS: Final = frozenset(
    {
        "up to",
        "at most",
        "as many as",
        "as much as",
        "no more than",
        "not more than",
        "fewer than",
        "less than",
        "under",
        "just under",
        "a maximum of",
    }
)
_REACH: Final = 28
_LONGEST_GAP: Final = 24


def find_quantities(
    text: str, *, language: str = "en", base: int = 0, dates: Sequence[Span] | None = None
) -> list[QuantityMention]:
    """Return the quantities of `text` in order; offsets are code points plus `base`, spans hold hedge and noun.

    A single figure is `value`; "at least" also sets `low`, "up to" also `high`; a range has only those two; words
    such as "hundreds of thousands" stay as `magnitude`. `dates` are spans (in `text`, without `base`) that are not
    quantities; left out, they are looked for. The owner is left "": whose number it is is not asked here.
    """
    folded = text.translate(DIGITS) if _DIGITS_AFTER_FOLD.search(text) else text
    taken = sorted(dates) if dates is not None else _date_spans(text, language)
    found = list(_find(folded, taken)) if re.search(r"[A-Za-z0-9]", folded) else []
    found += find_in_scripts(text, taken)
    return [_moved(item, text, base) for item in longest(found)]


def _date_spans(text: str, language: str) -> list[Span]:
    return [(found.start, found.end) for found in find_dates(text, anchor=None, language=language)]


def _moved(item: QuantityMention, text: str, base: int) -> QuantityMention:
    return QuantityMention(
        start=item.start + base, end=item.end + base, words=text[item.start : item.end], value=item.value, low=item.low,
        high=item.high, magnitude=item.magnitude, unit=item.unit, what=item.what, hedge=item.hedge,
    )  # fmt: skip


def _in_date(starts: list[int], taken: Sequence[Span], at: int) -> bool:
    index = bisect_right(starts, at) - 1
    return index >= 0 and taken[index][0] <= at < taken[index][1]


def _find(text: str, taken: Sequence[Span]) -> Iterator[QuantityMention]:
    starts = [start for start, _ in taken]
    numerals = [item for item in find_numerals(text) if not _in_date(starts, taken, item.end - 1)]
    skip = False
    for index, numeral in enumerate(numerals):
        if skip:
            skip = False
            continue
        if is_reference(text, numeral):
            continue
        following = numerals[index + 1] if index + 1 < len(numerals) else None
        pair = _range(text, numeral, following)
        mention = _ranged(text, numeral, *pair) if pair else _single(text, numeral)
        skip = pair is not None and mention is not None
        if mention is not None:
            yield mention


def _range(text: str, first: Numeral, second: Numeral | None) -> tuple[Numeral, str] | None:
    if second is None or first.value is None or second.value is None or second.start - first.end > _LONGEST_GAP:
        return None
    gap = _RANGE.fullmatch(text, first.end, second.start)
    if gap is None:
        return None
    before = text[max(0, first.start - 12) : first.start].lower()
    if gap["word"] == "and" and not re.search(r"\bbetween\s+(?:US|A|C|HK)?[$€£¥]?$", before, re.IGNORECASE):
        return None
    if gap["word"] == "to" and re.search(r"\bfrom\s+[$€£¥]?$", before):
        return None
    low = first.value * _shared_scale(first, second)
    if not low < second.value:
        return None
    return second, (gap["hedge"] or "").strip().lower()


def _shared_scale(first: Numeral, second: Numeral) -> float:
    """Return what the first shares of the second's scale: "2 to 3 million" is two million to three million."""
    if (
        first.scaled
        or not second.scaled
        or first.value is None
        or second.value is None
        or first.value >= SCALES["thousand"]
    ):
        return 1.0
    scale = next((scale for scale in (1e12, 1e9, 1e6, 1e3, 100.0, 12.0) if second.value >= scale), 1.0)
    return scale if first.value * scale < second.value else 1.0


def _ranged(text: str, first: Numeral, second: Numeral, hedge: str) -> QuantityMention | None:
    start, led, currency = _lead(text, first.start)
    between = re.search(r"\bbetween\s+$", text[max(0, start - 10) : start])
    counted = read_counted(text, first.start, second.end, value=second.value)
    if not (counted.unit or currency or first.scaled or second.scaled or hedge or led or between):
        return None
    low = (first.value or 0.0) * _shared_scale(first, second)
    return QuantityMention(
        start=start - len(between[0]) if between else start, end=counted.end, words="", low=low, high=second.value,
        unit=currency or counted.unit, what=counted.what, hedge=led or hedge,
    )  # fmt: skip


def _lead(text: str, start: int) -> tuple[int, str, str]:
    """The hedge and the currency sign before a number: (where they start, hedge, currency)."""
    currency = _CURRENCY.search(text[max(0, start - 5) : start])
    if currency:
        start -= len(currency[0])
    hedge = _HEDGE.search(text[max(0, start - _REACH) : start])
    if hedge:
        start = max(0, start - _REACH) + hedge.start() if start > _REACH else hedge.start()
    words = re.sub(r"\s+", " ", hedge["hedge"].lower()) if hedge else ""
    sign = CURRENCIES.get(currency["sign"].strip().lower(), "USD") if currency else ""
    return (
        start,
        words.removeprefix("an ").removeprefix("a ") if words in {"an estimated", "a reported"} else words,
        sign,
    )


def _single(text: str, numeral: Numeral) -> QuantityMention | None:
    start, hedge, currency = _lead(text, numeral.start)
    counted = read_counted(text, numeral.start, numeral.end, value=numeral.value)
    age = _AGE.match(text, numeral.end) or (not counted.what and _is_aged(text, numeral))
    if age and numeral.value is not None:
        end = numeral.end if age is True else age.end()
        return QuantityMention(
            start=start, end=end, words="", value=numeral.value, unit="years", what="age", hedge=hedge
        )
    plus = _PLUS.match(text, numeral.end)
    if plus and not counted.unit:
        counted = read_counted(text, numeral.start, plus.end(), value=numeral.value)
        hedge = hedge or ("at least" if plus[0] in {"+", " or more"} else plus[0].strip())
    if not _is_quantity(text, numeral, counted, hedge, currency):
        return None
    value = _value(numeral, counted, text)
    return QuantityMention(
        start=start, end=counted.end, words="", value=value, low=value if hedge in _FLOORS else None,
        high=value if hedge in _CEILINGS else None, magnitude=numeral.magnitude, unit=currency or counted.unit,
        what=counted.what, hedge=hedge,
    )  # fmt: skip


def _is_aged(text: str, numeral: Numeral) -> bool:
    """Tell an age told without the word years: "aged 34", "he was 85" before a stop, "Nadia Fell, 49, was"."""
    before, after = text[max(0, numeral.start - _REACH) : numeral.start], text[numeral.end : numeral.end + 1]
    if _AGED.search(before):
        return re.match(r"[\s,.;)]|$", after) is not None
    alone = numeral.in_digits and numeral.value is not None and numeral.value < _OLDEST and after in {",", ")"}
    return alone and before[-2:] in {", ", " (", "("} and _BESIDE_A_NAME.search(before[:-1]) is not None


def _value(numeral: Numeral, counted: Counted, text: str) -> float | None:
    """Read "1.200 people" as twelve hundred: there are no fractions of a person."""
    digits = text[numeral.start : numeral.end]
    if counted.unit == "persons" and re.fullmatch(r"\d{1,3}\.\d{3}", digits):
        return float(digits.replace(".", ""))
    return numeral.value


_ASSERTED: Final = re.compile(
    r"\b(?:rose|risen|fell|fallen|grew|grown|dropped|climbed|increased|decreased|reached|reach|totalled|totaled|"
    r"numbered|number|stood at|stands? at|losses at|dead at|toll at|figure at|total at|lost|losing|counted|was|were|is|are|"
    r"exceeds?|exceeded|put at|toll (?:is|of|at|to)|from|to|of)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)


#: "Around twenty more", after what was counted before.
_MORE: Final = re.compile(r"\s+(?:more|others?)\b(?!\s+than)")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


def _is_quantity(text: str, numeral: Numeral, counted: Counted, hedge: str, currency: str) -> bool:
    """A number counts something, or is money, hedged, a magnitude, scaled, or told as a figure that was reached."""
    if counted.unit or currency or numeral.magnitude:
        return True
    is_year = numeral.in_digits and not hedge and _YEAR.fullmatch(text, numeral.start, numeral.end)
    if is_year or (numeral.value == 1 and not numeral.in_digits):
        return False
    if (
        (hedge and _MORE.match(text, numeral.end))
        or numeral.scaled
        or (hedge not in {"", "another", "only", "some", "over", "under", "about", "around"})
    ):
        return True
    digits = text[numeral.start : numeral.end]
    if numeral.in_digits and ("," in digits or hedge):
        return True
    before = text[max(0, numeral.start - _REACH) : numeral.start]
    return (
        numeral.in_digits
        and _ASSERTED.search(before) is not None
        and re.match(r"[\s,.;)]|$", text[numeral.end : numeral.end + 1]) is not None
    )
