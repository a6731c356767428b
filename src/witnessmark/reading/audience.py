"""To whom something is said, and where: the words around a cue that name the listeners or the occasion."""

import re
from typing import Final

from witnessmark.evidence.reading import Span
from witnessmark.reading.attribution import Attribution
from witnessmark.reading.cue_meaning import cue_words

_TELLING: Final = re.compile(
    r"\b(?:tell|tells|told|telling|inform(?:s|ed|ing)?|assur(?:e[sd]?|ing)|remind(?:s|ed|ing)?|notif(?:y|ies|ied|ying)|warn(?:s|ed|ing)?|"
    r"advis(?:e[sd]?|ing)|"
    r"brief(?:s|ed|ing)?|"
    r"ask(?:s|ed|ing)?|urg(?:e[sd]?|ing))$",
    re.IGNORECASE,
)
#: Verbs after which a bare phrase may be what is wanted or feared as well as who listens: it must be a word for listeners.
_WANTING: Final = re.compile(r"\b(?:warn|advis|ask|urg)\w*$", re.IGNORECASE)
_LISTENERS: Final = (
    r"(?:reporters|journalists|newspapers?|the (?:newspaper|agency|broadcaster|press|media|court|council|parliament|judge|"
    r"committee|jury|BBC)|state media|lawmakers|legislators|supporters|the [A-Z][\w’'.-]+|[A-Z][\w’'.-]+)"
)
#: Where the words for listeners and place end: at what is said, a mark, a time, a way.
_END: Final = re.compile(
    r"\s+(?:that|how|why|whether|what|when|who|which|if|of|about|not\s+to|to\s+[a-z]+|by\s+(?:phone|telephone|email|e-mail|text|video)|via|"
    r"(?:late\s+|early\s+|on\s+|last\s+|this\s+|earlier\s+)*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|on\s+(?:\d|[A-Z][a-z]{2,8}\.?\s\d)|"
    r"yesterday|today|after|before|in\s+(?:a|an|the)\s+(?:statement|interview|email|e-mail|letter)|they|he|she|it|there|we|his|her|their|its|the\s+\w+\s+"
    r"(?:was|were|had|has|is|are|would|will))\b|[,.:;“”\"()—–\n]"
)
_TO: Final = re.compile(rf"\s+to\s+(?P<who>(?:{_LISTENERS}|(?:the|a|an|his|her|their|its)\s+\w+).*)", re.DOTALL)
#: Occasions of which the listener is told after *with* or *to*, and those that are the place themselves.
_WITH: Final = re.compile(
    r"(?:\bin|\bduring|\bto)\s+(?:an?|the|his|her|their|its)\s+(?:[\w-]+\s+){0,3}?(?:interview|letter|message|statement|email|e-mail|meeting|call|briefing|speech|"
    r"remarks|comments)\s+(?:with|to|for)\s+(?P<who>.+)",
    re.DOTALL,
)
_AT: Final = re.compile(
    r"\b(?:at|during|in|before|outside)\s+(?:an?|the|his|her|their|its)\s+(?:[\w-]+\s+){0,3}?(?:news conference|"
    r"press conference|conference|briefing|hearing|rally|meeting|session|summit|funeral|ceremony|vigil|protest|speech|court|"
    r"courthouse|parliament)\b"
    r"(?:\s+(?:in|at|outside)\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)?"
)
_BEFORE: Final = re.compile(
    r"^\W*(?:Speaking|Talking|Writing|Addressing|Testifying)\s+(?:to|with|before|for)?\s*(?P<who>[^,\n]+),"
)
#: So far behind a cue its listeners stand; so long may their phrase be.
_REACH: Final = 110
_LONGEST: Final = 80


def audience_of(text: str, each: Attribution, sentence: Span) -> str:
    """Return who is told, with the place if it is given there ("reporters outside the Security Council"), "" if nobody is named.

    `sentence` is the span of the sentence that holds the cue.
    """
    if each.audience is not None:
        return _phrase(text[slice(*each.audience)])
    if not each.cue:
        return ""
    behind = _behind(text, each, sentence)
    opening = text[sentence[0] : min(sentence[0] + _REACH, each.cue[0][0])].replace("In ", "in ", 1)
    words = cue_words(text, each.cue)
    if _TELLING.search(words):
        who = _phrase(behind)
        if who and not (_WANTING.search(words) and not re.fullmatch(_LISTENERS + r".*", who)):
            return who
    for found in (_TO.match(behind), _WITH.search(behind), _WITH.match(opening)):
        if found is not None:
            return _phrase(" " + found["who"])
    at = _AT.search(behind)
    before = _BEFORE.match(opening)
    return at[0] if at else _phrase(" " + before["who"]) if before else ""


def _behind(text: str, each: Attribution, sentence: Span) -> str:
    """Return the words behind a cue up to the end of its sentence or what is said there, its source left out."""
    start = max(end for _, end in each.cue)
    for begin, end in each.source:
        if start <= begin <= start + 2:
            start = end
    said = [begin for begin, _ in each.content if begin >= start]
    return text[start : min([start + _REACH, max(sentence[1], start), *said])]


def _phrase(words: str) -> str:
    """Return the phrase that opens `words`, "" where a clause or preposition opens them instead."""
    end = _END.search(words)
    phrase = words[: end.start()] if end else words
    return " ".join(phrase.split()) if len(phrase) <= _LONGEST and re.match(r"\s*(?:[\w“]+)", phrase) else ""


_PLACE: Final = re.compile(r"(?:at|in|on|outside|inside|before|during|after|near|by|from|via|through)\b", re.IGNORECASE)


def to_whom(audience: str) -> str:
    """Return "to " for words that name listeners, "" for words that name a place or an occasion ("at a news briefing")."""
    return "" if _PLACE.match(audience) else "to "
