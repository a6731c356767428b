"""WM1xx support: is there any, and does it hold what the sentence says?"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from witnessmark.evidence.sources import Item
from witnessmark.evidence.statements import Statement
from witnessmark.manuscript.checks.contain import UNRELATED, missing_from
from witnessmark.manuscript.checks.contrast import contrasted
from witnessmark.manuscript.checks.needed import unlike_finding, unneeded
from witnessmark.manuscript.checks.scope import ASSERTING, claims_of, place_in, supported, supports_of
from witnessmark.manuscript.checks.strength import overstated
from witnessmark.manuscript.checks.turned import turned_round
from witnessmark.manuscript.checks.voices import previous, speaks_of_office
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.facts import dates_in, numbers_in
from witnessmark.manuscript.model import Sentence
from witnessmark.manuscript.registry import Check, Hit
from witnessmark.manuscript.sentences import bare_text
from witnessmark.manuscript.wording import ACT, tells_an_act
from witnessmark.manuscript.words import content_stems

_ASIDES: Final = frozenset({"heading", "cell", "analysis"})
_SILENT: Final = re.compile(
    r"(.{3,60}?) (?:did not|has not|had not|never) (?:repl(?:y|ied)|answer(?:ed)?|respond(?:ed)?)\b", re.IGNORECASE
)


#: A topic sentence is short.
_SHORT: Final = 16
_SHORTEST: Final = 8
#: A cell of so few words is a label of its row.
_LABEL: Final = 4
_SPECULATES: Final = re.compile(r"\b(?:may|might|could) have\b", re.IGNORECASE)
_COMMENT: Final = re.compile(
    r"(?:that|this|these|both|neither) (?:is|are|does|do|fits?|agrees?|differs?) ", re.IGNORECASE
)
_NO_MORE: Final = re.compile(
    r"^(?:it|he|she|they|the (?:other )?\w+)(?: \w+)? "
    r"(?:(?:does|do|did) not (?:mention|say|name|explain|deny|dispute|contest|tell|rest)"
    r"|(?:sent|gave|named|offered|attached|added) no(?:ne| )|(?:says?|said) nothing)\b",
    re.IGNORECASE,
)


def _needing(context: Context) -> Sequence[Sentence]:
    """Sentences of fact and attribution; and headings, cells and analysis that tell of an act as a sentence does."""
    return [
        sentence
        for sentence in context.manuscript.sentences
        if sentence.kind in ASSERTING
        or (sentence.kind in _ASIDES and tells_an_act(bare_text(context.manuscript, sentence)))
    ]


def _unsupported(context: Context, sentence: Sentence) -> Iterable[Hit]:
    if context.cited(sentence) or sentence.text.rstrip().endswith(":"):
        return
    text = bare_text(context.manuscript, sentence)
    block = context.manuscript.blocks[sentence.block]
    if block.kind == "note" and (sentence.kind != "fact" or not tells_an_act(text)):
        return
    if sentence.kind in _ASIDES and _told_elsewhere(context, text):
        return
    if speaks_of_office(context, sentence) or _did_not_answer(context, text):
        return
    if _SPECULATES.search(text) and _plain(sentence, text):
        return
    if (
        _comments(context, sentence, text)
        or _opens_paragraph(context, sentence, text)
        or _denies_more(context, sentence, text)
    ):
        return
    yield Hit(
        message="a factual sentence without support", got=f"{sentence.kind}: {sentence.reason}, no citation",
        expected="a citation such as [@S34] or [@E12, p. 7]", sentence=sentence,
    )  # fmt: skip


def _plain(sentence: Sentence, text: str) -> bool:
    """No figure, no day, no harm and no quotation: nothing that a reader would hold against somebody."""
    return not (sentence.quotations or ACT.search(text) or re.search(r"\d", text) or dates_in(text))


def _opens_paragraph(context: Context, sentence: Sentence, text: str) -> bool:
    """The first sentence of a paragraph, or a very short one, says what the next one, which cites, tells."""
    block = context.manuscript.blocks[sentence.block]
    if block.kind != "paragraph" or sentence.ordinal == block.sentences[-1]:
        return False
    if sentence.ordinal != block.sentences[0] and len(text.split()) > _SHORTEST:
        return False
    following = context.manuscript.sentences[sentence.ordinal + 1]
    if len(text.split()) > _SHORT or not following.citations or sentence.quotations or ACT.search(text):
        return False
    if _plain(sentence, text):
        return True
    borne = "\n".join([following.text, *(support.words for support in supports_of(context, following))])
    return set(re.findall(r"\d+", text)) <= set(re.findall(r"\d+", borne)) and not numbers_in(text)


def _comments(context: Context, sentence: Sentence, text: str) -> bool:
    """Behind a sentence that cites, a short word on it in the present: “That is a lower grade than the first.”."""
    before = previous(context, sentence)
    return (
        before is not None and bool(before.citations) and bool(_COMMENT.match(text)) and _plain(sentence, text)
        and len(text.split()) <= _SHORT
    )  # fmt: skip


def _denies_more(context: Context, sentence: Sentence, text: str) -> bool:
    """Behind a sentence that cites, what else its source did not say or send: “It does not say which one.”."""
    before = previous(context, sentence)
    return (
        before is not None and bool(_NO_MORE.match(text)) and _plain(sentence, text)
        and bool(before.citations or _denies_more(context, before, bare_text(context.manuscript, before)))
    )  # fmt: skip


def _told_elsewhere(context: Context, text: str) -> bool:
    """A heading, cell or analysis may tell again what one supported sentence tells: half of its words stand there."""
    stems = set(content_stems(text))
    told = context.shared.get("told")
    if told is None:
        told = [set(content_stems(one.text)) for one in supported(context) if one.kind in ASSERTING or one.divs]
        context.shared["told"] = told
    return any(2 * len(stems & other) >= len(stems) for other in told)


def _did_not_answer(context: Context, text: str) -> bool:
    """Tell whether "the police did not answer" stands in the record of the letter for comment to the one named."""
    match = _SILENT.match(text)
    if match is None:
        return False
    said = set(content_stems(match[1]))
    for request in context.evidence.reply_requests:
        answers = [one for one in context.evidence.replies if one.request == request.id]
        silent = all(set(one.outcomes.values()) <= {"no response by deadline", "unreachable"} for one in answers)
        name = getattr(context.evidence.index.get(request.to), "name", "")
        if request.sent and silent and said and said <= set(content_stems(name)):
            return True
    return False


def _row_cites(context: Context, sentence: Sentence) -> bool:
    """A cell is compared with what its own row cites; a heading cell, or a row without citations, with nothing."""
    rows = context.manuscript.blocks[sentence.block].rows
    return any(
        cell.groups for row in rows for cell in row if any(one.start == sentence.source_span.start for one in row)
    )


def _contained(context: Context, sentence: Sentence) -> Iterable[Hit]:
    if sentence.kind == "recommendation" or (sentence.kind == "cell" and not _row_cites(context, sentence)):
        return
    for support in supports_of(context, sentence):
        if support.problem and support.records:
            yield Hit(
                message=f"{support.id} {support.problem}", got=support.problem,
                expected="a place that the item has", sentence=sentence,
            )  # fmt: skip
    for claim in claims_of(context, sentence):
        known = [support for support in claim.supports if support.records]
        if not known:
            continue
        misses = [*missing_from(context, claim), *overstated(context, claim)]
        misses += [*unneeded(context, claim), *unlike_finding(context, claim), *contrasted(context, claim)]
        if sentence.kind == "cell" and len(sentence.text.split()) <= _LABEL:
            misses = [miss for miss in misses if miss.message != UNRELATED]
        misses += turned_round(claim) if sentence.kind in ASSERTING | {"cell"} else ()
        for miss in misses:
            start = place_in(sentence, claim.start + miss.at)
            if claim.withheld:
                yield Hit(
                    message=f"cannot be compared: the snapshot withholds {'; '.join(claim.withheld)}", got=miss.got,
                    expected=miss.expected, sentence=sentence, start=start, end=start + miss.length, status="unchecked",
                )  # fmt: skip
            else:
                yield Hit(
                    message=miss.message, got=miss.got, expected=miss.expected, sentence=sentence, start=start,
                    end=start + miss.length,
                )  # fmt: skip
        if claim.withheld and not misses:
            yield Hit(
                message=f"not fully compared: the snapshot withholds {'; '.join(claim.withheld)}", sentence=sentence,
                status="unchecked",
            )  # fmt: skip


def _cited_records(context: Context) -> Sequence[tuple[Sentence, str]]:
    seen: dict[str, tuple[Sentence, str]] = {}
    for sentence in supported(context):
        for one in context.cited(sentence):
            seen.setdefault(one, (sentence, one))
    return list(seen.values())


def _captured(context: Context, subject: tuple[Sentence, str]) -> Iterable[Hit]:
    sentence, one = subject
    record = context.evidence.index.get(one)
    item = context.evidence.index.get(record.item) if isinstance(record, Statement) else record
    if isinstance(record, Statement) and not isinstance(item, Item):
        yield _empty(sentence, f"{one} stands in {record.item}, which is not in the evidence", "a captured item")
    if isinstance(item, Item):
        yield from _item_captured(context, sentence, one, item)
    if isinstance(record, Statement):
        yield from _passage_captured(context, sentence, record)


def _item_captured(context: Context, sentence: Sentence, one: str, item: Item) -> Iterable[Hit]:
    if item.suspect:
        yield _empty(
            sentence, f"{one} cites {item.id}, whose capture is suspect: {item.suspect}", "a capture with the words"
        )
        return
    texts = context.support.texts_of(item.id)
    reads = item.media_type.startswith("text/") or item.media_type in _READ
    held = [text for text in texts if text.withheld]
    if reads and not any(text.content.strip() for text in texts):
        if held or (context.evidence.public and item.disclosure != "public"):
            yield Hit(message=f"{item.id} is withheld from this snapshot", sentence=sentence, status="unchecked")
        else:
            yield _empty(sentence, f"the capture of {item.id} holds no words", "a capture that holds the words cited")


def _passage_captured(context: Context, sentence: Sentence, statement: Statement) -> Iterable[Hit]:
    passage = statement.passage
    text = context.evidence.index.get(passage.text)
    if text is None or statement.withheld or text.withheld:
        yield Hit(message=f"the text of {statement.id} is not in this snapshot", sentence=sentence, status="unchecked")
    elif text.content[passage.start : passage.end] != passage.quote:
        yield Hit(
            message=f"the capture does not hold the words of {statement.id} where they were confirmed",
            got=text.content[passage.start : passage.end][:80], expected=passage.quote[:80], sentence=sentence,
        )  # fmt: skip


def _empty(sentence: Sentence, got: str, expected: str) -> Hit:
    return Hit(message="the capture cited holds nothing to cite", got=got, expected=expected, sentence=sentence)


_READ: Final = frozenset(
    {
        "application/pdf", "application/xhtml+xml", "application/xml", "message/rfc822", "application/json",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }
)  # fmt: skip
CHECKS: Final = (
    Check(
        code="WM101", name="unsupported-sentence", severity="B", scope="sentence", title="A factual sentence without support",
        explanation="Every sentence that asserts a fact, or says that somebody said something, cites the statement or item it "
        "rests on. A group after the final stop belongs to that sentence; a sentence inside a finding rests on the "
        "finding. Definitions, recommendations, sentences on the report itself and analysis need none; nor do headings, "
        "cells and analysis, unless they tell of an act that no supported sentence tells: "
        "put what weighs and concludes into ::: analysis, so that a reader sees it.",
        rule="methodology, rule 9, and Support: “factual sentence without support B”",
        fix="Cite what it rests on, or mark it as analysis.", subjects=_needing, run=_unsupported,
    ),
    Check(
        code="WM102", name="support-does-not-contain", severity="B", scope="sentence",
        title="The cited passage does not hold what the sentence says",
        explanation="The names, dates, weekdays and numbers of a sentence must stand in what it cites: the paragraph of a "
        "cited statement with the record's speaker, date and item; the segment that a locator names; or the whole text of an "
        "item cited without one. Names are also looked for in every form and script that the evidence knows; numbers also as "
        "words; a date may be less exact than the source, never more. A sum of parts of one source and a percentage of its "
        "numbers may be derived. A “not”, “may”, “alleged”, “up to” of the passage must not be lost, and the "
        "verb must not be stronger than the record's.",
        rule="methodology, Support: “cited passage lacks the sentence's names, dates, numbers B”; rule 4",
        fix="Correct the sentence, or cite the passage that holds it.", subjects=supported, run=_contained,
    ),
    Check(
        code="WM108", name="capture-empty", severity="E", scope="document", title="The capture holds nothing to cite",
        explanation="A capture can exist and hold nothing: a login wall, a consent page, an empty page. A cited item must not "
        "be marked suspect, must hold text if it is of a kind that is read, and a cited statement's words must still "
        "stand where they were confirmed.",
        rule="methodology, Collection: “check that the captured bytes contain the words that are cited”",
        fix="Capture the page again, or cite another item.", subjects=_cited_records, run=_captured,
    ),
)  # fmt: skip
