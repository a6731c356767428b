"""Quotations that stand apart from who says them. All texts are invented."""

import pytest

from witnessmark.reading import read

STORY = "The talks went on in the old town hall for most of the day, and nobody was let in.\n\n"


def said(text: str) -> list[tuple[str, str]]:
    """Return who says what in a text, as its words."""
    return [
        (" … ".join(text[a:b] for a, b in each.source), " … ".join(text[a:b] for a, b in each.content))
        for each in read(text).statements
    ]


@pytest.mark.parametrize(
    ("lead", "who"),
    [
        ("Vall continued:", "Vall"),
        ("The Orsa Courier reports:", "The Orsa Courier"),
        ("On Monday, the ministry made the following statement:", "the ministry"),
        ("The dam was old. The mayor said on Friday:", "The mayor"),
    ],
)
def test_a_paragraph_that_ends_with_a_colon_announces_who_speaks_in_the_next(lead: str, who: str) -> None:
    quotation = "“The dam was old, and everybody in the town knew it for years.”"
    assert said(f"{STORY}{lead}\n\n{quotation}\n") == [(who, quotation)]


def test_a_dash_and_a_name_after_a_quotation_tell_who_says_it() -> None:
    quotation = "“The dam was old, and everybody in the town knew it for years.”"
    assert (("Nadia Fell", quotation)) in said(f"{STORY}{quotation} ― Nadia Fell\n")


def test_each_of_several_signed_quotations_is_of_its_own_signer() -> None:
    quotations = (
        "“The dam was old, and all of us knew it well.”",
        "“Nobody asked us about the dam in all those years.”",
    )
    text = f"{STORY}{quotations[0]} ― Nadia Fell\n{quotations[1]} ― Ines Vall\n"
    assert said(text) == [("Nadia Fell", quotations[0]), ("Ines Vall", quotations[1])]


def test_a_transcript_names_its_speakers_in_capitals() -> None:
    turns = ("VALL: Was the dam old?", "FELL: It was old, and we all knew it.", "VALL: Since when?", "FELL: For years.")
    found = said(STORY + "\n\n".join(turns) + "\n")
    assert [who for who, _ in found] == ["VALL", "FELL", "VALL", "FELL"]


def test_labels_in_capitals_are_no_speakers() -> None:
    assert said(STORY + "NOTE: The dam is old.\n\nUPDATE: The dam is closed.\n\nREAD MORE: The dam.\n") == []


def test_a_colon_before_no_quotation_announces_nobody() -> None:
    assert "The dam was old." not in [
        what for _, what in said(f"{STORY}The mayor said three things:\n\nThe dam was old.\n")
    ]
