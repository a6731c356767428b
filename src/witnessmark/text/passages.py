"""Exact spans of a Text: made, resolved, looked up by locator, shown in context."""

import re
from typing import Final

from witnessmark.evidence.text import Passage, Segment, Text
from witnessmark.text.errors import SpanError, WithheldTextError

#: Code points kept either side of a passage (W3C Web Annotation, TextQuoteSelector).
CONTEXT: Final = 32

#: What an author may write before the number → the kind of segment it names.
_KINDS: Final = {
    "p": "page", "pp": "page", "pg": "page", "page": "page", "pages": "page", "с": "page", "стр": "page", "第": "page",
    "صفحة": "page", "ص": "page", "para": "paragraph", "paras": "paragraph", "par": "paragraph", "¶": "paragraph",
    "§": "paragraph", "paragraph": "paragraph", "paragraphs": "paragraph", "абз": "paragraph", "row": "row",
    "rows": "row", "r": "row", "line": "row", "строка": "row", "part": "part", "header": "header", "heading": "heading",
    "block": "block", "sheet": "sheet",
}  # fmt: skip
_LOCATOR: Final = re.compile(r"\s*([^\W\d]+|[¶§])\s*\.?\s*(\d+)\s*(?:页|段|行)?\s*(?:[-–—]\s*\d+)?\s*", re.UNICODE)
_UNITS: Final = {"页": "page", "段": "paragraph", "行": "row"}


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
    """Return the segment that a locator names ("p. 7", "para. 3", "row 4", "第7页"), None when there is none.

    A segment's own label comes first; then the kind and the number in it, where a label carries the number; then the
    n-th segment of that kind, counted from 1. Of a range ("pp. 7-9") the first is returned.
    """
    wanted = " ".join(locator.split()).casefold()
    for segment in text.segments:
        if segment.label and segment.label.casefold() == wanted:
            return segment
    kind, number = _parse_locator(locator)
    if not number:
        return None
    return _numbered([segment for segment in text.segments if segment.kind == kind], number)


def _numbered(segments: list[Segment], number: int) -> Segment | None:
    """Return the segment labelled with `number`; where no label has a number, the `number`-th."""
    labelled = {
        int(found[0]): segment for segment in reversed(segments) if (found := re.findall(r"\d+", segment.label))
    }
    if labelled:
        return labelled.get(number)
    return segments[number - 1] if number <= len(segments) else None


def _parse_locator(locator: str) -> tuple[str, int]:
    """Return (kind, number) of a locator; ("", 0) when it has not the form of one."""
    match = _LOCATOR.fullmatch(locator)
    if match is None:
        return "", 0
    unit = next((kind for sign, kind in _UNITS.items() if sign in locator), "")
    kind = unit or _KINDS.get(match[1].casefold(), "")
    return (kind, int(match[2])) if kind else ("", 0)


def context_of(content: str, start: int, end: int, *, width: int = 160) -> tuple[str, str]:
    """Return the words before and after a span, each at most `width` code points, cut at a space where there is one."""
    before, after = content[max(0, start - width) : start], content[end : end + width]
    if start > width and " " in before:
        before = before[before.index(" ") + 1 :]
    if end + width < len(content) and " " in after:
        after = after[: after.rindex(" ")]
    return before, after
