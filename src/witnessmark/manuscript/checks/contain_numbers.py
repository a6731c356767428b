"""Do the numbers of a claim stand in what it cites, counted of the same thing, or follow from it?"""

import math
import re
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from itertools import combinations, pairwise
from typing import Final

from witnessmark.evidence.statements import Quantity
from witnessmark.language.numerals import find_numerals
from witnessmark.manuscript.checks.contain_dates import is_day, support_dates
from witnessmark.manuscript.checks.miss import Miss
from witnessmark.manuscript.checks.scope import Claim
from witnessmark.manuscript.facts import Number, numbers_in, quantities_in, values_in
from witnessmark.manuscript.figures import COUNTED, NOUNS, STATES, kinds_of
from witnessmark.manuscript.support import Support
from witnessmark.text.wordlists import word_set

_PERCENT: Final = re.compile(r"\s*(?:%|per cent\b|percent\b)")
_HALF_PERCENT: Final = 0.51
#: Counts of what a text itself says: no data.
_DISCOURSE: Final = re.compile(
    r" (?:main |further |other )?(?:things|reasons|points|questions|ways|claims|respects|matters)\b"
)
_FEW: Final = 11
_AROUND: Final = 60
_AGED: Final = re.compile(r"\baged (?:about )?$", re.IGNORECASE)
_SUMMED: Final = re.compile(
    r"\b(?:comes? to|came to|total(?:s|led|ling)?|adds? up|sums?|together|in all|amounts? to)\b", re.IGNORECASE
)
_LAST_DAY: Final = 31
_SMALL: Final = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|a hundred|\d{1,3})"
_RATIOS: Final = re.compile(
    rf"\b(?P<part>{_SMALL})(?: [a-z]+){{0,2}} (?:in|out of|of|for|to)(?: every)? (?P<whole>{_SMALL})\b(?! (?:(?-i:[A-Z])|days|"
    rf"o'clock))",
    re.IGNORECASE,
)
#: A ratio in words is rough: so much of it may be rounded away.
_ROUGH: Final = 0.13
_YEARS: Final = (1800, 2200)
#: More numbers than this are not paired with one another.
_MOST: Final = 24
_SCALES: Final = {"thousand": 1e3, "thousands": 1e3, "million": 1e6, "millions": 1e6, "billion": 1e9, "billions": 1e9}
_SCALE_WORD: Final = re.compile(r"(?<![A-Za-z])(thousand|million|billion)s?(?![A-Za-z])", re.IGNORECASE)
_CHANGED: Final = re.compile(
    r"\b(?:increase|rise|rose|growth|grew|decrease|fall|fell|drop|dropped|decline|reduction|difference|differ|increased|more|"
    r"fewer|less|therefore|thus|hence)\b",
    re.IGNORECASE,
)


def missing_numbers(claim: Claim) -> Iterator[Miss]:
    """Yield numbers and magnitudes that no support gives and that do not follow from one source's own numbers."""
    numbers = numbers_in(claim.words)
    if not numbers:
        return
    each = _Lazy(claim)
    said = " ".join(" ".join(support.words.lower().split()) for support in claim.supports)
    for number in numbers:
        if _of_the_sentence(number, claim) or _ratio(number, claim, each.values):
            continue
        if number.value is None:
            if number.magnitude and number.magnitude.lower() not in said and _english(claim):
                yield _miss("a magnitude that is not in the support", number, "as the source says it")
        elif (other := _other_end(number, numbers, claim)) is not None:
            yield _miss("one end of a range", number, f"the range, with {other:,g}")
        elif (other_count := _another(number, claim)) is not None:
            yield _miss("another number of the same", number, other_count)
        elif _stands(number, said) or number.value in each.every or _derived(number, numbers, each.values, claim):
            continue
        elif _is_sum(number, numbers, each.every):
            yield _miss("a sum over different sources: lists that may overlap are never added", number, "each figure")
        else:
            yield _miss("a number that is not in the support", number, _nearest(number.value, each.every))


