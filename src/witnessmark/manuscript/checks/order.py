"""WM8xx dates: days that cannot be in this order, weekdays that do not fit, clock times without zone."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from witnessmark.evidence.dates import PartialDate
from witnessmark.evidence.reading import DateMention
from witnessmark.language.dates import find_dates
from witnessmark.manuscript.checks.scope import place_in
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.facts import WEEKDAYS
from witnessmark.manuscript.model import Sentence
from witnessmark.manuscript.registry import Check, Hit

_DATED: Final = re.compile(
    r"\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:january|february|march|april|june|july|august|september|october|"
    r"november|december)\b",
    re.IGNORECASE,
)
_FULL: Final = re.compile(r"\d{4}-\d\d-\d\d")
#: Events of which one cannot come before the other, each row in the order of time.
_CHAINS: Final = (
    (r"born|birth", r"died|killed|buried|shot dead|drowned|death"),
    (
        r"arrest(?:ed)?|detained|seized|abducted|taken away|taken into custody|kidnapped|imprisoned|captured",
        r"released|freed|let go|set free|returned home|acquitted|escaped",
    ),
    (r"arrest(?:ed)?|charged|indicted", r"tried|convicted|sentenced|acquitted"),
    (r"died|killed|shot dead|drowned", r"buried|exhumed|identified in the morgue"),
    (r"wrote to|asked|requested|sent(?: a| the)? (?:letter|request)", r"answered|replied|responded"),
    (r"opened|founded|established|built|began|started", r"closed|dissolved|demolished|ended|finished"),
    (r"signed|adopted", r"ratified|entered into force|took effect|repealed"),
    (r"left|departed|set out|embarked", r"arrived|reached"),
    (r"disappeared|last seen", r"found|located|identified"),
)
_STAGES: Final = tuple(tuple(re.compile(rf"\b(?:{stage})\b", re.IGNORECASE) for stage in chain) for chain in _CHAINS)
_SPAN: Final = re.compile(r"\b(?:from|between)\b[^.;]{0,40}$", re.IGNORECASE)
_JOIN: Final = re.compile(r"^\s*(?:,\s*)?(?:to|until|till|and|through|[-–—])\s*(?:the night of |the )?$", re.IGNORECASE)
_TURNED: Final = re.compile(r"\b(?:not|never|before|until|earlier|previously|prior)\b", re.IGNORECASE)
_BAD_DAY: Final = re.compile(
    r"\b(?:(?:3[1]) (?:April|June|September|November)|30 February|31 February|(?:3[2-9]|[4-9]\d) "
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"|(?:April|June|September|November) 31|February 3[01])\b(?!\s*(?:per|people))"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A date of a sentence: offsets in the sentence, and its first and last day as far as they are known."""

    start: int
    end: int
    words: str
    first: str
    last: str


def own_words(sentence: Sentence) -> str:
    """Return the sentence with quotations blanked, offsets kept: a source's slip is not the report's."""
    text = sentence.text
    for quotation in sentence.quotations:
        first, last = max(quotation.at - sentence.at, 0), min(quotation.end_at - sentence.at, len(text))
        text = text[:first] + " " * (last - first) + text[last:]
    return text


def _dated(context: Context) -> Sequence[Sentence]:
    found: list[Sentence] = context.shared.setdefault(
        "dated", [one for one in context.manuscript.sentences if _DATED.search(one.text)]
    )
    return found


def mentions(context: Context, sentence: Sentence) -> list[DateMention]:
    """Return the dates of a sentence's own words; a day without year is read in the year of its block, if it has one."""
    known: dict[int, list[DateMention]] = context.shared.setdefault("order mentions", {})
    if sentence.ordinal not in known:
        known[sentence.ordinal] = find_dates(own_words(sentence), anchor=_anchor(context, sentence))
    return known[sentence.ordinal]


def _anchor(context: Context, sentence: Sentence) -> PartialDate | None:
    block = context.manuscript.blocks[sentence.block].text[: sentence.at + len(sentence.text)]
    years = re.findall(r"\b\d{1,2} [A-Z][a-z]+ (\d{4})\b|\b[A-Z][a-z]+ \d{1,2}, (\d{4})\b", block)
    return PartialDate(value=f"{max(years[-1])}-12-31") if years else None


def _days(context: Context, sentence: Sentence) -> list[Day]:
    days = []
    for one in mentions(context, sentence):
        if one.date is None or one.type not in {"point", "range"} or one.start < 0:
            continue
        first, _, last = one.date.value.partition("/")
        days.append(Day(one.start, one.end, one.words, first[:10], (last or first)[:10]))
    return days


def _later(a: str, b: str) -> bool:
    """Tell whether date `a` lies wholly after `b`; dates cut to different lengths are compared as far as both go."""
    shared = min(len(a), len(b))
    return bool(a and b) and a[0].isdigit() and b[0].isdigit() and "W" not in a + b and a[:shared] > b[:shared]


def _disordered(context: Context, sentence: Sentence) -> Iterable[Hit]:
    text = own_words(sentence)
    for match in _BAD_DAY.finditer(text):
        yield _hit(sentence, match.start(), match[0], "a day that the calendar has", "a day that does not exist")
    days = _days(context, sentence)
    for day in days:
        if _later(day.first, day.last):
            yield _hit(
                sentence, day.start, day.words, "an end after its beginning", "a span that ends before it begins"
            )
    for one, other in pairwise(days):
        between, ahead = text[one.end : other.start], text[: one.start]
        if _JOIN.match(between) and _SPAN.search(ahead) and _later(one.first, other.last):
            got = text[one.start : other.end]
            yield _hit(sentence, one.start, got, "an end after its beginning", "a span that ends before it begins")
    yield from _chained(sentence, text, days)


