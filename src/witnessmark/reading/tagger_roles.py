"""From scores of pieces to cues, and for each cue the pieces that are its source and its content."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
#: Tags of a piece as to one cue: outside, source begins, source goes on, content begins, content goes on.
OUTSIDE, SOURCE, SOURCE_ON, CONTENT, CONTENT_ON = range(5)
ROLES: Final = 5
#: Distances in pieces at which another bucket begins, on either side of the cue.
_STEPS: Final = np.array([2, 3, 4, 5, 7, 10, 15, 23, 36, 61])
_SIDE: Final = len(_STEPS) + 1
#: With how many other cues between a piece and its cue the buckets are told apart.
_BETWEEN: Final = 3
BUCKETS: Final = (2 * _SIDE + 1) * _BETWEEN
#: How many cues are read at once, so that memory does not grow with the length of a document.
_AT_ONCE: Final = 64
_NEVER: Final = -1e4
_NEXT: Final = np.array(
    [
        [0, 0, _NEVER, 0, _NEVER], [0, 0, 0, 0, _NEVER], [0, 0, 0, 0, _NEVER], [0, 0, _NEVER, 0, 0], [0, 0, _NEVER, 0, 0],
    ],
    dtype=np.float32,
)  # fmt: skip
_CUE_NEXT: Final = np.array([[0, 0, _NEVER], [0, 0, 0], [0, 0, 0]], dtype=np.float32)
_CUE_FIRST: Final = np.array([0, 0, _NEVER], dtype=np.float32)
_FIRST: Final = np.array([0, 0, _NEVER, 0, _NEVER], dtype=np.float32)


class Cue(NamedTuple):
    """A cue by its first and last piece (inclusive), with how probable the tagger holds it."""

    first: int
    last: int
    sure: float


class Scores(NamedTuple):
    """What the network says of one stretch: scores of cue tags, and what the roles are computed from."""

    cue: Floats
    keys: Floats
    queries: Floats


class Roles(NamedTuple):
    """One cue of a stretch with its source and contents as runs of pieces (first, piece after the last)."""

    stretch: int
    cue: Cue
    source: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    sure: float


def buckets(length: int, cue: tuple[int, int], others: Sequence[tuple[int, int]]) -> Ints:
    """Return for each of `length` pieces the bucket of its distance from `cue`, and of how many `others` stand between."""
    first, last = cue
    at = np.arange(length)
    before, after = np.maximum(first - at, 0), np.maximum(at - last, 0)
    near = np.where(before > 0, 1 + np.searchsorted(_STEPS, before, side="right"), 0)
    near = np.where(after > 0, 1 + _SIDE + np.searchsorted(_STEPS, after, side="right"), near)
    between = np.zeros(length, dtype=np.int64)
    for start, end in others:
        if end < first:
            between += at < start
        elif start > last:
            between += at > end
    return near * _BETWEEN + np.minimum(between, _BETWEEN - 1)


def log_softmax(logits: Floats) -> Floats:
    """Return scores as logarithms of probabilities over the last axis."""
    top = logits.max(axis=-1, keepdims=True)
    normalised: Floats = logits - top - np.log(np.exp(logits - top).sum(axis=-1, keepdims=True))
    return normalised


def cues_of(logits: Sequence[Floats], *, bias: float) -> list[list[Cue]]:
    """Return the cues of stretches from scores of outside, begin and go on; `bias` is added to the score of outside."""
    tables = [log_softmax(each) for each in logits]
    found: list[list[Cue]] = []
    for at in range(0, len(tables), _AT_ONCE):
        some = tables[at : at + _AT_ONCE]
        weighed = [each + np.array([bias, 0, 0], dtype=np.float32) for each in some]
        for table, path in zip(some, best_paths(weighed, _CUE_NEXT, _CUE_FIRST), strict=True):
            sure = 1.0 - np.exp(table[:, OUTSIDE])
            found.append([Cue(first, end - 1, float(sure[first:end].mean())) for first, end in runs(path, 1)])
    return found


@dataclass(frozen=True)
class RoleHead:
    """The last weights of the tagger: `near` of each bucket, `weight` and `bias` from the meeting of cue and piece to roles."""

    near: Floats
    weight: Floats
    bias: Floats

    def read(self, stretches: Sequence[Scores], *, bias: float = 0.0) -> list[Roles]:
        """Return the cues of all stretches in order with their roles; a cue without content is left out."""
        wanted = []
        for number, cues in enumerate(cues_of([scores.cue for scores in stretches], bias=bias)):
            scores = stretches[number]
            spans = [cue[:2] for cue in cues]
            wanted += [(number, cue, buckets(len(scores.cue), cue[:2], spans)) for cue in cues]
        found: list[Roles] = []
        for at in range(0, len(wanted), _AT_ONCE):
            found += self._some(stretches, wanted[at : at + _AT_ONCE])
        return found

    def _some(self, stretches: Sequence[Scores], wanted: Sequence[tuple[int, Cue, Ints]]) -> list[Roles]:
        tables = [self._table(stretches[number], cue, near) for number, cue, near in wanted]
        paths = best_paths(tables, _NEXT, _FIRST)
        found = []
        for (number, cue, _), table, path in zip(wanted, tables, paths, strict=True):
            contents = runs(path, CONTENT)
            if contents:
                sources = sorted(runs(path, SOURCE), key=lambda run: float(table[run[0] : run[1], CONTENT:].sum()))
                sure = [float(np.exp(table[np.arange(a, b), path[a:b]]).mean()) for a, b in contents]
                found.append(Roles(number, cue, tuple(sources[:1]), tuple(contents), min(sure)))
        return found

    def _table(self, scores: Scores, cue: Cue, near: Ints) -> Floats:
        added, scaled = np.split((scores.queries[cue.first] + scores.queries[cue.last]) / 2, 2)
        met = scores.keys * (1 + scaled) + added + self.near[near]
        met *= 0.5 * (1 + np.tanh(0.7978845608 * (met + 0.044715 * met * met * met)))
        return log_softmax(met @ self.weight + self.bias)


def best_paths(tables: Sequence[Floats], following: Floats, first: Floats) -> list[Ints]:
    """Return the best sequence of tags (Viterbi) of each table of pieces × tags; the tables may differ in length.

    `following` holds what it costs that one tag follows another (from × to), `first` that it opens a sequence.
    """
    longest = max((len(table) for table in tables), default=0)
    scores = np.zeros((len(tables), longest, len(first)), dtype=np.float32)
    for row, table in enumerate(tables):
        scores[row, : len(table)] = table
        scores[row, len(table) :, OUTSIDE + 1 :] = _NEVER
    back = np.zeros((longest, len(tables), len(first)), dtype=np.int64)
    best = scores[:, 0] + first if longest else scores.sum(axis=1)
    for at in range(1, longest):
        through = best[:, :, None] + following
        back[at] = through.argmax(axis=1)
        best = through.max(axis=1) + scores[:, at]
    paths = np.zeros((len(tables), longest), dtype=np.int64)
    rows = np.arange(len(tables))
    if longest:
        paths[:, -1] = best.argmax(axis=1)
    for at in range(longest - 1, 0, -1):
        paths[:, at - 1] = back[at, rows, paths[:, at]]
    return [path[: len(table)] for path, table in zip(paths, tables, strict=True)]


def runs(path: Ints, begin: int) -> list[tuple[int, int]]:
    """Return the runs (first piece, piece after the last) that open with tag `begin` and go on with the tag after it."""
    found = []
    for first in np.flatnonzero(path == begin).tolist():
        end = first + 1
        while end < len(path) and path[end] == begin + 1:
            end += 1
        found.append((first, end))
    return found
