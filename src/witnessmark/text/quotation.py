"""Are these words in that text? Exact but for presentation; a suggestion never decides."""

import re
from functools import cached_property
from typing import Final

from witnessmark.text.fold import Folded, fold
from witnessmark.text.results import Flag, Place, QuoteResult, Suggestion, Verdict

__all__ = ["Flag", "Place", "PreparedText", "QuoteResult", "Suggestion", "Verdict", "match_quotation", "prepare"]

_WORD: Final = re.compile(r"\w")


class PreparedText:
    """A text ready to be asked about many quotations; folded once, when first needed."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def folded(self) -> Folded:
        """The text without its presentation."""
        return fold(self.text)


def prepare(text: str) -> PreparedText:
    """Return the text ready to be asked about many quotations."""
    return PreparedText(text)


def match_quotation(
    quotation: str, text: str | PreparedText, *, readable: bool = True, within: tuple[int, int] | None = None
) -> QuoteResult:
    """Say whether the words of a quotation stand in a text.

    `readable` is False for a text whose layout cannot be trusted or that is withheld: nothing is decided from it.
    `within` narrows the places to a span of the original (a cited passage); context is still read around it.
    """
    prepared = text if isinstance(text, PreparedText) else PreparedText(text)
    wanted = fold(quotation).text.strip()
    if not _WORD.search(wanted) or not prepared.text.strip():
        return QuoteResult("unchecked", reason="there are no words to look for, or no text to look in")
    if not readable:
        return QuoteResult("indeterminate", reason="the layout of this text is not trusted")
    haystack = prepared.folded
    places = []
    at = haystack.text.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        if not (_joined(haystack.text, at) or _joined(haystack.text, end)):
            start_, end_ = haystack.original_span(at, end)
            if within is None or (within[0] <= start_ and end_ <= within[1]):
                places.append(Place(start_, end_, prepared.text[start_:end_]))
        at = haystack.text.find(wanted, at + 1)
    if not places:
        return QuoteResult("not_found", reason="the words do not stand in the text")
    return QuoteResult("found" if len(places) == 1 else "ambiguous", tuple(places))


def _joined(text: str, at: int) -> bool:
    """Whether a place lies between two characters of one word."""
    return 0 < at < len(text) and bool(_WORD.match(text[at - 1]) and _WORD.match(text[at]))
