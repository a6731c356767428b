"""Readings that the tagger was hardly taught: somebody quoted or misquoted by somebody else, and what is not saying."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from witnessmark.evidence.reading import Span
from witnessmark.reading.acts import is_act
from witnessmark.reading.attribution import Attribution
from witnessmark.reading.relatives import antecedent

_QUOTED: Final = re.compile(r"\b(?:mis)?(?:quoted|cited)\b", re.IGNORECASE)
#: The passive verb before "quoted", and what may stand between it and "as saying": an agent or a place of few words.
_PASSIVE: Final = re.compile(
    r"\s+(?:was|were|is|are|(?:has|have|had)\s+(?:(?:never|not)\s+)?been)\s+(?:(?:never|not|\w+ly)\s+)*$", re.IGNORECASE
)
_FALSELY: Final = re.compile(
    r"\b(?:falsely|wrongly|incorrectly|mistakenly|erroneously|inaccurately)\s+$", re.IGNORECASE
)
_AS_SAYING: Final = re.compile(
    r"[^.!?“”\"\n]{0,80}?\b(as (?:saying|telling \w+|stating|warning|claiming|adding))\b,?\s*", re.IGNORECASE
)
#: A verb that stands right after *and* has no subject of its own.
_AND: Final = re.compile(r"\b(?:and|but)\s+(?:(?:also|then|later|now|\w+ly)\s+)*$")
_RELATIVE: Final = re.compile(r"(?:who|which)\s+\w")
_SUBJECT: Final = re.compile(r"[^,.;:!?“”\"\n]+$")


def mended(text: str, found: Iterable[Attribution]) -> list[Attribution]:
    """Return a sentence's attributions: those quoted "as saying" with their own speaker, without acts such as bail posted."""
    kept = [each for each in found if not is_act(text, each)]
    whole = [_with_antecedent(text, _of_nobody(text, each)) for each in _of_one_cue(text, kept)]
    return [_misquoted(text, _quoted_as(text, _shared(text, each, whole))) for each in whole]


def _with_antecedent(text: str, each: Attribution) -> Attribution:
    """Begin a source with whom its relative clause is about: "a teacher who watched from his roof told the paper"."""
    if not each.source or _RELATIVE.match(text, *each.source[0]) is None:
        return each
    start, end = each.source[0]
    _, begins = antecedent(text, each.scope[0], start)
    return replace(each, source=((begins, end), *each.source[1:])) if 0 <= begins < start else each


def _shared(text: str, each: Attribution, found: Iterable[Attribution]) -> Attribution:
    """Give a verb right after *and* the speaker of the verb before it in the clause: "the army denies this and says …"."""
    if not each.source or not each.cue or len(each.cue) > 1:
        return each
    cue = each.cue[0][0]
    before = [one for one in found if one is not each and one.source and one.cue and one.cue[0][0] < cue]
    last = max(before, key=lambda one: one.cue[0][0], default=None)
    if last is None or last.source[0][1] > last.cue[0][0] or each.source[0][0] >= last.source[0][0]:
        return each
    if _AND.search(text, last.cue[-1][1], cue) is None or ";" in text[last.cue[-1][1] : cue]:
        return each
    return replace(each, source=last.source, reason=f"{each.reason}; the speaker by grammar: who speaks before “and”")


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
