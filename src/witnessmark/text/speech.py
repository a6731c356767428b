"""Quotation marks of the source: how deep in other people's words a place lies, and whether it runs over an edge."""

import re
from typing import Final

from witnessmark.text.results import Flag

_ANY_MARK: Final = re.compile("[\"“”„«»「」『』‘’']")
_OPENING: Final = {"“": "”", "„": "“”", "«": "»", "「": "」", "『": "』", "‘": "’", "'": "'", '"': '"'}
#: A speaker's words are followed back to the start of the paragraph, at most this far.
_PARAGRAPH: Final = 2_000


def speech_around(raw: str, start: int, end: int) -> tuple[int, Flag | None]:
    """Return within how many quotation marks of its paragraph a place begins, and the flag of whose words they are.

    Flagged are words that a speaker quotes from somebody else (depth 2), and a place that begins in one person's words
    and ends in another's or the narrator's.
    """
    begin = max(raw.rfind("\n", max(0, start - _PARAGRAPH), start) + 1, start - _PARAGRAPH, 0)
    open_marks = _follow(raw, begin, start, [])
    depth = len(open_marks)
    if depth != len(_follow(raw, start, end, open_marks)):
        message = "these words run from one speaker's words into another's or the narrator's"
        return depth, Flag("crosses_speech", message, raw[start:end])
    if depth > 1:
        return depth, Flag(
            "nested_speech", "in the source a speaker quotes these words from somebody else", raw[start:end]
        )
    return depth, None


def _follow(raw: str, begin: int, end: int, open_marks: list[str]) -> list[str]:
    """Return the quotation marks that are open at `end`, given those open at `begin`."""
    for match in _ANY_MARK.finditer(raw, begin, end):
        at, mark = match.start(), match[0]
        if mark in "‘’'" and _is_apostrophe(raw, at):
            continue
        if open_marks and mark in _OPENING[open_marks[-1]]:
            open_marks.pop()
        elif mark in _OPENING and (mark not in "'‘" or raw[at + 1 : at + 2].isalnum()):
            open_marks.append(mark)
    return open_marks


def _is_apostrophe(raw: str, at: int) -> bool:
    """Whether a single mark stands between letters."""
    return raw[at - 1 : at].isalnum() and raw[at + 1 : at + 2].isalnum()
