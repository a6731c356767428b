"""Figures calculated again: parts and totals, percentages, changes, intervals, ages, totals of tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from witnessmark.language.numbers import parse_number
from witnessmark.manuscript.facts import Number, dates_in, numbers_in
from witnessmark.manuscript.model import Block, Cell

_PERCENT: Final = re.compile(r"\s*(?:%|per cent\b|percent\b)")
_LOOSE: Final = re.compile(
    r"\b(?:about|around|roughly|nearly|almost|approximately|some|over|more than|less than|just)\s*$", re.IGNORECASE
)
_EXHAUSTS: Final = re.compile(
    r"\b(?:comprising|consisting of|made up of|composed of|namely|that is)\b|:\s|\(\s*$", re.IGNORECASE
)
_PARTS: Final = re.compile(r"\bof (?:whom|which|them|these)\b|\bincluding\b|\bamong them\b", re.IGNORECASE)
_TOTAL_BEFORE: Final = re.compile(
    r"\b(?:a total of|totalling|altogether|in all|the total (?:is|was|of)|together|sum of)\s*$", re.IGNORECASE
)
_TOTAL_AFTER: Final = re.compile(r"\s*(?:\w+ ){0,2}(?:in total|in all|altogether|overall)\b", re.IGNORECASE)
#: Groups that together are the whole.
_COMPLEMENTS: Final = (
    ("men", "women"),
    ("boys", "girls"),
    ("adults", "children"),
    ("male", "female"),
    ("men", "women", "children"),
)
_OF: Final = re.compile(r"\s*(?:\w+ ){0,2}(?:out )?of (?:the |a total of |all |its |their )*$", re.IGNORECASE)
_NEXT: Final = re.compile(
    r"\s*(?:[a-z]+[- ]){0,3}[a-z]*\s*(?:,|and|,\s*and|;)\s*(?:(?:at least|about|another|an? further)\s+)?$",
    re.IGNORECASE,
)
_SHARE_OF: Final = re.compile(r"\s*(?:%|per cent|percent) of (?:the |all |its |their |some )?", re.IGNORECASE)
_DURATION: Final = re.compile(
    r"[ -](days?|weeks?|months?|years?)\b(?P<later>\s*(?:later|after|earlier|before))?", re.IGNORECASE
)
_CHANGE: Final = re.compile(
    r"\b(?:increase|rise|growth|decrease|fall|drop|decline|reduction)\s+of\s*(?:about |some |roughly )?$", re.IGNORECASE
)
_BORN: Final = re.compile(r"\bborn\b[^.;]{0,30}?\b((?:19|20|21)\d{2})\b", re.IGNORECASE)
_AGED: Final = re.compile(r"\b(?:aged?|age of)\s+(\d{1,3})\b|\b(\d{1,3})[- ]years?[- ]old\b", re.IGNORECASE)
_YEAR: Final = re.compile(r"\b((?:19|20|21)\d{2})\b")
_TOTAL_LABEL: Final = re.compile(r"\s*(?:grand )?(?:total|sum|all|together|итого|合计|总计|المجموع)\b.*", re.IGNORECASE)
_CLOSE: Final = 40
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Fault:
    """A figure that does not compute: what was written, what the others give; offsets in the text or the source."""

    message: str
    got: str
    expected: str
    start: int
    end: int


def sentence_faults(text: str) -> Iterator[Fault]:
    """Yield what does not compute in one sentence; figures that are hedged as round get three points of tolerance."""
    numbers = [one for one in numbers_in(text) if one.value is not None]
    if numbers:
        yield from _parts(text, numbers)
        yield from _totals(text, numbers)
        yield from _percentages(text, numbers)
        yield from _changes(text, numbers)
        yield from _intervals(text, numbers)
    yield from _ages(text)


def _fault(message: str, number: Number, expected: float, *, unit: str = "") -> Fault:
    return Fault(message, number.words, f"{expected:,g}{unit}", number.start, number.end)


def _counted(text: str, number: Number) -> str:
    """The words right after a number: what is counted."""
    match = re.match(r"[- ]*((?:[A-Za-z-]+ ?){0,3})", text[number.end :])
    return match[1].lower() if match else ""


def _is_count(text: str, number: Number) -> bool:
    return not (
        _PERCENT.match(text, number.end)
        or _DURATION.match(text, number.end)
        or re.search(r"\baged?\s*$", text[: number.start], re.IGNORECASE)
    )


def _run(text: str, numbers: list[Number]) -> list[Number]:
    """The numbers from the first on that stand as a list: joined by commas and "and" with a few words between."""
    listed = numbers[:1]
    for before, after in pairwise(numbers):
        if not _NEXT.fullmatch(text[before.end : after.start]):
            break
        listed.append(after)
    return listed


def _parts(text: str, numbers: list[Number]) -> Iterator[Fault]:
    """`17 people, of whom 12 men and 5 women`; `17 people (12 men and 5 women)`; parts never exceed the whole."""
    counts = [one for one in numbers if _is_count(text, one)]
    for index, total in enumerate(counts[:-1]):
        rest = counts[index + 1 :]
        between = text[total.end : rest[0].start]
        if len(between) > _CLOSE * 2 or "." in between.strip().rstrip("."):
            continue
        listed = _run(text, rest)
        added = sum(one.value or 0 for one in listed)
        whole = total.value or 0
        exhausts = bool(_EXHAUSTS.search(between)) and not _PARTS.search(between)
        if len(listed) >= _PAIR and (exhausts or (_PARTS.search(between) and _complementary(text, listed))):
            if added != whole and not _ranged(text, total):
                yield _fault("the parts do not add up to the whole", total, added)
        elif _PARTS.search(between) and listed[0].value and listed[0].value > whole:
            yield _fault("a part is larger than the whole", listed[0], whole, unit=" at most")


def _ranged(text: str, number: Number) -> bool:
    return bool(re.search(r"\b(?:and|to|–|-)\s*$", text[: number.start])) or bool(_LOOSE.search(text[: number.start]))


def _complementary(text: str, listed: list[Number]) -> bool:
    kinds = [set(_counted(text, one).split()) for one in listed]
    return any(
        len(group) == len(kinds) and all(any(word in kind for kind in kinds) for word in group)
        for group in _COMPLEMENTS
    )


def _totals(text: str, numbers: list[Number]) -> Iterator[Fault]:
    """`12 men and 5 women, 17 in all`; `a total of 17: …` is read as parts."""
    counts = [one for one in numbers if _is_count(text, one)]
    for index, total in enumerate(counts):
        named = _TOTAL_BEFORE.search(text[: total.start]) or _TOTAL_AFTER.match(text, total.end)
        before = counts[:index]
        if not named or len(before) < _PAIR:
            continue
        for first in range(len(before) - 1):
            listed = _run(text, before[first:])
            if len(listed) == len(before) - first and text[listed[-1].end : total.start].count(".") == 0:
                added = sum(one.value or 0 for one in listed)
                if added != total.value and not _LOOSE.search(text[: total.start]):
                    yield _fault("the total does not compute", total, added)
                break


def _percentages(text: str, numbers: list[Number]) -> Iterator[Fault]:
    for share in numbers:
        if not _PERCENT.match(text, share.end):
            continue
        pair = _pair_near(text, numbers, share)
        if pair is None:
            continue
        part, whole = pair
        exact = 100 * (part.value or 0) / (whole.value or 1)
        decimals = len(share.words.partition(".")[2])
        slack = 3.0 if _LOOSE.search(text[: share.start]) else 0.5001 * 10**-decimals
        if abs(exact - (share.value or 0)) > slack:
            yield _fault("the percentage does not compute", share, round(exact, decimals + 1), unit=" per cent")


def _pair_near(text: str, numbers: list[Number], share: Number) -> tuple[Number, Number] | None:
    """`A of B` near a percentage."""
    for number in numbers:
        if number.start > share.end and _SHARE_OF.fullmatch(text[share.end : number.start]) and number.value:
            return next(((one, number) for one in reversed(numbers) if 0 <= share.start - one.end <= _CLOSE // 2), None)
    for part, whole in pairwise(numbers):
        if share in {part, whole} or _PERCENT.match(text, part.end) or not _OF.fullmatch(text[part.end : whole.start]):
            continue
        gap = share.start - whole.end if share.start > whole.end else part.start - share.end
        if 0 <= gap <= _CLOSE and whole.value:
            return part, whole
    return None


def _changes(text: str, numbers: list[Number]) -> Iterator[Fault]:
    """`from 10 to 15, an increase of 50 per cent`."""
    for index, share in enumerate(numbers):
        before = text[: share.start]
        if not _CHANGE.search(before) or index < _PAIR:
            continue
        first, second = numbers[index - 2], numbers[index - 1]
        fromto = re.search(r"\bfrom\s*(?:about |some )?$", text[: first.start]) and re.fullmatch(
            r"[^.;]{0,40}\bto\s*(?:about |some )?", text[first.end : second.start]
        )
        if not fromto or not first.value:
            continue
        change = abs((second.value or 0) - first.value)
        expected = 100 * change / first.value if _PERCENT.match(text, share.end) else change
        if abs(expected - (share.value or 0)) > 0.5001:  # noqa: PLR2004 - half a point of rounding
            yield _fault("the change does not compute", share, round(expected, 1))


def _intervals(text: str, numbers: list[Number]) -> Iterator[Fault]:
    days = _days(text)
    if len(days) != _PAIR:
        return
    gap = abs((days[1][0] - days[0][0]).days)
    start, end = min(day[1] for day in days), max(day[2] for day in days)
    for number in numbers:
        unit = _DURATION.match(text, number.end)
        near = -_CLOSE <= number.start - end <= 12 or 0 <= start - number.end <= _CLOSE  # noqa: PLR2004 - " (" or ", " may stand between
        if unit is None or not near or number.value is None or (start <= number.start < end and not unit["later"]):
            continue
        if not _fits(gap, number.value, unit[1].lower()) and not _LOOSE.search(text[: number.start]):
            yield _fault("the interval does not compute", number, gap, unit=" days")


def _days(text: str) -> list[tuple[date, int, int]]:
    found = []
    for mention in dates_in(text):
        if mention.date is None or mention.type not in {"point", "range"} or mention.date.precision != "day":
            continue
        values = (value[:10] for value in mention.date.value.split("/"))
        found += [
            (date.fromisoformat(value), mention.start, mention.end)
            for value in values
            if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value)
        ]
    return found


def _fits(gap: int, value: float, unit: str) -> bool:
    size = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}[unit.rstrip("s")]
    slack = 1.0 if size == 1 else size * 0.6
    return abs(gap - value * size) <= slack


def _ages(text: str) -> Iterator[Fault]:
    """Born in one year, so old in another: the age is the difference, or one less before the birthday."""
    born, aged = _BORN.search(text), _AGED.search(text)
    if not born or not aged:
        return
    others = [int(match[1]) for match in _YEAR.finditer(text) if match.start() != born.start(1)]
    age = int(aged[1] or aged[2])
    if others and not any(other - int(born[1]) - age in {0, 1} for other in others):
        expected = f"{others[-1] - int(born[1])} (or one less)"
        yield Fault("the age does not fit the year of birth", str(age), expected, aged.start(), aged.end())


def table_faults(table: Block) -> Iterator[Fault]:
    """Yield totals of a table that its rows or columns do not add up to."""
    body = [row for row in table.rows if row and not all(cell.header for cell in row)]
    yield from _column_totals(body)
    header = table.rows[0] if table.rows else ()
    for column, cell in enumerate(header):
        if _TOTAL_LABEL.fullmatch(cell.text) and column > 1:
            for row in body:
                yield from _total(row[column], list(row[1:column]))


def _column_totals(body: list[tuple[Cell, ...]]) -> Iterator[Fault]:
    start = 0
    for index, row in enumerate(body):
        if _TOTAL_LABEL.fullmatch(row[0].text):
            for column in range(1, len(row)):
                yield from _total(row[column], [one[column] for one in body[start:index] if column < len(one)])
            start = index + 1


def _total(total: Cell, parts: list[Cell]) -> Iterator[Fault]:
    values = [_value(part.text) for part in parts]
    whole = _value(total.text)
    known = [value for value in values if value is not None]
    if not total.text.strip(" –—-") or whole is None or len(known) < len(values) or not known:
        return
    if abs(sum(known) - whole) > 1e-9:  # noqa: PLR2004 - binary fractions
        yield Fault("the total of the table does not compute", total.text, f"{sum(known):,g}", total.start, total.end)


def _value(text: str) -> float | None:
    bare = text.strip().rstrip("*†").removesuffix("%").strip()
    if bare in {"", "–", "-", "—"}:
        return 0.0
    return parse_number(bare) if re.fullmatch(r"[\d.,  ]+|[a-z -]+", bare, re.IGNORECASE) else None
