"""Signing a manuscript line by line: a second person reads each sentence against its evidence (methodology, rule 9)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from django.db import transaction

from witnessmark.casefile.errors import JudgementError
from witnessmark.casefile.records import Review
from witnessmark.casefile.services.custody_write import commit_hidden, record_event, sign_head
from witnessmark.casefile.services.history_write import remember
from witnessmark.casefile.services.record_write import fresh_id
from witnessmark.casefile.services.snapshot_read import snapshot
from witnessmark.casefile.session import Session
from witnessmark.evidence.findings import Review as ReviewValue
from witnessmark.evidence.findings import Verdict
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.digests import evidence_digest
from witnessmark.manuscript.model import Sentence
from witnessmark.manuscript.parse import parse

#: Kinds of sentence that are signed; headings, advice and words on method stand on none.
SIGNED = frozenset({"fact", "attribution", "caption", "analysis"})


@dataclass(frozen=True)
class Signature:
    """What one person says of the sentences that they read: who, the verdict, why."""

    by: str
    verdict: Verdict
    reason: str = ""


def sign(
    session: Session, source: str, name: str, said: Signature, *, paragraphs: Sequence[int] = (), words: str = ""
) -> tuple[ReviewValue, ...]:
    """Record a sign-off of each sentence in these paragraphs, or that holds these words, or of all; return them.

    Each is bound to the digests of the sentence and of the evidence it cites. Signing the same again records nothing. Raises
    `JudgementError` when nothing is meant, or a query or refusal gives no reason.
    """
    if said.verdict != "signed" and not said.reason.strip():
        raise JudgementError(
            f"a sentence is not {said.verdict} without a reason", where=name, expected="the reason in words"
        )
    manuscript = parse(source, name=name)
    context = Context(manuscript, snapshot(session))
    meant = [one for one in manuscript.sentences if one.kind in SIGNED and _meant(one, paragraphs, words)]
    if not meant:
        raise JudgementError(
            "no such sentence", where=name, got=f"paragraphs {list(paragraphs)}, words {words!r}",
            expected="paragraphs as the report numbers them, or words of a sentence of fact, attribution, analysis or caption",
        )  # fmt: skip
    known = {(one.sentence_sha256, one.evidence_sha256, one.by): one.verdict for one in context.evidence.reviews}
    with transaction.atomic():
        made = [
            _record(session, value)
            for one in meant
            if (value := _value(session, context, one, said, known)) is not None
        ]
        if made:
            record_event(
                session,
                "reviewed",
                actor=said.by,
                manuscript=commit_hidden(session, "manuscript", bytes.fromhex(manuscript.sha256)),
            )
            sign_head(session)
    return tuple(made)


def _meant(sentence: Sentence, paragraphs: Sequence[int], words: str) -> bool:
    return (not paragraphs or sentence.paragraph in paragraphs) and words in sentence.text


def _value(
    session: Session, context: Context, sentence: Sentence, said: Signature, known: Mapping[tuple[str, str, str], str]
) -> ReviewValue | None:
    """Return the sign-off, still without its id, or None where the same person said the same before."""
    digest = evidence_digest(context.evidence, context.cited(sentence))
    if known.get((sentence.sha256, digest, said.by)) == said.verdict:
        return None
    return ReviewValue(
        id="", sentence_sha256=sentence.sha256, evidence_sha256=digest, by=said.by, at=session.now(), verdict=said.verdict,
        reason=said.reason, manuscript=PurePath(context.manuscript.name).name, sentence=sentence.text,
        paragraph=sentence.paragraph,
    )  # fmt: skip


def _record(session: Session, value: ReviewValue) -> ReviewValue:
    number, human_id = fresh_id(session, "review")
    record = Review(investigation=session.investigation, number=number).take(value)
    record.save(force_insert=True)
    told = {"verdict": value.verdict, "sentence_sha256": value.sentence_sha256}
    remember(session, "sign", human_id, after=told, reason=value.reason, actor=value.by)
    signed: ReviewValue = record.to_struct()
    return signed