def _of_the_sentence(number: Number, claim: Claim) -> bool:
    """It counts what the sentence itself says or lists; nought in a table says that the source lists none."""
    discourse = _DISCOURSE.match(claim.words, number.end) and (number.value or 0) < _FEW
    return bool(discourse or _enumerated(number, claim) or (number.value == 0 and claim.sentence.kind == "cell"))


def _another(number: Number, claim: Claim) -> str | None:
    """“Three bodies” where the passages cited have “eleven bodies”, and nothing near them has three."""
    noun = _noun_after(claim.words, number)
    extracts = [one for support in claim.supports for one in support.extracts]
    if not noun or not extracts or any(not one.exact or (one.text.language or "en") != "en" for one in extracts):
        return None
    exact = {one.value for e in extracts for one in numbers_in(e.exact)}
    if number.value in exact:
        return None
    theirs = {
        (one.value, one.words) for e in extracts for one in numbers_in(e.exact) if _noun_after(e.exact, one) == noun
    }
    if not theirs or number.value in {len(theirs), len(extracts)}:
        return None
    if any(
        one.value == number.value and _noun_after(e.words, one) == noun for e in extracts for one in numbers_in(e.words)
    ):
        return None
    summed = {a + b for a, _ in theirs for b, _ in theirs if a is not None and b is not None}
    summed |= {abs(a - b) for a, _ in theirs for b, _ in theirs if a is not None and b is not None}
    if number.value in summed or _derived(
        number, numbers_in(claim.words), [_values(one) for one in claim.supports], claim
    ):
        return None
    return ", ".join(f"{words} {noun}" for _, words in sorted(theirs, key=lambda one: one[1])[:3])


def _noun_after(text: str, number: Number) -> str:
    match = re.match(r"[ -]([a-z]{3,})\b", text[number.end :])
    return match[1].rstrip("s") if match and match[1] not in _NO_NOUN else ""


_NO_NOUN: Final = word_set(
    "other others and the that who which were was are had have has more less fewer further out per percent cent than times years "
    "year days day months month weeks week hours hour minutes minute"
)


def _enumerated(number: Number, claim: Claim) -> bool:
    """“Three purposes: a, b and c”: the sentence counts its own list."""
    colon = claim.words.find(":", number.end)
    if colon < 0 or not re.fullmatch(r"(?: [\w’'-]+){1,4}", claim.words[number.end : colon]):
        return False
    listed = [
        one for one in re.split(r", and |, or |[,;] | and | or ", claim.words[colon + 1 :]) if re.search(r"\w", one)
    ]
    apart = [one for one in re.split(r"[,;]", claim.words[colon + 1 :]) if re.search(r"\w", one)]
    return number.value in {len(listed), len(apart)}


def _ratio(number: Number, claim: Claim, each: list[frozenset[float]]) -> bool:
    """“About one in seven”, “two forms for every five people”: as two numbers of one support, or of the sentence, are."""
    text = claim.words
    match = next((one for one in _RATIOS.finditer(text) if one.start() <= number.start < one.end()), None)
    if match is None:
        return False
    part, whole = (_value_of(match[name]) for name in ("part", "whole"))
    if not part or not whole or part >= whole:
        return False
    told = frozenset(one.value for one in numbers_in(claim.sentence.text) if one.value is not None)
    both = frozenset().union(*each)
    pools = [*each, told, told | both]
    return any(
        abs(small / big - part / whole) <= _ROUGH * part / whole
        for pool in pools
        for big in sorted(pool, reverse=True)[:_MOST]
        for small in pool
        if 0 < small < big and {small, big} != {part, whole}
    )


def _value_of(word: str) -> float:
    return 1.0 if word.casefold() == "one" else next((one.value or 0.0 for one in find_numerals(word)), 0.0)


class _Lazy:
    """The numbers of each support, read when the first of them is asked for."""

    def __init__(self, claim: Claim) -> None:
        self._claim = claim

    @cached_property
    def values(self) -> list[frozenset[float]]:
        return [_values(support) for support in self._claim.supports]

    @cached_property
    def every(self) -> frozenset[float]:
        return frozenset().union(*self.values)


