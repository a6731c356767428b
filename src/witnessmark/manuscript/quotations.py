"""Quotation marks of many scripts paired, with apostrophes told from closing marks."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

#: Opening mark → marks that close it. German and Swedish customs share characters with English ones.
PAIRS: Final = {
    "“": "”",
    "‟": "”",
    "„": "“”‟",
    "«": "»",
    "‹": "›",
    "»": "«",
    "”": "”",
    "‘": "’",
    "‚": "‘’",
    "「": "」",
    "『": "』",
    "﹁": "﹂",
    '"': '"',
    "'": "'",
    "＂": "＂",
}
#: So many marks are looked back over for a partner: deeper ones are apostrophes.
_DEEPEST: Final = 64
_ALWAYS_OPEN: Final = frozenset("“‟„«‹‚「『﹁")
_DOUBLE_CLOSERS: Final = frozenset("”»›」』﹂“‟«")


@dataclass(frozen=True, slots=True)
class Marked:
    """A pair of quotation marks: offsets of the opening mark and of the closing one; depth 0 is outermost."""

    open: int
    close: int
    depth: int


@dataclass(frozen=True, slots=True)
class Marks:
    """All pairs of a text in order of their opening, and marks that have no partner."""

    pairs: tuple[Marked, ...]
    unclosed: tuple[int, ...]
    unopened: tuple[int, ...]


def find_quotations(text: str) -> Marks:
    """Pair the quotation marks of a block's plain text. Apostrophes, primes and plural possessives are no marks."""
    pairs: list[Marked] = []
    unopened: list[int] = []
    stack: list[int] = []
    for i, char in enumerate(text):
        if char not in PAIRS and char not in _DOUBLE_CLOSERS and char != "’":
            continue
        level = _closes(text, i, stack)
        if level >= 0:
            pairs.append(Marked(stack[level], i, level))
            del stack[level:]
        elif _opens(text, i, stack):
            stack.append(i)
        elif char in _DOUBLE_CLOSERS:
            unopened.append(i)
    singles = {"'", "‘", "‚"}
    # What follows the first open mark is all its quotation: marks left open inside it tell nothing more.
    unclosed = tuple(i for i in stack if text[i] not in singles)[:1]
    depths = _depths(pairs)
    return Marks(depths, unclosed, tuple(unopened))


def _depths(pairs: list[Marked]) -> tuple[Marked, ...]:
    """Depth counts only marks that were closed: an apostrophe taken for an opening mark must not deepen the rest."""
    ends: list[int] = []
    result = []
    for pair in sorted(pairs, key=lambda one: one.open):
        while ends and ends[-1] < pair.open:
            ends.pop()
        result.append(Marked(pair.open, pair.close, len(ends)))
        ends.append(pair.close)
    return tuple(result)


def _around(text: str, i: int) -> tuple[str, str]:
    return text[i - 1] if i else "", text[i + 1] if i + 1 < len(text) else ""


def _closes(text: str, i: int, stack: list[int]) -> int:
    """Return the index in the stack of the mark that `i` closes, or -1. Inner single marks left open are apostrophes."""
    char = text[i]
    before, after = _around(text, i)
    for level in range(len(stack) - 1, max(-1, len(stack) - 1 - _DEEPEST), -1):
        opener = text[stack[level]]
        if char in PAIRS[opener]:
            return level if _may_close(text, i, opener, before, after) else -1
        if opener not in "'‘‚":
            return -1
    return -1


def _may_close(text: str, i: int, opener: str, before: str, after: str) -> bool:
    char = text[i]
    if char in "'’" and before.isalnum() and after.isalnum():
        return False
    if char in "'’" and before in "sS" and before and _possessive(text, i, after):
        return False
    if opener == char:
        return not before.isspace() or not after or not after.isalnum()
    return True


def _possessive(text: str, i: int, after: str) -> bool:
    """`the detainees’ rights’`: a word follows, and another closing mark comes before any opening one."""
    if after != " " or not text[i + 2 : i + 3].islower():
        return False
    for j in range(i + 2, min(len(text), i + 400)):
        if text[j] == "‘":
            return False
        inside = text[j - 1].isalnum() and text[j + 1 : j + 2].isalnum()
        if text[j] == text[i] and not inside:
            return True
    return False


def _opens(text: str, i: int, stack: list[int]) -> bool:
    char = text[i]
    before, after = _around(text, i)
    if char in _ALWAYS_OPEN:
        return True
    if char not in PAIRS or not after or after.isspace():
        return False
    if char == "‘":
        return not before.isalnum()
    if char == "'":
        return not before.isalnum() and not after.isdigit() and _closed_later(text, i)
    if char in '"＂':
        return not before.isdigit() or _closed_later(text, i)
    return (not before or before.isspace() or before in "([—–-") and not stack


def _closed_later(text: str, i: int) -> bool:
    """Tell whether the same straight mark stands later where it can close: after a character and before none."""
    return _last_closing(text, text[i]) >= i + 2


@lru_cache(maxsize=64)
def _last_closing(text: str, char: str) -> int:
    """Return the last place where a straight mark can close, -1 for none: looked for once for all marks of a text."""
    at = text.rfind(char)
    while at > 0 and (text[at - 1].isspace() or text[at + 1 : at + 2].isalnum()):
        at = text.rfind(char, 0, at)
    return at
