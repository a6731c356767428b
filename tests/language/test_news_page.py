"""The real page with its hand-made gold: what language/ must find on it."""

import pytest

from witnessmark.evidence.dates import PartialDate
from witnessmark.language.dates import find_dates
from witnessmark.language.names import find_names
from witnessmark.language.quantities import find_quantities
from witnessmark.language.sentences import split_sentences

PUBLISHED, CAPTION = PartialDate(value="2022-08-31"), PartialDate(value="2022-08-25")


@pytest.fixture(scope="module")
def dates(news_page):
    found, at = [], 0
    for line in news_page.split("\n"):
        anchor = CAPTION if line.endswith("Aug 25, 2022") else PUBLISHED
        found += find_dates(line, anchor=anchor, base=at)
        at += len(line) + 1
    return {(date.start, date.end): date for date in found}


def test_all_ten_dates_have_the_gold_value_and_type(dates, news_gold):
    for gold in news_gold["dates"]:
        found = dates[tuple(gold["span"])]
        assert (found.date.value, found.type) == (gold["value"], gold["type"])
    assert len(news_gold["dates"]) == 10


def test_every_other_mention_is_a_duration_or_set_and_no_point(dates, news_gold):
    gold = {tuple(date["span"]) for date in news_gold["dates"]}
    assert {date.type for span, date in dates.items() if span not in gold} <= {"duration", "set"}


def test_both_gold_quantities_are_found_with_nobody_as_owner(news_page, news_gold):
    found = {(quantity.start, quantity.end): quantity for quantity in find_quantities(news_page)}
    for gold in news_gold["quantities"]:
        quantity = found[tuple(gold["span"])]
        assert quantity.value == gold["value"]
        assert quantity.unit == gold["unit"]
        assert quantity.hedge == (gold["hedge"] or "")
        assert quantity.magnitude == gold.get("magnitude", "")
        assert quantity.owner == ""


def test_sentences_keep_abbreviations_whole_and_cover_the_page(news_page):
    sentences = [news_page[start:end] for start, end in split_sentences(news_page)]
    assert "".join("".join(sentence.split()) for sentence in sentences) == "".join(news_page.split())
    assert any(sentence.endswith("departure date on Aug. 31.") for sentence in sentences)
    assert any(sentence.startswith("U.N. human rights chief") and "reputation" in sentence for sentence in sentences)


def test_people_and_places_of_the_page_have_their_kind(news_page):
    names = {(name.words, name.kind) for name in find_names(news_page)}
    assert {("Michelle Bachelet", "person"), ("Zhang Jun", "person"), ("Bachelet", "person")} <= names
    assert {
        ("Geneva", "place"),
        ("U.N.", "organisation"),
        ("Uyghurs", "group"),
        ("Security Council", "organisation"),
    } <= names
    assert not {"Story", "Hours", "But", "Some", "Get", "Advertisement"} & {words for words, _ in names}
