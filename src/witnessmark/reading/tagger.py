"""The learned tagger of statements: words of paragraphs in, spans of source, cue and content out."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from io import BytesIO
from typing import Final, NamedTuple

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from witnessmark.evidence.reading import Span
from witnessmark.reading.tagger_pieces import Pieces, Window, into_pieces, into_windows
from witnessmark.reading.tagger_roles import Ints, RoleHead, Roles, Scores

_FOLDER: Final = "model"
#: The feature of the special pieces: no letter, no quotation, no word.
_NO_FEATURE: Final = 12


class Tagged(NamedTuple):
    """One attribution as spans of code points; `sure` is the lower of the probabilities of its cue and of its content."""

    source: tuple[Span, ...]
    cue: Span
    content: tuple[Span, ...]
    sure: float


@dataclass(frozen=True)
class Tagger:
    """The network, its vocabulary, the head that ties pieces to cues, and its settings.

    `opening` and `closing` are the numbers of the special pieces, `bias` what is added to the score of "no cue".
    """

    network: onnxruntime.InferenceSession
    tokenizer: Tokenizer
    head: RoleHead
    opening: int
    closing: int
    bias: float

    def tag(self, text: str, paragraphs: Sequence[Span]) -> list[Tagged]:
        """Return the attributions of paragraphs of `text` in the order of their cues; linear in their length."""
        stretches = into_pieces(self.tokenizer, text, paragraphs)
        scores = [
            each
            for window in into_windows([len(each.ids) for each in stretches])
            for each in self._run(stretches, window)
        ]
        return [_placed(stretches[found.stretch], found) for found in self.head.read(scores, bias=self.bias)]

    def _run(self, stretches: Sequence[Pieces], window: Window) -> Iterator[Scores]:
        ids, features = self._filled(stretches, window)
        cue, keys, queries = self.network.run(["cue", "keys", "queries"], {"ids": ids, "features": features})
        for number, at in zip(window.stretches, window.offsets, strict=True):
            part = slice(at, at + len(stretches[number].ids))
            yield Scores(cue[0, part], keys[0, part], queries[0, part])

    def _filled(self, stretches: Sequence[Pieces], window: Window) -> tuple[Ints, Ints]:
        ids = np.full((1, window.length), self.closing, dtype=np.int64)
        features = np.full((1, window.length), _NO_FEATURE, dtype=np.int64)
        ids[0, 0] = self.opening
        for number, at in zip(window.stretches, window.offsets, strict=True):
            pieces = stretches[number]
            ids[0, at : at + len(pieces.ids)] = pieces.ids
            features[0, at : at + len(pieces.ids)] = pieces.features
        return ids, features


def _placed(pieces: Pieces, found: Roles) -> Tagged:
    def span(run: tuple[int, int]) -> Span:
        """Return the offsets of a run of pieces in the Text."""
        return int(pieces.starts[run[0]]), int(pieces.ends[run[1] - 1])

    return Tagged(
        source=tuple(span(run) for run in found.source), cue=span((found.cue.first, found.cue.last + 1)),
        content=tuple(span(run) for run in found.content), sure=min(found.cue.sure, found.sure),
    )  # fmt: skip


@cache
def english_tagger() -> Tagger:
    """Return the tagger that ships with this package, loaded once in a process; it runs on one core."""
    folder = resources.files(__package__).joinpath(_FOLDER)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    settings = json.loads(folder.joinpath("settings.json").read_text(encoding="utf-8"))
    weights = np.load(BytesIO(folder.joinpath("roles.npz").read_bytes()), allow_pickle=False)
    tokenizer = Tokenizer.from_str(folder.joinpath("tokenizer.json").read_text(encoding="utf-8"))
    return Tagger(
        network=onnxruntime.InferenceSession(
            folder.joinpath("tagger.onnx").read_bytes(), options, providers=["CPUExecutionProvider"]
        ),
        tokenizer=tokenizer,
        head=RoleHead(weights["near"], weights["weight"], weights["bias"]),
        opening=settings["opening"], closing=settings["closing"], bias=settings["bias"],
    )  # fmt: skip
