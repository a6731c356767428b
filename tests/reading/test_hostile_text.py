"""Hostile and broken text: bounded, never a crash, and saying what was not read."""

import time

import pytest

from witnessmark.reading.reader import MOST_READ, read_bytes

HOSTILE = {
    "marks": '"',
    "opening marks": "“a ",
    "apostrophes": "'a ",
    "one line": "The minister said that the road was open and would be closed again tomorrow, he added. ",
    "all caps": "SHE SAID THE ROAD WAS CLOSED AND HE SAID NO ",
    "commas": "a, ",
    "verbs": "said ",
    "paragraphs that open only": "“open and never closed\n\n",
    "controls": "\x00\x01\u202e",
    "relative clauses": "Ann Lee, who met Bo Tan, said he said she said they said. ",
}


def seconds(text):
    began = time.process_time()
    read_bytes(text.encode(), media_type="text/plain")
    return time.process_time() - began


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_with_length_and_not_with_its_square(piece):
    small = min(seconds(piece * (10_000 // len(piece))) for _ in range(2))
    large = seconds(piece * (80_000 // len(piece)))
    # Eight times the text: a linear reader needs about eight times as long, a quadratic one sixty-four times.
    assert large < 24 * small + 0.2


def test_beyond_the_cap_a_text_is_kept_and_said_to_be_unread():
    text = "word " * (MOST_READ // 5) + "\n\nMaria Lopez said the gate was closed.\n"
    reading = read_bytes(text.encode(), media_type="text/plain")
    assert reading.text.content == text
    assert reading.statements == ()
    assert any("1,000,000" in words for words in reading.unsupported)


@pytest.mark.parametrize(
    "text",
    [
        "”",
        "“",
        '"',
        "said",
        ", said",
        "“”",
        "“” said “”",
        "said: ",
        "according to",
        "X:",
        "\ufeff",
        "said that",
        "he " * 50,
        "'" * 9,
    ],
)
def test_fragments_do_not_break_the_reader(text):
    for each in read_bytes((text + "\n").encode(), media_type="text/plain").statements:
        assert each.content
