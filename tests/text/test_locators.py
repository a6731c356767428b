"""Places in texts that have no segments: plain text and Markdown."""

import pytest

from witnessmark.evidence.text import Segment, Text, Tool
from witnessmark.text.locators import parse_locator
from witnessmark.text.passages import find_segment

BLOCKS = "First block,\nbroken to a\nwidth.\n\nSecond block.\n \t\n\nThird\nblock.\n\nFourth block.\n"
LINES = "One line a paragraph.\nThe second is here.\n“And the third?”\nThe last has no end"
MARKDOWN = "# Report\n\nFirst words.\n\n## Part\n\nSecond words.\n\n---\n\n* a list\n* of two\n"
NUMBERED = "Summary\n\n11. The eleventh.\n\n12. The twelfth,\nover two lines.\n\n[13] The thirteenth.\n"


def words_at(content, locator, *segments):
    text = Text(
        id="T1", item="E1", kind="decoded", tool=Tool(name="t", version="1"), content=content, segments=segments
    )
    segment = find_segment(text, locator)
    return None if segment is None else content[segment.start : segment.end]


@pytest.mark.parametrize(
    ("content", "locator", "words"),
    [
        (BLOCKS, "para. 4", "Fourth block.\n"),
        (BLOCKS, "¶ 1", "First block,\nbroken to a\nwidth."),
        (BLOCKS, "paras. 2–3", "Second block.\n \t\n\nThird\nblock."),
        (BLOCKS, "第2段", "Second block."),
        (BLOCKS, "§ 5", None),
        (BLOCKS.replace("\n", "\r\n"), "para 2", "Second block."),
        (LINES, "para. 2", "The second is here."),
        (LINES, "para. 4", "The last has no end"),
        ("One sentence that is\nbroken to a width and\nends here.", "para. 2", None),
        ("一段。\n二段。\n三段。", "第3段", "三段。"),
        (MARKDOWN, "para. 2", "Second words."),
        (MARKDOWN, "para. 3", "* a list\n* of two\n"),
        (NUMBERED, "para. 12", "12. The twelfth,\nover two lines."),
        (NUMBERED, "para. 13", "[13] The thirteenth.\n"),
        (NUMBERED, "para. 1", None),
        ("", "para. 1", None),
    ],
)
def test_paragraphs_are_found_in_the_content(content, locator, words):
    assert words_at(content, locator) == words


@pytest.mark.parametrize(
    ("locator", "words"),
    [
        ("line 1", "a"), ("line 3", "c"), ("lines 3-5", "c\n\ne"), ("ll. 3–5", "c\n\ne"), ("l. 5", "e"), ("第3行", "c"),
        ("строка 5", "e"), ("line 4", None), ("line 6", None), ("row 3", None), ("p. 1", None), ("slide 1", None),
    ],
)  # fmt: skip
def test_lines_are_counted_as_an_editor_counts_them(locator, words):
    assert words_at("a\nb\nc\n\ne", locator) == words


def test_pages_end_with_a_form_feed():
    assert words_at("one\n\ftwo\n\fthree", "p. 2") == "two\n"
    assert words_at("one\n\ftwo\n\fthree", "pp. 2-3") == "two\n\fthree"


def test_the_lines_of_a_mail_are_those_of_its_body():
    content = "From: a\nTo: b\n\nDear all.\n\nNo."
    segments = (Segment(kind="header", start=0, end=13), Segment(kind="body", start=15, end=len(content)))
    assert words_at(content, "para. 2", *segments) == "No."
    assert words_at(content, "line 1", *segments) == "Dear all."


@pytest.mark.parametrize("words", ["", "7", "para.", "somewhere 4", "p. 0", "p. 9-7", "page 7 of 9", "p. -1"])
def test_what_has_not_the_form_of_a_locator_says_nothing(words):
    assert parse_locator(words) is None
