"""One attribution on its way to a proposal: who, by which words, says what, and why we think so."""

from dataclasses import dataclass
from typing import Literal

from witnessmark.evidence.reading import Span, Where

Confidence = Literal["high", "medium", "low"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Attribution:
    """What a rule found. `lemma` is that of the cue, "" for a quotation without one; `scope` spans the whole sentence.

    `follows` tells that the words go on from the attribution before and so have its speaker. `told` tells that the
    grammatical subject heard the words rather than said them.
    """

    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    lemma: str = ""
    form: str = ""
    audience: Span | None = None
    scope: Span = (0, 0)
    where: Where = "story"
    confidence: Confidence = "medium"
    reason: str = ""
    follows: bool = False
    told: bool = False

    @property
    def start(self) -> int:
        """Where its words begin, source and cue included."""
        return min(start for start, _ in self.content + self.source + self.cue)
