"""Stored bytes, hands, altered media, translations, machine-written text."""

import msgspec
import pytest

from witnessmark.evidence.sources import CollectionRecord, Handover
from witnessmark.manuscript.check import check
from witnessmark.manuscript.parse import parse

TOLD = "A miner said that they were kept in the hall for nine days [@S6].\n"
KEPT = {"collected": (CollectionRecord(collected_at="2031-05-09T10:00:00+02:00"),), "integrity": "matches"}


@pytest.fixture
def run(evidence):
    def run(body, code, item="E3", **fields):
        items = tuple(
            msgspec.structs.replace(one, **(KEPT | fields)) if one.id == item else one for one in evidence.items
        )
        return check(parse(body), msgspec.structs.replace(evidence, items=items), codes=[code])

    return run


@pytest.mark.parametrize("state", ["differs", "missing"])
def test_wm701_fires_on_bytes_that_are_not_those_captured(run, state):
    assert [one.code for one in run(TOLD, "WM701", integrity=state).problems] == ["WM701"]


def test_wm701_is_silent_on_matching_bytes_and_unchecked_where_nobody_looked(run):
    assert run(TOLD, "WM701").problems == run(TOLD, "WM701").unchecked == ()
    assert [one.code for one in run(TOLD, "WM701", integrity="").unchecked] == ["WM701"]


def hand(giver, taker, day):
    return Handover(giver=giver, taker=taker, at=f"2031-05-{day:02}T10:00:00+02:00")


@pytest.mark.parametrize(
    "fields",
    [
        {"handovers": (hand("a", "b", 1), hand("c", "d", 2))},
        {"handovers": (hand("a", "b", 3), hand("b", "c", 2))},
        {"handovers": (Handover(giver="a", taker="b", at="yesterday"), hand("b", "c", 2))},
        {"custody_faults": ("no entry in the custody log",)},
        {"collected": ()},
    ],
)
def test_wm702_fires_on_a_gap(run, fields):
    assert [one.code for one in run(TOLD, "WM702", **fields).problems] == ["WM702"]


def test_wm702_is_silent_on_a_whole_chain(run):
    assert run(TOLD, "WM702", handovers=(hand("a", "b", 1), hand("B ", "c", 2))).problems == ()


def test_wm704_fires_on_altered_media_without_a_label(run):
    assert [one.code for one in run("![The gate](E7)", "WM704", item="E7", alteration="edited").problems] == ["WM704"]


def test_wm704_is_silent_with_the_label_and_on_unaltered_media(run):
    assert run("![The gate; edited: faces blurred](E7)", "WM704", item="E7", alteration="edited").problems == ()
    assert run("![The gate](E7)", "WM704", item="E7", alteration="none").problems == ()


def unattested(evidence, by):
    texts = tuple(msgspec.structs.replace(one, attested_by=by) if one.id == "T7" else one for one in evidence.texts)
    return msgspec.structs.replace(evidence, texts=texts)


def test_wm705_fires_on_a_transcription_that_nobody_vouches_for(evidence):
    found = check(parse("The directive sends 17 miners. [@S11]"), unattested(evidence, ""), codes=["WM705"]).problems
    assert [one.code for one in found] == ["WM705"]


def test_wm705_is_silent_on_an_attested_one(evidence):
    assert (
        check(parse("The directive sends 17 miners. [@S11]"), unattested(evidence, "A."), codes=["WM705"]).problems
        == ()
    )


def test_wm706_fires_on_machine_text_that_nobody_accepted_or_that_cites_nothing(run):
    assert [one.code for one in run("::: {.machine tool=x}\nThe hall was locked. [@S6]\n:::", "WM706").problems] == [
        "WM706"
    ]
    assert [one.code for one in run("::: {.machine accepted=Lind}\nThe hall was locked.\n:::", "WM706").problems] == [
        "WM706"
    ]


def test_wm706_is_silent_on_accepted_text_with_support(run):
    assert run("::: {.machine tool=x accepted=Lind}\nThe hall was locked. [@S6]\n:::", "WM706").problems == ()
