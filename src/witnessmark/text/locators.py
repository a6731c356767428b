"""What a locator says ("pp. 7-8", "para. 3", "第4行"), and the lines, paragraphs and pages that plain content has."""

import re
from itertools import pairwise
from typing import Final, NamedTuple

from witnessmark.evidence.text import Segment

#: What an author may write before the number → the kind of segment it names.
_KINDS: Final = {
    "p": "page", "pp": "page", "pg": "page", "page": "page", "pages": "page", "с": "page", "стр": "page", "第": "page",
    "صفحة": "page", "ص": "page", "página": "page", "para": "paragraph", "paras": "paragraph", "par": "paragraph",
    "¶": "paragraph", "¶¶": "paragraph", "§": "paragraph", "§§": "paragraph", "paragraph": "paragraph",
    "paragraphs": "paragraph", "paragraphe": "paragraph", "párrafo": "paragraph", "абз": "paragraph",
    "абзац": "paragraph", "فقرة": "paragraph", "الفقرة": "paragraph", "row": "row", "rows": "row", "r": "row",
    "line": "line", "lines": "line", "l": "line", "ll": "line", "ligne": "line", "línea": "line", "строка": "line",
    "строки": "line", "سطر": "line", "السطر": "line", "part": "part", "header": "header", "heading": "heading",
    "block": "block", "sheet": "sheet",
}  # fmt: skip
_UNITS: Final = {"页": "page", "頁": "page", "段": "paragraph", "行": "line"}
_LOCATOR: Final = re.compile(
    r"\s*(?P<word>[^\W\d]+|[¶§]{1,2})\s*\.?\s*(?P<first>\d+)\s*(?:(?:[-‐‑–—]|to|and|&|至|到)\s*(?P<last>\d+)\s*)?"
    r"(?P<unit>[页頁段行])?\s*"
)
_LINE: Final = re.compile(r"[^\r\n\u2028\u2029]+")
_LINE_END: Final = re.compile(r"\r\n|[\r\n\u2028\u2029]")
_ONE_END: Final = r"(?:\r\n|\n|\r(?!\n)|\u2028)"
_EMPTY_LINES: Final = re.compile(rf"{_ONE_END}[^\S\r\n\u2028\u2029]*{_ONE_END}\s*|\u2029\s*|\f\s*")
_PAGE_END: Final = re.compile("\f")
#: What is set between blank lines and is no paragraph: headings and rules of Markdown.
_NO_PARAGRAPH: Final = re.compile(r"#{1,6}\s[^\r\n]*|[^\r\n]+\r?\n(?:=+|-{3,})|(?:[-*_][^\S\n]*){3,}")
_PARAGRAPH_NUMBER: Final = re.compile(r"[^\S\n]*[(\[]?(\d{1,4})[.)\]]{1,2}\s")
_SENTENCE_END: Final = re.compile(r"[.!?:;؟؛۔…。！？：；][\"'”’»」』)\]]*\s*$")
#: So many of the lines that have another below them must end a sentence before lines are taken for paragraphs.
_MOST: Final = 0.8

_Span = tuple[int, int]


class Locator(NamedTuple):
    """The kind of segment that is named, and the first and last number."""

    kind: str
    first: int
    last: int


def parse_locator(words: str) -> Locator | None:
    """Return what a locator says, None when it has not the form of one; "112–13" is read as 112 to 113."""
    match = _LOCATOR.fullmatch(words)
    if match is None:
        return None
    kind = _UNITS.get(match["unit"] or "") or _KINDS.get(match["word"].casefold(), "")
    first, last = match["first"], match["last"] or match["first"]
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return Locator(kind, int(first), int(last)) if kind and 0 < int(first) <= int(last) else None


def segments_from_content(content: str, kind: str, start: int = 0) -> list[Segment]:
    """Return the lines, paragraphs or pages of a content that is not segmented, from `start` on, in order.

    Lines are counted as an editor counts them, empty ones included. Paragraphs are blocks between blank lines, or lines
    where nearly every line ends a sentence; those that print their own number bear it. Pages end with a form feed.
    """
    if kind == "paragraph":
        return _paragraphs(content, start)
    ends = {"line": _LINE_END, "page": _PAGE_END}.get(kind)
    if ends is None or (kind == "page" and "\f" not in content):
        return []
    spans = _between(content, ends, start)
    return [Segment(kind=kind, start=a, end=b, label=f"{kind} {n}") for n, (a, b) in enumerate(spans, 1) if a < b]


def _between(content: str, ends: re.Pattern[str], start: int) -> list[_Span]:
    """Return what lies between the ends of lines, blocks or pages, empty or not."""
    breaks = [(start, start), *(match.span() for match in ends.finditer(content, start)), (len(content), len(content))]
    return [(before, after) for (_, before), (after, _) in pairwise(breaks)]


def _paragraphs(content: str, start: int) -> list[Segment]:
    """Return the paragraphs, labelled with the number they print, or else the number of their place."""
    blocks = [(a, b) for a, b in _between(content, _EMPTY_LINES, start) if content[a:b].strip()]
    lines = [[match.span() for match in _LINE.finditer(content, a, b) if match[0].strip()] for a, b in blocks]
    if _lines_are_paragraphs(content, lines):
        blocks = [span for block in lines for span in block]
    blocks = [(a, b) for a, b in blocks if not _NO_PARAGRAPH.fullmatch(content[a:b].strip())]
    return [
        Segment(kind="paragraph", start=a, end=b, label=f"paragraph {number}")
        for number, (a, b) in _numbered(content, blocks)
    ]


def _lines_are_paragraphs(content: str, blocks: list[list[_Span]]) -> bool:
    """Whether line ends part paragraphs: in lines that are broken to a width, few end with their sentence."""
    inner = [content[start:end] for block in blocks for start, end in block[:-1]]
    return bool(inner) and sum(_SENTENCE_END.search(line) is not None for line in inner) >= _MOST * len(inner)


def _numbered(content: str, blocks: list[_Span]) -> list[tuple[int, _Span]]:
    """Return the blocks with their numbers: printed ones where at least half of the blocks bear them, in order."""
    printed = [(int(match[1]), span) for span in blocks if (match := _PARAGRAPH_NUMBER.match(content, *span))]
    rising = all(one < other for (one, _), (other, _) in pairwise(printed))
    return printed if rising and 2 * len(printed) > len(blocks) else list(enumerate(blocks, 1))
