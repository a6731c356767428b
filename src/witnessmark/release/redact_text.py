"""Redaction of text by passage, with a map that moves every anchor to its place in the redacted text."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from witnessmark.evidence.text import Segment
from witnessmark.release.redaction import Redaction, placeholder
from witnessmark.text.fold import fold

#: Scripts whose words take no prefix, so that a match inside a word ("Ana" in "Banana") is another word. Endings stay
#: free: Cyrillic names are declined.
PREFIXLESS: Final = ("LATIN", "CYRILLIC", "GREEK")


@dataclass(frozen=True, kw_only=True)
class Cut:
    """Code points [start, end) of a text to be replaced by the placeholder of `label`."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, kw_only=True)
class RedactedText:
    """The text after redaction; `cuts` are in the offsets of the text before it, sorted and apart."""

    content: str
    cuts: tuple[Cut, ...]

    def moved(self, start: int, end: int) -> tuple[int, int]:
        """Return where the span stands now; an end inside a cut moves out to the edge of the placeholder."""
        return self._moved_point(start, to_end=False), self._moved_point(end, to_end=True)

    def _moved_point(self, point: int, *, to_end: bool) -> int:
        shift = 0
        for cut in self.cuts:
            if point <= cut.start:
                break
            length = len(placeholder(cut.label))
            if point < cut.end:
                return cut.start + shift + (length if to_end else 0)
            shift += length - (cut.end - cut.start)
        return point + shift

    def moved_segments(self, segments: Iterable[Segment]) -> tuple[Segment, ...]:
        """Return the segments with their places in the redacted text."""
        moved = ((segment, self.moved(segment.start, segment.end)) for segment in segments)
        return tuple(
            Segment(kind=segment.kind, start=start, end=end, label=segment.label) for segment, (start, end) in moved
        )


def redact_text(content: str, cuts: Iterable[Cut]) -> RedactedText:
    """Replace each cut by its placeholder; overlapping and touching cuts become one, with the first one's label."""
    apart: list[Cut] = []
    for cut in sorted(cuts, key=lambda cut: (cut.start, cut.end)):
        if apart and cut.start <= apart[-1].end:
            last = apart.pop()
            apart.append(Cut(start=last.start, end=max(last.end, cut.end), label=last.label))
        else:
            apart.append(cut)
    pieces, at = [], 0
    for cut in apart:
        pieces += [content[at : cut.start], placeholder(cut.label)]
        at = cut.end
    return RedactedText(content="".join([*pieces, content[at:]]), cuts=tuple(apart))


def cuts_for(content: str, redactions: Sequence[Redaction]) -> tuple[Cut, ...]:
    """Return a cut for every place where the words of any of the redactions stand."""
    return tuple(
        Cut(start=start, end=end, label=redaction.label)
        for redaction in redactions
        if redaction.quote
        for start, end in occurrences(content, redaction.quote)
    )


def occurrences(content: str, words: str) -> list[tuple[int, int]]:
    """Return every span of the content that shows the words, whatever their case, spacing or invisible marks.

    It errs towards finding too much: endings are free in every script, beginnings in scripts with prefixes.
    """
    folded = fold(content)
    haystack, needle = lowered(folded.text), lowered(fold(words).text.strip())
    found, at = [], haystack.find(needle) if needle else -1
    while at >= 0:
        if begins_word(haystack, at):
            found.append(folded.original_span(at, at + len(needle)))
        at = haystack.find(needle, at + 1)
    return found


def lowered(text: str) -> str:
    """Return the text in lower case, code point by code point, so that offsets stay."""
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def begins_word(text: str, at: int) -> bool:
    """Tell whether a match at this place is not the inside of another word of a script without prefixes."""
    if at == 0 or not (text[at - 1].isalnum() and text[at].isalnum()):
        return True
    return not unicodedata.name(text[at], "").startswith(PREFIXLESS)
