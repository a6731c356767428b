"""The time expressions of a reading as TIMEX3 has them: for those who index or score, beside the dates to reckon with."""

from bisect import bisect_right

from witnessmark.evidence.reading import STORY_LABELS, Line, Reading
from witnessmark.language.timexes import Timex, find_timexes
from witnessmark.reading.captions import own_date


def timexes_of(reading: Reading) -> tuple[Timex, ...]:
    """Return every time expression of the story in order; offsets are code points into the reading's Text.

    Values count from the publication date, in a caption with a date of its own from that one (TimeML 1.2.1, the anchor).
    """
    story = [line for line in reading.lines if line.label in STORY_LABELS]
    text = reading.text.content[: max((line.end for line in story), default=0)]
    found = [
        each for each in find_timexes(text, anchor=reading.published, language=reading.language) if _line(story, each)
    ]
    for line in story:
        own = own_date(line, reading.dates) if line.label == "caption" else None
        if own is None:
            continue
        inside = find_timexes(text[line.start : line.end], anchor=own.date, language=reading.language, base=line.start)
        found = [each for each in found if not line.start <= each.start < line.end] + inside
    return tuple(sorted(found, key=lambda each: each.start))


def _line(story: list[Line], each: Timex) -> Line | None:
    """The line of the story that an expression stands in."""
    at = bisect_right(story, each.start, key=lambda line: line.start) - 1
    return story[at] if at >= 0 and each.start < story[at].end else None
