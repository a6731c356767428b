"""Time and memory of HTML and PDF of a 400-page report with 2,000 footnotes, in a process of its own."""

import json
import resource
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

from rows import Row

from witnessmark.evidence.snapshot import Evidence, Investigation
from witnessmark.evidence.sources import Item, Source
from witnessmark.evidence.statements import Statement
from witnessmark.evidence.text import Text, Tool
from witnessmark.manuscript.check import Outcome
from witnessmark.manuscript.parse import parse
from witnessmark.release.html_passage import passage_page
from witnessmark.release.html_record import record_pages
from witnessmark.release.html_report import index_page
from witnessmark.release.pdf import report_pdf
from witnessmark.release.report import Report
from witnessmark.text.passages import make_passage

NOTES, ITEMS = 2_000, 500
#: The limits of the issue.
SECONDS, GIGABYTE = 15.0, 1e9
WORDS = (
    "The office spoke with a person who was there that night and who described in detail what was seen from the roof of "
    "the house, how the street was closed at both ends, and how names were read from a list. "
)
QUOTES = ("They came with a list", "ئۇلار تىزىملىك بىلەن كەلدى", "المراكز مفتوحة والطلاب أحرار", "他们拿着名单来了")
COMMAND = "python bench/run.py render"


def case(notes: int, items: int) -> tuple[str, Evidence]:
    """Return a manuscript and a public snapshot: every paragraph quotes, in four scripts, and cites."""
    texts, statements = [], []
    for number in range(items):
        content = "\n\n".join(f"{WORDS} “{quote}.” {number}" for quote in QUOTES)
        text = Text(id=f"T{number + 1}", item=f"E{number + 1}", kind="canonical", tool=Tool(name="bench", version="1"),
                    content=content, language="en")  # fmt: skip
        texts.append(text)
        for place, quote in enumerate(QUOTES):
            start = content.index(quote)
            statements.append(
                Statement(id=f"S{number * len(QUOTES) + place + 1}", item=text.item, kind="direct", speaker="O1",
                          passage=make_passage(text, start, start + len(quote)))
            )  # fmt: skip
    records = tuple(
        Item(id=text.item, media_type="text/plain", title=f"Interview {text.item}", source="O1", disclosure="public",
             texts=(text.id,), commitment=sha256(text.id.encode()).hexdigest())
        for text in texts
    )  # fmt: skip
    evidence = Evidence(
        investigation=Investigation(name="bench", exercise=True), items=records, texts=tuple(texts), public=True,
        statements=tuple(statements), sources=(Source(id="O1", kind="person", name="Witness W-1"),),
    )  # fmt: skip
    lines = ["---", "title: A report of four hundred pages", "---", ""]
    for number in range(notes):
        if number % 50 == 0:
            lines += [f"# Chapter {number // 50 + 1}", ""]
        statement = number % len(statements)
        lines += [f"{WORDS * 2}One said: “{QUOTES[statement % len(QUOTES)]}”. [@S{statement + 1}]", "", WORDS, ""]
    return "\n".join(lines), evidence


def render(notes: int, items: int) -> dict[str, float]:
    """Render both forms once, from the source, and return seconds, peak memory in bytes, and what was made."""
    source, evidence = case(notes, items)
    begin = time.perf_counter()
    report = Report(manuscript=parse(source), evidence=evidence, outcome=Outcome(), version="1.0", why={}, entries={},
                    clock="2031-09-22T10:00:00+02:00", files={})  # fmt: skip
    pages = [index_page(report), *record_pages(report).values(), *(passage_page(report, one) for one in evidence.items)]
    html = time.perf_counter()
    pdf = report_pdf(report, {})
    end = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return {
        "html": html - begin, "pdf": end - html, "all": end - begin, "memory": peak, "pages": float(pdf_pages(pdf)),
        "bytes": float(sum(map(len, pages))), "notes": float(len(report.notes)),
    }  # fmt: skip


def pdf_pages(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def measure(*, quick: bool = False) -> list[Row]:
    """Render in a fresh process, so that its peak memory is its own."""
    sizes = (40, 10) if quick else (NOTES, ITEMS)
    command = [sys.executable, str(Path(__file__)), *map(str, sizes)]
    got = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    name = f"HTML and PDF of a report of {got['pages']:.0f} pages with {got['notes']:,.0f} footnotes"
    note = f"HTML {got['html']:.2f} s ({got['bytes'] / 1e6:.1f} MB), PDF {got['pdf']:.2f} s"
    return [
        Row(name=f"{name}: time", ours=got["all"], unit="s", peer_name="limit", peer=SECONDS, ratio=got["all"] / SECONDS,
            bound=1.0, at_least=False, command=COMMAND, note=note),
        Row(name=f"{name}: memory", ours=got["memory"] / 1e6, unit="MB", peer_name="limit", peer=GIGABYTE / 1e6,
            ratio=got["memory"] / GIGABYTE, bound=1.0, at_least=False, command=COMMAND),
    ]  # fmt: skip


if __name__ == "__main__":
    print(json.dumps(render(int(sys.argv[1]), int(sys.argv[2]))))
