"""Captions: which lines are read as one, and the date that a caption carries of its own."""

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from witnessmark.evidence.reading import DateMention, Line, Span

#: The prompt of a player, with the title of its video or gallery between marks.
_PROMPT: Final = re.compile(
    r"\s*(?:click|tap|press)\s+(?:here\s+)?to\s+(?:play|watch|view|see)\b[^:\n]{0,40}:\s*['‘“\"](?P<title>[^\n]+)['’”\"]\s*$",
    re.IGNORECASE,
)
_REASON: Final = "the prompt of a player with a title: the title is read as a caption, the prompt is not"


def with_titles(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with those that hold the title of a video or gallery in a player's prompt labelled as captions."""
    return tuple(
        msgspec.structs.replace(line, label="caption", reason=_REASON)
        if line.label == "navigation" and _PROMPT.match(text[line.start : line.end])
        else line
        for line in lines
    )


def read_span(text: str, line: Line) -> Span:
    """Return what of a line is read: all of it, but of a player's prompt only the title."""
    match = _PROMPT.match(text[line.start : line.end]) if line.label == "caption" else None
    return (
        (line.start, line.end)
        if match is None
        else (line.start + match.start("title"), line.start + match.end("title"))
    )


def own_date(line: Line, dates: Sequence[DateMention]) -> DateMention | None:
    """Return the full date that a caption carries, the last one in it; None if there is none."""
    inside = [
        date for date in dates
        if line.start <= date.start < line.end and date.type == "point" and date.date is not None and not date.anchor
    ]  # fmt: skip
    exact = [date for date in inside if re.search(r"\d{4}", date.words)]
    return exact[-1] if exact else None
