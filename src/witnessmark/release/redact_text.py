"""Redaction of text by passage, with a map that moves every anchor to its place in the redacted text."""

import re
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

#: Letters that one keyboard gives for another's, and that look the same in words.
LOOK_ALIKE: Final = str.maketrans("ىیکڪھہ", "ييككهه")
CYRILLIC_LETTER: Final = "[\u0400-\u052f]"
CYRILLIC: Final = re.compile(f"{CYRILLIC_LETTER}+")
#: Last letters that give way to the endings of cases.
MOVING_ENDS: Final = "аеёиоуыэюяйь"
SHORTEST_DECLINED: Final = 4


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
    haystack, owners = alike(folded.text)
    needle = alike(fold(words).text.strip())[0]
    found = []
    for match in re.finditer(f"(?=({any_ending(needle)}))", haystack) if needle else ():
        start, end = match.span(1)
        if begins_word(haystack, start):
            found.append(folded.original_span(owners[start], owners[end - 1] + 1))
    return found


def alike(text: str) -> tuple[str, list[int]]:
    """Return the text with every code point in one compatible form, and the index of the code point each came from.

    Presentation forms, full-width letters and ligatures become letters; the yehs, kafs and hehs of Arabic, Persian and
    Uyghur keyboards, which look the same, become one.
    """
    if text.isascii():
        return text.lower(), list(range(len(text)))
    chars: list[str] = []
    owners: list[int] = []
    for index, char in enumerate(text):
        same = lowered(unicodedata.normalize("NFKC", char)).translate(LOOK_ALIKE)
        chars.append(same)
        owners += [index] * len(same)
    return "".join(chars), owners


def any_ending(needle: str) -> str:
    """Return a pattern for folded words; Cyrillic ones are met in any case of their declension."""
    return "".join(declined(part) for part in re.split(r"(\W+)", needle))


def declined(word: str) -> str:
    """Return a pattern for one word: a Cyrillic one with its last vowel or sign free and up to three letters more."""
    if len(word) < SHORTEST_DECLINED or not CYRILLIC.fullmatch(word):
        return re.escape(word)
    stem = word[:-1] if word[-1] in MOVING_ENDS else word
    return rf"{re.escape(stem)}{CYRILLIC_LETTER}{{0,3}}"


def lowered(text: str) -> str:
    """Return the text in lower case, code point by code point, so that offsets stay."""
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def begins_word(text: str, at: int) -> bool:
    """Tell whether a match at this place is not the inside of another word of a script without prefixes."""
    if at == 0 or not (text[at - 1].isalnum() and text[at].isalnum()):
        return True
    return not unicodedata.name(text[at], "").startswith(PREFIXLESS)
