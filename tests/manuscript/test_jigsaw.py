"""Details told apart of one protected person, which together tell who it is."""

import pytest

from witnessmark.evidence.protected import Protected, ProtectedPerson
from witnessmark.manuscript.jigsaw import puzzles


def person(source, *details):
    return ProtectedPerson(source=source, names=(f"Name{source} Family{source}",), details=details)


NURSE = person("O3", "night nurse", "lives in Oldmill", "arrested on 4 May 2031")
APART = (
    "They kept 17 people in the hall. [@S6] The witness is a night nurse. [@S6]\n\nPolice came on 3 May 2031. [@S1]\n\n"
    "Another account is of Oldmill, where the witness lives. [@S12]\n"
)


@pytest.fixture
def fired(codes):
    return lambda body, *persons: [one for one in codes(body, protected=Protected(persons)) if one == "WM602"]


def test_wm602_fires_on_details_in_different_paragraphs(fired):
    assert fired(APART, NURSE) == ["WM602"]
    assert fired(APART.replace("[@S12]", "[@S1] This is Miner A."), NURSE, person("O4", "cook", "from Tarn")) != []


def test_wm602_is_silent_where_enough_persons_fit(fired):
    others = (person("O4", "night nurse", "lives in Oldmill"), person("O5", "night nurse", "lives in Oldmill", "tall"))
    assert fired(APART, NURSE, *others) == []
    assert fired(APART, NURSE, others[0]) == ["WM602"]


def test_wm602_is_silent_on_one_detail_and_on_other_peoples(fired):
    assert fired("The witness is a night nurse. [@S6]\n\nThe witness said so again. [@S12]\n", NURSE) == []
    assert fired(APART.replace("[@S6]", "[@S7]").replace("[@S12]", "[@S8]"), NURSE) == []


def test_two_wordings_of_one_detail_count_once():
    told = [("A night nurse told it.", frozenset({"O3"})), ("She is a nurse on nights.", frozenset({"O3"}))]
    assert list(puzzles(told, Protected((person("O3", "night nurse", "nurse night"),)))) == []
