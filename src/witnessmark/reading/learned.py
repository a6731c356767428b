"""Attributions that the learned tagger finds, one for each cue, in the words of this room."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from witnessmark.evidence.reading import Span
from witnessmark.reading.attribution import Attribution, Confidence
from witnessmark.reading.cue_meaning import cue_words, lemma_of
from witnessmark.reading.tagger import Tagged, Tagger

#: From these probabilities on a proposal is called high or medium.
_HIGH: Final = 0.9
_MEDIUM: Final = 0.6
#: What is said of each degree: a probability of the tagger's, in words.
_SURE: Final[dict[Confidence, str]] = {"high": "very sure", "medium": "fairly sure", "low": "not sure"}
_SHOWN: Final = 60
#: Pronouns that stand for what is said and add no word of it: "which Beijing called “schools”".
_RELATIVE: Final = frozenset({"which", "that", "who", "whom", "what"})
#: What has no Latin letter is not put before a tagger of English.
_LETTER: Final = re.compile(r"[A-Za-z]")


def find_learned(text: str, paragraphs: Sequence[Span], tagger: Tagger) -> list[list[Attribution]]:
    """Return for each paragraph of `text` the attributions whose cue stands in it, in order; `scope` is the paragraph.

    What has no known word of saying is left out where the tagger is not sure of it, or not very sure and it names nobody: two in
    three of those are no statements.
    """
    found: list[list[Attribution]] = [[] for _ in paragraphs]
    starts = [start for start, _ in paragraphs]
    worded = [span for span in paragraphs if _LETTER.search(text, *span)]
    for tagged in tagger.tag(text, worded):
        number = bisect_right(starts, tagged.cue[0]) - 1
        one = _attribution(text, tagged, paragraphs[number])
        if one.confidence == "high" or one.lemma or (one.source and one.confidence == "medium"):
            found[number].append(one)
    return found


def _attribution(text: str, tagged: Tagged, paragraph: Span) -> Attribution:
    degree: Confidence = "high" if tagged.sure >= _HIGH else "medium" if tagged.sure >= _MEDIUM else "low"
    content = tuple(_tidy(text, span) for span in tagged.content)
    worded = tuple(span for span in content if text[slice(*span)].lower() not in _RELATIVE)
    return Attribution(
        content=worded or content, source=tagged.source, cue=(tagged.cue,), lemma=lemma_of(cue_words(text, (tagged.cue,))),
        scope=paragraph, confidence=degree, reason=f"{_tied(text, tagged)} ({_SURE[degree]})",
    )  # fmt: skip


def _tidy(text: str, span: Span) -> Span:
    """Leave out a comma, semicolon or colon that ends a span, unless it stands before a closing mark."""
    start, end = span
    while end - start > 1 and text[end - 1] in ",;: ":
        end -= 1
    return start, end


def _tied(text: str, tagged: Tagged) -> str:
    cue = _words(text, tagged.cue)
    if not tagged.source:
        return f"the tagger takes “{cue}” for words of saying without a speaker beside them"
    return f"the tagger ties “{cue}” to “{_words(text, tagged.source[0])}”"


def _words(text: str, span: Span) -> str:
    words = " ".join(text[span[0] : span[1]].split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1].rstrip() + "…"
