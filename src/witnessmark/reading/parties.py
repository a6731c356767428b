"""The party whose side a speaker speaks for: a State for its capital, its officials and its own name; else the speaker."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from witnessmark.evidence.reading import Proposal, Reading
from witnessmark.reading.states import state_of

_OWNER: Final = re.compile(r"^(?:the\s+)?(?P<owner>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)?)(?:[’']s\b|\s+(?=[A-Za-z]))")
_OFFICIAL: Final = re.compile(
    r"\b(?:ambassador|president|minister|ministry|spokes(?:man|woman|person)|premier|chancellor|government|embassy|delegation|official|"
    r"officials|authorities|envoy|foreign|secretary|police|army|military|court|prosecutor)s?\b",
    re.IGNORECASE,
)  # fmt: skip
_OF: Final = re.compile(
    r"\b(?:government|ministry|authorities|army|police|embassy|republic) of (?P<owner>[A-Z]\w+(?: [A-Z]\w+)?)"
)
UNRESOLVED: Final = "unresolved"


def sides_of(readings: Sequence[Reading]) -> dict[str, str]:
    """Return the side of every speaker whom some source phrase in some reading gives an office of a State or place."""
    sides: dict[str, str] = {}
    for reading in readings:
        places = _places(reading)
        for each in reading.statements:
            side = _side(reading, each, places) if each.speaker else ""
            if side:
                sides.setdefault(each.speaker, side)
    return sides


def parties_of(reading: Reading, sides: Mapping[str, str] | None = None) -> dict[int, str]:
    """Return the party of each statement by its ordinal; "unresolved" where the speaker is not known.

    "China's U.N. Ambassador, Zhang Jun" speaks for China, and so does every other statement of Zhang Jun, in other readings
    too when `sides` was made of several.
    """
    known = sides_of([reading]) if sides is None else sides
    return {each.ordinal: known.get(each.speaker, each.speaker) or UNRESOLVED for each in reading.statements}


def _places(reading: Reading) -> AbstractSet[str]:
    """Return the names of places, and those of which it is not known what they name: an office is held of a place."""
    people = {word for name in reading.names if name.kind == "person" for word in _bare(name.words).split()}
    return {
        _bare(name.words)
        for name in reading.names
        if name.kind == "place" or (name.kind == "unknown" and _bare(name.words) not in people)
    }


def _bare(words: str) -> str:
    return re.sub(r"[’']s?$", "", words)


def _side(reading: Reading, each: Proposal, places: AbstractSet[str]) -> str:
    """Return the State or place that the source phrase or the speaker's name gives an office of."""
    for phrase in (*(reading.text.content[start:end] for start, end in each.source), each.speaker):
        for pattern in (_OWNER, _OF):
            match = pattern.search(phrase.strip())
            side = _place(match["owner"].split(), places) if match and _OFFICIAL.search(phrase) else ""
            if side:
                return side
    return state_of(each.speaker) or (each.speaker if each.speaker in places else "")


def _place(words: Sequence[str], places: AbstractSet[str]) -> str:
    for count in range(len(words), 0, -1):
        name = _bare(" ".join(words[:count]))
        if state_of(name) or name in places:
            return state_of(name) or name
    return ""
