"""Quotations set apart from who says them: after a colon that ends a paragraph, before a dash and a name, in a transcript."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from witnessmark.evidence.reading import Span
from witnessmark.reading import subjects
from witnessmark.reading.attribution import Attribution
from witnessmark.reading.cue_places import CuePlace, find_cues
from witnessmark.reading.cues import SINGLE
from witnessmark.reading.quotes import find_quotations
from witnessmark.reading.sentence import Sentence, Subject
from witnessmark.reading.sharing import participle_subject, subject_of
from witnessmark.reading.words import Word, into_sentences, split_words

_NAME: Final = r"[A-Z][\w’'.-]*(?:\s(?:(?:de|al|el|van|von|bin|of|the|for)\s)*[A-Z][\w’'.-]*){0,5}"
#: "“We left.” ― Nadia Fell": a dash and a name, and nothing after them in the line but what the person is.
_SIGNED: Final = re.compile(
    rf"[ \u00a0]*(?P<dash>[―—–]|--?)[ \u00a0]*(?P<name>{_NAME})(?:,[^\n.“\"]{{0,60}})?[ \u00a0]*\.?[ \u00a0]*(?=\n|$)"
)
#: Verbs of giving words that are no verbs of saying: "made the following statement:".
_GAVE: Final = frozenset({"made", "issued", "released", "gave", "had", "posted", "published"})
_LABEL: Final = re.compile(r"\s*[“”\"«]?\s*(?P<name>[A-Z][A-Z.’'-]+(?:\s[A-Z][A-Z.’'-]*){0,3})(?P<colon>:)\s+(?=\S)")
#: Labels of lines that nobody speaks.
_NO_SPEAKERS: Final = re.compile(
    r"(?:NOTE|UPDATED?|BREAKING|WATCH|READ|RELATED|MORE|VIDEO|PHOTOS?|IMAGE|CORRECTION|EDITOR|SUBJECT|TO|FROM|CC|RE|DATE|TEL|FAX|"
    r"ALSO|SEE|LISTEN|LIVE|OPINION|ANALYSIS|EXCLUSIVE|WARNING|ADVERTISEMENT|SOURCE|CONTACT|MEDIA)\b"
)
#: From so many labelled paragraphs on a text is a transcript.
_TRANSCRIPT: Final = 3
_LAST_SENTENCE: Final = 300


def set_apart(text: str, blocks: Sequence[Span], found: Sequence[Attribution]) -> list[Attribution]:
    """Return attributions in the order of the text, quotations without a cue tied to a speaker who stands apart from them."""
    starts = [start for start, _ in blocks]
    tied = [each if each.cue or each.source else _tied(text, blocks, starts, each) for each in found]
    spoken = list(_transcript(text, blocks))
    if not spoken:
        return tied
    begins = [one.scope[0] for one in spoken]
    kept = [each for each in tied if not _is_the_same(each, spoken[max(0, bisect_right(begins, each.start) - 1)])]
    return sorted([*kept, *spoken], key=lambda each: each.start)


def _is_the_same(each: Attribution, spoken: Attribution) -> bool:
    """Tell what a transcript's paragraph holds already: a quotation without a cue, or what was tied to the same label."""
    inside = spoken.scope[0] <= each.start < spoken.content[-1][1]
    return inside and (not each.cue or each.source[:1] == spoken.source)


def _tied(text: str, blocks: Sequence[Span], starts: Sequence[int], each: Attribution) -> Attribution:
    at = max(0, bisect_right(starts, each.content[0][0]) - 1)
    last = max(0, bisect_right(starts, each.content[-1][1] - 1) - 1)
    return _signed(text, blocks[last], each) or _announced(text, blocks, at, each) or each


def _signed(text: str, block: Span, each: Attribution) -> Attribution | None:
    """Give a quotation to the name behind a dash after it."""
    match = _SIGNED.match(text, each.content[-1][1], block[1])
    if match is None:
        return None
    return replace(
        each, source=(match.span("name"),), cue=(match.span("dash"),), follows=False, confidence="medium",
        reason="a dash and a name after the quotation",
    )  # fmt: skip


def _announced(text: str, blocks: Sequence[Span], at: int, each: Attribution) -> Attribution | None:
    """Give a quotation that opens a paragraph to the speaker whom the paragraph before announces, with a colon at its end."""
    if at < 1 or text[blocks[at][0] : each.content[0][0]].strip():
        return None
    start, end = blocks[at - 1]
    stripped = start + len(text[start:end].rstrip())
    if text[stripped - 1 : stripped] != ":":
        return None
    return _by_sentence(text, (max(start, stripped - _LAST_SENTENCE), stripped), each)


def _by_sentence(text: str, span: Span, each: Attribution) -> Attribution | None:
    words = split_words(text, *span, find_quotations(text, *span))
    sentence = Sentence(into_sentences(words, _last_sentence(text, span))[-1]) if words else None
    if sentence is None or not sentence.words:
        return None
    place = next(reversed(find_cues(sentence.words)), None)
    subject = _subject(sentence, place) if place else None
    source, at = subject.source if subject else (), place.at if place else 0
    if not source:
        at = _giving(sentence.words)
        bounds = subjects.left_phrase(sentence.words, subjects.before(sentence.words, at)) if at else None
        source = (sentence.span(bounds),) if bounds else ()
    if not source:
        return None
    return replace(
        each, source=source, cue=((sentence.words[at].start, span[1]),), scope=sentence.scope, follows=False,
        lemma=place.cue.lemma if place and subject else "", confidence="high",
        reason="announced by the paragraph before, with a colon",
    )  # fmt: skip


def _subject(sentence: Sentence, place: CuePlace) -> Subject | None:
    return participle_subject(sentence, place) if place.cue.form == "ing" else subject_of(sentence, place)


def _giving(words: Sequence[Word]) -> int:
    """Return where a verb announces words without a cue before: "made the following statement", "the paper reports"; else 0."""
    last = next((at for at in range(len(words) - 1, 0, -1) if words[at].is_word), 0)
    if words[last].lower in SINGLE:
        return last
    return next((at for at, word in enumerate(words) if word.lower in _GAVE), 0)


def _last_sentence(text: str, span: Span) -> list[Span]:
    """Return the span split before its last sentence."""
    breaks = [match.end() for match in re.finditer(r"[.!?][”\"’']?\s+(?=[A-Z“\"])", text[slice(*span)])]
    cut = span[0] + (breaks[-1] if breaks else 0)
    return [(span[0], cut), (cut, span[1])]


def _transcript(text: str, blocks: Sequence[Span]) -> Iterator[Attribution]:
    """Yield what each speaker says in a text whose paragraphs open with names in capitals and a colon."""
    labels = [(match, end) for start, end in blocks if (match := _LABEL.match(text, start, end)) is not None]
    labels = [(match, end) for match, end in labels if not _NO_SPEAKERS.match(match["name"])]
    if len(labels) < _TRANSCRIPT:
        return
    for match, end in labels:
        stop = match.end() + len(text[match.end() : end].rstrip(' \n”"»'))
        if stop > match.end():
            yield Attribution(
                content=((match.end(), stop),), source=(match.span("name"),), cue=(match.span("colon"),), lemma=":",
                scope=(match.start(), end), confidence="medium", reason="a name in capitals and a colon open the paragraph",
            )  # fmt: skip
