"""Train the weights of the line labeller on the training pages and write them into the package.

The pages come from `train/*.txt` alone, with clean texts among them and 400 articles of PolNeAR train where
`../shared/data` is: on those nothing is furniture. Words are dropped at random, so that place and shape learn to tell what
no word tells.

    python bench/reading/furniture/train.py
"""

import json
import random
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))

from materials import HERE, LANGUAGES, load
from pages import STORY, pages

from witnessmark.evidence.reading import STORY_LABELS
from witnessmark.reading.lines import ruled
from witnessmark.reading.lines_features import LONGEST, Features, own_features
from witnessmark.reading.lines_model import PARAGRAPH, surely, weigh
from witnessmark.reading.lines_places import place_features
from witnessmark.reading.lines_shape import Shape, shape_of, split_lines
from witnessmark.reading.lines_weighed import APART

ROOT = Path(__file__).parents[3]
OUT = ROOT / "src/witnessmark/reading/lines_weights.json"
POLNEAR = ROOT.parent / "shared/data/polnear/train/text"
EACH = 60
CLEAN = 400
#: The clean texts are few beside the pages, and count so many times.
CLEAN_TIMES = 5
#: Share of lines whose words are hidden from the model while training.
DROPPED = 0.25
#: A line of story taken for furniture costs as much as this many the other way round.
CARE = 2.0
Document = tuple[list[Shape], list[bool], list[bool], list[bool]]


def documents() -> list[Document]:
    """Return shapes, gold and what rules are sure of, for each page of the training, clean ones too."""
    found = [_document(page.text, [kind not in STORY for kind, _ in page.lines]) for page in pages("train", EACH)]
    for language in LANGUAGES:
        found += [_document("\n".join(text for _, text in story), None) for story in load("train", language).stories]
    clean = (HERE / "train" / "clean.txt").read_text(encoding="utf-8").split("\n", 1)[1]
    found += [_document(text.strip(), None) for text in clean.split("\n\n") for _ in range(CLEAN_TIMES)]
    return found + [_document(path.read_text(encoding="utf-8"), None) for path in sorted(POLNEAR.glob("*"))[:CLEAN]]


def _document(text: str, gold: list[bool] | None) -> Document:
    spans = list(split_lines(text))
    shapes = [shape_of(text, start, end) for start, end in spans]
    verdicts = ruled(shapes)
    full = [i for i, shape in enumerate(shapes) if not shape.empty]
    labels = ["" if (verdict := verdicts[i]) is None else verdict.label for i in full]
    certain = [label not in STORY_LABELS | {"", "repeated"} for label in labels]
    return (
        [shapes[i] for i in full],
        [gold is not None and gold[i] for i in full],
        certain,
        [x in APART for x in labels],
    )


def without_words(features: Features) -> Features:
    """Return features as if no word of the line were known."""
    from witnessmark.reading.lines_cues import CUES

    kept = {
        name: value
        for name, value in features.items()
        if name.split()[0] not in {*CUES, "cues", "kinds", "bids", "led"}
    }
    return kept | {"no cue": 1.0}


def fit(rows: list[Features], gold: list[bool], penalty: float = 2.0) -> dict[str, float]:
    """Return the weights of a logistic regression with an L2 penalty, by Newton's method."""
    names = sorted({name for row in rows for name in row})
    index = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for number, row in enumerate(rows):
        for name, value in row.items():
            x[number, index[name]] = value
    y = np.array(gold, dtype=float)
    cost = np.where(y > 0, 1.0, CARE)
    w = np.zeros(len(names))
    for _ in range(12):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        gradient = x.T @ (cost * (p - y)) + penalty * w
        curvature = (x * (cost * p * (1 - p))[:, None]).T @ x + penalty * np.eye(len(names))
        w -= np.linalg.solve(curvature, gradient)
    return {name: round(float(value), 3) for name, value in zip(names, w, strict=True) if abs(value) >= 0.005}


def main() -> None:
    """Train both models and write the weights."""
    rng = random.Random(1)  # noqa: S311  (which words are hidden, not keys)
    found = documents()
    own_rows = [[own_features(shape) for shape in shapes] for shapes, *_ in found]
    for rows in own_rows:
        rows[:] = [without_words(row) if rng.random() < DROPPED else row for row in rows]
    judged = [[shape.words <= LONGEST for shape in shapes] for shapes, *_ in found]
    golds = [gold for _, gold, *_ in found]
    own = fit(*_pick(own_rows, golds, judged))
    place_rows, dirt = [], []
    for (shapes, _, certain, apart), rows, ok in zip(found, own_rows, judged, strict=True):
        scores = [weigh(row, own) if good else PARAGRAPH for row, good in zip(rows, ok, strict=True)]
        dirt.append(surely(scores, certain) > 0)  # the place of a line in a clean text is never asked for
        place_rows.append(place_features(shapes, scores, certain, apart))
    left = [
        [good and not sure and not aside and dirty for good, sure, aside in zip(ok, certain, apart, strict=True)]
        for ok, dirty, (_, _, certain, apart) in zip(judged, dirt, found, strict=True)
    ]
    place = fit(*_pick(place_rows, golds, left))
    OUT.write_text(json.dumps({"own": own, "place": place, "threshold": 0.0}, indent=1) + "\n", encoding="utf-8")


def _pick(
    rows: list[list[Features]], gold: list[list[bool]], use: list[list[bool]]
) -> tuple[list[Features], list[bool]]:
    flat = [(r, g) for page in zip(rows, gold, use, strict=True) for r, g, u in zip(*page, strict=True) if u]
    return [row for row, _ in flat], [is_one for _, is_one in flat]


if __name__ == "__main__":
    main()
