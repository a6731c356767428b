"""A text ready for many quotations: folded whole, or only around the rarest word of what is looked for."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from witnessmark.text.fold import IGNORABLE, Folded, fold

#: Folded code points kept either side of a neighbourhood, so that boundaries and flags see what they need.
MARGIN: Final = 280
#: A word that stands oftener than this is no help in finding the place; the text is then folded whole.
_RARE: Final = 12
#: Letters of scripts in which a line break never parts a word without a hyphen.
_ANCHOR: Final = re.compile(
    r"[^\W_\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\uffff\U00010000-\U0010ffff]{4,}"
)
_BREAKS_WORDS: Final = re.compile(f"[{IGNORABLE}]")
_HYPHEN_AT_LINE_END: Final = re.compile(r"-\s*[\n\u2029]")


class PreparedText:
    """A text ready to be asked about many quotations; what it needs is worked out once, when first needed."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def folded(self) -> Folded:
        """The whole text without its presentation."""
        return fold(self.text)

    @cached_property
    def keeps_words_whole(self) -> bool:
        """Whether no word of the text is broken by something that folding takes out, so that words can be found raw."""
        text = self.text
        if _HYPHEN_AT_LINE_END.search(text):
            return False
        if text.isascii():
            return True
        return not ("\u2010" in text or _BREAKS_WORDS.search(text)) and unicodedata.is_normalized("NFC", text)

    def views(self, wanted: str) -> Iterator[Folded]:
        """Yield folded stretches of the text, in order and apart, that hold every place of the folded words `wanted`.

        Either neighbourhoods of its longest word, or the whole text. What a neighbourhood shows is what the whole text
        would show there: a cut can change blanks at its edges only, and those lie beyond `MARGIN`.
        """
        spans = None if "folded" in self.__dict__ else self._neighbourhoods(wanted)
        if spans is None:
            yield self.folded
            return
        for low, high in spans:
            yield fold(self.text[low:high], origin=low)

    def _neighbourhoods(self, wanted: str) -> list[tuple[int, int]] | None:
        """Return the raw spans around the longest word of `wanted`; None when the whole text must be folded."""
        anchor = max(_ANCHOR.finditer(wanted), key=_length, default=None)
        if anchor is None or not self.keeps_words_whole:
            return None
        before, after = anchor.start() + MARGIN, len(wanted) - anchor.start() + MARGIN
        spans: list[tuple[int, int]] = []
        for at in self._places(anchor[0]):
            low, high = self._reach(at, before, after)
            if spans and low <= spans[-1][1]:
                low = spans.pop()[0]
            spans.append((low, high))
            if len(spans) > _RARE:
                return None
        return spans

    def _places(self, word: str) -> Iterator[int]:
        """Yield where a word stands in the raw text."""
        at = self.text.find(word)
        while at >= 0:
            yield at
            at = self.text.find(word, at + len(word))

    def _reach(self, at: int, before: int, after: int) -> tuple[int, int]:
        """Return a raw span that holds `before` and `after` code points around `at` also once blanks are folded.

        Runs of blanks shrink, so the span grows until what is left of it is enough.
        """
        text = self.text
        low, high = max(0, at - before), min(len(text), at + after)
        while low > 0 and _shown(text[low:at]) < before:
            low = max(0, low - max(before, at - low))
        while high < len(text) and _shown(text[at:high]) < after:
            high = min(len(text), high + max(after, high - at))
        return low, high


def _length(match: re.Match[str]) -> int:
    return match.end() - match.start()


def _shown(text: str) -> int:
    """Return a floor of how many code points are left when blanks are folded."""
    return len(text) if "  " not in text and "\n" not in text else len("".join(text.split()))


def prepare(text: str) -> PreparedText:
    """Return the text ready to be asked about many quotations."""
    return PreparedText(text)
