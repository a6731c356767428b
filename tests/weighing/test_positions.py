from witnessmark.evidence.dates import PartialDate
from witnessmark.evidence.findings import Reply, ReplyRequest
from witnessmark.evidence.statements import Allegation, Stance
from witnessmark.weighing.positions import positions


def case(make, *stances, **more):
    statements = tuple(
        make.statement(n, "E1", speaker=speaker, date=PartialDate(value=day) if day else None)
        for n, (speaker, day, _) in enumerate(stances, 1)
    )
    return make.evidence(
        sources=(make.source(1, "Ministry", kind="state_body", parent="O2"), make.source(2, "State", kind="state_body", party="State of X"),
                 make.source(3, "Union", kind="organisation")),
        items=(make.item(1),), statements=statements, allegations=(Allegation(id="A1", text="x", against=("O1",)),),
        stances=tuple(Stance(statement=f"S{n}", allegation="A1", stance=one[2]) for n, one in enumerate(stances, 1)), **more,
    )  # fmt: skip


def test_stances_of_a_party_stand_in_order_of_time_with_changes_marked(make):
    evidence = case(
        make, ("O1", "2031-06", "qualifies"), ("O1", "2031-05-03", "denies"), ("O2", "2031-07-01", "qualifies")
    )
    rows = positions(evidence)
    assert [(row.party, row.date, row.stance, row.changed) for row in rows] == [
        ("State of X", "2031-05-03", "denies", False),
        ("State of X", "2031-06", "qualifies", True),
        ("State of X", "2031-07-01", "qualifies", False),
    ]


def test_declining_to_answer_is_no_change_of_position(make):
    rows = positions(
        case(make, ("O3", "2031-05-01", "asserts"), ("O3", "2031-05-02", "declines"), ("O3", "2031-05-03", "asserts"))
    )
    assert [row.changed for row in rows] == [False, False, False]


def test_a_party_that_was_asked_and_said_nothing_has_a_row(make):
    request = ReplyRequest(id="RR1", to="O3", allegations=("A1",), sent="2031-06-01", due="2031-06-15T10:00Z")
    rows = positions(case(make, reply_requests=(request,)))
    assert [(row.party, row.stance, row.date) for row in rows] == [("Union", "no answer", "2031-06-15T10:00Z")]
    answered = case(
        make, reply_requests=(request,), replies=(Reply(id="RP1", request="RR1", outcomes={"A1": "denies"}),)
    )
    assert positions(answered) == ()


def test_an_allegation_can_be_asked_for_alone(make):
    evidence = case(make, ("O1", "", "denies"))
    assert len(positions(evidence, "A1")) == 1
    assert positions(evidence, "A2") == ()