def _stands(number: Number, said: str) -> bool:
    """A number in figures, too large for a day and no year, that the support writes the same way."""
    value = number.value or 0
    plain = number.words.isascii() and number.words.replace(",", "").isdigit() and not _YEARS[0] <= value <= _YEARS[1]
    return (
        plain and value > _LAST_DAY and bool(re.search(rf"(?<![\d.,]){re.escape(number.words)}(?![\d]|[.,]\d)", said))
    )


def miscounted(claim: Claim) -> Iterator[Miss]:
    """`17 women` where the support has 17 of something else: men, days, families."""
    for number in numbers_in(claim.words):
        said = kinds_of(_directly_after(claim.words, number, 2)) & COUNTED
        if not said or number.value is None:
            continue
        known = [
            kinds_of(_near(extract.words, other) if said & STATES else _directly_after(extract.words, other, 6))
            for support in claim.supports
            for extract in support.extracts
            if (extract.text.language or "en").startswith("en")
            for other in numbers_in(extract.words)
            if other.value == number.value
        ]
        if known and not any(kinds & said for kinds in known) and any(_excludes(kinds, said) for kinds in known):
            what = ", ".join(sorted({word for kinds in known for word in kinds & NOUNS})) or "something else"
            yield _miss("a number of something else", number, f"{number.words} of what the source counts: {what}")


_COUNTED_TO: Final = re.compile(
    r"\b(?:had|has|have|said|told|returned|came|went|left|to|into|by|with|from|could|would|did|do|while|because|after|before)\b"
)


def _near(text: str, number: Number) -> str:
    """The words around a number: what became of people may stand before it."""
    return text[max(0, number.start - _AROUND) : number.end + _AROUND]


def _directly_after(text: str, number: Number, words: int) -> str:
    """The words behind a number that say what is counted: up to a verb, a clause, or where something is or goes."""
    match = re.match(rf"(?:[- ]*[A-Za-z]+){{0,{words}}}", text[number.end :])
    return _COUNTED_TO.split(match[0], maxsplit=1)[0] if match else ""


def _excludes(known: frozenset[str], said: frozenset[str]) -> bool:
    """The source counts another kind of the same class, or people as such where the claim says which people."""
    return bool(known & NOUNS) and not known & said


def _miss(message: str, number: Number, expected: str) -> Miss:
    return Miss(message=message, got=number.words, expected=expected, at=number.start, length=number.end - number.start)


def _nearest(value: float, known: frozenset[float]) -> str:
    close = sorted(known, key=lambda one: abs(one - value))[:3]
    return "one of " + ", ".join(f"{one:,g}" for one in close) if close else "a number that the source gives"


def _english(claim: Claim) -> bool:
    return any(
        not extract.text.language or extract.text.language.startswith("en")
        for s in claim.supports
        for extract in s.extracts
    )


def _values(support: Support) -> frozenset[float]:
    values: set[float] = set()
    for extract in support.extracts:
        values |= values_in(extract.words, extract.text.language)
        if extract.text.segments and extract.text.segments[0].kind == "row":
            header = extract.text.content[: extract.text.segments[0].end].replace("_", " ")
            scales = {_SCALES[match[1].lower()] for match in _SCALE_WORD.finditer(header)}
            own = values_in(extract.words, extract.text.language)
            values |= {value * scale for value in own for scale in scales}
    for note in support.notes:
        values |= values_in(note)
    for record in support.records:
        if isinstance(record, Quantity):
            values |= {value for value in (record.value, record.low, record.high) if value is not None}
    return frozenset(values)


def _other_end(number: Number, numbers: tuple[Number, ...], claim: Claim) -> float | None:
    """The end of a range that a claim leaves out, if the passages give the number only as the other end."""
    said = {one.value for one in numbers}
    exact = [(e.exact or e.words, e.text.language or "en") for support in claim.supports for e in support.extracts]
    found = [one for words, language in exact for one in quantities_in(words, language)]
    lost: float | None = None
    for one in found:
        if number.value not in {one.value, one.low, one.high}:
            continue
        if one.low is None or one.high is None or one.low == one.high or {one.low, one.high} <= said:
            return None
        lost = one.high if number.value == one.low else one.low
    return lost


