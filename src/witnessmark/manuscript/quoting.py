"""Where the words of a quotation stand: in the cited passages, in attested translations, anywhere they may be looked for."""

from dataclasses import dataclass, field
from typing import Literal

from witnessmark.manuscript.support import Extract, Support
from witnessmark.text.quotation import PreparedText, QuoteResult, match_quotation, prepare

#: The better the verdict, the later: what several extracts say together is the best of them.
_ORDER = ("unchecked", "not_found", "indeterminate", "found")
Verdict = Literal["found", "not_found", "indeterminate", "unchecked"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """The answer for one quotation: verdict, the extract it was found in, the matcher's own result."""

    verdict: Verdict
    extract: Extract | None = None
    result: QuoteResult | None = None
    support: str = ""

    @property
    def translation(self) -> bool:
        """Whether the words stand in an attested translation, which the footnote then has to name."""
        return self.extract is not None and self.extract.translation


@dataclass
class QuoteFinder:
    """Looks quotations up in extracts; each Text is folded once."""

    prepared: dict[str, PreparedText] = field(default_factory=dict)
    known: dict[tuple[str, str, int, int], QuoteResult] = field(default_factory=dict)

    def find(self, words: str, supports: tuple[Support, ...]) -> Quoted:
        """Return the best answer over all extracts of the supports; ambiguous places are found places."""
        best = Quoted(verdict="unchecked" if any(support.withheld for support in supports) else "not_found")
        for support in supports:
            for extract in support.extracts:
                answer = self._ask(words, extract, support.id)
                if _rank(answer) > _rank(best):
                    best = answer
        return best

    def _ask(self, words: str, extract: Extract, support: str) -> Quoted:
        key = (words, extract.text.id, extract.start, extract.end)
        if key not in self.known:
            text = self.prepared.setdefault(extract.text.id, prepare(extract.text.content))
            self.known[key] = match_quotation(
                words, text, readable=extract.decides, within=(extract.start, extract.end)
            )
        result = self.known[key]
        verdict: Verdict = "found" if result.verdict == "ambiguous" else result.verdict
        if verdict == "unchecked":
            verdict = "not_found"
        return Quoted(verdict=verdict, extract=extract, result=result, support=support)


def _rank(answer: Quoted) -> tuple[int, int]:
    flags = len(answer.result.flags) if answer.result else 0
    return _ORDER.index(answer.verdict), -flags
