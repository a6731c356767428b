"""Exact spans of a Text: made, resolved, looked up by locator, shown in context."""

import re
from typing import Final

from witnessmark.evidence.text import Passage, Segment, Text
from witnessmark.text.errors import SpanError, WithheldTextError
from witnessmark.text.locators import parse_locator, segments_from_content

#: Code points kept either side of a passage (W3C Web Annotation, TextQuoteSelector).
CONTEXT: Final = 32


def _span_must_fit(text: Text, start: int, end: int) -> None:
    """Raise unless `start:end` is a span of words that this snapshot holds."""
    if text.withheld and not text.content:
        raise WithheldTextError(
            "this text is not in the snapshot", where=text.id, got=text.withheld, expected="its content"
        )
    if not 0 <= start < end <= len(text.content):
        raise SpanError(
            "this span is not in the text",
            where=text.id,
            got=f"{start}–{end}",
            expected=f"a span within 0–{len(text.content)} that is not empty",
            do="Offsets are code points; a browser counts UTF-16 units.",
        )


def make_passage(text: Text, start: int, end: int) -> Passage:
    """Return the passage `start:end` of `text` with up to 32 code points either side.

    Offsets are code points into `text.content`. Raises `SpanError` for a span outside it, or an empty one.
    """
    _span_must_fit(text, start, end)
    content = text.content
    return Passage(
        text=text.id,
        start=start,
        end=end,
        quote=content[start:end],
        prefix=content[max(0, start - CONTEXT) : start],
        suffix=content[end : end + CONTEXT],
    )


def resolve_passage(passage: Passage, text: Text) -> tuple[int, int]:
    """Return the offsets of a passage; raise `SpanError` unless the text still reads there what was saved.

    Anchors never move by themselves (design, Text): a passage that no longer fits is refused, not searched for.
    """
    if passage.text != text.id:
        raise SpanError("this passage belongs to another text", where=text.id, got=passage.text, expected=text.id)
    _span_must_fit(text, passage.start, passage.end)
    got = text.content[passage.start : passage.end]
    if got != passage.quote:
        raise SpanError(
            "the text does not read here what the passage says",
            where=f"{text.id} {passage.start}–{passage.end}",
            got=repr(got[:80]),
            expected=repr(passage.quote[:80]),
            do="Make the passage again from this text, and have a person confirm it.",
        )
    return passage.start, passage.end


def find_segment(text: Text, locator: str) -> Segment | None:
    """Return the segment that a locator names ("p. 7", "paras. 3-4", "row 4", "第7页"), None when there is none.

    A segment's own label comes first; then the kind and the number in it, where a label carries the number; then the
    n-th segment of that kind, counted from 1. Lines, paragraphs and pages that the text has no segments for are found
    in its content. A range ("pp. 7-9") gives one segment from the first to the last, and both must be there.
    """
    wanted = " ".join(locator.split()).casefold()
    for segment in text.segments:
        if segment.label and segment.label.casefold() == wanted:
            return segment
    named = parse_locator(locator)
    if named is None:
        return None
    segments = _segments_of(text, named.kind)
    first, last = _numbered(segments, named.first), _numbered(segments, named.last)
    if first is None or last is None or first is last:
        return first if last else None
    return Segment(kind=first.kind, start=first.start, end=last.end, label=wanted)


def _segments_of(text: Text, kind: str) -> list[Segment]:
    """Return the segments of a kind, by what they are or are called; a table's rows are its lines."""
    kinds = {segment.kind for segment in text.segments}
    kind = "row" if kinds == {"row"} and kind == "line" else kind
    if segments := [segment for segment in text.segments if kind in {segment.kind, _kind_called(segment)}]:
        return segments
    body = next((segment.start for segment in text.segments if segment.kind == "body"), 0)
    return [] if "row" in kinds and kind == "paragraph" else segments_from_content(text.content, kind, body)


def _kind_called(segment: Segment) -> str:
    """Return the kind that a segment's label names: an item of a list may be called "para. 4"."""
    called = parse_locator(segment.label)
    return called.kind if called else ""


def _numbered(segments: list[Segment], number: int) -> Segment | None:
    """Return the segment labelled with `number`; where no label has a number, the `number`-th."""
    labelled = {
        int(found[0]): segment for segment in reversed(segments) if (found := re.findall(r"\d+", segment.label))
    }
    if labelled:
        return labelled.get(number)
    return segments[number - 1] if number <= len(segments) else None


def context_of(content: str, start: int, end: int, *, width: int = 160) -> tuple[str, str]:
    """Return the words before and after a span, each at most `width` code points, cut at a space where there is one."""
    before, after = content[max(0, start - width) : start], content[end : end + width]
    if start > width and " " in before:
        before = before[before.index(" ") + 1 :]
    if end + width < len(content) and " " in after:
        after = after[: after.rindex(" ")]
    return before, after
