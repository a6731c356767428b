import pytest
from hypothesis import given
from hypothesis import strategies as st

from witnessmark.evidence.text import Segment
from witnessmark.release.redact_text import Cut, cuts_for, occurrences, redact_text
from witnessmark.release.redaction import Redaction

NAME = Redaction(label="name", quote="Amina Karim")


def redacted(content, *redactions):
    return redact_text(content, cuts_for(content, redactions))


def test_words_give_way_to_a_bar_and_a_label():
    assert redacted("I saw Amina Karim there.", NAME).content == "I saw █████ [redacted: name] there."


def test_the_length_of_the_bar_does_not_tell_the_length_of_the_words():
    short, long = Redaction(label="name", quote="Li"), Redaction(label="name", quote="Abdurehim Tursun-Mamut")
    assert redacted("Li", short).content == redacted("Abdurehim Tursun-Mamut", long).content


def test_every_occurrence_goes_whatever_its_case_line_break_or_soft_hyphen():
    content = "AMINA KARIM, Amina\n  Karim, Ami\u00adna Ka\u200brim and amina karim's house"
    assert "rim" not in redacted(content, NAME).content.casefold()


def test_endings_and_arabic_prefixes_do_not_save_a_name():
    assert "أمينة" not in redacted("قالت لأمينة ثم", Redaction(label="n", quote="أمينة")).content
    assert "ئامىنە" not in redacted("ئامىنەنىڭ ئۆيى", Redaction(label="n", quote="ئامىنە")).content
    assert "阿米娜" not in redacted("他见到阿米娜了", Redaction(label="n", quote="阿米娜")).content


def test_another_latin_word_with_the_letters_inside_it_stays():
    assert occurrences("a banana for Ana", "Ana") == [(13, 16)]


def test_a_span_after_a_cut_moves_with_its_words():
    content = "Amina Karim said: they came at night."
    start = content.index("they")
    after = redacted(content, NAME)
    begin, end = after.moved(start, start + 4)
    assert after.content[begin:end] == "they"


def test_a_span_that_reaches_into_a_cut_takes_the_whole_placeholder():
    content = "x Amina Karim y"
    after = redacted(content, NAME)
    begin, end = after.moved(4, 6)
    assert after.content[begin:end] == "█████ [redacted: name]"


def test_touching_cuts_become_one():
    after = redact_text("abcdef", [Cut(start=2, end=4, label="b"), Cut(start=1, end=2, label="a")])
    assert after.content == "a█████ [redacted: a]ef"


def test_segments_keep_their_words():
    content = "Amina Karim\n\nsecond block"
    moved = redacted(content, NAME).moved_segments([Segment(kind="paragraph", start=13, end=25, label="para. 2")])
    assert redacted(content, NAME).content[moved[0].start : moved[0].end] == "second block"


@given(st.text("ab \nم中", max_size=60), st.data())
def test_what_lies_outside_the_cuts_is_found_again_at_its_moved_place(content, data):
    places = st.integers(0, len(content))
    pairs = data.draw(st.lists(st.tuples(places, places), max_size=4))
    cuts = [Cut(start=min(p), end=max(p), label="x") for p in pairs if p[0] != p[1]]
    after = redact_text(content, cuts)
    inside = {index for cut in after.cuts for index in range(cut.start, cut.end)}
    for index in set(range(len(content))) - inside:
        begin, end = after.moved(index, index + 1)
        assert after.content[begin:end] == content[index]


@pytest.mark.parametrize(
    "written",
    [
        "\ufe97\ufeee\ufead\ufecf\ufe8e\ufef1",
        "تورغاى",
        "تورغای",
        "تورغاي",
    ],
)
def test_an_arabic_name_is_met_in_every_keyboards_letters(written):
    assert occurrences(f"قال {written} ثم", "تورغاي") == [(4, 10)]


@pytest.mark.parametrize("written", ["Торгая", "Торгаем", "Торгаю", "ТОРГАЙ"])
def test_a_cyrillic_name_is_met_in_every_case_and_goes_with_its_ending(written):
    content = f"видели {written} там"
    assert redacted(content, Redaction(label="n", quote="Торгай")).content == "видели █████ [redacted: n] там"


def test_both_words_of_a_cyrillic_name_may_be_declined():
    content = "говорил с Айнисой Торгай вчера"
    assert "Айнис" not in redacted(content, Redaction(label="n", quote="Айниса Торгай")).content


def test_full_width_letters_and_ligatures_are_met():
    assert occurrences("ｕｎｄ Ａｍｉｎａ", "Amina") == [(4, 9)]
    assert occurrences("the Oﬃce", "Office") == [(4, 8)]
