import unicodedata

import pytest

from witnessmark.text.scripts import direction_of, has_bidi_controls, isolate, name_key, script_of


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("The camp was closed", "Latn"),
        ("Лагерь закрыт", "Cyrl"),
        ("المعسكر مغلق", "Arab"),
        ("لاگېر تاقالدى", "Arab"),
        ("这个国家的营地", "Hans"),
        ("這個國家的營地", "Hant"),
        ("水火山", "Hani"),
        ("これは日本語です", "Jpan"),
        ("한국어", "Kore"),
        ("12, 34!", ""),
        ("", ""),
    ],
)
def test_the_script_of_most_letters_is_named(text, script):
    assert script_of(text) == script


@pytest.mark.parametrize(
    ("text", "direction"), [("لاگېر No 5", "rtl"), ("Camp لا", "ltr"), ("שלום", "rtl"), ("5", "ltr")]
)
def test_direction_follows_the_script(text, direction):
    assert direction_of(text) == direction


def test_an_isolated_text_cannot_reorder_what_stands_around_it():
    assert has_bidi_controls("a\u202eb")
    assert not has_bidi_controls("ab")
    assert isolate("a\u202eb\u2069c") == "\u2068abc\u2069"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ürümqi", "URUMQI"),
        ("Ma'mun", "Mamun"),
        ("Ma’mun", "Maʼmun"),
        ("al-Bashir", "Al Bashir"),
        ("Şahin", "sahin"),
        ("Łukasz", "Lukasz"),
        ("محـــمد", "محمد"),
        ("Ильи́ч".replace("\u0301", ""), "ильич"),
    ],
)
def test_ways_of_writing_one_name_meet(one, other):
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ئۆمەر", "ۆمەر"),
        ("Королёв", "Королев"),
        ("فاطمة", "فاطمه"),
        ("أحمد", "احمد"),
        ("Wang", "Yang"),
        ("Йван", "Иван"),
    ],
)
def test_letters_that_tell_names_apart_stay(one, other):
    assert name_key(one) != name_key(other)


def test_a_key_does_not_depend_on_composition():
    for name in ("Ürümqi", "أحمد", "Йўқ", "ئۆمەر"):
        assert name_key(unicodedata.normalize("NFD", name)) == name_key(name)
