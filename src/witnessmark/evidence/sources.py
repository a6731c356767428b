"""Sources, items and how they were collected."""

from typing import Literal

import msgspec

from witnessmark.evidence.dates import PartialDate
from witnessmark.evidence.text import Fingerprint, Tool

SourceKind = Literal["person", "organisation", "publisher", "state_body", "unknown"]
Reliability = Literal["A", "B", "C", "D", "E", "F"]
Credibility = Literal["1", "2", "3", "4", "5", "6"]
Decision = Literal["given", "refused", "conditional"]
Purpose = Literal[
    "interview",
    "recording",
    "internal",
    "publication_without_identity",
    "publication_with_identity",
    "sharing",
    "recontact",
]
Disclosure = Literal["public", "redacted", "withheld"]
AtRisk = Literal["source", "relatives", "interpreter", "staff", "others"]
Obtained = Literal["", "open", "given", "leaked", "seized"]
Alteration = Literal["", "none", "edited", "generated"]
Integrity = Literal["", "matches", "differs", "missing"]


class Consent(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One decision of a source about one purpose (methodology: consent and protection).

    `guardian` is who consented for a minor, in words that may be kept ("her aunt").
    """

    purpose: Purpose
    decision: Decision
    date: str = ""
    language: str = ""
    asked_by: str = ""
    condition: str = ""
    third_party: str = ""
    revoked: str = ""
    guardian: str = ""


class Risk(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One assessment of what publication may bring on somebody: on whom, how grave, what is done against it."""

    of: AtRisk
    level: Literal["low", "medium", "high"]
    date: str = ""
    by: str = ""
    measures: str = ""


class Assessment(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Two axes, never merged: reliability of the source, credibility of the information; by whom, why.

    F and 6 mean "no basis to judge", not "worst".
    """

    reliability: Reliability | None = None
    credibility: Credibility | None = None
    by: str = ""
    reason: str = ""


class Source(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who information ultimately comes from.

    `name` is the name that may be shown (a pseudonym for protected persons: the real one is never in a
    snapshot). `party` groups sources that speak for one side ("State of Qaratau").
    `interested` marks a party to the matter. `parent` is the id of the organisation above it. `minor` is a person under
    18, whose `best_interest` note says why they were asked at all.
    """

    id: str
    kind: SourceKind
    name: str
    protected: bool = False
    reliability: Reliability = "F"
    reason: str = ""
    parent: str = ""
    party: str = ""
    interested: bool = False
    connection: str = ""
    consents: tuple[Consent, ...] = ()
    minor: bool = False
    best_interest: str = ""
    risks: tuple[Risk, ...] = ()


class CollectionRecord(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How one copy came in (Berkeley Protocol, collection, a to h).

    `layer` says which bytes were hashed: `file`, `wire` (HTTP payload as sent), `attachment`.
    `screenshot` and `media` are private names of what was kept beside it; `missing` lists what of a to c was not met.
    """

    address: str = ""
    collected_at: str = ""
    collector: str = ""
    tool: Tool | None = None
    machine_address: str = ""
    identity_used: str = ""
    clock: str = ""
    layer: str = "file"
    file_name: str = ""
    screenshot: str = ""
    embedded_metadata: dict[str, str] = {}
    media: tuple[str, ...] = ()
    context: str = ""
    sha256: str = ""
    part_of: str = ""
    missing: tuple[str, ...] = ()


class Link(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One edge between items or sources that says they share an origin, with its reason in words.

    `relation`: same_witness, same_document, wire_copy, parent_organisation, cites, near_duplicate, translation_of.
    `to` is an item or source id.
    """

    relation: str
    to: str
    reason: str
    cut: bool = False


class Handover(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One step of the chain of custody of a thing that people held: from whom, to whom, when (with offset)."""

    giver: str
    taker: str
    at: str
    note: str = ""


class Portrait(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One person's judgement that an image shows a person (an id or a name), and what the likeness rests on."""

    person: str
    by: str
    basis: str


class Item(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A thing collected: original bytes with their records. The bytes themselves live in the store.

    `source`: who the information comes from; `publisher`: who published it. `suspect` says why the
    capture may hold nothing (login wall, empty, consent page). `commitment` is the salted commitment of the custody log.
    `sha256` is set only where the bytes may be known outside. `obtained` says how it came to light, `alteration` whether
    it was edited or generated before we had it. `integrity` and `custody_faults` are what looking at the stored bytes
    and at the custody log yielded when the snapshot was taken; "" is not looked at.
    """

    id: str
    media_type: str
    title: str = ""
    source: str = ""
    publisher: str = ""
    published: PartialDate | None = None
    language: str = ""
    size: int = 0
    sha256: str = ""
    commitment: str = ""
    disclosure: Disclosure = "withheld"
    protected: bool = False
    suspect: str = ""
    authenticity: str = ""
    assessment: Assessment | None = None
    collected: tuple[CollectionRecord, ...] = ()
    texts: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    fingerprint: Fingerprint | None = None
    genre: str = ""
    obtained: Obtained = ""
    alteration: Alteration = ""
    alteration_note: str = ""
    handovers: tuple[Handover, ...] = ()
    portraits: tuple[Portrait, ...] = ()
    integrity: Integrity = ""
    custody_faults: tuple[str, ...] = ()
