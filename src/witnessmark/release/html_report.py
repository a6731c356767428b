"""The report itself as one static page: title, notice, contents, numbered paragraphs with their notes beside them."""

from collections.abc import Iterator
from html import escape

from witnessmark.manuscript.model import Block, Cell, Image
from witnessmark.release.html_annex import annexes, record_links
from witnessmark.release.html_base import page, words
from witnessmark.release.html_finding import finding_close, finding_open
from witnessmark.release.html_inline import inline_html, note_html
from witnessmark.release.report import Report
from witnessmark.release.wording import DIVS
from witnessmark.text.scripts import direction_of

#: Headings that the contents list.
CONTENTS_DEPTH = 2


def index_page(report: Report) -> str:
    """Return index.html."""
    body = (
        f"{title_page(report)}\n{contents(report)}\n"
        f'<main id="main">\n{"".join(blocks_html(report))}\n{annexes(report)}</main>\n'
    )
    return page(title=report.manuscript.title, body=body, notice=report.notice, home="", kind="report")


def title_page(report: Report) -> str:
    """Return the head of the report: office, title, date, version, standard, and what a reader can check."""
    meta, investigation = report.manuscript.meta, report.evidence.investigation
    facts = [meta.get("date", ""), f"Version {report.version}", f"Released {report.clock}"]
    standard = meta.get("standard", "") or investigation.standard_of_proof
    subtitle = f'<p class="subtitle">{words(meta["subtitle"])}</p>\n' if meta.get("subtitle") else ""
    own_notice = meta.get("notice", "")
    return (
        f'<header class="title">\n<p class="office">{words(meta.get("office", "") or investigation.office)}</p>\n'
        f"<h1>{words(report.manuscript.title)}</h1>\n{subtitle}"
        f'<p class="facts">{" · ".join(escape(fact) for fact in facts if fact)}</p>\n'
        f'<p class="standard"><strong>Standard of proof:</strong> {words(standard)}</p>\n'
        + (f'<p class="own-notice">{words(own_notice)}</p>\n' if own_notice else "")
        + '<p class="promise">Every footnote leads to the passage it rests on, in its context. Nothing here asks to be '
        "believed: signatures, time stamps and proofs can be checked with tools we did not write.</p>\n</header>"
    )


def contents(report: Report) -> str:
    """Return the contents: headings of the report and its annexes, and the pages of the record."""
    entries = "".join(
        f'<li class="l{block.level}"><a href="#h-{number}">{words(block.text)}</a></li>\n'
        for number, block in enumerate(report.manuscript.blocks)
        if block.kind == "heading" and block.level <= CONTENTS_DEPTH
    )
    return (
        f'<nav class="contents" aria-labelledby="contents">\n<h2 id="contents">Contents</h2>\n<ol>\n{entries}'
        '<li class="l1"><a href="#annex-replies">Annex: Replies</a></li>\n'
        '<li class="l1"><a href="#annex-evidence">Annex: Evidence</a></li>\n</ol>\n'
        f"<h3>The record</h3>\n{record_links('record/')}</nav>"
    )


def blocks_html(report: Report) -> Iterator[str]:
    """Yield the blocks in order, opening and closing the boxes round them."""
    open_divs: tuple[int, ...] = ()
    in_list = ""
    for number, block in enumerate(report.manuscript.blocks):
        wanted_list = list_kind(block)
        if in_list and (in_list != wanted_list or block.divs != open_divs):
            yield f"</{in_list}>\n"
            in_list = ""
        yield from moved_divs(report, open_divs, block.divs)
        open_divs = block.divs
        if wanted_list and not in_list:
            yield f'<{wanted_list} class="list">\n'
            in_list = wanted_list
        yield block_html(number, block, report)
    yield f"</{in_list}>\n" if in_list else ""
    yield from moved_divs(report, open_divs, ())


def list_kind(block: Block) -> str:
    """Return the element of the list that a block belongs in, "" for none."""
    return "" if block.kind != "item" else "ol" if block.ordered else "ul"


def moved_divs(report: Report, before: tuple[int, ...], after: tuple[int, ...]) -> Iterator[str]:
    """Yield what closes and opens the boxes between two blocks."""
    shared = 0
    while shared < min(len(before), len(after)) and before[shared] == after[shared]:
        shared += 1
    for index in reversed(before[shared:]):
        yield div_close(report, index)
    for index in after[shared:]:
        yield div_open(report, index)


