"""WM5xx fairness: whoever an allegation is against was asked."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from witnessmark.evidence.findings import Finding, ReplyRequest
from witnessmark.evidence.statements import Allegation
from witnessmark.language.dates import find_dates
from witnessmark.manuscript.checks.scope import document
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.facts import values_in
from witnessmark.manuscript.model import Sentence
from witnessmark.manuscript.registry import Check, Hit
from witnessmark.weighing.origins import above, name_of, party_of, source_of

#: A text of more characters is the letter itself, a shorter one says what was sent.
_LETTER: Final = 400
#: From so many tellers on, their choice is asked about.
_FEW: Final = 5
_FOUND: Final = re.compile(
    r"\b(?:sampl\w+|chosen|selected|convenience|referred|introduced|volunteer\w*|one side|one-sided|other side|"
    r"not representative|no access|denied access|refused (?:access|to meet|to speak)|"
    r"could not (?:speak|interview|meet|reach|visit)|snowball|"
    r"(?:was|were) found through|biased?|all sides|both sides)\b",
    re.IGNORECASE,
)
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
    if _asked_otherwise(context, allegation, addressee):
        return
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


def _asked_otherwise(context: Context, allegation: Allegation, addressee: str) -> list[ReplyRequest]:
    """Letters that went to the addressee's side in time when none of them holds this allegation: then WM505 speaks."""
    latest = _latest(context)
    side = [one for one in context.evidence.reply_requests if _same_side(context, one.to, addressee)]
    if any(allegation.id in one.allegations for one in side):
        return []
    return [one for one in side if _sent(one, latest)]


def _unput(context: Context, subject: tuple[Sentence, Allegation, str]) -> Iterable[Hit]:
    """The addressee was written to, and this allegation, or its figures, are not in the letter."""
    sentence, allegation, addressee = subject
    others = _asked_otherwise(context, allegation, addressee)
    if others:
        yield Hit(
            message=f"{allegation.id} is in no letter to {name_of(context.evidence, addressee)}",
            got=f"{', '.join(one.id for one in others)} put other allegations",
            expected=f"a letter that puts: {allegation.text}"[:160],
            sentence=sentence,
        )  # fmt: skip
        return
    for one in context.evidence.reply_requests:
        if allegation.id in one.allegations and len(one.text) > _LETTER and _same_side(context, one.to, addressee):
            lacking = sorted(values_in(allegation.text) - values_in(one.text))
            if lacking:
                yield Hit(
                    message=f"the letter {one.id} does not put {allegation.id} as the report carries it",
                    got=f"without {', '.join(f'{value:,g}' for value in lacking)}", expected=allegation.text[:160],
                    sentence=sentence,
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
    """Asked was the addressee itself, a body above or below it, one of the same name, or one that speaks for it.

    A ministry speaks for its State; it does not speak for another body of the same State.
    """
    evidence = context.evidence
    if asked == addressee or addressee in above(evidence, asked) or asked in above(evidence, addressee):
        return True
    mine, theirs = evidence.index.get(asked), evidence.index.get(addressee)
    if mine is None or theirs is None:
        return False
    speaks_for = {mine.name.casefold(), party_of(evidence, asked).casefold()}
    return theirs.name.casefold() in speaks_for or party_of(evidence, addressee).casefold() == mine.name.casefold()


def _one_sided(context: Context, _subject: Context) -> Iterable[Hit]:
    """Who told what is cited, by side; an accused side that is cited nowhere, and no word on how people were found."""
    evidence = context.evidence
    tellers: dict[str, str] = {}
    sides: set[str] = set()
    for sentence in context.manuscript.sentences:
        for one in context.cited(sentence):
            source = source_of(evidence, one)
            if source is not None:
                sides.add(party_of(evidence, source.id).casefold())
            if source is not None and source.kind == "person":
                tellers[source.id] = party_of(evidence, source.id).casefold() if _has_party(context, source.id) else ""
    accused = {one for _, allegation, _ in carried_allegations(context) for one in allegation.against}
    theirs = {party_of(evidence, one).casefold() for one in accused}
    one_party = len(tellers) >= _FEW and len(set(tellers.values())) == 1 and "" not in tellers.values()
    unheard = len(tellers) >= _FEW and theirs and not theirs & sides
    if (one_party or unheard) and not any(
        _FOUND.search(one.text) for one in context.manuscript.sentences if one.kind in {"method", "fact"}
    ):
        yield Hit(
            message="one side only was heard, and the report does not say so",
            got=f"{len(tellers)} persons, "
            + ("all of one party" if one_party else "none of the side accused, and nothing of it cited"),
            expected="how people were found and who could not be heard, in the section on method",
        )  # fmt: skip


def _has_party(context: Context, source: str) -> bool:
    return any(
        getattr(context.evidence.index.get(one), "party", "") for one in (source, *above(context.evidence, source))
    )


CHECKS: Final = (
    Check(
        code="WM503", name="no-reply-offered", severity="B", scope="document",
        title="Who an allegation is against was not asked",
        explanation="For each allegation that the report carries, by a finding or a cited statement that makes it, and for each "
        "addressee, a reply request that was sent must be on record, or the reason why nobody was asked.",
        rule="methodology, rule 8, and Fairness: “no reply offered B”", fix="Send the letter for comment and record it.",
        subjects=carried_allegations, run=_unasked,
    ),
    Check(
        code="WM505", name="allegation-not-put", severity="B", scope="document",
        title="A letter went out without this allegation",
        explanation="The addressee was written to, but the allegation that the report carries is in none of the letters, or the "
        "letter's text lacks figures of it: added after the letter, or never put.",
        rule="methodology, rule 8, and Reply: “the allegations against the addressee”; “allegation not put B”",
        fix="Put it to the addressee, with time to answer.", subjects=carried_allegations, run=_unput,
    ),
    Check(
        code="WM509", name="one-sided-sampling", severity="W", scope="document",
        title="One side only was heard, and it is not said",
        explanation="Five or more persons (our own choice) told what the report cites, all of one party or none of them from the "
        "side that is accused, nothing of that side is cited either, and the section on method does not say how they "
        "were found.",
        rule="methodology, Fairness: “one-sided sampling undisclosed W”",
        fix="Say how people were found, and who could not be heard.", subjects=document, run=_one_sided,
    ),
)  # fmt: skip
