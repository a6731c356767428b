"""People's decisions: applied wholly or not at all, once, and remembered."""

import sqlite3

import pytest

from witnessmark.casefile.errors import ConflictError, JudgementError, UnknownIdError

ASH = {"verdict": "describe", "object": "O1", "value": {"kind": "organisation", "name": "River Watch"}}
STATEMENT = {
    "verdict": "confirm", "object": "S1",
    "value": {"item": "E1", "quote": "three men were taken", "speaker": "O1", "kind": "indirect", "distance": 2},
}  # fmt: skip


def test_the_same_file_twice_changes_nothing(session, judge):
    from witnessmark.casefile.records import History, Source

    assert judge(ASH).new == 1
    before = History.objects.count()
    again = judge(ASH)
    assert (again.new, again.known) == (0, 1)
    assert (Source.objects.count(), History.objects.count()) == (1, before)


def test_a_judgement_on_a_missing_id_applies_nothing_of_its_file(session, judge):
    from witnessmark.casefile.records import Judgement, Source

    with pytest.raises(UnknownIdError) as caught:
        judge(ASH, {"verdict": "grade", "object": "O99", "value": {"reliability": "B"}})
    assert "line 2" in str(caught.value)
    assert "O99" in str(caught.value)
    assert (Source.objects.count(), Judgement.objects.count()) == (0, 0)


def test_an_id_is_never_used_twice(session, judge):
    judge(ASH)
    with pytest.raises(ConflictError, match="taken"):
        judge(ASH | {"reason": "another"})


def test_skipped_ids_may_be_used_later(session, judge):
    judge(ASH | {"object": "O3"})
    judge(ASH | {"object": "O2"})
    from witnessmark.casefile.records import Source

    assert [source.human_id for source in Source.objects.all()] == ["O2", "O3"]


def test_the_same_key_with_other_content_is_refused(session, judge):
    judge(ASH | {"key": "k1"})
    with pytest.raises(ConflictError, match="key"):
        judge(ASH | {"key": "k1", "object": "O2"})


def test_a_statement_holds_the_exact_words_and_where_they_stand(session, judge, add_item):
    content = "On Monday\r\nthree men  were taken, a neighbour said."
    add_item(content)
    judge(ASH, STATEMENT)
    from witnessmark.casefile.services.snapshot_read import snapshot

    passage = snapshot(session).statements[0].passage
    assert passage.quote == "three men  were taken"
    assert content[passage.start : passage.end] == passage.quote


def test_words_that_the_item_does_not_hold_are_refused_with_the_nearest(session, judge, add_item):
    add_item("Thirteen men were taken, a neighbour said.")
    with pytest.raises(JudgementError, match="do not stand") as caught:
        judge(ASH, STATEMENT)
    assert "men were taken" in str(caught.value)


def test_words_in_several_places_need_an_occurrence(session, judge, add_item):
    content = "Here three men were taken. There three men were taken."
    add_item(content)
    with pytest.raises(JudgementError, match="several places"):
        judge(ASH, STATEMENT)
    judge(ASH, STATEMENT | {"value": STATEMENT["value"] | {"occurrence": 2}})
    from witnessmark.casefile.services.snapshot_read import snapshot

    assert snapshot(session).statements[0].passage.start == content.rindex("three")


def test_a_time_without_offset_is_refused(session, judge):
    with pytest.raises(JudgementError, match="offset"):
        judge(ASH | {"time": "2031-06-02T10:00:00"})


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"verdict": "decree", "object": "O1"}, "unknown verdict"),
        (
            {"verdict": "describe", "object": "O1", "value": {"kind": "organisation", "name": "x", "colour": "red"}},
            "colour",
        ),
        ({"verdict": "describe", "object": "O1", "value": {"kind": "ghost", "name": "x"}}, "kind"),
        ({"verdict": "describe", "object": "S1", "value": {}}, "confirm"),
        ({"verdict": "describe", "object": "Z1", "value": {}}, "not an id"),
        ({"verdict": "describe", "object": "A1", "value": {"text": "x", "against": ["O7"]}}, "O7"),
        ({"verdict": "describe", "object": "O1", "value": {"kind": "person", "name": "x", "parent": 7}}, "parent"),
        ({"verdict": "grade", "object": "O1", "reason": " ", "value": {"reliability": "A"}}, "reason"),
        ({"verdict": "confirm", "object": "S1", "value": {"item": "E1"}}, "missing required field `quote`"),
        ({"verdict": "confirm", "object": "S1", "value": {"item": "E1", "quote": "x"}}, "no such record"),
        ({"verdict": "disclose", "object": "O1", "value": {"disclosure": "public"}}, "no such record"),
        ({"verdict": "correct", "object": "E9", "value": {"title": "x"}}, "no such record"),
    ],
)
def test_a_judgement_that_makes_no_sense_is_told_in_words(session, judge, row, words):
    with pytest.raises(JudgementError) as caught:
        judge(row)
    assert words in str(caught.value)


def test_a_line_that_is_not_json_is_told_with_its_number(session):
    from witnessmark.casefile.services.judgement_write import apply_judgements, read_judgements

    with pytest.raises(JudgementError, match="decisions line 3"):
        apply_judgements(session, read_judgements([b"\n", b"\n", b"{oops"], "decisions"))


def test_history_keeps_what_was_before(session, judge):
    judge(
        ASH, {"verdict": "correct", "object": "O1", "value": {"name": "River Watch Foundation"}, "reason": "full name"}
    )
    from witnessmark.casefile.records import History

    row = History.objects.get(action="correct")
    assert (row.before["name"], row.after["name"]) == ("River Watch", "River Watch Foundation")


@pytest.mark.parametrize("table", ["casefile_history", "casefile_judgement", "custody_leaf"])
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET rowid = rowid + 1"])
def test_append_only_tables_refuse_change_also_from_outside(session, judge, table, statement):
    judge(ASH)
    with sqlite3.connect(session.folder.database) as direct, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        direct.execute(statement.format(table))
    direct.close()


def test_the_log_stays_whole_after_judgements(session, judge):
    judge(ASH)
    from witnessmark.casefile.services.custody_read import verify_log

    report = verify_log(session)
    assert report.ok
    assert report.size == 2
