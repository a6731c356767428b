"""An invented quarry case, small but whole: what the manuscript tests cite."""

import pytest
from msgspec.structs import replace

from witnessmark.evidence.dates import PartialDate
from witnessmark.evidence.events import Name, Person, Place
from witnessmark.evidence.findings import Element, Finding, Reply, ReplyRequest
from witnessmark.evidence.protected import Protected, ProtectedPerson
from witnessmark.evidence.snapshot import Evidence, Investigation
from witnessmark.evidence.sources import CollectionRecord, Consent, Item, Link, Risk, Source
from witnessmark.evidence.statements import Allegation, Quantity, Stance, Statement
from witnessmark.evidence.text import Passage, Segment, Text, Tool
from witnessmark.manuscript.check import check
from witnessmark.manuscript.parse import parse

TOOL = Tool(name="test", version="1")
NEWS = """Three men held at Tarn quarry, ministry says nobody was beaten
Police detained 17 people at Tarn quarry on 3 May 2031, of whom 12 were men and 5 were women, a guard said.
“We were not told why we were held, but nobody asked us to sign,” said Ilan Marek, a miner.
The Ministry of Works said on Tuesday that the men had not been beaten.
The guards may have been ordered to keep the gate closed, Marek said.
Up to 40 workers were at the site, according to the union.
"""
COPY = NEWS.replace("a guard said", "a guard told reporters")
TESTIMONY = """Interview with a miner, recorded on 9 May 2031.

I was in the yard when they took us. They kept 17 of us in the hall for nine days. I saw the foreman strike two boys.

My cousin told me later that a man died in the hall.
"""
SECOND = "Interview with a cook, recorded on 11 May 2031.\n\nThey brought 17 people into the hall on 3 May 2031. I cooked for them.\n"
INTERNAL = "Interview, recorded on 12 May 2031.\n\nThe commander hid the register on 4 May 2031.\n"
HEARSAY = "Interview, recorded on 13 May 2031.\n\nPeople say that a man died in the hall on 8 May 2031.\n"
DIRECTIVE_ZH = "指令\n五月三日前将矿工十七人送往大厅。\n不得打人。\n"
DIRECTIVE_EN = "Directive\nBy 3 May, 17 miners are to be brought to the hall.\nNobody is to be beaten.\n"
RTL = "تقرير\nاحتجزت الشرطة 17 شخصا في المحجر.\n"


def text(number, item, content, **more):
    return Text(id=f"T{number}", item=item, kind=more.pop("kind", "canonical"), tool=TOOL, content=content, **more)


def statement(number, item, source, quote, **more):
    start = source.content.index(quote)
    passage = Passage(text=source.id, start=start, end=start + len(quote), quote=quote)
    return Statement(id=f"S{number}", item=item, passage=passage, kind=more.pop("kind", "indirect"), **more)


