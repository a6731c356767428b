"""Text and inline parts as Typst markup. Words go in as string literals, so that nothing in them is ever run."""

from collections.abc import Iterable, Sequence

from witnessmark.manuscript.model import Block, Cell, CitationGroup, Inline, NoteMark, Run
from witnessmark.release.pieces import Piece, insides, piece, pieces
from witnessmark.release.redaction import PLACEHOLDER
from witnessmark.release.references import Reference
from witnessmark.release.report import Note, Report, stop
from witnessmark.release.script_runs import script_runs
from witnessmark.text.scripts import BIDI_CONTROLS

ISOLATE, LEFT_TO_RIGHT, POP_ISOLATE = "\u2067", "\u2066", "\u2069"
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def literal(text: str) -> str:
    """Return a Typst string literal."""
    return f'"{text.translate(_ESCAPES)}"'


def typst(text: str) -> str:
    """Return text as markup: right-to-left stretches isolated, with their language; redaction bars drawn."""
    return "".join(
        plain(run.text)
        if not run.language
        else f"#foreign({literal(run.language)})[{isolated(run.text, run.direction)}];"
        for run in script_runs(text)
    )


def plain(text: str) -> str:
    """Return text of the report's own script as markup; redactions are drawn, isolated from left to right."""
    markup, at = [], 0
    for match in PLACEHOLDER.finditer(text):
        markup.append(said(text[at : match.start()]))
        markup.append(f"#{literal(LEFT_TO_RIGHT)};#bar;#{literal(match[2] + POP_ISOLATE)};")
        at = match.end()
    return "".join([*markup, said(text[at:])])


def said(text: str) -> str:
    """Return text as a literal in markup, nothing for no text."""
    return f"#{literal(text)};" if text else ""


def isolated(text: str, direction: str) -> str:
    """Return a stretch of another script as markup, isolated where it runs from right to left."""
    return plain(f"{ISOLATE}{BIDI_CONTROLS.sub('', text)}{POP_ISOLATE}" if direction == "rtl" else text)


def inline_typst(holder: Block | Cell, report: Report) -> str:
    """Return the inline parts of a block or cell as markup."""
    quoted = insides(holder)
    return "".join(part_typst(part, quoted, report) for part in holder.inlines)


def part_typst(part: Inline, quoted: Sequence[tuple[int, int]], report: Report) -> str:
    """Return one inline part as markup."""
    if isinstance(part, Run):
        return run_typst(part, quoted)
    if isinstance(part, CitationGroup):
        return note_typst(report.notes[part.start])
    if isinstance(part, NoteMark):
        return f"#super[{plain(part.label)}];"
    return ""


def run_typst(run: Run, quoted: Sequence[tuple[int, int]]) -> str:
    """Return a run in its styles."""
    markup = "".join(piece_typst(one) for one in pieces(run, quoted))
    for style in run.styles:
        if style in {"em", "term"}:
            markup = f"#emph[{markup}];"
        elif style == "strong":
            markup = f"#strong[{markup}];"
    return markup


def piece_typst(one: Piece) -> str:
    """Return a piece; words quoted from right to left stand isolated as a whole, with their own punctuation."""
    if one.language:
        return f"#foreign({literal(one.language)})[{isolated(one.text, 'rtl')}];"
    return typst(one.text)


def note_typst(note: Note) -> str:
    """Return a footnote: the same references as in the page, with id and place printed."""
    return f"#footnote[{joined(note.references)}#{literal(stop(note))};];"


def joined(references: Iterable[Reference]) -> str:
    """Return references one after the other."""
    return '#"; ";'.join(reference_typst(one) for one in references)


def reference_typst(one: Reference) -> str:
    """Return one reference: id, who, title, date, place, words, and the page of the bundle that shows it."""
    name = one.id if one.id == one.item or not one.item else f"{one.id} in {one.item}"
    if one.withheld:
        return f'#strong[{plain(name)}];#": withheld";'
    parts = '#", ";'.join(typst(part) for part in (one.who, one.title, one.date, one.locator) if part)
    quote = f'#": “";{piece_typst(piece(one.quote))}#"”";' if one.quote else ""
    note = f'#" ({one.note})";' if one.note else ""
    where = f'#" [{one.href}]";' if one.href.startswith("passages/") else ""
    return f'#strong[{plain(name)}];#" ";{parts}{quote}{note}{where}'


def notes_only(block: Block, report: Report) -> str:
    """Return the footnotes of a block whose words are shown elsewhere, such as a picture's caption."""
    return "".join(note_typst(note) for note in report.notes_of(block))
