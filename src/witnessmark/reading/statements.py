"""Statements in the story lines of a Text: by sentence where there is a cue, else by quotation."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from witnessmark.evidence.reading import STORY_LABELS, Line, Span, Where
from witnessmark.language.sentences import split_sentences
from witnessmark.reading.attribution import Attribution
from witnessmark.reading.captions import read_span
from witnessmark.reading.direct import leftover
from witnessmark.reading.indirect import find_attributions
from witnessmark.reading.other_languages import SUPPORTED, find_quoted
from witnessmark.reading.quotes import Quotation, find_quotations, join_paragraphs
from witnessmark.reading.words import into_sentences, split_words

_DATELINE: Final = re.compile(
    r"[A-Z]{3,}[A-Z .'’-]{0,30}"
    r"(?:,\s[A-Z][\w.]+(?: [A-Z][\w.]+)?)?(?:,?\s[A-Z][a-z]+\.? \d{1,2})?(?:\s\([A-Z][\w /-]{1,30}\))?\s?[-–—]+\s"
)
#: A paragraph ends with one of these; a hard-wrapped line does not.
_TERMINAL: Final = ".!?…:;。！？؟”\"’'»)"
#: The longest break between two lines of a paragraph: both characters of a line end, and one space.
_LINE_BREAK: Final = 3


class Paragraph(NamedTuple):
    """A run of story lines read as one, with its place and label."""

    start: int
    end: int
    where: Where
    label: str


def paragraphs(text: str, lines: Sequence[Line]) -> list[Paragraph]:
    """Return the paragraphs of the story: hard-wrapped lines joined, furniture left out."""
    found: list[Paragraph] = []
    for line in lines:
        if line.label not in STORY_LABELS or line.label in {"byline", "dateline", "table"}:
            continue
        last = found[-1] if found else None
        if last is not None and line.label == "story" == last.label and _wraps(text, last, line):
            found[-1] = last._replace(end=line.end)
        else:
            start, end = read_span(text, line)
            start += _dateline(text, start, end) if line.label == "story" else 0
            found.append(Paragraph(start, end, _where(line), line.label))
    return found


def _dateline(text: str, start: int, end: int) -> int:
    """Return how long the dateline is that opens a paragraph: "GENEVA (Reuters) - "."""
    match = _DATELINE.match(text, start, end)
    return match.end() - start if match else 0


def _wraps(text: str, last: Paragraph, line: Line) -> bool:
    between = text[last.end : line.start]
    ending = text[max(last.start, last.end - 8) : last.end].rstrip()[-1:]
    return len(between) <= _LINE_BREAK and between.count("\n") <= 1 and ending not in _TERMINAL


def _where(line: Line) -> Where:
    if line.label == "headline":
        return "headline"
    if line.label == "caption":
        return "caption"
    return "story" if line.label in {"story", "quote", "list", "heading"} else "other"


def find_statements(text: str, lines: Sequence[Line], *, language: str = "en") -> list[Attribution]:
    """Return the attributions of the story in order, speakers unresolved; linear in the length of the text."""
    blocks = paragraphs(text, lines)
    quotations = join_paragraphs(
        [find_quotations(text, block.start, block.end) for block in blocks], text, [block.start for block in blocks]
    )
    found: list[Attribution] = []
    for block, marks in zip(blocks, quotations, strict=True):
        found += _paragraph(text, block, marks, language, found[-1] if found else None)
    return found


def _paragraph(
    text: str, block: Paragraph, marks: Sequence[Quotation], language: str, before: Attribution | None
) -> list[Attribution]:
    if language in SUPPORTED:
        return [replace(each, where=block.where) for each in find_quoted(text, block.start, block.end, marks, language)]
    words = split_words(text, block.start, block.end, marks)
    spans: list[Span] = [
        (start + block.start, end + block.start)
        for start, end in split_sentences(text[block.start : block.end], language)
    ]
    sentences = into_sentences(words, spans)
    headline = block.where in {"headline", "caption"}
    found = [each for sentence in sentences for each in find_attributions(sentence, headline=headline)]
    found += leftover(sentences, found, before)
    return [replace(each, where=block.where) for each in sorted(found, key=lambda each: each.start)]