def make_evidence(**changes):
    news = text(1, "E1", NEWS, language="en")
    copy = text(2, "E2", COPY, language="en")
    testimony = text(3, "E3", TESTIMONY, language="en")
    second = text(4, "E4", SECOND, language="en")
    internal = text(5, "E5", INTERNAL, language="en")
    hearsay = text(6, "E6", HEARSAY, language="en")
    zh = text(7, "E7", DIRECTIVE_ZH, language="zh", kind="transcription", attested_by="A. Reader")
    en = text(8, "E7", DIRECTIVE_EN, language="en", kind="translation", source_text="T7", attested_by="A. Reader")
    rtl = text(9, "E8", RTL, language="ar", direction="rtl", trusted_layout=False)
    pages = ("Annual report", "In 2031 the union counted 40 workers.", "Twelve of them, 30 per cent, were women.")
    report = "\f".join(pages)
    paged = text(
        10,
        "E9",
        report,
        language="en",
        segments=tuple(
            Segment(kind="page", start=report.index(part), end=report.index(part) + len(part), label=f"p. {n}")
            for n, part in enumerate(pages, 1)
        ),
    )
    given = (Consent(purpose="publication_without_identity", decision="given", date="2031-05-09"),)
    assessed = (Risk(of="relatives", level="medium"),)
    fields = {
        "investigation": Investigation(name="Tarn quarry", territory="Belmark", office="Training Office"),
        "sources": (
            Source(id="O1", kind="publisher", name="Belmark Gazette", reliability="B"),
            Source(id="O2", kind="publisher", name="Northern Wire", reliability="C"),
            Source(
                id="O3", kind="person", name="Miner A", protected=True, reliability="B", consents=given, risks=assessed
            ),
            Source(
                id="O4", kind="person", name="Cook B", reliability="B", consents=given, protected=True, risks=assessed
            ),
            Source(
                id="O5",
                kind="person",
                name="Clerk C",
                protected=True,
                reliability="B",
                consents=(Consent(purpose="internal", decision="given"),),
            ),
            Source(
                id="O6", kind="person", name="Driver D", protected=True, reliability="C", consents=given, risks=assessed
            ),
            Source(
                id="O7",
                kind="state_body",
                name="Ministry of Works",
                reliability="D",
                party="State of Belmark",
                interested=True,
            ),
            Source(id="O8", kind="organisation", name="Quarry Union", reliability="C"),
            Source(id="O9", kind="person", name="Ilan Marek", reliability="C"),
        ),
        "items": (
            Item(
                id="E1",
                media_type="text/html",
                title="Three men held",
                source="O1",
                publisher="O1",
                genre="news",
                published=PartialDate(value="2031-05-07"),
                texts=("T1",),
                language="en",
            ),
            Item(
                id="E2",
                media_type="text/html",
                title="Three men held",
                source="O2",
                publisher="O2",
                genre="news",
                published=PartialDate(value="2031-05-07"),
                texts=("T2",),
                language="en",
                links=(Link(relation="wire_copy", to="E1", reason="the Wire reprints the Gazette"),),
            ),
            Item(id="E3", media_type="text/plain", source="O3", genre="testimony", protected=True, texts=("T3",)),
            Item(id="E4", media_type="text/plain", source="O4", genre="testimony", protected=True, texts=("T4",)),
            Item(id="E5", media_type="text/plain", source="O5", genre="testimony", protected=True, texts=("T5",)),
            Item(id="E6", media_type="text/plain", source="O6", genre="testimony", protected=True, texts=("T6",)),
            Item(
                id="E7",
                media_type="image/png",
                title="Directive",
                source="O7",
                genre="directive",
                obtained="open",
                texts=("T7", "T8"),
            ),
            Item(id="E8", media_type="application/pdf", source="O8", genre="report", texts=("T9",)),
            Item(
                id="E9",
                media_type="application/pdf",
                title="Annual report",
                source="O8",
                genre="report",
                texts=("T10",),
            ),
            Item(id="E10", media_type="text/html", title="Log in", source="O2", genre="news", suspect="login wall"),
        ),
        "texts": (news, copy, testimony, second, internal, hearsay, zh, en, rtl, paged),
        "statements": (
            statement(
                1,
                "E1",
                news,
                "Police detained 17 people at Tarn quarry on 3 May 2031, of whom 12 were men and 5 were women",
                speaker_phrase="a guard",
                cue="said",
                distance=1,
            ),
            statement(
                2,
                "E1",
                news,
                "We were not told why we were held, but nobody asked us to sign",
                kind="direct",
                speaker="O9",
                cue="said",
                distance=0,
                speaker_phrase="Ilan Marek",
            ),
            statement(3, "E1", news, "the men had not been beaten", speaker="O7", cue="said", polarity="deny"),
            statement(
                4, "E1", news, "The guards may have been ordered to keep the gate closed", speaker="O9", cue="said"
            ),
            statement(5, "E1", news, "Up to 40 workers were at the site", speaker="O8"),
            statement(
                6,
                "E3",
                testimony,
                "They kept 17 of us in the hall for nine days",
                speaker="O3",
                distance=0,
                kind="direct",
            ),
            statement(
                7,
                "E4",
                second,
                "They brought 17 people into the hall on 3 May 2031",
                speaker="O4",
                distance=1,
                kind="direct",
            ),
            statement(8, "E5", internal, "The commander hid the register on 4 May 2031", speaker="O5", distance=1),
            statement(9, "E6", hearsay, "a man died in the hall on 8 May 2031", speaker="O6", distance=3),
            statement(10, "E2", copy, "Police detained 17 people at Tarn quarry on 3 May 2031", distance=1),
            statement(11, "E7", zh, "五月三日前将矿工十七人送往大厅", kind="direct", speaker="O7"),
            statement(
                12, "E3", testimony, "I saw the foreman strike two boys", speaker="O3", distance=1, kind="direct"
            ),
        ),
        "allegations": (
            Allegation(id="A1", text="Police held 17 people in the hall at Tarn quarry.", against=("O7",)),
        ),
        "stances": (
            Stance(statement="S6", allegation="A1", stance="asserts"),
            Stance(statement="S7", allegation="A1", stance="asserts"),
            Stance(statement="S3", allegation="A1", stance="denies"),
        ),
        "quantities": (
            Quantity(
                id="Q1", type="verified_minimum", what="people", value=17, unit="persons", statements=("S1", "S7")
            ),
            Quantity(id="Q2", type="claimed", what="workers", high=40, hedge="up to", owner="O8", statements=("S5",)),
            Quantity(id="Q3", type="range_of_claims", what="workers", low=30, high=40, statements=("S5",)),
            Quantity(id="Q4", type="magnitude", what="workers", magnitude="dozens", statements=("S5",)),
        ),
        "findings": (
            Finding(
                id="F1",
                kind="incident",
                text="Police held 17 people at Tarn quarry.",
                level="established",
                rests_on=("S6", "S7"),
                allegations=("A1",),
                facts_verified=True,
                reviewer="R. Reviewer",
                judgement="two accounts agree",
            ),
            Finding(
                id="F2",
                kind="legal_characterisation",
                text="The detention may constitute a crime.",
                level="may-constitute",
                rests_on=("F1",),
                elements=(Element(key="cah.7.1.e/1", state="established"),),
            ),
        ),
        "persons": (Person(id="P1", name="Ilan Marek", names=(Name(text="Илан Марек", script="Cyrl"),)),),
        "places": (Place(id="L1", name="Tarn", names=(Name(text="塔恩", script="Hans"),)),),
        "reply_requests": (
            ReplyRequest(
                id="RR1", to="O7", allegations=("A1",), sent="2031-06-01T10:00+02:00", due="2031-06-15T10:00+02:00"
            ),
        ),
        "replies": (
            Reply(
                id="RP1",
                request="RR1",
                received="2031-06-10T09:00+02:00",
                outcomes={"A1": "denies"},
                summary="No one was held.",
            ),
        ),
    }
    whole = Evidence(**(fields | changes))
    kept = (CollectionRecord(collected_at="2031-05-20T10:00:00+02:00"),)
    return replace(whole, items=tuple(replace(item, collected=kept, integrity="matches") for item in whole.items))


