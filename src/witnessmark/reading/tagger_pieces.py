"""Paragraphs as word pieces with their places, features and windows: what the tagger reads, in training and at run time."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from witnessmark.evidence.reading import Span

Ints = NDArray[np.int64]
#: The longest window, its two special pieces included.
WINDOW: Final = 256
#: Kinds of letters a piece begins with, times whether it stands between quotation marks, times whether it opens a word.
FEATURES: Final = 16
_MARKS: Final = re.compile('[“”"«»„]')
_OPENING: Final = "“«„"
_CLOSING: Final = "”»"
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_LOWER, _TITLE, _UPPER, _OTHER = range(4)


class Pieces(NamedTuple):
    """The pieces of one stretch of text: numbers in the vocabulary, places in code points, features."""

    ids: Ints
    starts: Ints
    ends: Ints
    features: Ints


class Window(NamedTuple):
    """Stretches read together: `stretches` holds their numbers, `offsets` where each begins among the pieces."""

    stretches: tuple[int, ...]
    offsets: tuple[int, ...]
    length: int


def into_pieces(tokenizer: Tokenizer, text: str, spans: Sequence[Span]) -> list[Pieces]:
    """Return stretches of pieces in order; a paragraph longer than a window is cut, at the end of a sentence if it has one."""
    parts = [_SURROGATE.sub("\ufffd", text[start:end]) for start, end in spans]
    found: list[Pieces] = []
    for (start, _), part, encoding in zip(
        spans, parts, tokenizer.encode_batch(parts, add_special_tokens=False), strict=True
    ):
        if not encoding.ids:
            continue
        places = np.array(encoding.offsets, dtype=np.int64)
        pieces = Pieces(
            np.array(encoding.ids, dtype=np.int64), places[:, 0] + start, places[:, 1] + start,
            _features(part, places, encoding.word_ids),
        )  # fmt: skip
        found += _cut(pieces, text)
    return found


def _features(part: str, places: Ints, words: Sequence[int | None]) -> Ints:
    quoted = _quoted(part)
    features = np.empty(len(places), dtype=np.int64)
    before: int | None = -1
    for index, ((start, end), word) in enumerate(zip(places.tolist(), words, strict=True)):
        features[index] = _case(part[start:end]) * 4 + 2 * quoted[start] + (word != before)
        before = word
    return features


def _case(piece: str) -> int:
    if not piece[:1].isalpha():
        return _OTHER
    if not piece[:1].isupper():
        return _LOWER
    return _UPPER if len(piece) > 1 and piece.isupper() else _TITLE


def _quoted(part: str) -> NDArray[np.bool_]:
    """Return for each code point whether it stands between quotation marks, the marks included."""
    inside = np.zeros(len(part), dtype=np.bool_)
    since: int | None = None
    for match in _MARKS.finditer(part):
        mark, at = match[0], match.start()
        if since is None and mark not in _CLOSING:
            since = at
        elif since is not None and mark not in _OPENING:
            inside[since : at + 1] = True
            since = None
    if since is not None:
        inside[since:] = True
    return inside


def _cut(pieces: Pieces, text: str) -> list[Pieces]:
    most = WINDOW - 2
    found = []
    while len(pieces.ids) > most:
        ends = [index + 1 for index in range(most) if text[pieces.ends[index] - 1] in ".!?"]
        at = ends[-1] if ends else most
        found.append(Pieces(*(each[:at] for each in pieces)))
        pieces = Pieces(*(each[at:] for each in pieces))
    return [*found, pieces]


def into_windows(lengths: Sequence[int], *, longest: int = WINDOW) -> list[Window]:
    """Pack neighbouring stretches into windows: one special piece before each of them and one at the end."""
    windows: list[Window] = []
    held: list[int] = []
    offsets: list[int] = []
    used = 0
    for number, length in enumerate(lengths):
        if held and used + length + 2 > longest:
            windows.append(Window(tuple(held), tuple(offsets), used + 1))
            held, offsets, used = [], [], 0
        held.append(number)
        offsets.append(used + 1)
        used += length + 1
    if held:
        windows.append(Window(tuple(held), tuple(offsets), used + 1))
    return windows
