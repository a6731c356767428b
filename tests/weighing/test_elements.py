from witnessmark.evidence.findings import Element, Finding
from witnessmark.weighing.elements import board, crime_of, elements_of_crimes

#: Counts of the ICC Elements of Crimes (2013), article 7, contextual elements included.
COUNTS = {
    "cah.7.1.a": 3, "cah.7.1.b": 4, "cah.7.1.c": 3, "cah.7.1.d": 5, "cah.7.1.e": 5, "cah.7.1.f": 5, "cah.7.1.g-1": 4,
    "cah.7.1.g-2": 4, "cah.7.1.g-3": 4, "cah.7.1.g-4": 3, "cah.7.1.g-5": 4, "cah.7.1.g-6": 5, "cah.7.1.h": 6,
    "cah.7.1.i": 8, "cah.7.1.j": 7, "cah.7.1.k": 5,
}  # fmt: skip


def test_sixteen_crimes_have_seventy_five_elements():
    crimes = elements_of_crimes().crimes
    assert {key: len(crime.elements) for key, crime in crimes.items()} == COUNTS
    assert (len(COUNTS), sum(COUNTS.values())) == (16, 75)


def test_the_attack_has_four_parts_and_every_crime_two_contextual_elements():
    data = elements_of_crimes()
    assert [part.key for part in data.attack] == ["A1", "A2", "A3", "A4"]
    assert {tuple(one.key for one in crime.contextual) for crime in data.crimes.values()} == {("ctx/1", "ctx/2")}


def test_mental_elements_are_marked():
    crime = elements_of_crimes().crimes["cah.7.1.i"]
    assert [one.key for one in crime.elements if one.mental] == ["cah.7.1.i/3", "cah.7.1.i/6", "ctx/2"]


def test_the_board_shows_every_element_and_what_was_not_assessed():
    finding = Finding(
        id="F1", kind="legal_characterisation", text="x", level="may-constitute",
        elements=(Element(key="cah.7.1.f/1", state="established", rests_on=("S1",)), Element(key="other/1", state="indications")),
    )  # fmt: skip
    rows = board(finding)
    assert [(row.element.key, row.state) for row in rows] == [
        ("cah.7.1.f/1", "established"), ("cah.7.1.f/2", "not assessed"), ("cah.7.1.f/3", "not assessed"),
        ("ctx/1", "not assessed"), ("ctx/2", "not assessed"), ("other/1", "indications"),
    ]  # fmt: skip
    assert rows[0].rests_on == ("S1",)


def test_a_finding_without_elements_is_of_no_crime():
    finding = Finding(id="F1", kind="incident", text="x", level="established")
    assert (crime_of(finding), board(finding)) == (None, ())
