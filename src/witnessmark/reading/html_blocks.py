"""The canonical text of a page, derived from its elements alone: blocks become lines, inline text is joined."""

import re
from typing import Any, Final

import msgspec
from lxml import etree

from witnessmark.reading.html_regions import hides_text, is_unseen, region_of

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
#: Blocks set apart by an empty line, and blocks that only begin a new line.
_APART: Final = _HEADINGS | {
    "p",
    "blockquote",
    "table",
    "ul",
    "ol",
    "dl",
    "figure",
    "article",
    "section",
    "header",
    "footer",
    "pre",
    "hr",
    "nav",
    "aside",
    "main",
    "form",
    "fieldset",
    "address",
    "body",
}
_LINES: Final = frozenset(
    {
        "div",
        "li",
        "tr",
        "dt",
        "dd",
        "figcaption",
        "caption",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "button",
        "details",
        "summary",
        "legend",
        "center",
        "option",
        "label",
    }
)
_KINDS: Final = {
    "li": "list",
    "dt": "list",
    "figcaption": "caption",
    "caption": "caption",
    "tr": "row",
} | dict.fromkeys(_HEADINGS, "heading")
_SPACE: Final = re.compile(r"[ \t\n\r\f]+")


class Block(msgspec.Struct, frozen=True):
    """One block of the page: its text (more than one line after `<br>`), what it is, and the share of it that is link."""

    text: str
    kind: str
    apart: bool
    linked: float


class Blocks(msgspec.Struct, frozen=True):
    """All blocks of a page in the order of its elements, and how many parts with words in them were left out as unseen."""

    blocks: tuple[Block, ...]
    unseen: int


def blocks_of(root: Any) -> Blocks:  # noqa: ANN401  (lxml has no types)
    """Return the visible blocks under `root`; hidden elements, scripts and comments are left out, alt texts kept."""
    walk = _Walk()
    walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        if event in {"comment", "pi"}:
            walk.text(element.tail)
        elif event == "start" and is_unseen(element):
            walk.unseen += hides_text(element)
            walker.skip_subtree()
            walk.skipped.append(element)
        elif event == "start":
            walk.start(element)
        else:
            walk.end(element)
    walk.flush()
    return Blocks(tuple(walk.blocks), walk.unseen)


class _Walk:
    """The state of one walk: the open block's text, the regions and rows that are open."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.skipped: list[Any] = []
        self.unseen = 0
        self._parts: list[str] = []
        self._alts: list[Block] = []
        self._linked = self._links = self._pre = self._row = 0
        self._regions: list[tuple[Any, str]] = []
        self._kind, self._apart = "paragraph", False

    def start(self, element: Any) -> None:  # noqa: ANN401  (lxml has no types)
        tag = element.tag
        region = region_of(element)
        if region:
            self.flush()
            self._regions.append((element, region))
        if tag in _APART or tag in _LINES:
            self._open(element)
        self._inline_start(element)
        self.text(element.text)

    def end(self, element: Any) -> None:  # noqa: ANN401  (lxml has no types)
        if self.skipped and self.skipped[-1] is element:
            self.skipped.pop()
            self.text(element.tail)
            return
        tag = element.tag
        if tag in _APART or tag in _LINES:
            self._close(element)
        self._inline_end(element)
        if self._regions and self._regions[-1][0] is element:
            self.flush()
            self._regions.pop()
        self.text(element.tail)

    def text(self, text: str | None) -> None:
        if not text:
            return
        plain = text if self._pre else _SPACE.sub(" ", text)
        self._parts.append(plain)
        if self._links:
            self._linked += len(plain.strip())

    def flush(self) -> None:
        raw = "".join(self._parts)
        text = raw.strip("\n") if self._pre else "\n".join(_tidy(line) for line in raw.split("\n")).strip("\n")
        if text.strip():
            kind = self._regions[-1][1] if self._regions else self._kind
            self.blocks.append(Block(text, kind, self._apart, self._linked / (len(text) or 1)))
            self._apart = False
        self.blocks += self._alts
        self._parts, self._linked, self._alts = [], 0, []

    def _open(self, element: Any) -> None:  # noqa: ANN401  (lxml has no types)
        if self._row:
            self._within_row(element)
            return
        self.flush()
        self._apart = self._apart or element.tag in _APART
        self._kind = _KINDS.get(element.tag, self._inherited(element))
        if element.tag == "pre":
            self._pre += 1
        if element.tag == "tr" and _is_data(element):
            self._row += 1
        elif element.tag == "tr":
            self._kind = "paragraph"

    def _close(self, element: Any) -> None:  # noqa: ANN401  (lxml has no types)
        if element.tag == "tr" and self._row:
            self._row -= 1
        if self._row:
            self._parts.append(" ")
            return
        self.flush()
        self._apart = self._apart or element.tag in _APART
        self._kind = "paragraph"
        if element.tag == "pre":
            self._pre -= 1

    def _within_row(self, element: Any) -> None:  # noqa: ANN401  (lxml has no types)
        first = element.tag in {"td", "th"} and element.getprevious() is None
        self._parts.append("" if first else "\t" if element.tag in {"td", "th"} else " ")

    def _inherited(self, element: Any) -> str:  # noqa: ANN401  (lxml has no types)
        parent = element.getparent()
        return (
            _KINDS.get(parent.tag, "paragraph")
            if parent is not None and parent.tag in {"li", "figcaption"}
            else "paragraph"
        )

    def _inline_start(self, element: Any) -> None:  # noqa: ANN401  (lxml has no types)
        if element.tag == "br":
            self._parts.append(" " if self._row else "\n")
        elif element.tag == "a":
            self._links += 1
        elif element.tag == "q":
            self._parts.append("“")
        elif element.tag == "img":
            self._alt(element)

    def _inline_end(self, element: Any) -> None:  # noqa: ANN401  (lxml has no types)
        if element.tag == "a":
            self._links -= 1
        elif element.tag == "q":
            self._parts.append("”")

    def _alt(self, element: Any) -> None:  # noqa: ANN401  (lxml has no types)
        alt = _tidy(_SPACE.sub(" ", element.get("alt") or ""))
        if alt and not self._row:
            region = self._regions[-1][1] if self._regions else ""
            wordy = " " in alt or alt > "\u2e80"
            self._alts.append(Block(alt, region or ("alt" if wordy else "metadata"), False, 0.0))


def _tidy(line: str) -> str:
    return re.sub(r" *\t *", "\t", re.sub(r" {2,}", " ", line)).strip(" ")


def _is_data(row: Any) -> bool:  # noqa: ANN401  (lxml has no types)
    """Tell a row of data from a row that only lays out the page: cells of data hold no tables and hardly any blocks."""
    cells = sum(child.tag in {"td", "th"} for child in row)
    for blocks, node in enumerate(
        row.iter("table", "p", "ul", "ol", "h1", "h2", "h3", "article", "form", "div"), start=1
    ):
        if node.tag in {"table", "article", "form", "h1"} or blocks > 2 * cells:
            return False
    return True
