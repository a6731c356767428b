"""Score the dates of `language/` against hand-made TIMEX3 gold, as TempEval-3 does (UzZaman et al. 2013).

A found expression is a relaxed hit when it overlaps a gold one (greedy, one to one, in the order of the text), a strict hit
when both ends agree, a value hit when it is a relaxed hit with the same TIMEX3 value. The gold has two halves: rules are
written looking at the misses of `tune` only; of `test` nothing but the totals is read.

    python bench/reading/eval_dates.py [--half tune] [--misses] [--data ../shared/data]
"""

import argparse
import csv
import hashlib
import json
import re
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from witnessmark.evidence.dates import PartialDate
from witnessmark.language.timexes import Timex, find_timexes

GOLD = Path(__file__).parent / "dates"
DATA = Path(__file__).parents[2].parent / "shared" / "data"
#: Invented articles: "## 2013-06-04" opens one, {words=value} marks a date, time or duration, {words*value} a set.
_MARK = re.compile(r"\{(?P<words>[^{}]*?)(?P<sign>[=*])(?P<value>[^{}=*]*)\}")


@dataclass(frozen=True)
class Marked:
    """One gold expression: offsets in code points, TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True)
class Story:
    """A text with the day it was published and its expressions in order."""

    name: str
    created: str
    text: str
    marked: Sequence[Marked]


@dataclass
class Score:
    """Counts over stories; ratios of nothing are 0."""

    gold: int = 0
    found: int = 0
    relaxed: int = 0
    strict: int = 0
    values: int = 0
    types: int = 0
    words: int = 0
    seconds: float = 0.0
    misses: list[str] = field(default_factory=list)

    def f1(self, hits: int) -> float:
        """Return the harmonic mean of hits / found and hits / gold."""
        return 2 * hits / (self.gold + self.found) if self.gold + self.found else 0.0


def type_of(sign: str, value: str) -> str:
    if sign == "*":
        return "SET"
    if value.endswith("_REF"):
        return "DATE"
    return "DURATION" if value.startswith("P") else "TIME" if "T" in value else "DATE"


def invented(path: Path) -> Iterator[Story]:
    for part in path.read_text(encoding="utf-8").split("## ")[1:]:
        created, _, body = part.partition("\n")
        text, marked, at = "", [], 0
        for match in _MARK.finditer(body):
            text += body[at : match.start()]
            start, at = len(text), match.end()
            text += match["words"]
            marked.append(Marked(start, len(text), type_of(match["sign"], match["value"]), match["value"]))
        yield Story(f"{path.stem} {created}", created, text + body[at:], marked)


def real(path: Path, data: Path) -> Iterator[Story]:
    """Yield the annotated articles of `data`; an article that is not the one annotated is an error."""
    csv.field_size_limit(10**9)
    for entry in json.loads(path.read_text(encoding="utf-8")):
        text = _source(data, entry["source"])
        digest = hashlib.sha256(text.encode()).hexdigest()
        if digest != entry["sha256"]:
            sys.exit(f"{entry['source']}: not the text that was annotated: got {digest}, expected {entry['sha256']}")
        yield Story(entry["source"], entry["created"], text, [Marked(*each) for each in entry["timexes"]])


def _source(data: Path, source: str) -> str:
    name, _, row = source.partition("#")
    if not row:
        return (data / name).read_text(encoding="utf-8")
    with (data / name).open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))[int(row)]["text"]


def stories(data: Path, half: str) -> list[Story]:
    """Return the stories of one half, invented ones first; the real ones only where the shared data is."""
    found = list(invented(GOLD / f"invented_{half}.txt"))
    return [*found, *real(GOLD / f"real_{half}.json", data)] if (data / "wikinews").exists() else found


def score(told: Iterable[Story]) -> Score:
    total = Score()
    for story in told:
        begin = time.process_time()
        found = find_timexes(story.text, anchor=PartialDate(value=story.created))
        total.seconds += time.process_time() - begin
        total.words += len(story.text.split())
        _count(story, found, total)
    return total


def _count(story: Story, found: Sequence[Timex], total: Score) -> None:
    total.gold += len(story.marked)
    total.found += len(found)
    left = list(found)
    for gold in story.marked:
        hit = next((each for each in left if each.start < gold.end and gold.start < each.end), None)
        if hit is not None:
            left.remove(hit)
            total.relaxed += 1
            total.strict += (hit.start, hit.end) == (gold.start, gold.end)
            total.values += hit.value == gold.value
            total.types += hit.type == gold.type
        if hit is None or hit.value != gold.value:
            got = f"{hit.words!r} {hit.value}" if hit else "nothing"
            total.misses.append(f"{_place(story, gold.start, gold.end)}: got {got}, expected {gold.type} {gold.value}")
    total.misses += [f"{_place(story, each.start, each.end)}: not in the gold, got {each.value}" for each in left]


def _place(story: Story, start: int, end: int) -> str:
    before, after = story.text[max(0, start - 40) : start], story.text[end : end + 20]
    return re.sub(r"\s+", " ", f"{story.name[-24:]} {story.created} …{before}[{story.text[start:end]}]{after}…")


def figures(data: Path, half: str = "test") -> dict[str, float]:
    """Return the scores on one half: value, type, relaxed and strict span F1, words a second of one core."""
    total = score(stories(data, half))
    return {
        "dates.value_f1": total.f1(total.values),
        "dates.type_f1": total.f1(total.types),
        "dates.relaxed_span_f1": total.f1(total.relaxed),
        "dates.strict_span_f1": total.f1(total.strict),
        "dates.words_per_second": total.words / total.seconds if total.seconds else 0.0,
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--half", choices=("tune", "test"), default="tune")
    parser.add_argument("--misses", action="store_true", help="print each expression that was missed (tune only)")
    parser.add_argument("--data", type=Path, default=DATA)
    chosen = parser.parse_args()
    for name, figure in figures(chosen.data, chosen.half).items():
        print(f"{name:<26}{figure:,.0f}" if figure > 1 else f"{name:<26}{figure:.3f}")
    if chosen.misses and chosen.half == "tune":
        print(*score(stories(chosen.data, "tune")).misses, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
