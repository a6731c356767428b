import msgspec
import pytest

from witnessmark.manuscript.check import check
from witnessmark.manuscript.digests import evidence_digest
from witnessmark.manuscript.errors import WaiverRefusedError
from witnessmark.manuscript.parse import parse
from witnessmark.manuscript.waivers import make_waiver

SOURCE = "Police brought 17 people into the hall on 3 May 2031 [@S7]."
SIGNED = {"id": "W1", "by": "R. Reviewer", "at": "2031-06-20T09:00+02:00", "reason": "no second witness can be asked"}


@pytest.fixture
def problem(evidence):
    (one,) = check(parse(SOURCE), evidence, codes=["WM201"]).problems
    return one


def with_waivers(evidence, *waivers):
    return msgspec.structs.replace(evidence, waivers=waivers)


def test_a_signed_waiver_passes_an_error_and_is_shown(evidence, problem):
    waiver = make_waiver(problem, **SIGNED)
    outcome = check(parse(SOURCE), with_waivers(evidence, waiver), codes=["WM201"])
    assert (outcome.problems, outcome.lapsed) == ((), ())
    assert [(one.problem.code, one.waiver.by) for one in outcome.waived] == [("WM201", "R. Reviewer")]
    assert not outcome.blocks_release


def test_a_waiver_holds_when_only_white_space_changes(evidence, problem):
    waiver = make_waiver(problem, **SIGNED)
    moved = parse("# Facts\n\n" + SOURCE.replace("people into", "people\ninto"))
    assert check(moved, with_waivers(evidence, waiver), codes=["WM201"]).problems == ()


def test_a_waiver_lapses_visibly_when_the_sentence_changes(evidence, problem):
    waiver = make_waiver(problem, **SIGNED)
    outcome = check(parse(SOURCE.replace("brought", "took")), with_waivers(evidence, waiver), codes=["WM201"])
    assert [one.code for one in outcome.problems] == ["WM201"]
    assert [one.reason for one in outcome.lapsed] == ["the sentence has changed"]


def test_a_waiver_lapses_visibly_when_the_evidence_changes(evidence, problem):
    waiver = make_waiver(problem, **SIGNED)
    changed = tuple(
        msgspec.structs.replace(one, credibility="3") if one.id == "S7" else one for one in evidence.statements
    )
    outcome = check(
        parse(SOURCE), msgspec.structs.replace(evidence, statements=changed, waivers=(waiver,)), codes=["WM201"]
    )
    assert [one.reason for one in outcome.lapsed] == ["the evidence that the sentence cites has changed"]
    assert outcome.blocks_release


def test_what_blocks_cannot_be_waived_even_by_a_forged_waiver(evidence, problem):
    fact = "Police burned the school."
    (blocking,) = check(parse(fact), evidence, codes=["WM101"]).problems
    with pytest.raises(WaiverRefusedError, match="cannot be waived"):
        make_waiver(blocking, **SIGNED)
    forged = msgspec.structs.replace(
        make_waiver(problem, **SIGNED), code="WM101", sentence_sha256=blocking.sentence_sha256, evidence_sha256=""
    )
    outcome = check(parse(fact), with_waivers(evidence, forged), codes=["WM101"])
    assert [one.code for one in outcome.problems] == ["WM101"]
    assert "blocks" in outcome.lapsed[0].reason


@pytest.mark.parametrize("missing", ["by", "at", "reason"])
def test_a_waiver_without_name_time_or_reason_is_refused(problem, missing):
    with pytest.raises(WaiverRefusedError, match="signed and reasoned"):
        make_waiver(problem, **(SIGNED | {missing: " "}))


def test_the_evidence_digest_covers_the_text_behind_a_statement(evidence):
    before = evidence_digest(evidence, ["S7"])
    texts = tuple(
        msgspec.structs.replace(one, content=one.content + "x") if one.id == "T4" else one for one in evidence.texts
    )
    assert evidence_digest(msgspec.structs.replace(evidence, texts=texts), ["S7"]) != before
    assert evidence_digest(evidence, ["S7", "S7"]) == before
    assert evidence_digest(evidence, ["S404"]) != evidence_digest(evidence, [])
