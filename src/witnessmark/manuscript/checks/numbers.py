"""WM105 to WM107 numbers: bound figures as recorded, one value in one report, sums and percentages that compute."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from witnessmark.evidence.statements import Quantity
from witnessmark.manuscript.checks.arithmetic import sentence_faults, table_faults
from witnessmark.manuscript.checks.scope import ASSERTING, blanked, document, place_in
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.facts import dates_in, keys_in, names_in, numbers_in, values_in
from witnessmark.manuscript.figures import Figure, ahead_of, difference, figure_of, is_point, recorded, shown
from witnessmark.manuscript.model import Block, Bound, Sentence
from witnessmark.manuscript.registry import Check, Hit

_WHOLE: Final = re.compile(r"\d (?:out )?of (?:the |all )?\d|\w of (?:the |all )?\w", re.IGNORECASE)
_PAIR: Final = 2
#: How far around bound words a hedge is looked for, in characters.
_AROUND: Final = 32
#: Smaller numbers are counted in passing ("both accounts", "three forms"); from here on a number is a figure.
_FIGURE: Final = 11


def _bound(context: Context) -> Sequence[tuple[Sentence, Bound]]:
    return [
        (sentence, bound)
        for sentence in context.manuscript.sentences
        for bound in sentence.bounds
        if bound.kind == "q" and isinstance(context.evidence.index.get(bound.ref), Quantity)
    ]


def _figure(sentence: Sentence, bound: Bound) -> Figure:
    text, at = sentence.text, bound.at - sentence.at
    end = bound.end_at - sentence.at
    before = ahead_of(text, at, _AROUND)
    for mark in ".;:,(":
        before = before.rsplit(mark, 1)[-1]
    return figure_of(text[at:end], before=before, after=text[end : end + _AROUND])


def _differs(context: Context, subject: tuple[Sentence, Bound]) -> Iterable[Hit]:
    sentence, bound = subject
    quantity = context.evidence.index[bound.ref]
    known = recorded(quantity)
    said = _figure(sentence, bound)
    yield from _misnamed(context, sentence, bound, quantity)
    if is_point(said, quantity) or _of_a_whole(context, said, bound, quantity):
        return
    why = difference(said, known)
    if why:
        yield Hit(
            message=f"differs from {bound.ref}: {why}", got=bound.text, expected=shown(known), sentence=sentence,
            start=bound.start, end=bound.end,
        )  # fmt: skip


def _misnamed(context: Context, sentence: Sentence, bound: Bound, quantity: Quantity) -> Iterable[Hit]:
    """A name inside the bound words that neither the record nor what it rests on or the sentence cites holds."""
    ids = (quantity.id, *context.cited(sentence))
    known = frozenset().union(*(keys_in(context.support.read(one).words) for one in ids))
    for name in names_in(bound.text):
        if not known & set(name.keys):
            yield Hit(
                message=f"a name that {bound.ref} does not have", got=name.words, expected=quantity.what, sentence=sentence,
                start=bound.start, end=bound.end,
            )  # fmt: skip


def _of_a_whole(context: Context, said: Figure, bound: Bound, quantity: Quantity) -> bool:
    """“21 of the 25” bound to the 21: the 25 must be a recorded figure too."""
    whole = _WHOLE.search(bound.text)
    if whole is None or len(said.values) != _PAIR or quantity.value != said.values[0] or said.family:
        return False
    return any(said.values[1] in {one.value, one.low, one.high} for one in context.evidence.quantities)


def _inconsistent(context: Context, _subject: Context) -> Iterable[Hit]:
    yield from _two_values(context)
    yield from _unheard_figures(context)


def _two_values(context: Context) -> Iterable[Hit]:
    first: dict[str, tuple[Figure, int]] = {}
    for sentence, bound in _bound(context):
        said = _figure(sentence, bound)
        line = context.manuscript.lines.place(bound.start)[0]
        before, where = first.setdefault(bound.ref, (said, line))
        quantity = context.evidence.index[bound.ref]
        if _tells(said, quantity) and _tells(before, quantity):
            continue
        if (said.values, said.family, said.magnitude) != (before.values, before.family, before.magnitude):
            yield Hit(
                message=f"{bound.ref} has two values in this report", got=bound.text,
                expected=f"{shown(before)}, as at line {where}", sentence=sentence, start=bound.start, end=bound.end,
            )  # fmt: skip


def _tells(said: Figure, quantity: Quantity) -> bool:
    """A point estimate, or its interval: two ways to tell one quantity. Likewise a part, or a part of its whole."""
    interval = {quantity.low, quantity.high} - {None}
    whole = is_point(said, quantity) or (
        quantity.value is not None and set(said.values) == interval and len(interval) > 1
    )
    return whole or (quantity.value is not None and said.values[:1] == (quantity.value,) and not said.family)


def _unheard_figures(context: Context) -> Iterable[Hit]:
    """A figure in analysis, a heading, a caption or an uncited sentence must stand in some supported sentence too."""
    told = _told(context)
    for sentence in context.manuscript.sentences:
        if sentence.kind not in {"analysis", "heading", "caption"} or context.cited(sentence):
            continue
        for number in numbers_in(blanked(sentence)):
            if number.value is not None and number.value >= _FIGURE and number.value not in told:
                start = place_in(sentence, sentence.at + number.start)
                yield Hit(
                    message="a figure that no supported sentence of this report gives", got=number.words,
                    expected="the figure as the report gives it elsewhere", sentence=sentence, start=start,
                    end=start + len(number.words),
                )  # fmt: skip
        yield from _unheard_days(context, sentence)


def _unheard_days(context: Context, sentence: Sentence) -> Iterable[Hit]:
    """A day in analysis, a heading or a caption must be a day of some supported sentence or record too."""
    for start, end, day in _days(blanked(sentence)):
        if day not in _told_days(context):
            place = place_in(sentence, sentence.at + start)
            yield Hit(
                message="a day that no supported sentence of this report gives",
                got=day,
                expected="the day as the report gives it elsewhere",
                sentence=sentence,
                start=place,
                end=place + end - start,
            )


def _days(text: str) -> list[tuple[int, int, str]]:
    """Return (start, end, ISO day) of the full dates of a text; both ends of a range."""
    found = [one for one in dates_in(text) if one.date is not None and one.date.precision == "day"]
    return [(one.start, one.end, day) for one in found if one.date for day in one.date.value[:21].split("/")]


def _told_days(context: Context) -> frozenset[str]:
    if "days" not in context.shared:
        cited = [one for one in context.manuscript.sentences if context.cited(one) or one.kind == "method"]
        texts = [*(one.text for one in cited), *(one.text for one in context.evidence.findings)]
        texts += [note for one in cited for key in context.cited(one) for note in context.support.read(key).notes]
        days = {day for text in texts for _, _, day in _days(text)}
        context.shared["days"] = frozenset(days)
    return context.shared["days"]  # type: ignore[no-any-return]  # the shared table is untyped by design


def _told(context: Context) -> frozenset[float]:
    values: set[float] = set()
    for sentence in context.manuscript.sentences:
        if sentence.kind in ASSERTING or sentence.kind in {"cell", "method"} or context.cited(sentence):
            values |= values_in(sentence.text)
    for finding in context.evidence.findings:
        values |= values_in(finding.text)
    return frozenset(values)


def _computed(context: Context) -> Sequence[Sentence | Block]:
    prose = [one for one in context.manuscript.sentences if one.kind != "cell"]
    return [*prose, *context.manuscript.tables]


def _arithmetic(_context: Context, subject: Sentence | Block) -> Iterable[Hit]:
    if isinstance(subject, Block):
        for fault in table_faults(subject):
            yield Hit(message=fault.message, got=fault.got, expected=fault.expected, start=fault.start, end=fault.end)
        return
    for fault in sentence_faults(subject.text):
        start = place_in(subject, subject.at + fault.start)
        yield Hit(
            message=fault.message, got=fault.got, expected=fault.expected, sentence=subject, start=start,
            end=start + fault.end - fault.start,
        )  # fmt: skip


CHECKS: Final = (
    Check(
        code="WM105", name="number-differs", severity="B", scope="sentence", title="A figure differs from its record",
        explanation="Words bound to a quantity by {.q ref=Q5} are compared with it: value, range, “at least”, “up to”, “about”, "
        "magnitude, and what is counted. A range stays a range, a magnitude gets no false digits, a bound is never dropped.",
        rule="methodology, rule 5 and Numbers: “number, date or unit differs from the source B”",
        fix="Write the figure as it is recorded.", subjects=_bound, run=_differs,
    ),
    Check(
        code="WM106", name="number-inconsistent", severity="B", scope="document", title="One quantity has two values",
        explanation="A quantity bound twice must have the same value, range and hedge everywhere. A figure (11 or more) in "
        "analysis, a "
        "heading, a caption or a summary that no supported sentence of the report gives is a second value as well.",
        rule="methodology, Support: “one quantity with two values in the report B”",
        fix="Make both places say the same figure.", subjects=document, run=_inconsistent,
    ),
    Check(
        code="WM107", name="arithmetic", severity="B", scope="sentence", title="Figures do not compute",
        explanation="Parts and totals (“17 people, of whom 12 men and 5 women”), percentages (“12 of 40, 30 per cent”), "
        "rises and falls, "
        "intervals between dates, ages, and totals of tables are calculated again.",
        rule="methodology, Support: “sums, percentages, intervals, ages do not compute B”",
        fix="Correct the figure, or say what the rest is.", subjects=_computed, run=_arithmetic,
    ),
)  # fmt: skip
