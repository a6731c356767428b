"""One sentence under the rules: its words and what was found in it so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from witnessmark.evidence.reading import Span
from witnessmark.reading.attribution import Attribution, Confidence
from witnessmark.reading.words import Word


@dataclass
class Sentence:
    """The words of one sentence, and what was found in it so far."""

    words: Sequence[Word]
    headline: bool = False
    found: list[Attribution] = field(default_factory=list)
    taken: int = 0

    @property
    def scope(self) -> Span:
        """The span of the sentence in the Text."""
        return self.words[0].start, self.words[-1].end

    def span(self, bounds: tuple[int, int]) -> Span:
        """Return the span in the Text of a range of words."""
        return self.words[bounds[0]].start, self.words[bounds[1] - 1].end


@dataclass(frozen=True, kw_only=True)
class Subject:
    """Who is taken to speak: spans in the Text, range of words, and why; `shared` with a verb before."""

    source: tuple[Span, ...]
    start: int
    end: int
    confidence: Confidence
    reason: str
    shared: bool = False
