"""Where a line stands: before, within or after the story, in what company, on how dirty a page; as rows of numbers."""

import math
import re
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from witnessmark.reading.lines_features import LONGEST, SIGNS, cased, stop_of
from witnessmark.reading.lines_lexicon import KINDS, cues_in, plain
from witnessmark.reading.lines_sentences import REPORTED
from witnessmark.reading.lines_shape import Shape, fold_key

Rows = NDArray[np.float32]
_OWNER: Final = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}(?:\s?[-–]\s?\d{2,4})?)?[\s,.]*([^\d.,|·/©()-]{3,40}?)\s*(?:$|[.,|·/()\d-])",
    re.IGNORECASE,
)
#: A title has no more words, and no fewer; the words of a story are sought in so many characters of it.
_TITLE: Final = 24
_TITLE_LEAST: Final = 4
_READ: Final = 20_000
_STEM: Final = 5
_WORD: Final = re.compile(r"[\u3400-\u9fff]{2}|[^\W\d_\u3400-\u9fff]{4,}")
#: Shorter names stand in other words.
_NAME: Final = 3
#: A paragraph scores less: one that hardly does so may be a sentence of a prompt or a notice.
_SAFE: Final = -0.5
_PROSE_WORDS: Final = 8
_LONG: Final = 25
#: Scores are cut here, so that one certain line does not decide for those around it.
_CLIP: Final = 3.0
#: A line whose words alone score so much is furniture on any page.
SURE: Final = 2.5
#: What is seen of so many lines on either side, and how many lines more are summed up.
_SIDE: Final = 4
_FAR: Final = 8
#: What stands for the shared words of a line of which they are not asked.
_UNASKED: Final = -0.3
#: Sizes told apart, in words: from – to.
_SIZES: Final = ((0, 1), (2, 2), (3, 5), (6, 8), (9, 14), (31, 10_000))


def place_rows(
    shapes: Sequence[Shape],
    scores: Sequence[float],
    certain: Sequence[bool],
    apart: Sequence[bool],
    repeated: Sequence[bool],
) -> Rows:
    """Return one row of numbers for every line (no empty ones): what it is, and what the lines around it are.

    `scores` are the lines' own scores (above 0: rather furniture), `certain` tells what rules have called furniture, `apart`
    what they have called byline, dateline, caption or correction, `repeated` what stands above already.
    """
    if not shapes:
        return np.zeros((0, 0), np.float32)
    prose = [is_prose(s) and x < _SAFE and not c for s, x, c in zip(shapes, scores, certain, strict=True)]
    story = plain(" ".join(shape.head for shape, is_one in zip(shapes, prose, strict=True) if is_one))[:_READ]
    cut = [_CLIP if sure else max(-_CLIP, min(_CLIP, x)) for x, sure in zip(scores, certain, strict=True)]
    view = np.array(
        [[cut[i] / _CLIP, certain[i], apart[i], prose[i], *_seen(shape, story)] for i, shape in enumerate(shapes)],
        np.float32,
    )
    page = _page(shapes, scores, certain)
    names = _site(shapes)
    own = [
        [*_own(shape, score), bool(names) and names in shape.key, again, listed, *page]
        for shape, score, again, listed in zip(shapes, scores, repeated, _listed(shapes), strict=True)
    ]
    parts = (_windows(view), np.array(_around(prose, cut), np.float32), np.array(own, np.float32))
    return np.concatenate(parts, axis=1)


def is_prose(shape: Shape) -> bool:
    """Tell whether a line looks like a paragraph: long enough for a sentence and ending as one, or long."""
    return shape.words > _LONG or (shape.words >= _PROSE_WORDS and (stop_of(shape) == "stopped" or shape.colon))


def shared(shape: Shape, story: str) -> float:
    """Return the share of a title's longer words that a story (folded) holds, by their beginnings."""
    words = [word[:_STEM] for word in _WORD.findall(plain(shape.head))]
    return sum(word in story for word in words) / len(words) if words else 0.0


def surely(own: Sequence[float], certain: Sequence[bool]) -> int:
    """Return how many lines of a page are furniture beyond doubt, by rules or by their words alone."""
    return sum(sure or score > SURE for sure, score in zip(certain, own, strict=True))


