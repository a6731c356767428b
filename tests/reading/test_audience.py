"""To whom something is said, from spans alone."""

import pytest

from witnessmark.reading.attribution import Attribution
from witnessmark.reading.audience import audience_of


def audience(text, source, cue, content):
    spans = [((text.index(part), text.index(part) + len(part)),) for part in (source, cue, content)]
    return audience_of(text, Attribution(source=spans[0], cue=spans[1], content=spans[2]), (0, len(text)))


@pytest.mark.parametrize(
    ("text", "content", "heard"),
    [
        ("“It is shut,” Saleh told reporters outside the Security Council.", "“It is shut,”", "reporters outside the Security Council"),
        ("Saleh told a news conference in Geneva on Monday that it was shut.", "that it was shut", "a news conference in Geneva"),
        ("Saleh told Reuters by telephone it was shut.", "it was shut", "Reuters"),
        ("Saleh told Reuters the gate was shut.", "the gate was shut", "Reuters"),
        ("Saleh said in an interview with the BBC that it was shut.", "that it was shut", "the BBC"),
        ("“It is shut,” Saleh said at a news conference in Geneva.", "“It is shut,”", "at a news conference in Geneva"),
        ("Saleh said to reporters that it was shut.", "that it was shut", "reporters"),
        ("Speaking to state media, Saleh said it was shut.", "it was shut", "state media"),
        ("In a letter to the council, Saleh said it was shut.", "it was shut", "the council"),
        ("Saleh said it was shut.", "it was shut", ""),
        ("Saleh said on Monday that it was shut.", "that it was shut", ""),
        ("Saleh warned that it was shut.", "that it was shut", ""),
        ("Saleh warned residents to leave.", "to leave", ""),
    ],
)  # fmt: skip
def test_the_listeners_and_the_place_are_kept(text, content, heard):
    cue = next(word for word in ("told", "said", "warned") if word in text)
    assert audience(text, "Saleh", cue, content) == heard


def test_a_quotation_without_a_cue_has_no_audience():
    assert audience_of("“It is shut.”", Attribution(content=((0, 13),)), (0, 13)) == ""
