"""Do the names, dates and numbers of a claim stand in what it cites?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any, Final

from witnessmark.evidence.dates import PartialDate
from witnessmark.evidence.sources import Item
from witnessmark.evidence.statements import Quantity
from witnessmark.manuscript.checks.scope import Claim
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.facts import (
    WEEKDAYS,
    NameFact,
    Number,
    dates_in,
    day_months_in,
    keys_in,
    names_in,
    numbers_in,
    values_in,
    weekdays_in,
)
from witnessmark.manuscript.figures import COUNTED, NOUNS, kinds_of
from witnessmark.manuscript.support import Support
from witnessmark.manuscript.words import content_stems
from witnessmark.text.scripts import name_key

_ISO: Final = re.compile(r"\b\d{4}(?:-\d{2}(?:-\d{2})?)?\b")
_PERCENT: Final = re.compile(r"\s*(?:%|per cent\b|percent\b)")
_ACRONYM: Final = re.compile(r"\(([A-Z]{2,8})\)")
#: Endings by which a name becomes an adjective, a plural or a possessive.
_ENDINGS: Final = ("s", "n", "i", "an", "ian", "es", "ese", "ish", "ans", "is", "ians")
_SHORTEST_STEM: Final = 4
_HALF_PERCENT: Final = 0.51
#: Content words from which a claim must share one with the very words that it cites.
_TELLING: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """Something the support does not hold: offsets within the claim's words."""

    message: str
    got: str
    expected: str
    at: int
    length: int


def missing_from(context: Context, claim: Claim) -> list[Miss]:
    """Return the numbers, dates, weekdays and names of a claim that its supports do not hold."""
    return [*_numbers(claim), *_counted(claim), *_dates(claim), *_weekdays(claim), *_names(context, claim), *_unrelated(claim)]


def _numbers(claim: Claim) -> Iterator[Miss]:
    numbers = numbers_in(claim.words)
    each = [_values(support) for support in claim.supports]
    every = frozenset().union(*each) if each else frozenset()
    said = " ".join(" ".join(support.words.lower().split()) for support in claim.supports)
    for number in numbers:
        if number.value is None:
            if number.magnitude and number.magnitude.lower() not in said and _english(claim):
                yield _miss("a magnitude that is not in the support", number, "as the source says it")
        elif number.value in every or _derived(number, numbers, each, claim):
            continue
        elif _is_sum(number, numbers, every):
            yield _miss("a sum over different sources: lists that may overlap are never added", number, "each figure")
        else:
            yield _miss("a number that is not in the support", number, _nearest(number.value, every))


def _counted(claim: Claim) -> Iterator[Miss]:
    """`17 women` where the support has 17 of something else: men, days, families."""
    for number in numbers_in(claim.words):
        said = kinds_of(_directly_after(claim.words, number, 2)) & COUNTED
        if not said or number.value is None:
            continue
        known = [
            kinds_of(_directly_after(extract.words, other, 6))
            for support in claim.supports
            for extract in support.extracts
            if (extract.text.language or "en").startswith("en")
            for other in numbers_in(extract.words)
            if other.value == number.value
        ]
        if known and not any(kinds & said for kinds in known) and any(_excludes(kinds, said) for kinds in known):
            what = ", ".join(sorted({word for kinds in known for word in kinds & NOUNS})) or "something else"
            yield _miss("a number of something else", number, f"{number.words} of what the source counts: {what}")


def _directly_after(text: str, number: Number, words: int) -> str:
    match = re.match(rf"(?:[- ]*[A-Za-z]+){{0,{words}}}", text[number.end :])
    return match[0] if match else ""


def _excludes(known: frozenset[str], said: frozenset[str]) -> bool:
    """The source counts another kind of the same class, or people as such where the claim says which people."""
    return bool(known & NOUNS) and not known & said


def _unrelated(claim: Claim) -> Iterator[Miss]:
    """Nothing of the claim stands in the very words of the statements cited: a citation was swapped."""
    exact = [extract for support in claim.supports for extract in support.extracts]
    if not exact or not all(extract.exact and (extract.text.language or "en").startswith("en") for extract in exact):
        return
    notes = set(content_stems(" ".join(note for support in claim.supports for note in support.notes)))
    stems = set(content_stems(claim.words)) - notes
    numbers = {number.value for number in numbers_in(claim.words)}
    theirs = set(content_stems(" ".join(extract.exact for extract in exact)))
    shared = numbers & {number.value for extract in exact for number in numbers_in(extract.exact)}
    if len(stems) >= _TELLING and not stems & theirs and not shared:
        yield Miss(
            message="the words cited speak of something else", got=claim.words.strip()[:80],
            expected=exact[0].exact[:80], at=0, length=len(claim.words.strip()),
        )  # fmt: skip


