"""Headlines that attribute with a colon: "UN: camps may be crimes", "Camps may be crimes: UN report"."""

from collections.abc import Sequence
from typing import Final

from witnessmark.reading import contents
from witnessmark.reading.attribution import Attribution
from witnessmark.reading.cues import AUXILIARIES, PREPOSITIONS, SINGLE, SUBORDINATORS
from witnessmark.reading.sentence import Sentence
from witnessmark.reading.word_sets import word_set
from witnessmark.reading.words import Word

#: The longest source of a headline, the shortest thing said, in words.
_SOURCE: Final = 4
_SAID: Final = 3
#: What stands before a colon and is a kind of piece, not somebody who speaks.
_LABELS: Final = word_set(
    """
    video watch listen live analysis opinion exclusive breaking update updated explainer factbox timeline photos photo pictures
    gallery interview review editorial comment commentary podcast profile obituary correction read fact factcheck check poll
    quiz recap preview letters letter feature investigation part chapter note story today
    """
)
#: Before a colon these tell whose a picture is: "The old gate. Image: Nadia Fell".
_CREDITS: Final = word_set(
    "image images photo photos picture pictures photograph credit credits file map graphic chart source"
)


def with_colon(sentence: Sentence) -> list[Attribution]:
    """Return what a headline's one colon attributes: the short side names who, the longer side is said."""
    words = sentence.words
    colons = [index for index, word in enumerate(words) if word.lower == ":"]
    if len(colons) != 1 or sentence.found:
        return []
    at = colons[0]
    if at and words[at - 1].lower in _CREDITS:
        return []
    if _is_source(words[:at]) and len(words) - at > _SAID:
        return _made(sentence, (0, at), (at + 1, len(words)), at)
    after = len(words) - 1 if words[-1].lower == "." else len(words)
    if _is_source(words[at + 1 : after]) and at > _SAID + 1:
        return _made(sentence, (at + 1, after), (0, at), at)
    return []


def _is_source(words: Sequence[Word]) -> bool:
    """Tell whether words may name who speaks: few, a name among them, no verb, not a label."""
    if not 0 < len(words) <= _SOURCE or not all(word.is_word for word in words):
        return False
    if words[0].lower in _LABELS | SUBORDINATORS | PREPOSITIONS or not words[0].text[:1].isupper():
        return False
    return not any(word.lower in AUXILIARIES or _is_verb(word) for word in words)


def _is_verb(word: Word) -> bool:
    known = SINGLE.get(word.lower)
    return known is not None and not known.nounish


def _made(sentence: Sentence, source: tuple[int, int], said: tuple[int, int], colon: int) -> list[Attribution]:
    content = contents.trimmed(sentence.words, *said)
    if content is None:
        return []
    return [
        Attribution(
            content=(content,), source=(sentence.span(source),), cue=(sentence.span((colon, colon + 1)),), lemma=":",
            scope=sentence.scope, confidence="medium", reason="a colon between who and what in a headline",
        )
    ]  # fmt: skip
