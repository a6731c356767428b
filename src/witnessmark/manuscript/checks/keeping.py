"""WM7xx custody: stored bytes, the chain of hands, altered media, translations and machine-written text."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Final

from witnessmark.evidence.snapshot import Evidence
from witnessmark.evidence.sources import Handover, Item
from witnessmark.evidence.statements import Statement
from witnessmark.evidence.text import Text
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.model import Image, Manuscript, Sentence
from witnessmark.manuscript.registry import Check, Hit

_LABELLED: Final = re.compile(
    r"\b(?:edited|altered|generated|synthetic|montage|manipulated|doctored|retouched|cropped|blurred|composite|enhanced|"
    r"artificial intelligence|AI|not authentic|fabricated|staged|recreated|reconstruction)\b",
    re.IGNORECASE,
)


def _items(context: Context) -> Sequence[tuple[Item, Sentence]]:
    """Every item that the report rests on or shows, with the first sentence that does."""
    first: dict[str, tuple[Item, Sentence]] = {}
    for sentence in context.manuscript.sentences:
        shown = [part.target for part in sentence.inlines if isinstance(part, Image)]
        for one in (*context.cited(sentence), *shown):
            record = context.evidence.index.get(one)
            item = context.evidence.index.get(getattr(record, "item", ""), record)
            if isinstance(item, Item):
                first.setdefault(item.id, (item, sentence))
    return list(first.values())


def cited_items(manuscript: Manuscript, evidence: Evidence) -> tuple[str, ...]:
    """Return the ids of the items that a manuscript rests on or shows."""
    return tuple(item.id for item, _ in _items(Context(manuscript, evidence)))


def _intact(context: Context, subject: tuple[Item, Sentence]) -> Iterable[Hit]:
    item, sentence = subject
    if item.integrity in {"differs", "missing"}:
        got = (
            "the stored bytes are others than were captured"
            if item.integrity == "differs"
            else "the stored bytes are gone"
        )
        yield Hit(
            message=f"{item.id} is not what was captured",
            got=got,
            expected="the bytes whose digest is in the custody log",
            sentence=sentence,
        )
    elif not item.integrity and not context.evidence.public:
        yield Hit(message=f"the stored bytes of {item.id} were not looked at", sentence=sentence, status="unchecked")


def _unbroken(context: Context, subject: tuple[Item, Sentence]) -> Iterable[Hit]:
    item, sentence = subject
    faults = [*item.custody_faults, *_gaps(item.handovers)]
    if not item.collected and not context.evidence.public:
        faults.append("no collection record")
    if faults:
        yield Hit(
            message=f"the custody of {item.id} has a gap",
            got="; ".join(faults),
            expected="each holder takes it from the one before",
            sentence=sentence,
        )


def _gaps(handovers: tuple[Handover, ...]) -> list[str]:
    gaps = []
    for one, other in pairwise(handovers):
        if one.taker.strip().casefold() != other.giver.strip().casefold():
            gaps.append(f"{one.taker} took it, {other.giver} gave it on")
        times = _moment(one.at), _moment(other.at)
        if times[0] is None or times[1] is None:
            gaps.append(f"{one.at} and {other.at} are no times with offset")
        elif times[1] < times[0]:
            gaps.append(f"{other.at} lies before {one.at}")
    return gaps


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _altered(context: Context) -> Sequence[tuple[Item, Sentence]]:
    """Every mention of an item that was edited or generated before it came in."""
    found = []
    for sentence in context.manuscript.sentences:
        shown = [part.target for part in sentence.inlines if isinstance(part, Image)]
        for one in dict.fromkeys((*context.cited(sentence), *shown)):
            item = context.evidence.index.get(one)
            if isinstance(item, Item) and item.alteration in {"edited", "generated"}:
                found.append((item, sentence))
    return found


def _unlabelled(context: Context, subject: tuple[Item, Sentence]) -> Iterable[Hit]:
    item, sentence = subject
    if not _LABELLED.search(context.manuscript.blocks[sentence.block].text + " " + sentence.text):
        yield Hit(message=f"{item.id} was {item.alteration} and the report does not say so", got=sentence.text[:80],
                  expected=f"the word “{item.alteration}” beside it", sentence=sentence)  # fmt: skip


def _translated(context: Context) -> Sequence[tuple[Text, Sentence]]:
    """Every statement whose words stand in a translation or transcription that nobody vouches for, or that has none."""
    found = []
    for sentence in context.manuscript.sentences:
        for one in context.cited(sentence):
            record = context.evidence.index.get(one)
            text = context.evidence.index.get(record.passage.text) if isinstance(record, Statement) else None
            if not isinstance(text, Text):
                continue
            told = text.kind in {"translation", "transcription"} and not text.attested_by
            foreign = bool(text.content and text.language) and not text.language.startswith("en")
            if told or (foreign and not _vouched(context, text)):
                found.append((text, sentence))
    return found


def _vouched(context: Context, text: Text) -> bool:
    """Whether a person attested a translation of the item that the text is of."""
    return any(
        one.kind == "translation" and (one.attested_by or one.withheld) for one in context.support.texts_of(text.item)
    )


def _unattested(_: Context, subject: tuple[Text, Sentence]) -> Iterable[Hit]:
    text, sentence = subject
    told = text.kind in {"translation", "transcription"}
    message = (
        f"a {text.kind} that nobody vouches for"
        if told
        else "a passage in another language without an attested translation"
    )
    yield Hit(message=message, got=f"{text.id}, made by {text.tool.name}",
              expected="a person's attestation",
              sentence=sentence)  # fmt: skip


def _machine(context: Context) -> Sequence[Sentence]:
    return [one for one in context.manuscript.sentences if context.manuscript.div(one, "machine") is not None]


def _unaccepted(context: Context, sentence: Sentence) -> Iterable[Hit]:
    div = context.manuscript.div(sentence, "machine")
    accepted = div.attributes.get("accepted", "").strip() if div is not None else ""
    if not accepted:
        yield Hit(
            message="machine-written text that nobody accepted",
            got=sentence.text[:80],
            expected="accepted=NAME on the div",
            sentence=sentence,
        )
    elif sentence.kind in {"fact", "attribution"} and not context.cited(sentence):
        yield Hit(
            message="machine-written text without support",
            got=sentence.text[:80],
            expected="a citation that a person checked",
            sentence=sentence,
        )


CHECKS: Final = (
    Check(
        code="WM701", name="hash-mismatch", severity="B", scope="document", title="Stored bytes are not those captured",
        explanation="The stored original of each item on which the report rests is read again and compared with the digest "
        "that was taken "
        "when it came in.",
        rule="methodology, rule 7, and Custody: “hash mismatch B”", fix="Restore the original from a backup.", subjects=_items,
        run=_intact,
    ),
    Check(
        code="WM702", name="custody-gap", severity="E", scope="document", title="A gap in the custody of an item",
        explanation="Who took a thing gives it on, in the order of time; every item has a collection record and an entry in "
        "the custody log.",
        rule="methodology, Collection: “Custody log: chronological”; “custody gap E”",
        fix="Record the missing step (judgement `hand_over`).",
        subjects=_items, run=_unbroken,
    ),
    Check(
        code="WM704", name="altered-media-unlabelled", severity="E", scope="paragraph",
        title="Edited or generated media without a label",
        explanation="Where an item recorded as edited or generated is cited or shown, its sentence, caption or paragraph says "
        "so.",
        rule="methodology, Custody: “edited or generated media unlabelled E”", fix="Say how it was altered.",
        subjects=_altered, run=_unlabelled,
    ),
    Check(
        code="WM705", name="unverified-translation", severity="W", scope="sentence",
        title="A translation that nobody vouches for",
        explanation="A cited statement's words stand in a translation or transcription without a person's attestation, or in "
        "another language without an attested translation.",
        rule="methodology, Custody: “unverified translation W”", fix="Have it attested (judgement `attest`).",
        subjects=_translated, run=_unattested,
    ),
    Check(
        code="WM706", name="machine-text-unsupported", severity="B", scope="sentence",
        title="Machine-written text without accepted support",
        explanation="Text that a machine drafted stands in ::: {.machine tool=… accepted=NAME}: a named person accepted it, "
        "and what it states "
        "cites like any other sentence.",
        rule="methodology, Custody: “machine-written text without accepted support B”", fix="Have a person check and accept it.",
        subjects=_machine, run=_unaccepted,
    ),
)  # fmt: skip
