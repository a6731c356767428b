"""The fingerprint of a reading: the sequence of its quotations, numbers and names, and its dates."""

from bisect import bisect_right

from witnessmark.evidence.reading import STORY_LABELS, QuantityMention, Reading
from witnessmark.evidence.text import Fingerprint
from witnessmark.text.fingerprint import fingerprint


def _valued(number: QuantityMention) -> str:
    """A number as it is the same in any language and script: its value or its ends, else its words."""
    values = [one for one in (number.low, number.value, number.high) if one is not None]
    return " ".join(f"{one:.15g}" for one in dict.fromkeys(values)) or number.words


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
        numbers=[_valued(number) for number in reading.quantities if in_story(number.start)],
        names=[name.words for name in reading.names if in_story(name.start)],
        dates=tuple(
            mention.date
            for mention in reading.dates
            if mention.date is not None and mention.date.precision != "unknown" and in_story(mention.start)
        ),
        language=reading.language,
    )
