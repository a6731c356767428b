import pytest
from hypothesis import given
from hypothesis import strategies as st

from witnessmark.evidence.text import Segment, Text, Tool
from witnessmark.text.errors import SpanError, WithheldTextError
from witnessmark.text.passages import context_of, find_segment, make_passage, resolve_passage

TOOL = Tool(name="test", version="1")
PAGES = tuple(Segment(kind="page", start=i, end=i + 1, label=f"p. {i + 3}") for i in range(4))
ROWS = tuple(Segment(kind="row", start=i, end=i + 1) for i in range(4))


def text_of(content, **fields):
    return Text(id="T1", item="E1", kind="decoded", tool=TOOL, content=content, **fields)


def test_a_passage_keeps_its_words_and_what_stands_around_them():
    passage = make_passage(text_of("a" * 40 + "WORDS" + "b" * 40), 40, 45)
    assert (passage.quote, passage.prefix, passage.suffix) == ("WORDS", "a" * 32, "b" * 32)


@given(st.text(min_size=1, max_size=30), st.data())
def test_a_passage_resolves_to_where_it_was_made(content, data):
    start = data.draw(st.integers(0, len(content) - 1))
    end = data.draw(st.integers(start + 1, len(content)))
    text = text_of(content)
    assert resolve_passage(make_passage(text, start, end), text) == (start, end)


@pytest.mark.parametrize("span", [(0, 0), (-1, 2), (2, 1), (0, 99)])
def test_a_span_outside_the_text_or_empty_is_refused(span):
    with pytest.raises(SpanError, match="expected"):
        make_passage(text_of("words"), *span)


def test_a_passage_is_refused_when_the_text_reads_otherwise_now():
    passage = make_passage(text_of("the 114 women"), 4, 7)
    with pytest.raises(SpanError, match="114"):
        resolve_passage(passage, text_of("the 115 women"))


def test_a_passage_of_another_text_is_refused():
    passage = make_passage(text_of("words"), 0, 5)
    with pytest.raises(SpanError, match="another text"):
        resolve_passage(passage, Text(id="T2", item="E1", kind="decoded", tool=TOOL, content="words"))


def test_a_withheld_text_says_why():
    with pytest.raises(WithheldTextError, match="internal only"):
        make_passage(text_of("", withheld="internal only"), 0, 1)


@pytest.mark.parametrize(
    ("locator", "start"),
    [("p. 4", 1), ("P.4", 1), ("pp. 4-5", 1), ("page 4", 1), ("стр. 4", 1), ("第4页", 1), ("ص 4", 1)],
)
def test_a_page_is_found_by_the_number_it_bears(locator, start):
    assert find_segment(text_of("wxyz", segments=PAGES), locator).start == start


@pytest.mark.parametrize(("locator", "start"), [("row 2", 1), ("rows 2–3", 1), ("line 4", 3)])
def test_segments_without_numbers_are_counted_from_one(locator, start):
    assert find_segment(text_of("wxyz", segments=ROWS), locator).start == start


@pytest.mark.parametrize("locator", ["", "p. 99", "row 9", "somewhere", "p.", "para. 1", "7"])
def test_a_locator_that_names_nothing_finds_nothing(locator):
    assert find_segment(text_of("wxyz", segments=PAGES + ROWS), locator) is None


@pytest.mark.parametrize(
    ("locator", "words"),
    [("pp. 4–5", "xy"), ("pp. 4-6", "xyz"), ("p. 4 to 5", "xy"), ("第4-5页", "xy"), ("rows 2-3", "xy")],
)
def test_a_range_runs_from_its_first_to_its_last(locator, words):
    segment = find_segment(text_of("wxyz", segments=PAGES + ROWS), locator)
    assert "wxyz"[segment.start : segment.end] == words


@pytest.mark.parametrize("locator", ["pp. 4-99", "pp. 5-4", "pp. 1-4", "p. 0"])
def test_a_range_that_leaves_the_text_names_nothing(locator):
    assert find_segment(text_of("wxyz", segments=PAGES), locator) is None


def test_the_end_of_a_range_may_be_shortened():
    pages = tuple(Segment(kind="page", start=i, end=i + 1, label=f"p. {i + 111}") for i in range(4))
    segment = find_segment(text_of("wxyz", segments=pages), "pp. 112–13")
    assert (segment.start, segment.end) == (1, 3)


@pytest.mark.parametrize("locator", ["para. 2", "¶ 2", "§2"])
def test_a_list_item_called_a_paragraph_is_found_as_one(locator):
    blocks = (
        Segment(kind="paragraph", start=0, end=2, label="para. 1"),
        Segment(kind="item", start=2, end=4, label="para. 2"),
    )
    assert find_segment(text_of("wxyz", segments=blocks), locator) == blocks[1]


def test_a_label_is_a_locator():
    named = Segment(kind="part", start=0, end=2, label="Annex II")
    assert find_segment(text_of("wxyz", segments=(named,)), "annex  ii") == named


def test_context_is_cut_at_words():
    assert context_of("one two three FOUR five six seven", 14, 18, width=8) == ("three ", " five")
