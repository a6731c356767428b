"""Weighs the features of lines that no rule spoke for: a linear model of a line alone, and a small network of its place."""

import math
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Final, NamedTuple

import msgspec
import numpy as np

from witnessmark.reading.lines_features import LONGEST, Features, own_features
from witnessmark.reading.lines_places import Rows, place_rows, surely
from witnessmark.reading.lines_shape import Shape

#: How many lines of a page are surely furniture → how much more must speak against the others: a clean text has none.
_CAUTION: Final = {0: math.inf, 1: 2.0, 2: 1.0}
#: Where fewer of the lines are furniture, it strayed into a text; that much more must then speak against the others.
_STRAY: Final = 0.04
_STRAY_CAUTION: Final = 2.0
#: The score of a line that is too long to be looked at: a paragraph.
PARAGRAPH: Final = -3.0


class Weights(msgspec.Struct, frozen=True):
    """Weights of a line alone by name of feature, and of the network over rows of places; `threshold`: furniture begins.

    The network adds what its inputs say directly (`direct`) to what its hidden units say (`hidden`, `offsets`, `out`).
    """

    own: dict[str, float]
    hidden: list[list[float]]
    offsets: list[float]
    out: list[float]
    direct: list[float]
    constant: float
    threshold: float


class Network(NamedTuple):
    """The network's weights as arrays."""

    hidden: Rows
    offsets: Rows
    out: Rows
    direct: Rows
    constant: float

    def __call__(self, rows: Rows) -> Rows:
        """Return the log odds of furniture for each row."""
        units = np.maximum(rows @ self.hidden + self.offsets, 0)
        found: Rows = units @ self.out + rows @ self.direct + np.float32(self.constant)
        return found


@cache
def weights() -> Weights:
    """Return the weights that ship with the package (made by `bench/reading/furniture/train.py`)."""
    source = resources.files("witnessmark.reading").joinpath("lines_weights.json").read_bytes()
    return msgspec.json.decode(source, type=Weights)


@cache
def _network() -> Network:
    told = weights()
    hidden, offsets, out, direct = (
        np.array(each, np.float32) for each in (told.hidden, told.offsets, told.out, told.direct)
    )
    return Network(hidden, offsets, out, direct, told.constant)


def own_score(shape: Shape) -> float:
    """Return the score of a line alone: log odds of furniture."""
    return PARAGRAPH if shape.words > LONGEST else weigh(own_features(shape), weights().own)


def scores(
    shapes: Sequence[Shape], certain: Sequence[bool], apart: Sequence[bool], repeated: Sequence[bool]
) -> list[float]:
    """Return for every line (no empty ones) how far it lies beyond the threshold of furniture; below 0 it is story."""
    own = [own_score(shape) for shape in shapes]
    sure = surely(own, certain)
    if not sure:
        return [-math.inf] * len(shapes)
    stray = _STRAY_CAUTION if sure < _STRAY * len(shapes) else 0.0
    threshold = weights().threshold + _CAUTION.get(sure, 0.0) + stray
    told = _network()(place_rows(shapes, own, certain, apart, repeated))
    return [
        -math.inf if shape.words > LONGEST else float(score) - threshold
        for shape, score in zip(shapes, told, strict=True)
    ]


def weigh(features: Features, by: dict[str, float]) -> float:
    """Return the sum of features times weights; features without a weight do not count."""
    return sum(value * by.get(name, 0.0) for name, value in features.items())
