"""A manuscript's source to a `Manuscript`: every sentence, citation, quotation and bound word with its exact place."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from witnessmark.manuscript.blocks import RawBlock, read_blocks
from witnessmark.manuscript.divs import Structure, read_structure
from witnessmark.manuscript.errors import ManuscriptError
from witnessmark.manuscript.inline import InlineScanner
from witnessmark.manuscript.kinds import carried_on, classify
from witnessmark.manuscript.lines import Lines
from witnessmark.manuscript.model import (
    Block,
    Cell,
    CitationGroup,
    Image,
    Inline,
    Manuscript,
    Quotation,
    Run,
    Sentence,
    SyntaxFault,
)
from witnessmark.manuscript.quotations import find_quotations
from witnessmark.manuscript.sentences import Piece, cut_sentences, sentence_sha256, without_quotations

#: A report of 400 pages is about 1.5 million characters; ten times that is no report.
MAX_CHARACTERS: Final = 20_000_000
_HIDING: Final = re.compile("[\x00\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff\u00ad]")
#: A Latin letter next to a Cyrillic, Armenian or look-alike Greek one: a word that is not what it looks like.
_MIXED: Final = re.compile(
    r"[^\W\d_]*(?:[A-Za-z\u00c0-\u024f][\u0400-\u052f\u0531-\u0587\u0391-\u03a9\u03bf\u03c1\u03bd\u03b1]"
    r"|[\u0400-\u052f\u0531-\u0587\u0391-\u03a9\u03bf\u03c1\u03bd\u03b1][A-Za-z\u00c0-\u024f])[^\W\d_]*"
)
_OTHER: Final = re.compile(r"[\u0370-\u052f\u0531-\u0587]")
_SENTENCE_BLOCKS: Final = frozenset({"heading", "paragraph", "item", "quote", "note"})


def parse(source: str, *, name: str = "") -> Manuscript:
    """Parse a manuscript (Pandoc Markdown); what the syntax does not allow is kept in `faults`, never guessed away.

    Raises `ManuscriptError` only for a source that is not text of a bearable size.
    """
    if len(source) > MAX_CHARACTERS:
        raise ManuscriptError(
            "the manuscript is too large", where=name, got=f"{len(source)} characters", expected=f"≤ {MAX_CHARACTERS}"
        )
    lines = Lines(source)
    builder = _Builder(lines, read_structure(lines))
    for raw in read_blocks(lines, builder.structure.taken):
        builder.add(raw)
    builder.hidden_characters()
    return builder.finish(name)


@dataclass
class _Builder:
    lines: Lines
    structure: Structure
    blocks: list[Block] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    faults: list[SyntaxFault] = field(default_factory=list)
    number: int = 0
    section: str = ""
    open_quotation: bool = False

    def finish(self, name: str) -> Manuscript:
        faults = sorted([*self.structure.faults, *self.faults], key=lambda fault: fault.start)
        return Manuscript(
            name=name, source=self.lines.source, sha256=hashlib.sha256(self.lines.source.encode()).hexdigest(),
            meta=self.structure.meta, meta_span=self.structure.meta_span, blocks=tuple(self.blocks),
            sentences=tuple(self.sentences), divs=tuple(self.structure.divs), faults=tuple(faults),
        )  # fmt: skip

    def hidden_characters(self) -> None:
        """Report direction overrides, zero-width characters, NULs and words of two scripts: they show other than is checked."""
        for match in _HIDING.finditer(self.lines.source):
            if match[0] == "\ufeff" and not match.start():
                continue
            self._fault(
                "a character that hides or reorders text", f"U+{ord(match[0]):04X}", "visible text", *match.span()
            )

        for match in _MIXED.finditer(self.lines.source) if _OTHER.search(self.lines.source) else ():
            self._fault("letters of two scripts in one word", match[0], "letters of one script", *match.span())

    def _fault(self, message: str, got: str, expected: str, start: int, end: int, fix: str = "") -> None:
        self.faults.append(SyntaxFault(message=message, got=got, expected=expected, start=start, end=end, fix=fix))

    def add(self, raw: RawBlock) -> None:
        divs = self.structure.inside.get(raw.first_line, ())
        if raw.kind == "table":
            self._table(raw, divs)
        elif raw.kind in {"code", "rule"}:
            self.blocks.append(
                Block(kind=raw.kind, span=self.lines.span(raw.offsets[0], raw.offsets[-1]), text=raw.content, divs=divs)
            )
        else:
            self._text_block(raw, divs)

    def _text_block(self, raw: RawBlock, divs: tuple[int, ...]) -> None:
        scan = InlineScanner(raw.content, list(raw.offsets))
        self.faults.extend(scan.faults)
        text = scan.text
        only_images = not text.strip() and any(isinstance(part, Image) for part in scan.parts)
        kind = "image" if only_images else raw.kind
        quotations = self._quotations(text, scan, kind)
        if kind == "paragraph" and text.strip():
            self.number += 1
        if kind == "heading":
            self.section = text
        index = len(self.blocks)
        first = len(self.sentences)
        if kind in _SENTENCE_BLOCKS and text.strip():
            self._sentences(index, kind, raw, scan, quotations, divs)
        self._captions(index, scan, divs)
        self.blocks.append(
            Block(
                kind=kind,
                span=self.lines.span(raw.offsets[0], raw.offsets[-1]),
                text=text,
                level=raw.level,
                number=self.number if kind == "paragraph" and text.strip() else 0,
                ordered=raw.ordered,
                label=raw.label,
                divs=divs,
                inlines=tuple(scan.parts),
                quotations=quotations,
                bounds=tuple(scan.bounds),
                groups=tuple(part for part in scan.parts if isinstance(part, CitationGroup)),
                hidden=tuple(scan.hidden),
                sentences=tuple(range(first, len(self.sentences))),
            )
        )

    def _quotations(self, text: str, scan: InlineScanner, kind: str) -> tuple[Quotation, ...]:
        if kind == "quote":
            return self._block_quotation(text, scan)
        marks = find_quotations(text)
        pairs = [(pair.open, pair.close, pair.depth) for pair in marks.pairs]
        for index in marks.unclosed:
            pairs.append((index, len(text), 0))
            self._mark_fault("a quotation mark is not closed", text, index, scan)
        for index in marks.unopened:
            self._mark_fault("a quotation mark closes nothing", text, index, scan)
        return tuple(_quotation(text, scan, *pair) for pair in sorted(pairs))

    def _block_quotation(self, text: str, scan: InlineScanner) -> tuple[Quotation, ...]:
        bare = text.strip()
        if not bare:
            return ()
        marks = find_quotations(bare).pairs
        if marks and not marks[0].open and marks[0].close >= len(bare) - 1:
            return (_quotation(text, scan, text.index(bare), text.index(bare) + marks[0].close, 0),)
        at = text.index(bare)
        whole = Quotation(
            text=bare, at=at, end_at=at + len(bare), start=source_offset(scan.parts, at),
            end=source_offset(scan.parts, at + len(bare)), marks="",
        )  # fmt: skip
        return (whole,)

    def _mark_fault(self, message: str, text: str, index: int, scan: InlineScanner) -> None:
        start = source_offset(scan.parts, index)
        self._fault(message, text[index : index + 40], "a pair of marks", start, start + 1, "Close or delete the mark.")

    def _sentences(
        self, index: int, kind: str, raw: RawBlock, scan: InlineScanner, quotations: tuple[Quotation, ...],
        divs: tuple[int, ...],
    ) -> None:  # fmt: skip
        pieces = cut_sentences(
            scan.text, inlines=tuple(scan.parts), quotations=quotations, bounds=tuple(scan.bounds),
            content=(raw.offsets[0], raw.offsets[-1]), source=self.lines.source,
        )  # fmt: skip
        names = tuple(self.structure.divs[div].kind for div in divs)
        subject = ""
        for piece in pieces:
            said = self._impersonal(without_quotations(scan.text, piece.at, piece.end_at, quotations))
            bare, subject = carried_on(said, subject, cited=bool(piece.groups))
            sort, reason = classify(bare, block=kind, divs=names, section="" if _cites_facts(piece) else self.section)
            source = self.lines.source[piece.start : piece.end]
            self.sentences.append(
                Sentence(
                    ordinal=len(self.sentences),
                    block=index,
                    text=scan.text[piece.at : piece.end_at],
                    at=piece.at,
                    end_at=piece.end_at,
                    source=source,
                    source_span=self.lines.span(piece.start, piece.end),
                    sha256=sentence_sha256(source),
                    kind=sort,
                    reason=reason,
                    paragraph=self.number if kind == "paragraph" else 0,
                    divs=divs,
                    groups=piece.groups,
                    quotations=piece.quotations,
                    bounds=piece.bounds,
                    inlines=piece.inlines,
                )
            )

    def _impersonal(self, bare: str) -> str:
        """The office that the front matter names speaks of itself as "the Office" does."""
        office = self.structure.meta.get("office", "").removeprefix("The ").removeprefix("the ")
        return re.sub(rf"(?i:\bthe )?{re.escape(office)}", "the office", bare) if office else bare

    def _captions(self, index: int, scan: InlineScanner, divs: tuple[int, ...]) -> None:
        """A caption is a sentence of its own; what its image shows is what it cites."""
        for image in (part for part in scan.parts if isinstance(part, Image)):
            for shown in (image.caption, image.alt):
                if shown.strip():
                    self._aside(index, shown, image.start, image.end, "caption", divs)

    def _aside(self, index: int, shown: str, start: int, end: int, kind: str, divs: tuple[int, ...]) -> None:
        inner = InlineScanner(shown, [min(end, start + 2 + i) for i in range(len(shown) + 1)])
        source = self.lines.source[start:end]
        groups = tuple(part for part in inner.parts if isinstance(part, CitationGroup))
        whole = (0, len(inner.text))
        self.sentences.append(
            Sentence(
                ordinal=len(self.sentences),
                block=index,
                text=inner.text,
                at=0,
                end_at=len(inner.text),
                source=source,
                source_span=self.lines.span(start, end),
                sha256=sentence_sha256(source),
                kind="caption",
                reason=f"a {kind}",
                divs=divs,
                bounds=tuple(inner.bounds),
                inlines=tuple(inner.parts),
                groups=tuple(_whole(group, whole) for group in groups),
                quotations=self._quotations(inner.text, inner, "caption"),
            )
        )

    def _table(self, raw: RawBlock, divs: tuple[int, ...]) -> None:
        index, first = len(self.blocks), len(self.sentences)
        rows = tuple(tuple(self._cell(index, cell, divs) for cell in row) for row in raw.rows)
        last = min(raw.end_line, len(self.lines)) - 1
        self.blocks.append(
            Block(
                kind="table",
                span=self.lines.span(self.lines.starts[raw.first_line], self.lines.ends[last]),
                text="\n".join("\t".join(cell.text for cell in row) for row in rows),
                divs=divs,
                rows=rows,
                groups=tuple(group for row in rows for cell in row for group in cell.groups),
                bounds=tuple(bound for row in rows for cell in row for bound in cell.bounds),
                sentences=tuple(range(first, len(self.sentences))),
            )
        )

    def _cell(self, index: int, raw: RawBlock, divs: tuple[int, ...]) -> Cell:
        scan = InlineScanner(raw.content, list(raw.offsets))
        self.faults.extend(scan.faults)
        text = scan.text
        whole = (0, len(text))
        groups = tuple(_whole(part, whole) for part in scan.parts if isinstance(part, CitationGroup))
        start, end = raw.offsets[0], raw.offsets[-1]
        source = self.lines.source[start:end]
        if text.strip():
            self.sentences.append(
                Sentence(
                    ordinal=len(self.sentences),
                    block=index,
                    text=text,
                    at=0,
                    end_at=len(text),
                    source=source,
                    source_span=self.lines.span(start, end),
                    sha256=sentence_sha256(source),
                    kind="cell",
                    reason="a cell of a table",
                    divs=divs,
                    groups=groups,
                    bounds=tuple(scan.bounds),
                    inlines=tuple(scan.parts),
                    quotations=self._quotations(text, scan, "cell"),
                )
            )
        return Cell(
            text=text, start=start, end=end, inlines=tuple(scan.parts), groups=groups, bounds=tuple(scan.bounds),
            header=raw.header,
        )  # fmt: skip


def _whole(group: CitationGroup, clause: tuple[int, int]) -> CitationGroup:
    return CitationGroup(citations=group.citations, at=group.at, start=group.start, end=group.end, clause=clause)


def _quotation(text: str, scan: InlineScanner, start: int, close: int, depth: int) -> Quotation:
    inside = text[start + 1 : close]
    term = any(
        bound.kind == "term" and ((start <= bound.at and bound.end_at <= close + 1) or
                                  (bound.at <= start and close < bound.end_at))
        and len(bound.text.strip(" “”\"'‘’«»")) >= len(inside.strip()) - 1
        for bound in scan.bounds
    )  # fmt: skip
    return Quotation(
        text=inside, at=start, end_at=min(close + 1, len(text)), start=source_offset(scan.parts, start),
        end=source_offset(scan.parts, min(close + 1, len(text))), marks=text[start] + text[close : close + 1],
        depth=depth, term=term,
    )  # fmt: skip


def source_offset(parts: Sequence[Inline], at: int) -> int:
    """Return the place in the source of offset `at` of a block's plain text; past the end, the end of the last run."""
    end = 0
    for part in parts:
        if isinstance(part, Run):
            if part.at <= at < part.at + len(part.text):
                exact = len(part.text) == part.end - part.start
                return part.start + (at - part.at if exact else 0)
            end = part.end
    return end


def _cites_facts(piece: Piece) -> bool:
    """Tell whether a sentence cites more than findings: then it is judged like any other, whatever its section."""
    return any(not one.id.startswith("F") for group in piece.groups for one in group.citations)
