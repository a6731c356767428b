"""Numbers that count nothing, and bare numbers that count persons. The sentences are invented."""

import pytest

from witnessmark.language.quantities import find_quantities


def found(text):
    return [(each.words, each.value, each.unit) for each in find_quantities(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The fair went on from March 15 to 17.",
        "They live at the Lost 52 Project.",
        "He was seen at Six Flags that day.",
        "It is a category 1 storm.",
        "He flew in a Boeing 737 that day.",
        "The rate was low per 100,000 people.",
        "It was added to the 2020 census.",
    ],
)
def test_a_number_that_names_something_counts_nothing(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("At least 45 were aboard.", "At least 45", 45),
        ("As many as 32 were hospitalised.", "As many as 32", 32),
        ("A total of 39 are confirmed dead.", "A total of 39", 39),
        ("All 189 on the plane died.", "189", 189),
        ("The fire injured sixteen.", "sixteen", 16),
    ],
)
def test_a_bare_number_counts_persons_by_what_befell_them(text, words, value):
    assert found(text) == [(words, value, "persons")]


@pytest.mark.parametrize(
    "text", ["Nadia Fell, 49, was seen.", "He died at the age of 78.", "Saleh, now 22, was held.", "aged 34, he left"]
)
def test_an_age_is_of_years_and_no_number_of_persons(text):
    assert [unit for _, _, unit in found(text)] == ["years"]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("29 out of 30 charges were dropped", 29, "charges"),
        ("908 of the 2240 attendees came", 908, "persons"),
        ("a couple of guns", 2, "guns"),
        ("one million US dollars", 1_000_000, "USD"),
        ("up to four floors high", 4, "floors"),
        ("nearly CDN$11,000", 11_000, "CAD"),
    ],
)
def test_what_is_counted_may_stand_behind_another_number_or_a_state(text, value, unit):
    assert found(text)[0][1:] == (value, unit)


def test_a_range_of_sums_shares_sign_and_scale():
    (one,) = find_quantities("between US$300 and 400 billion")
    assert (one.low, one.high, one.unit) == (300e9, 400e9, "USD")


def test_more_of_what_was_counted_before_is_a_number():
    assert found("Two men died and around twenty more were hurt.")[1][:2] == ("around twenty", 20)
