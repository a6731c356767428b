"""Train the weights of the line labeller on the training pages and write them into the package.

The pages come from `train/*.txt` alone, with clean texts among them and 400 articles of PolNeAR train where
`../shared/data` is: on those nothing is furniture. Words are dropped at random, so that place and shape learn to tell what
no word tells; the network of places learns from scores of lines that the scoring model has not seen.

    python bench/reading/furniture/train.py
"""

import json
import random
import sys
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))

from layouts import page_lines
from materials import HERE, LANGUAGES, Line, Materials, load
from network import learn
from pages import STORY

from witnessmark.evidence.reading import STORY_LABELS
from witnessmark.reading.lines import ruled
from witnessmark.reading.lines_cues import CUES
from witnessmark.reading.lines_features import LONGEST, Features, own_features
from witnessmark.reading.lines_model import PARAGRAPH, weigh
from witnessmark.reading.lines_places import place_rows, surely
from witnessmark.reading.lines_shape import Shape, shape_of, split_lines
from witnessmark.reading.lines_weighed import APART

ROOT = Path(__file__).parents[3]
OUT = ROOT / "src/witnessmark/reading/lines_weights.json"
POLNEAR = ROOT.parent / "shared/data/polnear/train/text"
EACH = 120
CLEAN = 400
#: Pages about news articles, and parts of stories per language that are stories of their own, of so many lines at least.
NEWS = 300
VARIED = 12
SHORTEST = 4
#: What strays into clean texts.
STRAYS = ("advertisement", "newsletter", "share", "login")
#: The clean texts are few beside the pages, and count so many times.
CLEAN_TIMES = 5
#: Share of lines whose words are hidden from the model while training.
DROPPED = 0.2
#: A line of story taken for furniture costs as much as this many the other way round; a headline more.
CARE = 2.0
CARE_HEADLINE = 3.0
#: A line counts so many times at most in the model of a line alone, however often it stands on a page.
TIMES = 12
FOLDS = 4
#: Log odds beyond which a line is furniture: the margins of `lines_weighed` guard what may well be story.
THRESHOLD = -0.5


class Document(NamedTuple):
    """The full lines of one page with their kinds, and what rules are sure of."""

    shapes: list[Shape]
    kinds: list[str]
    certain: list[bool]
    apart: list[bool]
    repeated: list[bool]


def documents() -> Iterator[Document]:
    """Yield each page of the training, clean ones too."""
    for name in LANGUAGES:
        materials = load("train", name)
        yield from _pages(_varied(materials), EACH)
        for story in materials.stories:
            yield _document([("story", text) for _, text in story])
    news = [_article(path.read_text(encoding="utf-8")) for path in sorted(POLNEAR.glob("*"))]
    yield from _pages(_of_news(load("train", "en"), news[CLEAN:]), NEWS)
    talk = (HERE / "train" / "clean.txt").read_text(encoding="utf-8").split("\n", 1)[1].split("\n\n")
    clean = [[("story", row) for row in text.strip().split("\n")] for text in talk for _ in range(CLEAN_TIMES)]
    clean += [[("story", text) for _, text in story] for story in news[:CLEAN]]
    yield from map(_document, clean)
    yield from map(_document, _strayed(clean))


def _pages(materials: Materials, each: int) -> Iterator[Document]:
    if materials.stories:
        for number in range(each):
            yield _document(page_lines("train", materials, number, "1")[1])


def _varied(materials: Materials) -> Materials:
    """Return the materials with parts of their stories, and parts of two joined, as stories of their own."""
    rng = random.Random(materials.language)  # noqa: S311  (pages, not keys)
    found = list(materials.stories)
    for _ in range(VARIED):
        one, other = rng.choice(materials.stories), rng.choice(materials.stories)
        start = rng.randrange(1, max(2, len(one) - SHORTEST))
        found.append([one[0], *one[start : start + rng.randint(SHORTEST, 12)], *rng.choice(([], other[-SHORTEST:]))])
    return Materials(materials.language, materials.sections, found)


def _article(text: str) -> list[Line]:
    """Return a news article as lines: its headline, without the full stop that was put behind it, and its story."""
    headline, *rows = [row for row in text.split("\n") if row.strip()]
    return [("headline", headline.removesuffix(".")), *(("story", row) for row in rows)]


