"""Labels lines that no rule spoke for by the weight of their features, with the words and the place as reason."""

import math
import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from witnessmark.evidence.reading import STORY_LABELS, LineLabel
from witnessmark.reading.lines_features import stop_of
from witnessmark.reading.lines_lexicon import cues_in
from witnessmark.reading.lines_model import scores
from witnessmark.reading.lines_places import is_prose
from witnessmark.reading.lines_rules import Verdict
from witnessmark.reading.lines_sentences import REPORTED
from witnessmark.reading.lines_shape import Shape

#: What stands below the head of a story.
_SIGNED: Final = frozenset({"byline", "dateline"})
#: Labels of lines that are kept apart from the story's own text.
APART: Final = frozenset({"byline", "dateline", "caption", "correction"})
#: Labels that do not make a text a dirty page: story, and lines that come back, as they do in a poem or a table.
_UNTOLD: Final = STORY_LABELS | {"repeated"}
#: What a cue speaks of → the label it amounts to, the stronger first.
_LABELS: Final[dict[str, LineLabel]] = {
    "ad": "advertisement",
    "letter": "newsletter",
    "consent": "consent",
    "account": "login",
    "support": "login",
    "share": "share",
    "legal": "legal",
    "related": "related",
    "meta": "metadata",
    "nav": "navigation",
    "place": "metadata",
    "media": "share",
    "amend": "correction",
    "trade": "advertisement",
}
#: Who did not answer, and a court's trial: sentences of news in words that furniture has too (“comment”, “trial”).
_UNANSWERED: Final = re.compile(
    r"\b(?:did not|has not|have not|had not|declined to|refused to) (?:immediately )?(?:respond|reply|replied|answer|answered|"
    r"responded|comment|commented)\b|\bthe trial\b|\bn['’](?:a|ont|avait) pas (?:encore )?(?:r[eé]pondu|souhait[eé])|"
    r"\bno (?:respondi[oó]|quiso comentar)|\bне ответил[аи]?\b|未(?:作|做出)?回应|未予置评|yanıt vermedi"
)
#: Headings by which news tells its own parts.
_HEADS: Final = re.compile(
    r"(?:what (?:we|is) (?:know|known|don['’]?t know)\b|what (?:happened|happens|comes) next\b|how it (?:unfolded|happened)\b|"
    r"ce que l['’]on sait\b|lo que se sabe\b|что известно\b|ما نعرفه|目前已知)"
)
_TITLE_WORDS: Final = 4
#: What sums a story up below its headline is longer than a menu.
_DECK_WORDS: Final = 7
_LONG: Final = re.compile(r"[^\W\d_]{5,}")
#: A heading of links is a few words.
_HEAD_WORDS: Final = 5
#: Headings of a story's own parts are rarely longer.
_HEADING_WORDS: Final = 6
_PARAGRAPH_WORDS: Final = 30
_FEW: Final = 2
_DOUBT: Final = 0.5
_DOUBT_SENTENCE: Final = 3.0
#: One word of furniture is all of a shorter line.
_LEAST_LONE: Final = 3


def scores_of(shapes: Sequence[Shape], verdicts: Sequence[Verdict | None]) -> dict[int, float]:
    """Return by index how far each full line lies beyond the threshold of furniture, given what rules said of all."""
    full = [i for i, shape in enumerate(shapes) if not shape.empty]
    told = [verdicts[i] for i in full]
    certain = [verdict is not None and verdict.label not in _UNTOLD for verdict in told]
    apart = [verdict is not None and verdict.label in APART for verdict in told]
    again = [verdict is not None and verdict.label == "repeated" for verdict in told]
    return dict(zip(full, scores([shapes[i] for i in full], certain, apart, again), strict=True))


def label_weighed(shapes: Sequence[Shape], verdicts: list[Verdict | None], weighed: dict[int, float]) -> None:
    """Give a verdict of furniture to every undecided line whose features outweigh what speaks for story.

    A sentence with no word of furniture in it is story, a question excepted: titles of other pages may ask.
    """
    full = list(weighed)
    prose = [i for i in weighed if verdicts[i] is None and is_prose(shapes[i]) and weighed[i] <= 0]
    for i, score in weighed.items():
        if (
            verdicts[i] is None
            and score > 0
            and not _speaks(shapes[i])
            and not (shapes[i].words >= _DECK_WORDS and _is_deck(i, full, verdicts, shapes))
        ):
            verdict = _verdict(shapes[i])
            within = bool(prose) and prose[0] < i < prose[-1]
            margin = _margin(shapes[i], verdict, within=within)
            deck = not verdict.certain and shapes[i].words >= _DECK_WORDS and _is_deck(i, full, verdicts, shapes)
            if score > margin and not deck and not _HEADS.match(shapes[i].head.casefold()):
                verdicts[i] = verdict


def _is_deck(at: int, full: list[int], verdicts: Sequence[Verdict | None], shapes: Sequence[Shape]) -> bool:
    """Tell whether a line stands between headline and byline or dateline and takes up a word of the headline."""
    place = bisect_left(full, at)
    before, after = full[max(place - 1, 0)], full[min(place + 1, len(full) - 1)]
    heads, signs = verdicts[before], verdicts[after]
    shared = set(_LONG.findall(shapes[before].head.casefold())) & set(_LONG.findall(shapes[at].head.casefold()))
    return (
        bool(shared)
        and before < at < after and heads is not None and heads.label == "headline" and signs is not None
        and signs.label in _SIGNED
    )  # fmt: skip


def _margin(shape: Shape, verdict: Verdict, *, within: bool) -> float:
    """Return how much more must speak against a line that may well be story: a short heading within it, a sentence."""
    stop = stop_of(shape)
    lone = _lone(shape)
    if stop == "stopped":
        if not verdict.certain:  # no word of furniture is in it
            return math.inf
        return _DOUBT_SENTENCE if lone else _DOUBT if shape.words > _PARAGRAPH_WORDS else 0.0
    heading = within and (stop == "asks" or shape.words <= _HEADING_WORDS)
    return _DOUBT if heading and (lone or not verdict.certain) else 0.0


def _lone(shape: Shape) -> bool:
    """Tell whether but a word or two, and the lesser part of them, make a line suspect, and nobody is spoken to."""
    cues = cues_in(shape.head)
    words = len({word for of in cues.values() for word in of})
    return not {"reader", "do"} & cues.keys() and words <= _FEW and 2 * words < max(_LEAST_LONE, shape.words)


def _speaks(shape: Shape) -> bool:
    """Tell whether a line is a sentence that quotes or reports: what somebody said is never taken for furniture by weight."""
    if not shape.stopped:
        return False
    said = shape.head.casefold()
    return shape.quoted or REPORTED.search(said) is not None or _UNANSWERED.search(said) is not None


def _verdict(shape: Shape) -> Verdict:
    cues = {kind: words for kind, words in cues_in(shape.head).items() if kind in _LABELS}
    if cues:
        kind = max(_LABELS, key=lambda each: (len(cues.get(each, ())), -list(_LABELS).index(each)))
        words = ", ".join(f"“{word}”" for word in dict.fromkeys(cues[kind]))
        heads = kind == "related" and shape.words <= _HEAD_WORDS and not shape.stopped
        return Verdict(
            _LABELS[kind], f"words of furniture ({words}) in a line that stands apart from the story", heads=heads
        )
    if shape.words >= _TITLE_WORDS:
        return Verdict("related", "a title that stands apart from the story, as links to other pages do", certain=False)
    return Verdict("navigation", "a short line that stands apart from the story, as menus do", certain=False)
