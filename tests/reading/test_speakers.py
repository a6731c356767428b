"""Speakers resolved within a document, or left open with their candidates."""

import pytest

from witnessmark.reading.reader import read_bytes

STORY = "The talks went on in the old town hall for most of the day, and nobody was let in.\n\n"


def speakers(text):
    return [
        (each.speaker, each.candidates)
        for each in read_bytes((STORY + text).encode(), media_type="text/plain").statements
    ]


def names(text):
    return [name for name, _ in speakers(text)]


def test_a_surname_a_role_and_a_pronoun_mean_one_person():
    text = (
        "Valdoria’s U.N. Ambassador, Pedro Alvarez, said the claim was false.\n\n"
        "“We reject it,” Alvarez told reporters.\n\n"
        "“It is an old story and we all know it well,” he added.\n\n"
        "The ambassador said no one had asked him.\n"
    )
    assert names(text) == ["Pedro Alvarez"] * 4


def test_a_capital_speaks_for_its_state():
    assert names("Beijing said the camps were closed.\n\nThe Chinese government said they were schools.\n") == [
        "China",
        "China",
    ]


def test_a_report_is_one_document_under_all_its_names():
    assert len(set(names("A UN report said the gate was closed.\n\nThe report calls for an inquiry.\n"))) == 1


def test_a_spokesman_for_somebody_is_not_that_person():
    assert names("Maria Lopez said no.\n\nA spokesman for Maria Lopez said the gate was closed.\n")[-1] != "Maria Lopez"


def test_a_role_that_two_persons_have_is_left_open_with_both():
    text = (
        "Minister Karim Saleh said the road was open. Minister Vera Novak said the gate was closed.\n\n"
        "The minister said the town was empty.\n"
    )
    assert speakers(text)[-1] == ("", ("Karim Saleh", "Vera Novak"))


def test_a_pronoun_without_a_person_before_it_is_left_open():
    assert speakers("“The gate was closed at noon,” she said.\n") == [("", ())]


def test_a_pronoun_agrees_with_the_title():
    text = "Mr. Karim Saleh met Mrs. Vera Novak in the hall on Monday.\n\n“The gate was closed at noon,” she said.\n"
    assert names(text) == ["Vera Novak"]


def test_who_is_told_is_not_who_says():
    assert names("Residents were told that they must leave.\n") == [""]


def test_a_spokesman_named_after_his_office_is_that_person():
    text = "A spokesman for the junta, Tan Bo Lin, dismissed the findings.\n\nHe did not respond to questions.\n"
    assert names(text) == ["Tan Bo Lin", "Tan Bo Lin"]


def test_she_is_the_woman_who_spoke_last_not_the_last_one_named():
    text = (
        "The group’s director, Vera Novak, called on governments to act.\n\n"
        "One woman, who asked that her name be withheld, said the road was closed. “I saw it on Monday,” she said.\n"
    )
    assert names(text) == ["Vera Novak", "woman", "woman"]


def test_who_after_a_role_is_the_person_with_the_role():
    text = (
        "“It is a disaster,” said Ivo Brand, the special rapporteur on Valdoria, who has called the raid “a crime.”\n"
    )
    assert names(text) == ["Ivo Brand", "Ivo Brand"]


def test_a_quotation_set_apart_and_said_above_has_the_same_speaker():
    text = (
        "“They came with a list of all our names,” Ana Silva said.\n\nThe minister said it was false.\n\n"
        "“They came with a list of all our names”\n"
    )
    assert names(text)[-1] == "Ana Silva"


def test_a_quotation_set_apart_and_said_nowhere_is_nobodys():
    text = "The minister said it was false.\n\n“They took all of us away at night”\n"
    assert speakers(text)[-1] == ("", ("minister",))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ug", "ئۇ رادىيومىزغا مۇنداق دېدى: «ئۇلار تىزىملىك بىلەن كەلدى»."),
        ("ru", "«Их увезли ночью», — сказал он."),
        ("zh", "他说：“他们半夜来的。”"),
        ("ar", "وقال هو: «جاؤوا ليلاً»."),
    ],
)
def test_a_pronoun_in_a_language_that_is_not_resolved_is_no_speaker(language, text):
    from witnessmark.evidence.text import Text, Tool
    from witnessmark.reading.reader import read_text

    value = Text(id="", item="", kind="decoded", tool=Tool(name="t", version="1"), content=text, language=language)
    assert [statement.speaker for statement in read_text(value).statements] == [""]
