"""Where a line stands: before, within or after the story, in what company, on how dirty a page."""

import re
from collections.abc import Sequence
from typing import Final

from witnessmark.reading.lines_features import Features, size_of, stop_of
from witnessmark.reading.lines_lexicon import plain
from witnessmark.reading.lines_shape import Shape, fold_key

_OWNER: Final = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}(?:\s?[-–]\s?\d{2,4})?)?[\s,.]*([^\d.,|·/©()-]{3,40}?)\s*(?:$|[.,|·/()\d-])",
    re.IGNORECASE,
)
#: A title has no more words; the words of a story are sought in so many characters of it.
_TITLE: Final = 24
_READ: Final = 20_000
_STEM: Final = 5
_WORD: Final = re.compile(r"[\u3400-\u9fff]{2}|[^\W\d_\u3400-\u9fff]{4,}")
#: Shorter names stand in other words.
_NAME: Final = 3
#: A paragraph scores less: one that hardly does so may be a sentence of a prompt or a notice.
_SAFE: Final = -0.5
_PROSE_WORDS: Final = 8
_RUNS: Final = ((1, "1"), (2, "2"), (4, "4"), (8, "8"))
#: Sums of neighbours are cut here, so that one certain line does not decide for those around it.
_CLIP: Final = 3.0


def place_features(
    shapes: Sequence[Shape], scores: Sequence[float], certain: Sequence[bool], apart: Sequence[bool]
) -> list[Features]:
    """Return for every line (no empty ones) the features of its place.

    `scores` are the lines' own scores (above 0: rather furniture), `certain` tells what rules have called furniture,
    `apart` what they have called byline, dateline, caption or correction.
    """
    cut = [_CLIP if sure else max(-_CLIP, min(_CLIP, score)) for score, sure in zip(scores, certain, strict=True)]
    prose = [is_prose(shape) and score < _SAFE for shape, score in zip(shapes, cut, strict=True)]
    zones, runs, listed = _zones(prose), _runs(prose), _listed(shapes)
    dirty = sum(certain) / len(shapes) if shapes else 0.0
    site = _site(shapes)
    story = plain(" ".join(shape.head for shape, is_one in zip(shapes, prose, strict=True) if is_one))[:_READ]
    found = []
    for i, shape in enumerate(shapes):
        before, after = cut[max(0, i - 3) : i], cut[i + 1 : i + 4]
        stop = stop_of(shape)
        size = size_of(shape)
        features: Features = {
            "own": cut[i],
            "before": sum(before) / len(before) if before else 0.0,
            "after": sum(after) / len(after) if after else 0.0,
            "least neighbour": min(before[-1:] + after[:1], default=0.0),
            f"{zones[i]} {size} {stop}": 1.0,
            f"run {runs[i]} {zones[i]} {stop}": 1.0,
            f"dirty {_dirt(sum(certain))}": 1.0,
            f"dirty {stop}": min(dirty, 0.5),
        }
        if any(apart[i + 1 : i + 2]):
            features[f"before an editorial line {zones[i]} {stop}"] = 1.0
        if any(apart[max(0, i - 1) : i]):
            features[f"after an editorial line {zones[i]} {stop}"] = 1.0
        if stop != "stopped" and 2 < shape.words <= _TITLE:  # noqa: PLR2004  (two words occur by chance)
            features[f"shares words {zones[i]} {stop}"] = shared(shape, story)
        if site and site in shape.key:
            features[f"names the site {stop}"] = 1.0
        if listed[i]:
            features[f"listed {stop}"] = 1.0
        if not any(certain):
            features[f"clean {stop}"] = 1.0
        found.append(features)
    return found


def is_prose(shape: Shape) -> bool:
    """Tell whether a line looks like a paragraph: long enough for a sentence and ending as one, or long."""
    return shape.words > 25 or (shape.words >= _PROSE_WORDS and (stop_of(shape) == "stopped" or shape.colon))  # noqa: PLR2004  (few titles are longer)


def shared(shape: Shape, story: str) -> float:
    """Return the share of a title's longer words that a story (folded) holds, by their beginnings."""
    words = [word[:_STEM] for word in _WORD.findall(plain(shape.head))]
    return sum(word in story for word in words) / len(words) if words else 0.0


def _zones(prose: list[bool]) -> list[str]:
    places = [i for i, is_one in enumerate(prose) if is_one]
    if not places:
        return ["nowhere"] * len(prose)
    first, last = places[0], places[-1]
    return ["head" if i < first else "tail" if i > last else "within" for i in range(len(prose))]


def _runs(prose: list[bool]) -> list[str]:
    """Return for each line how many lines without prose stand together there, as a bucket."""
    found = ["0"] * len(prose)
    start = 0
    for i in range(len(prose) + 1):
        if i == len(prose) or prose[i]:
            length = i - start
            name = next((name for limit, name in _RUNS if length <= limit), "more")
            found[start:i] = [name] * length
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
        match = _OWNER.search(shape.head)
        name = fold_key(match[1]) if match else ""
        if len(name) > _NAME:
            return name
    return ""


def _dirt(count: int) -> str:
    return "0" if not count else "1" if count == 1 else "3" if count <= 3 else "9" if count <= 9 else "many"  # noqa: PLR2004  (from a stray line to a portal)
