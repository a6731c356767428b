"""Treaties are held against a State only for the time they bound it."""

import msgspec
import pytest

from witnessmark.evidence.dates import PartialDate
from witnessmark.evidence.findings import Finding
from witnessmark.evidence.treaties import Reservation, TreatyStatus
from witnessmark.weighing.treaties import standing, treaties

DIV = "::: {.finding ref=F5 level=violation}\nThe detention violated the right to liberty. [@S6; @S7]\n:::\n"


def finding(day="2031-05-03", articles=("iccpr/9",), **more):
    return Finding(
        id="F5", kind="legal_characterisation", text="x", level="violation", rests_on=("S6",), state="O7", articles=articles,
        period=PartialDate(value=day), **more,
    )  # fmt: skip


def status(**more):
    return TreatyStatus(
        **({"id": "TS1", "state": "State of Belmark", "treaty": "iccpr", "in_force": "2001-06-23"} | more)
    )


@pytest.fixture
def fired(codes, evidence):
    def run(body, *wanted, finding=None, treaties=()):
        findings = (*evidence.findings, *((finding,) if finding else ()))
        given = msgspec.structs.replace(evidence, findings=findings, treaties=tuple(treaties))
        return [code for code in codes(body, evidence=given) if code in wanted]

    return run


@pytest.mark.parametrize(
    "standings",
    [
        (),
        (status(in_force="2031-06-01"),),
        (status(in_force="", signed="2020-01-01"),),
        (status(denounced="2030-01-01"),),
        (status(reservations=(Reservation(article="9", words="not to emergencies"),)),),
        (status(state="State of Elsewhere"),),
    ],
)
def test_wm306_fires_where_the_treaty_did_not_bind(fired, standings):
    assert fired(DIV, "WM306", finding=finding(), treaties=standings) == ["WM306"]


def test_wm306_fires_on_the_words_of_a_sentence(fired):
    body = "In May 2031 the State of Belmark breached article 9 of the ICCPR. [@S6; @S7]"
    assert fired(body, "WM306") == ["WM306"]
    spelt = body.replace("the ICCPR", "the International Covenant on Civil and Political Rights")
    assert fired(spelt, "WM306", treaties=(status(in_force="2031-06-01"),)) == ["WM306"]


def test_wm306_is_silent_where_it_bound_or_the_words_say_so(fired):
    assert fired(DIV, "WM306", finding=finding(), treaties=(status(),)) == []
    signed = (status(in_force="", signed="2020-01-01"),)
    assert (
        fired(
            DIV.replace("violated", "as signatory to the Covenant, violated"),
            "WM306",
            finding=finding(),
            treaties=signed,
        )
        == []
    )
    reserved = (status(reservations=(Reservation(article="14"),)),)
    assert fired(DIV, "WM306", finding=finding(), treaties=reserved) == []
    assert (
        fired("In May 2031 the State of Belmark breached article 9 of the ICCPR. [@S6]", "WM306", treaties=(status(),))
        == []
    )


def test_wm307_fires_on_an_instrument_later_than_the_facts(fired):
    body = "In May 2001 the guards of Belmark acted in breach of the Mandela Rules. [@S6; @S7]"
    assert fired(body, "WM307") == ["WM307"]
    assert fired(DIV, "WM307", finding=finding("2001-05-03", ("icpped/1",)), treaties=(status(treaty="icpped"),)) == [
        "WM307"
    ]


def test_wm307_is_silent_on_what_was_there(fired):
    assert fired("In May 2031 the guards acted in breach of the Mandela Rules. [@S6; @S7]", "WM307") == []
    assert fired(DIV, "WM307", finding=finding(), treaties=(status(),)) == []


def test_the_data_file_is_whole_and_in_the_order_of_time():
    keys = {one.key for one in treaties().treaties}
    assert len(keys) == len(treaties().treaties)
    for one in treaties().treaties:
        assert one.adopted < one.in_force, one.key
    entry = {one.key: one.in_force for one in treaties().treaties}
    for state in treaties().states:
        assert len({one.treaty for one in state.standings}) == len(state.standings), state.name
        for one in state.standings:
            assert one.treaty in keys
            assert not one.in_force or entry[one.treaty] <= one.in_force, (state.name, one.treaty)
            assert not (one.signed and one.in_force) or one.signed < one.in_force, (state.name, one.treaty)
    named = {article.partition("/")[0] for articles in treaties().articles_by_fact.values() for article in articles}
    assert named <= keys


def test_what_the_casefile_records_goes_before_the_data_file(evidence):
    china = msgspec.structs.replace(
        evidence, treaties=(status(state="People's Republic of China", in_force="2001-06-23"),)
    )
    assert standing(china, "People's Republic of China", "iccpr/9", first="2017", last="2019").kind == "bound"
    assert standing(evidence, "China", "iccpr/9", first="2017", last="2019").kind == "signed only"
    assert standing(evidence, "China", "cat/1", first="2017", last="2019").kind == "bound"
    assert standing(evidence, "China", "c29", first="2017", last="2019").kind == "not yet"
    assert standing(evidence, "Ruritania", "cat/1", first="2017", last="2019").kind == "unknown"
