import pytest

from witnessmark.text.fingerprint import fingerprint
from witnessmark.weighing.circular import circular_citations
from witnessmark.weighing.errors import UnknownRecordError
from witnessmark.weighing.groups import independence_groups


def members(evidence, ids):
    return [list(group.members) for group in independence_groups(evidence, ids)]


def test_items_without_a_shared_origin_are_groups_of_their_own(make):
    evidence = make.evidence(items=(make.item(1), make.item(2)))
    assert members(evidence, ["E1", "E2"]) == [["E1"], ["E2"]]


@pytest.mark.parametrize(
    "relation",
    ["same_witness", "same_document", "wire_copy", "parent_organisation", "cites", "near_duplicate", "translation_of"],
)
def test_every_relation_joins_with_its_reason(make, relation):
    evidence = make.evidence(items=(make.item(1), make.item(2, make.link(relation, "E1", "one from the other"))))
    (group,) = independence_groups(evidence, ["E1", "E2"])
    assert (group.members, group.reasons) == (("E1", "E2"), ("one from the other",))
    assert group.edges[0].relation == relation


def test_a_cut_link_parts_the_group(make):
    whole = make.evidence(items=(make.item(1), make.item(2, make.link("wire_copy", "E1"))))
    parted = make.evidence(items=(make.item(1), make.item(2, make.link("wire_copy", "E1", cut=True))))
    assert (len(independence_groups(whole, ["E1", "E2"])), len(independence_groups(parted, ["E1", "E2"]))) == (1, 2)


def test_a_chain_of_citations_joins_through_items_that_were_not_asked_for(make):
    items = (make.item(1), make.item(2, make.link("cites", "E1")), make.item(3, make.link("cites", "E2")))
    (group,) = independence_groups(make.evidence(items=items), ["E1", "E3"])
    assert {(edge.a, edge.b) for edge in group.edges} == {("E3", "E2"), ("E2", "E1")}


def test_two_outlets_of_one_owner_are_one_group(make):
    sources = (make.source(1, parent="O3"), make.source(2, parent="O3"), make.source(3, "Holding", kind="organisation"))
    evidence = make.evidence(sources=sources, items=(make.item(1, source="O1"), make.item(2, source="O2")))
    (group,) = independence_groups(evidence, ["E1", "E2"])
    assert "Source 1 (O1) belongs to Holding (O3)" in group.reasons


def test_one_speaker_in_several_items_is_one_group(make):
    evidence = make.evidence(
        sources=(make.source(1, kind="person"),), items=(make.item(1), make.item(2)),
        statements=(make.statement(1, "E1", speaker="O1"), make.statement(2, "E2", speaker="O1"), make.statement(3, "E2")),
    )  # fmt: skip
    assert members(evidence, ["S1", "S2"]) == [["S1", "S2"]]
    assert members(evidence, ["S1", "S3"]) == [["S1"], ["S3"]]


def test_sources_of_unknown_kind_join_nothing(make):
    evidence = make.evidence(
        sources=(make.source(1, kind="unknown"),), items=(make.item(1, source="O1"), make.item(2, source="O1"))
    )
    assert len(independence_groups(evidence, ["E1", "E2"])) == 2


def test_the_same_bytes_are_one_group(make):
    evidence = make.evidence(items=(make.item(1, sha256="a" * 64), make.item(2, sha256="a" * 64)))
    assert len(independence_groups(evidence, ["E1", "E2"])) == 1


ORIGINAL = "Police detained seventeen people at the quarry on Monday and kept them in a hall for nine days without giving any reason."
REWORDED = "Officers at a stone pit took 17 persons away early this week; for more than a week the group sat in a hall, unaware why."
TOLD = {
    "quotations": ("we were not told why", "nobody asked us to sign"),
    "numbers": ("17", "9", "40", "3"),
    "names": ("Tarn", "Marek", "Belmark", "Oda"),
}


def test_a_lightly_edited_copy_is_found_by_its_words(make):
    a, b = fingerprint(ORIGINAL), fingerprint(ORIGINAL.replace("Monday", "Tuesday"))
    (group,) = independence_groups(
        make.evidence(items=(make.item(1, fingerprint=a), make.item(2, fingerprint=b))), ["E1", "E2"]
    )
    assert "word sequences are the same" in group.reasons[0]


def test_a_reworded_copy_is_found_by_its_sequence_of_quotations_numbers_and_names(make):
    a, b = fingerprint(ORIGINAL, **TOLD), fingerprint(REWORDED, **TOLD)
    (group,) = independence_groups(
        make.evidence(items=(make.item(1, fingerprint=a), make.item(2, fingerprint=b))), ["E1", "E2"]
    )
    assert "the same sequence of" in group.reasons[0]


def test_two_texts_on_one_event_in_their_own_words_stay_apart(make):
    a = fingerprint(ORIGINAL, **TOLD)
    b = fingerprint(REWORDED, quotations=("I cooked",), numbers=("17", "2"), names=("Tarn", "Ilan", "Corve"))
    evidence = make.evidence(items=(make.item(1, fingerprint=a), make.item(2, fingerprint=b)))
    assert len(independence_groups(evidence, ["E1", "E2"])) == 2


def test_a_computed_edge_can_be_cut_too(make):
    a = fingerprint(ORIGINAL)
    cut = make.link("near_duplicate", "E1", cut=True)
    evidence = make.evidence(items=(make.item(1, fingerprint=a), make.item(2, cut, fingerprint=a)))
    assert len(independence_groups(evidence, ["E1", "E2"])) == 2


def test_an_id_that_carries_no_evidence_is_refused(make):
    with pytest.raises(UnknownRecordError, match="E9"):
        independence_groups(make.evidence(), ["E9"])


def test_nothing_asked_gives_no_group(make):
    assert independence_groups(make.evidence(), []) == ()


def test_circular_reporting_is_told_with_its_path(make):
    items = (
        make.item(1, make.link("cites", "E3")),
        make.item(2, make.link("cites", "E1")),
        make.item(3, make.link("cites", "E2")),
        make.item(4, make.link("cites", "E1")),
    )
    assert circular_citations(make.evidence(items=items)) == (("E1", "E3", "E2", "E1"),)


def test_a_long_chain_is_no_circle_and_needs_no_recursion(make):
    items = tuple(make.item(n, make.link("cites", f"E{n + 1}")) for n in range(1, 3000))
    assert circular_citations(make.evidence(items=items)) == ()
