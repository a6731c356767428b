"""What is said: where the words of a statement begin and end, before or after its cue."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from witnessmark.evidence.reading import Span
from witnessmark.reading.cues import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    SINGLE,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
    Cue,
)
from witnessmark.reading.word_sets import word_set
from witnessmark.reading.words import Word

#: How many words may stand between a cue and *that* ("said at a news briefing in Geneva on Thursday that").
_TAIL: Final = 24
#: "king", "thing": too short to be a participle that opens a phrase.
_SHORT_ING: Final = 5
_OBJECTS: Final = frozenset(["me", "you", "him", "her", "them", "us", "it"])
_TAIL_STARTS: Final = (PREPOSITIONS | TIME_WORDS | ADVERBS) - word_set(
    "a an the to of that all both just too may even including like"
)
#: What a statement is called when somebody else denies it: ", an accusation the junta has denied".
DENIABLE: Final = word_set(
    "accusation accusations allegation allegations charge charges claim claims assertion something"
)
_CONTRASTS: Final = frozenset({"but", "according", "while", "although", "though"})
_END_MARKS: Final = frozenset(".!?…") | {"...", "?!", "!!"}


class After(NamedTuple):
    """Where the words after a cue begin (word index, or None), and the span of those who were told."""

    begin: int | None
    audience: tuple[int, int] | None = None


def trimmed(words: Sequence[Word], start: int, end: int) -> Span | None:
    """Return the span of `words[start:end]` without punctuation and conjunctions at its edges."""
    while start < end and (
        not words[start].is_word and words[start].quote is None and words[start].lower not in "$£€([‘'"
    ):
        start += 1
    while (
        end > start
        and not words[end - 1].is_word
        and words[end - 1].quote is None
        and words[end - 1].lower not in "%)]"
    ):
        end -= 1
    while end > start and words[end - 1].lower in {"and", "but", "or", "that"}:
        end -= 1
    return (words[start].start, words[end - 1].end) if start < end else None


def past_aside(words: Sequence[Word], at: int) -> int:
    """Return where to go on after a cue when it is said at once whence it comes: "reported, citing the ministry, that …"."""
    if [word.lower for word in words[at : at + 2]] not in ([",", "citing"], [",", "quoting"]):
        return at
    return next(
        (index + 1 for index in range(at + 2, min(len(words) - 1, at + _TAIL)) if words[index].lower == ","), at
    )


def after(words: Sequence[Word], at: int, cue: Cue, end: int) -> After:
    """Return where the statement begins after a cue that ends before word `at`, within `end`."""
    audience = None
    if cue.kind == "tell" or cue.lemma in {"ask", "urge", "press", "order", "instruct", "warn", "accuse", "remind"}:
        if cue.kind == "tell" or cue.lemma == "warn":
            audience = _hearers(words, at, end)
            at = audience[1] if audience else at
    elif (
        at < end
        and words[at].lower == "to"
        and cue.kind == "say"
        and cue.lemma not in {"promise", "vow", "pledge", "threaten", "agree", "claim", "offer"}
    ):
        audience = _hearers(words, at + 1, end)
        at = audience[1] if audience else at
    begin = _past_tail(words, at, end, cue)
    if begin is not None and begin < end and words[begin].lower == "that" and begin + 1 < end:
        begin += 1
    return After(begin if begin is not None and begin < end else None, audience)


def _hearers(words: Sequence[Word], at: int, end: int) -> tuple[int, int] | None:
    """Return the phrase of those who were told: a pronoun, or a noun phrase up to where the statement must begin."""
    if at >= end or words[at].quote is not None or not words[at].is_word or words[at].lower == "that":
        return None
    if words[at].lower in _OBJECTS:
        return at, at + 1
    index = at + 1
    while index < end:
        word = words[index]
        if (
            not word.is_word
            or word.lower in SUBORDINATORS
            or word.lower in SUBJECT_PRONOUNS
            or word.lower in {"to", "not"}
        ):
            break
        if word.lower in DETERMINERS and words[index - 1].lower not in PREPOSITIONS:
            break
        if word.lower in AUXILIARIES:
            return at, max(at + 1, index - 1)
        index += 1
    return at, index


def _past_tail(words: Sequence[Word], at: int, end: int, cue: Cue) -> int | None:
    """Step over time and place after a cue; None when nothing but time and place follows."""
    if at >= end:
        return None
    if words[at].lower == ":":
        return at + 1
    if [word.lower for word in words[at : at + 3]] == ["at", "the", "time"]:
        return _past_tail(words, at + 3, end, cue)
    if words[at].lower in _TAIL_STARTS and cue.kind in {"say", "tell", "judge", "ask", "demand", "view"}:
        return _beyond(words, at, end)
    if words[at].lower in {",", "–", "—", "-"}:
        return at + 1 if at + 1 < end and words[at + 1].quote is not None else None
    return at


def _beyond(words: Sequence[Word], at: int, end: int) -> int | None:
    """Return where the statement begins after phrases of time and place: at *that*, a quotation, a colon or a pronoun."""
    for index in range(at, min(end, at + _TAIL)):
        word = words[index]
        if word.lower == ":" or (word.lower == "that" and not _is_demonstrative(words, index)):
            return index + 1 if index + 1 < end else None
        if word.quote is not None and words[index - 1].lower not in PREPOSITIONS and not words[index - 1].is_possessive:
            return index
        if index > at and word.lower in SUBJECT_PRONOUNS and words[index - 1].lower not in PREPOSITIONS:
            return index
        if index > at and word.lower == "," and index + 1 < end and words[index + 1].quote is not None:
            return index + 1
        if index > at and word.lower in {"the", "his", "her", "their", "its"} and words[index - 1].lower in TIME_WORDS:
            return index
    return None


def _is_demonstrative(words: Sequence[Word], at: int) -> bool:
    return at + 1 < len(words) and (words[at + 1].lower in TIME_WORDS or not words[at + 1].is_word)


def end_of(words: Sequence[Word], at: int, cue: Cue, *, relative: bool) -> int:
    """Return the index after the last word of a statement that begins at `at`.

    It ends with the sentence, at a semicolon, before another attribution that hangs on the same sentence, and, in a
    relative clause between commas, at the closing comma.
    """
    for index in range(at, len(words)):
        word = words[index]
        if word.quote is not None:
            continue
        if word.lower == ";" or (word.lower in _END_MARKS and index == len(words) - 1):
            return index
        if word.lower == "," and (relative or _cut_at_comma(words, index, cue)):
            return index
        if word.lower == "according" or (word.lower == "but" and index > at and _attribution_follows(words, index + 1)):
            return index
        if word.lower in {"and", "while"} and index > at and _cue_follows(words, index + 1, cue):
            return index
    return len(words)


def _cut_at_comma(words: Sequence[Word], at: int, cue: Cue) -> bool:
    """Tell whether a comma closes a statement: a participle of saying, *but*, *according*, a new attribution comes after."""
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None:
        return True
    if _is_participle(following, cue) or following.lower in _CONTRASTS:
        return True
    if any(word.lower in DENIABLE for word in words[at + 1 : at + 3]):
        return True
    if following.lower in {"which", "who"}:
        return cue.kind in {"judge", "stance", "show", "demand", "view"}
    return following.lower == "and" and _cue_follows(words, at + 2, cue)


def _is_participle(word: Word, cue: Cue) -> bool:
    """Tell whether a word opens a phrase of its own: a participle of saying, and after *said* any."""
    lower = word.lower
    known = SINGLE.get(lower)
    if known is not None and known.form == "ing" and known.kind not in {"view", "show"}:
        return True
    return lower.endswith("ing") and len(lower) > _SHORT_ING and cue.kind == "say" and lower != "including"


def _cue_follows(words: Sequence[Word], at: int, cue: Cue) -> bool:
    """Tell whether a finite cue of the same tense stands at `at`, adverbs apart: it shares the subject."""
    while at < len(words) and (words[at].lower in ADVERBS or words[at].lower.endswith("ly")):
        at += 1
    known = SINGLE.get(words[at].lower) if at < len(words) else None
    return (
        known is not None
        and known.form == cue.form
        and known.form in {"past", "present"}
        and known.kind not in {"show", "view"}
    )


def _attribution_follows(words: Sequence[Word], at: int) -> bool:
    """Tell whether a new subject with a cue follows within a few words."""
    for word in words[at : at + 6]:
        if word.quote is not None or not word.is_word:
            return False
        known = SINGLE.get(word.lower)
        if known is not None and not known.nounish and known.form in {"past", "present"}:
            return True
    return False
