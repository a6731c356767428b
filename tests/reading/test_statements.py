"""Statements in English: who, by which words, says what."""

import pytest

from witnessmark.reading.reader import read_bytes


def reading_of(text):
    return read_bytes(text.encode(), media_type="text/plain")


def said(text):
    content = text
    return [
        (
            " … ".join(content[a:b] for a, b in each.source),
            " … ".join(content[a:b] for a, b in each.content),
            each.kind,
        )
        for each in reading_of(text).statements
    ]


STORY = "The talks went on in the old town hall for most of the day, and nobody was let in.\n\n"


@pytest.mark.parametrize(
    ("sentence", "source", "content", "kind"),
    [
        ("Maria Lopez said the gate was closed.", "Maria Lopez", "the gate was closed", "indirect"),
        ("The gate was closed, Maria Lopez said.", "Maria Lopez", "The gate was closed", "indirect"),
        ("“The gate was closed,” said Maria Lopez.", "Maria Lopez", "“The gate was closed,”", "direct"),
        ("“The gate was closed,” Lopez said on Monday.", "Lopez", "“The gate was closed,”", "direct"),
        ("Lopez said the gate was “firmly closed” at noon.", "Lopez", "the gate was “firmly closed” at noon", "mixed"),
        ("According to the police, the gate was closed.", "the police", "the gate was closed", "indirect"),
        ("The gate was closed, according to the police.", "the police", "The gate was closed", "indirect"),
        ("The report says the gate was closed.", "The report", "the gate was closed", "indirect"),
        ("The report calls for the gate to be opened.", "The report", "the gate to be opened", "indirect"),
        (
            "The army was accused by the mayor of closing the gate.",
            "the mayor",
            "The army … of closing the gate",
            "indirect",
        ),
        (
            "Maria Lopez, the mayor, said the gate was closed.",
            "Maria Lopez, the mayor,",
            "the gate was closed",
            "indirect",
        ),
        (
            "Lopez told reporters outside the hall that the gate was closed.",
            "Lopez",
            "that the gate was closed",
            "indirect",
        ),
        (
            "Lopez said in a statement on Tuesday that the gate was closed.",
            "Lopez",
            "that the gate was closed",
            "indirect",
        ),
    ],
)
def test_a_sentence_gives_source_content_and_kind(sentence, source, content, kind):
    assert said(STORY + sentence + "\n") == [(source, content, kind)]


def test_two_verbs_share_one_subject():
    found = said(STORY + "Lopez said the gate was closed, and promised it would be opened.\n")
    assert [(source, content) for source, content, _ in found] == [
        ("Lopez", "the gate was closed"),
        ("Lopez", "it would be opened"),
    ]


def test_a_short_quotation_belongs_to_who_called_it_so():
    found = said(
        STORY + "They were put into camps, which the ministry called “schools” but former inmates described as jails.\n"
    )
    assert found == [("the ministry", "“schools”", "direct"), ("former inmates", "jails", "indirect")]


def test_a_statement_within_an_accusation_is_found_as_well():
    found = said(STORY + "The mayor accused the army of saying the village was empty.\n")
    assert ("the army", "the village was empty", "indirect") in found
    assert ("The mayor", "the army of saying the village was empty", "indirect") in found


def test_a_closing_mark_that_opens_still_opens():
    found = said(STORY + "“We were there,” Lopez told the court. ”They closed the gate at noon and left.”\n")
    assert [content for _, content, _ in found] == ["“We were there,”", "”They closed the gate at noon and left.”"]


def test_a_quotation_running_over_paragraphs_keeps_its_speaker():
    text = (
        STORY
        + "“They came at noon,” Maria Lopez said. “They closed the gate.\n\n“Then they left us there for two days.”\n"
    )
    assert [each.speaker for each in reading_of(text).statements] == ["Maria Lopez"] * 3


def test_an_odd_number_of_marks_ends_with_the_paragraph():
    found = said(STORY + "Lopez said: “The gate was closed.\n\nThe town has two gates and a bridge.\n")
    assert [content for _, content, _ in found] == ["“The gate was closed."]


@pytest.mark.parametrize(
    "sentence",
    ["Member states that make it up met.", "The report was released after a long call.", "His saying is old."],
)
def test_nouns_that_look_like_cues_are_no_statements(sentence):
    assert said(STORY + sentence + "\n") == []


@pytest.mark.parametrize(
    ("sentence", "polarity"),
    [
        ("The ministry denied the claims.", "deny"),
        ("The ministry did not respond to a request for comment.", "decline"),
        ("A spokesman declined to comment.", "decline"),
        ("The minister said the story was a complete lie.", "deny"),
        ("The minister said the road is open.", "affirm"),
    ],
)
def test_polarity_tells_denial_and_refusal_from_assertion(sentence, polarity):
    assert [each.polarity for each in reading_of(STORY + sentence + "\n").statements] == [polarity]


def test_hedges_of_the_words_are_kept():
    (statement,) = reading_of(STORY + "The office said the acts may constitute possible crimes.\n").statements
    assert statement.hedges == ("may", "possible")


def test_hearsay_is_told_from_first_hand():
    statements = reading_of(STORY + "Former inmates said they were told that the gate was closed.\n").statements
    assert statements[0].hearsay


def test_the_audience_and_its_place_are_kept():
    (statement,) = reading_of(STORY + "“It is closed,” Lopez told reporters outside the Security Council.\n").statements
    assert statement.audience == "reporters outside the Security Council"


def test_an_empty_text_has_no_statements():
    assert reading_of("\n").statements == ()


def test_a_dateline_is_no_part_of_who_speaks():
    found = said("GENEVA (Newswire) - Investigators said on Tuesday that the stores had been burned by soldiers.\n")
    assert found == [("Investigators", "that the stores had been burned by soldiers", "indirect")]


def test_an_accusation_that_somebody_denies_is_said_by_one_and_denied_by_the_other():
    reading = reading_of(
        STORY + "Investigators said the army had blocked the road, an accusation the junta has denied.\n"
    )
    assert [(each.speaker, each.polarity) for each in reading.statements] == [
        ("Investigators", "affirm"),
        ("junta", "deny"),
    ]


def test_could_not_be_reached_is_a_refusal_to_comment():
    (statement,) = reading_of(STORY + "The embassy could not be reached for comment.\n").statements
    assert statement.polarity == "decline"


@pytest.mark.parametrize(
    ("headline", "source", "content"),
    [
        ("UN: Valdoria may have committed crimes in the Ulqar Basin", "UN", "Valdoria may have committed crimes in the Ulqar Basin"),
        ("Valdoria may have committed crimes in Ulqar: UN investigators", "UN investigators", "Valdoria may have committed crimes in Ulqar"),
    ],
)  # fmt: skip
def test_a_headline_attributes_with_a_colon(headline, source, content):
    assert said(headline + "\n\n" + STORY)[:1] == [(source, content, "indirect")]


@pytest.mark.parametrize(
    "headline", ["Watch: Valdoria may have committed crimes in Ulqar", "Analysis: what the ruling in Ulqar means"]
)
def test_a_label_before_a_colon_is_nobody(headline):
    assert said(headline + "\n\n" + STORY) == []