def _of_news(materials: Materials, news: list[list[Line]]) -> Materials:
    """Return English furniture about news articles, whose headlines are titles of other pages to one another."""
    titles = [story[0][1] for story in news[len(news) // 2 :]] + materials.sections["titles"]
    return Materials(
        "en", materials.sections | {"titles": titles}, [s for s in news[: len(news) // 2] if len(s) > SHORTEST]
    )


def _strayed(clean: Sequence[list[Line]]) -> Iterator[list[Line]]:
    """Yield clean texts into which a line of furniture or two have strayed."""
    rng = random.Random(2)  # noqa: S311  (pages, not keys)
    strays = [(kind, row) for name in LANGUAGES for kind in STRAYS for row in load("train", name).sections[kind]]
    for text in clean:
        found = list(text)
        for kind, row in rng.sample(strays, rng.randint(1, 2)):
            if "{" not in row and "¶" not in row:
                found.insert(rng.randint(1, len(found)), (kind, row))
        yield found


def _document(lines: Sequence[Line]) -> Document:
    text, kinds = "\n".join(text for _, text in lines), [kind for kind, text in lines]
    shapes = [shape_of(text, start, end) for start, end in split_lines(text)]
    verdicts = ruled(shapes)
    full = [i for i, shape in enumerate(shapes) if not shape.empty]
    labels = ["" if (verdict := verdicts[i]) is None else verdict.label for i in full]
    return Document(
        [shapes[i] for i in full],
        [kinds[i] for i in full],
        [label not in STORY_LABELS | {"", "repeated"} for label in labels],
        [label in APART for label in labels],
        [label == "repeated" for label in labels],
    )


def without_words(features: Features) -> Features:
    """Return features as if no word of the line were known."""
    hidden = {*CUES, "cues", "kinds", "bids", "led"}
    return {name: value for name, value in features.items() if name.split()[0] not in hidden} | {"no cue": 1.0}


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


def _fold(shape: Shape) -> int:
    return zlib.crc32(shape.key.encode()) % FOLDS


def alone(found: Sequence[Document], but: int | None, rng: random.Random) -> dict[str, float]:
    """Return weights of a line alone, learnt from the lines outside the fold `but`."""
    rows: list[Features] = []
    gold: list[bool] = []
    seen: Counter[tuple[str, bool]] = Counter()
    for document in found:
        for shape, kind in zip(document.shapes, document.kinds, strict=True):
            is_one = kind not in STORY
            seen[shape.key, is_one] += 1
            if shape.words > LONGEST or _fold(shape) == but or seen[shape.key, is_one] > TIMES:
                continue
            features = own_features(shape)
            rows.append(without_words(features) if rng.random() < DROPPED else features)
            gold.append(is_one)
    return fit(rows, gold)


def placed(found: Sequence[Document], models: Sequence[dict[str, float]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return rows, gold and costs of the lines that are left to the network; each line is scored by its fold's model."""
    rows, gold, costs = [], [], []
    for document in found:
        shapes = document.shapes
        scores = [PARAGRAPH if s.words > LONGEST else weigh(own_features(s), models[_fold(s)]) for s in shapes]
        if not surely(scores, document.certain):
            continue  # the place of a line in a clean text is never asked for
        table = place_rows(shapes, scores, document.certain, document.apart, document.repeated)
        decided = zip(document.certain, document.apart, document.repeated, strict=True)
        for shape, kind, row, done in zip(shapes, document.kinds, table, decided, strict=True):
            if not any(done) and shape.words <= LONGEST:
                rows.append(row)
                gold.append(kind not in STORY)
                costs.append(1.0 if kind not in STORY else CARE_HEADLINE if kind == "headline" else CARE)
    return np.array(rows, np.float32), np.array(gold, np.float32), np.array(costs, np.float32)


def main() -> None:
    """Train both models and write the weights."""
    rng = random.Random(1)  # noqa: S311  (which words are hidden, not keys)
    found = list(documents())
    own = alone(found, None, rng)
    network = learn(*placed(found, [alone(found, fold, rng) for fold in range(FOLDS)]))
    OUT.write_text(json.dumps({"own": own, **network, "threshold": THRESHOLD}) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
