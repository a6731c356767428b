"""Which of many texts hold which of many quotations: every pair is answered, few are looked at."""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import add
from typing import Final, NamedTuple

from witnessmark.text.fold import fold
from witnessmark.text.omissions import split_pieces
from witnessmark.text.prepared import PreparedText
from witnessmark.text.quotation import match_quotation
from witnessmark.text.results import QuoteResult

#: Letters and digits of any script, without signs between them.
_RUN: Final = re.compile(r"[^\W_]+")
_UNSPACED_RANGES: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_UNSPACED: Final = re.compile(f"[{_UNSPACED_RANGES}]")
_UNSPACED_RUN: Final = re.compile(rf"(?:(?=[{_UNSPACED_RANGES}])[^\W_])+")


#: One text in sixteen tells how common a word is; a wrong guess costs time only.
_SAMPLED: Final = 16


class Holding(NamedTuple):
    """A text (by its index) that holds a quotation (by its index), and the matcher's answer."""

    quotation: int
    text: int
    result: QuoteResult


class _Needs(NamedTuple):
    """What a text must hold before a quotation can stand in it: words (or pairs of characters), and a stretch of them."""

    words: frozenset[str]
    stretch: str


def locate(quotations: Sequence[str], texts: Sequence[PreparedText]) -> Iterator[Holding]:
    """Yield every text in which a quotation stands (verdict `found`, `ambiguous` or `indeterminate`), text by text.

    The answers are those of `match_quotation` on each pair. A text that lacks one of a quotation's words is passed over
    without a search: quotations are filed under the word of theirs that the fewest texts hold.
    """
    needs = [_needs_of(quotation) for quotation in quotations]
    filed = _file(needs, texts[::_SAMPLED])
    words = frozenset(filed)
    for number, text in enumerate(texts):
        folded = text.folded.text
        candidates = {index for word in words.intersection(_words_of(folded)) for index in filed[word]}
        candidates.update(filed.get("", ()))
        for index in sorted(index for index in candidates if needs[index].stretch in folded):
            result = match_quotation(quotations[index], text, suggesting=False)
            if result.verdict in {"found", "ambiguous", "indeterminate"}:
                yield Holding(index, number, result)


def _words_of(folded: str) -> Iterable[str]:
    """Return what stands between blanks; of scripts without spaces also every pair of characters."""
    words = folded.split()
    return itertools.chain(words, map(add, folded, folded[1:])) if _UNSPACED.search(folded) else words


def _file(needs: Sequence[_Needs], sample: Sequence[PreparedText]) -> dict[str, list[int]]:
    """File quotations under the word of theirs that the fewest texts of a sample hold, "" for those without a word."""
    asked: frozenset[str] = frozenset().union(*(need.words for need in needs))
    frequency = Counter(word for text in sample for word in asked.intersection(_words_of(text.folded.text)))
    filed: dict[str, list[int]] = defaultdict(list)
    for index, need in enumerate(needs):
        filed[min(need.words, key=lambda word: (frequency[word], word), default="")].append(index)
    return filed


def _needs_of(quotation: str) -> _Needs:
    """Return what any text that holds a quotation holds whole, whatever its typography and whatever is left out.

    Words inside a piece stand between the same blanks in the text; the first and the last of a piece may touch other
    signs there, and words with signs in them may be written otherwise.
    """
    words: set[str] = set()
    stretches: list[str] = []
    for piece in split_pieces(fold(quotation).text.strip()):
        inner = piece.words.split(" ")[1:-1]
        words.update(word for word in inner if word.isalnum())
        stretches += [" ".join(plain) for is_plain, plain in itertools.groupby(inner, str.isalnum) if is_plain]
        stretches += _RUN.findall(piece.words)
        words.update(run[i : i + 2] for run in _UNSPACED_RUN.findall(piece.words) for i in range(len(run) - 1))
    return _Needs(frozenset(words), max(stretches, key=len, default=""))
