"""What a parsed manuscript is: blocks, sentences, citations, quotations, bound words, each with its exact place."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from witnessmark.manuscript.lines import Lines, Span

SentenceKind = Literal[
    "fact", "attribution", "analysis", "recommendation", "definition", "heading", "caption", "cell", "method"
]
BlockKind = Literal["heading", "paragraph", "item", "quote", "note", "table", "image", "code", "rule"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Plain text that stands unbroken in the source, with the styles that hold for it (em, strong, code, link, q, term).

    `at` is its offset in the plain text of its block; `start` and `end` are offsets in the source.
    """

    text: str
    at: int
    start: int
    end: int
    styles: tuple[str, ...] = ()
    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One key of a citation group, such as `@E12, p. 7`: record id and locator."""

    id: str
    locator: str
    start: int
    end: int
    prefix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationGroup:
    """`[@S34; @E12, p. 7]`: stands at offset `at` of the plain text of its block.

    `clause` is the stretch of that plain text which the group supports: from the group before it, or the start of the
    sentence, up to the group. A group after the final stop supports the sentence from the last group on.
    """

    citations: tuple[Citation, ...]
    at: int
    start: int
    end: int
    clause: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """Words bound by a bracketed span: `[three men]{.q ref=Q5}` (class q) or `[so-called term]{.term}`."""

    kind: str
    ref: str
    text: str
    at: int
    end_at: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteMark:
    """`[^1]` in the text: the label of a footnote."""

    label: str
    at: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """`![caption](E7)`: caption, target (an item id, or a path) and alternative text."""

    caption: str
    target: str
    at: int
    start: int
    end: int
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """Source that a reader of the report never sees: a comment, attributes. Leaks are looked for in it too."""

    text: str
    start: int
    end: int


Inline = Run | CitationGroup | NoteMark | Image


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words in quotation marks (or a block quotation): `text` without marks, offsets in block text and source.

    `term` tells marks around a bound `{.term}`, which are nobody's words; `depth` is 0 for outermost.
    """

    text: str
    at: int
    end_at: int
    start: int
    end: int
    marks: str = "“”"
    depth: int = 0
    term: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence: `text` is plain, `at`/`end_at` its place in the block's plain text, `source` as written.

    `source_span` covers its citations. `sha256` is the digest of the NFC, white-space-normalised source.
    `ordinal` counts from 0 in the manuscript; `block` is the index of its block; `divs` are indices of enclosing divs.
    """

    ordinal: int
    block: int
    text: str
    at: int
    end_at: int
    source: str
    source_span: Span
    sha256: str
    kind: SentenceKind
    reason: str
    paragraph: int = 0
    divs: tuple[int, ...] = ()
    groups: tuple[CitationGroup, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    bounds: tuple[Bound, ...] = ()
    inlines: tuple[Inline, ...] = ()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All citations of the sentence, in order."""
        return tuple(citation for group in self.groups for citation in group.citations)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table: plain text and what stands in it."""

    text: str
    start: int
    end: int
    inlines: tuple[Inline, ...] = ()
    groups: tuple[CitationGroup, ...] = ()
    bounds: tuple[Bound, ...] = ()
    header: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A block: heading (`level`), paragraph (`number`, counted by the compiler), list item, quotation or table.

    `text` is its plain text, `inlines` what it is rendered from, `sentences` the ordinals of its sentences;
    `divs` are indices into `Manuscript.divs`, outermost first. `ordered` is the number of an ordered list's item.
    """

    kind: BlockKind
    span: Span
    text: str = ""
    level: int = 0
    number: int = 0
    ordered: int = 0
    label: str = ""
    divs: tuple[int, ...] = ()
    inlines: tuple[Inline, ...] = ()
    groups: tuple[CitationGroup, ...] = ()
    bounds: tuple[Bound, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    sentences: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Div:
    """`::: {.finding ref=F2 level=may-constitute}` … `:::`; `kind` is its first class; `closed` is False if unclosed."""

    kind: str
    ref: str
    level: str
    attributes: dict[str, str]
    span: Span
    parent: int = -1
    closed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SyntaxFault:
    """Something that the syntax does not allow, with its place: reported as WM910, never repaired in silence."""

    message: str
    got: str
    expected: str
    start: int
    end: int
    fix: str = ""


@dataclass(frozen=True, kw_only=True)
class Manuscript:
    """A parsed manuscript. `meta` is the front matter; everything knows its place in `source`."""

    name: str
    source: str
    sha256: str
    meta: dict[str, str]
    meta_span: Span
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    divs: tuple[Div, ...]
    faults: tuple[SyntaxFault, ...]

    @property
    def title(self) -> str:
        """The title of the front matter, or the first heading of level 1."""
        headings = (block.text for block in self.blocks if block.kind == "heading" and block.level == 1)
        return self.meta.get("title", "") or next(headings, "")

    @property
    def paragraphs(self) -> tuple[Block, ...]:
        """The numbered paragraphs."""
        return tuple(block for block in self.blocks if block.number)

    @property
    def tables(self) -> tuple[Block, ...]:
        """The tables."""
        return tuple(block for block in self.blocks if block.kind == "table")

    @property
    def headings(self) -> tuple[Block, ...]:
        """The headings."""
        return tuple(block for block in self.blocks if block.kind == "heading")

    @property
    def images(self) -> tuple[Image, ...]:
        """The images, in order."""
        return tuple(part for block in self.blocks for part in block.inlines if isinstance(part, Image))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation, in order of the source, those in the cells of tables too."""
        groups = [
            group
            for block in self.blocks
            for group in (block.groups or tuple(one for row in block.rows for cell in row for one in cell.groups))
        ]
        return tuple(citation for group in groups for citation in group.citations)

    @cached_property
    def lines(self) -> Lines:
        """The lines of the source, to turn offsets into places."""
        return Lines(self.source)

    def div(self, sentence: Sentence, kind: str) -> Div | None:
        """Return the innermost div of a kind around a sentence, or None."""
        found = [self.divs[index] for index in sentence.divs if self.divs[index].kind == kind]
        return found[-1] if found else None
