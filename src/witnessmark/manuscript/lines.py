"""Offsets of a source text to lines and columns, whatever its line ends."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

_LINE_END: Final = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the source: offsets in code points, lines and columns counted from 1; `end` is exclusive."""

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int


class Lines:
    """The lines of a source, split at CRLF, LF and CR only: the same lines that a Markdown parser sees."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.starts: list[int] = [0]
        self.ends: list[int] = []
        for match in _LINE_END.finditer(source):
            self.ends.append(match.start())
            self.starts.append(match.end())
        self.ends.append(len(source))

    def __len__(self) -> int:
        return len(self.starts)

    def text(self, number: int) -> str:
        """Return line `number` (from 0) without its end."""
        return self.source[self.starts[number] : self.ends[number]]

    def place(self, offset: int) -> tuple[int, int]:
        """Return (line, column), both from 1, of an offset."""
        number = bisect_right(self.starts, offset) - 1
        return number + 1, offset - self.starts[number] + 1

    def span(self, start: int, end: int) -> Span:
        """Return the span between two offsets."""
        return Span(start, end, *self.place(start), *self.place(end))
