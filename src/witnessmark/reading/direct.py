"""Quotations that no cue claims: they go on from the speaker before, in the same paragraph or over several."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from witnessmark.evidence.reading import Span
from witnessmark.reading.attribution import Attribution
from witnessmark.reading.quotes import Quotation
from witnessmark.reading.words import Word

#: A quotation shorter than this many words, uncued, is a name for a thing or a title, and nobody's statement.
_SENTENCE: Final = 5


class _Covered:
    """The spans that attributions hold, for asking whether a place lies in one in logarithmic time."""

    def __init__(self, found: Sequence[Attribution]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(span for each in found for span in each.content):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def holds(self, quotation: Quotation) -> bool:
        """Tell whether the middle of a quotation lies in a span."""
        middle = (quotation.start + quotation.end) // 2
        index = bisect_right(self._starts, middle) - 1
        return index >= 0 and middle < self._ends[index]


def leftover(
    sentences: Sequence[Sequence[Word]], found: Sequence[Attribution], before: Attribution | None
) -> list[Attribution]:
    """Return attributions for the quotations of a paragraph that no cue claims.

    `before` is the last attribution of the paragraph before: a quotation that goes on from there has its speaker.
    Others take the speaker of the attribution before them in the paragraph, else they stand without a source: whose words a
    quotation in a paragraph of its own is, is not guessed from the paragraph before.
    """
    made: list[Attribution] = []
    covered = _Covered(found)
    scopes = sorted(each.scope[0] for each in found)
    for words in sentences:
        scope = (words[0].start, words[-1].end)
        for word in words:
            if word.quote is not None and not covered.holds(word.quote) and _speaks(word, words):
                here = bool(made) or (bool(scopes) and scopes[0] <= word.start)
                made.append(_uncued(word, scope, before, here=here))
    return made


def _speaks(word: Word, words: Sequence[Word]) -> bool:
    """Tell whether a quotation is speech: a sentence of its own, not a title or a term within somebody else's sentence."""
    around = sum(each.is_word for each in words)
    if len(word.text.split()) < _SENTENCE:
        return around == 0 and word.text.rstrip("”\"'’»“").endswith((".", "!", "?", "…")) and " " in word.text
    return around == 0 or (word.quote is not None and (word.quote.continues or around <= len(word.text.split())))


def _uncued(word: Word, scope: Span, before: Attribution | None, *, here: bool) -> Attribution:
    """Make an attribution without source and cue; `here` tells that the paragraph holds an attribution before it."""
    span = (word.start, word.end)
    if word.quote is not None and word.quote.continues and before is not None:
        reason = "the quotation goes on from the paragraph before, which had no closing mark"
        return Attribution(content=(span,), scope=scope, follows=True, confidence="high", reason=reason)
    if here:
        reason = "a quotation without a cue, right after the words of the same speaker"
        return Attribution(content=(span,), scope=scope, follows=True, confidence="medium", reason=reason)
    reason = "a quotation without a cue in a paragraph of its own"
    return Attribution(content=(span,), scope=scope, confidence="low", reason=reason)
