"""The shape of a line: what can be said of it without knowing a single word of it."""

import re
from collections.abc import Iterator
from typing import Final

import msgspec

_LINE_END: Final = re.compile(r"\r\n|[\n\r\f\v\x85\u2028\u2029]")
_WORD: Final = re.compile(r"[^\W\d_](?:[\w'’\u200c-]*\w)?|\d+(?:[.,:/]\d+)*")
_WIDE: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_MARKS: Final = "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
_CLOSING: Final = "\"'”’»)]}›」』）】*_ \t\u00a0" + _MARKS
_STOPS: Final = ".!?…。！？؟۔։।"
#: Guillemets count in pairs: a single one points to a link.
_QUOTED: Final = re.compile(r"[“”\"„「」『』]|«[^«»]*»|»[^«»]*«")
_BULLET: Final = re.compile(r"\s*(?:[•◦▪‣●·*–—-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+\S")
#: Furniture is told from the head of a line; a longer line is read no further, so that labelling stays linear.
HEAD: Final = 1200


class Shape(msgspec.Struct, frozen=True):
    """A line as its rules see it.

    `words` counts words (two wide characters count as one), at most those of the head. `stopped`: it ends as a sentence
    does; `colon`: it announces what follows; `quoted`: it holds quotation marks. `key` is its folded form for comparison.
    """

    start: int
    end: int
    head: str
    key: str
    words: int
    stopped: bool
    colon: bool
    quoted: bool
    bullet: bool

    @property
    def empty(self) -> bool:
        """Tell whether the line holds nothing but white space and invisible marks."""
        return not self.head

    @property
    def short(self) -> bool:
        """Tell whether the line is too short for a sentence of a story that ends as none does."""
        return self.words <= 12 and not self.stopped  # noqa: PLR2004  (few headlines and links are longer)


def split_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every line of `text`, empty ones too, without the line end; the last may be empty."""
    start = 0
    for match in _LINE_END.finditer(text):
        yield start, match.start()
        start = match.end()
    if start < len(text) or not text:
        yield start, len(text)


def shape_of(text: str, start: int, end: int) -> Shape:
    """Return the shape of the line `text[start:end]`; its cost is bounded whatever its length."""
    head = text[start : min(end, start + HEAD)].strip().strip(_MARKS).strip()
    tail = text[max(start, end - 40) : end].rstrip(_CLOSING)
    return Shape(
        start=start,
        end=end,
        head=head,
        key=fold_key(head),
        words=_count(head),
        stopped=tail.endswith(tuple(_STOPS)),
        colon=tail.endswith((":", "：")),
        quoted=_QUOTED.search(head) is not None,
        bullet=_BULLET.match(head) is not None,
    )


def fold_key(text: str) -> str:
    """Return `text` folded for comparing two lines: case, punctuation and spacing do not count, digits do."""
    return " ".join(word.casefold() for word in _WORD.findall(text))


def _count(head: str) -> int:
    wide = len(_WIDE.findall(head))
    return len(_WORD.findall(_WIDE.sub(" ", head) if wide else head)) + (wide + 1) // 2
