import pytest

from witnessmark.evidence.findings import Element, Finding
from witnessmark.weighing.corroboration import corroborate
from witnessmark.weighing.elements import elements_of_crimes
from witnessmark.weighing.ladder import licensed

JUDGED = {"facts_verified": True, "reviewer": "R. Reviewer", "judgement": "both accounts agree"}


@pytest.fixture
def evidence(make):
    sources = (
        make.source(1, kind="person", reliability="B"), make.source(2, kind="person", reliability="C"),
        make.source(3, kind="person", reliability="F"), make.source(4, kind="state_body", reliability="D", interested=True),
    )  # fmt: skip
    told = (make.item(n, source=f"O{n}") for n in range(1, 5))
    items = (*told, make.item(5, authenticity="probably authentic"))
    statements = (
        make.statement(1, "E1", speaker="O1", distance=0),
        make.statement(2, "E2", speaker="O2", distance=1, credibility="2"),
        make.statement(3, "E3", speaker="O3", distance=2),
        make.statement(4, "E4", speaker="O4", distance=3),
    )
    return make.evidence(sources=sources, items=items, statements=statements)


def finding(*rests_on, kind="incident", level="established", **more):
    return Finding(id="F1", kind=kind, text="x", level=level, rests_on=rests_on, **more)


def test_two_groups_with_a_reliable_first_hand_account_and_a_judgement_license_established(evidence):
    licence = licensed(evidence, finding("S1", "S2", **JUDGED))
    assert (licence.ladder, licence.level, licence.missing) == ("facts", "established", ())
    assert licence.allows("credible")


@pytest.mark.parametrize("field", ["facts_verified", "reviewer", "judgement"])
def test_without_a_recorded_judgement_nothing_is_established(evidence, field):
    licence = licensed(evidence, finding("S1", "S2", **(JUDGED | {field: type(JUDGED[field])()})))
    assert licence.level == "credible"
    assert len(licence.missing) == 1


def test_one_group_licenses_indications_and_says_what_is_missing(evidence):
    licence = licensed(evidence, finding("S1", **JUDGED))
    assert licence.level == "indications"
    assert "a second independence group (there is 1)" in licence.missing
    assert not licence.allows("established")


def test_a_source_that_cannot_be_judged_licenses_an_account_only(evidence):
    assert licensed(evidence, finding("S3")).level == "account"


def test_a_graded_document_licenses_indications(evidence):
    assert licensed(evidence, finding("E5")).level == "indications"


def test_hearsay_of_two_groups_is_not_credible(evidence):
    assert licensed(evidence, finding("S3", "S4")).level == "account"


def test_a_finding_on_nothing_is_not_verified(evidence):
    assert licensed(evidence, finding()).level == "not-verified"


def elements(state="established", *, context="indications"):
    crime = elements_of_crimes().crimes["cah.7.1.e"]
    return tuple(Element(key=one.key, state=state) for one in crime.own) + tuple(
        Element(key=one.key, state=context) for one in crime.contextual
    )


def law(*rests_on, level="may-constitute", **more):
    return finding(*rests_on, kind="legal_characterisation", level=level, **more)


def test_material_elements_and_an_assessed_context_license_may_constitute(evidence):
    licence = licensed(evidence, law("S1", "S2", elements=elements()))
    assert (licence.ladder, licence.level) == ("law", "may-constitute")
    assert licence.missing


def test_an_element_without_record_counts_as_not_assessed(evidence):
    licence = licensed(evidence, law("S1", "S2", elements=elements()[1:]))
    assert licence.level == "raises-concern"
    assert "cah.7.1.e/1" in " ".join(licence.missing)


def test_a_context_not_assessed_licenses_no_more_than_concern(evidence):
    assert licensed(evidence, law("S1", "S2", elements=elements(context="not assessed"))).level == "raises-concern"


def test_a_violation_needs_every_element_met_and_the_judgement(evidence):
    met = law("S1", "S2", level="violation", elements=elements(context="established"), elements_met=True, **JUDGED)
    assert licensed(evidence, met).level == "violation"
    assert (
        licensed(evidence, law("S1", "S2", elements=elements(context="established"), **JUDGED)).level
        == "may-constitute"
    )


def test_law_on_facts_that_are_only_an_account_licenses_nothing(evidence):
    assert licensed(evidence, law("S3")).level == ""


def test_corroboration_keeps_two_axes_apart_and_tells_who_is_first_hand(evidence):
    weighed = corroborate(evidence, ["S1", "S2", "S4"], against=["S3"])
    assert weighed.grades == (("S1", "B", "6"), ("S2", "C", "2"), ("S4", "D", "6"))
    assert (weighed.first_hand, len(weighed.groups_for), len(weighed.groups_against)) == (("S1", "S2"), 3, 1)


def test_hearsay_only_and_interested_only_are_told(evidence):
    assert corroborate(evidence, ["S3", "S4"]).hearsay_only
    assert not corroborate(evidence, ["S2", "S4"]).hearsay_only
    assert not corroborate(evidence, ["E5"]).hearsay_only
    assert corroborate(evidence, ["S4"]).interested_only
    assert not corroborate(evidence, ["S1", "S4"]).interested_only
