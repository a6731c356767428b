"""Whether the words around a date point to the future or to the past."""

import re
from typing import Final

#: How far back and on the words are looked at that tell past from future, in code points.
_LOOK_BACK: Final = 90
_LOOK_ON: Final = 60
#: Verbs that news puts in the present for what is scheduled ("the term begins in January").
_SCHEDULED: Final = (
    r"(?:begin|start|open|end|close|leave|arrive|meet|play|host|face|hold|travel|return|resume|convene|expire|run|come|"
    r"go|kick|take|head|vote)s"
)
_FUTURE: Final = (
    r"(?:to\s+)?be\s+[a-z]{2,}(?:ed|en|ld|de|ut|nt)|will|would|shall|could|might|(?-i:may)|going to|plan(?:s|ned)?(?: to)?|"
    r"(?:is|are|was|were|likely|have|has)\s+to|expect(?:ed|s)?|predict(?:s|ed)?|forecast(?:s|ers)?|scheduled|due|slated|set "
    r"(?:to|for)|to be|upcoming|deadline|tomorrow|coming|intends? to|aims? to|hopes? to|starting|beginning|"
    r"(?:deadline|vote|election|meeting|hearing|trial) (?:is|are)|" + _SCHEDULED
)
_PAST: Final = (
    r"said|told|says|was|were|had|did|been|after|since|ago|died|went|came|took|saw|held|met|left|began|found|won|lost|"
    r"made|got|gave|rose|fell|hit|led|spoke|wrote|ran|broke|shot|sent|struck|became|sold|bought|paid|[a-z]{3,}ed"
)
_TENSE: Final = re.compile(rf"\b(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))\b", re.IGNORECASE)
_TOWARDS: Final = re.compile(
    r"\b(?:until|till|by|ahead of|no later than|due|before)\s+(?:the\s+)?(?:end of\s+)?$", re.IGNORECASE
)
#: The end of a sentence; no abbreviation ("Sept. 2", "Sen. Ruiz", "5 p.m. on") ends one.
_STOP: Final = re.compile(r"(?:(?<=[a-z0-9]{3})|(?<=[”\")%]))[.!?][”\"]?\s|[.!?][”\"]\s|\n")
#: What was to be and then was: "games scheduled for Wednesday were held".
_WAS: Final = re.compile(r"\w+\s+(?:was|were|had|did|took)\b")
_OPENING: Final = re.compile(r"\W*(?:(?:on|in|by|at|late|early|since)\s+)?(?:the\s+)?$", re.IGNORECASE)


def looks_forward(text: str, at: int) -> bool | None:
    """Tell whether the words around `at` point to the future (True), to the past (False) or to neither (None).

    News is told in the past: without a word of the future, a bare weekday or month is the most recent one. What opens a
    sentence takes the tense of the verb after it.
    """
    before = text[max(0, at - _LOOK_BACK) : at]
    stops = [stop.end() for stop in _STOP.finditer(before)]
    start = stops[-1] if stops else 0
    if _OPENING.fullmatch(before, start) and (start or len(before) < _LOOK_BACK):
        return _first_after(text, at)
    if _TOWARDS.search(before) and not re.search(r"\b(?:rejected|sold|made|led|held) by\s$", before):
        return True
    cues = list(_TENSE.finditer(before, start))
    return (cues[-1].lastgroup == "future" and not _WAS.match(text, at)) if cues else None


def _first_after(text: str, at: int) -> bool | None:
    after = text[at : at + _LOOK_ON]
    stop = _STOP.search(after)
    cue = _TENSE.search(after, 0, stop.start() if stop else len(after))
    return cue.lastgroup == "future" if cue else None
