import pytest

from witnessmark.text.analyser import tokens


def test_words_are_stemmed_where_the_language_has_a_stemmer():
    assert tokens("The detained women", "en") == tokens("the DETAINING women", "en")
    assert tokens("Women’s houses") == ["women's", "houses"]


def test_chinese_is_cut_into_overlapping_pairs_so_that_two_characters_are_found():
    assert tokens("新疆的营地") == ["新疆", "疆的", "的营", "营地"]
    assert set(tokens("营地")) <= set(tokens("新疆的营地"))
    assert tokens("人") == ["人"]


def test_full_width_and_case_meet():
    assert tokens("ＡＢＣ　１２") == tokens("abc 12")


@pytest.mark.parametrize("language", ["ar", ""])
def test_arabic_letters_are_folded_for_arabic(language):
    assert tokens("أحمد", language) == tokens("احمد", language)
    assert tokens("مُحَمَّد", language) == tokens("محمد", language)


def test_uyghur_letters_are_never_folded():
    assert tokens("ئۆي", "ug") == ["ئۆي"]
    assert tokens("ئۆي") != tokens("ۆي")
    assert tokens("ئايال لاگېر") == ["ئايال", "لاگېر"]


def test_invisible_characters_do_not_part_words():
    assert tokens("de\u00adtained كتـاب", "ug") == ["detained", "كتاب"]


def test_mixed_scripts_are_parted():
    assert tokens("在Geneva发言") == ["在", "geneva", "发言"]


def test_nothing_yields_nothing():
    assert tokens(" … — ") == []