def _miss(message: str, number: Number, expected: str) -> Miss:
    return Miss(
        message=message, got=number.words, expected=expected, at=number.start, length=number.end - number.start
    )


def _nearest(value: float, known: frozenset[float]) -> str:
    close = sorted(known, key=lambda one: abs(one - value))[:3]
    return "one of " + ", ".join(f"{one:,g}" for one in close) if close else "a number that the source gives"


def _english(claim: Claim) -> bool:
    return any(not extract.text.language or extract.text.language.startswith("en") for s in claim.supports for extract in s.extracts)


def _values(support: Support) -> frozenset[float]:
    values: set[float] = set()
    for extract in support.extracts:
        values |= values_in(extract.words, extract.text.language)
    for note in support.notes:
        values |= values_in(note)
    for record in support.records:
        if isinstance(record, Quantity):
            values |= {value for value in (record.value, record.low, record.high) if value is not None}
    return frozenset(values)


def _derived(number: Number, numbers: tuple[Number, ...], each: list[frozenset[float]], claim: Claim) -> bool:
    """A count of the records cited, a sum of parts of one source, a percentage of its numbers, a span between dates."""
    value = number.value
    if value in {len({support.id for support in claim.supports}), _rests(claim)} and value and value > 1:
        return True
    if any(_is_sum(number, numbers, known) for known in each):
        return True
    if _PERCENT.match(claim.words, number.end) and any(_is_percentage(value, numbers, known) for known in each):
        return True
    if value is not None and 0 < value < 1:
        return True
    return bool(re.match(r"[ -](?:days?|weeks?|months?|years?)\b", claim.words[number.end :])) and _spans(claim, value)


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
    found = sorted({one for support in claim.supports for one in _support_dates(support) if len(one) == len("2031-05-03")})
    days = [date.fromisoformat(one) for one in found if _is_day(one)]
    gaps = {abs((b - a).days) + extra for a, b in pairwise(days) for extra in (0, 1)}
    return value in gaps


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _dates(claim: Claim) -> Iterator[Miss]:
    known = [one for support in claim.supports for one in _support_dates(support)]
    pairs = {pair for support in claim.supports for pair in day_months_in(support.words)}
    pairs |= {(int(one[5:7]), int(one[8:10])) for one in known if re.fullmatch(r"\d{4}-\d{2}-\d{2}", one[:10])}
    for found in dates_in(claim.words):
        place = {"at": found.start, "length": found.end - found.start}
        if found.conflict:
            yield Miss(message="the weekday does not fit the date", got=found.words, expected=found.conflict, **place)
        if found.date is not None and found.type in {"point", "range"}:
            ends = [_cut(one) for one in found.date.value.split("/")]
            lost = [one for one in ends if _is_iso(one) and not any(_within(one, other) for other in known)]
            if lost and not (found.date.precision == "season" and found.words.lower() in _said(claim)):
                yield Miss(message="a date that is not in the support", got=found.words, expected=_closest(lost[0], known), **place)
        elif found.type == "point":
            lost_pairs = sorted(day_months_in(found.words) - pairs)
            if lost_pairs:
                yield Miss(message="a date that is not in the support", got=found.words, expected="a day that the source gives", **place)


def _said(claim: Claim) -> str:
    return " ".join(support.words.lower() for support in claim.supports)


def _cut(value: str) -> str:
    return value[:10]


