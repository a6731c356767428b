"""One small invented case in four languages, with a protected witness, ready to be released."""

import io
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import pytest
import typst
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PIL import Image

from witnessmark.custody.commitments import commit, commit_passages
from witnessmark.custody.log import Log, event
from witnessmark.custody.note import NoteKey
from witnessmark.custody.proofs import log_proof
from witnessmark.custody.storage import MemoryStorage
from witnessmark.evidence.dates import PartialDate
from witnessmark.evidence.findings import Correction, Finding, Reply, ReplyRequest, Waiver
from witnessmark.evidence.protected import Protected, ProtectedPerson
from witnessmark.evidence.snapshot import Evidence, Investigation
from witnessmark.evidence.sources import CollectionRecord, Consent, Item, Link, Source
from witnessmark.evidence.statements import Allegation, Quantity, Stance, Statement
from witnessmark.evidence.text import Fingerprint, Segment, Text, Tool
from witnessmark.manuscript.check import Outcome
from witnessmark.manuscript.parse import parse
from witnessmark.manuscript.problems import Problem
from witnessmark.manuscript.waivers import Waived
from witnessmark.release.plan import ItemCommitment, Proofs, ReleasePlan, TextCommitment
from witnessmark.release.redaction import Redaction
from witnessmark.text.passages import make_passage

VERIFIER = Path(__file__).parents[2] / "src" / "witnessmark" / "verify" / "verify.py.txt"
NAMES = ("Zulfiya Tasheva", "زۇلپىيە تاشېۋا", "祖丽菲亚", "Зульфия Ташева")
TOOL = Tool(name="reading", version="1")

NEWS = (
    "Buses came at night\n\nThree buses came to Tewrash on the night of 14 March 2031, a former teacher said.\n\n"
    "“They came with a list and they read out our names,” he told the Northlight Post.\n\nThe ministry denies it.\n"
)
UYGHUR = (
    "ئۇلار كېچىدە كەلدى.\n\nگۇۋاھچى زۇلپىيە تاشېۋا مۇنداق دېدى: «ھېچكىم بىزگە سوت قارارى كۆرسەتمىدى، مەن بىرەر قېتىممۇ "
    "ئادۋوكات بىلەن كۆرۈشەلمىدىم.»\n\nئىشىك سىرتتىن قۇلۇپلاندى.\n"
)
ENGLISH = (
    "They came at night.\n\nThe witness Zulfiya Tasheva said: “Nobody showed us a court decision.”\n\n"
    "The door was locked from outside.\n"
)
ARABIC = (
    "تنفي الوزارة هذه الادعاءات نفيا قاطعا. وقالت: «المراكز مفتوحة والطلاب أحرار» في 16 مارس 2031.\n\nانتهى البيان.\n"
)
CHINESE = "外交部发言人表示：“所谓的大规模拘留纯属捏造。”他说，中心的学员都是自愿参加的。\n\n记者会到此结束。\n"
REPLY = (
    "To the Office.\n\nThe person Zulfiya Tasheva is known to the authorities.\n\nTewrash lies in Varqent District.\n"
)
SECRET = "Interview of Gulbahar Nur, internal only. She lives behind the mill.\n"
MANUSCRIPT = """---
title: The night of the buses
subtitle: An invented report
date: 22 September 2031
office: Office of the Ulqar Basin Inquiry
standard: reasonable grounds to believe
author: Somebody Inside
---

# Introduction

The Office examined what happened in Tewrash. [@E7]

<!-- ask Somebody Inside about S20 -->

# The night of 14 March 2031

::: {.finding ref=F3 level=credible}
Residents of Tewrash were taken by bus at night. [@S20; @S31]
:::

A former teacher told the Northlight Post: “They came with a list and they read out our names”. [@S20]
[Three buses]{.q ref=Q9} came, *he said*. [@S21] The picture shows a gate. [@E12]

![A gate, seen from the road.](E12)

In her own language the witness said: “ھېچكىم بىزگە سوت قارارى كۆرسەتمىدى” to the Office. [@S31]
She also said: “Nobody showed us a court decision.” [@S31]

The Arabic statement reads: “المراكز مفتوحة والطلاب أحرار” and nothing more. [@S40]
The Chinese one reads: “所谓的大规模拘留纯属捏造。” [@S41]

The notes come after the words: “المراكز مفتوحة والطلاب أحرار”. [@S40] This is a new sentence.

> المراكز مفتوحة والطلاب أحرار [@S40]

::: analysis
One internal account is not shown. [@S50]
:::

| Part | Total |
|---|---:|
| Upper Street [@E7, para. 2] | 11 |
| Lower Street | 9 |

::: recommendation
Publish the list.
:::
"""


