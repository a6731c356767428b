"""Applying judgements: a file is applied wholly or not at all, and applying it again changes nothing."""

from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

import msgspec
from django.db import transaction

from witnessmark.casefile.errors import ConflictError, JudgementError
from witnessmark.casefile.records import Judgement as JudgementRecord
from witnessmark.casefile.records import SourceKey
from witnessmark.casefile.services.custody_write import commit_hidden, record_event, sign_head
from witnessmark.casefile.services.protection import seal_json
from witnessmark.casefile.services.verdicts import VERDICTS, key_of
from witnessmark.casefile.session import Session
from witnessmark.custody.canonical import canonical
from witnessmark.evidence.errors import WitnessmarkError
from witnessmark.evidence.judgements import Judgement


@dataclass(frozen=True)
class Applied:
    """How many judgements of a file were new, and how many had been applied before."""

    new: int
    known: int


def read_judgements(lines: Iterable[bytes], name: str) -> Iterator[tuple[str, Judgement]]:
    """Yield (place, judgement) for each line that is not empty; raise `JudgementError` at the first broken one."""
    for number, line in enumerate(lines, 1):
        place = f"{name} line {number}"
        bare = line.removeprefix(BOM_UTF8) if number == 1 else line
        if not bare.strip():
            continue
        try:
            judgement = msgspec.json.decode(bare, type=Judgement)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise JudgementError(
                "this line is not a judgement",
                where=place,
                got=str(error),
                expected='{"author": …, "time": …, "verdict": …, "object": …, "reason": …, "value": {…}}',
            ) from error
        yield place, judgement


def apply_judgements(session: Session, judgements: Iterable[tuple[str, Judgement]]) -> Applied:
    """Apply judgements in one transaction, with history and a signed head of the custody log."""
    new = known = 0
    with transaction.atomic():
        for place, judgement in judgements:
            if _apply_at(session, place, judgement):
                new += 1
            else:
                known += 1
        if new:
            sign_head(session)
    return Applied(new, known)


def _apply_at(session: Session, place: str, judgement: Judgement) -> bool:
    """Apply one judgement; an error is told with the line it came from."""
    try:
        return _apply(session, judgement)
    except WitnessmarkError as error:
        error.where = f"{place}: {error.where or judgement.object}"
        error.args = (error.one_line(),)
        raise


def _apply(session: Session, judgement: Judgement) -> bool:
    """Apply one judgement unless it was applied before; tell whether it was new."""
    _check(judgement)
    # Keyed: a plain digest of a sealed judgement would confirm a guessed name to whoever has the case folder.
    digest = session.keys.keyed_digest(canonical(msgspec.to_builtins(judgement)))
    key = judgement.key or digest
    earlier = JudgementRecord.objects.filter(investigation=session.investigation, key=key).first()
    if earlier is not None:
        if earlier.digest != digest:
            raise ConflictError(
                "this key was used for another judgement", got=key, do="Give the new judgement its own key"
            )
        return False
    VERDICTS[judgement.verdict](session, judgement)
    source_key = key_of(session, judgement)
    _keep(session, judgement, key, digest, source_key)
    commitment = commit_hidden(session, "judgement", bytes.fromhex(digest), source_key)
    record_event(session, "judged", actor=judgement.author, judgement=commitment)
    return True


def _keep(session: Session, judgement: Judgement, key: str, digest: str, source_key: SourceKey | None) -> None:
    """Keep the judgement as it was made; what concerns a protected source is sealed."""
    row = JudgementRecord(
        investigation=session.investigation, key=key, digest=digest, author=judgement.author, time=judgement.time,
        verdict=judgement.verdict, object=judgement.object,
    )  # fmt: skip
    if source_key is None:
        row.reason, row.value = judgement.reason, judgement.value
    else:
        row.sealed = seal_json(
            session, source_key, {"reason": judgement.reason, "value": judgement.value}, f"judgement {key}"
        )
    row.save(force_insert=True)


def _check(judgement: Judgement) -> None:
    """Refuse a judgement without author, with an unknown verdict, or with a time that has no offset."""
    if not judgement.author.strip():
        raise JudgementError("a judgement needs an author", where=judgement.object, expected="who decided")
    if judgement.verdict not in VERDICTS:
        raise JudgementError(
            "unknown verdict", where=judgement.object, got=judgement.verdict, expected=", ".join(sorted(VERDICTS))
        )
    try:
        moment = datetime.fromisoformat(judgement.time)
    except ValueError as error:
        raise JudgementError(
            "this is not a time",
            where=judgement.object,
            got=judgement.time,
            expected="such as 2031-06-02T10:00:00+05:00",
        ) from error
    if moment.tzinfo is None:
        raise JudgementError(
            "the time has no offset",
            where=judgement.object,
            got=judgement.time,
            expected="such as 2031-06-02T10:00:00+05:00",
        )
