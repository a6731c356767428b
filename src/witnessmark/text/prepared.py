"""A text ready for many quotations: folded whole, or only around the rarest word of what is looked for."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from witnessmark.text.fold import IGNORABLE, LIGATURES, Folded, fold

#: Folded code points kept either side of a neighbourhood, so that boundaries and flags see what they need.
MARGIN: Final = 260
#: So many of them may be lost to blanks that are folded; where more are, the text is folded whole.
_SLACK: Final = 100
#: A word that stands oftener than this is no help in finding the place; the text is then folded whole.
_RARE: Final = 6
#: How many words are tried as the rare one, the longest first.
_ASKED: Final = 4
#: Letters of scripts in which a line break never parts a word without a hyphen.
_ANCHOR: Final = re.compile(
    r"[^\W_\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\uffff\U00010000-\U0010ffff]{4,}"
)
_BREAKS_WORDS: Final = re.compile(f"[{IGNORABLE}{''.join(LIGATURES)}]")
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

    def views(self, wanted: str) -> Sequence[Folded]:
        """Return folded stretches of the text, in order and apart, that hold every place of the folded words `wanted`.

        Either neighbourhoods of its rarest long word, or the whole text. What a neighbourhood shows is what the whole
        text would show there: a cut can change blanks at its edges only, and those lie beyond what is looked at.
        """
        spans = None if "folded" in self.__dict__ else self._neighbourhoods(wanted)
        if spans is None:
            return (self.folded,)
        views = [fold(self.text[low:high], origin=low) for low, high in spans]
        return views if all(_lost(view) <= _SLACK for view in views) else (self.folded,)

    def _neighbourhoods(self, wanted: str) -> list[tuple[int, int]] | None:
        """Return the raw spans around a rare word of `wanted`; None when the whole text must be folded."""
        anchors = sorted(_ANCHOR.finditer(wanted), key=_length)[-_ASKED:]
        if not anchors or not self.keeps_words_whole:
            return None
        for anchor in reversed(anchors):
            places = self._places(anchor[0])
            if len(places) <= _RARE:
                before = anchor.start() + MARGIN
                return self._apart(places, before, len(wanted) - anchor.start() + MARGIN)
        return None

    def _places(self, word: str) -> list[int]:
        """Return where a word stands in the raw text, at most one place more than is rare."""
        find, size = self.text.find, len(word)
        places: list[int] = []
        at = find(word)
        while at >= 0 and len(places) <= _RARE:
            places.append(at)
            at = find(word, at + size)
        return places

    def _apart(self, places: list[int], before: int, after: int) -> list[tuple[int, int]]:
        """Return the spans from `before` to `after` code points around the places, joined where they meet."""
        spans: list[tuple[int, int]] = []
        for at in places:
            low, high = max(0, at - before), at + after
            if spans and low <= spans[-1][1]:
                low = spans.pop()[0]
            spans.append((low, high))
        return spans


def _length(match: re.Match[str]) -> int:
    return match.end() - match.start()


def _lost(view: Folded) -> int:
    """Return how many code points folding took out of a stretch."""
    return sum(edit.old_end - edit.old_start - len(edit.new) for layer in view.layers for edit in layer.edits)


def prepare(text: str) -> PreparedText:
    """Return the text ready to be asked about many quotations."""
    return PreparedText(text)
