"""The report as a PDF: the same paragraphs, boxes and footnotes as the page, typeset by Typst, the same bytes each time."""

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import typst as typesetter

from witnessmark.manuscript.model import Block, Image
from witnessmark.release.errors import ReleaseError
from witnessmark.release.fonts import FontPlan, fonts_for
from witnessmark.release.report import Report
from witnessmark.release.typst_finding import finding_foot, finding_head, positions
from witnessmark.release.typst_text import inline_typst, literal, notes_only, plain, typst
from witnessmark.release.wording import DISCLOSURE, DIVS
from witnessmark.text.scripts import direction_of

TEMPLATE = Path(__file__).with_name("template.typ")
SANS = ("Noto Sans",)
COLOURS = {"analysis": "#80611b", "recommendation": "#3d6b35"}
PROMISE = (
    "Every footnote names the passage that it rests on. The passages in their context, signatures, time stamps and proofs "
    "lie in the bundle of this report, and can be checked with tools we did not write."
)


def report_pdf(report: Report, pictures: Mapping[str, bytes], font_dirs: tuple[Path, ...] = ()) -> bytes:
    """Return the PDF, tagged (PDF/UA-1), without a date.

    `pictures` are by path in the bundle. Raises `MissingFontError` when a character has no font.
    """
    source = "\n".join(document(report))
    plan = fonts_for(source, extra_dirs=font_dirs)
    with tempfile.TemporaryDirectory(prefix="witnessmark-pdf-") as name:
        folder = Path(name)
        (folder / "main.typ").write_text(template(report, plan) + source, encoding="utf-8")
        for path, data in pictures.items():
            (folder / Path(path).name).write_bytes(data)
        return compiled(folder, plan)


def compiled(folder: Path, plan: FontPlan) -> bytes:
    """Typeset main.typ of a folder with the fonts of the plan and no others."""
    fonts = folder / "fonts"
    fonts.mkdir()
    for number, path in enumerate(plan.files):
        (fonts / f"{number:03d}{path.suffix}").symlink_to(path)
    known = typesetter.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts)])
    try:
        made = typesetter.Compiler(str(folder / "main.typ"), root=str(folder), font_paths=known).compile(
            format="pdf", pdf_standards=["ua-1"], timestamp=0
        )
    except typesetter.TypstError as error:
        raise ReleaseError("the PDF could not be typeset", got=str(error)[:400], do="Report this manuscript") from error
    if not isinstance(made, bytes):
        raise ReleaseError("the typesetter returned no PDF", got=type(made).__name__, expected="bytes")
    return made


def template(report: Report, plan: FontPlan) -> str:
    """Return the template with title, notice, version and font families put in."""
    values = {
        "FAMILIES-SANS": families((*SANS, *plan.families)),
        "FAMILIES-SERIF": families(plan.families),
        "TITLE": literal(report.manuscript.title),
        "NOTICE": literal(report.notice),
        "VERSION": literal(f"Version {report.version}, released {report.clock}"),
    }
    text = TEMPLATE.read_text(encoding="utf-8")
    for name, value in values.items():
        text = text.replace(name, value)
    return text


def families(names: tuple[str, ...]) -> str:
    """Return font families as a Typst list."""
    return ", ".join(literal(name) for name in dict.fromkeys(names)) + ","


def document(report: Report) -> Iterator[str]:
    """Yield the markup of the whole report."""
    meta, investigation = report.manuscript.meta, report.evidence.investigation
    facts = (meta.get("date", ""), f"Version {report.version}", f"Released {report.clock}", meta.get("notice", ""))
    yield (
        f"#title-page({literal(meta.get('office', '') or investigation.office)}, {literal(meta.get('subtitle', ''))}, "
        f"({''.join(literal(fact) + ', ' for fact in facts if fact)}), "
        f"{literal(meta.get('standard', '') or investigation.standard_of_proof)}, {literal(PROMISE)})"
    )
    yield "#outline()\n#pagebreak()"
    yield from blocks(report)
    yield "= Annex: Replies"
    yield from positions(report)
    yield "= Annex: Evidence"
    yield evidence_table(report)


