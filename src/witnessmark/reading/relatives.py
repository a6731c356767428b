"""What a relative word stands for: the noun phrase before *who*, *which* or *that*."""

import re
from typing import Final

from witnessmark.reading.cues import AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS, SINGLE, SUBORDINATORS
from witnessmark.reading.person_words import has_role, is_plural
from witnessmark.reading.word_sets import word_set

_TOKEN: Final = re.compile(r"[\w’'.-]*\w[’'.]?|[,;:()“”\"—–]")
_LONGEST: Final = 12
_STOPS: Final = (
    SUBORDINATORS | PREPOSITIONS | AUXILIARIES | word_set("and or but nor according said told says including")
) - {"of"}
_ENDS: Final = frozenset(',;:()“”"—–')
#: "residents of Allen": prepositions that a noun of persons carries on with.
_INSIDE: Final = word_set("of from in at for near on to")


def antecedent(text: str, start: int, at: int) -> tuple[str, int]:
    """Return the noun phrase that a relative word at `at` stands for and where it begins; ("", -1) if none after `start`."""
    tokens = [(match.start(), match[0]) for match in _TOKEN.finditer(text, max(start, at - 160), at)]
    while tokens and tokens[-1][1] in _ENDS:
        tokens.pop()
    if tokens and tokens[-1][1].lower() in PRONOUNS:
        return tokens[-1][1], tokens[-1][0]
    index = len(tokens)
    while index and len(tokens) - index < _LONGEST and not _stops(tokens, index - 1):
        index -= 1
        if tokens[index][1].lower() in DETERMINERS:
            break
    if index >= len(tokens):
        return "", -1
    begins = tokens[index][0]
    return re.sub(r"\s+", " ", text[begins:at]).strip(' ,;:()“”"—–'), begins


def _stops(tokens: list[tuple[int, str]], index: int) -> bool:
    """Tell whether a phrase cannot reach back over a word: a mark, a conjunction, a verb, a preposition that opens it."""
    word = tokens[index][1]
    low = word.lower()
    before = tokens[index - 1][1] if index else ""
    if low in _INSIDE:
        return (
            before.lower() in _STOPS
            or before in _ENDS
            or not (before and (has_role(before) or is_plural(before) or low == "of"))
        )
    if word in _ENDS or low in _STOPS:
        return True
    cue = SINGLE.get(low)
    return cue is not None and not cue.nounish and word[:1].islower()
