"""Letters that lack an allegation, and sampling from one side."""

import msgspec
import pytest

from witnessmark.evidence.sources import Item, Source
from witnessmark.evidence.statements import Allegation, Stance

BODY = "Police held 17 people in the hall. [@S6; @S7]\n"


@pytest.fixture
def fired(codes, evidence):
    def run(body, *wanted, **changes):
        return [code for code in codes(body, evidence=msgspec.structs.replace(evidence, **changes)) if code in wanted]

    return run


def test_wm505_fires_on_an_allegation_added_after_the_letter(fired, evidence):
    later = Allegation(id="A2", text="The foreman struck two boys.", against=("O7",))
    stances = (*evidence.stances, Stance(statement="S12", allegation="A2", stance="asserts"))
    body = BODY + "The foreman struck two boys. [@S12]\n"
    assert fired(body, "WM503", "WM505", allegations=(*evidence.allegations, later), stances=stances) == ["WM505"]


def test_wm505_fires_on_a_letter_without_the_figure(fired, evidence):
    long = "We write to ask for your comment on what people told us of the hall at Tarn. " * 8
    letter = msgspec.structs.replace(evidence.reply_requests[0], text=long)
    assert fired(BODY, "WM505", reply_requests=(letter,)) == ["WM505"]


def test_wm505_is_silent_where_it_was_put(fired, evidence):
    long = "We write to ask for your comment on the 17 people of the hall at Tarn. " * 8
    letter = msgspec.structs.replace(evidence.reply_requests[0], text=long)
    assert fired(BODY, "WM505", reply_requests=(letter,)) == []
    assert fired(BODY, "WM505") == []


def tellers(evidence, party):
    people = tuple(
        Source(id=f"O{n}", kind="person", name=f"Miner {n}", party=party, reliability="B") for n in range(20, 26)
    )
    items = tuple(
        Item(id=f"E{n}", media_type="text/plain", source=f"O{n}", genre="note", texts=(f"T{n}",)) for n in range(20, 26)
    )
    texts = tuple(msgspec.structs.replace(evidence.index["T3"], id=f"T{n}", item=f"E{n}") for n in range(20, 26))
    return {
        "sources": (*evidence.sources, *people), "items": (*evidence.items, *items), "texts": (*evidence.texts, *texts),
    }  # fmt: skip


ALL = "They were held. [@E20; @E21; @E22; @E23; @E24; @E25]\n"


def test_wm509_fires_on_one_side_only(fired, evidence):
    assert fired(ALL, "WM509", **tellers(evidence, "Upriver Front")) == ["WM509"]
    assert fired(ALL + BODY, "WM509", **tellers(evidence, "")) == ["WM509"]


def test_wm509_is_silent_where_it_is_told_or_the_other_side_is_cited(fired, evidence):
    told = (
        "# Method\n\nPeople were found through one another, and no access was given to the other side.\n\n# Facts\n\n"
    )
    assert fired(told + ALL, "WM509", **tellers(evidence, "Upriver Front")) == []
    assert fired(ALL + BODY + "The Ministry denied it. [@S3]\n", "WM509", **tellers(evidence, "")) == []
    assert fired(BODY, "WM509") == []
