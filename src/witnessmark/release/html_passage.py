"""The page of one item: what it is, how it came in, how to check it, and its text with every cited passage marked."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from witnessmark.evidence.sources import CollectionRecord, Item
from witnessmark.evidence.statements import Statement
from witnessmark.evidence.text import Text
from witnessmark.release.html_base import bars, link, page, rows, words
from witnessmark.release.html_inline import piece_html
from witnessmark.release.pieces import piece
from witnessmark.release.references import anchor, shown_date, source_name
from witnessmark.release.report import Report
from witnessmark.release.wording import CREDIBILITY, DISCLOSURE, DISTANCE, RELIABILITY, STANCES


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A stretch of a text that can be led to; `label` names the statement, "" for a mere place."""

    start: int
    end: int
    name: str
    label: str = ""


def passage_page(report: Report, item: Item) -> str:
    """Return passages/E….html."""
    body = (
        f'<nav class="up" aria-label="Way back"><a href="../index.html">{words(report.manuscript.title)}</a></nav>\n'
        f'<main id="main">\n<article id="item">\n<p class="label">Evidence {item.id}</p>\n'
        f"<h1>{words(item.title)}</h1>\n"
        f"{withheld_html(report, item) if item.disclosure == 'withheld' else shown_html(report, item)}"
        f"{check_html(report, item)}</article>\n</main>\n"
    )
    return page(title=f"{item.id}: {item.title}", body=body, notice=report.notice, home="../", kind="passage")


def withheld_html(report: Report, item: Item) -> str:
    """Return what may be said of an item that is withheld: that it is, why, and where the report rests on it."""
    return (
        f'<p id="withheld" class="withheld">{DISCLOSURE["withheld"]} Reason: {escape(report.why.get(item.id, ""))}. '
        f"More: {link('../record/withheld.html', 'what is withheld and why')}.</p>\n{cited_html(report, item)}"
    )


def shown_html(report: Report, item: Item) -> str:
    """Return metadata, collection, statements and texts of an item."""
    texts = [report.evidence.index[name] for name in item.texts]
    return (
        f"{about_html(report, item)}{cited_html(report, item)}"
        f"{collection_html(item)}{statements_html(report, item)}"
        f"{''.join(text_html(report, item, text, first=not number) for number, text in enumerate(texts))}"
        + ("" if texts else '<p id="text" class="no-text">No text was read from it.</p>\n')
    )


def about_html(report: Report, item: Item) -> str:
    """Return what the item is and how it was graded."""
    evidence = report.evidence
    source = evidence.index.get(item.source)
    grade = f"{source.reliability}: {RELIABILITY[source.reliability]}" if source else ""
    belief = item.assessment.credibility if item.assessment else None
    file = report.files.get(item.id, "")
    copy = f" {link('../' + file, file)} ({item.size:,} bytes)" if file else ""
    why = f" ({escape(report.why[item.id])})" if report.why.get(item.id) else ""
    return rows([
        ("Kind", escape(item.genre)),
        ("From", words(source_name(evidence, item.source))),
        ("Publisher", words(source_name(evidence, item.publisher))),
        ("Published", escape(shown_date(item.published))),
        ("Language", escape(item.language)),
        ("Reliability of the source", escape(grade)),
        ("Credibility of the information", escape(f"{belief}: {CREDIBILITY[belief]}") if belief else ""),
        ("Authenticity", words(item.authenticity)),
        ("Suspect", words(item.suspect)),
        ("Disclosure", f"{DISCLOSURE[item.disclosure]}{why}{copy}"),
        ("Shares an origin with", links_html(report, item)),
    ])  # fmt: skip


def links_html(report: Report, item: Item) -> str:
    """Return the links that make this item and others one independence group."""
    shown = []
    for one in item.links:
        known = report.evidence.index.get(one.to)
        name = (
            link(f"{one.to}.html", one.to) if isinstance(known, Item) else words(source_name(report.evidence, one.to))
        )
        cut = "; the link was cut by a person" if one.cut else ""
        shown.append(f"<li>{name} ({escape(one.relation.replace('_', ' '))}{cut}) {words(one.reason)}</li>")
    return f"<ul>{''.join(shown)}</ul>" if shown else ""


def cited_html(report: Report, item: Item) -> str:
    """Return the places of the report that cite the item."""
    notes = report.cited_in.get(item.id, [])
    where = ", ".join(
        f'<a href="../index.html#ref-{note.number}">'
        + (f"¶ {note.paragraph}, " if note.paragraph else "") + f"footnote {note.number}</a>"
        for note in notes
    )  # fmt: skip
    return f'<p class="cited-in">Cited in the report at {where}.</p>\n' if where else ""


def collection_html(item: Item) -> str:
    """Return how each copy came in (Berkeley Protocol); who collected it is kept inside."""
    shown = "".join(rows(collected(record)) for record in item.collected)
    if not shown:
        return ""
    return f'<section aria-labelledby="collection"><h2 id="collection">How it came in</h2>\n{shown}</section>\n'


def collected(record: CollectionRecord) -> list[tuple[str, str]]:
    """Return one collection record as pairs."""
    tool = f"{record.tool.name} {record.tool.version}" if record.tool else ""
    return [
        ("Address", f'<span class="address" dir="ltr">{escape(record.address)}</span>' if record.address else ""),
        (
            "Collected",
            escape(" ".join(part for part in (record.collected_at, record.clock and f"({record.clock})") if part)),
        ),
        ("Tool", escape(tool)),
        ("Layer", escape(record.layer)),
        ("Came with", link(f"{record.part_of}.html", record.part_of) if record.part_of else ""),
        ("Not kept", escape(", ".join(record.missing))),
    ]


