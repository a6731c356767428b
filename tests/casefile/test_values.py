"""Whatever a line of a judgements file holds, it is applied or refused in words, never with a traceback."""

import itertools
import resource

import pytest

from witnessmark.casefile.errors import ConflictError, JudgementError
from witnessmark.evidence.errors import WitnessmarkError

GROUND = [
    {"verdict": "describe", "object": "O1", "value": {"kind": "person", "name": "N"}},
    {"verdict": "describe", "object": "P1", "value": {"name": "N"}},
    {"verdict": "describe", "object": "P2", "value": {"name": "M"}},
    {"verdict": "describe", "object": "A1", "value": {"text": "x"}},
    {"verdict": "confirm", "object": "S1", "value": {"item": "E1", "quote": "three men were taken", "speaker": "O1"}},
]  # fmt: skip
ROWS = [
    ("consent", "O1", {"purpose": "internal", "decision": "given"}),
    ("describe", "I1", {"title": "N", "date": {"value": "2031-05", "precision": "month"}, "acts": [], "involvements": []}),
    ("describe", "Q1", {"type": "claimed", "what": "men", "value": 3, "as_of": {"value": "2031"}, "passages": []}),
    ("confirm", "S2", {"item": "E1", "quote": "men", "occurrence": 1, "speaker": "O1", "hedges": [], "text": "decoded"}),
    ("reject", "E1", {"quote": "men"}), ("grade", "O1", {"reliability": "A"}), ("grade", "E1", {"authenticity": "x"}),
    ("protect", "O1", {"names": ["x y"], "details": []}), ("link", "E1", {"relation": "cites", "to": "O1"}),
    ("stance", "S1", {"allegation": "A1", "stance": "denies"}), ("attest", "E1", {"kind": "translation", "content": "x"}),
    ("disclose", "E1", {"disclosure": "public"}), ("redact", "E1", {"quote": "men", "label": "x"}),
    ("redact", "E1", {"page": 1, "rect": [1, 2, 3, 4]}), ("merge", "P1", {"into": "P2", "judgement": "unsure"}),
    ("request_reply", "RR1", {"to": "O1", "allegations": ["A1"], "sent": "2031-06-02T10:00:00+02:00"}),
]  # fmt: skip
BAD = [
    None, True, 0, -1, 10**30, 1.5, "", "x", "O999999999", [], ["x"], [1], [None], [1, 2, 3, "4"], {}, {"value": "soon"}, {"A1": 3},
]  # fmt: skip


@pytest.mark.parametrize(("verdict", "thing", "value"), ROWS)
def test_a_value_of_any_kind_is_applied_or_refused_in_words(session, judge, add_item, verdict, thing, value):
    add_item("On 3 May 2031 three men were taken, a neighbour said.")
    judge(*GROUND)
    for name, bad in itertools.product([*value, "colour"], BAD):
        refusal = outcome(judge, {"verdict": verdict, "object": thing, "value": value | {name: bad}})
        assert refusal is not None or name != "colour", "a field that nobody knows was passed over"
        assert refusal is None or "decisions.jsonl line 1" in refusal.where
        assert refusal is None or refusal.expected or refusal.do


def outcome(judge, row):
    """Return why a judgement is refused, or None; nothing of it stays."""
    from django.db import transaction

    with transaction.atomic():
        try:
            judge(row)
        except WitnessmarkError as error:
            return error
        finally:
            transaction.set_rollback(True)
    return None


def test_a_very_high_number_costs_no_memory(session, judge):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    judge({"verdict": "describe", "object": "O999999999", "value": {"kind": "person", "name": "N"}})
    judge({"verdict": "describe", "object": "O7", "value": {"kind": "person", "name": "N"}})
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000
    with pytest.raises(ConflictError):
        judge({"verdict": "describe", "object": "O7", "value": {"kind": "person", "name": "Another"}})


def test_merges_do_not_go_in_a_circle(session, judge):
    judge(*GROUND[1:3], {"verdict": "merge", "object": "P1", "value": {"into": "P2", "judgement": "positive"}})
    with pytest.raises(JudgementError, match="circle"):
        judge({"verdict": "merge", "object": "P2", "value": {"into": "P1", "judgement": "positive"}})
    with pytest.raises(JudgementError, match="circle"):
        judge({"verdict": "merge", "object": "P1", "value": {"into": "P1", "judgement": "positive"}})


def test_words_of_a_translation_are_confirmed_only_by_name(session, judge, add_item):
    add_item("有三十人被带走。")
    judge(
        {"verdict": "attest", "object": "E1", "value": {"kind": "translation", "content": "Thirty people were taken."}}
    )
    row = {"verdict": "confirm", "object": "S1", "value": {"item": "E1", "quote": "Thirty people"}}
    with pytest.raises(JudgementError, match="do not stand"):
        judge(row)
    assert judge(row | {"value": row["value"] | {"text": "translation"}}).new == 1


def test_an_occurrence_that_does_not_exist_is_told(session, judge, add_item):
    add_item("Here three men were taken. There three men were taken.")
    with pytest.raises(JudgementError, match="1 to 2"):
        judge({"verdict": "confirm", "object": "S1", "value": {"item": "E1", "quote": "three men", "occurrence": 3}})


def test_an_open_field_of_a_protected_source_may_not_hold_its_name(session, judge):
    judge({"verdict": "describe", "object": "O1", "value": {"kind": "person", "name": "Witness 1", "protected": True}})
    judge({"verdict": "protect", "object": "O1", "value": {"names": ["Halide Testova"]}})
    with pytest.raises(JudgementError, match="protected name") as caught:
        judge({"verdict": "correct", "object": "O1", "value": {"name": "HALIDE  testova"}})
    assert "estova" not in str(caught.value)


def test_a_file_that_begins_with_a_byte_order_mark_is_read(session):
    from witnessmark.casefile.services.judgement_write import read_judgements

    line = (
        b'\xef\xbb\xbf{"author": "a", "time": "2031-06-02T10:00:00+02:00", "verdict": "describe", "object": "O1"}\r\n'
    )
    assert next(read_judgements([line], "x"))[1].object == "O1"


def test_a_line_of_countless_brackets_is_refused(session):
    from witnessmark.casefile.services.judgement_write import read_judgements

    with pytest.raises(JudgementError, match="line 1"):
        list(read_judgements([b'{"value": ' + b"[" * 100_000], "x"))
