"""Quotations that two documents share in the same order, also where one of them changed words."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

from witnessmark.evidence.reading import Reading
from witnessmark.text.analyser import tokens

#: Quotations of fewer words are terms, which anybody may quote.
_WORDS: Final = 4
#: Share of words in the same order from which on two quotations are one, changed or not.
_ALIKE: Final = 0.6
#: So many quotations of a document are compared: enough to tell, and bounded.
_MOST: Final = 60
_NEEDED: Final = 2
_SHARE: Final = 0.6


def shared_quotations(first: Reading, second: Reading) -> list[str]:
    """Return a reason when most quotations of the shorter document stand in the other in the same order.

    Changed words are named, since they tell who copied carelessly.
    """
    ours, theirs = _quoted(first), _quoted(second)
    pairs = _aligned(ours, theirs)
    shorter = min(len(ours), len(theirs))
    if len(pairs) < _NEEDED or len(pairs) < _SHARE * shorter:
        return []
    changed = [_change(ours[a], theirs[b]) for a, b in pairs if ours[a] != theirs[b]]
    reason = f"{len(pairs)} of the {shorter} quotations of the shorter one stand in the other in the same order"
    return [reason + (f"; changed: {', '.join(changed[:3])}" if changed else "")]


def _quoted(reading: Reading) -> list[list[str]]:
    """Return the direct quotations of a reading as words, in order."""
    content = reading.text.content
    spans = sorted(span for each in reading.statements if each.kind == "direct" for span in each.content)
    words = [tokens(content[start:end]) for start, end in spans[: _MOST * 2]]
    return [each for each in words if len(each) >= _WORDS][:_MOST]


def _aligned(ours: Sequence[Sequence[str]], theirs: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Return the longest sequence of pairs of alike quotations that keeps the order of both."""
    best: list[list[list[tuple[int, int]]]] = [[[] for _ in range(len(theirs) + 1)] for _ in range(len(ours) + 1)]
    for a in range(len(ours)):
        for b in range(len(theirs)):
            longest = max(best[a][b + 1], best[a + 1][b], key=len)
            if _alike(ours[a], theirs[b]) and len(best[a][b]) >= len(longest):
                longest = [*best[a][b], (a, b)]
            best[a + 1][b + 1] = longest
    return best[-1][-1]


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _change(one: Sequence[str], other: Sequence[str]) -> str:
    """Return the longest words that were exchanged, else the longest that stand in one only."""
    codes = [code for code in SequenceMatcher(None, one, other, autojunk=False).get_opcodes() if code[0] != "equal"]
    exchanged = [code for code in codes if code[0] == "replace"] or codes
    _, a, b, c, d = max(exchanged, key=lambda code: code[2] - code[1] + code[4] - code[3])
    if a < b and c < d:
        return f"“{' '.join(one[a:b])}” to “{' '.join(other[c:d])}”"
    return f"“{' '.join(one[a:b] or other[c:d])}” stands in one only"
