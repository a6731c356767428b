"""Texts and exact passages in them. Offsets are code points into a named Text."""

from typing import Literal

import msgspec

from witnessmark.evidence.dates import PartialDate

TextKind = Literal["decoded", "canonical", "transcription", "translation"]
Direction = Literal["ltr", "rtl"]


class Tool(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who made a derived thing: tool, version, options and model are part of its identity."""

    name: str
    version: str
    options: dict[str, str] = {}
    model: str = ""


class Segment(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A part of a Text with a place of its own: page of a PDF, row of a table, part of a mail, block of a page.

    `kind`: page, paragraph, row, header, heading, body, outside (of the story of a page).
    `label` is what a reader would call it ("p. 7").
    """

    kind: str
    start: int
    end: int
    label: str = ""


class Text(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An immutable text made from bytes, or from another Text, by a named tool.

    `input_sha256` is the digest of what it was made from (in a public snapshot, of the public redacted form
    or empty). For plain text `content` is the decoded input, line ends and all; else the canonical text.
    `content` is empty when the snapshot withholds it; `withheld` then says why. `attested_by` names the person
    who vouches for a transcription or translation; without it the Text is a machine's proposal.
    `trusted_layout` is False where reading order may be wrong (right-to-left text out of a PDF): no quotation
    may be decided from such a Text.
    """

    id: str
    item: str
    kind: TextKind
    tool: Tool
    content: str = ""
    sha256: str = ""
    input_sha256: str = ""
    language: str = ""
    direction: Direction = "ltr"
    segments: tuple[Segment, ...] = ()
    source_text: str = ""
    attested_by: str = ""
    trusted_layout: bool = True
    withheld: str = ""


class Rect(msgspec.Struct, frozen=True, kw_only=True):
    """A rectangle on a page, in PDF points from the lower left corner of page `page` (from 1)."""

    page: int
    left: float
    bottom: float
    right: float
    top: float


class Passage(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An exact span of a Text: position plus quote plus up to 32 code points either side.

    W3C Web Annotation: TextPositionSelector and TextQuoteSelector, offsets in code points.
    Valid only while `text.content[start:end] == quote`. `seconds` is a time range for media.
    """

    text: str
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""
    rects: tuple[Rect, ...] = ()
    seconds: tuple[float, float] | None = None


class Fingerprint(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What can be said of an item's text without its words, so that copies can be found.

    `shingles`: 64 smallest 64-bit hashes (hex) of folded five-word shingles. `quotations`, `numbers`, `names`: the
    *sequence* in which they stand, each hashed to 16 hex digits, because reworded copies keep that sequence. Numbers are hashed
    by their value, and `skeletons` are names by the consonants of their romanisation: both are the same in another language.
    """

    shingles: tuple[str, ...] = ()
    quotations: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    skeletons: tuple[str, ...] = ()
    language: str = ""
    dates: tuple[PartialDate, ...] = ()