def blocks(report: Report) -> Iterator[str]:
    """Yield the blocks in order, with the boxes round them."""
    before: tuple[int, ...] = ()
    for block in report.manuscript.blocks:
        shared = 0
        while shared < min(len(before), len(block.divs)) and before[shared] == block.divs[shared]:
            shared += 1
        yield from (box_end(report, index) for index in reversed(before[shared:]))
        yield from (box_start(report, index) for index in block.divs[shared:])
        before = block.divs
        yield block_typst(block, report)
    yield from (box_end(report, index) for index in reversed(before))


def box_start(report: Report, index: int) -> str:
    """Return the opening of a box."""
    div = report.manuscript.divs[index]
    if div.kind == "finding":
        return f"#boxed(accent, [{finding_head(report, div)}])["
    label = DIVS.get(div.kind, div.kind.capitalize())
    return f"#boxed(rgb({literal(COLOURS.get(div.kind, '#4d535c'))}), label-line({literal(label)}))["


def box_end(report: Report, index: int) -> str:
    """Return the end of a box."""
    div = report.manuscript.divs[index]
    return (finding_foot(report, div) if div.kind == "finding" else "") + "]\n"


def block_typst(block: Block, report: Report) -> str:
    """Return one block as markup, with an empty line round it."""
    if block.kind == "heading":
        return f"\n#heading(level: {block.level})[{inline_typst(block, report)}]\n"
    if block.kind == "table":
        return table_typst(block, report)
    if block.kind == "rule":
        return "\n#line(length: 100%, stroke: 0.4pt + line-colour)\n"
    if block.kind == "code":
        return f"\n#block[{plain(block.text)}]\n"
    pictures = "".join(figure(part, report) for part in block.inlines if isinstance(part, Image))
    if block.kind == "image":
        return pictures + notes_only(block, report)
    return paragraph_typst(block, inline_typst(block, report)) + pictures


def paragraph_typst(block: Block, inside: str) -> str:
    """Return a paragraph, list item, block quotation or own note."""
    if block.number:
        return f"\n#para({block.number})[{inside}]\n"
    if block.kind == "item":
        return f"\n#enum.item({block.ordered})[{inside}]\n" if block.ordered else f"\n#list.item[{inside}]\n"
    if block.kind == "quote":
        if direction_of(block.text) == "rtl":
            return f"\n#quoted-rtl[#let foreign = foreign-rtl\n{inside}]\n"
        return f"\n#quoted[{inside}]\n"
    if block.kind == "note":
        return f"\n#small[#super[{plain(block.label)}] {inside}]\n"
    return f"\n{inside}\n"


def table_typst(block: Block, report: Report) -> str:
    """Return a table; its first row is told as the header."""
    columns = max(len(row) for row in block.rows)
    head = [row for row in block.rows if row and row[0].header]
    body = [row for row in block.rows if not (row and row[0].header)]
    cells = "".join(f"[{inline_typst(cell, report)}], " for row in body for cell in row)
    heads = "".join(f"strong[{inline_typst(cell, report)}], " for row in head for cell in row)
    header = f"table.header(repeat: false, {heads}), " if heads else ""
    return f"\n#table(columns: {columns}, {header}{cells})\n"


def figure(image: Image, report: Report) -> str:
    """Return a picture of the evidence with its caption; one that is not published is told."""
    source = report.files.get(image.target, "")
    caption = f"{typst(image.caption)}#{literal(f' ({image.target})')};"
    if not source.endswith((".png", ".jpg", ".gif", ".webp")):
        return f"\n#quoted[{plain('The picture is not published.')} {caption}]\n"
    alternative = literal(image.alt or image.caption)
    shown = f'image({literal(Path(source).name)}, alt: {alternative}, height: 80mm, fit: "contain")'
    return f"\n#figure({shown}, caption: [{caption}], supplement: none, numbering: none)\n"


def evidence_table(report: Report) -> str:
    """Return the list of evidence."""
    heads = "".join(f"strong[{plain(name)}], " for name in ("Id", "What", "Published", "Form"))
    cells = "".join(
        f"[{plain(item.id)}], [{typst(item.title)}], [{plain(item.published.value if item.published else '')}], "
        f"[{plain(DISCLOSURE[item.disclosure])}], "
        for item in report.evidence.items
    )
    return f"#table(columns: (auto, 1fr, auto, 1fr), table.header(repeat: true, {heads}), {cells})"
