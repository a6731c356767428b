"""What was said: statements, stances to allegations, typed numbers."""

from typing import Literal

import msgspec

from witnessmark.evidence.dates import PartialDate
from witnessmark.evidence.text import Passage

StatementKind = Literal["direct", "indirect", "mixed"]
Polarity = Literal["affirm", "deny", "decline"]
StanceVerb = Literal["asserts", "denies", "qualifies", "reports", "declines"]
QuantityType = Literal["verified_minimum", "enumerated", "claimed", "estimate", "range_of_claims", "magnitude"]
Distance = Literal[0, 1, 2, 3]
#: What a clinician found, weakest first (Istanbul Protocol, degrees of consistency).
MedicalDegree = Literal["", "not consistent", "consistent", "highly consistent", "typical of", "diagnostic of"]
Sample = Literal["", "census", "probability", "convenience"]
ConflictKind = Literal["date", "place", "number", "identity", "account"]


class Statement(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A source says a content; confirmed by a person, so it has an S-number.

    `passage` is the content as it stands in its Text; `speaker` is a source id (or "" when unresolved, with
    `speaker_phrase` kept). `distance` is hearsay (0 experienced, 1 saw, 2 told by one who did, 3 further; None when
    unknown). `connection`: victim, witness, perpetrator, relative, third_party, lawyer, medical, ngo, official, document.
    `medical` is the degree of consistency that a clinician found.
    """

    id: str
    item: str
    passage: Passage
    kind: StatementKind
    speaker: str = ""
    speaker_phrase: str = ""
    cue: str = ""
    date: PartialDate | None = None
    audience: str = ""
    polarity: Polarity = "affirm"
    hedges: tuple[str, ...] = ()
    distance: Distance | None = None
    connection: str = ""
    confirmed_by: str = ""
    credibility: Literal["1", "2", "3", "4", "5", "6"] | None = None
    withheld: str = ""
    medical: MedicalDegree = ""


class Allegation(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One proposition about what happened, and whom it is against (source or organisation ids)."""

    id: str
    text: str
    against: tuple[str, ...] = ()


class Stance(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A statement's stance to an allegation; a party's stances over time make the positions table."""

    statement: str
    allegation: str
    stance: StanceVerb
    reports: str = ""
    by: str = ""
    reason: str = ""


class Quantity(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A typed number: who says it, of what population, when, by what method.

    `value` for a single figure; `low` and `high` for a range, either alone for "at least" and "up to";
    `magnitude` for words kept as such ("hundreds of thousands"). `owner` is a source id, "" is unattributed.
    `population` is of whom it speaks, `sample` how they were chosen, `coverage` which places and times it covers;
    `overlaps` names quantities whose lists may hold the same persons, which may be added up only when `linked`
    (duplicates between them were removed); `origin` is the quantity that this one repeats.
    """

    id: str
    type: QuantityType
    what: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    magnitude: str = ""
    unit: str = ""
    hedge: str = ""
    owner: str = ""
    as_of: PartialDate | None = None
    method: str = ""
    statements: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    population: str = ""
    sample: Sample = ""
    coverage: str = ""
    overlaps: tuple[str, ...] = ()
    linked: bool = False
    origin: str = ""


class Conflict(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Records that cannot all be right: what about, which (ids), and how they were weighed; "" is still open."""

    id: str
    kind: ConflictKind
    between: tuple[str, ...]
    allegation: str = ""
    weighed: str = ""
    by: str = ""
