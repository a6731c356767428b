"""A reading on a terminal: the story with what was removed, who said what, timeline, numbers, positions."""

from collections.abc import Sequence
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text as Styled

from witnessmark.evidence.reading import STORY_LABELS, Proposal, Reading
from witnessmark.reading.audience import to_whom
from witnessmark.reading.copies import who_copied_whom
from witnessmark.reading.date_order import in_time
from witnessmark.reading.page import NOTICE
from witnessmark.reading.page_markup import date_words
from witnessmark.reading.page_story import SURE
from witnessmark.reading.positions import positions

_ACTS: Final = {"affirm": "", "deny": "denies", "decline": "declines"}
_LONGEST: Final = 300


def show(reading: Reading, console: Console) -> None:
    """Print a reading; everything from outside is printed as plain text, control characters shown as their code points."""
    console.print(_plain(reading.title), style="bold")
    console.print(
        f"{NOTICE} Language {reading.language or 'not recognised'}; published {_published(reading)}.",
        style="yellow",
        markup=False,
    )
    if reading.suspect:
        console.print(_plain(f"Suspect: {reading.suspect}"), style="bold red")
    console.print()
    _story(reading, console)
    _said(reading, console)
    _timeline(reading, console)
    _numbers(reading, console)
    _positions(reading, console)
    for words in reading.unsupported:
        console.print(_plain(f"note: {words}"), style="dim")


def show_copies(readings: Sequence[Reading], names: Sequence[str], console: Console) -> None:
    """Print who copied whom among several readings, with the reasons."""
    found = who_copied_whom(readings)
    console.print("Who copied whom", style="bold")
    if not found:
        console.print("Nothing suggests that one of these texts copies another.")
    for each in found:
        first, second = names[each.first], names[each.second]
        if each.direction == "second to first":
            first, second = second, first
        verb = "shares its text with" if each.direction == "unknown" else "may have been copied by"
        console.print(_plain(f"{first} {verb} {second}: {'; '.join(each.reasons)}"))
    console.print()


def _plain(text: str) -> Styled:
    """Return text that steers neither the terminal nor the direction of what follows."""
    return Styled(
        "".join(
            char if char in "\n\t" or char.isprintable() or char == "\u00a0" else f"<U+{ord(char):04X}>"
            for char in text
        )
    )


def _published(reading: Reading) -> str:
    return date_words(reading.published) if reading.published else "not known"


def _story(reading: Reading, console: Console) -> None:
    content = reading.text.content
    for line in reading.lines:
        words = content[line.start : line.end].strip()
        if not words:
            continue
        if line.label in STORY_LABELS:
            label = "" if line.label in {"story", "headline"} else f"[{line.label}] "
            console.print(_plain(f"{label}{words}"), style="bold" if line.label == "headline" else "")
        else:
            console.print(_plain(f"  removed, {line.label}: {_cut(words)} ({line.reason})"), style="dim")
    console.print()


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else words[:_LONGEST] + "…"


def _table(title: str, *heads: str, lines: bool = False) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", show_lines=lines, expand=True)
    for head in heads:
        table.add_column(head, overflow="fold")
    return table


def _said(reading: Reading, console: Console) -> None:
    table = _table("Who said what", "#", "who", "words", lines=True)
    table.columns[0].width = 4
    table.columns[1].ratio, table.columns[2].ratio = 2, 5
    for each in reading.statements:
        table.add_row(_plain(str(each.ordinal)), _who(reading, each), _what(reading, each))
    console.print(table if reading.statements else "No statements were found.")
    console.print()


def _who(reading: Reading, each: Proposal) -> Styled:
    facts = (
        _words(reading, each.cue),
        _ACTS[each.polarity],
        "hearsay" if each.hearsay else "",
        f"said {date_words(each.date)}" if each.date else "",
        f"{to_whom(each.audience)}{each.audience}" if each.audience else "",
    )
    return _plain(_speaker(each)).append_text(_dim("\n" + ", ".join(filter(None, facts))))


def _what(reading: Reading, each: Proposal) -> Styled:
    how = f"{each.kind}, {each.where}; {SURE[each.confidence]}: {each.reason}"
    return _plain(_cut(_words(reading, each.content))).append_text(_dim("\n" + how))


def _dim(text: str) -> Styled:
    words = _plain(text)
    words.stylize("dim")
    return words


def _speaker(each: Proposal) -> str:
    if each.speaker:
        return each.speaker
    return "unresolved" + (f" (perhaps {', '.join(each.candidates)})" if each.candidates else "")


def _words(reading: Reading, spans: Sequence[tuple[int, int]]) -> str:
    return " … ".join(reading.text.content[start:end] for start, end in spans)


def _timeline(reading: Reading, console: Console) -> None:
    placed = [each for each in reading.dates if each.date is not None and each.date.value[:4].isdigit()]
    if not placed:
        return
    table = _table("Timeline", "when", "in the text", "resolved against")
    for each in sorted(placed, key=lambda each: in_time(each.date)):
        when = " ".join(filter(None, (each.relation, date_words(each.date))))
        how = each.anchor + (f" — conflict: {each.conflict}" if each.conflict else "")
        table.add_row(_plain(when), _plain(each.words), _plain(how))
    console.print(table)
    console.print()


def _numbers(reading: Reading, console: Console) -> None:
    if not reading.quantities:
        return
    table = _table("Numbers", "in the text", "of what", "whose number")
    for each in reading.quantities:
        table.add_row(_plain(each.words), _plain(each.what or each.unit), _plain(each.owner or "unattributed"))
    console.print(table)
    console.print()


def _positions(reading: Reading, console: Console) -> None:
    found = positions([reading])
    if found:
        console.print("Positions", style="bold")
    for position in found:
        others = [name for name in position.speakers if name != position.party]
        console.print(_plain(position.party + (f" (through {', '.join(others)})" if others else "")), style="bold")
        for each in position.said:
            act = {"affirm": "says", "deny": "denies", "decline": "declines"}[each.statement.polarity]
            when = date_words(each.date) if each.date and not each.published_only else "undated"
            console.print(_plain(f"  {when}, {act}: {_cut(_words(reading, each.statement.content))}"))
    console.print()
