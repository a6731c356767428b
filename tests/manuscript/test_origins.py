"""Copies, circles, nobody's reports, parties, leaks, patterns; the copy cited for its origin."""

import msgspec
import pytest

from witnessmark.evidence.findings import Finding
from witnessmark.evidence.sources import Link


@pytest.fixture
def fired(codes, evidence):
    def run(body, *wanted, **changes):
        given = msgspec.structs.replace(evidence, **changes)
        return [code for code in codes(body, evidence=given) if code in wanted]

    return run


def linked(evidence, links):
    return tuple(
        msgspec.structs.replace(one, links=links[one.id]) if one.id in links else one for one in evidence.items
    )


def cites(to):
    return (Link(relation="cites", to=to, reason="names it as its source"),)


def test_wm110_fires_on_a_copy_whose_origin_is_at_hand(fired):
    assert fired("Police detained 17 people, a guard said. [@S10]", "WM110") == ["WM110"]


def test_wm110_is_silent_on_the_origin_and_on_the_outlet_itself(fired):
    assert fired("Police detained 17 people, a guard said. [@S1]", "WM110") == []
    assert fired("The Northern Wire repeats that police detained 17 people. [@S10]", "WM110") == []


def test_wm202_fires_on_a_circle(fired, evidence):
    items = linked(evidence, {"E1": cites("E2"), "E2": cites("E1")})
    assert fired("Police detained 17 people, a guard said. [@S1; @S10]", "WM202", items=items) == ["WM202"]


def test_wm202_is_silent_outside_the_circle(fired, evidence):
    items = linked(evidence, {"E1": cites("E2"), "E2": cites("E1")})
    assert fired("They were held for nine days, a miner said. [@S6; @S1]", "WM202", items=items) == []


def test_wm203_fires_on_copies_that_are_counted(fired):
    assert fired("Two outlets reported that police detained 17 people. [@S1; @S10]", "WM203") == ["WM203"]


def test_wm203_is_silent_on_origins_and_on_copies_called_so(fired):
    assert fired("Two sources say that 17 people were held. [@S6; @S7]", "WM203") == []
    assert fired("Two outlets repeat the same text on the detention. [@S1; @S10]", "WM203") == []


@pytest.mark.parametrize(
    "words",
    [
        "Reports say that the gate was closed. [@S4]",
        "It is believed that a man died. [@S9]",
        "According to observers, 40 came. [@S5]",
    ],
)
def test_wm204_fires_on_nobody(fired, words):
    assert "WM204" in fired(words, "WM204")


@pytest.mark.parametrize(
    "words", ["According to the union, 40 came. [@S5]", "Marek said: “It is said that nobody came.” [@S2]"]
)
def test_wm204_is_silent_on_somebody(fired, words):
    assert fired(words, "WM204") == []


def test_wm206_fires_on_a_party_alone(fired):
    assert fired("Water was given out twice a day. [@S3]", "WM206") == ["WM206"]


def test_wm206_is_silent_on_attribution_and_on_others_beside(fired):
    assert fired("The Ministry said that the men had not been beaten. [@S3]", "WM206") == []
    assert fired("Water was given out twice a day. [@S3; @S6]", "WM206") == []


def leaked(evidence, grade=""):
    return tuple(
        msgspec.structs.replace(one, obtained="leaked", authenticity=grade) if one.id == "E7" else one
        for one in evidence.items
    )


def test_wm207_fires_on_a_leak_alone(fired, evidence):
    assert fired("In May, 17 miners were brought to the hall. [@S11]", "WM207", items=leaked(evidence)) == ["WM207"]


def test_wm207_is_silent_on_a_graded_leak(fired, evidence):
    words = "In May, 17 miners were brought to the hall. [@S11]"
    assert fired(words, "WM207", items=leaked(evidence, "highly likely")) == []


def patterned(kind):
    return (Finding(id="F1", kind=kind, text="x", level="established", rests_on=("S6", "S7")),)


def test_wm208_fires_on_a_pattern_alone(fired):
    assert fired("The men were beaten in the hall. [@F1]", "WM208", findings=patterned("pattern")) == ["WM208"]


def test_wm208_is_silent_on_an_incident(fired):
    assert fired("The men were beaten in the hall. [@F1]", "WM208", findings=patterned("incident")) == []
