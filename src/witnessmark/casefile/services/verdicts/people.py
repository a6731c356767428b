"""Consent, protection, merging: decisions about people."""

import msgspec

from witnessmark.casefile.errors import JudgementError
from witnessmark.casefile.records import Person, ProtectedIdentity, Source
from witnessmark.casefile.services import record_write
from witnessmark.casefile.services.history_write import remember
from witnessmark.casefile.services.identity_read import IDENTITY_PURPOSE, refuse_held
from witnessmark.casefile.services.protection import seal_json, source_key
from witnessmark.casefile.services.record_read import get
from witnessmark.casefile.services.source_read import hide, source_fields
from witnessmark.casefile.services.verdict_values import Identity, Merge, NamingValue, value_of
from witnessmark.casefile.session import Session
from witnessmark.evidence.judgements import Judgement
from witnessmark.evidence.sources import Consent, Risk


def consent(session: Session, judgement: Judgement) -> None:
    """Record one decision of a source about one purpose; earlier decisions stay."""
    source: Source = get(session.investigation, judgement.object, "source")
    given = value_of(judgement, Consent)
    consents = [*source_fields(session, source)["consents"], msgspec.to_builtins(given)]
    record_write.correct(
        session, source, {"consents": consents}, action="consent", reason=judgement.reason, actor=judgement.author
    )


def assess_risk(session: Session, judgement: Judgement) -> None:
    """Record what publication may bring on a source, its relatives or those who helped; earlier assessments stay."""
    source: Source = get(session.investigation, judgement.object, "source")
    risk = msgspec.to_builtins(
        value_of(judgement, Risk, {"by": judgement.author, "date": judgement.time} | judgement.value)
    )
    risks = [*source_fields(session, source).get("risks", []), risk]
    record_write.correct(
        session, source, {"risks": risks}, action="assess_risk", reason=judgement.reason, actor=judgement.author
    )


def name(session: Session, judgement: Judgement) -> None:
    """Record one person's decision to publish or withhold a name; it takes two persons to publish one."""
    if not judgement.reason.strip():
        raise JudgementError("a naming decision needs a reason", where=judgement.object, expected="the reason in words")
    person = get(session.investigation, judgement.object, "person")
    decision = value_of(judgement, NamingValue).decision
    row = {"decision": decision, "by": judgement.author, "at": judgement.time, "reason": judgement.reason}
    others = [one for one in person.naming if one["by"] != judgement.author]
    record_write.correct(
        session, person, {"naming": [*others, row]}, action="name", reason=judgement.reason, actor=judgement.author
    )


def protect(session: Session, judgement: Judgement) -> None:
    """Keep a source's identity, sealed under its own key; the history says only that it was done."""
    source: Source = get(session.investigation, judgement.object, "source")
    identity = value_of(judgement, Identity)
    if not any(name.strip() for name in identity.names):
        raise JudgementError(
            "a protected identity needs a name", where=judgement.object, expected="names: every form known"
        )
    refuse_held(identity, source.human_id, [source.name, source.party])
    key = source_key(session, source.human_id)
    ProtectedIdentity.objects.update_or_create(
        source=source,
        defaults={"key": key, "sealed": seal_json(session, key, identity, IDENTITY_PURPOSE)},
    )
    if not source.protected:
        source.protected = True
        hide(session, source)
        source.save(force_update=True)
    remember(session, "protect", source.human_id, after=msgspec.to_builtins(identity), actor=judgement.author, key=key)


def merge(session: Session, judgement: Judgement) -> None:
    """Record a judgement that two persons are one, are not, or may be; nothing is deleted, so it can be taken back."""
    person = get(session.investigation, judgement.object, "person")
    value = value_of(judgement, Merge)
    into = get(session.investigation, value.into, "person")
    if value.judgement == "positive":
        _refuse_circle(session, person, into)
    before = list(person.merged)
    person.merged = [row for row in before if row["into"] != value.into]
    person.merged += [msgspec.to_builtins(value)]
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


def _refuse_circle(session: Session, person: Person, into: Person) -> None:
    """Refuse to merge a person into one that is, by merges that stand, merged into that very person."""
    reached, ahead = set(), [into]
    while ahead:
        one = ahead.pop()
        if one.pk == person.pk:
            raise JudgementError(
                "this merge would go in a circle", where=person.human_id, got=f"into {into.human_id}",
                expected="the id of another person, who is not merged into this one",
                do="Take back the other merge first: judge it negative",
            )  # fmt: skip
        reached.add(one.human_id)
        names = [row["into"] for row in one.merged if row["judgement"] == "positive"]
        ahead += [get(session.investigation, name, "person") for name in names if name not in reached]
