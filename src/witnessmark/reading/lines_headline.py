"""Which line is the headline: the document's title, else the line above the story that looks least like furniture."""

from collections.abc import Sequence
from typing import Final

from witnessmark.reading.lines_places import is_prose
from witnessmark.reading.lines_rules import Verdict
from witnessmark.reading.lines_shape import Shape, fold_key

#: A line this far beyond the threshold of furniture is no headline, wherever it stands.
_FURNITURE: Final = 3.0
#: Lines before another line of its kind count less: the headline stands last of the titles above a story.
_LATER: Final = 0.4


def label_headline(
    shapes: Sequence[Shape], verdicts: list[Verdict | None], weighed: dict[int, float], title: str
) -> None:
    """Label the headline: the line that equals the document's title, else the likeliest line before the story."""
    first = next(
        (i for i, s in enumerate(shapes) if verdicts[i] is None and is_prose(s) and weighed[i] <= 0), len(shapes)
    )
    key = fold_key(title)
    for index in range(min(first + 1, len(shapes))):
        if _undecided(verdicts[index]) and _is_title(shapes[index], key):
            verdicts[index] = Verdict("headline", "equals the document's title")
            return
    if first == len(shapes):
        return
    found = [i for i in range(first) if _undecided(verdicts[i]) and i in weighed and _headlike(shapes[i])]
    best = max(found, key=lambda i: _LATER * found.index(i) - weighed[i], default=None)
    if best is not None and weighed[best] < _FURNITURE:
        verdicts[best] = Verdict("headline", "the likeliest title above the story")


def _headlike(shape: Shape) -> bool:
    return 3 <= shape.words <= 30 and not shape.colon and not shape.bullet  # noqa: PLR2004  (from three words to a long headline)


def _undecided(verdict: Verdict | None) -> bool:
    return verdict is None or verdict.label == "heading"


def _is_title(shape: Shape, key: str) -> bool:
    """Tell whether a line is the title, or the title without the name of the site behind it."""
    if not key or not shape.key:
        return False
    return shape.key == key or (shape.words > 3 and key.startswith(shape.key + " "))  # noqa: PLR2004  (fewer words may be a section's name)
