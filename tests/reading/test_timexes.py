"""The time expressions of a whole reading: those of the story alone, a caption's counted from its own date."""

import pytest

from witnessmark.evidence.dates import PartialDate
from witnessmark.evidence.reading import Line, Reading
from witnessmark.evidence.text import Text, Tool
from witnessmark.language.dates import find_dates
from witnessmark.reading.timexes import timexes_of

FRIDAY = PartialDate(value="2013-03-22")
BODY = "He fled on Thursday and is now abroad."
CAPTION = "The gate yesterday, Aug 25, 2012"
PROMPT = "Subscribe today!"


def reading(*lines):
    content, made = "", []
    for label, words in lines:
        made.append(Line(start=len(content), end=len(content) + len(words), label=label, reason="given"))
        content += words + "\n"
    tool = Tool(name="test", version="1", options="")
    text = Text(id="T1", item="A1", kind="decoded", tool=tool, content=content, sha256="", language="en")
    return Reading(
        text=text,
        tool=tool,
        language="en",
        published=FRIDAY,
        lines=tuple(made),
        dates=tuple(find_dates(content, anchor=FRIDAY)),
    )


def told(*lines):
    return [(each.words, each.value) for each in timexes_of(reading(*lines))]


def test_references_are_told_beside_dates():
    assert told(("story", BODY)) == [("Thursday", "2013-03-21"), ("now", "PRESENT_REF")]


def test_a_caption_with_its_own_date_is_counted_from_it():
    assert told(("caption", CAPTION)) == [("yesterday", "2012-08-24"), ("Aug 25, 2012", "2012-08-25")]


def test_furniture_has_none():
    assert told(("newsletter", PROMPT), ("story", BODY), ("advertisement", PROMPT)) == told(("story", BODY))
    assert told(("newsletter", PROMPT)) == []


def test_offsets_point_into_the_text():
    whole = reading(("headline", "Minister flees"), ("story", BODY))
    assert all(whole.text.content[each.start : each.end] == each.words for each in timexes_of(whole))


@pytest.mark.parametrize("lines", [(), (("story", ""),)])
def test_nothing_has_none(lines):
    assert timexes_of(reading(*lines)) == ()