def div_open(report: Report, index: int) -> str:
    """Return the opening of a box with its label."""
    div = report.manuscript.divs[index]
    if div.kind == "finding":
        return finding_open(report, div)
    label = DIVS.get(div.kind, div.kind.capitalize())
    return (
        f'<section class="box {escape(div.kind)}" aria-label="{escape(label)}">\n<p class="label">{escape(label)}</p>\n'
    )


def div_close(report: Report, index: int) -> str:
    """Return the end of a box; a finding ends with what it rests on, what speaks against it, and the replies."""
    div = report.manuscript.divs[index]
    return (finding_close(report, div) if div.kind == "finding" else "") + "</section>\n"


def block_html(number: int, block: Block, report: Report) -> str:
    """Return one block with its notes."""
    if block.kind == "heading":
        level = min(block.level + 1, 6)
        return f'<h{level} id="h-{number}">{inline_html(block, report)}</h{level}>\n{notes_html(block, report)}'
    if block.kind == "table":
        return table_html(block, report) + notes_html(block, report)
    if block.kind == "rule":
        return "<hr>\n"
    if block.kind == "code":
        return f"<pre><code>{escape(block.text)}</code></pre>\n"
    pictures = "".join(figure(part, report) for part in block.inlines if isinstance(part, Image))
    if block.kind == "image":
        return pictures + notes_html(block, report)
    return paragraph_html(block, report) + notes_html(block, report) + pictures


def paragraph_html(block: Block, report: Report) -> str:
    """Return a paragraph (numbered if it has a number), list item, block quotation or note of the manuscript."""
    inside = inline_html(block, report)
    direction = direction_of(block.text)
    if block.kind == "item":
        return f'<li dir="{direction}">{inside}</li>\n'
    if block.kind == "quote":
        return f'<blockquote dir="{direction}"><p>{inside}</p></blockquote>\n'
    if block.kind == "note":
        return f'<p class="own-note" id="note-{escape(block.label)}"><sup>{escape(block.label)}</sup> {inside}</p>\n'
    if not block.number:
        return f'<p dir="{direction}">{inside}</p>\n'
    name = f"p{block.number}"
    return (
        f'<div class="para" id="{name}"><a class="num" href="#{name}" aria-label="Paragraph {block.number}">'
        f'<span aria-hidden="true">¶</span>{block.number}</a><p dir="{direction}">{inside}</p></div>\n'
    )


def notes_html(block: Block, report: Report) -> str:
    """Return the notes of a block, shown beside it where the page is wide enough and below it where not."""
    notes = report.notes_of(block)
    if not notes:
        return ""
    tag = "li" if block.kind == "item" else "div"
    listed = "".join(note_html(note) for note in notes)
    inside = f'<ol class="notes" aria-label="Footnotes">{listed}</ol>'
    return f'<{tag} class="beside">{inside}</{tag}>\n'


def table_html(block: Block, report: Report) -> str:
    """Return a table that scrolls by itself on a narrow page, header cells told as such."""
    shown = "".join(f"<tr>{''.join(cell_html(cell, report) for cell in row)}</tr>\n" for row in block.rows)
    return f'<div class="table" role="region" aria-label="Table" tabindex="0"><table>\n{shown}</table></div>\n'


def cell_html(cell: Cell, report: Report) -> str:
    """Return one cell."""
    inside = inline_html(cell, report)
    return f'<th scope="col">{inside}</th>' if cell.header else f"<td>{inside}</td>"


def figure(image: Image, report: Report) -> str:
    """Return a picture of the evidence with its caption; a picture that is withheld is told, not shown."""
    caption = words(image.caption)
    source = report.files.get(image.target, "")
    if not source.endswith((".png", ".jpg", ".gif", ".webp")):
        empty = '<p class="no-picture">The picture is not published.</p>'
        return f"<figure>{empty}<figcaption>{caption}</figcaption></figure>\n"
    alternative = escape(image.alt or image.caption)
    leads = f'<a href="passages/{escape(image.target)}.html">{escape(image.target)}</a>'
    shown = f'<img src="{escape(source)}" alt="{alternative}">'
    return f"<figure>{shown}<figcaption>{caption} ({leads})</figcaption></figure>\n"
