"""The evidence snapshot: the one interface between records and reasoning, with a JSON form."""

from functools import cached_property
from typing import Any

import msgspec

from witnessmark.evidence.errors import InvalidValueError
from witnessmark.evidence.events import Incident, Organisation, Person, Place
from witnessmark.evidence.findings import (
    Approach,
    Correction,
    Finding,
    Recommendation,
    Reply,
    ReplyRequest,
    Review,
    Waiver,
)
from witnessmark.evidence.publication import Corrigendum, Published
from witnessmark.evidence.sources import Item, Source
from witnessmark.evidence.statements import Allegation, Conflict, Quantity, Stance, Statement
from witnessmark.evidence.text import Text
from witnessmark.evidence.treaties import TreatyStatus

FORMAT = "witnessmark-evidence/1"


class Investigation(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Mandate, period, territory and the one declared standard of proof."""

    name: str
    mandate: str = ""
    period: str = ""
    territory: str = ""
    standard_of_proof: str = "reasonable grounds to believe"
    office: str = ""
    exercise: bool = False


class Evidence(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, dict=True):
    """Everything confirmed and linked, the full Texts that are cited, metadata and fingerprints of every item.

    `public` tells a published snapshot, which withholds; what is withheld makes a check say `unchecked`,
    never `passed`. Protected identities are never in it.
    """

    format: str = FORMAT
    investigation: Investigation
    taken_at: str = ""
    public: bool = False
    sources: tuple[Source, ...] = ()
    items: tuple[Item, ...] = ()
    texts: tuple[Text, ...] = ()
    statements: tuple[Statement, ...] = ()
    allegations: tuple[Allegation, ...] = ()
    stances: tuple[Stance, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    findings: tuple[Finding, ...] = ()
    persons: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    places: tuple[Place, ...] = ()
    incidents: tuple[Incident, ...] = ()
    reply_requests: tuple[ReplyRequest, ...] = ()
    replies: tuple[Reply, ...] = ()
    corrections: tuple[Correction, ...] = ()
    approaches: tuple[Approach, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    reviews: tuple[Review, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    treaties: tuple[TreatyStatus, ...] = ()
    published: tuple[Published, ...] = ()
    corrigenda: tuple[Corrigendum, ...] = ()

    @cached_property
    def index(self) -> dict[str, Any]:
        """Every record with an id, by id."""
        groups: tuple[tuple[Any, ...], ...] = (
            self.sources, self.items, self.texts, self.statements, self.allegations, self.quantities, self.findings,
            self.persons, self.organisations, self.places, self.incidents, self.reply_requests, self.replies,
            self.approaches, self.recommendations, self.waivers, self.reviews, self.conflicts, self.treaties, self.corrigenda,
        )  # fmt: skip
        return {record.id: record for group in groups for record in group}


def to_json(evidence: Evidence) -> bytes:
    """Return the snapshot as JSON bytes: the format first, keys in field order, empty fields left out, one line end."""
    value = {"format": evidence.format} | msgspec.to_builtins(evidence)
    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"


def from_json(data: bytes) -> Evidence:
    """Read a snapshot back; raise `InvalidValueError` that says where the form is broken."""
    try:
        evidence = msgspec.json.decode(data, type=Evidence)
    except msgspec.DecodeError as error:
        raise InvalidValueError(
            "this is not an evidence snapshot",
            got=str(error),
            expected=FORMAT,
            do="Use the evidence.json of a release",
        ) from error
    if evidence.format != FORMAT:
        raise InvalidValueError("unknown snapshot format", got=evidence.format, expected=FORMAT)
    return evidence
