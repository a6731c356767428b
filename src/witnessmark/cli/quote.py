"""`witnessmark quote`: are these words in that file?"""

import sys
from dataclasses import asdict
from typing import Any

import click

from witnessmark.cli.app import App, pass_app
from witnessmark.cli.exits import DONE, PROBLEMS
from witnessmark.cli.sources import STDIN, open_source

COLOURS = {
    "found": "green",
    "not_found": "red",
    "ambiguous": "yellow",
    "indeterminate": "yellow",
    "unchecked": "yellow",
}
WORDS = {"not_found": "NOT FOUND"}


@click.command("quote")
@click.argument("source")
@click.argument("texts", nargs=-1, metavar="[TEXT … | -]")
@pass_app
def command(app: App, source: str, texts: tuple[str, ...]) -> int:
    """Check quotations against a source: are these words, exactly, in that file?

    White space, typographic quotation marks, line-break hyphens and invisible characters may differ; a word, a digit,
    a sign or a letter may not. `-` (or no TEXT) reads one quotation a line from standard input.
    Exit 0 only if every quotation is found and none is flagged.

    \b
    Examples:
      witnessmark quote speech.html "no one is detained" "schools, not prisons"
      witnessmark quote report.pdf - < quotations.txt
      witnessmark quote page.txt "schools, not prisons" --json
    """  # noqa: D301 - \b is click's mark for a block that is not rewrapped
    from witnessmark.reading.extract import extract
    from witnessmark.text.quotation import match_quotation, prepare

    opened = open_source(source)
    extraction = extract(opened.data, opened.media_type, address=opened.address)
    prepared = prepare(extraction.content)
    rows = []
    for quotation in _quotations(texts):
        result = match_quotation(quotation, prepared, readable=extraction.trusted_layout)
        rows.append(
            {
                "quotation": quotation,
                **asdict(result),
                "lines": [_line(extraction.content, place.start) for place in result.places],
            }
        )
    if not rows:
        raise click.UsageError("give at least one quotation, or `-` and one a line on standard input")
    app.show(
        {"source": opened.name, "notes": extraction.notes, "quotations": rows},
        lambda: _say(app, rows, extraction.notes),
    )
    return DONE if all(row["verdict"] == "found" and not row["flags"] for row in rows) else PROBLEMS


def _quotations(texts: tuple[str, ...]) -> list[str]:
    """Return the quotations: the arguments, or the lines of standard input."""
    if texts and texts != (STDIN,):
        return list(texts)
    return [line.rstrip("\r\n") for line in sys.stdin if line.strip()]


def _line(content: str, start: int) -> int:
    """Return the line (from 1) on which an offset lies."""
    return content.count("\n", 0, start) + 1


def _say(app: App, rows: list[dict[str, Any]], notes: tuple[str, ...]) -> None:
    """Print one verdict a quotation, with the place, what was folded, what is flagged, and the nearest text."""
    for note in notes:
        app.line(f"note: {note}")
    for row in rows:
        verdict = str(row["verdict"])
        flagged = ", FLAGGED" if row["flags"] else ""
        word = WORDS.get(verdict, verdict) + flagged
        colour = "yellow" if row["flags"] else COLOURS[verdict]
        app.line(f"{word:<18}", style=colour, end="")
        app.line(f"“{row['quotation']}”")
        for place, line in zip(row["places"], row["lines"], strict=True):
            app.line(f"    line {line}, code points {place['start']}–{place['end']}: “{place['quote']}”")
        for label, values in (("overlooked", row["folded"]), ("flagged", [flag["message"] for flag in row["flags"]])):
            for value in values:
                app.line(f"    {label}: {value}")
        if row["reason"] and verdict != "found":
            app.line(f"    why: {row['reason']}")
        if row["suggestion"]:
            near = row["suggestion"]
            app.line(f"    nearest (not a match): “{near['quote']}”; {near['difference']}")
