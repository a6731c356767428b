"""Waivers under public numbers: bound again to the public sentence and the public evidence."""

from collections.abc import Mapping
from dataclasses import replace

import msgspec

from witnessmark.evidence.ids import make_id
from witnessmark.evidence.snapshot import Evidence
from witnessmark.manuscript.check import Outcome
from witnessmark.manuscript.context import Context
from witnessmark.manuscript.digests import evidence_digest
from witnessmark.manuscript.model import Manuscript
from witnessmark.manuscript.waivers import Waived
from witnessmark.release.errors import ReleaseError
from witnessmark.release.numbering import in_prose


def rebound(
    outcome: Outcome, inside: Manuscript, public: Manuscript, evidence: Evidence, words: Mapping[str, str]
) -> Outcome:
    """Return the outcome with its waivers bound to digests of what is published.

    The internal digest of evidence may not leave: it covers protected content, and would confirm a guess at it.
    `words` turns internal ids in reasons into public ones.
    """
    if len(inside.sentences) != len(public.sentences):
        raise ReleaseError(
            "the public manuscript does not have the sentences of the registered one",
            got=str(len(public.sentences)), expected=str(len(inside.sentences)),
        )  # fmt: skip
    place = {sentence.sha256: sentence.ordinal for sentence in inside.sentences}
    context = Context(public, evidence)
    waived = tuple(
        bound_again(one, number, place, context, words) for number, one in enumerate(outcome.waived, start=1)
    )
    return replace(outcome, waived=waived)


def bound_again(
    one: Waived, number: int, place: Mapping[str, int], context: Context, words: Mapping[str, str]
) -> Waived:
    """Return one waiver with public number, public digests and public ids in its reason."""
    ordinal = place.get(one.waiver.sentence_sha256)
    if ordinal is None:
        raise ReleaseError(
            "a waiver is bound to no sentence of the manuscript", where=one.waiver.id, do="Run the checks again"
        )
    sentence = context.manuscript.sentences[ordinal]
    waiver = msgspec.structs.replace(
        one.waiver, id=make_id("waiver", number), sentence_sha256=sentence.sha256,
        evidence_sha256=evidence_digest(context.evidence, context.cited(sentence)),
        reason=in_prose(one.waiver.reason, words, f"reason of waiver {one.waiver.id}"),
    )  # fmt: skip
    digests = {"sentence_sha256": waiver.sentence_sha256, "evidence_sha256": waiver.evidence_sha256}
    return Waived(problem=msgspec.structs.replace(one.problem, **digests), waiver=waiver)
