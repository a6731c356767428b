"""Word documents: body, tables, headers, footers and notes as text; tracked changes and comments are told."""

import re
import zipfile
from collections.abc import Iterator
from typing import Any, Final

from witnessmark.evidence.text import Segment
from witnessmark.reading.errors import UnreadableError
from witnessmark.reading.extraction import Extraction, tool
from witnessmark.reading.zipped import open_zipped, xml_member

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CORE: Final = {
    "title": "{http://purl.org/dc/elements/1.1/}title",
    "creator": "{http://purl.org/dc/elements/1.1/}creator",
    "created": "{http://purl.org/dc/terms/}created",
    "modified": "{http://purl.org/dc/terms/}modified",
    "lastModifiedBy": "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}lastModifiedBy",
}
#: Where Word writes the same text twice (a shape and its fallback), the second writing is left out.
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED: Final = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", _FALLBACK})
_MARKS: Final = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "\u2011",
    f"{_W}softHyphen": "\u00ad",
}
_PARTS: Final = (
    ("header", r"word/header\d*\.xml"),
    ("body", r"word/document\d*\.xml"),
    ("footer", r"word/footer\d*\.xml"),
    ("footnote", r"word/footnotes\.xml"),
    ("endnote", r"word/endnotes\.xml"),
)
_NUMBERED: Final = frozenset({"paragraph", "list"})
Piece = tuple[str, str]


def read_docx(data: bytes) -> Extraction:
    """Return the text of a .docx, one line per paragraph, cells of a row joined by tabs, notes and footers at the end.

    Text that tracked changes insert is in, text that they delete is left out; both are counted in the notes, as are comments.
    Numbers that Word computes for lists are not text and are not in. Raises the errors of `open_zipped`.
    """
    with open_zipped(data) as archive:
        pieces = [piece for kind, pattern in _PARTS for piece in _part(archive, kind, pattern)]
        body = xml_member(archive, "word/document.xml")
        comments = xml_member(archive, "word/comments.xml")
        metadata = _core(archive)
    if body is None:
        raise UnreadableError("this is not a Word document", expected="a member word/document.xml", do="Check its type")
    content, segments = _join(pieces)
    return Extraction(
        content=content,
        kind="canonical",
        tool=tool("docx", "lxml"),
        segments=segments,
        title=metadata.get("title", ""),
        metadata=metadata,
        notes=tuple(_notes(body, comments)),
    )


def _part(archive: zipfile.ZipFile, kind: str, pattern: str) -> Iterator[Piece]:
    for name in sorted(name for name in archive.namelist() if re.fullmatch(pattern, name)):
        root = xml_member(archive, name)
        if root is not None:
            yield from ((text, own if kind == "body" else kind) for text, own in _blocks(root))


def _blocks(root: Any) -> Iterator[Piece]:  # noqa: ANN401  (lxml has no types)
    """Yield the paragraphs and rows under `root` in order; a row's cells are one line, nested tables fold into it."""
    open_elements = [root]
    while open_elements:
        element = open_elements.pop()
        if element.tag == f"{_W}p":
            text = _text(element)
            if text.strip():
                yield text, _kind(element)
        elif element.tag == f"{_W}tr":
            yield _row(element), "row"
        elif element.tag not in _SKIPPED:
            open_elements += reversed(list(element))


def _row(row: Any) -> str:  # noqa: ANN401  (lxml has no types)
    cells = [
        cell for cell in row.iter(f"{_W}tc") if cell.getparent() is row or cell.getparent().tag == f"{_W}sdtContent"
    ]
    return "\t".join(
        " ".join(_text(p).strip().replace("\n", " ") for p in cell.iter(f"{_W}p")).strip() for cell in cells
    )


def _text(paragraph: Any) -> str:  # noqa: ANN401  (lxml has no types)
    parts: list[str] = []
    open_elements = list(reversed(list(paragraph)))
    while open_elements:
        element = open_elements.pop()
        if element.tag == f"{_W}t":
            parts.append(element.text or "")
        elif element.tag in _MARKS:
            parts.append(_MARKS[element.tag])
        elif element.tag == f"{_W}p":
            parts.append(" " + _text(element))
        elif element.tag not in _SKIPPED:
            open_elements += reversed(list(element))
    return "".join(parts)


def _kind(paragraph: Any) -> str:  # noqa: ANN401  (lxml has no types)
    properties = paragraph.find(f"{_W}pPr")
    style = properties.find(f"{_W}pStyle") if properties is not None else None
    name = (style.get(f"{_W}val") or "").lower() if style is not None else ""
    if name.startswith(("heading", "title", "subtitle")):
        return "heading"
    listed = properties is not None and properties.find(f"{_W}numPr") is not None
    return "list" if listed or name.startswith("list") else "caption" if name == "caption" else "paragraph"


def _core(archive: zipfile.ZipFile) -> dict[str, str]:
    root = xml_member(archive, "docProps/core.xml")
    if root is None:
        return {}
    found = {name: (root.findtext(tag) or "").strip() for name, tag in _CORE.items()}
    return {name: value for name, value in found.items() if value}


def _notes(body: Any, comments: Any) -> list[str]:  # noqa: ANN401  (lxml has no types)
    counts = {
        "tracked insertions, kept in the text": sum(1 for _ in body.iter(f"{_W}ins", f"{_W}moveTo")),
        "tracked deletions, left out of the text": sum(1 for _ in body.iter(f"{_W}del", f"{_W}moveFrom")),
        "comments, left out of the text": 0 if comments is None else sum(1 for _ in comments.iter(f"{_W}comment")),
        "hidden runs, kept in the text": sum(1 for _ in body.iter(f"{_W}vanish")),
    }
    return [f"{count} {what}" for what, count in counts.items() if count]


def _join(pieces: list[Piece]) -> tuple[str, tuple[Segment, ...]]:
    segments: list[Segment] = []
    position = paragraphs = rows = 0
    for text, kind in pieces:
        paragraphs += kind in _NUMBERED
        rows += kind == "row"
        label = f"para. {paragraphs}" if kind in _NUMBERED else f"row {rows}" if kind == "row" else ""
        segments.append(Segment(kind=kind, start=position, end=position + len(text), label=label))
        position += len(text) + 1
    return "\n".join(text for text, _ in pieces), tuple(segments)
