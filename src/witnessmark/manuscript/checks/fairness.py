"""WM5xx fairness: whoever an allegation is against was asked."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from witnessmark.evidence.findings import Finding, ReplyRequest
from witnessmark.evidence.statements import Allegation
from witnessmark.language.dates import find_dates
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.model import Sentence
from witnessmark.manuscript.registry import Check, Hit
from witnessmark.weighing.origins import above, name_of, party_of

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


def carried_allegations(context: Context) -> Sequence[tuple[Sentence, Allegation, str]]:
    """Every allegation that the report carries, per addressee, with the first sentence that carries it."""
    by_statement: dict[str, list[str]] = {}
    for stance in context.evidence.stances:
        if stance.stance in {"asserts", "reports"}:
            by_statement.setdefault(stance.statement, []).append(stance.allegation)
    first: dict[tuple[str, str], tuple[Sentence, Allegation, str]] = {}
    for sentence in context.manuscript.sentences:
        for allegation in _allegations(context, sentence, by_statement):
            for addressee in allegation.against:
                first.setdefault((allegation.id, addressee), (sentence, allegation, addressee))
    return list(first.values())


def _allegations(context: Context, sentence: Sentence, by_statement: dict[str, list[str]]) -> list[Allegation]:
    ids: list[str] = []
    div = context.manuscript.div(sentence, "finding")
    for one in (*context.cited(sentence), *((div.ref,) if div is not None else ())):
        record = context.evidence.index.get(one)
        ids += [one] if isinstance(record, Allegation) else []
        ids += by_statement.get(one, [])
        if isinstance(record, Finding):
            ids += record.allegations
            ids += [allegation for other in record.rests_on for allegation in by_statement.get(other, [])]
    found = (context.evidence.index.get(one) for one in dict.fromkeys(ids))
    return [one for one in found if isinstance(one, Allegation)]


def _unasked(context: Context, subject: tuple[Sentence, Allegation, str]) -> Iterable[Hit]:
    sentence, allegation, addressee = subject
    requests = [one for one in context.evidence.reply_requests if allegation.id in one.allegations]
    put = [one for one in requests if _same_side(context, one.to, addressee)]
    latest = _latest(context)
    if any(_sent(one, latest) or one.not_contacted.strip() for one in put):
        return
    late = any(one.sent.strip() for one in put)
    got = (
        "a letter sent after the date of the report"
        if late
        else "a letter that was never sent"
        if put
        else "no letter for comment"
    )
    if requests and not put:
        got += f" (only to {', '.join(name_of(context.evidence, one.to) for one in requests)})"
    yield Hit(
        message=f"{allegation.id} was not put to {name_of(context.evidence, addressee)}", got=got,
        expected="a reply request that was sent, or a signed reason for not asking", sentence=sentence,
    )  # fmt: skip


def _latest(context: Context) -> str:
    """Return the day until which a letter counts: the report's date or that of the snapshot, whichever is later.

    A snapshot that is older than every letter in it was taken by another clock: then "", no letter is called late.
    """
    taken = context.evidence.taken_at[:10]
    if taken and all(one.sent[:10] > taken for one in context.evidence.reply_requests if one.sent):
        return ""
    mentions = find_dates(context.manuscript.meta.get("date", ""), anchor=None)
    days = [*(one.date.value for one in mentions if one.date), context.evidence.taken_at]
    return max((day[:10] for day in days if _DAY.match(day)), default="")


def _sent(request: ReplyRequest, latest: str) -> bool:
    """A letter counts when it went out in time; a day that cannot be read is a person's to judge."""
    sent = request.sent.strip()
    return bool(sent) and not (latest and _DAY.match(sent) and sent[:10] > latest)


def _same_side(context: Context, asked: str, addressee: str) -> bool:
    """Asked was the addressee itself, a body above or below it, one of the same name, or one that speaks for its side."""
    evidence = context.evidence
    if asked == addressee or addressee in above(evidence, asked) or asked in above(evidence, addressee):
        return True
    mine, theirs = evidence.index.get(asked), evidence.index.get(addressee)
    if mine is None or theirs is None:
        return False
    names = {party_of(evidence, asked).casefold(), mine.name.casefold()}
    return bool(names & {party_of(evidence, addressee).casefold(), theirs.name.casefold()})


CHECKS: Final = (
    Check(
        code="WM503", name="no-reply-offered", severity="B", scope="document",
        title="An allegation was not put to whom it is against",
        explanation="For each allegation that the report carries, by a finding or a cited statement that makes it, and for each "
        "addressee, a reply request that was sent must be on record, or the reason why nobody was asked.",
        rule="methodology, rule 8, and Fairness: “no reply offered B”", fix="Send the letter for comment and record it.",
        subjects=carried_allegations, run=_unasked,
    ),
)  # fmt: skip
