"""Attributions made into proposals: speaker, kind, polarity, hedges, hearsay, audience and date filled in."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from witnessmark.evidence.dates import PartialDate
from witnessmark.evidence.reading import DateMention, Line, NameMention, Proposal, Span
from witnessmark.evidence.statements import StatementKind
from witnessmark.reading.attribution import Attribution, Confidence
from witnessmark.reading.audience import audience_of
from witnessmark.reading.captions import own_date
from witnessmark.reading.distance import Distance
from witnessmark.reading.heard import Speaker
from witnessmark.reading.polarity import hedges_of, is_hearsay, polarity_of
from witnessmark.reading.quotes import find_quotations
from witnessmark.reading.speakers import resolve_speakers

#: From this share of letters inside marks on, a statement is direct: only punctuation and conjunctions stand outside.
_DIRECT: Final = 0.9


def propose(
    text: str,
    attributions: Sequence[Attribution],
    names: Sequence[NameMention],
    dates: Sequence[DateMention],
    story: Sequence[Line],
    *,
    author: str = "",
) -> tuple[Proposal, ...]:
    """Return the proposals in the order of the text, numbered from 1; `author` is who speaks in a text that is no news story."""
    speakers = resolve_speakers(text, attributions, names, author=author)
    sentences = Distance(text)
    captions = {line.start: own_date(line, dates) for line in story if line.label == "caption"}
    starts = sorted(captions)
    made = []
    for ordinal, (each, speaker) in enumerate(zip(attributions, speakers, strict=True), start=1):
        own = captions[starts[bisect_left(starts, each.start + 1) - 1]] if each.where == "caption" and starts else None
        sentence = sentences.around((each.cue or each.content)[0][0])
        made.append(_proposal(text, ordinal, each, speaker, sentence, _date(text, each, sentence, dates, own)))
    return tuple(made)


def _proposal(
    text: str, ordinal: int, each: Attribution, speaker: Speaker, sentence: Span, date: PartialDate | None
) -> Proposal:  # fmt: skip
    return Proposal(
        ordinal=ordinal, where=each.where, kind=kind_of(text, each), content=each.content, source=each.source, cue=each.cue,
        speaker=speaker.name, candidates=() if speaker.name else speaker.candidates,
        polarity=polarity_of(text, each), hedges=hedges_of(text, each), hearsay=is_hearsay(text, each),
        audience=audience_of(text, each, sentence), date=date, confidence=_confidence(each, speaker),
        reason="; ".join(filter(None, (each.reason, f"speaker: {speaker.reason}"))),
    )  # fmt: skip


def _confidence(each: Attribution, speaker: Speaker) -> Confidence:
    if not speaker.name:
        return "low"
    return "medium" if each.confidence == "high" and not speaker.sure else each.confidence


def kind_of(text: str, each: Attribution) -> StatementKind:
    """Return direct when all is between quotation marks, indirect when nothing is, else mixed."""
    letters = quoted = 0
    for start, end in each.content:
        letters += sum(map(str.isalnum, text[start:end]))
        for quotation in find_quotations(text, start, end):
            quoted += sum(map(str.isalnum, text[quotation.start : quotation.end]))
    if not quoted:
        return "indirect"
    return "direct" if quoted >= _DIRECT * letters else "mixed"


def _date(
    text: str, each: Attribution, sentence: Span, dates: Sequence[DateMention], own: DateMention | None
) -> PartialDate | None:  # fmt: skip
    """Return when it was said: a date in the sentence that is not part of what is said, else the caption's own date."""
    if not each.cue:
        return own.date if own is not None else None
    low = bisect_left(dates, sentence[0], key=lambda date: date.start)
    found: list[tuple[int, PartialDate]] = []
    for date in dates[low:]:
        if date.start >= sentence[1]:
            break
        is_day = date.type == "point" and date.date is not None and not date.relation
        if is_day and date.date is not None and _is_of_cue(text, date, each, sentence):
            found.append((_apart(date, each.cue[0]), date.date))
    if found:
        return min(found, key=lambda one: one[0])[1]
    return own.date if own is not None else None


def _apart(date: DateMention, cue: Span) -> int:
    """Return how many code points stand between a date and a cue."""
    return max(date.start - cue[1], cue[0] - date.end, 0)


def _is_of_cue(text: str, date: DateMention, each: Attribution, sentence: Span) -> bool:
    """Tell whether a date says when it was said: it opens the sentence, or stands by the cue with no clause between."""
    if any(start <= date.start < end for start, end in each.content):
        return False
    if date.start - sentence[0] < _OPENING and text[date.end : date.end + 1] in {",", " "}:
        return True
    cue_start, cue_end = each.cue[0]
    if date.start < cue_end:
        return 0 <= cue_start - date.end <= 1
    between = text[cue_end : date.start]
    return len(between) < _BESIDE and not _CLAUSE.search(between)


#: How near to its cue a date stands that tells when something was said, and how near to the start of its sentence.
_BESIDE: Final = 70
_OPENING: Final = 12
_CLAUSE: Final = re.compile(r"[.;:“”\"—–]|\b(?:which|who|that|upon|after|before|since|to)\b")
