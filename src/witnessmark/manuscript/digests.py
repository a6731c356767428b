"""Digests that sign-offs and waivers bind to: of the evidence that a sentence rests on."""

import hashlib
from collections.abc import Iterable
from typing import Any

import msgspec
import rfc8785

from witnessmark.evidence.snapshot import Evidence

#: What a run saw of an item; a digest that held it would change with the run.
_SEEN = frozenset({"integrity", "custody_faults"})


def evidence_digest(evidence: Evidence, citations: Iterable[str]) -> str:
    """Return the SHA-256 of the canonical JSON (RFC 8785) of the cited records and all that they rest on.

    `citations` are ids. Followed: statement → item, text, speaker; item → texts, source, publisher; finding → what it rests
    on and what speaks against it; quantity → statements, texts; reply → request, item. Order and repetition do not
    matter; an unknown id is part of the digest as null, so that it changes when the record appears.
    """
    reached = _closure(evidence, citations)
    return hashlib.sha256(rfc8785.dumps(reached)).hexdigest()


def _closure(evidence: Evidence, citations: Iterable[str]) -> dict[str, Any]:
    reached: dict[str, Any] = {}
    waiting = list(citations)
    while waiting:
        one = waiting.pop()
        if one in reached:
            continue
        record = evidence.index.get(one)
        reached[one] = _said(record)
        waiting.extend(_rests_on(record))
    return reached


def _said(record: Any) -> Any:  # noqa: ANN401 - any record of the snapshot, in its JSON form
    """A record as people know it, without what looking at the stored bytes yielded on the day: that is no change of evidence."""
    if record is None:
        return None
    form = msgspec.to_builtins(record)
    return {name: value for name, value in form.items() if name not in _SEEN}


def _rests_on(record: Any) -> list[str]:  # noqa: ANN401 - any record of the snapshot
    single = [
        getattr(record, name, "") for name in ("item", "speaker", "source", "publisher", "request", "to", "owner")
    ]
    several = [getattr(record, name, ()) for name in ("texts", "rests_on", "against", "statements", "allegations")]
    passages = (getattr(record, "passage", None), *getattr(record, "passages", ()))
    texts = [passage.text for passage in passages if passage is not None]
    return [one for one in (*single, *(one for group in several for one in group), *texts) if one]
