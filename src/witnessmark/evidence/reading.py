"""What reading yields: labelled lines and machine proposals. Nothing here is a fact until a person confirms it."""

from typing import Literal

import msgspec

from witnessmark.evidence.dates import PartialDate
from witnessmark.evidence.statements import Polarity, StatementKind
from witnessmark.evidence.text import Direction, Text, Tool

Span = tuple[int, int]
LineLabel = Literal[
    "headline", "story", "caption", "byline", "dateline", "quote", "correction", "heading", "list", "table",
    "advertisement", "newsletter", "consent", "share", "related", "navigation", "continues", "login", "legal", "repeated",
    "metadata", "empty", "unread",
]  # fmt: skip
#: Labels whose lines belong to the story; everything else is furniture, kept with label and reason.
STORY_LABELS = frozenset(
    {"headline", "story", "caption", "byline", "dateline", "quote", "correction", "heading", "list", "table"}
)
Where = Literal["headline", "story", "caption", "other"]


class Line(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line (or block) of a Text with its label and the reason for it; offsets in code points."""

    start: int
    end: int
    label: LineLabel
    reason: str


class DateMention(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A date expression in a Text, resolved against the nearest anchor.

    `type`: point, duration, range or set. `anchor` says what it was resolved against; `conflict` tells of a weekday that does not
    fit; `relation` keeps before, after, by, since, until; `timex` is the TIMEX3 value ("2013-Q1", "2013-03-21TNI").
    """

    start: int
    end: int
    words: str
    type: Literal["point", "duration", "range", "set"]
    date: PartialDate | None = None
    anchor: str = ""
    relation: str = ""
    conflict: str = ""
    timex: str = ""


class QuantityMention(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A number in a Text with what is counted, its hedge and whose number it is ("" = unattributed)."""

    start: int
    end: int
    words: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    magnitude: str = ""
    unit: str = ""
    what: str = ""
    hedge: str = ""
    owner: str = ""
    date: PartialDate | None = None


class NameMention(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A name in a Text: kind (person, organisation, place, group, instrument, unknown) and script."""

    start: int
    end: int
    words: str
    kind: str = "unknown"
    script: str = ""


class Proposal(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A machine's proposal of a statement, keyed by text, run and ordinal; it has no S-number.

    `content`, `source`, `cue` are spans (content may be discontinuous). `speaker` is the resolved entity
    within the document, or "" with `candidates`. `reason` says why in words; `confidence`: high, medium or low.
    """

    ordinal: int
    where: Where
    kind: StatementKind
    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    speaker: str = ""
    candidates: tuple[str, ...] = ()
    polarity: Polarity = "affirm"
    hedges: tuple[str, ...] = ()
    hearsay: bool = False
    audience: str = ""
    date: PartialDate | None = None
    confidence: Literal["high", "medium", "low"] = "medium"
    reason: str = ""


class Reading(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All that reading proposes about one Text, with the tool that made it; `unsupported` says what was not read."""

    text: Text
    tool: Tool
    title: str = ""
    language: str = ""
    direction: Direction = "ltr"
    published: PartialDate | None = None
    suspect: str = ""
    lines: tuple[Line, ...] = ()
    statements: tuple[Proposal, ...] = ()
    dates: tuple[DateMention, ...] = ()
    quantities: tuple[QuantityMention, ...] = ()
    names: tuple[NameMention, ...] = ()
    unsupported: tuple[str, ...] = ()
