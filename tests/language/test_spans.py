"""Whatever the text, spans are exact, in order, and do not overlap; sentences cover everything but white space."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from witnessmark.evidence.dates import PartialDate
from witnessmark.language.dates import find_dates
from witnessmark.language.hedges import find_hedges
from witnessmark.language.identify import identify
from witnessmark.language.names import find_names
from witnessmark.language.quantities import find_quantities
from witnessmark.language.sentences import split_sentences

ANCHOR = PartialDate(value="2022-08-31")
PIECES = (
    "May", "may", "31", "August", "2022", "at least", "two hundred", "and", "million", "people", "between", "to", "–", "-", "Tuesday", ",", ".",
    "Mr.", "U.N.", "said", "\n", "“", "”", '"', "last", "next", "week", "five", "years", "ago", "11:47", "p.m.", "GMT", "$", "%", "1,200", "1.2",
    "Zhang Jun", "Ministry", "of", "Convention against Torture", "至少三千名", "2022年8月31日", "٣١ أغسطس ٢٠٢٢", "31 августа", "8-ئاينىڭ 31-كۈنى",
    "\u00a0", "\u200b", "\u202e", "\ud800", "9999", "late", "the", "every", "hundreds of thousands", "0", "(", ")", "İ", "ß",
)  # fmt: skip
TEXTS = st.one_of(
    st.text(alphabet=st.characters(), max_size=80),
    st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.integers(min_value=0, max_value=1000))
@example("0%一", 0)
@example("B\xa0B", 0)
def test_every_mention_stands_where_it_says(text, base):
    mentions = (
        find_dates(text, anchor=ANCHOR, base=base),
        find_quantities(text, base=base),
        find_names(text, base=base),
        find_hedges(text, base=base),
    )
    for found in mentions:
        end = base
        for one in found:
            assert end <= one.start < one.end
            assert text[one.start - base : one.end - base] == one.words
            end = one.end


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_sentences_cover_the_text(text):
    end, covered = 0, []
    for start, stop in split_sentences(text):
        assert end <= start < stop
        assert text[end:start].strip() == ""
        covered.append(text[start:stop])
        assert covered[-1] == covered[-1].strip()
        end = stop
    assert text[end:].strip() == ""


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_any_string_can_be_identified(text):
    assert identify(text).direction in {"ltr", "rtl"}


HOSTILE = {
    "quotation marks": '"', "full stops": ".", "short words": "a. ", "spaces": " ", "letters": "x", "capitals": "Abc ", "digits": "1",
    "grouped digits": "111 ", "months": "May ", "last": "last ", "millions": "million ", "numerals": "千", "Arabic letters": "ا",
    "surrogates": "\ud800", "nul": "\0", "dashes": "1-", "laws": "Law of A, ", "weekdays": "Monday, ", "years": "5 year ",
}  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_no_faster_than_the_text(piece):
    short, long = (_seconds(piece * size) for size in (1_000, 8_000))
    # eight times the text; quadratic time would be sixty-four times as long
    assert long < 24 * short + 0.1


def _seconds(text):
    begin = time.process_time()
    find_dates(text, anchor=ANCHOR)
    find_quantities(text)
    find_names(text)
    find_hedges(text)
    split_sentences(text)
    identify(text)
    return time.process_time() - begin


def test_a_hundred_thousand_quotation_marks_and_one_long_line_are_read():
    assert len(split_sentences('"' * 100_000)) == 1
    assert len(split_sentences("word " * 1_000_000)) == 1
