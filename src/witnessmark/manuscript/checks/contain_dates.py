"""Do the dates and weekdays of a claim stand in what it cites?"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from witnessmark.evidence.dates import PartialDate
from witnessmark.evidence.sources import Item
from witnessmark.manuscript.checks.miss import Miss
from witnessmark.manuscript.checks.scope import Claim
from witnessmark.manuscript.facts import WEEKDAYS, dates_in, day_months_in, weekdays_in
from witnessmark.manuscript.support import Extract, Support

_YEARS: Final = re.compile(r"\b((?:1[89]|20|21)\d\d) (?:and|or|to|through) ((?:1[89]|20|21)\d\d)\b")
_ISO: Final = re.compile(r"\b\d{4}(?:-\d{2}(?:-\d{2})?)?\b")


def is_day(value: str) -> bool:
    """Tell whether a value is one day of the calendar, such as 2031-05-03."""
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def missing_dates(claim: Claim) -> Iterator[Miss]:
    """Yield dates that no support gives, or that fall on another weekday; less exact than the source is allowed."""
    if not dates_in(claim.words):
        return
    yield from _other_years(claim)
    known = [one for support in claim.supports for one in support_dates(support)]
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
                yield Miss(
                    message="a date that is not in the support",
                    got=found.words,
                    expected=_closest(lost[0], known),
                    **place,
                )
        elif found.type == "point":
            lost_pairs = sorted(day_months_in(found.words) - pairs)
            if lost_pairs:
                yield Miss(
                    message="a date that is not in the support",
                    got=found.words,
                    expected="a day that the source gives",
                    **place,
                )


def _other_years(claim: Claim) -> Iterator[Miss]:
    """“In 2031 and 2033” where the passages have “in 2031 and 2032”: of two years told together both stand together."""
    exact = " ".join(one.exact for support in claim.supports for one in support.extracts)
    if not _YEARS.search(exact):
        return
    theirs = set(re.findall(r"\b(?:1[89]|20|21)\d\d\b", exact))
    for match in _YEARS.finditer(claim.words):
        lost = sorted({match[1], match[2]} - theirs)
        if lost:
            yield Miss(
                message="a date that is not in the support", got=match[0], expected=", ".join(sorted(theirs)),
                at=match.start(), length=len(match[0]),
            )  # fmt: skip


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
    close = sorted(
        {one for one in known if len(one) >= len(claimed)}, key=lambda one: _shared(one, claimed), reverse=True
    )
    return "one of " + ", ".join(close[:3]) if close else "a date that the source gives"


def _shared(a: str, b: str) -> int:
    return sum(1 for x, y in zip(a, b, strict=False) if x == y)


def support_dates(support: Support) -> list[str]:
    """Return every date that a support gives, as ISO values cut to days, ends of ranges apart."""
    found: list[str] = []
    anchor = next((record.published for record in support.records if isinstance(record, Item)), None)
    for extract in support.extracts:
        for mention in dates_in(extract.words, anchor, extract.text.language or "en"):
            found += _ends(mention.date)
        if _sums_up(extract):
            found += _ISO.findall(extract.text.content)
        found += _ISO.findall(extract.words)
    for note in support.notes:
        found += _ISO.findall(note)
        for mention in dates_in(note, anchor):
            found += _ends(mention.date)
    for record in support.records:
        found += [end for value in _dated_fields(record) for end in _ends(value)]
    return found


def _sums_up(extract: Extract) -> bool:
    """A row of totals stands for the days of all rows of its table."""
    rows = bool(extract.text.segments) and extract.text.segments[0].kind == "row"
    return rows and bool(re.match(r"\W*(?:all|total|sum|together|in all)\b", extract.words, re.IGNORECASE))


def _dated_fields(record: Any) -> list[PartialDate]:  # noqa: ANN401 - any record of the snapshot
    fields = (getattr(record, name, None) for name in ("date", "published", "as_of"))
    return [value for value in fields if isinstance(value, PartialDate)]


def _ends(value: PartialDate | None) -> list[str]:
    return [_cut(one) for one in value.value.split("/")] if value is not None else []


def missing_weekdays(claim: Claim) -> Iterator[Miss]:
    """Yield weekdays without a full date that neither the passages nor, failing these, the records give."""
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
            said |= {_weekday(one) for one in values if is_day(one)}
    return said


def _record_weekdays(claim: Claim) -> set[str]:
    return {_weekday(one) for support in claim.supports for one in support_dates(support) if is_day(one)}


def _weekday(value: str) -> str:
    return WEEKDAYS[date.fromisoformat(value).weekday()]
