import pytest

from witnessmark.language.quantities import find_quantities


def only(text):
    found = find_quantities(text)
    assert len(found) == 1, [one.words for one in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "value", "unit", "hedge"),
    [
        ("They held three detainees there.", "three detainees", 3, "persons", ""),
        ("a dozen people", "a dozen people", 12, "persons", ""),
        ("two hundred and five camps", "two hundred and five camps", 205, "camps", ""),
        ("some 1,200 prisoners", "some 1,200 prisoners", 1200, "persons", "some"),
        ("1.200 people", "1.200 people", 1200, "persons", ""),
        ("at least 30 people were killed", "at least 30 people", 30, "persons", "at least"),
        ("up to 50 percent of workers", "up to 50 percent of workers", 50, "percent", "up to"),
        ("10%", "10%", 10, "percent", ""),
        ("an estimated million Uyghurs and other ethnic groups into", "an estimated million Uyghurs and other ethnic groups", 1e6, "persons", "estimated"),
        ("$3.5 million", "$3.5 million", 3.5e6, "USD", ""),
        ("a 45-page report", "45-page", 45, "pages", ""),
        ("killed at least 62, including", "at least 62", 62, "persons", "at least"),
        ("nearly 20,000 square kilometres", "nearly 20,000 square kilometres", 20000, "km²", "nearly"),
        ("the 34-year-old man", "34-year-old", 34, "years", ""),
        ("shot by two gunmen", "two gunmen", 2, "persons", ""),
        ("a quarter million video clips", "a quarter million video clips", 250_000, "clips", ""),
        ("half a million people", "half a million people", 500_000, "persons", ""),
        ("about ₿7300", "about ₿7300", 7300, "XBT", "about"),
        ("One person was killed.", "One person", 1, "persons", ""),
        ("two of the detainees", "two of the detainees", 2, "persons", ""),
        ("至少三千名囚犯", "至少三千名囚犯", 3000, "persons", "at least"),
        ("约120万人", "约120万人", 1_200_000, "persons", "about"),
        ("не менее 200 человек", "не менее 200 человек", 200, "persons", "at least"),
        ("ما لا يقل عن ٣٠ شخصا", "ما لا يقل عن ٣٠ شخصا", 30, "persons", "at least"),
        ("كەم دېگەندە 200 نەپەر", "كەم دېگەندە 200 نەپەر", 200, "persons", "at least"),
    ],
)  # fmt: skip
def test_a_number_keeps_hedge_unit_and_words(text, words, value, unit, hedge):
    found = only(text)
    assert (found.words, found.value, found.unit, found.hedge, found.owner) == (words, value, unit, hedge, "")


@pytest.mark.parametrize(
    ("text", "low", "high", "words"),
    [
        ("800,000 to more than 2 million people", 800_000, 2_000_000, "800,000 to more than 2 million people"),
        ("between 40 and 50 States", 40, 50, "between 40 and 50 States"),
        ("40 or 50 States", 40, 50, "40 or 50 States"),
        ("2 to 3 million people", 2_000_000, 3_000_000, "2 to 3 million people"),
        ("5-10 percent", 5, 10, "5-10 percent"),
        ("two or three dozen people", 24, 36, "two or three dozen people"),
    ],
)
def test_a_range_has_no_single_value(text, low, high, words):
    found = only(text)
    assert (found.value, found.low, found.high, found.words) == (None, low, high, words)


@pytest.mark.parametrize("text", ["A couple from the coast came.", "the third quarter was poor"])
def test_a_couple_and_a_quarter_alone_count_nothing(text):
    assert find_quantities(text) == []


def test_a_change_from_one_number_to_another_is_no_range():
    found = find_quantities("rose from 40 people to 50 people")
    assert [(one.value, one.low) for one in found] == [(40, None), (50, None)]


def test_bounds_are_kept_beside_the_figure():
    assert (only("at least 30 people").low, only("at least 30 people").high) == (30, None)
    assert (only("as many as 30 people").low, only("as many as 30 people").high) == (None, 30)


@pytest.mark.parametrize(
    ("text", "magnitude", "unit"),
    [
        ("hundreds of thousands continue to languish in prison", "hundreds of thousands", "persons"),
        ("tens of thousands of Uyghurs", "tens of thousands", "persons"),
        ("dozens of mosques", "dozens", "mosques"),
        ("several hundred men", "several hundred", "persons"),
    ],
)
def test_a_magnitude_stays_words(text, magnitude, unit):
    found = only(text)
    assert (found.value, found.low, found.high, found.magnitude, found.unit) == (None, None, None, magnitude, unit)


@pytest.mark.parametrize(
    "text",
    [
        "one of the men", "no one said so", "One of them said so.", "COVID-19", "G7", "page 7", "Article 9", "1. First point\n2. Second point",
        "+41 22 917 9000", "call 555-123-4567", "in 2019", "3 May 2031", "5 years", "at 11:47 p.m.", "resolution 2334", "Camp No. 3",
        "F-16s", "version 3.2.1", "the 1990s", "user2@example.org", "paragraph 12", "one in five women", "A/HRC/51/5", "between May and July",
    ],
)  # fmt: skip
def test_what_counts_nothing_is_no_quantity(text):
    assert find_quantities(text) == []


def test_the_spans_of_known_dates_may_be_given():
    assert find_quantities("30 people", dates=[(0, 9)]) == []


def test_base_moves_the_offsets():
    (found,) = find_quantities("In all, three men.", base=1000)
    assert (found.start, found.end, found.words) == (1008, 1017, "three men")
