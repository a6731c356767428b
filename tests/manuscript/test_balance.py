"""What speaks against, open conflicts, time to answer, replies carried, corrections made."""

import msgspec
import pytest

from witnessmark.evidence.findings import Correction, Finding, Reply, ReplyPoint, ReplyRequest
from witnessmark.evidence.statements import Conflict

FINDING = (
    "::: {.finding ref=F1 level=established}\nPolice held 17 people at Tarn quarry in May 2031. [@S6; @S7]\n:::\n\n"
)
DENIAL = "The Ministry denied that the men had been beaten. [@S3]\n"


@pytest.fixture
def fired(codes, evidence):
    def run(body, *wanted, **changes):
        given = msgspec.structs.replace(evidence, **changes)
        return [code for code in codes(body, evidence=given) if code in wanted]

    return run


def against(*ids, allegations=()):
    return (
        Finding(
            id="F1",
            kind="incident",
            text="x",
            level="established",
            rests_on=("S6", "S7"),
            against=ids,
            allegations=allegations,
        ),
    )


def test_wm501_fires_on_contrary_evidence_that_is_left_out(fired):
    assert fired(FINDING, "WM501", findings=against("S3")) == ["WM501"]
    assert fired(FINDING, "WM501", findings=against(allegations=("A1",))) == ["WM501"]


def test_wm501_is_silent_where_it_is_cited(fired):
    assert fired(FINDING + DENIAL, "WM501", findings=against("S3", allegations=("A1",))) == []


def test_wm502_fires_on_an_open_conflict_of_what_is_cited(fired):
    conflict = Conflict(id="CF1", kind="number", between=("S6", "S1"))
    assert fired("One said 17. [@S6] The other said 17. [@S1]", "WM502", conflicts=(conflict,)) == ["WM502"]


def test_wm502_is_silent_on_a_weighed_one_and_on_what_is_not_cited(fired):
    weighed = Conflict(id="CF1", kind="number", between=("S6", "S1"), weighed="the register is nearer", by="r")
    assert fired("One said 17. [@S6] The other said 17. [@S1]", "WM502", conflicts=(weighed,)) == []
    other = Conflict(id="CF1", kind="number", between=("S6", "S9"))
    assert fired("One said 17. [@S6] The other said 17. [@S1]", "WM502", conflicts=(other,)) == []


def letter(due, **more):
    return (ReplyRequest(id="RR1", to="O7", allegations=("A1",), sent="2031-06-01T10:00:00+02:00", due=due, **more),)


def test_wm504_fires_on_too_little_time(fired):
    assert fired(DENIAL, "WM504", reply_requests=letter("2031-06-03T10:00:00+02:00")) == ["WM504"]
    assert fired(DENIAL, "WM504", reply_requests=letter("")) == ["WM504"]
    assert fired(DENIAL, "WM504", reply_requests=letter("soon")) == ["WM504"]
    assert fired(DENIAL, "WM504", reply_requests=letter("2031-06-20T10:00:00")) == ["WM504"]


def test_wm504_is_silent_on_two_weeks_and_on_an_extension(fired):
    assert fired(DENIAL, "WM504", reply_requests=letter("2031-06-15T10:00:00+02:00")) == []
    longer = letter("2031-06-03T10:00:00+02:00", extended_to="2031-06-20T10:00:00+02:00")
    assert fired(DENIAL, "WM504", reply_requests=longer) == []


def reply(received="2031-06-10T09:00:00+02:00", *points, outcome="denies"):
    return (Reply(id="RP1", request="RR1", item="E9", received=received, outcomes={"A1": outcome}, points=points),)


POINT = ReplyPoint(allegation="A1", outcome="denies", statement="S3", exculpatory=True)


def test_wm506_fires_on_a_reply_or_a_point_that_is_left_out(fired):
    assert fired(FINDING, "WM506", replies=reply()) == ["WM506"]
    assert fired(
        FINDING + "The Ministry replied. [@RP1]", "WM506", replies=reply("2031-06-10T09:00:00+02:00", POINT)
    ) == ["WM506"]


def test_wm506_is_silent_where_it_is_carried_and_where_nothing_came(fired):
    both = FINDING + "The Ministry replied. [@RP1] " + DENIAL
    assert fired(both, "WM506", replies=reply("2031-06-10T09:00:00+02:00", POINT)) == []
    assert fired(FINDING, "WM506", replies=reply(outcome="no response by deadline")) == []


def change(**fields):
    return (Correction(reply="RP1", comment="wrong gate", accepted=True, reason="so it is", change="gate", **fields),)


def test_wm507_fires_on_a_correction_that_was_not_made(fired):
    assert fired("They came by Gate 3. [@S6]", "WM507", corrections=change(was="Gate 3", now="Gate 2")) == ["WM507"]
    assert fired("They came. [@S6]", "WM507", corrections=change(now="Gate 2")) == ["WM507"]


def test_wm507_is_silent_on_one_that_was(fired):
    assert fired("They came by Gate 2. [@S6]", "WM507", corrections=change(was="Gate 3", now="Gate 2")) == []


def test_wm508_fires_on_what_speaks_for_the_addressee_and_is_left_out(fired):
    assert fired(FINDING, "WM508", replies=reply("2031-06-10T09:00:00+02:00", POINT)) == ["WM508"]


def test_wm508_is_silent_where_it_stands(fired):
    assert fired(DENIAL, "WM508", replies=reply("2031-06-10T09:00:00+02:00", POINT)) == []


def test_wm510_fires_on_a_late_reply_that_is_not_called_so_and_on_an_answer_called_silence(fired):
    assert fired("The Ministry denied it. [@RP1]", "WM510", replies=reply("2031-07-20T09:00:00+02:00")) == ["WM510"]
    assert fired("The Ministry did not reply. [@RP1]", "WM510", replies=reply()) == ["WM510"]


def test_wm510_is_silent_on_what_is_told_as_it_was(fired):
    late = "The Ministry denied it, five weeks after the deadline. [@RP1]"
    assert fired(late, "WM510", replies=reply("2031-07-20T09:00:00+02:00")) == []
    assert fired("The Ministry denied it. [@RP1]", "WM510", replies=reply()) == []
    silent = reply("2031-06-16T09:00:00+02:00", outcome="no response by deadline")
    assert fired("The Ministry did not reply. [@RP1]", "WM510", replies=silent) == []
