"""Score the statement reader: triple F1 and recall by kind on PolNeAR, hits on the news page.

A hit is content with character IoU of at least 0.5 over letters and digits (greedy one to one, best first, discontinuous spans
joined) and an overlapping source where the gold has one. PolNeAR takes a quotation that goes on after its attribution as one
with it ("…," she said. "…"), while our records keep one statement for each sentence: they are joined here before scoring.

    python bench/reading/evaluate.py [--split dev] [--data ../shared/data]
"""

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from brat import Article, articles

from witnessmark.evidence.reading import Line
from witnessmark.reading.attribution import Attribution as Found
from witnessmark.reading.reader import read_bytes
from witnessmark.reading.statements import find_statements

DATA = Path(__file__).parents[2].parent / "shared" / "data"
THRESHOLD = 0.5
#: From this share of characters between marks on, a gold content counts as direct.
DIRECT = 0.9
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]?|''.*?''")
Spans = Iterable[tuple[int, int]]


@dataclass
class Score:
    """Counts of hits; ratios of nothing are 0."""

    hits: int = 0
    gold: int = 0
    proposed: int = 0
    words: int = 0
    seconds: float = 0.0
    by_kind: Counter[str] = field(default_factory=Counter)
    hits_by_kind: Counter[str] = field(default_factory=Counter)

    @property
    def precision(self) -> float:
        """Share of proposals that hit."""
        return self.hits / self.proposed if self.proposed else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that is hit."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def letters(text: str, spans: Spans) -> frozenset[int]:
    """Return the places of the letters and digits of spans."""
    return frozenset(at for start, end in spans for at in range(start, end) if text[at].isalnum())


def match(text: str, gold: Sequence[tuple[Spans, Spans]], proposed: Sequence[tuple[Spans, Spans]]) -> dict[int, int]:
    """Return gold → proposal for (content, source) pairs, one to one, the best overlap first."""
    wanted = [letters(text, content) for content, _ in gold]
    got = [letters(text, content) for content, _ in proposed]
    pairs = []
    for i, want in enumerate(wanted):
        for j, have in enumerate(got):
            shared = len(want & have)
            if shared and shared / len(want | have) >= THRESHOLD and _sources_agree(gold[i][1], proposed[j][1]):
                pairs.append((shared / len(want | have), i, j))
    matched: dict[int, int] = {}
    for _, i, j in sorted(pairs, reverse=True):
        if i not in matched and j not in matched.values():
            matched[i] = j
    return matched


def _sources_agree(gold: Spans, proposed: Spans) -> bool:
    wanted = list(gold)
    return not wanted or any(a < d and c < b for a, b in wanted for c, d in proposed)


def joined(found: Sequence[Found]) -> list[Found]:
    """Join what goes on from the attribution before with it, as PolNeAR does."""
    result: list[Found] = []
    for each in found:
        if each.follows and result:
            result[-1] = replace(result[-1], content=result[-1].content + each.content)
        else:
            result.append(each)
    return result


def kind_of(text: str, spans: Spans) -> str:
    """Return direct, mixed or indirect for a gold content, by the characters between marks."""
    words = "".join(text[start:end] for start, end in spans)
    quoted = sum(len(part) for part in _QUOTED.findall(words))
    return "direct" if quoted >= DIRECT * len(words) else "mixed" if quoted else "indirect"


def lines_of(text: str) -> list[Line]:
    """Return the lines of an article that is clean already: the first is the headline, the rest the story."""
    spans = [match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", text)]
    return [
        Line(start=start, end=end, label="story" if number else "headline", reason="clean text")
        for number, (start, end) in enumerate(spans)
    ]


def score_article(article: Article, score: Score) -> None:
    """Read one article and add its counts."""
    began = time.perf_counter()
    found = joined(find_statements(article.text, lines_of(article.text)))
    score.seconds += time.perf_counter() - began
    matched = match(
        article.text,
        [(each.content, each.source) for each in article.gold],
        [(each.content, each.source) for each in found],
    )
    score.words += len(article.text.split())
    score.hits += len(matched)
    score.gold += len(article.gold)
    score.proposed += len(found)
    for number, each in enumerate(article.gold):
        kind = kind_of(article.text, each.content)
        score.by_kind[kind] += 1
        score.hits_by_kind[kind] += number in matched


def polnear(folder: Path) -> Score:
    """Return the score on a split of PolNeAR."""
    score = Score()
    for article in articles(folder):
        score_article(article, score)
    return score


def news(folder: Path) -> Score:
    """Return the score on the news page: its 24 statements, read with all furniture."""
    gold = json.loads((folder / "global-2022-08-31.gold.json").read_text(encoding="utf-8"))
    data = (folder / gold["file"]).read_bytes()
    reading = read_bytes(data, media_type="text/plain", name=gold["file"])
    matched = match(
        reading.text.content,
        [(each["content"], each["source"]) for each in gold["statements"]],
        [(each.content, each.source) for each in reading.statements],
    )
    return Score(hits=len(matched), gold=len(gold["statements"]), proposed=len(reading.statements))


def main() -> int:
    """Print the figures; exit 2 where the data is not here."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", default="dev", choices=("dev", "train"))
    parser.add_argument("--data", type=Path, default=DATA)
    options = parser.parse_args()
    if not options.data.is_dir():
        print(f"the data is not here: {options.data}", file=sys.stderr)
        return 2
    page, score = news(options.data / "news"), polnear(options.data / "polnear" / options.split)
    print(f"news page       {page.hits} of {page.gold}, {page.proposed - page.hits} more proposed")
    print(
        f"PolNeAR {options.split:7} triple F1 {score.f1:.3f} (precision {score.precision:.3f}, recall {score.recall:.3f})"
    )
    for kind in ("direct", "mixed", "indirect"):
        print(f"  recall {kind:9}{score.hits_by_kind[kind] / max(1, score.by_kind[kind]):.3f} of {score.by_kind[kind]}")
    print(f"  words a second  {score.words / max(score.seconds, 1e-9):,.0f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