def _seen(shape: Shape, story: str) -> list[float]:
    """Return what of a line its neighbours are judged by as well."""
    stop = stop_of(shape)
    asked = stop != "stopped" and 2 < shape.words <= _TITLE  # noqa: PLR2004  (two words occur by chance)
    return [
        stop == "open",
        stop == "asks",
        math.log1p(shape.words) / 4,
        shape.quoted,
        shape.colon,
        shape.bullet,
        stop == "open" and _TITLE_LEAST <= shape.words <= _TITLE,
        shape.words <= LONGEST and bool(cues_in(shape.head)),
        REPORTED.search(shape.head.casefold()) is not None,
        shared(shape, story) if asked else _UNASKED,
    ]


def _own(shape: Shape, score: float) -> list[float]:
    """Return what only the line itself is judged by: its words, signs and size."""
    cues = cues_in(shape.head) if shape.words <= LONGEST else {}
    stop, count = stop_of(shape), max(1, shape.words)
    cut = max(-_CLIP, min(_CLIP, score)) / _CLIP
    letters = cased(shape)
    return [
        max(-2.0, min(2.0, score / 5)),
        cut * (stop == "open"),
        cut * (stop == "stopped"),
        sum(len(words) for words in cues.values()) / count / 2,
        len({word for words in cues.values() for word in words}) / count,
        "capitals" in letters,
        "title case" in letters,
        *(least <= shape.words <= most for least, most in _SIZES),
        *(kind in cues for kind in KINDS),
        *(pattern.search(shape.head) is not None for _, pattern in SIGNS),
    ]


def _page(shapes: Sequence[Shape], scores: Sequence[float], certain: Sequence[bool]) -> list[float]:
    """Return how dirty the page is."""
    rules, sure = sum(certain), surely(scores, certain)
    return [math.log1p(rules) / 4, rules / len(shapes), math.log1p(sure) / 4, sure == 0, sure == 1]


def _around(prose: list[bool], cut: list[float]) -> list[list[float]]:
    """Return for each line its zone, its distance from the story, how many lines without prose stand together, and sums."""
    places = [i for i, is_one in enumerate(prose) if is_one]
    first, last = (places[0], places[-1]) if places else (len(prose), len(prose))
    sums = np.concatenate([[0.0], np.cumsum(cut)])
    found: list[list[float]] = []
    for i, run in enumerate(_runs(prose)):
        before, after = max(0, i - _FAR), min(len(prose), i + 1 + _FAR)
        zone = (not places, bool(places) and i < first, bool(places) and i > last)
        distance = (math.log1p(max(0, first - i) if places else 0), math.log1p(max(0, i - last)))
        sides = (float(sums[i] - sums[before]), float(sums[after] - sums[i + 1]))
        found.append([*zone, *(x / 4 for x in distance), math.log1p(run) / 3, *(x / _CLIP / _FAR for x in sides)])
    return found


def _windows(view: Rows) -> Rows:
    """Return for each row those around it beside it; rows beyond the page are zeros but for a mark that says so."""
    count, width = view.shape
    pad = np.zeros((_SIDE, width + 1), np.float32)
    pad[:, width] = 1
    whole = np.concatenate([pad, np.concatenate([view, np.zeros((count, 1), np.float32)], axis=1), pad])
    return np.concatenate([whole[k : k + count] for k in range(2 * _SIDE + 1)], axis=1)


def _runs(prose: list[bool]) -> list[int]:
    """Return for each line how many lines without prose stand together there."""
    found = [0] * len(prose)
    start = 0
    for i in range(len(prose) + 1):
        if i == len(prose) or prose[i]:
            found[start:i] = [i - start] * (i - start)
            start = i + 1
    return found


def _listed(shapes: Sequence[Shape]) -> list[bool]:
    """Tell which lines stand in a list that a line with a colon opened."""
    found, open_list = [], False
    for shape in shapes:
        inside = open_list and (shape.bullet or not shape.stopped) and not shape.colon
        found.append(inside)
        open_list = inside or shape.colon
    return found


def _site(shapes: Sequence[Shape]) -> str:
    """Return the folded name of the site as its copyright line gives it, or ""."""
    for shape in reversed(shapes):
        match: Any = _OWNER.search(shape.head)
        name = fold_key(match[1]) if match else ""
        if len(name) > _NAME:
            return name
    return ""
