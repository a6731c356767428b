"""Blocks of Markdown with the exact place of every character of their content."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from witnessmark.manuscript.lines import Lines
from witnessmark.manuscript.model import BlockKind

_LEAF_KINDS: Final[dict[str, BlockKind]] = {"fence": "code", "hr": "rule"}


@dataclass(frozen=True, slots=True, kw_only=True)
class RawBlock:
    """A block before its inside is read: `offsets[i]` is the place in the source of `content[i]`."""

    kind: BlockKind
    first_line: int
    end_line: int
    content: str = ""
    offsets: tuple[int, ...] = ()
    level: int = 0
    ordered: int = 0
    label: str = ""
    rows: tuple[tuple["RawBlock", ...], ...] = ()
    header: bool = False


def _markdown() -> MarkdownIt:
    """CommonMark blocks with tables and footnotes; what would swallow text unseen (raw HTML, link definitions) is off."""
    markdown = MarkdownIt("commonmark").enable("table").use(footnote_plugin)
    markdown.disable(["html_block", "reference", "code"])
    markdown.core.ruler.enableOnly(["normalize", "block"])
    return markdown


def read_blocks(lines: Lines, taken: set[int]) -> Iterator[RawBlock]:
    """Yield the blocks of a source in order; lines in `taken` (front matter, div fences) are read as empty."""
    visible = "\n".join("" if n in taken else lines.text(n).replace("\x00", "\ufffd") for n in range(len(lines)))
    context = _Context(lines)
    for token in _markdown().parse(visible):
        yield from context.feed(token)


class _Context:
    """Follows the token stream: which list, quotation, footnote or table a content belongs to."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.open: list[Token] = []
        self.rows: list[list[RawBlock]] = []
        self.cursor: dict[int, int] = {}
        self.fresh_item = False

    def feed(self, token: Token) -> Iterator[RawBlock]:
        if token.type == "table_close":
            yield self._table()
        if token.nesting == 1:
            self._opened(token)
        elif token.nesting == -1:
            self.open.pop()
        elif token.type == "inline":
            yield from self._inline(token)
        elif token.type in _LEAF_KINDS and token.map:
            yield self._leaf(token)

    def _opened(self, token: Token) -> None:
        self.open.append(token)
        if token.type == "table_open":
            self.rows = []
        elif token.type == "tr_open":
            self.rows.append([])
        elif token.type == "list_item_open":
            self.fresh_item = True

    def _inside(self, kind: str) -> Token | None:
        return next((token for token in reversed(self.open) if token.type == kind), None)

    def _table(self) -> RawBlock:
        start, end = self._range(self.open[-1])
        return RawBlock(kind="table", first_line=start, end_line=end, rows=tuple(tuple(row) for row in self.rows))

    @staticmethod
    def _range(token: Token) -> tuple[int, int]:
        return (token.map[0], token.map[1]) if token.map else (0, 0)

    def _leaf(self, token: Token) -> RawBlock:
        start, end = self._range(token)
        end = min(end, len(self.lines))
        begin, stop = self.lines.starts[start], self.lines.ends[end - 1]
        content = self.lines.source[begin:stop]
        return RawBlock(
            kind=_LEAF_KINDS[token.type], first_line=start, end_line=end, content=content,
            offsets=tuple(range(begin, stop + 1)), label=token.info.strip(),
        )  # fmt: skip

    def _inline(self, token: Token) -> Iterator[RawBlock]:
        start, end = self._range(token)
        cell = self.open[-1].type in {"th_open", "td_open"}
        place = self._cell_offsets(token, start) if cell else self._offsets(token.content, start)
        block = RawBlock(
            kind=self._kind(), first_line=start, end_line=end, content=token.content, offsets=place,
            level=self._level(), ordered=self._number(), label=self._label(), header=self.open[-1].type == "th_open",
        )  # fmt: skip
        if cell:
            self.rows[-1].append(block)
        else:
            yield block

    def _kind(self) -> BlockKind:
        if self.open[-1].type == "heading_open":
            return "heading"
        for token in reversed(self.open):
            if token.type == "footnote_reference_open":
                return "note"
            if token.type == "blockquote_open":
                return "quote"
            if token.type == "list_item_open":
                return "item"
        return "paragraph"

    def _level(self) -> int:
        if self.open[-1].type == "heading_open":
            return int(self.open[-1].tag[1])
        return sum(token.type == "list_item_open" for token in self.open)

    def _number(self) -> int:
        item = self._inside("list_item_open")
        fresh, self.fresh_item = self.fresh_item, False
        return int(item.info) if item and fresh and item.info.isdigit() else 0

    def _label(self) -> str:
        note = self._inside("footnote_reference_open")
        return str(note.meta.get("label", "")) if note else ""

    def _offsets(self, content: str, first: int) -> tuple[int, ...]:
        places: list[int] = []
        for shift, piece in enumerate(content.split("\n")):
            number = min(first + shift, len(self.lines) - 1)
            begin = self.lines.starts[number] + _column(self.lines.text(number).replace("\x00", "\ufffd"), piece)
            places.extend(range(begin, begin + len(piece)))
            places.append(begin + len(piece))
        return tuple(places)

    def _cell_offsets(self, token: Token, number: int) -> tuple[int, ...]:
        """Places in a table row: cells are looked for one after the other; an escaped bar is two characters long."""
        line = self.lines.text(number).replace("\x00", "\ufffd")
        position = self.cursor.get(number, 0)
        places = []
        for char in token.content:
            position = _next_in_cell(line, char, position)
            places.append(self.lines.starts[number] + position)
            position += 1
        if not token.content:
            position = line.find("|", position) + 1 or position
        self.cursor[number] = position
        return (*places, self.lines.starts[number] + min(position, len(line)))


def _next_in_cell(line: str, char: str, position: int) -> int:
    found = line.find(char, position)
    return found if found >= 0 else min(position, len(line))


def _column(line: str, piece: str) -> int:
    if line.endswith(piece):
        return len(line) - len(piece)
    stripped = line.rstrip()
    if stripped.endswith(piece):
        return len(stripped) - len(piece)
    return max(line.find(piece), 0)
