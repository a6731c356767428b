"""Cuts beside which no qualifier can stand, told from the raw text: most cuts are such, and need no closer look."""

import re
from typing import Final

from witnessmark.text.cues import CHINESE_CUES, SPACED_CUES
from witnessmark.text.fold import IGNORABLE, LIGATURES
from witnessmark.text.wordlists import word_set

#: Words that end with a full stop inside a sentence.
ABBREVIATIONS: Final = word_set("mr mrs ms dr prof st no gen col lt sgt rev hon vs dec jan feb aug sept oct nov")
_WORD: Final = re.compile(r"[^\W_]+")
#: The longest word of every cue: a stretch without any of them, and without a contraction, holds no cue.
_LONGEST_WORDS: Final = frozenset(max(reversed(_WORD.findall(cue)), key=len) for cue in SPACED_CUES)
_CHINESE: Final = re.compile(f"[{''.join(sorted({cue[0] for cue, _ in CHINESE_CUES} | set('不没沒未')))}]")
#: What folding takes out of words or joins, and apostrophes: such stretches are folded before they are judged.
_BREAKS_WORDS: Final = re.compile(
    f"[{IGNORABLE}{''.join(LIGATURES)}\u0300-\u036f\u064b-\u065f\u0670'‘’‚‛‹›＇´]|[-‐]\\s*[\n\u2029]"
)
_ENDS_AT_ONCE: Final = re.compile(r"(?:[.!۔]\s+|[。！])(?=[^\W\d_])")
_LOOK_BACK: Final = 40
_HARD_STOPS: Final = frozenset("。！？")
_STOPS: Final = frozenset("!?؟۔…")


def opens_sentence(raw: str, start: int) -> bool:
    """Tell whether a place plainly begins its sentence; False when that takes a closer look."""
    before = raw[max(0, start - _LOOK_BACK) : start]
    if not before or before.endswith("\n\n"):
        return True
    kept = before.rstrip()
    last = kept[-1:]
    if last in _HARD_STOPS and last:
        return True
    if len(kept) == len(before) or not last:
        return False
    if last != ".":
        return last in _STOPS
    word = kept.rsplit(None, 1)[-1][:-1]
    return len(word) > 1 and word.isalnum() and word.lower() not in ABBREVIATIONS


def closes_sentence(raw: str, end: int) -> bool:
    """Tell whether a place plainly ends its sentence, but for the sign at its end; False when in doubt."""
    if end >= len(raw) or raw.startswith("\n\n", end):
        return True
    stop = _ENDS_AT_ONCE.match(raw, end)
    return stop is not None and not raw[stop.end()].islower()


def holds_no_cue(stretch: str) -> bool:
    """Tell whether a stretch of raw text plainly holds no qualifier of any language; False when in doubt."""
    if _BREAKS_WORDS.search(stretch) or not _LONGEST_WORDS.isdisjoint(_WORD.findall(stretch.lower())):
        return False
    return stretch.isascii() or _CHINESE.search(stretch) is None
