"""Where what is said stands: before its attribution, on both sides of it, or in a clause that the attribution broke."""

from collections.abc import Sequence
from typing import Final

from witnessmark.evidence.reading import Span
from witnessmark.reading import contents
from witnessmark.reading.cue_places import CuePlace
from witnessmark.reading.cues import PREPOSITIONS, SUBORDINATORS, TIME_WORDS
from witnessmark.reading.sentence import Sentence, Subject
from witnessmark.reading.words import Word

_RELATIVE: Final = frozenset({"which", "that", "who", "whom"})
_OPENERS: Final = frozenset({"while", "although", "though", "when", "as", "if", "because", "after", "since"})
#: A subordinate clause that opens a sentence has its subject among so many words.
_OPENING: Final = 8
_SHORTEST_CLAUSE: Final = 3
#: A quotation of more code points, with a capital, is a sentence of its own.
_OWN_SENTENCE: Final = 40


def is_relative(sentence: Sentence, subject: Subject) -> bool:
    """Tell whether the cue stands in a relative clause that a comma opened."""
    words, at = sentence.words, subject.start
    if subject.shared or at >= len(words):
        return False
    if words[0].lower in _OPENERS and at < _OPENING:
        return not any(word.lower == "," for word in words[:at])
    if words[at].lower in {"who", "which"}:
        return at > 0 and words[at - 1].lower == ","
    return at > 1 and words[at - 1].lower in _RELATIVE and words[at - 2].lower == ","


def stands_after(sentence: Sentence, subject: Subject, after: contents.After, first: Word | None) -> bool:
    """Tell whether "…, X said" follows its words: a clause or quotation and a comma before X, no new clause after *said*."""
    words, at = sentence.words, subject.start
    if at == 0:
        return False
    before = words[at - 1]
    if before.quote is None and not (before.lower in {",", "?", "!", "—", "–"} and at > _SHORTEST_CLAUSE - 1):
        return False
    if before.quote is not None and before.text[-2:-1] in {",", "!", "?", "."}:
        return first is None or (first.lower != "that" and first.quote is None)
    return after.begin is None or first is None or first.lower in {",", "—", "–", ".", ";"}


def said_before(sentence: Sentence, end: int) -> list[Span]:
    """Return what stands before the subject: back to the start of the sentence or the attribution before."""
    words = sentence.words
    start = sentence.taken if sentence.taken < end else 0
    if sentence.found and start:
        last = max(finish for each in sentence.found for _, finish in each.content + each.source + each.cue)
        start = next((index for index in range(start, end) if words[index].start >= last), start)
    if words[end - 1].quote is not None and end - start > 1:
        start = _quotation_start(words, start, end)
    said = contents.trimmed(words, start, end)
    if said is None or (end - start < _SHORTEST_CLAUSE and words[end - 1].quote is None):
        return []
    return [said]


def _quotation_start(words: Sequence[Word], start: int, end: int) -> int:
    """Return where words that end in a quotation begin: at the quotation itself when it is a sentence of its own."""
    before = words[end - 2]
    if before.quote is not None or (
        before.lower in {",", ":"} and words[end - 1].quote is not None and _is_long(words[end - 1])
    ):
        return end - 1
    return start


def _is_long(word: Word) -> bool:
    return word.end - word.start > _OWN_SENTENCE and word.text[1:2].isupper()


def quotation_after(sentence: Sentence, at: int) -> list[Span]:
    """Return the quotation that goes on after "…," X said, "…" in the same sentence."""
    words = sentence.words
    for index in range(at, len(words)):
        word = words[index]
        if word.quote is not None and words[index - 1].lower in {",", ":", "—", "–", "and", "but"}:
            end = contents.trimmed(words, index, len(words))
            return [end] if end else []
        if word.lower in {"that", ";"}:
            break
    return []


def rest_of_clause(sentence: Sentence, at: int, place: CuePlace) -> list[Span]:
    """Return the rest of a clause that the attribution broke: "The closures, he said, have involved …"."""
    words = sentence.words
    if at + 2 >= len(words) or words[at].lower != "," or words[at + 1].quote is not None:
        return []
    following = words[at + 1].lower
    if following.endswith("ing") or following in SUBORDINATORS | PREPOSITIONS | TIME_WORDS | {
        "and",
        "but",
        "or",
        "according",
    }:
        return []
    rest = contents.trimmed(words, at + 1, contents.end_of(words, at + 1, place.cue, relative=False))
    return [rest] if rest else []
