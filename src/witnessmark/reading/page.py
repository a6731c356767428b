"""One self-contained HTML page of one or several readings: no script, nothing loaded, everything escaped."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files

from witnessmark.evidence.reading import Reading
from witnessmark.reading.copies import Copy, who_copied_whom
from witnessmark.reading.page_markup import date_words, isolated, shown
from witnessmark.reading.page_story import COLOURS, Key, story
from witnessmark.reading.page_tables import copied, numbers, positions_of, timeline
from witnessmark.reading.parties import UNRESOLVED, parties_of, sides_of
from witnessmark.reading.positions import Position, positions

NOTICE = "Machine proposals; nobody has confirmed them."
_NOTICE_MORE = (
    "Check each against its words before you use it. Confidence is said in words, with the reason: "
    "clear, likely, unsure."
)


def html_page(readings: Sequence[Reading], *, copies: Sequence[Copy] | None = None) -> str:
    """Return the page as text to be written in UTF-8; `copies` are found among the readings when not given.

    It opens from a file, without network or script; its content security policy allows its own style sheet only. Text from
    outside is shown inertly: markup is escaped, marks that steer the direction of text are shown instead of obeyed.
    """
    found = positions(readings)
    colours = _colours(found)
    sides = sides_of(readings)
    keys = [Key(number, parties_of(reading, sides), colours) for number, reading in enumerate(readings)]
    titles = [_title(reading, number) for number, reading in enumerate(readings)]
    if copies is None:
        copies = who_copied_whom(readings)
    sections = [
        _reading(reading, key, title, single=len(readings) == 1)
        for reading, key, title in zip(readings, keys, titles, strict=True)
    ]
    together = f'<h2 id="positions">Positions of the parties</h2>{positions_of(readings, found, keys)}'
    if len(readings) > 1:
        together += f'<h2 id="copies">Who copied whom</h2>{copied(copies, titles)}'
    heading = titles[0] if len(readings) == 1 else f"Who said what in {len(readings)} texts"
    return _document(heading, _top(readings, titles, found, colours, heading), "".join(sections) + together, readings)


def _title(reading: Reading, number: int) -> str:
    return reading.title or f"Text {number + 1}"


def _colours(found: Sequence[Position]) -> dict[str, int]:
    """Return a colour number for each party, the most heard first; the unresolved are grey."""
    named = [each.party for each in found if each.party != UNRESOLVED]
    return {party: min(index, COLOURS) for index, party in enumerate(named, start=1)}


def _document(title: str, top: str, body: str, readings: Sequence[Reading]) -> str:
    style = _style()
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    tools = ", ".join(dict.fromkeys(f"{each.tool.name} {each.tool.version}" for each in readings))
    return (
        '<!doctype html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{shown(title)}: who said what</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f"{top}\n<main>\n{body}\n</main>\n<footer><p>{NOTICE} Made by {shown(tools)}. "
        "Offsets are code points into the text as it was read; nothing of it was deleted.</p></footer>\n</body>\n</html>\n"
    )


@cache
def _style() -> str:
    return files("witnessmark.reading").joinpath("page.css").read_text(encoding="utf-8")


def _top(
    readings: Sequence[Reading],
    titles: Sequence[str],
    found: Sequence[Position],
    colours: Mapping[str, int],
    heading: str,
) -> str:
    links = [f'<li><a href="#r{number}">{isolated(title)}</a></li>' for number, title in enumerate(titles)]
    if len(readings) == 1:
        links = ['<li><a href="#r0">Story</a></li>']
    more = [("timeline0", "Timeline"), ("numbers0", "Numbers")] if len(readings) == 1 else []
    more += [("positions", "Positions")] + ([("copies", "Who copied whom")] if len(readings) > 1 else [])
    links += [f'<li><a href="#{anchor}">{words}</a></li>' for anchor, words in more]
    legend = "".join(
        f'<li class="c{colours.get(each.party, 0)}">{isolated(each.party)} <span class="facts">{len(each.said)}</span></li>'
        for each in found
    )
    direction = readings[0].direction if len(readings) == 1 else "ltr"
    return (
        f'<header class="page"><p class="brand">Witnessmark · who said what</p><h1 dir="{direction}">{shown(heading)}</h1>'
        f"{_meta(readings[0]) if len(readings) == 1 else ''}"
        f'<p class="notice" role="note"><strong>{NOTICE}</strong> {_NOTICE_MORE}</p>'
        f'<nav aria-label="On this page"><ul>{"".join(links)}</ul></nav>'
        f'<ul class="legend" aria-label="Parties, with the number of their statements">{legend}</ul></header>'
    )


def _meta(reading: Reading) -> str:
    facts = [f"published {date_words(reading.published)}" if reading.published else "date of publication not known"]
    facts += [f"language {escape(reading.language)}" if reading.language else "language not recognised"]
    counts = ((reading.statements, "statement"), (reading.dates, "date"), (reading.quantities, "number"))
    facts += [f"{len(found)} {noun}{'' if len(found) == 1 else 's'}" for found, noun in counts]
    return f'<p class="meta">{" · ".join(facts)}</p>'


def _reading(reading: Reading, key: Key, title: str, *, single: bool) -> str:
    number = key.number
    head = (
        f'<h2 id="r{number}">Story</h2>'
        if single
        else f'<h2 id="r{number}" dir="{reading.direction}">{shown(title)}</h2>{_meta(reading)}'
    )
    suspect = (
        f'<p class="notice bad" role="note"><strong>Suspect:</strong> {shown(reading.suspect)}</p>'
        if reading.suspect
        else ""
    )
    unread = "".join(f"<li>{shown(words)}</li>" for words in reading.unsupported)
    left = (
        f'<details class="furniture"><summary>What was not read, and notes</summary><ul>{unread}</ul></details>'
        if unread
        else ""
    )
    return (
        f'<section aria-labelledby="r{number}">{head}{suspect}{story(reading, key)}{left}'
        f'<h2 id="timeline{number}">Timeline</h2>{timeline(reading)}'
        f'<h2 id="numbers{number}">Numbers</h2>{numbers(reading)}</section>'
    )
