"""The HTML page of a reading: self-contained, inert, and saying that nobody confirmed it."""

import re
from html.parser import HTMLParser

import pytest

from witnessmark.reading.audience import to_whom
from witnessmark.reading.page import html_page
from witnessmark.reading.reader import read_bytes

STORY = "The talks went on in the old town hall for most of the day, and nobody was let in.\n\n"
HOSTILE = STORY + (
    "Maria Lopez said “<script>alert(1)</script> & <img src=x onerror=alert(1)>” was on the wall.\n\n"
    "The mayor\u202e said the gate was closed.\n"
)
VOID = {"meta", "br", "img", "link", "input", "hr"}


class Nesting(HTMLParser):
    """Collects tags and attributes, and fails on tags that do not nest."""

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.attributes, self.ids, self.links = [], set(), set(), [], []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value)
            if name == "href":
                self.links.append(value)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def reading_of(text, **more):
    return read_bytes(text.encode(), media_type="text/plain", **more)


def parsed(page):
    parser = Nesting()
    parser.feed(page)
    assert parser.open == []
    return parser


def test_hostile_text_is_shown_and_never_obeyed():
    page = html_page([reading_of(HOSTILE)])
    parser = parsed(page)
    assert not parser.tags & {"script", "img", "iframe", "object", "embed", "form", "link", "base"}
    assert not any(name.startswith("on") or name in {"style", "src"} for name in parser.attributes)
    assert "&lt;script&gt;" in page
    assert "\u202e" not in page
    assert "U+202E" in page


def test_the_page_loads_nothing_and_its_policy_says_so():
    page = html_page([reading_of(STORY)])
    assert re.search(r"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-", page)
    assert not re.search(r"https?://|@import|url\(", page)


def test_every_link_leads_to_a_place_on_the_page():
    parser = parsed(html_page([reading_of(HOSTILE), reading_of(HOSTILE)]))
    assert len(parser.ids) == len(set(parser.ids))
    assert {link.removeprefix("#") for link in parser.links} <= set(parser.ids)


def test_the_page_says_that_nobody_confirmed_it():
    assert "Machine proposals; nobody has confirmed them." in html_page([reading_of(STORY)])


def test_furniture_is_folded_with_label_and_reason_not_deleted():
    page = html_page([reading_of("Advertisement\n\n" + STORY)])
    assert re.search(
        r"<details class=\"furniture\">.*?<b>advertisement</b>.*?Advertisement.*?<small>.+?</small>", page, re.DOTALL
    )


def test_a_right_to_left_text_is_set_right_to_left():
    page = html_page([reading_of("قال المتحدث باسم الوزارة: «هذا كذب محض».\n")])
    assert 'lang="ar" dir="rtl"' in page


def test_an_unresolved_speaker_and_an_unowned_number_are_named_as_such():
    page = html_page([reading_of(STORY + "“The gate was closed at noon,” she said. At least 40 people left.\n")])
    assert "<em>unresolved</em>" in page
    assert "<em>unattributed</em>" in page


@pytest.mark.parametrize("text", ["", "\n", "A"])
def test_a_text_without_statements_still_makes_a_page(text):
    parsed(html_page([reading_of(text or " ")]))


def test_listeners_and_occasions_are_told_apart():
    assert [to_whom(words) for words in ("reporters outside the hall", "at a news briefing", "Inside the court")] == [
        "to ",
        "",
        "",
    ]
