"""Statements within statements, and whose number it then is. All texts are invented."""

import pytest

from witnessmark.reading import read


def owners(text: str) -> list[tuple[str, str]]:
    """Return each number of a text with its owner."""
    return [(each.words, each.owner) for each in read(text).quantities]


@pytest.mark.parametrize(
    ("text", "number", "owner"),
    [
        ("The agency reported that witnesses said 12 people had died.", "12 people", "witnesses"),
        ("Police said the hospital had told them 12 people had died.", "12 people", "hospital"),
        ("Orsa.com reported its source said “three rebels” were killed.", "three rebels", "source"),
        ("According to the UN, 63 people died, while the army says 12 civilians did.", "12 civilians", "army"),
        ("The toll, which the army put at 12, rose to 30, according to medics.", "12", "army"),
        ("The army put the number of dead at 12.", "12", "army"),
        ("Minister Karim Saleh said no. Saleh spoke of 17 arrests in March.", "17 arrests", "Karim Saleh"),
        ("The opposition gave a figure of 100 dead.", "100 dead", "opposition"),
        ("The ministry’s figure of 43 deaths was disputed by doctors.", "43 deaths", "ministry"),
        ("At least 12 people have been confirmed dead by the ministry.", "At least 12 people", "ministry"),
        (
            "Rights groups estimate 800 people are held; the government denies this and says 50 are held.",
            "50",
            "government",
        ),
        (
            "Soldiers took more than 40 people, a former teacher who watched from his roof told the Orsa Post.",
            "more than 40 people",
            "former teacher",
        ),
        (
            "The Orsa Courier reported 339 people were killed, with officials reporting at the time 150 soldiers killed.",
            "150 soldiers",
            "officials",
        ),
    ],
)
def test_a_number_is_of_the_one_who_says_it_and_not_of_who_passes_it_on(text: str, number: str, owner: str) -> None:
    assert (number, owner) in owners(text)


def test_what_somebody_says_of_himself_is_no_statement_of_another() -> None:
    assert len(read("The mayor said he told them 12 people had died.").statements) == 1


def test_an_order_to_put_something_somewhere_is_no_number_of_anybody() -> None:
    assert owners("The guards put the boxes at the gate.") == []


def test_who_pleads_to_charges_did_not_count_them() -> None:
    assert owners("Karim Saleh pleaded guilty to seven counts of fraud.") == [("seven counts", "")]


def test_a_speaker_declines_to_answer_only_for_himself() -> None:
    assert [each.polarity for each in read("The group said the army had not answered.").statements] == ["affirm"]
    assert {each.polarity for each in read("The group said it would not comment.").statements} == {"decline"}


@pytest.mark.parametrize(
    ("text", "number", "owner"),
    [
        (
            "Orsa News reported, citing the dam office, there were over 1,000 homes lost.",
            "over 1,000 homes",
            "Orsa News",
        ),
        ("According to the Orsa Fund, there had been 2741 confirmed cases and 80 deaths.", "80 deaths", "Orsa Fund"),
    ],
)
def test_an_aside_or_a_number_before_a_participle_does_not_hide_who_speaks(text: str, number: str, owner: str) -> None:
    assert (number, owner) in owners(text)
