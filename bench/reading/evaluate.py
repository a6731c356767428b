"""Score the statement reader: triples, exact spans and recall by kind on PolNeAR, hits on the news page.

A hit is content with character IoU of at least 0.5 over letters and digits (greedy one to one, best first, discontinuous spans
joined) and an overlapping source where the gold has one. An exact span has both ends of a span of the gold. Statements are taken
as the reader gives them, those without a cue too.

    python bench/reading/evaluate.py [--split dev] [--data ../shared/data]
"""

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from brat import Article, articles

from witnessmark.evidence.reading import Line
from witnessmark.reading.reader import read_bytes
from witnessmark.reading.statements import find_statements

DATA = Path(__file__).parents[2].parent / "shared" / "data"
THRESHOLD = 0.5
#: From this share of characters between marks on, a gold content counts as direct.
DIRECT = 0.9
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]?|''.*?''")
PARTS = ("source", "cue", "content")
KINDS = ("direct", "mixed", "indirect")
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
    exact: Counter[str] = field(default_factory=Counter)
    spans: Counter[str] = field(default_factory=Counter)

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
    began = time.process_time()
    found = find_statements(article.text, lines_of(article.text))
    score.seconds += time.process_time() - began
    matched = match(
        article.text,
        [(each.content, each.source) for each in article.gold],
        [(each.content, each.source) for each in found],
    )
    score.words += len(article.text.split())
    score.hits += len(matched)
    score.gold += len(article.gold)
    score.proposed += len(found)
    for part in PARTS:
        wanted = {span for each in article.gold for span in getattr(each, part)}
        have = {span for each in found for span in getattr(each, part)}
        score.exact[part] += 2 * len(wanted & have)
        score.spans[part] += len(wanted) + len(have)
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


def figures(data: Path, split: str = "dev") -> dict[str, float]:
    """Return what the gate holds: of a split of PolNeAR, and how many of the news page's 24 statements are found."""
    score = polnear(data / "polnear" / split)
    held = {
        "statements.triple_f1": score.f1,
        "statements.precision": score.precision,
        "statements.recall": score.recall,
    }
    held |= {f"statements.exact_{part}_f1": score.exact[part] / max(1, score.spans[part]) for part in PARTS}
    held |= {f"statements.recall_{kind}": score.hits_by_kind[kind] / max(1, score.by_kind[kind]) for kind in KINDS}
    return held | {
        "statements.words_per_second": score.words / max(score.seconds, 1e-9),
        "statements.news_page": float(news(data / "news").hits),
    }


def main() -> int:
    """Print the figures; exit 2 where the data is not here."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", default="dev", choices=("dev", "train"))
    parser.add_argument("--data", type=Path, default=DATA)
    options = parser.parse_args()
    if not options.data.is_dir():
        print(f"the data is not here: {options.data}", file=sys.stderr)
        return 2
    for name, value in figures(options.data, options.split).items():
        print(f"{name:34}{value:,.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
