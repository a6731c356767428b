"""Tell how far the two annotators of the field gold agree, layer by layer, before their differences were settled.

python bench/reading/agreement.py [--data ../shared/data]
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).parent))

from eval_field import DATA, Count, pairs_of, plain_date
from evaluate import match
from field import GOLD, read_articles, same_entity

LABELS: Final = ("polarity", "hedge", "kind")
Pass = dict[str, list[dict[str, Any]]]


def agreement(data: Path) -> dict[str, float]:
    """Return F1 of the spans between the passes and, on what both have, the share of equal labels and their kappa."""
    first, second = (json.loads((GOLD / "passes" / f"{number}.json").read_text(encoding="utf-8")) for number in (1, 2))
    count, labels = Count(), {label: Counter[tuple[object, object]]() for label in LABELS}
    for article in read_articles(data):
        one, two = first[article.key], second[article.key]
        _statements(article.text, one["statements"], two["statements"], count, labels)
        _spans("quantities", one, two, count)
        _spans("dates", one, two, count)
    found = {
        "statements, span F1": count.f1("statements"),
        "speaker, equal": count.share("speaker", "statements hits"),
        "quantities, span F1": count.f1("quantities"),
        "owner, equal": count.share("same quantities", "quantities hits"),
        "dates, span F1": count.f1("dates"),
        "date value, equal": count.share("same dates", "dates hits"),
    }
    for label, table in labels.items():
        found |= {f"{label}, equal": _equal(table), f"{label}, kappa": kappa(table)}
    return found


def kappa(table: Counter[tuple[object, object]]) -> float:
    """Return Cohen's kappa of a table of (first, second) labels; 1 where there is but one label."""
    total = table.total()
    chance = sum(
        sum(n for (a, _), n in table.items() if a == label) * sum(n for (_, b), n in table.items() if b == label)
        for label in {label for pair in table for label in pair}
    ) / max(1, total * total)
    return (_equal(table) - chance) / (1 - chance) if chance < 1 else 1.0


def _equal(table: Counter[tuple[object, object]]) -> float:
    return sum(n for (a, b), n in table.items() if a == b) / max(1, table.total())


def _statements(
    text: str,
    one: Sequence[dict[str, Any]],
    two: Sequence[dict[str, Any]],
    count: Count,
    labels: dict[str, Counter[tuple[object, object]]],
) -> None:
    matched = match(
        text, [(each["content"], each["source"]) for each in one], [(each["content"], each["source"]) for each in two]
    )
    count.update({"statements hits": len(matched), "statements gold": len(one), "statements proposed": len(two)})
    for i, j in matched.items():
        a, b = one[i]["speaker"], two[j]["speaker"]
        count["speaker"] += a == b or same_entity(a, b) or same_entity(b, a)
        for label, table in labels.items():
            table[one[i][label], two[j][label]] += 1


def _spans(layer: str, one: Pass, two: Pass, count: Count) -> None:
    pairs = pairs_of([each["span"] for each in one[layer]], [each["span"] for each in two[layer]])
    count.update({f"{layer} hits": len(pairs), f"{layer} gold": len(one[layer]), f"{layer} proposed": len(two[layer])})
    for i, j in pairs.items():
        a, b = one[layer][i], two[layer][j]
        if layer == "dates":
            count["same dates"] += plain_date(a["value"]) == plain_date(b["value"])
        else:
            count["same quantities"] += (
                a["owner"] == b["owner"] or same_entity(a["owner"], b["owner"]) or same_entity(b["owner"], a["owner"])
            )


def main() -> int:
    """Print the figures; exit 2 where the data is not here."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA)
    options = parser.parse_args()
    if not options.data.is_dir():
        print(f"the data is not here: {options.data}", file=sys.stderr)
        return 2
    for name, value in agreement(options.data).items():
        print(f"{name:22}{value:7.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
