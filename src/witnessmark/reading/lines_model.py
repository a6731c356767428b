"""Weighs the features of lines that no rule spoke for: two linear models, the second reads what the first says around."""

import math
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Final

import msgspec

from witnessmark.reading.lines_features import LONGEST, Features, own_features
from witnessmark.reading.lines_places import place_features
from witnessmark.reading.lines_shape import Shape

#: A line whose words alone score so much is furniture on any page.
SURE: Final = 2.5
#: How many lines of a page are surely furniture → how much more must speak against the others: a clean text has none.
_CAUTION: Final = {0: math.inf, 1: 2.0, 2: 1.0}
#: Where fewer of the lines are furniture, it strayed into a text; that much more must then speak against the others.
_STRAY: Final = 0.04
_STRAY_CAUTION: Final = 2.0
#: The score of a line that is too long to be looked at: a paragraph.
PARAGRAPH: Final = -3.0


class Weights(msgspec.Struct, frozen=True):
    """Weights by name of feature: of a line alone, and of a line in its place; `threshold` is where furniture begins."""

    own: dict[str, float]
    place: dict[str, float]
    threshold: float


@cache
def weights() -> Weights:
    """Return the weights that ship with the package (made by `bench/reading/furniture/train.py`)."""
    source = resources.files("witnessmark.reading").joinpath("lines_weights.json").read_bytes()
    return msgspec.json.decode(source, type=Weights)


def own_score(shape: Shape) -> float:
    """Return the score of a line alone: log odds of furniture."""
    return PARAGRAPH if shape.words > LONGEST else weigh(own_features(shape), weights().own)


def scores(shapes: Sequence[Shape], certain: Sequence[bool], apart: Sequence[bool]) -> list[float]:
    """Return for every line (no empty ones) how far it lies beyond the threshold of furniture; below 0 it is story."""
    told = weights()
    own = [own_score(shape) for shape in shapes]
    sure = surely(own, certain)
    stray = _STRAY_CAUTION if sure < _STRAY * len(shapes) else 0.0
    threshold = told.threshold + _CAUTION.get(sure, 0.0) + stray
    places = place_features(shapes, own, certain, apart)
    return [
        -math.inf if shape.words > LONGEST else weigh(features, told.place) - threshold
        for shape, features in zip(shapes, places, strict=True)
    ]


def surely(own: Sequence[float], certain: Sequence[bool]) -> int:
    """Return how many lines of a page are furniture beyond doubt, by rules or by their words alone."""
    return sum(sure or score > SURE for sure, score in zip(certain, own, strict=True))


def weigh(features: Features, by: dict[str, float]) -> float:
    """Return the sum of features times weights; features without a weight do not count."""
    return sum(value * by.get(name, 0.0) for name, value in features.items())