CLEAN = """---
title: The hall at Tarn quarry
office: Training Office
---

# Summary

This report sets out what happened at Tarn quarry.

Police brought [17 people]{.q ref=Q1} into a hall at Tarn quarry on 3 May 2031 [@S1; @S7].

# What happened

A miner said that they were kept in the hall for nine days [@S6]. According to the union, [up to 40 workers]{.q ref=Q2} were
at the site.[@S5] Ilan Marek said: “We were not told why we were held, but nobody asked us to sign.” [@S2]

The Ministry of Works denied on Tuesday that the men had been beaten. [@S3] Marek said that the guards may have been ordered to
keep the gate closed [@S4].

The directive says that “17 miners are to be brought to the hall” [@S11]. Police detained 17 people, of whom 12 were men and 5 were
women, a guard said [@S1].

Three forms of harm recur in the accounts that follow:

- The union counted 40 workers in 2031, it said [@E9, p. 2].
- Twelve of 40 workers (30 per cent) were women, the union said [@E9].

::: {.finding ref=F1 level=established}
Police held 17 people at Tarn quarry in May 2031 [@S6; @S7].
:::

::: analysis
Taken together, the two accounts agree. The detention may amount to a crime against humanity.
:::

The Training Office put the allegation to the Ministry of Works [@RR1]. The Ministry denied it [@RP1].

# Recommendations

The Ministry should investigate the detention of 17 people. [@F1]

# Methodology and limits

The Training Office interviewed witnesses with their consent, verified what they said, applied the standard of reasonable grounds to
believe and asked the Ministry for comments. It could not visit the hall.
"""


@pytest.fixture(scope="session")
def evidence():
    return make_evidence()


@pytest.fixture
def protected():
    return Protected(
        (
            ProtectedPerson(
                source="O3",
                names=("Nurlan Abenov", "Нурлан Абенов", "努尔兰·阿别诺夫"),
                details=("blacksmith", "Lower Tarn"),
            ),
            ProtectedPerson(source="O4", names=("Aygül Tursun", "ئايگۈل تۇرسۇن")),
        )
    )


@pytest.fixture
def clean():
    return CLEAN


@pytest.fixture
def codes(evidence, protected):
    """Check a manuscript and return the codes that fired, with multiplicity."""

    def run(source, *, evidence=evidence, protected=protected):
        return [problem.code for problem in check(parse(source), evidence, protected=protected).problems]

    return run
