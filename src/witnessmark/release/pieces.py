"""A run of text cut where quotations begin and end, so that quoted words keep their own direction as a whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from witnessmark.manuscript.model import Block, Cell, Run
from witnessmark.release.redaction import PLACEHOLDER
from witnessmark.release.script_runs import right_to_left_language
from witnessmark.text.scripts import direction_of


@dataclass(frozen=True)
class Piece:
    """A stretch of a run; `quoted` without its marks. `language` is set where it is quoted from right to left."""

    text: str
    quoted: bool = False
    language: str = ""


def insides(holder: Block | Cell) -> list[tuple[int, int]]:
    """Return where the outermost quotations of a block stand in its plain text, their marks left out."""
    if not isinstance(holder, Block):
        return []
    found = []
    for one in holder.quotations:
        at = holder.text.find(one.text, one.at)
        if not one.depth and not one.term and one.text and at >= 0:
            found.append((at, at + len(one.text)))
    return found


def pieces(run: Run, quoted: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    """Yield the pieces of a run, in order; `quoted` are spans in the plain text of its block."""
    length = len(run.text)
    edges = {0, length} | {min(max(edge - run.at, 0), length) for span in quoted for edge in span}
    for start, end in pairwise(sorted(edges)):
        inside = any(first <= run.at + start < last for first, last in quoted)
        yield piece(run.text[start:end]) if inside else Piece(run.text[start:end])


def piece(text: str) -> Piece:
    """Return quoted words as a piece; the label of a redaction does not count for their direction."""
    if direction_of(PLACEHOLDER.sub("", text)) == "rtl":
        return Piece(text, quoted=True, language=right_to_left_language(text))
    return Piece(text, quoted=True)
