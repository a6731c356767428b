"""Consent, protection, merging: decisions about people."""

from typing import TypeVar

import msgspec

from witnessmark.casefile.errors import JudgementError
from witnessmark.casefile.records import ProtectedIdentity, Source
from witnessmark.casefile.services import record_write
from witnessmark.casefile.services.history_write import remember
from witnessmark.casefile.services.protection import seal_json, source_key, unseal_json
from witnessmark.casefile.services.record_read import get
from witnessmark.casefile.session import Session
from witnessmark.evidence.judgements import Judgement
from witnessmark.evidence.sources import Consent

IDENTITY_PURPOSE = "identity"
T = TypeVar("T")


class Identity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a `protect` judgement holds: every known name in every script, and telling details."""

    names: tuple[str, ...]
    details: tuple[str, ...] = ()


def consent(session: Session, judgement: Judgement) -> None:
    """Record one decision of a source about one purpose; earlier decisions stay."""
    source: Source = get(session.investigation, judgement.object, "source")
    given = _convert(judgement, Consent)
    consents = [*source.consents, msgspec.to_builtins(given)]
    record_write.correct(
        session, source, {"consents": consents}, action="consent", reason=judgement.reason, actor=judgement.author
    )


def protect(session: Session, judgement: Judgement) -> None:
    """Keep a source's identity, sealed under its own key; the history says only that it was done."""
    source: Source = get(session.investigation, judgement.object, "source")
    identity = _convert(judgement, Identity)
    if not any(name.strip() for name in identity.names):
        raise JudgementError(
            "a protected identity needs a name", where=judgement.object, expected="names: every form known"
        )
    key = source_key(session, source.human_id)
    ProtectedIdentity.objects.update_or_create(
        source=source,
        defaults={"key": key, "sealed": seal_json(session, key, identity, IDENTITY_PURPOSE)},
    )
    if not source.protected:
        source.protected = True
        source.save(force_update=True)
    remember(session, "protect", source.human_id, after=msgspec.to_builtins(identity), actor=judgement.author, key=key)


def identity_of(session: Session, kept: ProtectedIdentity) -> Identity:
    """Open a protected identity."""
    return msgspec.convert(unseal_json(session, kept.key, kept.sealed, IDENTITY_PURPOSE), Identity)


def merge(session: Session, judgement: Judgement) -> None:
    """Record a judgement that two persons are one, are not, or may be; nothing is deleted, so it can be taken back."""
    person = get(session.investigation, judgement.object, "person")
    into = judgement.value.get("into", "")
    get(session.investigation, into, "person")
    verdict = judgement.value.get("judgement")
    if verdict not in ("positive", "negative", "unsure"):
        raise JudgementError(
            "a merge needs a judgement",
            where=judgement.object,
            got=repr(verdict),
            expected="positive, negative or unsure",
        )
    before = list(person.merged)
    person.merged = [row for row in before if row["into"] != into] + [{"into": into, "judgement": verdict}]
    person.save(force_update=True)
    remember(
        session,
        "merge",
        person.human_id,
        before=before,
        after=person.merged,
        reason=judgement.reason,
        actor=judgement.author,
    )


def _convert(judgement: Judgement, struct: type[T]) -> T:
    """Return a judgement's value as a struct, or tell what is wrong with it."""
    try:
        return msgspec.convert(judgement.value, struct)
    except msgspec.ValidationError as error:
        raise JudgementError(
            f"this is not a {struct.__name__.lower()}",
            where=judgement.object,
            got=str(error),
            expected="see docs/judgements.md",
        ) from error
