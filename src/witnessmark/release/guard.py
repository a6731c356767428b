"""What the last gate of a release guards: protected persons, staff who sign nothing, and digests of what stays inside."""

from collections.abc import Iterator

from witnessmark.release.leaks import Guarded
from witnessmark.release.plan import ReleasePlan
from witnessmark.release.proofs import Published


def guarded_in(plan: ReleasePlan, published: Published) -> Guarded:
    """Return everything that no file of the release may give away."""
    evidence = plan.evidence
    signers = {finding.reviewer for finding in evidence.findings} | {one.waiver.by for one in plan.outcome.waived}
    return Guarded(
        protected=plan.protected, secret=tuple(secrets(plan, published)),
        staff=frozenset(name for name in staff(plan) if len(name.split()) > 1) - signers,
        shown=(*(one.name for one in evidence.sources), *(one.name for one in evidence.organisations)),
    )  # fmt: skip


def staff(plan: ReleasePlan) -> Iterator[str]:
    """Yield who collected, attested, confirmed, graded or asked for consent."""
    evidence = plan.evidence
    for item in evidence.items:
        yield from (record.collector for record in item.collected)
        if item.assessment:
            yield item.assessment.by
    for text in evidence.texts:
        yield text.attested_by
    yield from (statement.confirmed_by for statement in evidence.statements)
    yield from (stance.by for stance in evidence.stances)
    yield from (consent.asked_by for source in evidence.sources for consent in source.consents)


def secrets(plan: ReleasePlan, published: Published) -> list[bytes]:
    """Return what no digest may leave of: originals and texts of everything that is not published whole."""
    hidden = [one for one in published.publications.values() if one.form != "original"]
    texts = [plan.evidence.index[name].content for one in hidden for name in one.item.texts]
    kept = {one.content for publication in hidden for one in publication.texts.values()}
    originals = [plan.originals(one.item.id) for one in hidden]
    return originals + [text.encode() for text in texts if text not in kept]


def redacted_words(published: Published) -> dict[str, bytes]:
    """Return the words of every redacted item that is shown, by public id and text: no part of a name may stand there."""
    evidence = published.snapshot.evidence
    redacted = {item.id for item in evidence.items if item.disclosure == "redacted"}
    return {f"{text.item} {text.id}": text.content.encode() for text in evidence.texts if text.item in redacted}
