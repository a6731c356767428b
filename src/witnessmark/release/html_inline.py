"""The inside of a block as HTML: styles, quotations isolated, bound words, footnote marks."""

from collections.abc import Sequence
from html import escape
from itertools import pairwise

from witnessmark.manuscript.model import Block, Cell, CitationGroup, Inline, NoteMark, Quotation, Run
from witnessmark.release.html_base import link, words
from witnessmark.release.references import Reference
from witnessmark.release.report import Note, Report
from witnessmark.text.scripts import direction_of

#: Run style → HTML element.
ELEMENTS = {"em": "em", "strong": "strong", "code": "code"}


def inline_html(holder: Block | Cell, report: Report) -> str:
    """Return the inline parts of a block or cell as HTML."""
    quotations = [one for one in holder.quotations if not one.depth] if isinstance(holder, Block) else []
    return "".join(part_html(part, quotations, report) for part in holder.inlines)


def part_html(part: Inline, quotations: Sequence[Quotation], report: Report) -> str:
    """Return one inline part as HTML."""
    if isinstance(part, Run):
        return run_html(part, quotations)
    if isinstance(part, CitationGroup):
        return mark_html(report.notes[part.start])
    if isinstance(part, NoteMark):
        return f'<sup><a href="#note-{escape(part.label)}">{escape(part.label)}</a></sup>'
    return ""


def run_html(run: Run, quotations: Sequence[Quotation]) -> str:
    """Return a run, cut where quotations begin and end, in its elements."""
    edges = {0, len(run.text)}
    for one in quotations:
        edges |= {min(max(edge - run.at, 0), len(run.text)) for edge in (one.at, one.end_at)}
    places = sorted(edges)
    pieces = (
        piece_html(
            run.text[start:end], any(one.at <= run.at + start < one.end_at for one in quotations if not one.term)
        )
        for start, end in pairwise(places)
    )
    html = "".join(pieces)
    for style in run.styles:
        if style in ELEMENTS:
            html = f"<{ELEMENTS[style]}>{html}</{ELEMENTS[style]}>"
        elif style in {"q", "term"}:
            html = f'<span class="{"quantity" if style == "q" else "term"}">{html}</span>'
    return html


def piece_html(text: str, quoted: bool) -> str:  # noqa: FBT001 - one of two ways to show the same words
    """Return plain text; quoted words are isolated in their own direction."""
    if not quoted:
        return words(text)
    return f'<span class="quoted" dir="{direction_of(text)}">{words(text)}</span>'


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
        f'aria-label="Back to the text at footnote {note.number}">{note.number}</a> {references}.</li>\n'
    )


def reference_html(one: Reference, home: str = "") -> str:
    """Return a reference: id, who, title, date, place, words."""
    if not one.href:
        return f"{escape(one.id)} ({escape(one.withheld)})"
    name = link(home + one.href, one.id if one.id == one.item or not one.item else f"{one.id} in {one.item}", "cite")
    if one.withheld:
        return f"{name}: withheld"
    parts = [words(part) for part in (one.who, one.title, one.date, one.locator) if part]
    quote = f" <q>{words(one.quote)}</q>" if one.quote else ""
    return f"{name} {', '.join(parts)}{quote}" + (f" ({escape(one.note)})" if one.note else "")
