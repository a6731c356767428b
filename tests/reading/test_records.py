"""A reading in the terminal."""

import io

from rich.console import Console

from witnessmark.reading.reader import read_bytes
from witnessmark.reading.terminal import show, show_copies

TEXT = (
    "Advertisement\n\nThe talks went on in the old town hall for most of the day, and nobody was let in.\n\n"
    "“At least 40 people were there on 3 May 2031,” Maria Lopez told reporters. \x1b[31m\u202e\n"
)


def reading():
    return read_bytes(TEXT.encode(), media_type="text/plain", name="page.txt")


def printed(function, *values):
    out = io.StringIO()
    function(*values, Console(file=out, width=120, force_terminal=False))
    return out.getvalue()


def test_the_terminal_shows_story_removed_lines_and_whose_number():
    text = printed(show, reading())
    assert "removed, advertisement" in text
    assert "Maria Lopez" in text
    assert "nobody has confirmed" in text


def test_the_terminal_is_not_steered_by_the_text():
    text = printed(show, reading())
    assert "\x1b[31m" not in text
    assert "\u202e" not in text
    assert "<U+202E>" in text


def test_the_terminal_says_that_nothing_was_copied():
    assert "Nothing suggests" in printed(show_copies, [reading()], ["page.txt"])
