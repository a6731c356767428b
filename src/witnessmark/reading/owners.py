"""Whose number each quantity is, the speaker of the innermost statement that holds it or nobody, and of when it is."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

import msgspec

from witnessmark.evidence.dates import PartialDate
from witnessmark.evidence.reading import DateMention, Proposal, QuantityMention, Span
from witnessmark.reading.cue_meaning import cue_words, is_disowned

#: A date within this many code points, with no end of a clause between, tells of when a number is.
_BESIDE: Final = 120
_ENDS: Final = re.compile(r"[.!?;]\s|[—–\n“”\"]|,\s(?:and|but|while|which|who)\s")
#: Who pleads to counts, or is sentenced to years, did not count them.
_CHARGE: Final = re.compile(r"\b(?:plead\w*|pled|charged with|indicted|convicted|sentenced)\b", re.IGNORECASE)
_POSSESSED: Final = re.compile(
    r"(?:^|[\s,(“\"])(?:[Tt]he\s+)?(?P<owner>(?:[A-Z][\w.-]*\s){0,4}(?:[A-Z][\w.-]*|[a-z]+))[’']s?\s+(?:own\s+|latest\s+|earlier\s+|official\s+)?"
    r"(?:figure|estimate|count|tally|toll|number|total)\s+of\s+$"
)
_PHRASE: Final = 80
#: Words in a speaker's place that mean nobody.
_NOBODY: Final = frozenset({"nobody", "no one", "none", "neither", "there", "it", "some", "nothing"})


def with_owners(
    text: str,
    quantities: Sequence[QuantityMention],
    statements: Sequence[Proposal],
    dates: Sequence[DateMention] = (),
    *,
    author: str = "",
) -> tuple[QuantityMention, ...]:
    """Return the quantities with their owners; where no statement holds the number the `author` of the text, "" for nobody.

    Only a letter or report that speaks for itself has an author here: a news story's numbers are unattributed.
    A statement whose speaker is not resolved gives its source phrase, so that a number somebody claims is not shown
    as the page's own. `dates`, in the order of the text, say of when a number is: the nearest one in its own clause,
    and for a number within a statement only one that is part of what is said.
    """
    spans = sorted((span, index) for index, each in enumerate(statements) for span in each.content)
    open_spans: list[tuple[int, int, int]] = []
    at = 0
    result = []
    for quantity in quantities:
        begins = quantity.start + len(quantity.hedge)
        while at < len(spans) and spans[at][0][0] <= begins:
            (start, end), index = spans[at]
            open_spans.append((start, end, index))
            at += 1
        open_spans = [span for span in open_spans if span[1] > quantity.start]
        holding = [span for span in open_spans if span[1] >= quantity.end]
        inner = min(holding, key=lambda span: span[1] - span[0], default=None)
        owner = _possessor(text, quantity) or (_owner(text, statements[inner[2]]) if inner else author)
        when = _of_when(text, quantity, dates, inner[:2] if inner else (0, len(text)))
        result.append(msgspec.structs.replace(quantity, owner=owner, date=when))
    return tuple(result)


def _owner(text: str, statement: Proposal) -> str:
    if is_disowned(text, statement.cue) or _CHARGE.search(cue_words(text, statement.cue)):
        return ""
    if statement.speaker or not statement.source:
        return statement.speaker
    words = text[slice(*statement.source[0])]
    return "" if words.lower() in _NOBODY else words


def _possessor(text: str, quantity: QuantityMention) -> str:
    """Return whose figure a number is called: "the ministry's estimate of 43"; "" where it is called nobody's."""
    match = _POSSESSED.search(text, max(0, quantity.start - _PHRASE), quantity.start)
    return "" if match is None else " ".join(match["owner"].split())


def _of_when(text: str, quantity: QuantityMention, dates: Sequence[DateMention], within: Span) -> PartialDate | None:
    """Return the date nearest to a quantity in its clause, None if there is none."""
    low = bisect_left(dates, max(within[0], quantity.start - _BESIDE), key=lambda date: date.start)
    best: tuple[int, PartialDate] | None = None
    for date in dates[low:]:
        if date.start > min(within[1], quantity.end + _BESIDE):
            break
        first, last = (date.end, quantity.start) if date.start < quantity.start else (quantity.end, date.start)
        if date.date is None or date.type not in {"point", "range"} or _ENDS.search(text, first, last):
            continue
        if best is None or last - first < best[0]:
            best = (last - first, date.date)
    return best[1] if best else None
