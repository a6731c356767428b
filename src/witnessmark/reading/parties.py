"""The party whose side a speaker speaks for: a State for its capital, its officials and its own name; else the speaker."""

import re
from typing import Final

from witnessmark.evidence.reading import Proposal, Reading
from witnessmark.reading.states import state_of

_OWNER: Final = re.compile(r"^(?:the\s+)?(?P<owner>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)?)(?:[’']s\b|\s+(?=[A-Za-z]))")
_OFFICIAL: Final = re.compile(
    r"\b(?:ambassador|president|minister|ministry|spokes(?:man|woman|person)|premier|chancellor|government|embassy|delegation|official|"
    r"officials|authorities|envoy|foreign|secretary|police|army|military|court|prosecutor)s?\b",
    re.IGNORECASE,
)  # fmt: skip
UNRESOLVED: Final = "unresolved"


def parties_of(reading: Reading) -> dict[int, str]:
    """Return the party of each statement by its ordinal; "unresolved" where the speaker is not known.

    "China's U.N. Ambassador, Zhang Jun" speaks for China, and so does every other statement of Zhang Jun in the document.
    """
    by_speaker: dict[str, str] = {}
    for each in reading.statements:
        side = _side(reading, each)
        if each.speaker and side:
            by_speaker.setdefault(each.speaker, side)
    return {each.ordinal: by_speaker.get(each.speaker, each.speaker) or UNRESOLVED for each in reading.statements}


def _side(reading: Reading, each: Proposal) -> str:
    """Return the State that the source phrase or the speaker's name gives an office of."""
    for phrase in (*(reading.text.content[start:end] for start, end in each.source), each.speaker):
        match = _OWNER.match(phrase.strip())
        if match and _OFFICIAL.search(phrase):
            words = match["owner"].split()
            for count in range(len(words), 0, -1):
                state = state_of(" ".join(words[:count]))
                if state:
                    return state
    return state_of(each.speaker)
