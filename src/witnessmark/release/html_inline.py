"""The inside of a block as HTML: styles, quotations isolated, bound words, footnote marks."""

from collections.abc import Sequence
from html import escape

from witnessmark.manuscript.model import Block, Cell, CitationGroup, Inline, NoteMark, Run
from witnessmark.release.html_base import bars, link, words
from witnessmark.release.pieces import Piece, insides, piece, pieces
from witnessmark.release.references import Reference
from witnessmark.release.report import Note, Report, stop

#: Run style → HTML element.
ELEMENTS = {"em": "em", "strong": "strong", "code": "code"}


def inline_html(holder: Block | Cell, report: Report) -> str:
    """Return the inline parts of a block or cell as HTML."""
    quoted = insides(holder)
    return "".join(part_html(part, quoted, report) for part in holder.inlines)


def part_html(part: Inline, quoted: Sequence[tuple[int, int]], report: Report) -> str:
    """Return one inline part as HTML."""
    if isinstance(part, Run):
        return run_html(part, quoted)
    if isinstance(part, CitationGroup):
        return mark_html(report.notes[part.start])
    if isinstance(part, NoteMark):
        return f'<sup><a href="#note-{escape(part.label)}">{escape(part.label)}</a></sup>'
    return ""


def run_html(run: Run, quoted: Sequence[tuple[int, int]]) -> str:
    """Return a run in its elements."""
    html = "".join(piece_html(one) for one in pieces(run, quoted))
    for style in run.styles:
        if style in ELEMENTS:
            html = f"<{ELEMENTS[style]}>{html}</{ELEMENTS[style]}>"
        elif style in {"q", "term"}:
            html = f'<span class="{"quantity" if style == "q" else "term"}">{html}</span>'
    return html


def piece_html(one: Piece) -> str:
    """Return a piece; words quoted from right to left stand isolated as a whole, with their own punctuation."""
    if one.language:
        return f'<bdi class="quoted" lang="{one.language}" dir="rtl">{bars(escape(one.text))}</bdi>'
    return f'<span class="quoted">{words(one.text)}</span>' if one.quoted else words(one.text)


def mark_html(note: Note) -> str:
    """Return the number in the text that leads to the note."""
    return (
        f'<sup class="mark"><a id="ref-{note.number}" href="#fn-{note.number}" '
        f'aria-label="Footnote {note.number}">{note.number}</a></sup>'
    )


def note_html(note: Note) -> str:
    """Return the note: its number leads back to the text, each reference to the passage in its context."""
    references = "; ".join(reference_html(one) for one in note.references)
    return (
        f'<li id="fn-{note.number}" value="{note.number}"><a class="back" href="#ref-{note.number}" '
        f'aria-label="Back to the text at footnote {note.number}">{note.number}</a> {references}{stop(note)}</li>\n'
    )


def reference_html(one: Reference, home: str = "") -> str:
    """Return a reference: id, who, title, date, place, words."""
    if not one.href:
        return f"{escape(one.id)} ({escape(one.withheld)})"
    name = link(home + one.href, one.id if one.id == one.item or not one.item else f"{one.id} in {one.item}", "cite")
    if one.withheld:
        return f"{name}: withheld"
    parts = [words(part) for part in (one.who, one.title, one.date, one.locator) if part]
    quote = f" <q>{piece_html(piece(one.quote))}</q>" if one.quote else ""
    return f"{name} {', '.join(parts)}{quote}" + (f" ({escape(one.note)})" if one.note else "")
