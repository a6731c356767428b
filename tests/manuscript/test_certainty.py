"""Words and levels against what is recorded and licensed; one standard; elements; guilt, degrees, tone, inference."""

import msgspec
import pytest

from witnessmark.evidence.findings import Element, Finding

HEAD = "---\ntitle: x\nstandard: reasonable grounds to believe\n---\n\n"


@pytest.fixture
def fired(codes, evidence):
    def run(body, *wanted, head=HEAD, **changes):
        given = msgspec.structs.replace(evidence, **changes)
        return [code for code in codes(head + body, evidence=given) if code in wanted]

    return run


def finding(level="established", **more):
    fields = {"id": "F1", "kind": "incident", "text": "x", "level": level, "rests_on": ("S6", "S7"), "facts_verified": True,
              "reviewer": "R", "judgement": "both agree"}  # fmt: skip
    return (Finding(**(fields | more)),)


def box(words, level="established"):
    return f"::: {{.finding ref=F1 level={level}}}\n{words} [@S6; @S7]\n:::\n"


def test_wm301_fires_on_levels_and_words_above_the_evidence(fired):
    stated = box("Police held 17 people in the hall.")
    assert fired(stated, "WM301", findings=finding("credible")) == ["WM301", "WM301"]
    assert fired(box("Police held 17 people.", "account"), "WM301", findings=finding("account")) == ["WM301"]
    assert fired(stated, "WM301", findings=finding(rests_on=("S9",))) == ["WM301"]
    assert fired(stated, "WM301", findings=finding(reviewer="", judgement="")) == ["WM301"]


def test_wm301_is_silent_on_words_of_the_level_and_on_a_recorded_override(fired):
    assert fired(box("Police held 17 people in the hall."), "WM301", findings=finding()) == []
    assert fired(box("A miner said that police held 17 people.", "account"), "WM301", findings=finding("account")) == []
    assert (
        fired(
            box("Police held them."), "WM301", findings=finding(rests_on=("S9",), override="seen by the mission itself")
        )
        == []
    )


def test_wm302_fires_on_doubt_about_what_is_established(fired):
    assert fired(box("Police allegedly held 17 people in the hall."), "WM302", findings=finding()) == ["WM302"]


def test_wm302_is_silent_on_plain_words(fired):
    assert fired(box("Police held 17 people in the hall."), "WM302", findings=finding()) == []


@pytest.mark.parametrize(
    "words",
    [
        "It is proved beyond reasonable doubt that the gate was closed. [@S4]",
        "On a balance of probabilities they were held. [@S6]",
    ],
)
def test_wm303_fires_on_another_standard_or_none(fired, words):
    assert fired(words, "WM303") == ["WM303"]
    assert fired(box("They were held."), "WM303", head="---\nstandard: prima facie\n---\n\n", findings=finding()) == [
        "WM303"
    ]


@pytest.mark.parametrize(
    "words",
    ["There are reasonable grounds to believe that they were held. [@S6]", "A criminal court would ask for proof beyond reasonable doubt.",
     "He said: “It is beyond any doubt.” [@S2]"],
)  # fmt: skip
def test_wm303_is_silent_on_the_declared_standard_and_on_that_of_courts(fired, words):
    assert fired(words, "WM303") == []


def test_wm305_fires_on_elements_that_nobody_assessed(fired):
    legal = {"kind": "legal_characterisation", "level": "may-constitute"}
    words = box("This may constitute imprisonment as a crime.", "may-constitute")
    assert fired(words, "WM305", findings=finding(**legal)) == ["WM305"]
    one = (Element(key="cah.7.1.e/1", state="established"),)
    assert fired(words, "WM305", findings=finding(**legal, elements=one)) == ["WM305"]


