"""Findings and the fairness records around them: reply, approach, recommendation, waiver, review."""

from typing import Literal

import msgspec

from witnessmark.evidence.dates import PartialDate

FindingKind = Literal["incident", "pattern", "legal_characterisation", "individual_responsibility"]
FactLevel = Literal["established", "credible", "indications", "account", "not-verified"]
LawLevel = Literal["violation", "may-constitute", "raises-concern"]
ElementState = Literal[
    "established", "indications", "alleged only", "not assessed", "information against", "out of scope"
]
Verdict = Literal["signed", "queried", "refused"]
ReplyOutcome = Literal[
    "acknowledges",
    "denies",
    "acknowledges the act but denies responsibility",
    "gives an alternative explanation",
    "acknowledges and accepts responsibility",
    "no response by deadline",
    "late",
    "asked for extension",
    "unreachable",
    "not contacted because",
]


class Element(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """State of one element of a crime or violation, with what it rests on (`key` such as `cah.7.1.e/1`, `ctx/1`)."""

    key: str
    state: ElementState
    rests_on: tuple[str, ...] = ()
    reason: str = ""


class Finding(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A conclusion on the fact ladder or the law ladder, with what speaks for and against it.

    The standard of proof is three fields (methodology, rule 2): `facts_verified`, `judgement` by `reviewer`,
    `elements_met`. `rests_on` and `against` hold statement, item or finding ids. `period` bounds it in time; `state` (a
    source id or a name) and `articles` (`iccpr/9`) say whose obligation a legal finding measures by. `override` gives the
    reviewer's reasons where the level goes beyond what is licensed; it is printed in the release record.
    """

    id: str
    kind: FindingKind
    text: str
    level: FactLevel | LawLevel
    standard: str = ""
    rests_on: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    allegations: tuple[str, ...] = ()
    elements: tuple[Element, ...] = ()
    facts_verified: bool = False
    reviewer: str = ""
    judgement: str = ""
    elements_met: bool = False
    period: PartialDate | None = None
    state: str = ""
    articles: tuple[str, ...] = ()
    override: str = ""


class ReplyRequest(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A letter for comment: to whom (source id), which allegations, sent when, answer due when (both with zone)."""

    id: str
    to: str
    allegations: tuple[str, ...]
    sent: str = ""
    due: str = ""
    text: str = ""
    not_contacted: str = ""
    extended_to: str = ""


class ReplyPoint(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One point of an answer: the allegation it speaks to, its outcome, its words or the statement that holds them.

    `exculpatory` marks what speaks for the addressee and so must show beside the allegation.
    """

    allegation: str
    outcome: ReplyOutcome
    words: str = ""
    statement: str = ""
    exculpatory: bool = False


class Reply(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An answer to a reply request: the item it came as, and an outcome per allegation."""

    id: str
    request: str
    item: str = ""
    received: str = ""
    outcomes: dict[str, ReplyOutcome] = {}
    summary: str = ""
    points: tuple[ReplyPoint, ...] = ()


class Correction(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One row of the corrections table: the addressee's comment, accepted or rejected, why, what was changed.

    `was` are words of the manuscript that must stand no longer, `now` words that must stand instead.
    """

    reply: str
    comment: str
    accepted: bool
    reason: str
    change: str = ""
    was: str = ""
    now: str = ""


class Approach(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody asked the office to publish, change or withhold: who, when, asking what."""

    id: str
    who: str
    when: str
    asks: Literal["publish", "change", "withhold", "other"]
    words: str = ""


class Recommendation(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A recommendation, whom it is addressed to and the findings it rests on."""

    id: str
    to: str
    text: str
    findings: tuple[str, ...] = ()


class Waiver(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A signed, reasoned exception from one error; it lapses when sentence or evidence changes.

    `sentence_sha256` and `evidence_sha256` are the digests it is bound to. Printed in the release record.
    """

    id: str
    code: str
    sentence_sha256: str
    evidence_sha256: str
    by: str
    at: str
    reason: str


class Review(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A line sign-off: who read which sentence against which evidence, and the verdict.

    `manuscript` is its name, `sentence` the words as they were read, `paragraph` where they stood.
    """

    id: str
    sentence_sha256: str
    evidence_sha256: str
    by: str
    at: str
    verdict: Verdict
    reason: str = ""
    manuscript: str = ""
    sentence: str = ""
    paragraph: int = 0
