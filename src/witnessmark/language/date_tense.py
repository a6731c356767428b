"""Whether the words around a date point to the future or to the past."""

import re
from typing import Final

#: How far back and on the words are looked at that tell past from future, in code points.
_LOOK_BACK: Final = 90
_LOOK_ON: Final = 60
#: Verbs that news puts in the present for what is scheduled ("the term begins in January").
_SCHEDULED: Final = (
    r"(?:begin|start|open|end|close|leave|arrive|meet|play|host|face|hold|travel|return|resume|convene|expire|run|come|"
    r"go|kick|take|head|win|lose)s"
)
_FUTURE: Final = (
    r"(?:to\s+)?be\s+[a-z]{2,}(?:ed|en|ld|de|ut|nt)|will|would|shall|could|might|(?-i:may)|going to|"
    r"(?:plan|plans|planned|planning) (?:to|for)|planned|(?:is|are|was|were|likely|have|has)\s+to|re-election|"
    r"if [A-Z]\w+ (?:win|lose)s|expect(?:ed|s)?|predicts?|forecast(?:s|ers)?|scheduled|due|slated|set (?:to|for)|"
    r"(?<!seemed )(?<!seems )(?<!appeared )to be|upcoming|deadline|tomorrow|coming|intends? to|aims? to|hopes? to|"
    r"(?:deadline|vote|election|meeting|hearing|trial) (?:is|are)|(?:which|that|it) votes?|" + _SCHEDULED
)
_PAST: Final = (
    r"said|told|says|was|were|had|did|been|used|died|tied|went|came|took|saw|held|met|left|began|found|won|lost|"
    r"made|got|gave|rose|fell|hit|led|spoke|wrote|ran|broke|shot|sent|struck|became|sold|bought|paid|[a-z]{3,}ed"
)
_TENSE: Final = re.compile(rf"(?:\b|(?<=[’'])(?=ll\b))(?:(?P<future>ll|{_FUTURE})|(?P<past>{_PAST}))\b", re.IGNORECASE)
_TOWARDS: Final = re.compile(
    r"\b(?:until|till|by|ahead of|no later than|due)\s+(?:the\s+)?(?:end of\s+)?$", re.IGNORECASE
)
#: The end of a sentence; no abbreviation ("Sept. 2", "Sen. Ruiz", "5 p.m. on") ends one.
_STOP: Final = re.compile(r"(?:(?<=[a-z0-9]{3})|(?<=[”\")%])|(?<=\d)(?=\.\s+[A-Z]))[.!?][”\"]?\s|[.!?][”\"]\s|\n")
#: What was to be and then was: "games scheduled for Wednesday were held".
_WAS: Final = re.compile(r"\w+\s+(?:was|were|had|did|took)\b")
#: What is said to come: "said the gathering in September would be the last".
_TO_COME: Final = re.compile(
    r"(?:(?!\b(?:sa(?:id|ys?)|told|that|when|who|which|if|and)\b)[^.,;:”\"]){0,30}?\b(?:will|would|could)\b"
)
_AGENT: Final = re.compile(r"\b(?:rejected|sold|made|led|held|taken|given) by\s$")
_LONG_CLAUSE: Final = 12
_SINCE: Final = re.compile(r"\bsince\s+(?:the\s+|early\s+|late\s+)?$", re.IGNORECASE)
_OPENING: Final = re.compile(r"\W*(?:(?:on|in|by|at|late|early|since)\s+)?(?:the\s+)?$", re.IGNORECASE)


def looks_forward(text: str, at: int) -> bool | None:
    """Tell whether the words around `at` point to the future (True), to the past (False) or to neither (None).

    News is told in the past: without a word of the future, a bare weekday or month is the most recent one. What opens a
    sentence takes the tense of the verb after it.
    """
    before = text[max(0, at - _LOOK_BACK) : at]
    stops = [stop.end() for stop in _STOP.finditer(before)]
    start = stops[-1] if stops else 0
    towards = _TOWARDS.search(before) is not None and _AGENT.search(before) is None
    if _OPENING.fullmatch(before, start) and (start or len(before) < _LOOK_BACK):
        told = _first_after(text, at)
        return True if told is None and towards else told
    if _SINCE.search(before):
        return False
    cues = list(_TENSE.finditer(before, start))
    if towards or not cues:
        return True if towards or _TO_COME.match(text, at) else None
    if cues[-1].lastgroup == "future":
        return _WAS.match(text, at) is None
    return len(before) - cues[-1].end() > _LONG_CLAUSE and _TO_COME.match(text, at) is not None


def _first_after(text: str, at: int) -> bool | None:
    after = text[at : at + _LOOK_ON]
    stop = _STOP.search(after)
    cue = _TENSE.search(after, 0, stop.start() if stop else len(after))
    return cue.lastgroup == "future" if cue else None


def sentence_ends(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence or line ends between `start` and `end`."""
    return _STOP.search(text, start, end) is not None
