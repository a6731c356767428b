"""Readings that the tagger was hardly taught: somebody quoted or misquoted by somebody else, and what is not saying."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from witnessmark.evidence.reading import Span
from witnessmark.reading.attribution import Attribution

_QUOTED: Final = re.compile(r"\b(?:mis)?(?:quoted|cited)\b", re.IGNORECASE)
#: The passive verb before "quoted", and what may stand between it and "as saying": an agent or a place of few words.
_PASSIVE: Final = re.compile(
    r"\s+(?:was|were|is|are|(?:has|have|had)\s+(?:(?:never|not)\s+)?been)\s+(?:(?:never|not|\w+ly)\s+)*$", re.IGNORECASE
)
_FALSELY: Final = re.compile(
    r"\b(?:falsely|wrongly|incorrectly|mistakenly|erroneously|inaccurately)\s+$", re.IGNORECASE
)
#: A participle with a determiner for its noun is no verb: "some estimated death tolls exceeded 100".
_DETERMINER: Final = re.compile(r"(?:some|several|many|most|all|other|these|those|more|few|no)", re.IGNORECASE)
_PARTICIPLE: Final = re.compile(
    r"(?:estimated|suspected|alleged|reported|confirmed|expected|proposed|planned|documented)"
)
_NOUN_AND_VERB: Final = re.compile(
    r"(?:[a-z-]+\s+){0,3}?[a-z-]+s\s+(?:was|were|is|are|had|have|has|will|would|could|may|might|rose|fell|went|began|took|[a-z]+ed)\b"
)
_AS_SAYING: Final = re.compile(
    r"[^.!?“”\"\n]{0,80}?\b(as (?:saying|telling \w+|stating|warning|claiming|adding))\b,?\s*", re.IGNORECASE
)
_SUBJECT: Final = re.compile(r"[^,.;:!?“”\"\n]+$")
_POSTED: Final = re.compile(r"\bpost(?:s|ed|ing)?$", re.IGNORECASE)
#: Nothing but a sum and what it is for: "US$2 million bond". Losses are not here: an army that posts its losses claims them.
_PAID: Final = re.compile(r"\s*(?:\S+\s+){0,5}(?:bond|bail|surety|profits?|earnings|revenues?)[\s.,]*", re.IGNORECASE)
_MARKS: Final = re.compile(r"[“”\"«»]")


def mended(text: str, found: Iterable[Attribution]) -> list[Attribution]:
    """Return a sentence's attributions: those quoted "as saying" with their own speaker, without acts such as bail posted."""
    kept = [each for each in found if not _is_act(text, each) and not _is_noun(text, each)]
    return [_misquoted(text, _quoted_as(text, _of_nobody(text, each))) for each in _of_one_cue(text, kept)]


def _of_one_cue(text: str, found: list[Attribution]) -> list[Attribution]:
    """Join what the tagger took for two statements: "was misquoted by the paper" and "as saying …"."""
    for each in found:
        cue = _QUOTED.search(text, each.cue[0][0], each.cue[-1][1]) if each.cue else None
        saying = _AS_SAYING.match(text, cue.end(), each.scope[1]) if cue else None
        rest = [one for one in found if saying and one.cue and saying.start(1) <= one.cue[0][0] < saying.end()]
        if rest and rest[0] is not each:
            whole = replace(each, content=(*each.content, *rest[0].content))
            return [whole if one is each else one for one in found if one is not rest[0]]
    return found


def _is_noun(text: str, each: Attribution) -> bool:
    """Tell a subject in three parts from somebody and a verb: "some | estimated | death tolls" exceeded a number."""
    if not each.source or not each.cue or not each.content or _PARTICIPLE.fullmatch(text[slice(*each.cue[0])]) is None:
        return False
    words = text[slice(*each.content[0])]
    return bool(_DETERMINER.fullmatch(text[slice(*each.source[0])]) and _NOUN_AND_VERB.match(words + " "))


def _of_nobody(text: str, each: Attribution) -> Attribution:
    """Leave the speaker out of "there are reports that …"."""
    there = bool(each.source) and text[slice(*each.source[0])].lower() == "there"
    return replace(each, source=()) if there else each


def _misquoted(text: str, each: Attribution) -> Attribution:
    """Give "the paper misquoted the mayor as saying …" to the mayor, whose words they are not."""
    start, end = each.scope
    cue = _QUOTED.search(text, each.cue[0][0], each.cue[0][1]) if len(each.cue) == 1 else None
    saying = _AS_SAYING.match(text, cue.end(), end) if cue else None
    if cue is None or saying is None:
        return each
    falsely = _FALSELY.search(text[start : cue.start()])
    source = _trimmed(text, cue.end(), saying.start(1))
    content = _after(each.content, saying.end())
    if not content or source[0] >= source[1] or (falsely is None and not cue[0].lower().startswith("mis")):
        return each
    cues = ((start + falsely.start() if falsely else cue.start(), cue.end()), (saying.start(1), saying.end(1)))
    reason = f"{each.reason}; the speaker is who was misquoted"
    return replace(each, source=(source,), cue=cues, content=content, confidence="medium", reason=reason)


def _trimmed(text: str, start: int, end: int) -> Span:
    """Return a span without the spaces and commas at its ends."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip(" ,\n")), start + len(words.rstrip(" ,\n"))


def _quoted_as(text: str, each: Attribution) -> Attribution:
    """Give "The mayor was quoted by the agency as saying …" to the mayor; the agency only passes the words on."""
    start, end = each.scope
    cue = _QUOTED.search(text, each.cue[0][0], each.cue[-1][1]) if each.cue else None
    passive = _PASSIVE.search(text[start : cue.start()]) if cue else None
    saying = _AS_SAYING.match(text, cue.end(), end) if cue else None
    if not (cue and passive and saying):
        return each
    source = _quoted(text, each, start + passive.start())
    content = _after(each.content, saying.end())
    if source is None or not content:
        return each
    cues = ((start + passive.start() + _leading(passive.group()), cue.end()), (saying.start(1), saying.end(1)))
    reason = f"{each.reason}; the speaker is who was quoted"
    return replace(each, source=(source,), cue=cues, content=content, confidence="medium", reason=reason)


def _quoted(text: str, each: Attribution, end: int) -> Span | None:
    """Return who was quoted: what the tagger marked before the verb, that ends there, else the words back to a comma."""
    for first, last in (*each.content, *each.source):
        if last <= end and not text[last:end].strip(" ,"):
            return first, last
    subject = _SUBJECT.search(text[each.scope[0] : end])
    return None if subject is None else (each.scope[0] + subject.start() + _leading(subject.group()), end)


def _after(content: Iterable[Span], at: int) -> tuple[Span, ...]:
    return tuple((max(first, at), last) for first, last in content if last > at)


def _leading(words: str) -> int:
    return len(words) - len(words.lstrip())


def _is_act(text: str, each: Attribution) -> bool:
    """Tell whether money is posted, and not words: "posted bail", "posted record profits"."""
    if not each.cue or not each.content or not _POSTED.search(text[each.cue[0][0] : each.cue[-1][1]]):
        return False
    words = text[each.content[0][0] : each.content[-1][1]]
    return not _MARKS.search(words) and bool(_PAID.fullmatch(words))
