"""Which line is the headline: the document's title, else the line above the story that looks least like furniture."""

from collections.abc import Sequence
from itertools import islice
from typing import Final

from witnessmark.reading.lines_features import stop_of
from witnessmark.reading.lines_lexicon import cues_in, plain
from witnessmark.reading.lines_places import is_prose, shared
from witnessmark.reading.lines_rules import Verdict
from witnessmark.reading.lines_shape import Shape, fold_key

#: A line this far beyond the threshold of furniture is no headline, wherever it stands.
_FURNITURE: Final = 3.0
#: What stands beneath a headline says more than its words; a title in a list of links is one of them.
_FOLLOWED: Final = 2.0
_LISTED: Final = 1.0
#: A story takes up the words of its headline; other titles on the page have words of their own.
_SHARED: Final = 4.0
_PARAGRAPHS: Final = 8
#: Few headlines end as a sentence does; notes about the writer and summaries do.
_SENTENCE: Final = 3.0
_BENEATH: Final = frozenset({"byline", "dateline", "caption", "repeated"})
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
    titles = _listed(shapes, verdicts, weighed, first)
    story = _story(shapes, verdicts, first)

    def weight(index: int) -> float:
        return max(-_FURNITURE, min(_FURNITURE, weighed[index]))

    def worth(index: int) -> float:
        signs = _FOLLOWED * _followed(shapes, verdicts, index) + _SHARED * shared(shapes[index], story)
        against = _LISTED * (index in titles) + _SENTENCE * (stop_of(shapes[index]) == "stopped")
        return _LATER * found.index(index) + signs - against - weight(index)

    best = max(found, key=worth, default=None)
    if best is not None and (weight(best) < _FURNITURE or shared(shapes[best], story) > 0):
        verdicts[best] = Verdict("headline", "the likeliest title above the story")


def _story(shapes: Sequence[Shape], verdicts: Sequence[Verdict | None], first: int) -> str:
    """Return the first paragraphs of the story, folded."""
    prose = (
        shape.head
        for shape, verdict in zip(shapes[first:], verdicts[first:], strict=True)
        if verdict is None and is_prose(shape)
    )
    return plain(" ".join(islice(prose, _PARAGRAPHS)))


def _followed(shapes: Sequence[Shape], verdicts: Sequence[Verdict | None], index: int) -> bool:
    """Tell whether the next line is a byline, a date, a caption or the same title again."""
    after = next((i for i in range(index + 1, len(shapes)) if not shapes[i].empty), None)
    if after is None:
        return False
    verdict = verdicts[after]
    return shapes[after].key == shapes[index].key or (verdict is not None and verdict.label in _BENEATH)


def _listed(
    shapes: Sequence[Shape], verdicts: Sequence[Verdict | None], weighed: dict[int, float], first: int
) -> set[int]:
    """Return which undecided lines above the story follow a line that heads links, with no other furniture between."""
    found: set[int] = set()
    listing = False
    for i in range(first):
        if shapes[i].empty:
            continue
        if verdicts[i] is not None or weighed[i] > 0:
            listing = shapes[i].short and "related" in cues_in(shapes[i].head)
        elif listing:
            found.add(i)
    return found


def _headlike(shape: Shape) -> bool:
    return 3 <= shape.words <= 30 and not shape.colon and not shape.bullet  # noqa: PLR2004  (from three words to a long headline)


def _undecided(verdict: Verdict | None) -> bool:
    return verdict is None or verdict.label == "heading"


def _is_title(shape: Shape, key: str) -> bool:
    """Tell whether a line is the title, or the title without the name of the site behind it."""
    if not key or not shape.key:
        return False
    return shape.key == key or (shape.words > 3 and key.startswith(shape.key + " "))  # noqa: PLR2004  (fewer words may be a section's name)