def text_of(number, item, content, language="en", kind="canonical", **more):
    segments, at = [], 0
    for index, part in enumerate(content.split("\n\n"), start=1):
        segments.append(Segment(kind="paragraph", start=at, end=at + len(part), label=f"para. {index}"))
        at += len(part) + 2
    direction = "rtl" if language in {"ar", "ug"} else "ltr"
    return Text(
        id=f"T{number}", item=item, kind=kind, tool=TOOL, content=content, language=language, direction=direction,
        sha256=sha256(content.encode()).hexdigest(), segments=tuple(segments), **more,
    )  # fmt: skip


def statement(name, text, quote, **more):
    start = text.content.index(quote)
    passage = make_passage(text, start, start + len(quote))
    return Statement(id=name, item=text.item, passage=passage, kind="direct", confirmed_by="Somebody Inside", **more)


def photograph():
    picture = Image.linear_gradient("L").resize((160, 120)).convert("RGB")
    exif = Image.Exif()
    exif[0x010E] = "gate"
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif)
    return out.getvalue()


def reply_pdf():
    return typst.compile(
        b"#set document(date: none)\n#set page(width: 300pt, height: 200pt)\nTo the Office.\n\nThe person Zulfiya Tasheva is known to the "
        b"authorities.\n\nTewrash lies in Varqent District."
    )


def originals():
    return {
        "E7": f"<html><body><script>alert(1)</script><p>{NEWS}</p></body></html>".encode(),
        "E9": UYGHUR.encode(),
        "E10": ARABIC.encode(),
        "E11": CHINESE.encode(),
        "E12": photograph(),
        "E13": reply_pdf(),
        "E20": SECRET.encode(),
        "E21": b"never cited, never published",
    }


def item(name, media_type, title, disclosure, **more):
    record = CollectionRecord(
        collected_at="2031-06-01T10:00:00+02:00", collector="Somebody Inside", file_name=f"{NAMES[0]}.bin",
        machine_address="192.0.2.7", tool=TOOL, sha256="ab" * 32, address=more.pop("address", ""),
    )  # fmt: skip
    return Item(
        id=name, media_type=media_type, title=title, disclosure=disclosure, collected=(record,), size=1,
        fingerprint=Fingerprint(shingles=("0123456789abcdef",)), **more,
    )  # fmt: skip


def make_evidence():
    news = text_of(1, "E7", NEWS)
    uyghur = text_of(2, "E9", UYGHUR, "ug", "transcription", attested_by="Interpreter Inside")
    english = text_of(3, "E9", ENGLISH, "en", "translation", attested_by="Interpreter Inside", source_text="T2")
    arabic, chinese = text_of(4, "E10", ARABIC, "ar"), text_of(5, "E11", CHINESE, "zh")
    reply, secret = text_of(6, "E13", REPLY), text_of(7, "E20", SECRET)
    given = (Consent(purpose="publication_without_identity", decision="given", asked_by="Somebody Inside"),)
    return Evidence(
        investigation=Investigation(name="Ulqar", office="Office of the Ulqar Basin Inquiry", exercise=True),
        taken_at="2031-09-20T08:00:00+02:00",
        sources=(
            Source(id="O2", kind="publisher", name="Northlight Post", reliability="B", reason="checked before"),
            Source(id="O3", kind="person", name="Witness W-2", protected=True, consents=given, reason="met at the mill",
                   connection="the teacher of Mill Quarter"),
            Source(id="O4", kind="state_body", name="Ministry of Foreign Affairs", party="State", interested=True),
            Source(id="O5", kind="person", name="Witness W-9", protected=True,
                   consents=(Consent(purpose="internal", decision="given"),)),
            Source(id="O8", kind="person", name="Not Needed"),
        ),
        items=(
            item("E7", "text/html", "Buses came at night", "public", source="O2", publisher="O2", texts=("T1",), genre="news",
                 language="en", published=PartialDate(value="2031-03-20"), address="https://northlight.example/buses",
                 links=(Link(relation="cites", to="E9", reason="tells of the same night"),
                        Link(relation="cites", to="E21", reason="inside"))),
            item("E9", "text/plain", "Interview of Zulfiya Tasheva", "redacted", source="O3", protected=True,
                 texts=("T2", "T3"), language="ug"),
            item("E10", "text/plain", "Statement of the ministry", "public", source="O4", texts=("T4",), language="ar"),
            item("E11", "text/plain", "Press conference", "public", source="O4", texts=("T5",), language="zh"),
            item("E12", "image/jpeg", "A gate", "public", source="O2"),
            item("E13", "application/pdf", "Reply of the ministry", "public", source="O4", texts=("T6",)),
            item("E20", "text/plain", "Interview of Gulbahar Nur", "withheld", source="O5", protected=True, texts=("T7",)),
            item("E21", "text/plain", "Uncited", "withheld"),
        ),
        texts=(news, uyghur, english, arabic, chinese, reply, secret),
        statements=(
            statement("S20", news, "“They came with a list and they read out our names,”", speaker_phrase="he", distance=0),
            statement("S21", news, "Three buses came to Tewrash", speaker="O2"),
            statement("S31", uyghur, "ھېچكىم بىزگە سوت قارارى كۆرسەتمىدى", speaker="O3", distance=0),
            statement("S32", uyghur, "گۇۋاھچى زۇلپىيە تاشېۋا مۇنداق دېدى", speaker="O3"),
            statement("S33", uyghur, "ئىشىك سىرتتىن قۇلۇپلاندى", speaker="O3"),
            statement("S40", arabic, "المراكز مفتوحة والطلاب أحرار", speaker="O4", polarity="deny"),
            statement("S41", chinese, "所谓的大规模拘留纯属捏造。", speaker="O4", polarity="deny"),
            statement("S50", secret, "She lives behind the mill.", speaker="O5"),
        ),
        allegations=(Allegation(id="A2", text="Residents were taken against their will", against=("O4",)),
                     Allegation(id="A9", text="Something inside only")),
        stances=(Stance(statement="S20", allegation="A2", stance="asserts", by="Somebody Inside"),
                 Stance(statement="S41", allegation="A2", stance="denies")),
        quantities=(Quantity(id="Q9", type="claimed", what="buses", value=3, owner="O2", statements=("S21",)),),
        findings=(Finding(id="F3", kind="incident", text="Taken by bus (see E7)", level="credible", rests_on=("S20", "S31"),
                          against=("S41",), allegations=("A2",), facts_verified=True, reviewer="R. Reviewer",
                          judgement="Two origins agree."),),
        reply_requests=(ReplyRequest(id="RR4", to="O4", allegations=("A2",), sent="2031-07-01", due="2031-08-01",
                                     text="Dear sir, about Zulfiya Tasheva"),),
        replies=(Reply(id="RP2", request="RR4", item="E13", received="2031-07-20", outcomes={"A2": "denies"},
                       summary="The ministry denies it and corrects the district."),),
        corrections=(Correction(reply="RP2", comment="Tewrash lies in Varqent District", accepted=True, reason="right",
                                change="paragraph 1"),),
    )  # fmt: skip


