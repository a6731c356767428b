"""Score the reader on news of our field: statements, speakers, polarity, hedges, quantities with their owners, dates.

Each article is read through the public reader, as users get it, and held against gold made by hand (bench/reading/field).

    python bench/reading/eval_field.py [--half tune|test] [--errors] [--data ../shared/data]
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, TypeVar

sys.path.insert(0, str(Path(__file__).parent))

from evaluate import match
from field import HALVES, Annotated, GoldError, joined, read_articles, same_entity

from witnessmark.evidence.reading import DateMention, QuantityMention

DATA: Final = Path(__file__).resolve().parents[2].parent / "shared" / "data"
#: Two numbers are the same within this share: two thirds are written 0.667 in the gold.
_NEAR: Final = 0.01
_PART_OF_DAY: Final = re.compile(r"T(?:MO|AF|EV|NI|MI)$")
_ZONE: Final = re.compile(r"(?<=\d\d:\d\d)(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?$")
M = TypeVar("M", DateMention, QuantityMention)
Miss = tuple[str, str]
Span = Sequence[int]


class Count(Counter[str]):
    """What was counted in the articles: hits, gold and proposals of each layer, and labels right among the hits."""

    def f1(self, layer: str) -> float:
        """Return twice the hits over gold and proposals together; 0 of nothing."""
        both = self[f"{layer} gold"] + self[f"{layer} proposed"]
        return 2 * self[f"{layer} hits"] / both if both else 0.0

    def share(self, part: str, whole: str) -> float:
        """Return the share of a part in a whole; 0 of nothing."""
        return self[part] / self[whole] if self[whole] else 0.0


def figures(data: Path, half: str = "") -> dict[str, float]:
    """Return the figures of the field gold, or of one half of it; raise GoldError where a text is another one."""
    count = Count()
    for article in read_articles(data, half):
        for _ in score(article, count):
            pass
    return figures_of(count)


def figures_of(count: Count) -> dict[str, float]:
    """Return what the counts come to, each between 0 and 1."""
    return {
        "field.triple_f1": count.f1("statements"),
        "field.precision": count.share("statements hits", "statements proposed"),
        "field.recall": count.share("statements hits", "statements gold"),
        "field.speaker": count.share("speaker right", "statements hits"),
        "field.kind": count.share("kind right", "statements hits"),
        "field.polarity": count.share("polarity right", "statements hits"),
        "field.hedge": count.share("hedge right", "statements hits"),
        "field.quantity_f1": count.f1("quantities"),
        "field.quantity_owner_f1": count.f1("owned"),
        "field.date_value_f1": count.f1("date values"),
        "field.date_span_f1": count.f1("dates"),
    }


def score(article: Annotated, count: Count) -> Iterator[Miss]:
    """Add the counts of an article; yield each miss as what kind it is and the words."""
    yield from _statements(article, count)
    yield from _quantities(article, count)
    yield from _dates(article, count)


def _statements(article: Annotated, count: Count) -> Iterator[Miss]:
    text, gold = article.text, article.gold["statements"]
    found = joined(text, article.reading.statements)
    matched = match(
        text,
        [(each["content"], each["source"]) for each in gold],
        [(each.content, each.source) for each in found],
    )
    _add(count, "statements", len(matched), len(gold), len(found))
    for number, want in enumerate(gold):
        if number not in matched:
            yield "missed", _triple(text, want["source"], want["cue"], want["content"])
            continue
        got = found[matched[number]]
        labels = {
            "speaker": (want["speaker"], got.speaker, same_entity(want["speaker"], got.speaker)),
            "kind": (want["kind"], got.kind, want["kind"] == got.kind),
            "polarity": (want["polarity"], got.polarity, want["polarity"] == got.polarity),
            "hedge": (want["hedge"], got.hedges, want["hedge"] == bool(got.hedges)),
        }
        for label, (wanted, proposed, right) in labels.items():
            count[f"{label} right"] += right
            if not right:
                words = _triple(text, got.source, got.cue, got.content)
                yield label, f"{proposed!r}, gold {wanted!r}: {words}"
    for number, each in enumerate(found):
        if number not in matched.values():
            yield "not in gold", _triple(text, each.source, each.cue, each.content)


def _quantities(article: Annotated, count: Count) -> Iterator[Miss]:
    gold, found = article.gold["quantities"], _counted(article, "quantities", article.reading.quantities)
    pairs = pairs_of([each["span"] for each in gold], [(each.start, each.end) for each in found])
    right = {i: j for i, j in pairs.items() if _same_number(gold[i]["number"], found[j])}
    owned = {i for i, j in right.items() if same_entity(gold[i]["owner"], found[j].owner)}
    _add(count, "quantities", len(right), len(gold), len(found))
    _add(count, "owned", len(owned), len(gold), len(found))
    for number, want in enumerate(gold):
        words = f"{article.text[slice(*want['span'])]!r} = {want['number']} {want['what']} of {want['owner']}"
        if number not in right:
            yield "quantity missed", words
        elif number not in owned:
            yield "owner", f"{found[right[number]].owner!r}, gold {want['owner']!r}: {words}"
    for number, each in enumerate(found):
        if number not in right.values():
            yield "quantity not in gold", f"{each.words!r} = {each.value or each.magnitude or (each.low, each.high)}"


def _dates(article: Annotated, count: Count) -> Iterator[Miss]:
    gold = article.gold["dates"]
    named = [each for each in article.reading.dates if each.date is None or not each.date.value.endswith("_REF")]
    found = _counted(article, "dates", named)
    pairs = pairs_of([each["span"] for each in gold], [(each.start, each.end) for each in found])
    right = {i for i, j in pairs.items() if _same_date(gold[i]["value"], found[j])}
    _add(count, "dates", len(pairs), len(gold), len(found))
    _add(count, "date values", len(right), len(gold), len(found))
    for number, want in enumerate(gold):
        words = repr(article.text[slice(*want["span"])])
        if number not in pairs:
            yield "date missed", f"{words} = {want['value']}"
        elif number not in right:
            date = found[pairs[number]].date
            yield "date value", f"{date.value if date else None}, gold {want['value']}: {words}"
    for number, each in enumerate(found):
        if number not in pairs.values():
            yield "date not in gold", f"{each.words!r} = {each.date.value if each.date else None}"


def _add(count: Count, layer: str, hits: int, gold: int, proposed: int) -> None:
    count.update({f"{layer} hits": hits, f"{layer} gold": gold, f"{layer} proposed": proposed})


def _counted(article: Annotated, layer: str, found: Sequence[M]) -> list[M]:
    """Return the mentions that count: not those on a span that the gold leaves open (its "optional")."""
    gold = [each["span"] for each in article.gold[layer]]
    optional = article.gold["optional"][layer]
    return [each for each in found if _touches(each, gold) or not _touches(each, optional)]


def _touches(mention: DateMention | QuantityMention, spans: Sequence[Span]) -> bool:
    return any(start < mention.end and mention.start < end for start, end in spans)


def pairs_of(gold: Sequence[Span], found: Sequence[Span]) -> dict[int, int]:
    """Return gold → found of overlapping spans, one to one, the longest overlap first."""
    overlaps = sorted(
        (max(a, c) - min(b, d), i, j)
        for i, (a, b) in enumerate(gold)
        for j, (c, d) in enumerate(found)
        if a < d and c < b
    )
    pairs: dict[int, int] = {}
    for _, i, j in overlaps:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _same_number(gold: str, got: QuantityMention) -> bool:
    """Tell whether a number is that of the gold: a figure, "low-high", or a word as dozens; "several thousand" is thousands."""
    if gold[0].isalpha():
        return gold.removesuffix("s") in f"{got.magnitude} {got.words}".casefold()
    wanted = [float(part) for part in gold.split("-")]
    low = got.low if got.low is not None else got.value
    high = got.high if got.high is not None else got.value
    if len(wanted) > 1:
        return low is not None and high is not None and _near(wanted[0], low) and _near(wanted[1], high)
    return any(_near(wanted[0], number) for number in (low, high, got.value) if number is not None)


def _near(wanted: float, got: float) -> bool:
    return abs(wanted - got) <= _NEAR * abs(wanted)


def _same_date(gold: str, got: DateMention) -> bool:
    """Tell whether a value is that of the gold: to the day or minute, parts of the day and zones aside.

    A duration is right as a duration or as an interval with the duration as its note; "unknown" is right without a day.
    """
    if got.date is None:
        return gold == "unknown"
    values = {plain_date(got.date.value), plain_date(got.date.note)}
    return plain_date(gold) in values or (gold == "unknown" and "X" in got.date.value)


def plain_date(value: str) -> str:
    """Return a value without part of the day and zone: "2019-01-13TNI" is 2019-01-13."""
    return _ZONE.sub("", _PART_OF_DAY.sub("", value))


def _triple(text: str, source: Sequence[Span], cue: Sequence[Span], content: Sequence[Span]) -> str:
    spans = (" … ".join(" ".join(text[a:b].split()) for a, b in part) for part in (source, cue, content))
    return "[{}] [{}] {}".format(*spans)


def main() -> int:
    """Print the figures, with --errors every miss; exit 2 where the data is not here or a text is another one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", default="", choices=HALVES)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--data", type=Path, default=DATA)
    options = parser.parse_args()
    if not options.data.is_dir():
        print(f"the data is not here: {options.data}", file=sys.stderr)
        return 2
    counts = {half: Count() for half in (HALVES if not options.half else (options.half,))}
    try:
        for article in read_articles(options.data, options.half):
            for kind, words in score(article, counts[article.half]):
                if options.errors:
                    print(f"{article.key}  {kind}: {words}")
    except GoldError as error:
        print(error, file=sys.stderr)
        return 2
    _print(counts)
    return 0


def _print(counts: dict[str, Count]) -> None:
    if len(counts) > 1:
        together = Count()
        for count in counts.values():
            together.update(count)
        counts = {**counts, "all": together}
    print(f"{'':26}" + "".join(f"{half:>8}" for half in counts))
    for name in figures_of(Count()):
        print(f"{name:26}" + "".join(f"{figures_of(count)[name]:8.3f}" for count in counts.values()))
    print(f"{'gold statements':26}" + "".join(f"{count['statements gold']:8}" for count in counts.values()))


if __name__ == "__main__":
    raise SystemExit(main())
