"""What protects people: relatives, children, places, what is hidden, how sources are met, alleged perpetrators."""

import msgspec
import pytest

from witnessmark.evidence.events import Act, Incident, Involvement, Naming, Person
from witnessmark.evidence.sources import Risk
from witnessmark.manuscript.check import check
from witnessmark.manuscript.companions import Companion, Part
from witnessmark.manuscript.parse import parse


@pytest.fixture
def fired(codes, evidence):
    def run(body, *wanted, **changes):
        given = msgspec.structs.replace(evidence, **changes)
        return [code for code in codes(body, evidence=given) if code in wanted]

    return run


def assessed(evidence, *risks):
    return tuple(msgspec.structs.replace(one, risks=risks) if one.protected else one for one in evidence.sources)


TOLD = "A miner said that they were kept in the hall for nine days [@S6].\n"


def test_wm604_fires_where_nobody_thought_of_the_relatives(fired, evidence):
    assert fired(TOLD, "WM604", sources=assessed(evidence)) == ["WM604"]
    assert fired(TOLD, "WM604", sources=assessed(evidence, Risk(of="source", level="low"))) == ["WM604"]


def test_wm604_is_silent_on_an_assessment_and_on_open_sources(fired, evidence):
    assert fired(TOLD, "WM604", sources=assessed(evidence, Risk(of="relatives", level="high"))) == []
    assert fired("The union counted 40 workers. [@S5]", "WM604", sources=assessed(evidence)) == []


def test_wm605_fires_on_detail_and_is_silent_on_the_fact(fired):
    assert fired("He described intercourse in the hall. [@S6]", "WM605") == ["WM605"]


def test_wm605_is_silent_on_the_fact(fired):
    assert fired("She described sexual violence in the hall. [@S6]", "WM605") == []


@pytest.mark.parametrize(
    "words",
    ["Dalia Oren, 14, was in the hall. [@S6]", "The 12-year-old Dalia Oren saw it. [@S6]", "The girl Dalia Oren saw it. [@S6]",
     "Dalia Oren, who was 9 years old, saw it. [@S6]", "![Dalia Oren, aged 7](E1)", "The boy ياسين العمر saw it. [@S6]",
     "The 12-year-old Яна Орлова saw it. [@S6]", "Oda saw it. [@S6]"],
)  # fmt: skip
def test_wm606_fires_on_a_named_child(fired, words):
    assert "WM606" in fired(words, "WM606", persons=(Person(id="P9", name="Oda", minor=True),))


@pytest.mark.parametrize(
    "words",
    ["A boy of 14 was in the hall. [@S6]", "Ilan Marek, 41, was in the hall. [@S6]", "A 12-year-old boy saw it in Tarn. [@S6]",
     "On 14 May 2031 Ilan Marek came. [@S6]"],
)  # fmt: skip
def test_wm606_is_silent_on_children_without_names_and_on_adults(fired, words):
    assert fired(words, "WM606") == []


@pytest.mark.parametrize(
    "words",
    ["The house stands at 41.40338, 2.17403. [@S6]", "She lives at 12 Mill Street. [@S6]", "They met in flat 4, Quarry Road. [@S6]",
     "See https://maps.google.com/?q=41,2. [@S6]", "It lies at 41°24′12.2″N. [@S6]"],
)  # fmt: skip
def test_wm607_fires_on_exact_places(fired, words):
    assert fired(words, "WM607") == ["WM607"]


@pytest.mark.parametrize(
    "words", ["It lies in the Tarn district, 12 km from the quarry. [@S6]", "Gate 4 was closed. [@S6]"]
)
def test_wm607_is_silent_on_districts(fired, words):
    assert fired(words, "WM607") == []


def test_wm608_fires_on_comments_front_matter_and_hidden_parts(fired, evidence):
    assert fired("Text. [@S6] <!-- ask the cousin again -->", "WM608") == ["WM608"]
    assert fired("---\ntitle: x\nauthor: a. n. other\n---\n\nText. [@S6]", "WM608") == ["WM608"]
    annex = Companion(name="annex.docx", kind="annex", parts=(Part(place="comment 1", text="call her", hidden=True),))
    found = check(parse("Text. [@S6]"), evidence, companions=[annex], codes=["WM608"]).problems
    assert [one.got for one in found] == ["comment 1: 8 characters"]


def test_wm608_is_silent_on_what_a_reader_sees(fired):
    assert fired("---\ntitle: x\noffice: y\n---\n\nText. [@S6]", "WM608") == []


def test_wm609_fires_on_how_a_witness_was_met(fired):
    assert fired("We met the witness in a hotel near the border.", "WM609") == ["WM609"]
    assert fired("He wrote to us over Signal. [@S6]", "WM609") == ["WM609"]


def test_wm609_is_silent_on_confidence(fired):
    assert fired("We met each witness in confidence.", "WM609") == []


def accused(*decisions):
    people = (Person(id="P9", name="Oda Kell", naming=decisions),)
    told = (Incident(id="I1", title="x", acts=(Act(id="AC1", kind="beating"),),
                     involvements=(Involvement(id="IN1", act="AC1", who="P9", degree="carried out"),)),)  # fmt: skip
    return {"persons": people, "incidents": told}


def decision(by, word="publish"):
    return Naming(decision=word, by=by, at="2031-06-01T10:00:00+02:00", reason="a public office, and no risk to others")


def test_wm610_fires_without_two_decisions_or_against_one(fired):
    words = "Oda Kell gave the order. [@S6]"
    assert fired(words, "WM610", **accused()) == ["WM610"]
    assert fired(words, "WM610", **accused(decision("a"))) == ["WM610"]
    assert fired(words, "WM610", **accused(decision("a"), decision("a"))) == ["WM610"]
    assert fired(words, "WM610", **accused(decision("a"), decision("b"), decision("c", "withhold"))) == ["WM610"]


def test_wm610_is_silent_on_two_decisions(fired):
    assert fired("Oda Kell gave the order. [@S6]", "WM610", **accused(decision("a"), decision("b"))) == []
    assert fired("An officer gave the order. [@S6]", "WM610", **accused()) == []