def _derived(number: Number, numbers: tuple[Number, ...], each: list[frozenset[float]], claim: Claim) -> bool:
    """A count of the records cited, a sum of parts of one source, a percentage of its numbers, a span between dates."""
    value = number.value
    if (
        value in {len({support.id for support in claim.supports}), len(claim.supports), _rests(claim)}
        and value
        and value > 1
    ):
        return True
    if any(_is_sum(number, numbers, known) for known in each):
        return True
    if _PERCENT.match(claim.words, number.end) and any(_is_percentage(value, numbers, known) for known in each):
        return True
    if _from_two(number, each, claim) or _age(number, claim) or _adds_up(number, each, claim):
        return True
    if value is not None and 0 < value < 1:
        return True
    return bool(re.match(r"[ -](?:days?|weeks?|months?|years?)\b", claim.words[number.end :])) and _spans(claim, value)


def _age(number: Number, claim: Claim) -> bool:
    """So many years old: the years between two days of the support, or one less before the birthday."""
    if not re.match(r"[ -]years?[ -]old\b", claim.words[number.end :]) and not _AGED.search(
        claim.words[: number.start]
    ):
        return False
    years = sorted({int(one[:4]) for support in claim.supports for one in support_dates(support) if one[:4].isdigit()})
    return any(b - a - (number.value or 0) in {0, 1} for a in years for b in years if b > a)


def _adds_up(number: Number, each: list[frozenset[float]], claim: Claim) -> bool:
    """“Come to 30”: the sum of two to four numbers of one support, in words that say so; or how many they are."""
    if not _SUMMED.search(claim.words):
        return False
    for known in each:
        values = sorted(one for one in known if 0 < one <= (number.value or 0))[:_FEW]
        if any(sum(some) == number.value for size in (2, 3, 4) for some in combinations(values, size)):
            return True
    return bool(re.match(r" \w+ (?:come|add|amount)\b", claim.words[number.end :]))


def _from_two(number: Number, each: list[frozenset[float]], claim: Claim) -> bool:
    """A share a/b, a difference a-b or a change (a-b)/b of two numbers of the words cited, in words that say so."""
    value = number.value or 0.0
    exact = [extract.exact or extract.words for support in claim.supports for extract in support.extracts]
    whole = frozenset().union(*each) if any(_SCALE_WORD.search(claim.words) for _ in exact) else frozenset()
    cited = sorted({one for words in exact for one in values_in(words)} | whole, reverse=True)[:_MOST]
    changed = bool(_CHANGED.search(claim.words))
    percent = bool(_PERCENT.match(claim.words, number.end))
    for big in cited:
        for small in cited:
            if not 0 < small < big:
                continue
            if percent and abs(100 * small / big - value) < _HALF_PERCENT:
                return True
            if changed and (
                abs(100 * (big - small) / small - value) < _HALF_PERCENT
                if percent
                else math.isclose(big - small, value)
            ):
                return True
    return False


def _rests(claim: Claim) -> int:
    return len({extract.statement for support in claim.supports for extract in support.extracts if extract.statement})


def _is_sum(number: Number, numbers: tuple[Number, ...], known: frozenset[float]) -> bool:
    others = [one.value for one in numbers if one is not number and one.value is not None and one.value in known]
    return len(others) > 1 and sum(others) == number.value


def _is_percentage(value: float | None, numbers: tuple[Number, ...], known: frozenset[float]) -> bool:
    values = [one.value for one in numbers if one.value in known]
    return any(
        part is not None and whole and abs(100 * part / whole - (value or 0)) < _HALF_PERCENT
        for part in values
        for whole in values
    )


def _spans(claim: Claim, value: float | None) -> bool:
    """A duration between two dates that the support holds; whether it computes is checked as arithmetic."""
    found = sorted(
        {one for support in claim.supports for one in support_dates(support) if len(one) == len("2031-05-03")}
    )
    days = [date.fromisoformat(one) for one in found if is_day(one)]
    gaps = {abs((b - a).days) + extra for a, b in pairwise(days) for extra in (0, 1)}
    return value in gaps
