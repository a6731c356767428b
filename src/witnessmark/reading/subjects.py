"""Who speaks: the noun phrase before or after a cue, found by where phrases must begin and end."""

from collections.abc import Sequence
from typing import Final

from witnessmark.reading.cues import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    DOUBLE,
    PASSIVE,
    PREPOSITIONS,
    PRONOUNS,
    SINGLE,
    SUBORDINATORS,
    TIME_WORDS,
)
from witnessmark.reading.word_sets import word_set
from witnessmark.reading.words import Word

#: No subject is longer than this many words: past that, the phrase was not understood.
_LONGEST: Final = 30
#: "only", "July": too short to be an adverb made of an adjective; a nickname in marks is shorter than this.
_SHORT_LY: Final = 4
_NICKNAME: Final = 40
#: The longest title of a document that is taken for one, marks included.
_TITLE: Final = 80
_ASIDES: Final = word_set(
    """
    however meanwhile too also though then instead likewise
    """
)
#: What a role or relative clause after a name begins with; how many words a name alone has.
_ROLE_STARTS: Final = word_set("the a an who whose director president spokesman spokeswoman head")
_NAME_WORDS: Final = (2, 4)
#: Marks that close an addition to a noun.
_CLOSERS: Final = frozenset({",", "—", "–", "―", ")"})
_COORDINATORS: Final = frozenset({"and", "or", "but", "nor", "&"})
_PERSONAL: Final = word_set(
    """
    he she they i we you who it
    """
)
Bounds = tuple[int, int]


def before(words: Sequence[Word], at: int) -> int:
    """Return the index after the subject of a verb at `at`: auxiliaries and adverbs before the verb are stepped over."""
    index = at
    while index > 0 and _is_verbal(words[index - 1]):
        index -= 1
    return index


def _is_verbal(word: Word) -> bool:
    lower = word.lower
    return (
        lower in AUXILIARIES
        or lower in ADVERBS
        or (lower.endswith("ly") and word.text[:1].islower() and len(lower) > _SHORT_LY)
    )


def left_phrase(words: Sequence[Word], end: int) -> Bounds | None:
    """Return the noun phrase that ends at `end` (exclusive), None if there is none."""
    if end <= 0:
        return None
    last = words[end - 1]
    if last.lower in _PERSONAL:
        return end - 1, end
    if last.lower in _CLOSERS:
        return _with_apposition(words, end)
    if not _may_end(last):
        return None
    start = _walk(words, end)
    return (_before_relative(words, start), end) if start < end else None


def _may_end(last: Word) -> bool:
    """Tell whether a noun phrase may end with this word."""
    if not last.is_word or last.lower in _COORDINATORS or (last.lower in SUBORDINATORS and last.lower not in PRONOUNS):
        return False
    return not (last.lower in PREPOSITIONS and last.text[:1].islower())


def _before_relative(words: Sequence[Word], start: int) -> int:
    """Return where a subject with a relative clause in it begins: "a photograph that circulated" shows it."""
    if start and words[start].lower in {"who", "which"} and words[start - 1].is_word:
        return _walk(words, start)
    if start == 0 or words[start - 1].lower not in {"that", "which", "who"} or not _looks_past(words[start]):
        return start
    outer = _walk(words, start - 1)
    return outer if outer < start - 1 else start


def _with_apposition(words: Sequence[Word], end: int) -> Bounds | None:
    """Return "NAME, role," before a verb: the phrase before the pair of commas (or brackets) with what it encloses."""
    close = words[end - 1].lower
    opening = "(" if close == ")" else close
    index = end - 2
    while index > 0 and words[index].lower != opening and end - index < _LONGEST:
        if _is_long_quote(words[index]) or words[index].lower in {";", ":"}:
            return None
        index -= 1
    if index <= 0 or words[index].lower != opening or index == end - 2:
        return None
    if index == end - 3 and words[index + 1].lower in _ASIDES:
        return left_phrase(words, index)
    start = _walk(words, index)
    if start < index and words[index + 1].lower in PREPOSITIONS and words[index + 1].lower != "including":
        return start, index
    if start >= index or not _is_apposition(words, index + 1, end - 1):
        return None
    return start, end - 1


def _is_long_quote(word: Word) -> bool:
    """Tell a quotation that is speech from a title between commas: "the report, “Empty Courtyards”, says"."""
    return word.quote is not None and word.quote.end - word.quote.start > _TITLE


def _is_apposition(words: Sequence[Word], start: int, end: int) -> bool:
    """Tell whether the words between two commas add to a noun: a relative clause, a role, a name, an age, an *including*."""
    first = words[start]
    if first.lower in {"who", "whose", "which", "whom", "including", "a", "an", "the", "his", "her", "its", "one"}:
        return True
    if first.lower in SUBORDINATORS or first.lower in PREPOSITIONS or first.lower in _COORDINATORS:
        return False
    return not any(word.lower in AUXILIARIES for word in words[start:end])


def _walk(words: Sequence[Word], end: int) -> int:
    """Walk left from `end` to where the noun phrase begins."""
    index = end
    while index > 0 and end - index < _LONGEST:
        word = words[index - 1]
        if word.lower == ")":
            index = _bracket(words, index - 1)
            if index < 0:
                return end
            continue
        if not _belongs(words, index - 1, end):
            break
        index -= 1
        if word.lower in _PERSONAL or _opens_phrase(words, index):
            break
    while index < end and (words[index].lower in PREPOSITIONS | _COORDINATORS or words[index].lower in ADVERBS):
        if words[index].text[:1].isupper() and words[index].lower in {"many", "all", "both"}:
            break
        index += 1
    return index