def _is_iso(value: str) -> bool:
    return bool(re.fullmatch(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", value))


def _within(claimed: str, known: str) -> bool:
    """A date may be said less exactly than the source has it, never more exactly."""
    return known.startswith(claimed)


def _closest(claimed: str, known: list[str]) -> str:
    close = sorted({one for one in known if len(one) >= len(claimed)}, key=lambda one: _shared(one, claimed), reverse=True)
    return "one of " + ", ".join(close[:3]) if close else "a date that the source gives"


def _shared(a: str, b: str) -> int:
    return sum(1 for x, y in zip(a, b, strict=False) if x == y)


def _support_dates(support: Support) -> list[str]:
    found: list[str] = []
    anchor = next((record.published for record in support.records if isinstance(record, Item)), None)
    for extract in support.extracts:
        for mention in dates_in(extract.words, anchor, extract.text.language or "en"):
            found += _ends(mention.date)
        found += _ISO.findall(extract.words)
    for note in support.notes:
        found += _ISO.findall(note)
        for mention in dates_in(note, anchor):
            found += _ends(mention.date)
    for record in support.records:
        found += [end for value in _dated_fields(record) for end in _ends(value)]
    return found


def _dated_fields(record: Any) -> list[PartialDate]:  # noqa: ANN401 - any record of the snapshot
    fields = (getattr(record, name, None) for name in ("date", "published", "as_of"))
    return [value for value in fields if isinstance(value, PartialDate)]


def _ends(value: PartialDate | None) -> list[str]:
    return [_cut(one) for one in value.value.split("/")] if value is not None else []


def _weekdays(claim: Claim) -> Iterator[Miss]:
    found = list(weekdays_in(claim.words))
    if not found:
        return
    resolved = [d for d in dates_in(claim.words) if d.date is not None]
    said = _passage_weekdays(claim) or _record_weekdays(claim)
    for start, end, day in found:
        if day not in said and not any(d.start <= start < d.end for d in resolved):
            yield Miss(
                message="a weekday that is not in the support", got=claim.words[start:end],
                expected=", ".join(sorted(said)) or "a weekday that the source gives", at=start, length=end - start,
            )  # fmt: skip


def _passage_weekdays(claim: Claim) -> set[str]:
    """Weekdays that the passages themselves name, or that their full dates fall on."""
    said: set[str] = set()
    for support in claim.supports:
        for extract in support.extracts:
            said |= {day for _, _, day in weekdays_in(extract.words)}
            values = (one for mention in dates_in(extract.words) for one in _ends(mention.date))
            said |= {_weekday(one) for one in values if _is_day(one)}
    return said


def _record_weekdays(claim: Claim) -> set[str]:
    return {_weekday(one) for support in claim.supports for one in _support_dates(support) if _is_day(one)}


def _weekday(value: str) -> str:
    return WEEKDAYS[date.fromisoformat(value).weekday()]


def _names(context: Context, claim: Claim) -> Iterator[Miss]:
    names = names_in(claim.words)
    if not names:
        return
    known = _allowed(context) | frozenset().union(*(keys_in(support.words) for support in claim.supports))
    said = "\n".join(support.words for support in claim.supports)
    for name in names:
        lost = [key for key in name.keys if not _known_key(key, known)]
        if not lost or _opens(claim, name) or _variant(context, name, lost, known, said):
            continue
        yield Miss(
            message="a name that is not in the support", got=name.words, expected="a name as the cited passage has it",
            at=name.start, length=name.end - name.start,
        )  # fmt: skip


def _opens(claim: Claim, name: NameFact) -> bool:
    """A single capitalised English word at the head of a sentence may be no name; it is one if it is known as such."""
    first = claim.start == claim.sentence.at and not claim.words[: name.start].strip(" “\"'‘(")
    return first and len(name.keys) == 1 and name.words.lower() in _COMMON_OPENERS


_COMMON_OPENERS: Final = frozenset(
    "detainees witnesses police officials authorities guards families relatives residents prisoners workers soldiers "
    "investigators journalists lawyers villagers teachers students children women men people officers former two three "
    "four five six seven eight nine ten another others satellite photographs records documents state local".split()
)


def _known_key(key: str, known: Iterable[str]) -> bool:
    if key in known:
        return True
    return any(key.endswith(end) and len(key) - len(end) >= _SHORTEST_STEM and key[: -len(end)] in known for end in _ENDINGS)


def _allowed(context: Context) -> frozenset[str]:
    """Names that a report may use of itself: front matter, mandate, its own terms and definitions, acronyms it defines."""
    if "allowed" not in context.shared:
        manuscript = context.manuscript
        whole = context.evidence.investigation
        texts = [*manuscript.meta.values(), whole.name, whole.mandate, whole.territory, whole.office]
        texts += [bound.text for one in manuscript.sentences for bound in one.bounds if bound.kind == "term"]
        texts += [one.text for one in manuscript.sentences if one.kind == "definition"]
        texts += _ACRONYM.findall(manuscript.source)
        context.shared["allowed"] = frozenset().union(*(keys_in(text) for text in texts))
    return context.shared["allowed"]  # type: ignore[no-any-return]  # the shared table is untyped by design


def _variant(context: Context, name: NameFact, lost: list[str], known: frozenset[str], said: str) -> bool:
    """Tell whether the name is one form of a person, body or place of which another form stands in the support."""
    wanted = name_key(name.words)
    for forms in _known_forms(context):
        keys = {name_key(form) for form in forms}
        if wanted in keys or any(set(lost) <= keys_in(form) for form in forms):
            for form in forms:
                parts = keys_in(form)
                if (parts and parts <= known) or (not form.isascii() and form in said):
                    return True
    return False


def _known_forms(context: Context) -> list[tuple[str, ...]]:
    if "forms" not in context.shared:
        evidence = context.evidence
        records = (*evidence.persons, *evidence.organisations, *evidence.places)
        context.shared["forms"] = [(record.name, *(name.text for name in record.names)) for record in records]
    return context.shared["forms"]  # type: ignore[no-any-return]  # the shared table is untyped by design
