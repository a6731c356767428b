"""What the quotation matcher answers: verdict, places, flags, a suggestion."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["found", "not_found", "ambiguous", "indeterminate", "unchecked"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words stand in the original: code point offsets, and the original's own words.

    `parts` holds the spans of the pieces when the quotation leaves words out; `depth` tells within how many quotation
    marks of the source the place lies (0 narration, 1 a speaker's words, 2 another's words inside them).
    """

    start: int
    end: int
    quote: str
    parts: tuple[tuple[int, int], ...] = ()
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Flag:
    """Something a person must look at although the words were found: a code, a sentence, the words it is about."""

    code: str
    message: str
    words: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The nearest words of the text and how they differ. It never changes a verdict."""

    start: int
    end: int
    quote: str
    difference: str


@dataclass(frozen=True, slots=True)
class QuoteResult:
    """The answer to one quotation.

    `folded` names the differences in presentation that were overlooked; `reason` says why the verdict is what it is.
    """

    verdict: Verdict
    places: tuple[Place, ...] = ()
    folded: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    suggestion: Suggestion | None = None
    reason: str = ""
