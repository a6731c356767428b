import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from witnessmark.text.fold import fold

MESSY = st.text(
    alphabet=st.sampled_from("abAB19 \n\t\r-—–−“”'’\u00ad\u200b\u200f\u0640\u00a0\u3000中国三ée\u0301ئا\u0655ё."),
    max_size=60,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("a  b\n\nc\td", "a b c d"),
        ("inter-\nnational", "international"),
        ("Anglo-\nSaxon", "Anglo-Saxon"),
        ("10-\n12", "10- 12"),
        ("so\u00adft hy\u00ad\nphen", "soft hyphen"),
        ("“a” ‘b’ «c» 「d」", '"a" \'b\' "c" "d"'),
        ("a – b — c -- d—e", "a - b - c - d - e"),
        ("−5 ‐ ‑", "-5 - -"),
        ("e\u0301\u200b", "é"),
        ("كتـــاب", "كتاب"),
        ("中国\n政府", "中国政府"),
        ("三十\n五", "三十 五"),
        ("中国 政府", "中国 政府"),
        ("oﬃce  ﬁre ﬂat oﬀ ﬄ", "office fire flat off ffl"),
        ("of-\nﬁce ﬁ-\nre", "office fire"),
        ("", ""),
        ("plain words", "plain words"),
    ],
)
def test_presentation_is_folded(text, folded):
    assert fold(text).text == folded


@pytest.mark.parametrize(
    "pair",
    [
        "re-sign resign",
        "114 14",
        "１４ 14",
        "١٤ 14",
        "Men men",
        "всё все",
        "ئايال ايال",
        "أ ا",
        "１，０００ 1,000",
        "³ 3",
        "ſo so",
        "Ĳ IJ",
        "營 营",
        "3.5 3,5",
        "-5 5",
    ],
)
def test_what_carries_meaning_is_never_folded(pair):
    one, other = pair.split(" ")
    assert fold(one).text != fold(other).text


@given(MESSY)
def test_folding_twice_changes_nothing_more(text):
    once = fold(text).text
    if "--" not in once:  # two hyphens with something invisible between them become a typed dash
        assert fold(once).text == once


@given(MESSY)
def test_the_map_covers_the_original_in_order(text):
    folded = fold(text)
    assert len(folded.starts) == len(folded.ends) == len(folded.text)
    spans = list(zip(folded.starts, folded.ends, strict=True))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in pairwise(spans))


@given(MESSY)
def test_letters_and_digits_come_through_unchanged_but_for_composition(text):
    kept = [c for c in fold(text).text if c.isalnum()]
    given_ = [
        c
        for c in unicodedata.normalize(
            "NFC", text.replace("\u200b", "").replace("\u00ad", "").replace("\u200f", "").replace("\u0640", "")
        )
        if c.isalnum()
    ]
    assert kept == given_


@given(MESSY, st.integers(0, 60), st.integers(1, 20))
def test_a_folded_span_folds_to_itself_from_the_original(text, start, size):
    folded = fold(text)
    end = min(start + size, len(folded.text))
    words = folded.text[start:end].strip()
    if words and start < end and words.isalnum():
        at = folded.text.index(words, start)
        low, high = folded.original_span(at, at + len(words))
        assert fold(text[low:high]).text == words


def test_a_stretch_of_a_longer_text_maps_to_the_longer_text():
    text = "one  two\nthree  four"
    part = fold(text[5:], origin=5)
    at = part.text.index("three")
    low, high = part.original_span(at, at + 5)
    assert text[low:high] == "three"


def test_a_span_that_holds_a_ligature_maps_to_the_sign_in_the_original():
    text = "an  oﬃce ﬁre"
    folded = fold(text)
    at = folded.text.index("office")
    low, high = folded.original_span(at, at + 6)
    assert text[low:high] == "oﬃce"
    assert "ligature" in folded.notes


def test_what_was_folded_is_named():
    assert set(fold("“a”  b\u00adc كتـاب d\u200be-\nf").notes) == {
        "quotation marks", "white space", "soft hyphen", "tatweel", "zero-width characters", "line-break hyphen",
    }  # fmt: skip
