"""What the structure of a document says of its lines: rows, headings, captions, parts marked as navigation."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from typing import Final, get_args

from witnessmark.evidence.reading import STORY_LABELS, LineLabel
from witnessmark.evidence.text import Segment
from witnessmark.reading.lines_rules import Verdict
from witnessmark.reading.lines_sentences import REPORTED
from witnessmark.reading.lines_shape import Shape

#: Kinds of segment that are no labels themselves → the label they amount to.
_KINDS: Final[dict[str, LineLabel]] = {"row": "table", "header": "metadata", "footer": "metadata", "alt": "caption"}
_NUMBER: Final = re.compile(r"[-–—]?\s*(?:\d{1,4}|[ivxlc]{1,7})\s*[-–—]?")
_DIGITS: Final = re.compile(r"\d+")
#: A header runs through this many pages at least, and is no longer than this.
_RUNNING: Final = 3
_HEADER_WORDS: Final = 20
_LABELS: Final = frozenset(get_args(LineLabel))


def hints(shapes: list[Shape], segments: Iterable[Segment]) -> list[Verdict | None]:
    """Return for each line what the segment it lies in says of it, or None; the smallest such segment wins."""
    found: list[Verdict | None] = [None] * len(shapes)
    telling = [
        segment
        for segment in segments
        if segment.kind in _KINDS or segment.kind in _LABELS or segment.kind == "outside"
    ]
    telling.sort(key=lambda segment: (segment.start, -segment.end))
    position = 0
    open_segments: list[Segment] = []
    for index, shape in enumerate(shapes):
        while position < len(telling) and telling[position].start <= shape.start:
            open_segments.append(telling[position])
            position += 1
        open_segments = [
            segment for segment in open_segments if segment.end >= shape.end and segment.end > segment.start
        ]
        if open_segments:
            found[index] = _verdict(open_segments[-1], shape)
    return found


def page_furniture(shapes: list[Shape], segments: Iterable[Segment]) -> dict[int, Verdict]:
    """Return page numbers, and headers and footers that run through a document of pages, by the index of their line."""
    starts = [shape.start for shape in shapes]
    edges: list[int] = []
    for page in (segment for segment in segments if segment.kind == "page"):
        full = [i for i in range(bisect_left(starts, page.start), bisect_left(starts, page.end)) if not shapes[i].empty]
        edges += dict.fromkeys([*full[:2], *full[-2:]])
    counts = Counter(_running(shapes[index]) for index in edges)
    found: dict[int, Verdict] = {}
    for index in edges:
        key = _running(shapes[index])
        if _NUMBER.fullmatch(shapes[index].head):
            found[index] = Verdict("metadata", "a page number at the edge of a page")
        elif counts[key] >= _RUNNING and shapes[index].words <= _HEADER_WORDS and not shapes[index].stopped:
            found[index] = Verdict("repeated", f"stands at the edge of {counts[key]} pages")
    return found


def _running(shape: Shape) -> str:
    return _DIGITS.sub("0", shape.key)


def _verdict(segment: Segment, shape: Shape) -> Verdict | None:
    if segment.kind == "outside":
        return Verdict("related", "lies outside the main text of the page", certain=False)
    label = _KINDS.get(segment.kind) or _label(segment.kind)
    # A paywalled story stands within a part named "subscribe": a long sentence that reports is no furniture.
    if label not in STORY_LABELS and shape.words > 20 and REPORTED.search(shape.head.casefold()):  # noqa: PLR2004  (prompts are shorter)
        return None
    # A heading or list item may still be furniture by its words ("Related articles"); a row or caption is what it is.
    return Verdict(label, f"the document marks it as {segment.kind}", certain=label not in {"heading", "list"})


def _label(kind: str) -> LineLabel:
    return next(label for label in get_args(LineLabel) if label == kind)
