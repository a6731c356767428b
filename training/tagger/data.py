"""PolNeAR's articles as stretches of pieces with what is to be learned of them."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from brat import Attribution, _attributions
from tokenizers import Tokenizer

from witnessmark.reading import tagger_roles as roles
from witnessmark.reading.tagger_pieces import Pieces, into_pieces, into_windows

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True)
class Target:
    """One attribution in one stretch: its cue (first and last piece) and the role of every piece."""

    cue: tuple[int, int]
    roles: np.ndarray


@dataclass
class Stretch:
    """Pieces with their targets: tags of cues, sources and contents (0 outside, 1 begins, 2 goes on)."""

    pieces: Pieces
    cue: np.ndarray
    source: np.ndarray
    content: np.ndarray
    targets: list[Target] = field(default_factory=list)
    soft: tuple[np.ndarray, list[np.ndarray]] | None = None


@dataclass
class Read:
    """An article cut into stretches."""

    name: str
    text: str
    gold: tuple[Attribution, ...]
    stretches: list[Stretch]


def tokenizer_of(folder: Path) -> Tokenizer:
    """Return the tokenizer of an encoder's folder, neither padding nor cutting."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def read_split(folder: Path, tokenizer: Tokenizer, *, every_annotator: bool) -> list[Read]:
    """Return the articles of a split; with `every_annotator` an article comes once for each who annotated it."""
    found = []
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        annotations = sorted((folder / "attributions").glob("*.ann"))
        mine = [each for each in annotations if each.stem.rpartition("_")[0] == path.stem]
        for one in mine if every_annotator else mine[:1]:
            gold = tuple(each for each in _attributions(one.read_text(encoding="utf-8")) if each.content)
            found.append(cut(one.stem, text, gold, tokenizer))
    return found


def cut(name: str, text: str, gold: tuple[Attribution, ...], tokenizer: Tokenizer) -> Read:
    """Cut a text into stretches and lay the gold over them."""
    spans = [match.span() for match in _PARAGRAPH.finditer(text)]
    return Read(name, text, gold, [_lay(pieces, gold) for pieces in into_pieces(tokenizer, text, spans)])


def _lay(pieces: Pieces, gold: tuple[Attribution, ...]) -> Stretch:
    length = len(pieces.ids)
    stretch = Stretch(pieces, *(np.zeros(length, dtype=np.int64) for _ in range(3)))
    lowest, highest = pieces.starts[0], pieces.ends[-1]
    for each in gold:
        spans = [span for part in (each.source, each.cue, each.content) for span in part]
        if not any(start < highest and end > lowest for start, end in spans):
            continue
        cue = _pieces(pieces, each.cue)
        for tags, part in ((stretch.cue, each.cue), (stretch.source, each.source), (stretch.content, each.content)):
            for first, last in _pieces(pieces, part):
                tags[first] = 1
                tags[first + 1 : last + 1] = 2
        if not cue:
            continue
        wanted = np.zeros(length, dtype=np.int64)
        for part, begin in ((each.source, roles.SOURCE), (each.content, roles.CONTENT)):
            for first, last in _pieces(pieces, part):
                wanted[first] = begin
                wanted[first + 1 : last + 1] = begin + 1
        stretch.targets.append(Target((cue[0][0], cue[-1][1]), wanted))
    return stretch


def _pieces(pieces: Pieces, spans: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    found = []
    for start, end in spans:
        inside = np.flatnonzero((pieces.starts < end) & (pieces.ends > start))
        if len(inside):
            found.append((int(inside[0]), int(inside[-1])))
    return found


def windows_of(reads: list[Read], chance: random.Random, longest: int) -> Iterator[list[Stretch]]:
    """Yield windows as lists of stretches; each article begins its windows at another place each time it is read."""
    for read in reads:
        stretches = read.stretches
        first = chance.randrange(min(6, len(stretches))) if stretches else 0
        for part in (stretches[:first], stretches[first:]):
            for window in into_windows([len(each.pieces.ids) for each in part], longest=longest):
                yield [part[number] for number in window.stretches]
