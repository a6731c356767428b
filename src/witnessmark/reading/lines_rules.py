"""What one line says of itself: rules that look at a line alone and give a label with its reason."""

import re
from functools import cache
from typing import Final

import msgspec

from witnessmark.evidence.reading import LineLabel
from witnessmark.reading.lines_sentences import REPORTED, SENTENCES
from witnessmark.reading.lines_shape import Shape
from witnessmark.reading.lines_vocabulary import FILLER, STRONG

_LETTER: Final = re.compile(r"[^\W_]")
_WIDE: Final = "\u3040-\u30ff\u3400-\u9fff"
#: A line of furniture words may hold this share of other letters (the name of the page, mostly).
_STRANGE: Final = 0.25
#: Longer lines are sentences; their words are judged as such.
_PHRASE_WORDS: Final = 12


class Verdict(msgspec.Struct, frozen=True):
    """A label, why, whether it is certain (else the words of the line may say more), and whether it heads a list."""

    label: LineLabel
    reason: str
    certain: bool = True
    heads: bool = False


def phrase_verdict(shape: Shape) -> Verdict | None:
    """Return the label of a short line that consists of little but furniture words, in whatever order."""
    if shape.empty or shape.words > _PHRASE_WORDS or REPORTED.search(shape.head.casefold()):
        return None
    folded = shape.head.casefold()
    letters = len(_LETTER.findall(folded))
    for label in STRONG:
        if shape.stopped and (shape.quoted or label in {"navigation", "share"}):
            continue  # a link ends without a full stop, and a quoted sentence is somebody's words
        found = _strong(label).search(folded)
        if found and _strange(folded) <= _STRANGE * letters and _trusted(label, shape, letters):
            return Verdict(label, f"a short line of {_NAMES[label]}: “{found[0].strip()}”", heads=not shape.stopped)
    return None


def sentence_verdict(shape: Shape) -> Verdict | None:
    """Return the label of a sentence that speaks to the reader of the page; one that reports the world has none."""
    folded = shape.head.casefold()
    for label in SENTENCES:
        found = _sentence(label).search(folded)
        if found and not _about_the_world(shape, folded, found.start()):
            return Verdict(label, f"speaks to the reader of the page ({_NAMES[label]}): “{_cut(found[0])}”")
    return None


def _about_the_world(shape: Shape, folded: str, at: int) -> bool:
    """Tell a story's sentence by its report or by the quotation marks that open before the telling words."""
    if shape.quoted and any(mark in folded[:at] for mark in '“«"„「'):
        return True
    return REPORTED.search(folded) is not None


def _trusted(label: LineLabel, shape: Shape, letters: int) -> bool:
    """Demand full coverage of a line that ends as a sentence, or whose label has everyday words among its phrases."""
    if shape.stopped or shape.bullet or label in {"navigation", "share", "metadata"}:
        return _strange(shape.head.casefold()) <= 0.05 * letters
    return True


def _strange(folded: str) -> int:
    return len(_LETTER.findall(_known().sub(" ", folded)))


@cache
def _strong(label: LineLabel) -> re.Pattern[str]:
    return _words(STRONG[label])


@cache
def _known() -> re.Pattern[str]:
    return _words((*(phrase for phrases in STRONG.values() for phrase in phrases), FILLER))


@cache
def _sentence(label: LineLabel) -> re.Pattern[str]:
    return re.compile("|".join(SENTENCES[label]), re.IGNORECASE)


def _words(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Join phrases so that they match at word boundaries; scripts without spaces have none."""
    return re.compile(
        rf"(?:(?<!\w)|(?<=[{_WIDE}]))(?:{'|'.join(phrases)})(?:(?!\w)|(?=[{_WIDE}])|(?<=[{_WIDE}]))", re.IGNORECASE
    )


def _cut(words: str) -> str:
    return words.strip() if len(words) <= 60 else words[:57].strip() + "…"  # noqa: PLR2004  (a reason stays one line)


_NAMES: Final[dict[LineLabel, str]] = {
    "continues": "a pointer to the rest of the story",
    "advertisement": "advertising",
    "newsletter": "a newsletter prompt",
    "consent": "a consent notice",
    "login": "a log-in or subscription prompt",
    "share": "a share or comment bar",
    "related": "links to other pages",
    "navigation": "navigation",
    "legal": "a legal notice",
    "metadata": "page data",
}
