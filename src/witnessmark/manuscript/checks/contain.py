"""Do the names, dates and numbers of a claim stand in what it cites?"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from witnessmark.evidence.dates import PartialDate
from witnessmark.evidence.findings import Finding
from witnessmark.manuscript.checks.contain_dates import is_day, missing_dates, missing_weekdays, support_dates
from witnessmark.manuscript.checks.contain_names import missing_names
from witnessmark.manuscript.checks.contain_numbers import miscounted, missing_numbers
from witnessmark.manuscript.checks.contain_times import misnumbered, missing_times
from witnessmark.manuscript.checks.instruments import instrument_spans
from witnessmark.manuscript.checks.miss import Miss
from witnessmark.manuscript.checks.scope import Claim
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.facts import dates_in, numbers_in, values_in
from witnessmark.manuscript.words import content_stems

#: The sentence weighs pieces of evidence against one another: it uses none of their words.
_WEIGHS: Final = re.compile(
    r"\b(?:(?:is|are|was|were) (?:not )?(?:supported|contradicted|borne out) by|(?:do|does|did) not agree|agrees? with (?:it|"
    r"this|them|"
    r"one another|each other)|speaks? (?:for|against)|cannot both be|contradicts? (?:it|this|them|one another|each other))\b"
    r"|\b(?:could|can|was able to|were able to) ?not (?:be )?(?:verif|establish|determin|confirm)\w*|^(?:whether|who|how|why|"
    r"what)\b",
    re.IGNORECASE,
)
_SPAN: Final = re.compile(r" (days?|weeks?) (before|earlier|later|after|ago)\b", re.IGNORECASE)
UNRELATED: Final = "the words cited speak of something else"
#: How many blocks back a day may stand.
_BACK: Final = 4
_DAYS: Final = {"day": 1, "days": 1, "week": 7, "weeks": 7}
#: Content words from which a claim must share one with the very words that it cites.
_TELLING: Final = 3
_ENOUGH: Final = 2
_NEAR: Final = 30
#: In a sentence of so few content words a small number tells too.
_BRIEF: Final = 4
#: A number below this is shared by chance.
_TELLS: Final = 13


def missing_from(context: Context, claim: Claim) -> list[Miss]:
    """Return the numbers, dates, weekdays and names of a claim that its supports do not hold."""
    names = () if _WEIGHS.search(claim.sentence.text) else _unnamed(context, claim)
    return [
        *_unsaid(context, claim),
        *miscounted(claim),
        *missing_times(claim),
        *misnumbered(claim),
        *_undated(context, claim),
        *missing_weekdays(claim),
        *names,
        *_unrelated(claim),
    ]


def _unsaid(context: Context, claim: Claim) -> Iterator[Miss]:
    """Numbers that the supports do not hold, but for a span of time between two days that the paragraph tells."""
    for miss in missing_numbers(claim):
        if _told_before(context, claim, miss):
            continue
        unit = _SPAN.match(claim.words[miss.at + miss.length :])
        value = next((one.value for one in numbers_in(claim.words) if one.start == miss.at), None)
        if (
            unit is None
            or value is None
            or not _spans(context, claim, value * _DAYS[unit[1].casefold()], unit[2].casefold())
        ):
            yield miss


def _told_before(context: Context, claim: Claim, miss: Miss) -> bool:
    """“May be among the eight”: the article points back to a number that the paragraphs before told."""
    if not re.search(
        r"\b(?:the|these|those|all|other|remaining)(?: other| remaining)? $", claim.words[: miss.at], re.IGNORECASE
    ):
        return False
    blocks = context.manuscript.blocks[max(0, claim.sentence.block - _BACK) : claim.sentence.block + 1]
    before = "\n".join([*(one.text for one in blocks[:-1]), blocks[-1].text[: claim.start]])
    value = next((one.value for one in numbers_in(claim.words) if one.start == miss.at), None)
    noun = re.match(r" ([a-z]{3,})", claim.words[miss.at + miss.length :])
    return value is not None and any(
        one.value == value and (noun is None or noun[1][:-1] in before[one.end : one.end + _NEAR])
        for one in numbers_in(before)
    )


def _spans(context: Context, claim: Claim, gap: float, direction: str) -> bool:
    """The day of the sentence lies so many days before, or after, a day that the paragraphs before tell."""
    blocks = context.manuscript.blocks[max(0, claim.sentence.block - _BACK) : claim.sentence.block + 1]
    text = "\n".join(block.text for block in blocks)
    first = next((one.date for one in dates_in(text) if one.date is not None and one.date.precision == "day"), None)
    own, told = (_ordinals(words, first) for words in (claim.sentence.text, text))
    theirs = (one for support in claim.supports for one in support_dates(support) if is_day(one))
    own |= {date.fromisoformat(one).toordinal() for one in theirs}
    turn = -1 if direction in {"after", "later"} else 1
    return any((other - day) * turn == gap for day in own for other in told)


def _ordinals(text: str, first: PartialDate | None) -> set[int]:
    found = [one.date for one in dates_in(text, first) if one.date is not None and one.date.precision == "day"]
    return {date.fromisoformat(day.value[:10]).toordinal() for day in found}


def _undated(context: Context, claim: Claim) -> Iterator[Miss]:
    """Dates that neither the supports hold nor the record of the finding in whose div the sentence stands."""
    div = context.manuscript.div(claim.sentence, "finding")
    record = context.evidence.index.get(div.ref) if div is not None else None
    text = record.text if isinstance(record, Finding) else ""
    return (miss for miss in missing_dates(claim) if not (text and miss.got in text))


def _unnamed(context: Context, claim: Claim) -> Iterator[Miss]:
    """Names that neither the supports hold nor the record of the finding in whose div the sentence stands."""
    div = context.manuscript.div(claim.sentence, "finding")
    record = context.evidence.index.get(div.ref) if div is not None else None
    text = record.text if isinstance(record, Finding) else ""
    law = instrument_spans(claim.words)
    return (
        miss
        for miss in missing_names(context, claim)
        if not (text and miss.got in text) and not any(start <= miss.at < end for start, end in law)
    )


def _unrelated(claim: Claim) -> Iterator[Miss]:
    """Nothing of the claim stands in the very words of the statements cited: a citation was swapped."""
    exact = [extract for support in claim.supports for extract in support.extracts]
    if _WEIGHS.search(claim.sentence.text) or claim.sentence.kind in {"method", "analysis"}:
        return
    concluded = any(isinstance(record, Finding) for support in claim.supports for record in support.records)
    if any(claim.start <= quotation.at < claim.end for quotation in claim.sentence.quotations):
        return  # the words in marks are compared letter by letter elsewhere
    if not exact or not all(extract.exact and (extract.text.language or "en").startswith("en") for extract in exact):
        return
    notes = set(content_stems(" ".join(note for support in claim.supports for note in support.notes)))
    stems = set(content_stems(claim.words)) - (set() if concluded else notes)
    theirs = set(content_stems(" ".join(extract.exact for extract in exact))) | (notes if concluded else set())
    if len(stems) < _TELLING or stems & theirs:
        return
    numbers = {number.value for number in (*numbers_in(claim.words), *numbers_in(claim.sentence.text))}
    shared = numbers & {number for extract in exact for number in values_in(extract.exact)}
    few = len(stems) <= _BRIEF or len(shared) >= _ENOUGH
    shared = {one for one in shared if few or (one is not None and one >= _TELLS)}
    thin = len(content_stems(" ".join(extract.exact for extract in exact))) < _TELLING
    close = len(set(content_stems(claim.words)) & theirs) >= _ENOUGH
    if not (shared or thin or close):
        yield Miss(
            message=UNRELATED, got=claim.words.strip()[:80],
            expected=exact[0].exact[:80], at=0, length=len(claim.words.strip()),
        )  # fmt: skip
