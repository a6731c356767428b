"""Web pages: the canonical text of a page, and what the page says about itself."""

from typing import Any, Final

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from witnessmark.evidence.text import Segment
from witnessmark.reading.decode import Decoded, decode
from witnessmark.reading.extraction import Extraction, tool
from witnessmark.reading.html_blocks import Block, blocks_of
from witnessmark.reading.html_main import mark_outside
from witnessmark.reading.html_meta import declared_charset, kept_meta, meta_of, published_of, title_of
from witnessmark.reading.lines import label_lines
from witnessmark.reading.suspect import suspect_reason

_NUMBERED: Final = frozenset({"paragraph", "list", "outside"})


def read_html(data: bytes, *, charset: str = "", address: str = "") -> Extraction:
    """Return the canonical text of a page: one line per block, derived from its elements by our own fixed rules.

    `charset` is what the HTTP header declared; a charset that does not fit the bytes is noted and not believed. An extractor
    (trafilatura) only says which blocks of links lie outside the main text; it never changes a character.
    """
    decoded = decode(data, charset or declared_charset(data))
    root, notes = _parse(decoded)
    if root is None:
        return Extraction(content="", kind="canonical", tool=_tool(), suspect="the page is empty", notes=tuple(notes))
    meta = meta_of(root)
    title = title_of(root, meta)
    found = blocks_of(root)
    content, segments = _join(mark_outside(found.blocks, decoded.text, title))
    if found.unseen:
        notes.append(f"{found.unseen} parts with text that no reader sees were left out (hidden, noscript, frames)")
    lines = label_lines(content, segments=segments, title=title)
    return Extraction(
        content=content,
        kind="canonical",
        tool=_tool(),
        segments=segments,
        title=title,
        published=published_of(root, meta),
        language=(root.get("lang") or meta.get("content-language") or "").strip(),
        suspect=suspect_reason(content, lines, address=address, title=title),
        metadata=kept_meta(root, meta),
        notes=tuple(notes),
    )


def text_of_html(source: str) -> str:
    """Return the canonical text of HTML that is already decoded, such as the body of a mail."""
    root, _ = _parse(Decoded(text=source, encoding="utf-8"))
    return "" if root is None else _join(blocks_of(root).blocks)[0]


def _tool() -> Any:  # noqa: ANN401  (the tool value; named once)
    return tool("html", "lxml", "trafilatura")


def _parse(decoded: Decoded) -> tuple[HtmlElement | None, list[str]]:
    notes = [f"encoding: {decoded.encoding}", *decoded.notes]
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=False)
    source = decoded.text.replace("\0", "\ufffd").encode("utf-8", errors="replace")
    try:
        root = document_fromstring(source, parser=parser)
    except etree.ParserError:
        return None, notes
    if any("depth" in entry.message for entry in parser.error_log):
        notes.append("the page nests deeper than its parser reads: text may be missing")
    return root, notes


def _join(blocks: tuple[Block, ...]) -> tuple[str, tuple[Segment, ...]]:
    parts: list[str] = []
    segments: list[Segment] = []
    position = paragraphs = rows = 0
    for block in blocks:
        gap = "" if not parts else "\n\n" if block.apart else "\n"
        start = position + len(gap)
        position = start + len(block.text)
        parts += [gap, block.text] if gap else [block.text]
        paragraphs += block.kind in _NUMBERED
        rows += block.kind == "row"
        label = f"para. {paragraphs}" if block.kind in _NUMBERED else f"row {rows}" if block.kind == "row" else ""
        segments.append(Segment(kind=block.kind, start=start, end=position, label=label))
    return "".join(parts), tuple(segments)
