"""Where in a sentence a word is a cue: a verb of saying rather than the noun or adjective of the same form."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from witnessmark.reading.cues import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    DOUBLE,
    PREPOSITIONS,
    PRONOUNS,
    SINGLE,
    SPOKEN_NOUNS,
    SUBJECT_PRONOUNS,
    Cue,
)
from witnessmark.reading.word_sets import word_set
from witnessmark.reading.words import Word

_OPENS_CONTENT: Final = (
    DETERMINERS | PRONOUNS | {"that", "to", "for", "on", "how", "why", "whether", "as", "him", "her", "them"}
)
#: Determiners that no subject ends with ("some say" is one that does).
_MAKES_NOUNS: Final = DETERMINERS - PRONOUNS - word_set("some many both all most several few")
_PLURALS: Final = word_set("which that people many some others")
#: Verbs of answering that, when negated, tell of a refusal.
_ANSWERING: Final = word_set("respond reply comment answer elaborate return")
_NEGATED: Final = word_set("not didn't doesn't don't wouldn't couldn't")
#: Endings of adjectives of nations: what follows them is a noun ("Chinese calls").
_DEMONYM: Final = ("ese", "ian", "ish", "ean", "ican")
_ADJECTIVE: Final = ("al", "ic", "ous", "ive", "ful", "less", "ary", "able", "ible", "ing")


#: The lemma of a verb of answering that is negated.
REFUSAL: Final = "not answer"


class CuePlace(NamedTuple):
    """A cue at word `at`, `length` words long."""

    at: int
    length: int
    cue: Cue


def find_cues(words: Sequence[Word], *, headline: bool = False) -> list[CuePlace]:
    """Return the cues of a sentence in order; `headline` admits the present tense without an article before it."""
    places = []
    for at in range(len(words)):
        place = _cue_at(words, at)
        if place is not None and _is_verb(words, place, headline=headline):
            places.append(place)
    return places


def _cue_at(words: Sequence[Word], at: int) -> CuePlace | None:
    word = words[at]
    if not word.is_word:
        return None
    following = words[at + 1].lower if at + 1 < len(words) else ""
    double = DOUBLE.get((word.lower, following))
    if double is not None:
        return CuePlace(at, 2, double)
    if word.lower == "reached" and at > 1 and words[at - 1].lower == "be" and _is_negated(words, at - 1):
        return CuePlace(at, 1, Cue(REFUSAL, "stance", "base"))
    if word.lower in _ANSWERING and _is_negated(words, at):
        return CuePlace(at, 1, Cue(REFUSAL, "stance", "past"))
    return _single(words, at, following)


def _single(words: Sequence[Word], at: int, following: str) -> CuePlace | None:
    single = SINGLE.get(words[at].lower)
    if single is None:
        return None
    if single.lemma in {"voice", "express"}:
        return _spoken(words, at, single)
    if following == "as" and single.kind in {"judge", "show", "view"}:
        return CuePlace(at, 2, single)
    return CuePlace(at, 1, single)


def _is_negated(words: Sequence[Word], at: int) -> bool:
    """Tell whether *not* stands before a verb, an adverb between them at most."""
    return any(word.lower in _NEGATED for word in words[max(0, at - 2) : at])


def _spoken(words: Sequence[Word], at: int, cue: Cue) -> CuePlace | None:
    """Take "voiced concerns" and "expressed deep regret" as one cue."""
    for index in range(at + 1, min(at + 4, len(words))):
        if words[index].lower in SPOKEN_NOUNS:
            return CuePlace(at, index - at + 1, cue)
    return None


def _is_verb(words: Sequence[Word], place: CuePlace, *, headline: bool) -> bool:
    word, cue, at = words[place.at], place.cue, place.at
    previous = words[at - 1] if at else None
    if word.text[:1].isupper() and not headline and previous is not None and word.text != "SAID":
        return False
    if previous is None or not previous.is_word:
        following = words[at + place.length].lower if at + place.length < len(words) else ""
        return (
            not cue.nounish
            or cue.form == "ing"
            or headline
            or (cue.form == "present" and (following == "that" or place.length > 1))
        )
    if previous.lower == "to" or previous.lower in _MAKES_NOUNS:
        return False
    if cue.form == "ing":
        quoted = previous.lower == "as" and at > 1 and words[at - 2].lower in {"quoted", "cited"}
        return not quoted and previous.lower not in PREPOSITIONS - {"by", "of", "for"}
    return not cue.nounish or _is_nounish_verb(words, place, previous, headline=headline)


def _is_nounish_verb(words: Sequence[Word], place: CuePlace, previous: Word, *, headline: bool) -> bool:
    """Decide for a form that may be a noun, by what stands around it."""
    following = words[place.at + place.length] if place.at + place.length < len(words) else None
    lower = previous.lower
    if lower in SUBJECT_PRONOUNS or lower == "who" or lower in AUXILIARIES or lower in ADVERBS or lower.endswith("ly"):
        return True
    if following is None or _makes_a_noun(previous, place.cue):
        return False
    if headline and place.cue.form == "present":
        return following.lower not in PREPOSITIONS or place.length > 1
    opens = following.quote is not None or following.lower in _OPENS_CONTENT or following.text[:1].isupper()
    if place.cue.form == "base":
        return opens and (lower.endswith("s") or lower in _PLURALS)
    return opens or place.length > 1


def _makes_a_noun(previous: Word, cue: Cue) -> bool:
    """Tell whether the word before makes a noun of the form: a genitive, a preposition, an adjective, "member states"."""
    lower = previous.lower
    if (
        previous.is_possessive
        or lower in PREPOSITIONS
        or lower.endswith(_ADJECTIVE)
        or lower in {"and", "or", "member"}
    ):
        return True
    return previous.text[:1].isupper() and lower.endswith(_DEMONYM) and cue.form != "past"
