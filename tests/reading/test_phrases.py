"""Which entity a source phrase names: bodies with *and* in their names, lists, roles, documents. All texts are invented."""

import pytest

from witnessmark.reading.reader import read_bytes

STORY = "The talks went on in the old town hall for most of the day, and nobody was let in.\n\n"


def names(text):
    return [each.speaker for each in read_bytes((STORY + text).encode(), media_type="text/plain").statements]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Initial reports said nine men were held.", "Initial reports"),
        ("Preliminary investigations suggest the dam was old.", "Preliminary investigations"),
        (
            "The Orsan Institute of Water and Roads (OIWR) said the dam was old.",
            "Orsan Institute of Water and Roads",
        ),
        (
            "The River Committee and the Federal Dam Service (FDS) said the dam was old.",
            "River Committee and Federal Dam Service",
        ),
        ("One of these groups, the Orsan Relief Forces (ORF), said it had left.", "Orsan Relief Forces"),
        ("The dam's operator, Leva Power, said it had left.", "Leva Power"),
        ("Reform Party leader and Prime Minister Nadia Fell said the dam was old.", "Nadia Fell"),
        ("At least nine people died, according to officials, some of whom were at the dam.", "officials"),
    ],
)
def test_a_source_phrase_names_its_whole_entity_and_no_more(text, name):
    assert names(text) == [name]


def test_the_words_of_a_statement_are_of_the_person_whose_statement_it_is():
    assert names("Minister Karim Saleh said no.\n\nSaleh's statement said the dam was old.\n") == ["Karim Saleh"] * 2


def test_a_name_run_together_with_that_of_an_outlet_is_no_second_person():
    text = "Minister Karim Saleh said no.\n\nHe was asked by ORSTV Saleh and others.\n\nSaleh said the dam was old.\n"
    assert names(text)[-1] == "Karim Saleh"


def test_they_are_not_a_sentence_with_a_verb_in_it():
    assert names("The couple encouraged visitors to stay. They said the dam was old.\n") != [
        "couple encouraged visitors"
    ]
