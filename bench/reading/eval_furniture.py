"""Measure the line labeller: dirty pages of templates it was not trained on, the news page, and articles that are clean.

Precision is the share of lines kept as the story's own text that are; recall the share of furniture (bylines, datelines,
captions and corrections with it: they have labels of their own) that is told as such; lost the share of the story's lines
that are not kept. On clean articles, lost counts lines that are called furniture.

    python bench/reading/eval_furniture.py [--each 28] [--data ../shared/data]
"""

import argparse
import csv
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "furniture"))

from materials import LANGUAGES
from pages import STORY, Page, pages

from witnessmark.evidence.reading import STORY_LABELS, Line
from witnessmark.reading.html import read_html
from witnessmark.reading.lines import label_lines

DATA = Path(__file__).parents[2].parent / "shared" / "data"
EACH = 28
#: Labels of the story's own text; byline, dateline, caption and correction belong to it, and are told apart.
OWN = STORY_LABELS - {"byline", "dateline", "caption", "correction"}
#: Furniture of the news page by line, as a person labels it; captions and the headline are its own.
_NEWS_FURNITURE = frozenset({1, 5, 6, 17, 21, 23, 25, 26, 30, 31, 37, 49, 55, 57})
_SAME = {"links": "related", "menu": "navigation"}


def count(page: Page) -> Counter[str]:
    """Return the counts of one page, also by kind of furniture (`kind:` found, `all:` there are)."""
    counts: Counter[str] = Counter()
    for (kind, _), line in zip(page.lines, label_lines(page.text), strict=False):
        if kind == "empty":
            continue
        kept = line.label in OWN
        counts.update(kept=kept, kept_right=kept and kind in STORY, story=kind in STORY, furniture=kind not in STORY)
        if kind not in STORY:
            counts.update(
                {"told": not kept, f"kind:{_SAME.get(kind, kind)}": not kept, f"all:{_SAME.get(kind, kind)}": 1}
            )
    return counts


def ratios(counts: Counter[str], prefix: str = "") -> dict[str, float]:
    """Return precision, recall and lost of summed counts."""
    return {
        f"{prefix}precision": counts["kept_right"] / max(1, counts["kept"]),
        f"{prefix}recall": counts["told"] / max(1, counts["furniture"]),
        f"{prefix}lost": 1 - counts["kept_right"] / max(1, counts["story"]),
    }


def of_pages(each: int = EACH) -> tuple[dict[str, float], Counter[str]]:
    """Return the figures of the test pages, over all and by language, and the counts by kind."""
    found: dict[str, float] = {}
    total: Counter[str] = Counter()
    for language in LANGUAGES:
        counts: Counter[str] = Counter()
        for page in pages("test", each, (language,)):
            counts.update(count(page))
        found |= ratios(counts, f"{language} ")
        total.update(counts)
    return ratios(total) | {"pages": each * len(LANGUAGES)} | found, total


def news(folder: Path) -> dict[str, float]:
    """Return how many lines of the news page are labelled as a person labels them."""
    text = (folder / "global-2022-08-31.txt").read_text(encoding="utf-8")
    lines = label_lines(text)
    full = [(n, line) for n, line in enumerate(lines, start=1) if line.label != "empty"]
    right = sum((line.label not in STORY_LABELS) == (n in _NEWS_FURNITURE) for n, line in full)
    return {"news right": right / len(full)}


def clean(texts: Iterable[str], prefix: str) -> dict[str, float]:
    """Return the share of lines of clean articles that are taken for furniture."""
    lines = [line for text in texts for line in label_lines(text) if line.label != "empty"]
    return {f"{prefix} lost": sum(line.label not in STORY_LABELS for line in lines) / max(1, len(lines))}


def wikinews(folder: Path) -> Iterator[str]:
    """Yield the texts of the Wikinews articles."""
    csv.field_size_limit(1 << 26)
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            yield from (row["text"] for row in csv.DictReader(file))


def against_extractor(each: int = 4) -> dict[str, float]:
    """Return F1 over characters of the story on dirty HTML of plain paragraphs, ours and trafilatura's."""
    from trafilatura import extract

    ours, theirs = Counter[str](), Counter[str]()
    for page in pages("test", each):
        wanted = Counter(text for kind, text in page.lines if kind in STORY)
        read = read_html(page.html.encode())
        kept = _kept(read.content, label_lines(read.content, segments=read.segments, title=read.title))
        _overlap(ours, wanted, kept)
        _overlap(theirs, wanted, Counter((extract(page.html, fast=True, include_comments=False) or "").splitlines()))
    return {"html f1": _f1(ours), "trafilatura f1": _f1(theirs)}


def _kept(text: str, lines: Iterable[Line]) -> Counter[str]:
    return Counter(text[line.start : line.end] for line in lines if line.label in OWN)


def _overlap(counts: Counter[str], wanted: Counter[str], got: Counter[str]) -> None:
    size = lambda lines: sum(len(text) * times for text, times in lines.items())  # noqa: E731  (used thrice, here alone)
    counts.update(hits=size(wanted & got), wanted=size(wanted), got=size(got))


def _f1(counts: Counter[str]) -> float:
    return 2 * counts["hits"] / max(1, counts["wanted"] + counts["got"])


def figures(data: Path) -> dict[str, float]:
    """Return all figures by name; those of data that is not there are left out."""
    found = of_pages()[0] | against_extractor()
    if (data / "news").is_dir():
        found |= news(data / "news")
    if (data / "wikinews").is_dir():
        found |= clean(wikinews(data / "wikinews"), "wikinews")
    if (data / "polnear").is_dir():
        texts = (path.read_text(encoding="utf-8") for path in sorted((data / "polnear/dev/text").glob("*")))
        found |= clean(texts, "polnear")
    return found


def main() -> int:
    """Print the figures by language and by kind of furniture."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", type=int, default=EACH, help="pages per language")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    began = time.perf_counter()
    found, counts = of_pages(options.each)
    seconds = time.perf_counter() - began
    found = figures(options.data) | found
    if options.json:
        print(json.dumps(found, indent=1))
        return 0
    for name in sorted({name.rpartition(" ")[0] for name in found if name.endswith("precision")}):
        row = [found[f"{name} {which}".strip()] for which in ("precision", "recall", "lost")]
        print(f"{name or 'all':4} precision {row[0]:.3f}  recall {row[1]:.3f}  story lost {row[2]:.4f}")
    for kind in sorted(name.removeprefix("all:") for name in counts if name.startswith("all:")):
        print(f"  {kind:14}{counts[f'kind:{kind}'] / counts[f'all:{kind}']:.3f} of {counts[f'all:{kind}']}")
    for name in ("news right", "wikinews lost", "polnear lost", "html f1", "trafilatura f1"):
        print(f"{name:16}{found[name]:.4f}" if name in found else f"{name:16}the data is not here")
    print(f"{found['pages']:.0f} pages in {seconds:.1f} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
