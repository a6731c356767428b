"""What one line says of itself: rules that look at a line alone and give a label with its reason."""

import re
from functools import cache
from typing import Final

import msgspec

from witnessmark.evidence.reading import LineLabel
from witnessmark.reading.lines_sentences import REPORTED, SENTENCES
from witnessmark.reading.lines_shape import Shape, shape_of
from witnessmark.reading.lines_vocabulary import FILLER, STRONG

_OTHER: Final = re.compile("[\u0400-\u052f\u0600-\u06ff\u3400-\u9fff]")
_LATIN: Final = re.compile(r"(?<!\\)[a-z]{3}")
_LEAD: Final = re.compile(r"\W{0,3}([^:：|｜.!?]{3,32}?)\s*[:：|｜]\s*\S")
#: What may lead a line: the other labels have everyday words among their phrases.
_LEADING: Final = frozenset({"related", "advertisement", "newsletter"})
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


def lead_verdict(shape: Shape) -> Verdict | None:
    """Return the label of a line that opens with a heading of links, prompts or advertising and a colon or bar."""
    match = _LEAD.match(shape.head)
    if match is None or shape.colon or shape.stopped:
        return None
    lead = shape_of(match[1], 0, len(match[1]))
    verdict = phrase_verdict(lead)
    if verdict is None or verdict.label not in _LEADING or _strange(match[1].casefold()):
        return None
    return Verdict(verdict.label, f"opens with {_NAMES[verdict.label]}: “{match[1].strip()}”")


def sentence_verdict(shape: Shape) -> Verdict | None:
    """Return the label of a sentence that speaks to the reader of the page; one that reports the world has none.

    Nor has one in which a quotation opens before the telling words: they are somebody's.
    """
    folded = shape.head.casefold()
    if REPORTED.search(folded):
        return None
    script = _script(folded)
    for label in SENTENCES:
        opening, anywhere = _sentence(label, script)
        found = opening.match(folded) or anywhere.search(folded)
        if found and not (shape.quoted and any(mark in folded[: found.start()] for mark in '“«"„「')):
            return Verdict(label, f"speaks to the reader of the page ({_NAMES[label]}): “{_cut(found[0])}”")
    return None


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
def _sentence(label: LineLabel, script: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what is sought at the start of a line and what anywhere in it, in one script: the rest could not match."""
    phrases = [phrase for phrase in SENTENCES[label] if {script, "Latin"} & _scripts(phrase)]
    opening = [phrase for phrase in phrases if phrase.startswith("^")]
    bounded = [phrase.removeprefix(r"\b") for phrase in phrases if phrase.startswith(r"\b")]
    anywhere = [phrase for phrase in phrases if not phrase.startswith(("^", r"\b"))]
    if bounded:  # one test of the boundary for all of them: most places fail it
        anywhere.append(rf"\b(?:{'|'.join(bounded)})")
    return tuple(re.compile("|".join(each) or r"(?!)", re.IGNORECASE) for each in (opening, anywhere))  # type: ignore[return-value]  # two of two


def _scripts(phrase: str) -> set[str]:
    """Return the scripts that a phrase has words in; one without words is counted as Latin."""
    found = {_script(letter) for letter in _OTHER.findall(phrase)}
    return found | {"Latin"} if not found or _LATIN.search(phrase) else found


def _script(text: str) -> str:
    """Return the script of the first letter that is not Latin, as far as phrases of furniture tell scripts apart."""
    found = _OTHER.search(text)
    return (
        "Latin" if found is None else "Cyrillic" if found[0] < "\u0530" else "Arabic" if found[0] < "\u0800" else "Han"
    )


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