def _opens_phrase(words: Sequence[Word], at: int) -> bool:
    """Tell whether a phrase begins here whatever stands before: an article or name right after another noun or a date."""
    if at == 0 or not words[at - 1].is_word:
        return False
    before = words[at - 1].lower
    if words[at].lower in {"the", "a", "an"}:
        return before not in PREPOSITIONS | {"all", "both", "half", "and", "or", "as", "than"}
    return before in TIME_WORDS and (words[at].text[:1].isupper() and words[at].lower not in TIME_WORDS)


def _bracket(words: Sequence[Word], close: int) -> int:
    """Return the index of the bracket that opens what closes at `close`, -1 if none is near."""
    for index in range(close - 1, max(-1, close - 9), -1):
        if words[index].lower == "(":
            return index
    return -1


def _belongs(words: Sequence[Word], at: int, end: int) -> bool:
    word = words[at]
    lower = word.lower
    if word.quote is not None:
        return word.quote.end - word.quote.start < _NICKNAME and at > 0 and words[at - 1].lower in DETERMINERS
    if not word.is_word and lower not in {"&", "/", "-", "‑"}:
        return False
    if lower in {"and", "or"}:
        return _joins(words, at)
    if lower in SUBORDINATORS or lower in AUXILIARIES or lower == "but":
        return lower == "what" and False
    return not _is_finite_verb(words, at, end)


def _joins(words: Sequence[Word], at: int) -> bool:
    """Tell whether *and* joins two nouns of one subject: nothing before it up to the clause's start is a verb."""
    index = at
    while index > 0 and at - index < _LONGEST:
        word = words[index - 1]
        if not word.is_word or word.lower in SUBORDINATORS:
            break
        if word.lower in AUXILIARIES or _is_finite_verb(words, index - 1, at) or _looks_past(word):
            return False
        index -= 1
    return index < at


def _looks_past(word: Word) -> bool:
    return word.lower.endswith("ed") and word.text[:1].islower()


def _is_finite_verb(words: Sequence[Word], at: int, end: int) -> bool:
    """Tell whether a word that stands left of a noun phrase is a verb: a cue, or a past form with an object after it."""
    word = words[at]
    if word.text[:1].isupper() and at > 0:
        return False
    after = words[at + 1] if at + 1 < end else None
    cue = SINGLE.get(word.lower)
    if cue is not None and cue.form in {"present", "past", "base"} and not cue.nounish:
        previous = words[at - 1].lower if at else ""
        return not (previous in DETERMINERS and after is not None and after.text[:1].islower())
    if after is None or at == 0:
        return False
    if word.lower.endswith("ed") and (
        after.lower in DETERMINERS or after.lower in PRONOUNS or after.text[:1].isupper()
    ):
        return words[at - 1].lower not in DETERMINERS
    return False


def right_phrase(words: Sequence[Word], start: int, *, roles: bool = True) -> Bounds | None:
    """Return the noun phrase that begins at `start`: after *according to*, *by*, or a turned-round *said*."""
    index = start
    depth_comma = not roles
    while index < len(words) and index - start < _LONGEST:
        word = words[index]
        if word.lower == "," and not depth_comma and _role_follows(words, index + 1):
            depth_comma = True
            index += 1
            continue
        if not word.is_word or word.lower in SUBORDINATORS or (word.lower in AUXILIARIES and index > start):
            break
        if index > start and (word.lower in TIME_WORDS or _verb_here(words, index) or _charge(words, index)):
            break
        index += 1
    while index > start and (
        words[index - 1].lower in PREPOSITIONS | _COORDINATORS | {","} or _looks_past(words[index - 1])
    ):
        index -= 1
    return (start, index) if index > start else None


def _charge(words: Sequence[Word], at: int) -> bool:
    """Tell whether *of* or *for* with a participle begins what somebody is accused of."""
    following = words[at + 1].lower if at + 1 < len(words) else ""
    return words[at].lower in {"of", "for"} and following.endswith("ing")


def _verb_here(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    cue = SINGLE.get(word.lower)
    return cue is not None and not cue.nounish and word.text[:1].islower() and cue.form != "ing"


def _role_follows(words: Sequence[Word], at: int) -> bool:
    """Tell whether a role or relative clause comes after a comma: "Zhang Jun, the ambassador", "X, who heads Y"."""
    if at >= len(words):
        return False
    return words[at].lower in _ROLE_STARTS or _is_name_alone(words, at)


def _is_name_alone(words: Sequence[Word], at: int) -> bool:
    """Tell whether two to four capitalised words stand between a comma and the next mark: the name to a role before it."""
    index = at
    while index < len(words) and words[index].is_word and words[index].text[:1].isupper():
        index += 1
    closes = index >= len(words) or not words[index].is_word
    return closes and _NAME_WORDS[0] <= index - at <= _NAME_WORDS[1]


def is_passive(words: Sequence[Word], at: int) -> bool:
    """Tell whether the past form at `at` is passive: a form of *be* stands before it, adverbs between."""
    index = at - 1
    while index >= 0 and (words[index].lower in ADVERBS or words[index].lower.endswith("ly")):
        index -= 1
    return index >= 0 and words[index].lower in PASSIVE


def is_double(words: Sequence[Word], at: int) -> bool:
    """Tell whether the word at `at` and the next make one cue, such as "calls for"."""
    return at + 1 < len(words) and (words[at].lower, words[at + 1].lower) in DOUBLE
