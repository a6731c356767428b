"""Who speaks where one quotes another, and acts that look like words of saying. The expected readings are by hand."""

import pytest

from witnessmark.reading import read


def said(text: str) -> list[tuple[str, str]]:
    """Return who says what in a text, as its words."""
    return [
        (" … ".join(text[a:b] for a, b in each.source), " … ".join(text[a:b] for a, b in each.content))
        for each in read(text).statements
    ]


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        (
            "Witnesses were cited by Human Rights Watch as saying the guards had beaten him.",
            "Witnesses",
            "the guards had beaten him",
        ),
        (
            "A police spokesman, Ivan Petrov, was quoted by Interfax as saying that two men had been held.",
            "A police spokesman, Ivan Petrov",
            "that two men had been held",
        ),
        (
            "On Monday, officials were quoted as saying the road was open.",
            "officials",
            "the road was open",
        ),
    ],
)
def test_one_who_is_quoted_by_another_is_the_speaker(text: str, who: str, what: str) -> None:
    assert (who, what) in said(text)


def test_one_who_quotes_keeps_the_words_where_the_verb_is_active() -> None:
    assert [who for who, _ in said("The agency quoted the minister as saying that no one was hurt.")] == ["The agency"]


def test_money_that_is_posted_is_not_said_by_anybody() -> None:
    text = "His lawyers posted US$2 million bond on Friday."
    assert said(text) == []
    assert [each.owner for each in read(text).quantities] == [""]


def test_words_that_are_posted_are_said() -> None:
    assert said("The mayor posted a statement saying the bail was too high.")[0][0] == "The mayor"


def test_losses_that_an_army_posts_are_its_claim() -> None:
    assert said("The army posted losses of 12 men on its website.") == [("The army", "losses of 12 men")]


def test_a_right_to_left_name_and_an_apostrophe_are_kept_whole() -> None:
    assert said("أحمد بن صالح was quoted by Al Jazeera as saying the town was empty.") == [
        ("أحمد بن صالح", "the town was empty")
    ]
    assert said("Seán O'Brien was quoted by Reuters as saying nobody was charged.") == [
        ("Seán O'Brien", "nobody was charged")
    ]


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("The mayor was never quoted as saying the dam was safe.", "The mayor", "the dam was safe"),
        ("The mayor was misquoted by the Orsa Courier as saying 9 men had died.", "The mayor", "9 men had died"),
        ("The Orsa Courier misquoted the mayor as saying 9 men had died.", "the mayor", "9 men had died"),
        ("The minister was wrongly quoted as saying the camps were closed.", "The minister", "the camps were closed"),
        ("The mayor never said 9 men had died.", "The mayor", "9 men had died"),
    ],
)
def test_words_that_somebody_never_said_are_denied_and_not_of_who_printed_them(text: str, who: str, what: str) -> None:
    reading = read(text)
    assert said(text) == [(who, what)]
    assert [each.polarity for each in reading.statements] == ["deny"]
    assert {each.owner for each in reading.quantities} <= {""}


def test_a_participle_before_its_noun_is_no_verb_of_saying() -> None:
    assert said("Some estimated death tolls exceeded 100.") == []
    assert said("Some estimated the death toll exceeded 100.") == [("Some", "the death toll exceeded 100")]


def test_there_is_nobody_who_speaks_in_there_are_reports() -> None:
    assert [who for who, _ in said("There are reports that 63 people died.")] in ([""], [])