def _chained(sentence: Sentence, text: str, days: list[Day]) -> Iterator[Hit]:
    """Two events of one chain, each with its own date, where the later one has the earlier date."""
    if len(days) < 2:  # noqa: PLR2004 - an order takes two
        return
    for chain in _STAGES:
        staged = [(stage, day) for day in days if (stage := _stage(chain, text, day, days)) is not None]
        for (low, a), (high, b) in ((x, y) for x in staged for y in staged):
            if low < high and _later(a.first, b.last):
                got = f"{text[b.start : b.end]} after {text[a.start : a.end]}"
                expected = "what comes later on a later day"
                yield _hit(sentence, b.start, got, expected, "what came later has the earlier date")


def _stage(chain: tuple[re.Pattern[str], ...], text: str, day: Day, days: list[Day]) -> int | None:
    """The event of the chain that a date belongs to: the last one named between the date before it and itself."""
    begin = max((other.end for other in days if other.end <= day.start), default=0)
    clause = text[begin : day.start]
    if _TURNED.search(clause):
        return None
    found = [(match.start(), index) for index, stage in enumerate(chain) for match in stage.finditer(clause)]
    return max(found)[1] if found else None


def _hit(sentence: Sentence, at: int, got: str, expected: str, message: str) -> Hit:
    start = place_in(sentence, sentence.at + at)
    return Hit(message=message, got=got, expected=expected, sentence=sentence, start=start, end=start + len(got))


def _after_report(context: Context, sentence: Sentence) -> Iterable[Hit]:
    """What is told as past cannot lie after the day of the report."""
    report = _report_day(context)
    text = own_words(sentence)
    if not report or not _PAST.search(text) or _AHEAD.search(text):
        return
    for day in _days(context, sentence):
        if _FULL.fullmatch(day.first) and day.first > report and re.search(r"\d", day.words):
            yield _hit(
                sentence, day.start, day.words, f"a day up to {report}", "told as past, but after the report's date"
            )


_PAST: Final = re.compile(
    r"\b(?:was|were|had|did|said|told|stated|took|held|killed|arrested|detained|released|wrote|sent|received|found|died|"
    r"reported|confirmed|denied|began|ended)\b"
)
_AHEAD: Final = re.compile(
    r"\b(?:will|shall|would|should|deadline|due|until|by|plan(?:s|ned)?|scheduled|expected|to be|is to|are to|announced|"
    r"valid|expires?|recommend\w*|set for|fixed for|date of publication|publication)\b",
    re.IGNORECASE,
)


def _report_day(context: Context) -> str:
    if "report day" not in context.shared:
        found = find_dates(context.manuscript.meta.get("date", ""), anchor=None)
        days = [one.date.value[:10] for one in found if one.date is not None and _FULL.match(one.date.value)]
        context.shared["report day"] = days[0] if days else ""
    day: str = context.shared["report day"]
    return day


def _impossible(context: Context, sentence: Sentence) -> Iterable[Hit]:
    yield from _disordered(context, sentence)
    yield from _after_report(context, sentence)


def _misnamed(mention: DateMention) -> str:
    """Compare a weekday inside the words of a day (“the night of Wednesday, 7 March 2036”) with the calendar."""
    named = [day for day in WEEKDAYS if re.search(rf"\b{day}\b", mention.words, re.IGNORECASE)]
    if (
        len(named) != 1
        or mention.date is None
        or mention.date.precision != "day"
        or not _FULL.fullmatch(mention.date.value)
    ):
        return ""
    day = date.fromisoformat(mention.date.value)
    true = WEEKDAYS[day.weekday()]
    return "" if true == named[0] else f"{day.isoformat()} was a {true.title()}, the text says {named[0].title()}"


def _weekdays(context: Context, sentence: Sentence) -> Iterable[Hit]:
    for one in mentions(context, sentence):
        conflict = one.conflict or _misnamed(one)
        if conflict:
            yield _hit(sentence, one.start, one.words, conflict, "the weekday does not fit the date")


CHECKS: Final = (
    Check(
        code="WM801", name="impossible-order", severity="B", scope="sentence", title="Dates that cannot be in this order",
        explanation="A span that ends before it begins; a release before the arrest, a burial before the death, an answer "
        "before the letter; a day that the calendar does not have; something told as past on a day after the date "
        "of the report. Only the report's own words are read, and only events that a sentence dates one by one.",
        rule="methodology, Dates and names: “impossible order … B”", fix="Look the dates up in the sources.",
        subjects=_dated, run=_impossible,
    ),
    Check(
        code="WM802", name="weekday-differs", severity="B", scope="sentence", title="A weekday does not fit its date",
        explanation="A date with a weekday, in any sentence, heading, caption or cell, is looked up in the calendar. A day "
        "without year is read in the year that its paragraph gives. A source's own slip inside quotation marks is kept.",
        rule="methodology, Dates and names: “weekday ≠ date … B”", fix="Correct the weekday or the date from the source.",
        subjects=_dated, run=_weekdays,
    ),
)  # fmt: skip
