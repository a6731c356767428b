"""The fingerprint of a reading: the sequence of its quotations, numbers and names, and its dates."""

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import Final

from witnessmark.evidence.reading import STORY_LABELS, Reading
from witnessmark.evidence.text import Fingerprint
from witnessmark.language.numerals import find_numerals
from witnessmark.text.fingerprint import fingerprint
from witnessmark.text.scripts import script_of

#: Scripts in which the reader tells no names apart.
_UNREAD: Final = frozenset({"Cyrl", "Arab"})
_WORDS: Final = re.compile(r"[^\W\d_]{3,}")
_MOST_WORDS: Final = 160


def _figures(reading: Reading, inside: Callable[[int], bool]) -> list[str]:
    """The numbers of the story by value, in order: the same in any language and script; days and years are no figures."""
    dated = [(mention.start, mention.end) for mention in reading.dates]
    return [
        f"{one.value:.15g}"
        for one in find_numerals(reading.text.content)
        if one.value is not None and one.value > 1 and inside(one.start)
        and not any(start <= one.start < end for start, end in dated)
    ]  # fmt: skip


def _called(reading: Reading, inside: Callable[[int], bool]) -> list[str]:
    """The names of the story; in scripts in which none are told apart, the words that may be one."""
    names = [name.words for name in reading.names if inside(name.start)]
    script = script_of(reading.text.content)
    if names or script not in _UNREAD:
        return names
    words = (match for match in _WORDS.finditer(reading.text.content) if inside(match.start()))
    kept = [match[0] for match in words if script != "Cyrl" or match[0][0].isupper()]
    return list(dict.fromkeys(kept))[:_MOST_WORDS]


def fingerprint_of(reading: Reading) -> Fingerprint:
    """Return what can be said of a reading without its words, so that reworded copies can be found.

    Only story lines count: two pages of one site share their furniture without sharing an origin.
    """
    content = reading.text.content
    story = [(line.start, line.end) for line in reading.lines if line.label in STORY_LABELS]
    kept = "\n".join(content[start:end] for start, end in story)

    starts = [start for start, _ in story]

    def in_story(start: int) -> bool:
        """Tell whether an offset lies in a line of the story."""
        line = bisect_right(starts, start) - 1
        return line >= 0 and start < story[line][1]

    return fingerprint(
        kept,
        quotations=[
            content[start:end]
            for statement in reading.statements
            if statement.kind != "indirect"
            for start, end in statement.content
        ],
        numbers=_figures(reading, in_story),
        names=_called(reading, in_story),
        dates=tuple(
            mention.date
            for mention in reading.dates
            if mention.date is not None and mention.date.precision != "unknown" and in_story(mention.start)
        ),
        language=reading.language,
    )