def test_wm305_fires_on_a_violation_of_a_treaty_of_fewer_than_three_elements(fired):
    words = box("This violates article 9 of the Covenant.", "violation")
    keys = ("iccpr/9/deprivation-of-liberty", "iccpr/9/attribution", "iccpr/9/arbitrariness")
    every = tuple(Element(key=key, state="established") for key in keys)
    legal = {"kind": "legal_characterisation", "level": "violation"}
    assert fired(words, "WM305", findings=finding(**legal, elements=every[:2])) == ["WM305"]
    assert fired(words, "WM305", findings=finding(**legal, elements=every)) == []


def test_wm305_is_silent_on_a_whole_board_and_on_a_concern(fired):
    keys = ("cah.7.1.e/1", "cah.7.1.e/2", "cah.7.1.e/3", "ctx/1", "ctx/2")
    every = tuple(
        Element(key=key, state="out of scope" if key in {"cah.7.1.e/3", "ctx/2"} else "indications") for key in keys
    )
    legal = {"kind": "legal_characterisation", "level": "may-constitute", "elements": every}
    assert fired(box("This may constitute imprisonment.", "may-constitute"), "WM305", findings=finding(**legal)) == []
    concern = {"kind": "legal_characterisation", "level": "raises-concern"}
    assert fired(box("This raises concerns.", "raises-concern"), "WM305", findings=finding(**concern)) == []


@pytest.mark.parametrize(
    "words",
    ["The foreman is guilty. [@S6]", "The killings were perpetrated by the guards. [@S6]", "# The culprits of Tarn",
     "The police committed the crimes at the quarry. [@S1]", "The ministry is responsible for the deaths. [@S6]"],
)  # fmt: skip
def test_wm308_fires_on_words_of_guilt(fired, words):
    assert fired(words, "WM308") == ["WM308"]


@pytest.mark.parametrize(
    "words",
    ["The foreman may reasonably be suspected of it. [@S6]", "The union said that the police committed the crimes. [@S5]",
     "Whoever is responsible for the deaths should be identified.", "Marek said: “They are guilty.” [@S2]"],
)  # fmt: skip
def test_wm308_is_silent_on_suspicion_attribution_and_quotation(fired, words):
    assert fired(words, "WM308") == []


def medical(evidence, degree):
    return tuple(msgspec.structs.replace(one, medical=degree) if one.id == "S7" else one for one in evidence.statements)


def test_wm309_fires_on_a_degree_above_the_clinicians(fired, evidence):
    given = {"statements": medical(evidence, "consistent")}
    assert fired("The scars are highly consistent with blows. [@S7]", "WM309", **given) == ["WM309"]
    assert fired("The scars prove the beating. [@S7]", "WM309", **given) == ["WM309"]


def test_wm309_is_silent_on_the_clinicians_own_degree_or_a_lower_one(fired, evidence):
    given = {"statements": medical(evidence, "highly consistent")}
    assert fired("The scars are highly consistent with blows. [@S7]", "WM309", **given) == []
    assert fired("The scars are consistent with blows. [@S7]", "WM309", **given) == []


def test_wm311_fires_on_words_that_take_a_side(fired):
    assert fired("The regime closed the gate. [@S4]", "WM311") == ["WM311"]
    assert fired("# A brutal night", "WM311") == ["WM311"]


def test_wm311_is_silent_on_quotations_and_terms(fired):
    assert fired("The union spoke of “the regime”. [@S5]", "WM311") == []
    assert fired("A [so-called centre]{.term} lies there. [@S6]", "WM311") == []


def test_wm312_fires_on_a_conclusion_among_facts(fired):
    assert fired("The guards must have known the men. [@S6]", "WM312") == ["WM312"]
    assert fired("Clearly, the hall was locked. [@S6]", "WM312") == ["WM312"]


def test_wm312_is_silent_in_analysis(fired):
    assert fired("::: analysis\nThe guards must have known the men.\n:::", "WM312") == []
    assert fired("The hall was locked and the men were therefore kept inside. [@S6]", "WM312") == []
