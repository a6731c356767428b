"""WM5xx fairness: what speaks against, open conflicts, letters in time, replies carried, corrections made."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from witnessmark.evidence.findings import Correction, Finding, Reply, ReplyRequest
from witnessmark.evidence.statements import Conflict, Statement
from witnessmark.manuscript.checks.certainty import finding_divs
from witnessmark.manuscript.checks.fairness import carried_allegations
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.model import Div, Sentence
from witnessmark.manuscript.registry import Check, Hit
from witnessmark.weighing.origins import name_of, party_of

#: Fewest days between a letter and its deadline. Our own choice: a week is what a small office needs to answer.
MINIMUM_DAYS: Final = 7
_LATE: Final = re.compile(
    r"\b(?:late|after the deadline|after it had (?:expired|passed)|past the deadline|belated\w*|days? "
    r"after)\b",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(
    r"\b(?:repl(?:y|ied|ies)|answer(?:s|ed)?|respon(?:se|ded))\b[^.;]{0,40}\b(?:after|past) the "
    r"deadline|\breplied late\b",
    re.IGNORECASE,
)
_SILENT: Final = re.compile(
    r"\b(?:(?:did|has|had|have) not (?:yet )?(?:repl(?:y|ied)|answer(?:ed)?|respond(?:ed)?|comment(?:ed)?)(?! (?:on|about|as "
    r"to|to (?:the|that|this) (?:question|point|allegation)))|no (?:reply|answer|"
    r"response|comment)s?|"
    r"never (?:replied|answered|responded)|without (?:a |any )?(?:reply|answer|response)|unanswered|silent)\b",
    re.IGNORECASE,
)


def _cited(context: Context) -> frozenset[str]:
    """Every id that the manuscript cites, with the items that cited statements stand in."""
    if "all cited" not in context.shared:
        ids = {one for sentence in context.manuscript.sentences for one in context.cited(sentence)}
        ids |= {citation.id for citation in context.manuscript.citations}
        context.shared["all cited"] = frozenset(ids)
    cited: frozenset[str] = context.shared["all cited"]
    return cited


def _items_cited(context: Context) -> frozenset[str]:
    records = (context.evidence.index.get(one) for one in _cited(context))
    return frozenset(getattr(record, "item", getattr(record, "id", "")) for record in records)


def _uncontrary(context: Context, subject: tuple[Div, Finding, tuple[Sentence, ...]]) -> Iterable[Hit]:
    _, finding, sentences = subject
    against = [one for one in finding.against if one in context.evidence.index]
    missing = [one for one in against if one not in _cited(context) and not _told_otherwise(context, one)]
    if missing:
        yield Hit(
            message=f"what speaks against {finding.id} is not in the report",
            got=", ".join(missing) + " not cited",
            expected="contrary evidence beside the finding",
            sentence=sentences[0],
        )
    for allegation in finding.allegations:
        taken = (one for one in context.evidence.stances if one.allegation == allegation)
        denials = [one.statement for one in taken if one.stance in {"denies", "qualifies"}]
        items = {getattr(context.evidence.index.get(one), "item", "") for one in denials}
        if denials and not set(denials) & _cited(context) and not items & _items_cited(context):
            yield Hit(
                message=f"denials of {allegation} are not in the report",
                got=", ".join(denials) + " not cited",
                expected="the denial beside the finding",
                sentence=sentences[0],
            )


def _told_otherwise(context: Context, one: str) -> bool:
    """Whether the same party, or another passage of the same item, is cited with a denial: then it is not hidden."""
    record = context.evidence.index.get(one)
    if not isinstance(record, Statement):
        return False
    if "contradicting" not in context.shared:
        taken = (stance for stance in context.evidence.stances if stance.stance in {"denies", "qualifies"})
        context.shared["contradicting"] = {stance.statement for stance in taken}
    party = party_of(context.evidence, record.speaker) if record.speaker else ""
    cited = (context.evidence.index.get(other) for other in _cited(context))
    return any(
        other.item == record.item or (other.speaker and party_of(context.evidence, other.speaker) == party)
        for other in cited
        if isinstance(other, Statement) and (other.polarity == "deny" or other.id in context.shared["contradicting"])
    )


def _conflicts(context: Context) -> Sequence[Conflict]:
    return [
        one
        for one in context.evidence.conflicts
        if len(set(one.between) & (_cited(context) | _items_cited(context))) > 1
    ]


def _unresolved(_: Context, conflict: Conflict) -> Iterable[Hit]:
    if not conflict.weighed.strip():
        yield Hit(
            message=f"an open conflict of {conflict.kind}: {conflict.id}",
            got=", ".join(conflict.between),
            expected="how it was weighed, on record and in the report",
        )


def _requests(context: Context) -> Sequence[ReplyRequest]:
    return [one for one in context.evidence.reply_requests if one.sent]


def _days(a: str, b: str) -> float | None:
    try:
        return (datetime.fromisoformat(b) - datetime.fromisoformat(a)).total_seconds() / 86400
    except (ValueError, TypeError):
        return None


def _short(context: Context, request: ReplyRequest) -> Iterable[Hit]:
    due = request.extended_to or request.due
    if not due:
        yield Hit(
            message=f"{request.id} gives no deadline", got=f"sent {request.sent}", expected="a deadline with zone"
        )
        return
    days = _days(request.sent, due)
    if days is None:
        yield Hit(
            message=f"the times of {request.id} cannot be compared",
            got=f"sent {request.sent}, due {due}",
            expected="two times with offset",
        )
    elif days < MINIMUM_DAYS:
        yield Hit(
            message=f"{request.id} to {name_of(context.evidence, request.to)} leaves too little time",
            got=f"{days:.1f} days",
            expected=f"{MINIMUM_DAYS} days or more",
        )


def _replies(context: Context) -> Sequence[Reply]:
    return [one for one in context.evidence.replies if (one.received or one.item) and not _says_nothing(one)]


def _uncarried(context: Context, reply: Reply) -> Iterable[Hit]:
    """A report that carries an allegation carries what was answered to it."""
    if "allegations carried" not in context.shared:
        context.shared["allegations carried"] = {one.id for _, one, _ in carried_allegations(context)}
    if not context.shared["allegations carried"] & {*reply.outcomes, *(point.allegation for point in reply.points)}:
        return
    statements = {one.id for one in context.evidence.statements if reply.item and one.item == reply.item}
    carried = _told(context)
    if not ({reply.id, reply.item} | statements) & carried:
        yield Hit(
            message=f"{reply.id} is not in the report", got="never cited", expected="the reply beside the allegation"
        )
        return
    yield from _unanswered(context, reply, statements)
    for point in reply.points:
        here = {point.statement} & carried or (reply.id in carried and not point.statement)
        if point.statement and not here:
            yield Hit(
                message=f"a point of {reply.id} on {point.allegation} is not in the report",
                got=f"{point.statement} not cited",
                expected=f"its words: {point.words or _quote(context, point.statement)}"[:160],
            )


def _told(context: Context) -> frozenset[str]:
    """Every id that a sentence cites outside of tables: a figure in a cell does not carry a reply."""
    if "prose cited" not in context.shared:
        prose = [one for one in context.manuscript.sentences if one.kind != "cell"]
        context.shared["prose cited"] = frozenset(key for one in prose for key in context.cited(one))
    found: frozenset[str] = context.shared["prose cited"]
    return found


def _unanswered(context: Context, reply: Reply, statements: set[str]) -> Iterable[Hit]:
    """An allegation is carried, the reply takes a stance to it, and none of the words that do are in the report."""
    by_point = {point.allegation for point in reply.points}
    for allegation in sorted(context.shared["allegations carried"] & set(reply.outcomes) - by_point):
        taken = [
            one.statement
            for one in context.evidence.stances
            if one.allegation == allegation and one.statement in statements
        ]
        if taken and not {*taken, reply.id, reply.item} & _told(context):
            yield Hit(
                message=f"what {reply.id} answers to {allegation} is not in the report", got=f"{', '.join(taken)} not cited",
                expected=f"its words: {_quote(context, taken[0])}"[:160],
            )  # fmt: skip


def _quote(context: Context, one: str) -> str:
    record = context.evidence.index.get(one)
    return record.passage.quote if isinstance(record, Statement) else one


def _exculpatory(context: Context, reply: Reply) -> Iterable[Hit]:
    whole = context.manuscript.source
    for point in reply.points:
        told = point.statement in _cited(context) or (point.words and point.words in whole)
        if point.exculpatory and not told:
            yield Hit(
                message=f"what speaks for the addressee of {reply.request} is not in the report",
                got=point.words or _quote(context, point.statement),
                expected="its words beside the allegation",
            )


def _accepted(context: Context) -> Sequence[Correction]:
    return [one for one in context.evidence.corrections if one.accepted and (one.was.strip() or one.now.strip())]


def _unmade(context: Context, correction: Correction) -> Iterable[Hit]:
    source = " ".join(context.manuscript.source.split())
    was, now = " ".join(correction.was.split()), " ".join(correction.now.split())
    if was and was in source:
        at = context.manuscript.source.find(correction.was)
        yield Hit(
            message=f"a correction accepted after {correction.reply} is not made",
            got=was,
            expected=now or correction.change,
            start=max(at, 0),
            end=max(at, 0) + len(correction.was),
        )
    elif now and now not in source:
        yield Hit(
            message=f"a correction accepted after {correction.reply} is not made",
            got="the new words stand nowhere",
            expected=now,
        )


def _asked(context: Context) -> Sequence[ReplyRequest]:
    return [one for one in _requests(context) if one.due]


def _misdated(context: Context, request: ReplyRequest) -> Iterable[Hit]:
    """A late reply is called late; who did not answer is said not to have; who answered is not said to be silent."""
    replies = [one for one in context.evidence.replies if one.request == request.id and not _says_nothing(one)]
    due = request.extended_to or request.due
    for reply in replies:
        days = _days(due, reply.received) if reply.received else None
        speaking = [
            one
            for one in context.manuscript.sentences
            if reply.id in context.cited(one) or request.id in context.cited(one)
        ]
        if days is not None and days > 0 and not any(_LATE.search(one.text) for one in speaking):
            yield Hit(
                message=f"{reply.id} came late and the report does not say so",
                got=f"{days:.1f} days after the deadline",
                expected="“late”",
                sentence=speaking[0] if speaking else None,
            )
        belated = next((one for one in speaking if _AFTER.search(one.text)), None)
        if days is not None and days <= 0 and belated is not None:
            yield Hit(
                message=f"{reply.id} came in time and is called late", got=belated.text[:80],
                expected=f"received {reply.received}, due {due}", sentence=belated,
            )  # fmt: skip
        silent = next(
            (one for one in speaking if reply.received and _SILENT.search(one.text) and not _LATE.search(one.text)),
            None,
        )
        if silent is not None:
            yield Hit(
                message=f"the report says that nobody answered; {reply.id} did",
                got=silent.text[:80],
                expected=f"the answer of {reply.received}",
                sentence=silent,
            )


def _says_nothing(reply: Reply) -> bool:
    return bool(reply.outcomes) and any(
        one in {"no response by deadline", "asked for extension", "unreachable"} for one in reply.outcomes.values()
    )


CHECKS: Final = (
    Check(
        code="WM501", name="contrary-unmentioned", severity="B", scope="document",
        title="What speaks against a finding is not in the report",
        explanation="Every record that a finding lists against itself is cited in the report, and where its allegation was "
        "denied or "
        "qualified, at least one denial, or the item that holds it.",
        rule="methodology, Fairness: “contrary evidence unmentioned B”", fix="Cite it beside the finding.",
        subjects=finding_divs, run=_uncontrary,
    ),
    Check(
        code="WM502", name="conflict-unresolved", severity="E", scope="document", title="A conflict in what is cited is open",
        explanation="Two or more records of a recorded conflict (date, place, number, identity, account) are cited, and how "
        "they were weighed "
        "is not on record.",
        rule="methodology, Corroboration: “how they were weighed is written down”; “conflict unresolved E”",
        fix="Weigh it, and say how.",
        subjects=_conflicts, run=_unresolved,
    ),
    Check(
        code="WM504", name="window-too-short", severity="E", scope="document", title="Too little time to answer",
        explanation="Between a letter for comment and its deadline (or the later one that was granted) lie at least seven days.",
        rule="methodology, Fairness: “window too short E”; the number of days is our own choice", fix="Extend the deadline.",
        subjects=_requests, run=_short,
    ),
    Check(
        code="WM506", name="reply-not-carried", severity="B", scope="document", title="A reply is not in the report",
        explanation="Each reply that came in is cited, by itself, its item or a statement of it; and each of its points that "
        "has a statement "
        "is cited by that.",
        rule="methodology, rule 8: “where the report carries it”; “reply not carried B”", fix="Carry it beside the allegation.",
        subjects=_replies, run=_uncarried,
    ),
    Check(
        code="WM507", name="correction-not-made", severity="E", scope="document", title="An accepted correction is not made",
        explanation="Words that an accepted comment removed still stand, or the new ones stand nowhere.",
        rule="methodology, Fairness: “accepted correction not made E”", fix="Make the change.", subjects=_accepted, run=_unmade,
    ),
    Check(
        code="WM508", name="exculpatory-absent", severity="W", scope="document", title="What speaks for the addressee is absent",
        explanation="A point of a reply that is recorded as speaking for the addressee is neither cited nor quoted.",
        rule="methodology, Fairness: “exculpatory information absent W”", fix="Carry it beside the allegation.",
        subjects=_replies, run=_exculpatory,
    ),
    Check(
        code="WM510", name="reply-misdated", severity="E", scope="document", title="A reply that is late, or called missing",
        explanation="A reply that came after its deadline is called late; an addressee who answered is not said to have been "
        "silent.",
        rule="methodology, rule 8: “who was asked, what, when, by when; the answer”; Outcome of a reply: “late”",
        fix="Say when the answer came.", subjects=_asked, run=_misdated,
    ),
)  # fmt: skip
