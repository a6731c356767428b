"""Whose numbers stand in a letter or report that speaks for itself. All texts are invented."""

import pytest

from witnessmark.evidence.text import Segment
from witnessmark.reading.authors import author_of
from witnessmark.reading.reader import read_bytes

MAIL = b"""From: "Halva Legal Aid" <office@halva.example>
To: desk@courier.example
Date: Mon, 5 May 2031 10:00:00 +0000
Subject: Our clients

Dear editor,

We represent 14 families of Orsa. We ask you to correct the story by Friday. The mayor said 30 people left.
"""
LETTER = """Dear Mr Hale,

We counted 14 families of Orsa at the camp. The mayor said 30 people left.

Yours faithfully

Nadia Fell, director
"""
STORY = (
    "ORSA - Some 14 families left Orsa on Monday.\n\nThe mayor said 30 people stayed. “We found 9 tents,” she said.\n"
)
REPORT = "Empty Rooms\n\nA report by the Reed Valley Watch\n\nThis report rests on 41 interviews.\n"
PAGES = (Segment(kind="page", start=0, end=len(REPORT), label="p. 1"),)


def owners(data, media_type):
    return [(each.words, each.owner) for each in read_bytes(data, media_type=media_type).quantities]


def test_a_number_of_a_mail_is_its_senders_unless_somebody_is_quoted():
    assert owners(MAIL, "message/rfc822") == [("14 families", "Halva Legal Aid"), ("30 people", "mayor")]


def test_we_of_a_mail_are_its_sender():
    said = read_bytes(MAIL, media_type="message/rfc822").statements
    assert [each.speaker for each in said] == ["Halva Legal Aid", "mayor"]


def test_a_letter_without_headers_is_its_signers():
    assert owners(LETTER.encode(), "text/plain") == [("14 families", "Nadia Fell"), ("30 people", "mayor")]


def test_a_news_story_has_no_author_whose_numbers_they_are():
    assert author_of(STORY, (Segment(kind="page", start=0, end=len(STORY)),), {"Author": "Ines Vall"}) == ""
    assert owners(STORY.encode(), "text/plain")[0] == ("Some 14 families", "")


@pytest.mark.parametrize(
    ("metadata", "author"), [({}, "Reed Valley Watch"), ({"Author": "Watch Trust"}, "Watch Trust"), ({"Author": "x"}, "Reed Valley Watch")]
)  # fmt: skip
def test_a_report_is_of_the_body_its_metadata_or_its_imprint_names(metadata, author):
    assert author_of(REPORT, PAGES, metadata) == author


def test_a_report_without_imprint_is_of_the_name_on_its_title_page_that_did_the_work():
    title = "Empty Rooms\nReed Valley Watch\nMay 2031\n\n"
    said = title + "This report rests on much. Reed Valley Watch interviewed 41 people.\n"
    assert author_of(said, PAGES, {}) == "Reed Valley Watch"
    assert author_of(title + "This report rests on much.\n", PAGES, {}) == ""


def test_a_text_that_is_empty_has_no_author():
    assert author_of("", (), {}) == ""
