"""Two readings that the tagger was hardly taught: somebody quoted by somebody else, and an act that is not saying."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from witnessmark.evidence.reading import Span
from witnessmark.reading.attribution import Attribution

_QUOTED: Final = re.compile(r"\b(?:quoted|cited)\b", re.IGNORECASE)
#: The passive verb before "quoted", and what may stand between it and "as saying": an agent or a place of few words.
_PASSIVE: Final = re.compile(r"\s+(?:(?:was|were|is|are|has been|have been|had been)\s+)(?:\w+ly\s+)?$", re.IGNORECASE)
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
    return [_quoted_as(text, each) for each in found if not _is_act(text, each)]


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
