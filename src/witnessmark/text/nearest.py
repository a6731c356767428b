"""The nearest words of a text and how they differ, in words. A suggestion only: it decides nothing."""

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

from witnessmark.text.characters import is_unspaced
from witnessmark.text.fold import fold
from witnessmark.text.results import Suggestion

#: Bounds of the work: words asked for, places looked at for each, words compared, differences told.
_MAX_PROBES: Final = 16
_MAX_PLACES: Final = 8
_MAX_COMPARED: Final = 240
_MAX_TOLD: Final = 4
_TOKEN_REACH: Final = 40
#: Below this share of the quotation's words nothing is suggested.
_LIKE: Final = 0.5
_UNSPACED: Final = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_TOKEN: Final = re.compile(rf"[{_UNSPACED}]|(?:(?![{_UNSPACED}_])\w)+|[^\w\s]")
_RUN: Final = re.compile(r"[^\W_]+")


def suggest(raw: str, wanted: str) -> Suggestion | None:
    """Return the span of `raw` that is most like the folded words `wanted`, None when nothing is alike.

    Bounded work: at most 16 words are asked for, 8 places of each; linear in the text.
    """
    wanted = wanted[:4_000]
    places = _vote(raw, wanted)
    return _compare(raw, wanted, places) if places is not None else _longer_token(raw, wanted)


def _vote(raw: str, wanted: str) -> tuple[int, int] | None:
    """Return the raw span in which most of the quotation's words stand near where they should."""
    hits: list[tuple[int, int]] = []
    for word, offset in _probes(wanted):
        at = raw.find(word)
        for _ in range(_MAX_PLACES):
            if at < 0:
                break
            hits.append((at - offset, len(word)))
            at = raw.find(word, at + len(word))
    if not hits:
        return None
    hits.sort()
    width = len(wanted) // 2 + 40
    begin = _best_window(hits, width)
    return max(0, begin - 40), min(len(raw), begin + width + len(wanted) * 5 // 4 + 80)


def _probes(wanted: str) -> list[tuple[str, int]]:
    """Return words of the quotation, the longest first, with their offsets; of unspaced scripts pairs of characters."""
    probes: dict[str, int] = {}
    for match in _RUN.finditer(wanted):
        run, start = match[0], match.start()
        if is_unspaced(run[0]) or is_unspaced(run[-1]):
            probes |= {run[i : i + 2]: start + i for i in range(min(len(run) - 1, _MAX_PROBES))}
        else:
            probes.setdefault(run, start)
    return sorted(probes.items(), key=lambda probe: -len(probe[0]))[:_MAX_PROBES]


def _best_window(hits: list[tuple[int, int]], width: int) -> int:
    """Return where the window of `width` begins that holds most letters of hits (sorted by offset)."""
    best = weight = low = 0
    begin = hits[0][0]
    for offset, size in hits:
        weight += size
        while hits[low][0] < offset - width:
            weight -= hits[low][1]
            low += 1
        if weight > best:
            best, begin = weight, hits[low][0]
    return begin


def _compare(raw: str, wanted: str, span: tuple[int, int]) -> Suggestion | None:
    """Align the quotation with a stretch of the text word by word; None when they are not alike."""
    view = fold(raw[span[0] : span[1]], origin=span[0])
    ours = list(_TOKEN.finditer(wanted))[:_MAX_COMPARED]
    theirs = list(_TOKEN.finditer(view.text))[: 3 * _MAX_COMPARED]
    matcher = SequenceMatcher(None, [m[0] for m in ours], [m[0] for m in theirs], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    alike = sum(len(ours[i][0]) for block in blocks for i in range(block.a, block.a + block.size))
    if not blocks or alike < _LIKE * sum(len(token[0]) for token in ours):
        return _longer_token(raw, wanted)
    low = max(0, blocks[0].b - blocks[0].a)
    high = min(len(theirs), blocks[-1].b + blocks[-1].size + len(ours) - blocks[-1].a - blocks[-1].size)
    start, end = view.original_span(theirs[low].start(), theirs[high - 1].end())
    difference = _tell([m[0] for m in ours], [m[0] for m in theirs], matcher, (low, high))
    return Suggestion(start, end, raw[start:end], difference)


def _tell(ours: Sequence[str], theirs: Sequence[str], matcher: SequenceMatcher[str], shown: tuple[int, int]) -> str:
    """Return the differences between the quotation's words and those of the text that are shown, in words."""
    told: list[str] = []
    for tag, a, b, first, last in matcher.get_opcodes():
        c, d = max(first, shown[0]), min(last, shown[1])
        mine, its = _join(ours[a:b]), _join(theirs[c:d])
        if not mine and c >= d:
            continue
        if tag == "insert":
            told.append(f"the text also has “{its}”")
        elif tag == "delete" or (tag == "replace" and not its):
            told.append(f"the text does not have “{mine}”")
        elif tag == "replace":
            told.append(f"the text has “{its}” where the quotation has “{mine}”{_letters(mine, its)}")
    more = len(told) - _MAX_TOLD
    return "; ".join(told[:_MAX_TOLD]) + (f"; and {more} more differences" if more > 0 else "")


def _join(words: Sequence[str]) -> str:
    """Return words as they are read: with spaces, but for scripts without."""
    if words and all(is_unspaced(word[0]) or not word[0].isalnum() for word in words):
        return "".join(words)
    return " ".join(words)


def _letters(mine: str, its: str) -> str:
    """Name the characters where two words of one length look alike but are written with other characters."""
    if len(mine) != len(its) or mine.isascii() == its.isascii() == True:  # noqa: E712 - both and equal
        return ""
    pairs = [(a, b) for a, b in zip(mine, its, strict=True) if a != b]
    names = [f"{unicodedata.name(b, hex(ord(b)))} for {unicodedata.name(a, hex(ord(a)))}" for a, b in pairs[:2]]
    return f" ({', '.join(names)})" if len(pairs) <= 2 else ""  # noqa: PLR2004 - more letters are another word


def _longer_token(raw: str, wanted: str) -> Suggestion | None:
    """Return the token in which the quotation stands, as it is or in other case."""
    at = raw.find(wanted)
    if at < 0:
        small = raw.lower()
        at = small.find(wanted.lower()) if len(small) == len(raw) else -1
    return token_around(raw, at, at + len(wanted)) if at >= 0 else None


def token_around(raw: str, start: int, end: int) -> Suggestion:
    """Return the stretch between blanks in which a span stands, at most 40 code points more either side."""
    wanted, low, high = raw[start:end], start, end
    while low > 0 and start - low < _TOKEN_REACH and not raw[low - 1].isspace():
        low -= 1
    while high < len(raw) and high - end < _TOKEN_REACH and not raw[high].isspace():
        high += 1
    quote = raw[low:high]
    if quote == wanted:
        return Suggestion(low, high, quote, "in the text these words belong to the words or figures beside them")
    return Suggestion(low, high, quote, f"the text has “{quote}” where the quotation has “{wanted}”")
