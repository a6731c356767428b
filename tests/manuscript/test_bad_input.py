"""Broken snapshots and manuscripts: a clear problem each, never a crash, never a silent pass."""

import time

import pytest
from msgspec.structs import replace

from witnessmark.evidence.dates import PartialDate
from witnessmark.evidence.findings import (
    Correction,
    Element,
    Finding,
    Recommendation,
    Reply,
    ReplyPoint,
    ReplyRequest,
    Review,
    Waiver,
)  # fmt: skip
from witnessmark.evidence.publication import Corrigendum, Published
from witnessmark.evidence.sources import Handover, Link, Portrait
from witnessmark.evidence.statements import Allegation, Conflict, Quantity, Stance, Statement
from witnessmark.evidence.text import Passage
from witnessmark.evidence.treaties import TreatyStatus
from witnessmark.manuscript.check import check
from witnessmark.manuscript.companions import Companion, Part
from witnessmark.manuscript.parse import parse

LOST = {
    "statements": Statement(id="S90", item="E99", passage=Passage(text="T99", start=5, end=2, quote="x"), kind="direct", speaker="O99"),
    "allegations": Allegation(id="A90", text="", against=("O99", "")),
    "stances": Stance(statement="S99", allegation="A99", stance="denies"),
    "quantities": Quantity(id="Q90", type="claimed", what="", value=-1e308, low=9, high=2, owner="O99", statements=("S99",),
                           overlaps=("Q99", "Q90"), origin="Q90", as_of=PartialDate(value="soon", precision="unknown")),
    "findings": Finding(id="F90", kind="incident", text="", level="established", rests_on=("F90", "S99"), against=("F99",),
                        allegations=("A99",), elements=(Element(key="cah.9.9/1", state="established", rests_on=("S99",)),),
                        state="O99", articles=("iccpr/999", "nothing"), period=PartialDate(value="2031-13-45/2030")),
    "reply_requests": ReplyRequest(id="RR90", to="O99", allegations=("A99",), sent="yesterday", due="2031-02-30T10:00+99:00"),
    "replies": Reply(id="RP90", request="RR99", item="E99", received="late", points=(ReplyPoint(allegation="A99", outcome="denies", statement="S99"),)),
    "corrections": Correction(reply="RP99", comment="", accepted=True, reason="", was="", now=""),
    "recommendations": Recommendation(id="N90", to="", text="", findings=("F99",)),
    "waivers": Waiver(id="WV90", code="WM999", sentence_sha256="x", evidence_sha256="", by="", at="", reason=""),
    "reviews": Review(id="RV90", sentence_sha256="x", evidence_sha256="x", by="", at="never", verdict="signed"),
    "conflicts": Conflict(id="CF90", kind="date", between=("S99", "S99")),
    "treaties": TreatyStatus(id="TS90", state="", treaty="", signed="x", in_force="y", denounced="z"),
    "published": Published(version="", manuscript="manuscript.md", manuscript_sha256="", at="", sentences=("x",)),
    "corrigenda": Corrigendum(id="CO90", kind="revision", of="9.9", number=-1, date="", reason="", findings=("F99",)),
}  # fmt: skip
BODY = (
    "# Facts\n\nThe hall held [40]{.q ref=Q90} people. [@S90; @Q90; @S6]\n\n::: {.finding ref=F90 level=established}\nPolice held 17 "
    "people. [@F90; @RR90; @RP90; @A90]\n:::\n\nIn May 2031 the State breached article 999 of the ICCPR. [@S6; @N90; @CF90]\n"
)


@pytest.mark.parametrize("group", LOST)
def test_a_record_that_leads_nowhere_is_a_problem_and_no_crash(evidence, protected, group):
    broken = replace(evidence, **{group: (*getattr(evidence, group), LOST[group])})
    outcome = check(parse(BODY, name="manuscript.md"), broken, protected=protected)
    assert outcome.problems
    assert len(outcome.ran) == len(check(parse("", name="x"), evidence, protected=protected).ran)


def test_everything_broken_at_once(evidence, protected):
    broken = replace(evidence, **{group: (*getattr(evidence, group), one) for group, one in LOST.items()})
    links = (
        Link(relation="cites", to="E1", reason=""),
        Link(relation="wire_copy", to="E99", reason=""),
        Link(relation="", to="", reason=""),
    )
    items = tuple(
        replace(
            one, links=links, handovers=(Handover(giver="", taker="", at="x"),) * 2,
            portraits=(Portrait(person="P99", by="", basis=""),), texts=("T99",), source="E1", publisher=one.id,
        )
        for one in broken.items
    )  # fmt: skip
    sources = tuple(replace(one, parent=one.id) for one in broken.sources)
    companions = (
        Companion(name="", kind="other", parts=(Part(place="", text="\x00\u202e" * 50, hidden=True),), unread="broken"),
    )
    outcome = check(
        parse(BODY, name="m"), replace(broken, items=items, sources=sources), protected=protected, companions=companions
    )
    assert any(one.code == "WM911" for one in outcome.problems)
    assert outcome.blocks_release


@pytest.mark.parametrize(
    "source",
    [
        "", "\ufeff", "---\n", "---\ntitle: x\n", "::: {.finding ref=F1", ":::\n" * 200, "[@" * 500, "“" * 500, "[x]{.q ref=Q1" * 50,
        "a\r\nb\rc\n\r\n# d\r\r\n", "\u202e\u2066" * 100, "|" * 300 + "\n|-|-|\n", "![](" * 100, "<!--" * 100, "[^1]: " * 100,
        "# " * 500, "\x00", "𝐀" * 200, "ﷺ" * 200, "٣" * 300 + " [@S6]", "1" * 5000 + " people. [@S6]", "(" * 3000,
    ],
)  # fmt: skip
def test_a_broken_manuscript_is_read_without_a_crash(evidence, protected, source):
    outcome = check(parse(source, name="m"), evidence, protected=protected)
    assert outcome.problems  # every one of them lacks method, limits and sense


def test_five_megabytes_end_in_time(evidence, protected):
    line = "Police detained 17 people at Tarn quarry on 3 May 2031, a guard said [@S1]. “We were not told” it. Nothing more is known.\n\n"
    source = "# Facts\n\n" + line * (1_000_000 // len(line))
    started = time.perf_counter()
    outcome = check(parse(source, name="m"), evidence, protected=protected)
    assert outcome.problems
    assert time.perf_counter() - started < 120
