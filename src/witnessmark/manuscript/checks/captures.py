"""WM109, WM111, WM310, WM703: what is cited is found again, is no older than the claim, graded, and wholly captured."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from witnessmark.evidence.dates import PartialDate
from witnessmark.evidence.sources import Item
from witnessmark.evidence.statements import Statement
from witnessmark.manuscript.checks.contain_dates import support_dates
from witnessmark.manuscript.checks.order import own_words
from witnessmark.manuscript.checks.scope import asserting, place_in
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.facts import dates_in
from witnessmark.manuscript.model import Citation, Sentence
from witnessmark.manuscript.registry import Check, Hit

#: A document with more pages, or more characters, is long. Our own choice.
_PAGES: Final = 5
_CHARACTERS: Final = 12_000
_AHEAD: Final = re.compile(
    r"\b(?:will|would|shall|planned|plans?|due|schedul\w+|was to|were to|is to|are to|deadline|expect\w*|until|till|by the end|"
    r"forecast|"
    r"intend\w*|expires?|valid|no later than|before|announced|set for|from \w+ \d{4} on)\b",
    re.IGNORECASE,
)
_AUTHENTIC: Final = re.compile(r"\b(?:authentic|genuine|authenticity|not (?:a )?forg\w+)\b", re.IGNORECASE)
_GRADING: Final = re.compile(r"\b(?:examin\w+|graded|assess\w+|compared|could not|not)\b", re.IGNORECASE)
_HANDLED: Final = re.compile(r"\b(?:directive|internal|memo\w*|order|minutes|leak\w*)\b", re.IGNORECASE)
_NO_PICTURE: Final = re.compile(
    r"\b(?:full-page|whole-page|page (?:image|picture|capture)s?|screenshots?|(?:image|picture)s? of the (?:whole |full )?pages?|"
    r"HTML source)\b",
    re.IGNORECASE,
)


def _whole_citations(context: Context) -> Sequence[tuple[Sentence, Citation, Item]]:
    found = []
    for sentence in asserting(context):
        for citation in sentence.citations:
            item = context.evidence.index.get(citation.id)
            if isinstance(item, Item):
                found.append((sentence, citation, item))
    return found


def _unpointed(context: Context, subject: tuple[Sentence, Citation, Item]) -> Iterable[Hit]:
    sentence, citation, item = subject
    if citation.locator:
        return
    for text in context.support.texts_of(item.id):
        pages = sum(segment.kind == "page" for segment in text.segments)
        if pages > _PAGES or len(text.content) > _CHARACTERS:
            yield Hit(
                message=f"{item.id} is long and no place in it is named",
                got=f"{pages} pages" if pages else f"{len(text.content):,} characters", expected=f"@{item.id}, p. 3",
                sentence=sentence, start=citation.start, end=citation.end,
            )  # fmt: skip
            return


def _dated(context: Context) -> Sequence[Sentence]:
    return [one for one in asserting(context) if one.citations and re.search(r"\d{4}", one.text)]


def _older(context: Context, sentence: Sentence) -> Iterable[Hit]:
    """Everything cited was published before the day that the sentence speaks of."""
    text = own_words(sentence)
    known = [_latest(context, one.id) for one in sentence.citations]
    if _AHEAD.search(text) or not known or not all(known):
        return
    days = [
        (one.date.value[:10], one.start, one.end)
        for one in dates_in(text)
        if one.date is not None and re.match(r"\d{4}", one.date.value) and one.type == "point"
    ]
    if not days:
        return
    held = {one for key in sentence.citations for one in support_dates(context.support.read(key.id, key.locator))}
    days = [one for one in days if one[0] not in held]
    if not days:
        return
    first, start, end = min(days)
    latest = max(known)
    if first > latest[: len(first)]:
        place = place_in(sentence, sentence.at + start)
        yield Hit(
            message="everything cited is older than what it is cited for", got=f"cited: of {latest}; told: {first}",
            expected="evidence from that day or later", sentence=sentence, start=place, end=place + end - start,
        )  # fmt: skip


def _latest(context: Context, one: str) -> str:
    """The last day on which what is cited can have been written; "" where that is not known."""
    record = context.evidence.index.get(one)
    if not isinstance(record, Statement | Item):
        return ""
    item = context.evidence.index.get(record.item) if isinstance(record, Statement) else record
    dates = [record.date] if isinstance(record, Statement) and record.date is not None else []
    dates += [item.published] if isinstance(item, Item) and item.published is not None else []
    found = max((_end(date) for date in dates), default="")
    if found or not isinstance(item, Item):
        return found
    return max((one.collected_at[:10] for one in item.collected), default="")


def _end(date: PartialDate) -> str:
    last = date.value.split("/")[-1][:10]
    return {4: f"{last}-12-31", 7: f"{last}-31"}.get(len(last), last)


def _cited_items(context: Context) -> Sequence[tuple[Item, tuple[Sentence, ...]]]:
    found: dict[str, tuple[Item, list[Sentence]]] = {}
    for sentence in context.manuscript.sentences:
        for one in context.cited(sentence):
            record = context.evidence.index.get(one)
            item = context.evidence.index.get(record.item) if isinstance(record, Statement) else record
            if isinstance(item, Item):
                found.setdefault(item.id, (item, []))[1].append(sentence)
    return [(item, tuple(sentences)) for item, sentences in found.values()]


def _ungraded(_: Context, subject: tuple[Item, tuple[Sentence, ...]]) -> Iterable[Hit]:
    item, sentences = subject
    if item.authenticity.strip():
        return
    called = next((one for one in sentences if one.kind == "fact" and _called_authentic(one)), None)
    handled = item.obtained != "open" and bool(_HANDLED.search(item.genre))
    if item.obtained in {"leaked", "seized"} or handled or called is not None:
        yield Hit(
            message=f"nobody graded whether {item.id} is authentic",
            got=f"{item.obtained} {item.genre}".strip() + (", called authentic" if called else ""),
            expected="a grade of its authenticity with reasons, on record", sentence=called or sentences[0],
        )  # fmt: skip


def _called_authentic(sentence: Sentence) -> bool:
    """The sentence calls what it cites authentic; one that tells how another thing was graded does not."""
    text = own_words(sentence)
    return bool(_AUTHENTIC.search(text)) and not _GRADING.search(text)


def _uncaptured(context: Context, subject: tuple[Item, tuple[Sentence, ...]]) -> Iterable[Hit]:
    item, sentences = subject
    online = [one for one in item.collected if one.address.startswith("http")]
    missing = [set(one.missing) for one in online]
    lacking = sorted(set.intersection(*missing)) if missing else []
    if lacking and not any(_NO_PICTURE.search(one.text) for one in context.manuscript.sentences):
        yield Hit(
            message=f"the capture of {item.id} lacks what is the minimum", got="; ".join(lacking),
            expected="address, source and full-page capture, or a word on their absence in the report",
            sentence=sentences[0],
        )  # fmt: skip


CHECKS: Final = (
    Check(
        code="WM109", name="pinpoint-missing", severity="W", scope="sentence", title="A long document without a place in it",
        explanation="An item of more than five pages or 12,000 characters (our own choice) is cited as a whole.",
        rule="methodology, Support: “long document without pinpoint W”", fix="Name the page, paragraph or line.",
        subjects=_whole_citations, run=_unpointed,
    ),
    Check(
        code="WM111", name="evidence-older", severity="W", scope="sentence", title="The evidence is older than the claim",
        explanation="Everything cited was written before the first day that the sentence speaks of. Plans and deadlines are left "
        "alone.",
        rule="methodology, Support: “evidence older than the claim it carries W”", fix="Cite evidence of that time.",
        subjects=_dated, run=_older,
    ),
    Check(
        code="WM310", name="authenticity-ungraded", severity="E", scope="document", title="Authenticity is not graded",
        explanation="A leaked or seized item, or a directive or internal document that was not public, is cited, or an item is "
        "called authentic, "
        "and no grade of its authenticity is on record.",
        rule="methodology, Two ladders: “for documents ‘highly likely to be authentic’”; “authenticity ungraded E”",
        fix="Grade it, with reasons.", subjects=_cited_items, run=_ungraded,
    ),
    Check(
        code="WM703", name="capture-minimum-missing", severity="E", scope="document",
        title="The capture lacks what is the minimum",
        explanation="Every copy of a cited online item lacks its address, its source or its full-page capture, and the report "
        "does not say so.",
        rule="methodology, Collection (Berkeley Protocol): “a–c are the minimum”; “capture minimum missing E”",
        fix="Capture it again, or say in the section on method what could not be captured.", subjects=_cited_items,
        run=_uncaptured,
    ),
)  # fmt: skip