def statements_html(report: Report, item: Item) -> str:
    """Return who says what in this item, with the stance taken."""
    shown = "".join(statement_html(report, one) for one in statements_in(report, item))
    if not shown:
        return ""
    head = '<section aria-labelledby="said"><h2 id="said">Who says what</h2>\n'
    return f'{head}<ul class="statements">\n{shown}</ul></section>\n'


def statements_in(report: Report, item: Item) -> list[Statement]:
    """Return the statements of an item in the order of the text."""
    found = [one for one in report.evidence.statements if one.item == item.id]
    return sorted(found, key=lambda one: (one.passage.text, one.passage.start))


def statement_html(report: Report, one: Statement) -> str:
    """Return one statement: speaker, words, form, distance, stance."""
    evidence = report.evidence
    if one.withheld:
        return f"<li><strong>{one.id}</strong> withheld: {escape(one.withheld)}</li>\n"
    said = [f"{one.kind} speech", *one.hedges]
    if one.distance is not None:
        said.append(DISTANCE[one.distance])
    said += [f"{STANCES[mark.stance]} {mark.allegation}" for mark in evidence.stances if mark.statement == one.id]
    who = words(source_name(evidence, one.speaker) or one.speaker_phrase or "speaker not resolved")
    place = anchor(evidence, one.passage.text, one.passage.start)
    return (
        f'<li><a href="#{place}"><strong>{one.id}</strong></a> {who}: <q>{piece_html(piece(one.passage.quote))}</q> '
        f"({escape('; '.join(said))})</li>\n"
    )


def text_html(report: Report, item: Item, text: Text, *, first: bool) -> str:
    """Return a text with every passage marked, in its own direction, white space as it is."""
    name = "text" if first else f"text-{text.id}"
    order = "" if text.trusted_layout else " Its reading order is not certain: compare the page."
    inside = marked(text.content, marks_of(report, item, text))
    return (
        f'<section aria-labelledby="{name}"><h2 id="{name}">{escape(text.kind.capitalize())} text {text.id}</h2>\n'
        f'<p class="made">{escape(made_by(text))}.{order}</p>\n'
        f'<div class="source" lang="{escape(text.language)}" dir="{text.direction}">{inside}</div></section>\n'
    )


def made_by(text: Text) -> str:
    """Return how a text came to be, in words; who attested it is not named."""
    if text.attested_by:
        done = {"transcription": "Transcribed", "translation": "Translated"}.get(text.kind, "Written")
        return f"{done} by a person who attested it; the name is kept inside"
    return f"Made by {text.tool.name} {text.tool.version}"


def marks_of(report: Report, item: Item, text: Text) -> list[Mark]:
    """Return the stretches to be marked: statements, quantities, and parts that a citation's locator names."""
    evidence = report.evidence
    passages = [(one.passage, one.id) for one in evidence.statements if one.item == item.id and not one.withheld]
    passages += [(passage, one.id) for one in evidence.quantities for passage in one.passages]
    named: dict[int, Mark] = {}
    for passage, label in passages:
        if passage.text == text.id:
            start = passage.start
            longer = max(passage.end, named[start].end if start in named else 0)
            labels = f"{named[start].label} {label}" if start in named else label
            named[start] = Mark(start=start, end=longer, name=anchor(evidence, text.id, start), label=labels)
    for segment in text.segments:
        start = segment.start
        named.setdefault(start, Mark(start=start, end=start, name=anchor(evidence, text.id, start)))
    return [named[start] for start in sorted(named)]


def marked(content: str, marks: Iterable[Mark]) -> str:
    """Return the content as HTML with anchors and highlighted stretches; overlapping stretches are cut at the edges."""
    by_start = {mark.start: mark for mark in marks}
    edges = sorted({0, len(content)} | set(by_start) | {mark.end for mark in by_start.values()})
    pieces, until, label = [], 0, ""
    for start, end in zip(edges, [*edges[1:], len(content)], strict=True):
        mark = by_start.get(start)
        inside = bars(escape(content[start:end]))
        name = f' id="{mark.name}"' if mark else ""
        if mark and mark.end > mark.start:
            until, label = max(until, mark.end), mark.label
        if start < until:
            shown = f' data-id="{escape(label)}"' if mark and mark.label else ""
            pieces.append(f"<mark{name}{shown}>{inside}</mark>")
        else:
            pieces.append(f"<span{name}></span>{inside}" if mark else inside)
    return "".join(pieces)


def check_html(report: Report, item: Item) -> str:
    """Return the commitment, where it stands in the custody log, and how to check it."""
    entry = report.entries.get(item.id)
    digest = rows([("SHA-256 of the file", f"<code>{item.sha256}</code>")]) if item.sha256 else ""
    how = (
        "The file can be hashed and, with the salt in proofs/items.json, its commitment made again."
        if item.sha256
        else "The salt of this commitment is not published: it could be used to confirm a guess at what is withheld."
    )
    return (
        '<section class="check" aria-labelledby="check"><h2 id="check">How to check it</h2>\n'
        f"<p>When this item came in, a commitment to its bytes was written into the custody log"
        f"{f' as entry {entry}' if entry is not None else ''}. {how} "
        "Passages that are cited are proved one by one in proofs/passages.json. "
        f"{link('../VERIFY.md', 'VERIFY.md')} tells how, with and without our verifier.</p>\n"
        f"{rows([('Commitment', f'<code>{item.commitment}</code>')])}{digest}</section>\n"
    )