def make_outcome(source):
    sentence = next(one for one in parse(source).sentences if "a former teacher" in one.text.lower())
    problem = Problem(
        code="WM201", name="single-source", severity="E", message="one origin (E7)", paragraph=sentence.paragraph,
        sentence_sha256=sentence.sha256, evidence_sha256="cd" * 32,
    )  # fmt: skip
    waiver = Waiver(
        id="W17", code="WM201", sentence_sha256=sentence.sha256, evidence_sha256="cd" * 32, by="R. Reviewer",
        at="2031-09-21T09:00:00+02:00", reason="attributed, see S20",
    )  # fmt: skip
    return Outcome(waived=(Waived(problem=problem, waiver=waiver),), ran={"WM101": 12, "WM201": 9}, sentences=20)


def make_proofs(evidence, data):
    log, items, texts = Log(MemoryStorage()), {}, {}
    for number, record in enumerate(evidence.items):
        salt = sha256(b"salt" + record.id.encode()).digest()
        hidden = commit("item", sha256(data[record.id]).digest(), salt)
        entry = log.append(event("collected", "2031-06-01T10:00:00+02:00", item=hidden))
        items[record.id] = ItemCommitment(commitment=hidden.hex(), salt=salt, entry=entry)
        for name in record.texts:
            tree = commit_passages(
                evidence.index[name].content, lambda index, name=name: sha256(f"{name} {index}".encode()).digest()
            )
            entry = log.append(event("derived", "2031-06-01T10:00:01+02:00", item=hidden, texts_root=tree.root))
            texts[name] = TextCommitment(tree=tree, entry=entry)
        assert number >= 0
    key = NoteKey("office.example/log", Ed25519PrivateKey.from_private_bytes(b"l" * 32))
    return Proofs(items=items, texts=texts, log=lambda indices: log_proof(log, key, indices))


@dataclass(frozen=True)
class Case:
    """The plan of the invented case, and what it is made from."""

    plan: ReleasePlan
    data: dict[str, bytes]

    def changed(self, **fields):
        """Return the plan with some fields changed."""
        return replace(self.plan, **fields)


@pytest.fixture(scope="session")
def case():
    data, evidence = originals(), make_evidence()
    plan = ReleasePlan(
        version="1.0", source=MANUSCRIPT, evidence=evidence, originals=data.__getitem__, proofs=make_proofs(evidence, data),
        outcome=make_outcome(MANUSCRIPT), clock="2031-09-22T10:00:00+02:00",
        key=Ed25519PrivateKey.from_private_bytes(b"r" * 32), verifier=VERIFIER.read_bytes(),
        protected=Protected((ProtectedPerson(source="O3", names=NAMES), ProtectedPerson(source="O5", names=("Gulbahar Nur",)))),
        redactions={"E9": tuple(Redaction(label="name of a protected person", quote=name) for name in NAMES[:2])},
    )  # fmt: skip
    return Case(plan, data)
