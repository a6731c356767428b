"""Where words stand on a page of a PDF: character by character as pdfium counts them, and the bars that cover them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium

from witnessmark.release.redact_text import occurrences
from witnessmark.text.scripts import direction_of

Rectangle = tuple[float, float, float, float]
#: Points added round found words: glyphs reach over their boxes.
MARGIN: Final = 1.5
#: A bar is at least this many line heights wide, and its width a multiple of the step: it tells no word by its length.
WIDEST_NAME: Final = 20
STEP: Final = 10
#: What pdfium puts where a word is broken at the end of a line: no character of the word.
LINE_HYPHENS: Final = frozenset({0x02, 0xFFFE})
#: The same in a text that pdfium gives, with the line end after it.
LINE_END: Final = re.compile("[\x02\xad\ufffe]\\s*")
HIGH_SURROGATES: Final = range(0xD800, 0xDC00)
LOW_SURROGATES: Final = range(0xDC00, 0xE000)
UPRIGHT: Final = 0.01


@dataclass(frozen=True)
class PageWords:
    """The text layer of a page. `places` are pdfium's indices of each code point of `text`.

    pdfium counts UTF-16 units, generated spaces and line ends; a code point beyond U+FFFF is two of its characters.
    """

    layer: pypdfium2.PdfTextPage
    text: str
    places: tuple[tuple[int, ...], ...]

    def spans(self, quote: str) -> list[tuple[int, int]]:
        """Return where the words stand, as spans of `text`."""
        return occurrences(self.text, quote)

    def boxes(self, start: int, end: int) -> Iterator[Rectangle]:
        """Yield the box of each visible character in a span of `text`."""
        for index in (index for place in self.places[start:end] for index in place):
            left, bottom, right, top = self.layer.get_charbox(index, loose=True)
            if right > left and top > bottom:
                yield left, bottom, right, top

    def bars(self, start: int, end: int) -> Iterator[Rectangle]:
        """Yield one bar for each line that the span touches, from the first of its words to the edge of the column.

        Lines that run from right to left or stand turned are covered whole.
        """
        for first, last in self.lines:
            if first < end and start < last and (touched := list(self.boxes(max(first, start), min(last, end)))):
                yield self._bar(first, last, union(touched), goes_on=start < first)

    def _bar(self, first: int, last: int, words: Rectangle, *, goes_on: bool) -> Rectangle:
        left, bottom, right, top = union([*self.boxes(first, last), words])
        if not goes_on and self._is_upright(first, last) and direction_of(self.text[first:last]) == "ltr":
            left = words[0]
        height = top - bottom
        edges = [box[2] for box in self.line_boxes if box[0] < right and left < box[2]]
        edge = max([right, left + WIDEST_NAME * height, *edges])
        step = STEP * height
        return left - MARGIN, bottom - MARGIN, left + (int((edge - left) / step) + 1) * step, top + MARGIN

    def _is_upright(self, first: int, last: int) -> bool:
        indices = [index for place in self.places[first:last] for index in place[:1]]
        return all(abs(pdfium.FPDFText_GetCharAngle(self.layer.raw, index)) < UPRIGHT for index in indices)

    @cached_property
    def lines(self) -> tuple[tuple[int, int], ...]:
        """Lines of the page as spans of `text`, broken also where the text jumps to another height."""
        spans, start, before = [], 0, None
        for at, char in enumerate(self.text):
            box = next(self.boxes(at, at + 1), None)
            jumped = box is not None and before is not None and (box[1] > before[3] or box[3] < before[1])
            if char in "\r\n" or jumped:
                spans.append((start, at))
                start = at
            before = box or before
        return tuple(span for span in [*spans, (start, len(self.text))] if span[0] < span[1])

    @cached_property
    def line_boxes(self) -> tuple[Rectangle, ...]:
        """The box round each line."""
        found = (list(self.boxes(*line)) for line in self.lines)
        return tuple(union(boxes) for boxes in found if boxes)

    def under(self, bars: list[Rectangle]) -> str:
        """Return the words that pdfium reads under the bars."""
        told = "\n".join(self.layer.get_text_bounded(*bar) for bar in bars)
        return LINE_END.sub("", told)


def page_words(page: pypdfium2.PdfPage) -> PageWords:
    """Return the text layer of the page with the index of every code point."""
    layer = page.get_textpage()
    units = [pdfium.FPDFText_GetUnicode(layer.raw, index) for index in range(layer.count_chars())]
    chars: list[str] = []
    places: list[tuple[int, ...]] = []
    for index, unit in enumerate(units):
        if unit in LOW_SURROGATES and index and units[index - 1] in HIGH_SURROGATES:
            chars[-1] = chr(0x10000 + ((units[index - 1] - 0xD800) << 10) + unit - 0xDC00)
            places[-1] = (index - 1, index)
        elif unit not in LINE_HYPHENS:
            chars.append(chr(unit))
            places.append((index,))
    return PageWords(layer, "".join(chars), tuple(places))


def union(boxes: list[Rectangle]) -> Rectangle:
    """Return the smallest rectangle round all boxes."""
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)
