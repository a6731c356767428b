"""What is cited: a place in long documents, evidence of its time, graded authenticity, the whole capture."""

import msgspec
import pytest

from witnessmark.evidence.dates import PartialDate
from witnessmark.evidence.sources import CollectionRecord


@pytest.fixture
def fired(codes, evidence):
    def run(body, *wanted, texts=None, **changed):
        items = tuple(
            msgspec.structs.replace(one, **changed[one.id]) if one.id in changed else one for one in evidence.items
        )
        given = msgspec.structs.replace(evidence, items=items, **({"texts": texts} if texts else {}))
        return [code for code in codes(body, evidence=given) if code in wanted]

    return run


def longer(evidence, one):
    grown = msgspec.structs.replace(evidence.index[one], content=evidence.index[one].content + "\n\nMore of it." * 2000)
    return tuple(grown if text.id == one else text for text in evidence.texts)


def test_wm109_fires_on_a_long_document_cited_as_a_whole(fired, evidence):
    assert fired("Police held 17 people at Tarn quarry. [@E1]", "WM109", texts=longer(evidence, "T1")) == ["WM109"]


def test_wm109_is_silent_on_a_statement_a_place_or_a_short_document(fired, evidence):
    texts = longer(evidence, "T1")
    assert fired("Police held 17 people at Tarn quarry. [@S1]", "WM109", texts=texts) == []
    assert fired("Police held 17 people at Tarn quarry. [@E1, line 2]", "WM109", texts=texts) == []
    assert fired("Police held 17 people at Tarn quarry. [@E1]", "WM109") == []


def test_wm111_fires_on_evidence_older_than_the_claim(fired):
    assert fired("The hall was still in use on 9 June 2031. [@S1]", "WM111") == ["WM111"]
    assert fired("In 2032 the hall was still in use. [@S1; @E1]", "WM111") == ["WM111"]


def test_wm111_is_silent_on_what_was_planned_and_on_what_was_before(fired):
    assert fired("Police detained 17 people on 3 May 2031. [@S1]", "WM111") == []
    assert fired("The quarry will be closed on 9 June 2031. [@S1]", "WM111") == []
    assert fired("The hall was in use on 9 June 2031. [@S1; @F1]", "WM111") == []


@pytest.mark.parametrize("obtained", ["leaked", "seized"])
def test_wm310_fires_on_what_nobody_graded(fired, obtained):
    body = "The directive orders 17 miners to the hall. [@S11]"
    assert fired(body, "WM310", E7={"obtained": obtained}) == ["WM310"]
    assert fired("The paper is genuine. [@E8]", "WM310") == ["WM310"]


def test_wm310_is_silent_on_a_graded_or_open_one(fired):
    body = "The directive orders 17 miners to the hall. [@S11]"
    graded = {"obtained": "leaked", "authenticity": "probably authentic: layout, numbering"}
    assert fired(body, "WM310", E7=graded) == []
    assert fired(body, "WM310", E7={"obtained": "open"}) == []


PAGE = CollectionRecord(
    collected_at="2031-05-20T10:00:00+02:00", address="https://gazette.example/a", missing=("c: full-page capture",)
)


def test_wm703_fires_on_a_page_without_its_picture(fired):
    assert fired("Police detained 17 people. [@S1]", "WM703", E1={"collected": (PAGE,)}) == ["WM703"]


def test_wm703_is_silent_on_a_whole_capture_and_where_method_says_so(fired):
    body = "Police detained 17 people. [@S1]"
    whole = (PAGE, msgspec.structs.replace(PAGE, missing=()))
    assert fired(body, "WM703", E1={"collected": whole}) == []
    told = "# Method\n\nPages were saved without a full-page capture.\n\n# Facts\n\n" + body
    assert fired(told, "WM703", E1={"collected": (PAGE,)}) == []
    assert fired("They kept 17 people. [@S6]", "WM703", E1={"collected": (PAGE,)}) == []


def test_what_has_no_date_is_not_called_old(fired):
    undated = {"published": None, "collected": ()}
    assert fired("The hall was still in use on 9 June 2031. [@S1]", "WM111", E1=undated) == []
    later = {"published": PartialDate(value="2031-06", precision="month")}
    assert fired("The hall was still in use on 9 June 2031. [@S1]", "WM111", E1=later) == []
