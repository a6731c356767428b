"""Statements in the story lines of a Text: by the learned tagger in English, by rules elsewhere, and by quotation."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from witnessmark.evidence.reading import STORY_LABELS, Line, Span, Where
from witnessmark.language.sentences import split_sentences
from witnessmark.reading.attribution import Attribution
from witnessmark.reading.captions import read_span
from witnessmark.reading.direct import leftover
from witnessmark.reading.indirect import find_attributions
from witnessmark.reading.learned import find_learned
from witnessmark.reading.other_languages import SUPPORTED, find_quoted
from witnessmark.reading.quotes import Quotation, find_quotations, join_paragraphs
from witnessmark.reading.reconcile import reconcile
from witnessmark.reading.set_apart import set_apart
from witnessmark.reading.tagger import english_tagger
from witnessmark.reading.words import into_sentences, split_words

_DATELINE: Final = re.compile(
    r"[A-Z]{3,}[A-Z .'’-]{0,30}"
    r"(?:,\s[A-Z][\w.]+(?: [A-Z][\w.]+)?)?(?:,?\s[A-Z][a-z]+\.? \d{1,2})?(?:\s\([A-Z][\w /-]{1,30}\))?\s?[-–—]+\s"
)
#: A paragraph ends with one of these; a hard-wrapped line does not.
_TERMINAL: Final = ".!?…:;。！？؟”\"’'»)"
#: "“We left.” ― Nadia Fell" is a whole paragraph too.
_SIGNED: Final = re.compile(r"[”\"’'][ \u00a0]*[―—–][ \u00a0]*[A-Z][^\n“”\"]{1,60}$")
_SIGNATURE: Final = 80
#: Languages that the learned tagger reads; "" is a text too short to tell.
_LEARNED: Final = frozenset({"en", ""})
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
    if _SIGNED.search(text, max(last.start, last.end - _SIGNATURE), last.end):
        return False
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
    learned = _learned(text, blocks) if language in _LEARNED else [None] * len(blocks)
    found: list[Attribution] = []
    for block, marks, mine in zip(blocks, quotations, learned, strict=True):
        found += _paragraph(text, block, marks, language, mine, found[-1] if found else None)
    return set_apart(text, [(block.start, block.end) for block in blocks], found) if language in _LEARNED else found


def _learned(text: str, blocks: Sequence[Paragraph]) -> list[list[Attribution] | None]:
    return [*find_learned(text, [(block.start, block.end) for block in blocks], english_tagger())]


def _paragraph(
    text: str, block: Paragraph, marks: Sequence[Quotation], language: str, learned: list[Attribution] | None,
    before: Attribution | None,
) -> list[Attribution]:  # fmt: skip
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
    if learned is not None:
        scopes = [(sentence[0].start, sentence[-1].end) for sentence in sentences if sentence]
        mine = reconcile(text, _with_scope([_even(each, marks) for each in learned], scopes), found)
        found = [*mine, *_besides(mine, found)] if headline else mine
    found = _joined(found, leftover(sentences, found, before), marks)
    return [replace(each, where=block.where) for each in sorted(found, key=lambda each: each.start)]


def _joined(
    found: Sequence[Attribution], uncued: Sequence[Attribution], marks: Sequence[Quotation]
) -> list[Attribution]:
    """Join a quotation that goes on in the same paragraph with the statement before it: “…,” she said. “…”.

    One whose marks do not match, or that goes on from another paragraph, stays a statement of its own.
    """
    held = sorted(found, key=lambda each: each.start)
    starts = [each.start for each in held]
    cued = [number for number, each in enumerate(held) if each.cue]
    apart = {mark.start for mark in marks if mark.odd or mark.continues}
    alone = []
    for each in uncued:
        before = bisect_right(cued, bisect_right(starts, each.start) - 1)
        if each.follows and before and each.content[0][0] not in apart:
            one = held[cued[before - 1]]
            held[cued[before - 1]] = replace(one, content=(*one.content, *each.content))
        else:
            alone.append(each)
    return [*(replace(each, content=tuple(sorted(each.content))) for each in held), *alone]


def _besides(found: Sequence[Attribution], grammar: Sequence[Attribution]) -> list[Attribution]:
    """Return what the grammar sees in a headline or caption whose words none of `found` holds."""
    taken = sorted(span for each in found for span in each.content + each.cue)
    return [each for each in grammar if not any(_touches(taken, span) for span in each.content + each.cue)]


def _touches(taken: Sequence[Span], span: Span) -> bool:
    """Tell whether a span overlaps one of `taken`, in order of their starts and hardly overlapping each other."""
    at = bisect_right(taken, span)
    return any(start < span[1] and span[0] < end for start, end in taken[max(0, at - 2) : at + 1])


def _with_scope(found: Sequence[Attribution], scopes: Sequence[Span]) -> list[Attribution]:
    """Give each attribution the sentence that its cue stands in."""
    starts = [start for start, _ in scopes]
    return [
        replace(each, scope=scopes[max(0, bisect_right(starts, each.cue[0][0]) - 1)]) if scopes else each
        for each in found
    ]


def _even(found: Attribution, marks: Sequence[Quotation]) -> Attribution:
    """Mend a content by the quotation marks of its paragraph.

    A later quotation whose marks do not match is cut off: where it begins is not sure enough to join it to the first. One that
    is never closed is taken to the end of its paragraph where all but its last mark of punctuation was taken.
    """
    last = found.content[-1]
    running = next((mark for mark in marks if not mark.closed and mark.start <= last[0] < last[1] < mark.end), None)
    if running is not None and running.end - last[1] <= 1 and len(found.content) == 1:
        return replace(found, content=((last[0], running.end),))
    odd = [
        mark
        for mark in marks
        if mark.odd and any(start < mark.end and mark.start < end for start, end in found.content[1:])
    ]
    if not odd:
        return found
    kept = tuple(
        (start, end)
        for start, end in found.content[1:]
        if not any(start < mark.end and mark.start < end for mark in odd)
    )
    return replace(found, content=(found.content[0], *kept))
