"""What each verdict's `value` may hold: a field that is missing, misspelt or of the wrong kind is refused by name."""

from typing import Annotated, Any, Literal, TypeVar

import msgspec

from witnessmark.casefile.errors import JudgementError
from witnessmark.casefile.services.value_check import check_value
from witnessmark.evidence.judgements import Judgement
from witnessmark.evidence.sources import Credibility, Reliability
from witnessmark.evidence.statements import StanceVerb

Words = Annotated[str, msgspec.Meta(pattern=r"\S")]
Page = Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]
T = TypeVar("T", bound=msgspec.Struct)


class Value(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The base of all values: unknown fields are refused, since a misspelt field would say nothing."""


class SourceGrade(Value, frozen=True):
    """How reliable a source is."""

    reliability: Reliability


class StatementGrade(Value, frozen=True):
    """How credible what a statement says is."""

    credibility: Credibility


class ItemGrade(Value, frozen=True):
    """Both axes, and authenticity; at least one of them."""

    reliability: Reliability | None = None
    credibility: Credibility | None = None
    authenticity: Words | None = None


class Identity(Value, frozen=True):
    """What a `protect` judgement holds: every known name in every script, and telling details."""

    names: tuple[str, ...]
    details: tuple[str, ...] = ()


class Merge(Value, frozen=True):
    """Whether two persons are one."""

    into: str
    judgement: Literal["positive", "negative", "unsure"]


class StanceValue(Value, frozen=True):
    """What a statement says to an allegation."""

    allegation: str
    stance: StanceVerb
    reports: str = ""


class Quoted(Value, frozen=True):
    """Words of an item's text."""

    quote: Words


class Edge(Value, frozen=True):
    """A shared origin, named in one of the seven ways that the independence graph knows."""

    relation: Literal[
        "same_witness", "same_document", "wire_copy", "parent_organisation", "cites", "near_duplicate", "translation_of"
    ]
    to: str
    reason: str = ""


class Attestation(Value, frozen=True):
    """A text that a person vouches for."""

    kind: Literal["transcription", "translation"]
    content: Words
    language: str = ""


class Disclose(Value, frozen=True):
    """What may be seen of an item."""

    disclosure: Literal["public", "redacted", "withheld"]


class Redact(Value, frozen=True):
    """Words, or a rectangle on a page, that must not be seen."""

    label: str = ""
    quote: str = ""
    page: Page | None = None
    rect: tuple[float, float, float, float] | None = None


class PortraitValue(Value, frozen=True):
    """Whom an image shows, and what the likeness rests on."""

    person: Words
    basis: Words


class HandoverValue(Value, frozen=True):
    """Who handed a thing to whom, and when."""

    giver: Words
    taker: Words
    at: Words
    note: str = ""


class NamingValue(Value, frozen=True):
    """Whether the name of an alleged perpetrator is published."""

    decision: Literal["publish", "withhold"]


class CorrectionValue(Value, frozen=True):
    """One row of the corrections table."""

    comment: Words
    accepted: bool
    reason: Words
    change: str = ""
    was: str = ""
    now: str = ""


class Confirm(Value, frozen=True):
    """The words of a statement and where they stand; what else is given is checked as a field of the statement."""

    item: str
    quote: Words
    occurrence: Annotated[int, msgspec.Meta(ge=0, le=1_000_000)] = 0
    text: Literal["", "decoded", "canonical", "transcription", "translation"] = ""


def value_of(judgement: Judgement, struct: type[T], value: dict[str, Any] | None = None) -> T:
    """Return a judgement's value in the form its verdict demands; raise `JudgementError` that says what is wrong."""
    given = judgement.value if value is None else value
    fields = ", ".join(struct.__struct_fields__)
    try:
        made = msgspec.convert(given, struct)
    except msgspec.ValidationError as error:
        raise JudgementError(
            f"this value does not fit `{judgement.verdict}`", where=judgement.object, got=str(error),
            expected=f"{fields}; see docs/judgements.md",
        ) from error  # fmt: skip
    check_value(judgement.object, given, made)
    return made
