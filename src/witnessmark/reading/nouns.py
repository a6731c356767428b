"""Statements whose cue is not a verb: *according to*, and nouns of saying with their owner ("Chinese calls for …")."""

from collections.abc import Iterator, Sequence
from typing import Final

from witnessmark.language.numbers import ONES, TENS
from witnessmark.reading import contents, subjects
from witnessmark.reading.attribution import Attribution
from witnessmark.reading.cues import DETERMINERS, NOUN_CUES, Cue
from witnessmark.reading.sentence import Sentence
from witnessmark.reading.words import Word

#: What a noun of saying carries ends where the object of a verb of judging ends.
_NOUN: Final = Cue("", "judge", "past")
#: So many words after *put* its number is looked for.
_FIGURE_WITHIN: Final = 10
_NUMBERS: Final = frozenset((*ONES, *TENS, "hundreds", "thousands", "dozens"))
_SUMS: Final = frozenset({"figure", "number", "toll", "total", "count", "estimate"})
_POSSESSIVES: Final = frozenset({"his", "her", "their", "its", "my", "our"})


def according_to(sentence: Sentence) -> Iterator[Attribution]:
    """Yield "…, according to X" and "According to X, …"."""
    words = sentence.words
    for at in range(len(words) - 2):
        if words[at].lower != "according" or words[at + 1].lower != "to":
            continue
        opens = at == 0 or (words[at - 1].lower in {"but", "and"} and at == 1)
        bounds = subjects.right_phrase(words, at + 2, roles=not opens)
        if bounds is None:
            continue
        if opens:
            said = contents.trimmed(words, bounds[1], len(words))
        else:
            said = contents.trimmed(words, _clause_start(sentence, at), at)
        if said:
            yield Attribution(
                content=(said,), source=(sentence.span(bounds),), cue=(sentence.span((at, at + 2)),), lemma="according to",
                scope=sentence.scope, confidence="high", reason="“according to” with the source after it",
            )  # fmt: skip


def _clause_start(sentence: Sentence, at: int) -> int:
    """Return where the clause before *according to* begins: after the attribution before it, else with the sentence."""
    ends = [each.content[-1][1] for each in sentence.found if each.content[-1][1] < sentence.words[at].start - 2]
    last = max(ends, default=-1)
    return next((index for index in range(at) if sentence.words[index].start >= last), 0)


def noun_cues(sentence: Sentence) -> Iterator[Attribution]:
    """Yield "Chinese calls for …", "his claim that …": a noun of saying with its owner before it."""
    words = sentence.words
    for at in range(1, len(words) - 2):
        following = words[at + 1].lower
        if following not in NOUN_CUES.get(words[at].lower, ()):
            continue
        bounds = _owner(words, at)
        if bounds is None:
            continue
        end = contents.end_of(words, at + 2, _NOUN, relative=False)
        said = contents.trimmed(words, at + 2, end)
        if said:
            yield Attribution(
                content=(said,), source=(sentence.span(bounds),), cue=(sentence.span((at, at + 2)),), lemma=words[at].lower,
                scope=sentence.scope, confidence="medium", reason=f"“{words[at].text} {following}” with its owner before it",
            )  # fmt: skip


def put_at(sentence: Sentence) -> Iterator[Attribution]:
    """Yield "the army put the toll at 12", "…, which the army put at 12": whose number it is."""
    words = sentence.words
    for at in range(1, len(words) - 2):
        if words[at].lower not in {"put", "puts"} or words[at].quote is not None:
            continue
        near = range(at + 1, min(len(words) - 1, at + _FIGURE_WITHIN))
        where = next((index for index in near if words[index].lower == "at" and _is_figure(words, index + 1)), None)
        bounds = subjects.left_phrase(words, subjects.before(words, at)) if where is not None else None
        if bounds is None or where is None or words[bounds[1] - 1].lower == "to":
            continue
        begin = at + 1 if where > at + 1 else where + 1
        said = contents.trimmed(words, begin, contents.end_of(words, where + 1, _NOUN, relative=begin > where))
        if said:
            yield Attribution(
                content=(said,), source=(sentence.span(bounds),), cue=(sentence.span((at, at + 1)),), lemma="put",
                scope=sentence.scope, confidence="medium", reason="“put … at” with a number after it",
            )  # fmt: skip


def figures(sentence: Sentence) -> Iterator[Attribution]:
    """Yield "he spoke of 17 dead", "the opposition gave a figure of 100": whose number it is."""
    words = sentence.words
    for at in range(1, len(words) - 1):
        begin = _figure_after(words, at)
        bounds = subjects.left_phrase(words, subjects.before(words, at)) if begin else None
        if bounds is None:
            continue
        said = contents.trimmed(words, begin, contents.end_of(words, begin, _NOUN, relative=False))
        if said:
            yield Attribution(
                content=(said,), source=(sentence.span(bounds),), cue=(sentence.span((at, begin)),), lemma="put",
                scope=sentence.scope, confidence="medium", reason=f"“{words[at].text}” with a number after it",
            )  # fmt: skip


def _figure_after(words: Sequence[Word], at: int) -> int:
    """Return where a number stands that somebody speaks of, 0 if there is none."""
    following = [word.lower for word in words[at + 1 : at + 5]]
    if words[at].lower in {"spoke", "speaks", "spoken"} and following[:1] == ["of"]:
        begin = at + 2
    elif (
        words[at].lower in {"gave", "gives", "given"}
        and following[1:3]
        and following[1] in _SUMS
        and following[2] == "of"
    ):
        begin = at + 4
    else:
        begin = 0
    return begin if begin and _is_figure(words, begin) else 0


def _is_figure(words: Sequence[Word], at: int) -> bool:
    """Tell whether a number stands here, a word or two of hedging before it."""
    return any(word.text[:1].isdigit() or word.lower in _NUMBERS for word in words[at : at + 3])


def _owner(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    before = words[at - 1]
    if before.lower in _POSSESSIVES:
        return at - 1, at
    if before.is_possessive:
        return subjects.left_phrase(words, at)
    if before.text[:1].isupper() and before.lower not in DETERMINERS and at > 1:
        return at - 1, at
    return None
